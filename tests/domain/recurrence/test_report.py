"""The object of the contract, the table for people, reasons for gaps, and what is stored."""

from datetime import date

import pytest
from hypothesis import given

from app.domain.recurrence.expansion import explain, gaps
from app.domain.recurrence.holidays import holiday_name, is_workday
from app.domain.recurrence.reading import read
from app.domain.recurrence.report import answer, answer_batch
from app.domain.recurrence.rule import Timetable, from_json, keep_parts, to_json
from tests.domain.recurrence.strategies import timetables

FIRST, LAST = date(2026, 4, 1), date(2027, 3, 31)


def timetable_of(words: str) -> Timetable:
    timetable = read(words).timetable
    assert timetable is not None
    return timetable


def test_the_object_of_the_contract() -> None:
    found = answer("原則、毎月第3日曜日 10時～12時", date(2027, 3, 1), LAST, id="P002")
    assert found == {
        "id": "P002",
        "phrase": "原則、毎月第3日曜日 10時～12時",
        "wording": "原則 毎月第3日曜 10:00～12:00",
        "tentative": True,
        "sessions": [{"date": "2027-03-21", "start": "10:00", "end": "12:00"}],
        "rrule": ["FREQ=MONTHLY;BYDAY=3SU"],
        "dtstart": ["2027-03-21"],
        "exdate": [],
        "rdate": [],
        "missing": [],
        "questions": [],
        "promise": None,
        "remarks": [{"code": "holiday", "date": "2027-03-21", "text": "春分の日に当たります"}],
    }


def test_a_phrase_that_cannot_be_read_lacks_its_rule() -> None:
    found = answer("サロンのお知らせ", FIRST, LAST)
    assert (found["sessions"], found["missing"], found["wording"]) == ([], ["rule"], None)


def test_an_rrule_is_read_like_words_and_refused_with_a_reason() -> None:
    found = answer("RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", FIRST, date(2026, 5, 1), date(2026, 4, 9))
    assert [each["date"] for each in found["sessions"]] == ["2026-04-09", "2026-04-23"]
    refused = answer("FREQ=SECONDLY", FIRST, LAST)
    assert (refused["missing"], refused["sessions"]) == (["rule"], [])
    assert refused["questions"][0].startswith("くり返しの単位（FREQ）は")


def test_a_batch_answers_in_order_and_takes_anchors() -> None:
    lines = ["a\t隔週木曜日\t2026-03-26\n", "\n", "b\t週2回\t\n"]
    found = list(answer_batch(lines, FIRST, LAST))
    assert [(one["id"], len(one["sessions"]), one["missing"]) for one in found] == [
        ("a", 26, []),
        ("b", 0, ["weekday"]),
    ]


def test_a_batch_names_the_line_of_a_wrong_anchor() -> None:
    with pytest.raises(ValueError, match="2行目の soon は日付ではありません"):
        list(answer_batch(["a\t毎日\t\n", "b\t隔週木曜\tsoon\n"], FIRST, LAST))


@pytest.mark.parametrize(
    ("words", "day", "reason"),
    [
        ("第2・第4月曜（祝日を除く）", "2026-10-12", "10月12日(月)は祝日（スポーツの日）のためお休みです"),
        ("毎週木曜（年末年始を除く）", "2026-12-31", "12月31日(木)は年末年始のためお休みです"),
        ("毎週水曜（第5週は休み）", "2026-04-29", "4月29日(水)は第5水曜日のためお休みです"),
        ("毎月第1土曜（8月を除く）", "2026-08-01", "8月1日(土)は8月の休みのためお休みです"),
        (
            "第2木曜（祝日の場合は翌週）",
            "2027-02-11",
            "2月11日(木)が祝日（建国記念の日）のため、2月18日(木)に移ります",
        ),
        ("第4火曜 ※2月は第3火曜", "2027-02-23", "2月は2月16日(火)です"),
        ("毎週水曜", "2026-04-29", None),
    ],
)
def test_a_missing_date_has_its_reason(words: str, day: str, reason: str | None) -> None:
    remark = explain(timetable_of(words), date.fromisoformat(day))
    assert (remark.text if remark else None) == reason


def test_the_gaps_of_a_year_are_those_a_reader_would_notice() -> None:
    found = gaps(timetable_of("毎月第1・第3月曜（祝日を除く）"), FIRST, LAST)
    assert [remark.date.isoformat() for remark in found if remark.date] == [
        "2026-05-04",
        "2026-07-20",
        "2026-09-21",
    ]


def test_closed_by_policy_and_by_the_venue_are_explained() -> None:
    timetable = timetable_of("第2・第4月曜")
    holiday, venue = date(2026, 10, 12), date(2026, 10, 26)
    by_policy = explain(timetable, holiday, policy="closed")
    by_venue = explain(timetable, venue, excluded=frozenset({venue}))
    assert [r.text for r in (by_policy, by_venue) if r] == [
        "10月12日(月)は祝日（スポーツの日）のためお休みです",
        "10月26日(月)はお休みです",
    ]


def test_citizens_holidays_and_substitutes_count() -> None:
    named = [
        holiday_name(date(2026, 9, 22)),
        holiday_name(date(2026, 5, 6)),
        holiday_name(date(2026, 12, 31)),
    ]
    assert [bool(name) for name in named] == [True, True, False]
    assert [is_workday(date(2026, 9, 22)), is_workday(date(2026, 9, 24))] == [False, True]


@given(timetables())
def test_a_timetable_is_stored_and_comes_back(timetable: Timetable) -> None:
    assert from_json(to_json(timetable)) == timetable


def test_an_edited_hour_keeps_its_part_and_other_hours_keep_theirs() -> None:
    one = keep_parts(timetable_of("第3日曜 13:00～"), timetable_of("第3日曜 14:00～"))
    two = keep_parts(timetable_of("第3日曜 10:00～、13:00～"), timetable_of("第3日曜 13:00～、15:00～"))
    assert [hours.id for hours in one.entries[0].hours] == ["1300-"]
    assert [hours.id for hours in two.entries[0].hours] == ["1300-", "1500-"]
