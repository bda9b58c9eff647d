"""What an edited rule does: kept, moved, ended, new; told without a store."""

from datetime import date, time
from uuid import UUID, uuid4

from msgspec.structs import replace

from app.domain.kept import Kept
from app.domain.planning import Answer, Line, occurrences
from app.domain.recurrence.reading import read
from app.domain.recurrence.rule import keep_parts
from app.domain.rule_change import Effect, effect_of

FIRST, LAST = date(2026, 12, 1), date(2027, 1, 31)
SERIES = uuid4()


def line_of(words: str, **more: object) -> Line:
    return Line(id=SERIES, series_id=SERIES, timetable=read(words).timetable, **more)  # type: ignore[arg-type]


def made_by(words: str) -> tuple[Kept, ...]:
    return tuple(
        Kept(
            id=uuid4(),
            series_id=SERIES,
            line_id=SERIES,
            nominal=each.nominal,
            part=each.part,
            date=each.date,
            starts=each.start,
            ends=each.end,
            shown=True,
        )
        for each in occurrences(line_of(words), FIRST, LAST)
    )


def change(
    old: str, new: str, counts: dict[UUID, int] | None = None, sessions: tuple[Kept, ...] = ()
) -> Effect:
    before, after = read(old).timetable, read(new).timetable
    assert before is not None
    line = replace(line_of(new), timetable=keep_parts(before, after) if after else None)
    return effect_of(line_of(old), line, sessions or made_by(old), counts or {}, (FIRST, LAST))


def told(effect: Effect) -> dict[str, list[str]]:
    """The effect as dates: 12-15>12-17 for a move."""
    return {
        "kept": [f"{fate.session.date:%m-%d}" for fate in effect.kept],
        "moved": [f"{fate.session.date:%m-%d}>{fate.to.date:%m-%d}" for fate in effect.moved if fate.to],
        "ended": [f"{fate.session.date:%m-%d}" for fate in effect.ended],
        "new": [f"{each.date:%m-%d}" for each in effect.new],
    }


def test_the_third_tuesday_becomes_the_third_thursday() -> None:
    assert told(change("毎月第3火曜 10時～12時", "毎月第3木曜 10時～12時")) == {
        "kept": [],
        "moved": ["12-15>12-17", "01-19>01-21"],
        "ended": [],
        "new": [],
    }


def test_the_same_ordinal_of_a_month_moves_and_what_is_left_ends() -> None:
    assert told(change("毎月第1・第3火曜 10時～12時", "毎月第3木曜 10時～12時")) == {
        "kept": [],
        "moved": ["12-01>12-17", "01-05>01-21"],
        "ended": ["12-15", "01-19"],
        "new": [],
    }


def test_a_date_that_both_rules_name_is_kept() -> None:
    assert told(change("毎月第1・第3火曜 10時～12時", "毎月第3火曜 10時～12時")) == {
        "kept": ["12-15", "01-19"],
        "moved": [],
        "ended": ["12-01", "01-05"],
        "new": [],
    }


def test_other_hours_are_a_move_on_the_same_day() -> None:
    effect = change("毎月第3火曜 13:30～15:30", "毎月第3火曜 14時～16時")
    assert told(effect)["moved"] == ["12-15>12-15", "01-19>01-19"]
    assert [fate.to and fate.to.start for fate in effect.moved] == [time(14), time(14)]


def test_more_dates_are_new() -> None:
    assert told(change("毎月第3火曜 10時～12時", "毎月第1・第3火曜 10時～12時")) == {
        "kept": ["12-15", "01-19"],
        "moved": [],
        "ended": [],
        "new": ["12-01", "01-05"],
    }


def test_the_month_decides_and_nothing_crosses_it() -> None:
    assert told(change("毎月第3火曜 10時～12時", "偶数月第3木曜 10時～12時")) == {
        "kept": [],
        "moved": ["12-15>12-17"],
        "ended": ["01-19"],
        "new": [],
    }


def test_words_that_give_no_dates_take_none_away() -> None:
    assert told(change("毎月第3火曜 10時～12時", "年5回"))["kept"] == ["12-15", "01-19"]


def test_a_session_moved_by_hand_is_not_pulled_back() -> None:
    sessions = made_by("毎月第3火曜 10時～12時")
    by_hand = replace(sessions[0], date=date(2026, 12, 8), former_date=date(2026, 12, 15))
    effect = change("毎月第3火曜 10時～12時", "毎月第3火曜 14時～16時", sessions=(by_hand, sessions[1]))
    assert told(effect) == {"kept": ["12-08"], "moved": ["01-19>01-19"], "ended": [], "new": []}


def test_a_session_moved_by_hand_stands_for_the_date_of_its_month_when_the_rule_changes() -> None:
    sessions = made_by("毎月第3火曜 10時～12時")
    by_hand = replace(sessions[0], date=date(2026, 12, 8), former_date=date(2026, 12, 15))
    effect = change("毎月第3火曜 10時～12時", "毎月第3木曜 10時～12時", sessions=(by_hand, sessions[1]))
    assert told(effect) == {"kept": ["12-08"], "moved": ["01-19>01-21"], "ended": [], "new": []}
    assert [fate.to and fate.to.nominal for fate in effect.kept] == [date(2026, 12, 17)]


def test_a_cancelled_session_stays_cancelled_and_its_date_is_not_new() -> None:
    sessions = made_by("毎月第3火曜 10時～12時")
    off = replace(sessions[0], state="cancelled")
    assert told(change("毎月第3火曜 10時～12時", "毎月第3火曜 10時～12時", sessions=(off, sessions[1]))) == {
        "kept": ["01-19"],
        "moved": [],
        "ended": [],
        "new": [],
    }


def test_a_date_typed_by_hand_stays() -> None:
    typed = replace(made_by("毎月第3火曜 10時～12時")[0], by_hand=True, part="typed")
    assert told(change("毎月第3火曜 10時～12時", "毎月第3木曜 10時～12時", sessions=(typed,)))["ended"] == []


def test_an_answered_holiday_stays_away() -> None:
    line = line_of("毎月第3火曜 10時～12時", answers={date(2026, 12, 15): Answer("closed")})
    effect = effect_of(line, line, (), {}, (FIRST, LAST))
    assert told(effect)["new"] == ["01-19"]


def test_the_print_changes_with_a_reservation() -> None:
    sessions = made_by("毎月第3火曜 10時～12時")
    args = ("毎月第3火曜 10時～12時", "毎月第3木曜 10時～12時")
    quiet, booked = change(*args, sessions=sessions), change(*args, {sessions[0].id: 1}, sessions)
    assert quiet.print == change(*args, sessions=sessions).print != booked.print
