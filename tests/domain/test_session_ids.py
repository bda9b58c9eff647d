"""Ids that never change and numbers that only rise."""

from datetime import UTC, date, datetime
from uuid import UUID

from app.domain.session_ids import sequence_at, session_id

SERIES, LINE = UUID(int=1), UUID(int=2)


def test_the_id_of_a_session_is_the_same_for_ever() -> None:
    found = session_id(SERIES, LINE, date(2026, 11, 20), "1330-1530")
    assert found == UUID("213c3ef1-00f6-575b-9d7a-5c0ae90d4273")


def test_date_part_line_and_series_all_count() -> None:
    ids = {
        session_id(SERIES, LINE, date(2026, 11, 20), "a"),
        session_id(SERIES, LINE, date(2026, 11, 20), "b"),
        session_id(SERIES, LINE, date(2026, 11, 27), "a"),
        session_id(SERIES, SERIES, date(2026, 11, 20), "a"),
        session_id(LINE, LINE, date(2026, 11, 20), "a"),
    }
    assert len(ids) == 5


def test_the_sequence_counts_minutes_since_2020() -> None:
    assert sequence_at(datetime(2020, 1, 1, 1, 30, 59, tzinfo=UTC)) == 90
