"""What stands beside the field while words are typed."""

from datetime import date, time

from app.domain.preview import NextDate, preview

TODAY = date(2026, 11, 15)


def test_the_words_are_read_back_with_the_next_dates() -> None:
    seen = preview("偶数月第3金曜 13:30～15:30", None, TODAY, count=2)
    assert seen.wording == "偶数月の第3金曜 13:30～15:30"
    assert (seen.understood, seen.more) == (True, True)
    assert seen.dates == (
        NextDate(
            nominal=date(2026, 12, 18),
            date=date(2026, 12, 18),
            part="1330-1530",
            starts=time(13, 30),
            ends=time(15, 30),
        ),
        NextDate(
            nominal=date(2027, 2, 19),
            date=date(2027, 2, 19),
            part="1330-1530",
            starts=time(13, 30),
            ends=time(15, 30),
        ),
    )


def test_a_holiday_is_a_question() -> None:
    seen = preview("毎週月曜 10時～12時", None, TODAY, count=2)
    assert [each.question for each in seen.dates] == [None, "勤労感謝の日に当たります"]


def test_a_date_that_words_exclude_is_named() -> None:
    seen = preview("毎週月曜 10時～12時（祝日を除く）", None, TODAY, count=2)
    assert [each.date for each in seen.dates] == [date(2026, 11, 16), date(2026, 11, 30)]
    assert [gap.date for gap in seen.gaps] == [date(2026, 11, 23)]


def test_what_is_missing_is_asked_for() -> None:
    seen = preview("隔週木曜", None, TODAY)
    assert (seen.understood, seen.reading.missing) == (False, ("anchor",))
    assert len(seen.reading.questions) == 1


def test_words_nobody_understands_give_no_dates() -> None:
    assert not preview("気が向いたとき", None, TODAY).understood
