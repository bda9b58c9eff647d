"""Passwords that are soon guessed are refused, with words that help."""

import pytest

from app.domain.errors import Unusable
from app.domain.passwords import LONGEST, usable_password

OWN = ("hanako.mori@nagi.example", "なぎの会")


@pytest.mark.parametrize(
    "password",
    [
        "a good long password",
        "engawa to mikan to neko",
        "ねことえんがわとみかん",
        "tanuki-mikan-engawa",
        "x" * 3 + "縁側のねこ、みかんを食べる",
        "7fK!qz0Wm2pR",
    ],
)
def test_words_that_have_nothing_to_do_with_each_other_are_taken(password: str) -> None:
    assert usable_password(password, OWN) == password


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("short", "10文字以上"),
        ("", "10文字以上"),
        ("password123", "よく使われる言葉"),
        ("hidamari-demo", "よく使われる言葉"),
        ("hidamari2026", "よく使われる言葉"),
        ("sakura1234", "よく使われる言葉"),
        ("aaaaaaaaaaaa", "同じ文字"),
        ("abcdefghijklmn", "続いた文字"),
        ("2026年11月21日", "日付"),
        ("２０２６年１１月２１日", "日付"),
        ("hanako.mori1", "アドレスや団体の名前"),
        ("x" * (LONGEST + 1), "256文字まで"),
    ],
)
def test_what_is_soon_guessed_is_refused_and_says_why(password: str, why: str) -> None:
    with pytest.raises(Unusable) as refusal:
        usable_password(password, OWN)
    assert (refusal.value.field, why in str(refusal.value)) == ("password", True)
