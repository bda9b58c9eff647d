"""One question at a time, and answers that are ready to be pressed."""

from datetime import date

import pytest

from app.domain.recurrence.answer_words import with_weekdays
from app.domain.recurrence.answers import asked, asked_about_holidays
from app.domain.recurrence.reading import read

TODAY = date(2026, 11, 15)
NOTHING: list[str] = []


def offered(words: str) -> list[str]:
    """The words, or the first date, of each answer."""
    found = asked(words, None, TODAY)
    assert found is not None
    return [str(each.anchor or each.words) for each in found.answers]


@pytest.mark.parametrize(
    ("words", "answers"),
    [
        ("隔週木曜 10時～", ["2026-11-19", "2026-11-26", "2026-12-03", "2026-12-10"]),
        ("3週間に1回 火曜", ["2026-11-17", "2026-11-24", "2026-12-01", "2026-12-08"]),
        ("第3または第4土曜", ["第3土曜", "第4土曜"]),
        ("毎月第2土曜か第2日曜 10時～", ["毎月第2土曜 10時～", "毎月第2日曜 10時～"]),
        ("第1・第3 月曜か木曜", ["第1・第3 月曜", "第1・第3 木曜"]),
        ("土or日", ["土", "日"]),
        ("月2回日曜日 13時～", ["毎月第1・第3日曜日 13時～", "毎月第2・第4日曜日 13時～"]),
        ("月1回土曜", ["毎月第1土曜", "毎月第2土曜", "毎月第3土曜", "毎月第4土曜", "毎月最終土曜"]),
        ("隔月第2火曜", ["偶数月の第2火曜", "奇数月の第2火曜"]),
        ("3か月に1回第2火曜", ["1・4・7・10月の第2火曜", "2・5・8・11月の第2火曜", "3・6・9・12月の第2火曜"]),
        ("4月18日、5月16日 10時～", ["2027年4月18日、5月16日 10時～"]),
        ("12月5日(土)", ["2026年12月5日(土)"]),
        ("夏休み", NOTHING),
        ("サロンのお知らせ", NOTHING),
    ],
)
def test_a_question_has_its_likely_answers(words: str, answers: list[str]) -> None:
    assert offered(words) == answers


@pytest.mark.parametrize("words", ["第2・第4 10時～", "毎週 10時", "第3", "週1回 10時～12時"])
def test_a_weekday_is_one_press(words: str) -> None:
    found = asked(words, None, TODAY)
    assert found is not None
    readings = [read(each.words).timetable for each in found.answers]
    assert [each.label for each in found.answers] == [f"{day}曜" for day in "月火水木金土日"]
    assert all(readings) and len(set(readings)) == 7


def test_twice_a_week_asks_for_two_weekdays() -> None:
    found = asked("週2回 10時～12時", None, TODAY)
    assert found is not None and (found.code, found.pick, found.answers) == ("weekday", 2, ())
    assert with_weekdays("週2回 10時～12時", (1, 4)) == "毎週火・金曜 10時～12時"


def test_one_thing_is_asked_after_the_other() -> None:
    first = asked("月1回", None, TODAY)
    assert first is not None and (first.code, first.answers[1].words) == ("week", "毎月第2")
    second = asked(first.answers[1].words, None, TODAY)
    assert second is not None and (second.code, second.answers[5].words) == ("weekday", "毎月第2土曜")
    assert asked(second.answers[5].words, None, TODAY) is None


@pytest.mark.parametrize(
    "words", ["隔週木曜", "月1回土曜", "第3または第4土曜", "4月18日", "隔月第2火曜", "第2"]
)
def test_an_answer_settles_what_was_asked(words: str) -> None:
    found = asked(words, None, TODAY)
    assert found is not None and found.answers
    for each in found.answers:
        assert found.code not in read(each.words, each.anchor).missing


def test_holidays_are_asked_about_once() -> None:
    found = asked_about_holidays("毎月第4月曜 10時～", None)
    assert [(each.label, each.words) for each in found] == [
        ("休み", "毎月第4月曜 10時～（祝日を除く）"),
        ("開く", "毎月第4月曜 10時～（祝日も開催）"),
        ("翌日にする", "毎月第4月曜 10時～（祝日の場合は翌日）"),
    ]
    assert [asked_about_holidays(each.words, None) for each in found] == [(), (), ()]
