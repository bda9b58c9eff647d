"""A timetable as a good flyer says it."""

from app.domain.recurrence.rule import Timetable


def wording(timetable: Timetable) -> str:
    """Placeholder until the next commit."""
    return str(timetable)
