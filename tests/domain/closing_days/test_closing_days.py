"""休館日 as houses write them at the entrance: read, or asked about; never guessed."""

from datetime import date

import pytest

from app.domain.closing_days import closing_days, holiday_answers, read_closing

FIRST, LAST = date(2026, 12, 1), date(2027, 1, 31)
TODAY = date(2026, 11, 15)

READ = {
    "毎月第3月曜": ("第3月曜は休館", ["12-21", "01-18"]),
    "毎月第3月曜休館": ("第3月曜は休館", ["12-21", "01-18"]),
    "休館日：第3月曜": ("第3月曜は休館", ["12-21", "01-18"]),
    "偶数月第3月曜休館": ("偶数月の第3月曜は休館", ["12-21"]),
    "月曜休館、祝日の場合は翌平日休館": (
        "月曜（祝日の場合は翌平日）は休館",
        ["12-07", "12-14", "12-21", "12-28", "01-04", "01-12", "01-18", "01-25"],
    ),
    "月曜、祝日の場合は翌平日": (
        "月曜（祝日の場合は翌平日）は休館",
        ["12-07", "12-14", "12-21", "12-28", "01-04", "01-12", "01-18", "01-25"],
    ),
    "毎月第2月曜（祝日は開館）": ("第2月曜（祝日は開館）は休館", ["12-14"]),
    "年末年始": ("年末年始は休館", ["12-29", "12-30", "12-31", "01-01", "01-02", "01-03"]),
    "毎月末日（館内整理日）": ("毎月末日は休館", ["12-31", "01-31"]),
    "祝日": ("祝日は休館", ["01-01", "01-11"]),
}


@pytest.mark.parametrize("words", READ)
def test_words_at_the_entrance(words: str) -> None:
    closing = read_closing(words)
    assert closing.timetable is not None
    days = [f"{day:%m-%d}" for day in closing_days(closing.timetable, FIRST, LAST)]
    assert (closing.wording, days) == READ[words]


@pytest.mark.parametrize("words", READ)
def test_what_is_read_back_means_the_same(words: str) -> None:
    closing = read_closing(words)
    again = read_closing(closing.wording)
    assert closing.timetable is not None and again.timetable is not None
    assert closing_days(again.timetable, FIRST, LAST) == closing_days(closing.timetable, FIRST, LAST)


def test_every_second_week_needs_one_day_to_count_from() -> None:
    assert (read_closing("隔週水曜").missing, read_closing("隔週水曜").timetable) == ("anchor", None)
    closing = read_closing("隔週水曜", date(2026, 12, 2))
    assert closing.timetable is not None
    assert [str(day) for day in closing_days(closing.timetable, FIRST, date(2026, 12, 31))] == [
        "2026-12-02", "2026-12-16", "2026-12-30",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        "",
        "なし",
        "毎日",
        "月火水木金土日",
        "毎週月曜10時から",
        "月曜・祝日の翌日",
        "ときどき",
        "週2回",
        "月" * 700,
    ],
)
def test_what_is_not_wholly_understood_asks(words: str) -> None:
    closing = read_closing(words)
    assert closing.timetable is None
    assert closing.question


def test_a_rest_that_meets_a_holiday_asks_what_then() -> None:
    answers = holiday_answers(read_closing("月曜"), TODAY)
    assert [(each.label, each.words) for each in answers] == [
        ("開館する", "月曜休館（祝日は開館）"),
        ("翌日に休館", "月曜休館（祝日の場合は翌日）"),
        ("翌平日に休館", "月曜休館（祝日の場合は翌平日）"),
    ]


@pytest.mark.parametrize(
    "words", ["月曜休館（祝日は開館）", "月曜休館、祝日の場合は翌平日休館", "8月", "ときどき"]
)
def test_what_is_said_already_is_not_asked(words: str) -> None:
    assert holiday_answers(read_closing(words), TODAY) == ()
