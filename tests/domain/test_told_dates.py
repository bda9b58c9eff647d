"""What becomes of every date a line names, with the reason."""

from datetime import date, time
from uuid import UUID

from msgspec.structs import replace

from app.domain.planning import Answer, Line, missing
from app.domain.programme import Series, Session
from app.domain.recurrence.reading import read
from app.domain.told_dates import Told, counts, told_dates
from tests.rig.clock import NOON

SERIES = Series(id=UUID(int=1), slug="s", title="会", discreet_title="予定", changed_at=NOON)
FIRST, LAST = date(2026, 11, 1), date(2027, 1, 31)


def line_of(words: str, **more: object) -> Line:
    return Line(id=UUID(int=2), series_id=SERIES.id, timetable=read(words).timetable, **more)  # type: ignore[arg-type]


def sessions_of(line: Line) -> list[Session]:
    """What a house makes of a line."""
    return [
        Session(
            id=UUID(int=number),
            series=SERIES,
            line_id=line.id,
            nominal=each.nominal,
            date=each.date,
            starts=each.starts,
            flag=each.flag,
            flag_text=each.flag_text,
            state="cancelled" if each.reason else "planned",
            cancel_reason=each.reason,
            changed_at=NOON,
        )
        for number, each in enumerate(missing(line, frozenset(), FIRST, LAST), 100)
    ]


def told(line: Line, sessions: list[Session] | None = None) -> list[str]:
    held = sessions_of(line) if sessions is None else sessions
    return [said(each) for each in told_dates([line], held, FIRST, LAST)]


def said(each: Told) -> str:
    parts = [str(each.date), each.kind, each.text or each.why, str(each.other or "")]
    return " ".join(part for part in parts if part)


def test_every_reason_of_the_words() -> None:
    assert told(line_of("毎月第2・第4月曜（祝日の場合は翌日、12月28日を除く）")) == [
        "2026-11-09 held",
        "2026-11-23 moved 祝日（勤労感謝の日）のため、11月24日(火)に移ります 2026-11-24",
        "2026-11-24 held came_from 2026-11-23",
        "2026-12-14 held",
        "2026-12-28 off 決められた休みのため",
        "2027-01-11 moved 祝日（成人の日）のため、1月12日(火)に移ります 2027-01-12",
        "2027-01-12 held came_from 2027-01-11",
        "2027-01-25 held",
    ]


def test_what_the_series_and_the_calendar_say() -> None:
    words = "毎月第4月曜"
    assert told(line_of(words))[0] == "2026-11-23 asked 勤労感謝の日に当たります"
    assert told(line_of(words, policy="open"))[0] == "2026-11-23 held 勤労感謝の日"
    assert told(line_of(words, policy="closed"))[0] == "2026-11-23 off 祝日（勤労感謝の日）のため"


def test_what_an_organiser_answered_stands_with_the_reason() -> None:
    answers = {date(2026, 11, 23): Answer("closed", "畑の日のため"), date(2026, 12, 28): Answer("closed")}
    assert told(line_of("毎月第4月曜", answers=answers)) == [
        "2026-11-23 off 畑の日のため",
        "2026-12-28 off",
        "2027-01-25 held",
    ]


def test_a_closure_is_the_reason_of_what_it_called_off() -> None:
    line = line_of("毎月第2木曜")
    first, *others = sessions_of(line)
    off = replace(first, state="cancelled", cancel_reason="会場の休館日")
    assert told(line, [off, *others])[0] == "2026-11-12 off 会場の休館日"


def test_a_date_moved_by_hand_stands_twice_and_one_typed_by_hand_once() -> None:
    line = line_of("毎月第2木曜", last=date(2026, 12, 31))
    first, second = sessions_of(line)
    moved = replace(first, date=date(2026, 11, 19), former_date=first.date)
    typed = replace(second, id=UUID(int=9), date=date(2026, 12, 24), nominal=date(2026, 12, 24), by_hand=True)
    assert told(line, [moved, second, typed]) == [
        "2026-11-12 moved gone_to 2026-11-19",
        "2026-11-19 held came_from 2026-11-12",
        "2026-12-10 held",
        "2026-12-24 held by_hand",
    ]


def test_months_with_a_rule_of_their_own_and_weeks_off() -> None:
    assert told(line_of("毎週木曜（第5週は休み）", first=date(2026, 12, 20)))[:2] == [
        "2026-12-24 held",
        "2026-12-31 off 第5木曜日のため",
    ]
    found = told(line_of("毎月第2木曜 ※1月は第3木曜"))
    assert "2027-01-14 moved 1月は1月21日(木)です" in found and "2027-01-21 held" in found


def test_the_dates_are_counted_by_what_becomes_of_them() -> None:
    line = line_of("毎月第4月曜", policy="closed")
    found = told_dates([line], sessions_of(line), FIRST, LAST)
    assert counts(found) == {"off": 1, "held": 2}


def test_two_sessions_of_a_day_stand_in_order() -> None:
    line = line_of("毎月第4日曜11:30～13:00、16:30～17:00")
    found = told_dates([line], sessions_of(line), FIRST, date(2026, 11, 30))
    assert [each.starts for each in found] == [time(11, 30), time(16, 30)]
