"""A pasted flyer as programmes with their names and words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.flyer import Programme, programmes


def cut(text: str) -> list[tuple[str, str]]:
    return [(each.label, each.words) for each in programmes(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "おしゃべりサロン 第1・第3木曜 13:30～15:30、ヨガ教室 毎週火曜 10時～11時",
            [("おしゃべりサロン", "第1・第3木曜 13:30～15:30"), ("ヨガ教室", "毎週火曜 10時～11時")],
        ),
        (
            "月木：学習塾・火：訪問塾・土：子ども食堂",
            [("学習塾", "月・木曜日"), ("訪問塾", "火曜日"), ("子ども食堂", "土曜日")],
        ),
        (
            "体操：毎週月曜 10:00～ / 囲碁：第2土曜 13:00～",
            [("体操", "毎週月曜 10:00～"), ("囲碁", "第2土曜 13:00～")],
        ),
        (
            "●ふらっとカフェ　第2・第4水曜　14時～16時\n●家族の会（第3日曜日 13:30～15:30）",
            [("ふらっとカフェ", "第2・第4水曜 14時～16時"), ("家族の会", "第3日曜日 13:30～15:30")],
        ),
        (
            "ヨガ教室\n日時：毎週火曜 10時～\n書道\n日時：第1・3土曜 13時～15時",
            [("ヨガ教室", "毎週火曜 10時～"), ("書道", "第1・3土曜 13時～15時")],
        ),
        (
            "毎週火曜 10時～11時 ヨガ教室、毎週木曜 14時～ 書道教室",
            [("ヨガ教室", "毎週火曜 10時～11時"), ("書道教室", "毎週木曜 14時～")],
        ),
        (
            "サロンA：第1火曜10:00～12:00　サロンB：第3火曜13:00～15:00",
            [("サロンA", "第1火曜10:00～12:00"), ("サロンB", "第3火曜13:00～15:00")],
        ),
        (
            "囲碁・将棋の会 毎週土曜、カラオケ 第2日曜",
            [("囲碁・将棋の会", "毎週土曜"), ("カラオケ", "第2日曜")],
        ),
        (
            "茶話会 4月18日、5月16日 10時～、相談日 毎月15日",
            [("茶話会", "4月18日、5月16日 10時～"), ("相談日", "毎月15日")],
        ),
        ("体操 毎週金曜、第5金曜は休み", [("体操", "毎週金曜、第5金曜は休み")]),
        ("第1木曜日 第2・第4月曜日 13:00～", [("", "第1木曜日 第2・第4月曜日 13:00～")]),
        ("こんにちは", []),
        ("", []),
    ],
)
def test_a_flyer_is_cut_into_its_programmes(text: str, expected: list[tuple[str, str]]) -> None:
    assert cut(text) == expected


def test_the_place_and_the_telephone_stay_beside_their_programme() -> None:
    text = "ヨガ教室 毎週火曜 10時～\n会場：公民館\n電話 03-1111-2222\n書道 第1土曜"
    assert programmes(text) == (
        Programme("ヨガ教室", "毎週火曜 10時～", "会場:公民館\n電話 03-1111-2222"),
        Programme("書道", "第1土曜"),
    )


@given(st.text(st.sampled_from("第12・、火曜毎週10時～(（）)：会\n 室ヨガ:/"), max_size=80))
@settings(max_examples=300, deadline=None)
def test_any_text_is_cut_without_fault(text: str) -> None:
    assert all(each.words for each in programmes(text))
