"""What is printed reads back as the same timetable, in good words."""

from hypothesis import given, settings

from app.domain.recurrence.reading import read
from app.domain.recurrence.rule import Timetable
from app.domain.recurrence.wording import wording
from tests.domain.recurrence.strategies import timetables


@given(timetables())
@settings(max_examples=300, deadline=None)
def test_every_timetable_reads_back_from_its_wording(timetable: Timetable) -> None:
    reading = read(wording(timetable))
    assert (reading.timetable, reading.missing) == (timetable, ()), wording(timetable)
