"""A pasted piece of a flyer as programmes: each with its name and its schedule words. What fits none stays beside it.

Only cut (and full-width letters made plain): the words of a programme are those of the flyer, the grammar has the last say.
"""

import re
import unicodedata
from collections.abc import Iterator

from msgspec import Struct

from app.domain.series_wish import LONGEST_WORDS
from app.domain.text import one_line

LONGEST = 4000
MOST = 30
LONGEST_LABEL = 60
WEEKDAYS = "月火水木金土日"
NUMBER = r"[0-9一二三四五]"
NTH = rf"第?{NUMBER}(?:[・、,.と~]*第?{NUMBER})*\s*週?の?[(]?[{WEEKDAYS}](?:曜|[)]|(?=[\s\d(、,・]|$))"
SCHEDULE = re.compile(
    rf"原則|基本的に|毎週|毎月|毎日|隔週|隔月|第{NUMBER}|{NTH}|最終[{WEEKDAYS}週]|月末|偶数月|奇数月|平日|土日|"
    rf"(?<![0-9])[{WEEKDAYS}](?:[・、,~][{WEEKDAYS}])*曜|[0-9]{{1,2}}月(?=[0-9第のか]|~)|[0-9]{{1,2}}/[0-9]|令和[0-9元]|"
    rf"20[0-9]{{2}}[年/]|[年月週][0-9]+回|不定期|(?<![0-9])[0-9]{{1,2}}日(?![間前])"
)
CLOCK = r"(?:午前|午後|夜|AM|PM)?\s*(?:[0-9]{1,2}(?::[0-9]{2}|時(?:[0-9]{1,2}分|半)?)|正午)"
HOURS = re.compile(rf"^\s*{CLOCK}\s*(?:~|から|-)?\s*(?:{CLOCK})?\s*(?:まで)?")
TRAILING = re.compile(
    rf"^(?P<words>.*(?:曜日?|[0-9]日|{CLOCK}~?|まで|から|[)]|末日|回))[\s:](?P<label>[^\d()第毎隔※]{{2,}})$"
)
DAYS_FIRST = re.compile(rf"^(?P<days>[{WEEKDAYS}](?:[・、,~]?[{WEEKDAYS}])*)\s*:\s*(?P<label>\D[^:]*)$")
WHEN = re.compile(r"^(?:日時|とき|開催日時?|日程|日にち|曜日|時間)\s*:\s*")
ASIDE = re.compile(
    r"^(?:会場|場所|ところ|問い?合わ?せ?先?|お問い?合わ?せ先?|連絡先|電話|TEL|参加費|費用|料金|対象|定員|申込み?|持ち物|主催)\s*:?",
    re.IGNORECASE,
)
NEXT_NAME = re.compile(r"(?<=[\d分時半で~)]) (?=[^\s:\d]{2,20}:)")
SEPARATORS = "、,・/;|\t"
BULLETS = " ●○■□◆◇★☆・*-▼▽◎:「」『』【】<>《》①②③④⑤⑥⑦⑧⑨⑩"


class Programme(Struct, frozen=True):
    """What a flyer offers: a name (maybe none), words about time, and what else stands there."""

    label: str
    words: str
    rest: str = ""


class _Piece(Struct, frozen=True):
    """Text between two separators: its name, its words about time, how it was joined to what stands before."""

    label: str
    words: str
    before: str


def programmes(text: str) -> tuple[Programme, ...]:
    """The programmes of a pasted text, in its order, at most thirty. () where nothing speaks of time."""
    found: list[Programme] = []
    waiting, aside = "", list[str]()
    for piece in _pieces(text[:LONGEST]):
        if not piece.words:
            if waiting:
                aside.append(waiting)
            waiting = "" if ASIDE.match(piece.label) else piece.label
            aside += [piece.label] if not waiting else []
        elif piece.label or waiting or not found:
            found = _with_rest(found, [*aside, *([waiting] if piece.label and waiting else [])])
            found.append(Programme((piece.label or waiting)[:LONGEST_LABEL], _tidy(piece.words)))
            waiting, aside = "", []
        else:
            last = found.pop()
            words = _tidy(f"{last.words}{piece.before}{piece.words}")
            found.append(Programme(last.label, words, last.rest))
    found = _with_rest(found, [*aside, *([waiting] if waiting else [])])
    return tuple(each for each in found if len(each.words) <= LONGEST_WORDS)[:MOST]


def _with_rest(found: list[Programme], said: list[str]) -> list[Programme]:
    """What else was said belongs to the programme before it; before the first one it is a heading."""
    if not found or not said:
        return found
    last = found[-1]
    rest = "\n".join(part for part in (last.rest, *said) if part)
    return [*found[:-1], Programme(last.label, last.words, rest)]


def _tidy(words: str) -> str:
    """Without the end of a bracket that began in the name, and with the dash of a flyer."""
    lone = words.endswith(")") and words.count(")") > words.count("(")
    return (words[:-1] if lone else words).replace("~", "～").strip()


def _pieces(text: str) -> Iterator[_Piece]:
    for line in unicodedata.normalize("NFKC", text).replace("〜", "~").replace("～", "~").splitlines():
        plain = one_line(line.replace("\t", "、"))
        if plain:
            yield from _of_line(plain)


def _of_line(line: str) -> Iterator[_Piece]:
    """The parts of one line: a cut is made only where a name follows that has words about time of its own."""
    if ASIDE.match(line):
        yield _Piece(line, "", " ")
        return
    piece, before = "", " "
    for separator, part in _cuts(NEXT_NAME.sub("\t", line)):
        both = _named(part)
        if both.label and both.words and _named(piece).words:
            yield _named(piece, before)
            piece, before = part, separator
        else:
            piece = f"{piece}{separator}{part}" if piece else part
    yield _named(piece, before)


def _cuts(line: str) -> Iterator[tuple[str, str]]:
    """The line at its separators, brackets kept whole: each part with the separator before it."""
    depth, separator, part = 0, "", ""
    for sign in line:
        depth += (sign in "(「『【") - (sign in ")」』】")
        if sign in SEPARATORS and depth <= 0:
            yield separator, part
            separator, part = sign, ""
        else:
            part += sign
    yield separator, part


def _named(part: str, before: str = "、") -> _Piece:
    """The name and the words about time of a part; either may be missing."""
    plain = WHEN.sub("", part.strip(BULLETS))
    if days := DAYS_FIRST.match(plain):
        weekdays = [sign for sign in days["days"] if sign in WEEKDAYS]
        if "~" not in days["days"]:
            return _Piece(days["label"].strip(BULLETS), f"{'・'.join(weekdays)}曜日", before)
    start = SCHEDULE.search(plain)
    if start is None:
        hours = HOURS.match(plain)
        return _Piece("", plain, before) if hours and hours[0].strip() else _Piece(plain, "", before)
    label, words = plain[: start.start()].strip(f"{BULLETS}(は、"), plain[start.start() :].strip()
    if label and HOURS.fullmatch(label):
        return _Piece("", plain, before)
    if not label and (behind := TRAILING.match(words)):
        return _Piece(behind["label"].strip(BULLETS), behind["words"].strip(), before)
    return _Piece(WHEN.sub("", f"{label}:").strip(BULLETS), words, before)
