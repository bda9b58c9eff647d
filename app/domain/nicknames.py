"""Nicknames: any name a person likes to be called by, and nothing by which they could be reached or found."""

import re
import unicodedata

from app.domain.errors import Unusable
from app.domain.text import CODE_POINTS_A_LETTER, length, one_line

LONGEST = 20
# The column holds 80 characters; a flag or a family is one letter of several.
MOST_CODE_POINTS = 80
MOST_TYPED = LONGEST * CODE_POINTS_A_LETTER * 10
KANJI_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
MAIL = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+\s*@\s*[\w-]+(?:\s*\.\s*[\w-]+)+", re.ASCII)
# Seven digits or more, whatever stands between them.
NUMBER = re.compile(r"\d(?:[\s\-‐-―−ー~・./()+]*\d){6}")

EMPTY = "呼ばれたい名前を、1文字から20文字で書いてください。本名でなくてかまいません。"
TOO_LONG = "20文字までで書いてください。短い呼び名でかまいません。"
A_MAIL = "メールアドレスのようです。連絡先はお預かりしないので、「すみれ」のような呼び名を書いてください。"
A_NUMBER = "電話番号のようです。連絡先はお預かりしないので、「すみれ」のような呼び名を書いてください。"

PLANTS = "すみれ つばき あやめ さつき もみじ かえで いちょう わかば つくし よもぎ なずな すずらん れんげ こすもす りんどう ききょう"
GARDEN = "なでしこ あじさい ひまわり あさがお たんぽぽ さざんか すいせん ゆず みかん りんご あんず びわ くるみ どんぐり このみ まつぼっくり"
ANIMALS = "つばめ すずめ ひばり めじろ うぐいす ふくろう はくちょう かもめ かわせみ ほたる とんぼ めだか こいぬ こねこ うさぎ こりす"
SKY = "あさひ こもれび ひなた そよかぜ わたぐも にじ しずく こはる みずうみ せせらぎ なぎさ さざなみ こだち のはら こみち みなと"
NEUTRAL = (*PLANTS.split(), *GARDEN.split(), *ANIMALS.split(), *SKY.split())


def read_nickname(typed: str, field: str = "nickname") -> str:
    """A nickname as it is kept, 1 to 20 letters as a reader counts them. Raises Unusable, naming the field."""
    nickname = one_line(typed[:MOST_TYPED])
    if not nickname:
        raise Unusable(EMPTY, field)
    refuse_contact(nickname, field)
    if len(nickname) > MOST_CODE_POINTS or length(nickname) > LONGEST:
        raise Unusable(TOO_LONG, field)
    return nickname


def neutral_name(number: int) -> str:
    """A name dealt to whoever wants none: a flower, a bird, the weather. Any number has one."""
    return NEUTRAL[number % len(NEUTRAL)]


def refuse_contact(nickname: str, field: str) -> None:
    """Raise Unusable for a mail address or a telephone number, in wide letters or kanji digits, too."""
    plain = unicodedata.normalize("NFKC", nickname)
    if MAIL.search(plain):
        raise Unusable(A_MAIL, field)
    if NUMBER.search(plain.translate(KANJI_DIGITS)):
        raise Unusable(A_NUMBER, field)
