"""Passwords that are not guessed within a short time: as NIST SP 800-63B asks, by length and by what everybody knows.

No rule asks for digits or signs, and none lets a password grow old. How many guesses a password takes is estimated by
zxcvbn; what it does not know, the words of this house and its place, is given to it.
"""

import unicodedata
from collections.abc import Sequence
from typing import Any

from app.domain.errors import Unusable

SHORTEST = 10
LONGEST = 256
# Beyond that zxcvbn takes long and tells nothing new.
LOOKED_AT = 60
STRONG_ENOUGH = 3
HOUSE_WORDS = """
hidamari ひだまり ibasho いばしょ 居場所 hikikomori himitsu ひみつ 秘密 sakura さくら 桜 password パスワード pasuwado
pasuwaado aikotoba あいことば arigatou ありがとう konnichiwa こんにちは nihon tokyo toukyou edogawa 江戸川 npo shakyo
salon サロン staff tanto admin kanri 管理 demo
"""
WHY = {
    "dictionary": "よく使われる言葉なので、すぐに当てられてしまいます。関係のない言葉を3つか4つ、つなげてみてください。",
    "repeat": "同じ文字のくり返しは、すぐに当てられてしまいます。関係のない言葉を3つか4つ、つなげてみてください。",
    "sequence": "続いた文字や数字は、すぐに当てられてしまいます。関係のない言葉を3つか4つ、つなげてみてください。",
    "spatial": "キーボードの並びは、すぐに当てられてしまいます。関係のない言葉を3つか4つ、つなげてみてください。",
    "date": "日付は、すぐに当てられてしまいます。関係のない言葉を3つか4つ、つなげてみてください。",
}
OWN = "アドレスや団体の名前に近いので、すぐに当てられてしまいます。関係のない言葉を3つか4つ、つなげてみてください。"
PLAIN = "すぐに当てられてしまいそうです。関係のない言葉を3つか4つ、つなげてみてください。"
DATE_SIGNS = str.maketrans("年月日時分", "-----")


def usable_password(password: str, own_words: Sequence[str] = ()) -> str:
    """The password, if it may be set: 10 to 256 characters that are not guessed soon.

    own_words: what everybody knows of whoever chooses it, such as their address. Raises Unusable (field password) with
    what to try instead.
    """
    if len(password) < SHORTEST:
        raise Unusable(
            f"パスワードは{SHORTEST}文字以上にしてください。関係のない言葉を3つか4つつなげると、覚えやすくなります。",
            "password",
        )
    if len(password) > LONGEST:
        raise Unusable(f"パスワードは{LONGEST}文字までにしてください。", "password")
    # Its word lists take a twentieth of a second that no command but those that set a password should wait for.
    from zxcvbn import zxcvbn

    known = [part for word in own_words for part in parts_of(word)]
    folded = unicodedata.normalize("NFKC", password[:LOOKED_AT]).translate(DATE_SIGNS)
    found = zxcvbn(folded, user_inputs=[*HOUSE_WORDS.split(), *known])
    if found["score"] < STRONG_ENOUGH:
        raise Unusable(why_weak(found["sequence"], known), "password")
    return password


def parts_of(word: str) -> list[str]:
    """A word and what stands between its signs: hanako.mori, hanako, mori and example of hanako.mori@example.org."""
    plain = "".join(sign if sign.isalnum() else " " for sign in word).split()
    return [word, word.partition("@")[0], *plain]


def why_weak(sequence: Sequence[dict[str, Any]], known: Sequence[str]) -> str:
    """What makes a password weak, by the longest part of it that is known."""
    longest = max(sequence, key=lambda part: len(part["token"]) * (part["pattern"] in WHY))
    if longest.get("matched_word") in {word.lower() for word in known}:
        return OWN
    return WHY.get(longest["pattern"], PLAIN)
