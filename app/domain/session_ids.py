"""What stays with a session for life: its id, and the number that tells calendars which state is newer."""

from datetime import UTC, date, datetime
from uuid import UUID, uuid5

SEQUENCE_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)


def session_id(series_id: UUID, line_id: UUID, nominal: date, part: str) -> UUID:
    """The id of the session that a line makes for a nominal date and a part of the day: always the same one."""
    return uuid5(series_id, f"{line_id}/{nominal.isoformat()}/{part}")


def sequence_at(now: datetime) -> int:
    """Minutes since 2020-01-01 UTC: higher than before even after an older copy of the store was put back."""
    return int((now - SEQUENCE_EPOCH).total_seconds() // 60)
