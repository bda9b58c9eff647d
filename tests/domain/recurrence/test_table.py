"""The table that `hidamari expand` prints: for eyes, in line whatever the width of the letters."""

from datetime import date

import pytest

from app.domain.recurrence.report import answer
from app.domain.recurrence.table import columns, table

LAST = date(2027, 3, 31)


def printed(words: str, first: date, last: date = LAST, anchor: date | None = None) -> list[str]:
    return table(answer(words, first, last, anchor)).splitlines()


def test_a_date_that_moves_stands_where_it_was_and_where_it_goes() -> None:
    assert printed("第2木曜 14時～（祝日の場合は翌週）", date(2027, 1, 1)) == [
        "毎月第2木曜 14:00～（祝日の場合は翌週）",
        "",
        "2027-01-14 (木)  14:00～",
        "2027-02-11 (木)  移動     祝日（建国記念の日）のため、2月18日(木)に移ります",
        "2027-02-18 (木)  14:00～  2月11日(木)から",
        "2027-03-11 (木)  14:00～",
        "",
        "3回、移動 1回",
    ]


def test_what_is_left_out_and_what_to_look_at_stand_in_one_column() -> None:
    assert printed("毎週木曜 10時～12時（年末年始を除く）", date(2026, 12, 24), date(2027, 2, 11)) == [
        "毎週木曜 10:00～12:00（年末年始を除く）",
        "",
        "2026-12-24 (木)  10:00～12:00",
        "2026-12-31 (木)  お休み        年末年始のため",
        "2027-01-07 (木)  10:00～12:00",
        "2027-01-14 (木)  10:00～12:00",
        "2027-01-21 (木)  10:00～12:00",
        "2027-01-28 (木)  10:00～12:00",
        "2027-02-04 (木)  10:00～12:00",
        "2027-02-11 (木)  10:00～12:00  建国記念の日",
        "",
        "7回、お休み 1回",
        "祝日や年末年始に当たる日が1回あります。開くかどうか、確かめてください。",
    ]


def test_the_months_of_a_weekly_rule_stand_apart() -> None:
    found = printed("毎週水曜", date(2027, 2, 17), date(2027, 3, 17))
    assert found[2:-2] == [
        "2027-02-17 (水)",
        "2027-02-24 (水)",
        "2027-03-03 (水)",
        "2027-03-10 (水)",
        "2027-03-17 (水)",
    ]
    assert "" in printed("毎週水曜", date(2027, 2, 3), date(2027, 3, 31))[2:-2]


def test_words_without_dates_say_what_is_missing_and_what_to_type() -> None:
    assert printed("隔週木曜", date(2026, 4, 1)) == [
        "「隔週木曜」からは、まだ日付が決まりません。",
        "  「隔週」は、最初の日はいつですか（例: 2026年4月8日）",
        "  分かれば、--anchor 2026-04-08 のように付けてください。",
    ]


def test_a_remark_that_is_no_date_of_the_rule_stands_above() -> None:
    found = printed("第1土曜（12月30日を除く）", date(2026, 12, 1), date(2026, 12, 31))
    assert found == [
        "毎月第1土曜（12月30日を除く）",
        "※ 12月30日は、もともと開く日ではありません",
        "",
        "2026-12-05 (土)",
        "",
        "1回",
    ]


@pytest.mark.parametrize(("text", "width"), [("10:00～12:00", 12), ("お休み", 6), ("", 0), ("ｱ", 1)])
def test_japanese_letters_take_two_columns(text: str, width: int) -> None:
    assert columns(text) == width
