"""What reading answers besides dates: promises, questions, remarks; named periods; nothing makes it fail."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.recurrence.lexicon import LEXICON
from app.domain.recurrence.normalising import normalise
from app.domain.recurrence.questions import QUESTIONS
from app.domain.recurrence.reading import LONGEST, Reading, read
from app.domain.recurrence.rule import MonthDay, Promise, Timetable, YearlySpan
from app.domain.recurrence.wording import wording
from app.domain.recurrence.wording_en import wording_en
from app.domain.text import fold_radicals
from tests.domain.recurrence.strategies import timetables

CODES = {"weekday", "week", "month", "date", "anchor", "year", "bounds", "choice", "rule"}


@pytest.mark.parametrize(
    ("words", "promise"),
    [
        ("週2回", Promise(2, "week")),
        ("週に 2回開催", Promise(2, "week")),
        ("月２回程度", Promise(2, "month", about=True)),
        ("毎月１回", Promise(1, "month")),
        ("年５回", Promise(5, "year")),
        ("【年３回】", Promise(3, "year")),
        ("年に 7回家族セミナーを開催", Promise(7, "year")),
        ("年４回程度講師をお招きして開催", Promise(4, "year", about=True)),
        ("毎月第2土曜", None),
        ("月数回", None),
    ],
)
def test_a_count_is_a_promise_and_never_a_date(words: str, promise: Promise | None) -> None:
    assert read(words).promise == promise


@pytest.mark.parametrize(
    ("words", "question"),
    [
        ("隔週水曜日", "「隔週」は、最初の日はいつですか（例: 2026年4月8日）"),
        ("月2回火曜日", "「月2回」は、第何週ですか（例: 第2・第4）"),
        ("夏休み中の毎週木曜日", "「夏休み中」は、いつからいつまでですか（例: 8月13日～16日）"),
        ("サロンのお知らせ", "いつ開きますか（例: 毎月第3日曜 10時～12時）"),
    ],
)
def test_what_is_missing_is_asked_in_one_question(words: str, question: str) -> None:
    assert read(words).questions == (question,)


def test_every_code_of_the_contract_has_its_question() -> None:
    assert set(QUESTIONS) == CODES


def test_an_answer_to_the_question_settles_it() -> None:
    assert read("隔週水曜日").missing == ("anchor",)
    assert read("隔週水曜日", date(2026, 4, 8)).missing == ()


def test_a_first_date_on_another_weekday_is_a_contradiction() -> None:
    reading = read("隔週水曜日", date(2026, 4, 9))
    assert (reading.missing, reading.remarks[0].text) == (("anchor",), "2026年4月9日は木曜日です")


def test_a_named_period_resolves_where_the_organisation_has_set_it() -> None:
    bon = YearlySpan(MonthDay(8, 13), MonthDay(8, 16), "お盆")
    reading = read("毎週土曜（お盆を除く）", periods={"お盆": (bon,)})
    assert reading.timetable is not None
    assert wording(reading.timetable) == "毎週土曜（お盆（8月13日～8月16日）を除く）"


def test_a_weekday_of_another_year_is_never_corrected_silently() -> None:
    assert read("10/5(土)", date(2026, 4, 1)).missing == ("year",)
    assert read("10/5(土)", date(2024, 4, 1)).missing == ()


@pytest.mark.parametrize(
    "words",
    [
        "第３金曜日",
        "第3金曜",
        "第三金曜日",
        "第 3 金曜日",
        "第3（金）",
        "第③金曜日",
        "第3⾦曜⽇",
        "第３㈮",
        "月第3金曜日",
    ],
)
def test_one_meaning_in_many_spellings(words: str) -> None:
    assert read(words).timetable == read("毎月第3金曜日").timetable


def test_folding_radicals_changes_nothing_else() -> None:
    assert fold_radicals("⻘年期の⽀援　第１（⼟）") == "青年期の支援　第１（土）"


def test_normalising_leaves_names_alone() -> None:
    assert normalise("プレイパーク　三鷹市　四谷") == "プレイパーク 三鷹市 四谷"


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_no_text_makes_reading_fail(words: str) -> None:
    reading = read(words)
    assert (reading.timetable is None) == bool(reading.missing)
    assert set(reading.missing) <= CODES


SCHEDULE_BITS = [
    "第",
    "1",
    "2・",
    "土",
    "曜",
    "日",
    "月",
    "毎",
    "週",
    "隔",
    "(",
    ")",
    "除く",
    "祝日",
    "、",
    "~",
    "から",
]
SCHEDULE_BITS += [
    "10:00",
    "午後",
    "3時",
    "※",
    "8月は",
    "休み",
    "または",
    "他",
    "の場合は",
    "翌週",
    "年",
    "令和8",
    "回",
]


@given(st.lists(st.sampled_from(SCHEDULE_BITS), max_size=14).map("".join))
@settings(max_examples=500, deadline=None)
def test_no_muddle_of_schedule_words_makes_reading_fail(words: str) -> None:
    reading = read(words)
    assert (reading.timetable is None) == bool(reading.missing), words
    if reading.timetable is not None:
        assert read(wording(reading.timetable)).missing == (), words


def test_a_long_text_is_no_schedule() -> None:
    assert read("第2土曜" * LONGEST) == Reading(
        "第2土曜" * LONGEST, missing=("rule",), questions=(QUESTIONS["rule"],)
    )


def test_no_wording_of_the_lexicon_is_empty() -> None:
    assert [kind for kind, pattern in LEXICON if not pattern] == []


@given(timetables())
@settings(max_examples=100, deadline=None)
def test_every_timetable_has_an_english_wording(timetable: Timetable) -> None:
    assert wording_en(timetable).isascii()


def test_the_english_wording_reads_well() -> None:
    timetable = read("原則、毎月第1・第3木曜 12時～16時（祝日・8月を除く）").timetable
    assert timetable is not None
    expected = "the 1st and 3rd Thursday of every month, 12:00-16:00, except national holidays and August (as a rule)"
    assert wording_en(timetable) == expected
