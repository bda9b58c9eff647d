"""Columns by name, encodings, dates and towns."""

from datetime import date

import pytest

from app.domain.errors import Unusable
from app.domain.open_data import area_of, read_table
from app.domain.open_series import date_of, schedule_of, series_wish
from tests.samples.open_data import EVENTS


def one(text: str) -> tuple[str, str]:
    """The title and the schedule words of a table with one row."""
    (row,) = read_table(text.encode())
    return row.title, schedule_of(row).words


@pytest.mark.parametrize(
    "text",
    [
        "名称,開催日,開催時間\nあさひ食堂,第2土曜,11:00～\n",
        "開催時間,こども食堂名,開催日\n11:00～,あさひ食堂,第2土曜\n",
        "　名 称 ,開催日時,備考\nあさひ食堂,第2土曜 11:00～,\n",
        '令和8年度 一覧,,\n施設名,実施日,"活動時間\n（予定）"\nあさひ食堂,第2土曜,\n'.replace(
            "第2土曜,", "第2土曜 11:00～,"
        ),
        "﻿名称,開催曜日,開始時間\nあさひ食堂,第2土曜 11:00,\n".replace("11:00,", "11:00～,"),
    ],
)
def test_columns_are_found_by_name_in_any_order(text: str) -> None:
    assert one(text) == ("あさひ食堂", "第2土曜 11:00～")


def test_an_unknown_column_goes_into_the_note() -> None:
    (row,) = read_table("名称,駐車場\nあさひ食堂,3台\n".encode())
    assert series_wish(row, schedule_of(row)).note == "駐車場：3台"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("氏名,年齢\nあさひ,3\n".encode(), "列が見つかりません"),
        (b"", "列が見つかりません"),
        ("名称\nあさひ\n".encode("utf-16"), "文字コードが読めません"),
        (b"PK\x03\x04\x00\x00\x81\x00", "文字コードが読めません"),
    ],
)
def test_a_file_that_cannot_be_read_says_what_to_do(data: bytes, said: str) -> None:
    with pytest.raises(Unusable, match=said):
        read_table(data)


def test_the_number_of_a_row_is_that_of_its_file() -> None:
    assert [row.number for row in read_table(EVENTS.encode())] == [3, 4, 5]


def test_rows_alike_have_keys_of_their_own() -> None:
    found = read_table("名称,開催日\nあさひ食堂,第1土曜\nあさひ食堂,第3土曜\n".encode())
    assert len({row.key for row in found}) == 2


def test_a_key_outlives_new_columns_and_another_order() -> None:
    first = read_table("NO,名称,開催日\n7,あさひ食堂,第1土曜\n".encode())
    again = read_table("名称,備考,NO,開催日\nあさひ食堂,新,7,第3土曜\n".encode("cp932"))
    assert first[0].key == again[0].key


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2027-05-10", date(2027, 5, 10)),
        ("2027/5/1", date(2027, 5, 1)),
        ("20270501", date(2027, 5, 1)),
        ("令和９年５月１日", date(2027, 5, 1)),
        ("R9.5.1", date(2027, 5, 1)),
        ("2027111", None),
        ("2027-02-30", None),
        ("5月上旬", None),
    ],
)
def test_dates_of_tables(words: str, day: date | None) -> None:
    assert date_of(words) == day


@pytest.mark.parametrize(
    ("address", "area"),
    [
        ("埼玉県所沢市並木1-1-1", "所沢市"),
        ("東京都世田谷区三軒茶屋2", "世田谷区"),
        ("東京都東村山市本町1", "東村山市"),
        ("三重県四日市市諏訪町1", "四日市市"),
        ("千葉県市川市八幡1", "市川市"),
        ("神奈川県三浦郡葉山町堀内", "三浦郡葉山町"),
        ("", None),
    ],
)
def test_the_town_stands_in_the_address(address: str, area: str | None) -> None:
    (row,) = read_table(f"名称,住所\nあさひ食堂,{address}\n".encode())
    assert area_of(row) == area


def test_a_remark_about_dates_is_never_left_out() -> None:
    text = "名称,開催日,開催日時特記事項\nあさひ食堂,第2土曜,{}\n"
    (row,) = read_table(text.format("持ち物はありません").encode())
    assert schedule_of(row).reading.timetable is not None
    (row,) = read_table(text.format("月により変わります").encode())
    assert "月により変わります" in schedule_of(row).words
