"""Words that speak for themselves, and those that look like schedule and were taken by nothing."""

import re
from collections.abc import Callable

from app.domain.recurrence.cursor import Cursor
from app.domain.recurrence.pieces import (
    At,
    Conflict,
    Days,
    EveryMonth,
    Irregular,
    Lacks,
    Limits,
    More,
    Off,
    Often,
    Piece,
    Tentative,
    Total,
    Unread,
)
from app.domain.recurrence.rule import (
    NO_HOURS,
    Daily,
    Weekly,
)
from app.domain.recurrence.tokens import Token
from app.domain.recurrence.values import promise

DAY_WORDS = frozenset(
    {"WEEKDAYS", "LETTERS", "ORDINALS", "DAYS", "DATE", "WORKDAYS", "EVERY_WEEK", "HOLIDAYS"}
)
RULE_WORDS = DAY_WORDS - {"DATE", "DAYS"}


def single(cursor: Cursor, token: Token) -> list[Piece]:
    """One word that speaks for itself."""
    match token.kind:
        case "OPENING":
            cursor.depth += 1
            cursor.opened = len(cursor.pieces)
        case "CLOSING":
            cursor.depth = max(0, cursor.depth - 1)
            cursor.noted = cursor.noted and cursor.depth > 0
            cursor.months = None if _tells_months_of_days(cursor) else cursor.months
        case "NOTE" | "BREAK":
            cursor.noted = token.kind == "NOTE" and bool(cursor.pieces)
            cursor.opened = len(cursor.pieces)
            cursor.months = None
        case "IRREGULAR" if cursor.has_days and cursor.attempt(_some_days):
            return [More(token.text)]
        case kind if kind in SPEAKING:
            return SPEAKING[kind](cursor, token)
        case kind if kind in MEANINGS:
            return [MEANINGS[kind](token.text)]
        case _:
            return _suspicious(cursor, token)
    return []


def _tells_months_of_days(cursor: Cursor) -> bool:
    """第2土曜（5月～10月）、第4日曜, 月2回（8月は1回）第2・4土曜: the months are not those of the days behind."""
    days, months = (cursor.pieces[-2], cursor.pieces[-1]) if len(cursor.pieces) > 1 else (None, None)
    return isinstance(months, EveryMonth) and (months.place == "note" or isinstance(days, Days | At))


def _more(cursor: Cursor, token: Token) -> list[Piece]:
    cursor.attempt(_some_days if token.text.endswith(("不定期", "随時")) else _also_then)
    return [More(token.text)]


def _no_rest(cursor: Cursor, token: Token) -> list[Piece]:  # noqa: ARG001 -- as the others
    """無休; 年末年始を除き無休 names the days."""
    after_off = cursor.at > 1 and cursor.kinds[cursor.at - 2] == "EXCEPT"
    return [Days(Daily(), cursor.place, every=True)] if after_off and not cursor.has_days else [Off(())]


def _also_then(cursor: Cursor) -> bool | None:
    """他に夏休み期間に開催, 他に年2回, その他不定期で土曜: when the other ones are is a part that is not known."""
    cursor.skip("PARTICLE", "SPACE", "TEXT", "JOIN")
    token = cursor.take("PERIOD", "FUZZY_DAY", "COUNT", "IRREGULAR")
    if token is not None and token.kind in ("IRREGULAR", "COUNT"):
        cursor.attempt(_some_days)
    elif token is not None and token.kind == "PERIOD":
        cursor.attempt(_held_then)
    return True if token is not None else None


def _held_then(cursor: Cursor) -> bool | None:
    """長期休暇中は平日も開催: days of the period, not of the whole year."""
    cursor.skip("PARTICLE", "SPACE", "EVERY_WEEK")
    found = cursor.take("WORKDAYS", "DAILY", "WEEKDAYS", "LETTERS")
    return True if found and (cursor.take("OPEN") or cursor.over()) else None


def _some_days(cursor: Cursor) -> bool | None:
    """不定期で土曜日: some of these days, and nobody knows which."""
    cursor.skip("PARTICLE", "SPACE", "JOIN", "COLON")
    found = cursor.skip("ORDINALS", "WEEKDAYS", "LETTERS", "WORKDAYS", "HOLIDAYS", "JOIN", "PARTICLE")
    if found and cursor.has_hours:
        cursor.take("HOURS")
    return True if found else None


def _suspended(words: str) -> Piece:
    return Conflict(f"「{words}」とあります。いまも続いているか、主催者に確かめてください")


MEANINGS: dict[str, Callable[[str], Piece]] = {
    "COUNT": lambda words: Often(promise(words), words),
    "TOTAL": lambda words: Total(int(re.sub(r"\D", "", words)), words),
    "TENTATIVE": lambda words: Tentative(),  # noqa: ARG005 -- all meanings take their words
    "SOFT": lambda words: Tentative(),  # noqa: ARG005
    "IRREGULAR": Irregular,
    "SUSPENDED": _suspended,
    "NO_HOURS": lambda words: At(NO_HOURS),  # noqa: ARG005
    "ALL_YEAR": lambda words: Limits(),  # noqa: ARG005
    "NEAR": lambda words: Lacks("date", words),
    "OTHER_RHYTHM": lambda words: Lacks("anchor", words),
    "ODD_WEEKS": lambda words: Lacks("anchor", words),
}


def _unsettled(cursor: Cursor, token: Token) -> list[Piece]:
    open_words = token.text.startswith(("未定", "調整中", "検討中", "応相談", "要相談"))
    if not cursor.has_days:
        return [Lacks("date", token.text)]
    elsewhere = any("日" in before.text for before in cursor.tokens[max(0, cursor.at - 4) : cursor.at])
    return [More(token.text)] if open_words or (elsewhere and _is_loose(cursor)) else []


SPEAKING: dict[str, Callable[[Cursor, Token], list[Piece]]] = {
    "MORE": _more,
    "NO_REST": _no_rest,
    "UNSETTLED": _unsettled,
}
SCHEDULE_WORDS = frozenset(
    {"HOLIDAYS", "WHEN", "TARGET", "EXCEPT", "CLOSED", "CHANGED", "UNTIL", "SPECIFIC", "NEXT_WEEKDAY"}
)
WEATHER = re.compile(
    "雨|荒天|悪天|天候|台風|警報|災害|雪|暑|定員|満|希望|予約|申|参加|流行|感染|都合|諸般|緊急"
)
CARRIED_OUT = re.compile("開催|実施|行い")
SCHEDULE_WORDS |= {"JOIN", "PREVIOUS_WEEKDAY", "YEAR", "YEAR_MONTH", "DATE"}


def _suspicious(cursor: Cursor, token: Token) -> list[Piece]:
    """A word of schedules that no production took; behind other text (参加費なし, 雨天の場合は中止) it is not about days."""
    before = cursor.tokens[cursor.at - 2] if cursor.at > 1 else None
    if token.kind == "TEXT":
        return _strange_text(cursor, token, before)
    if token.kind == "ABOUT" and before is not None and before.kind in DAY_WORDS:
        return [Lacks("date", before.text + token.text)]
    if token.kind != "COLON" and _is_harmless(token, before):
        return _open_start(cursor, token, before)
    plain = (
        before is not None
        and before.kind in ("TEXT", "NOISE")
        and token.kind in ("EXCEPT", "WHEN", "SPECIFIC", "UNTIL")
    )
    if token.kind in ("JOIN", "COLON"):
        return _plus(cursor, token) if token.kind == "JOIN" else _arrow(cursor, token, before)
    if plain and not (token.kind == "EXCEPT" and cursor.place != "line" and cursor.has_dates_here):
        return _behind_text(cursor, before, token) if before else []
    return [Unread(token.text)]


def _behind_text(cursor: Cursor, before: Token, token: Token) -> list[Piece]:
    """雨天の場合は…, 年内は休み, 会員のみ."""
    if token.kind == "WHEN":
        return _aside(cursor, before.text)
    return [Unread(before.text + token.text)] if _may_be_days(before, token) else []


def _strange_text(cursor: Cursor, token: Token, before: Token | None) -> list[Piece]:
    """Words that nobody here knows, where they may yet be about days."""
    if ONE_OF_THEM.match(token.text) and _is_loose(cursor):
        return [Lacks("week", token.text.strip())]
    listed = before is not None and before.kind == "JOIN" and _may_be_weekday(cursor, token)
    number = NUMBER_AT_END.search(token.text) and _goes_with_days(cursor)
    lost = token.text[-1] in "月火水木金土" and _letters_go_on(cursor)
    strange = STRANGE.search(token.text) or _is_season(cursor, token)
    return [Unread(token.text.strip())] if listed or number or lost or strange else []


def _is_loose(cursor: Cursor) -> bool:
    """10月中の日曜日1回: one of these days, unless 毎週 was said."""
    last = cursor.pieces[-1] if cursor.pieces else None
    return isinstance(last, Days) and isinstance(last.rule, Weekly) and not last.every


def _is_season(cursor: Cursor, token: Token) -> bool:
    """春の第2土曜, 前期 毎週水曜: days of a time that nobody here knows."""
    at = cursor.at
    joined = cursor.skip("PARTICLE", "SPACE")
    following = cursor.peek(gaps=False)
    cursor.at = at
    named = SEASON.search(token.text) and all(part.text in ("の", " ") for part in joined)
    return bool(named) and following is not None and following.kind in ("ORDINALS", "EVERY_WEEK", "WEEKDAYS")


def _may_be_days(before: Token, token: Token) -> bool:
    """年内は休み, 大安のみ, 閉庁日を除く: days that nobody here knows; 雨天は休み, 会員のみ, 参加費なし are none."""
    rests = token.kind == "EXCEPT" and "休" in token.text and not WEATHER.search(before.text)
    return rests or (token.kind in ("EXCEPT", "SPECIFIC") and OF_DAYS.search(before.text) is not None)


def _letters_go_on(cursor: Cursor) -> bool:
    """相談会火・木: the letter at the end may be the first of the weekdays."""
    return cursor.kinds[cursor.at : cursor.at + 2] == ("JOIN", "LETTERS")


def _may_be_weekday(cursor: Cursor, token: Token) -> bool:
    """火・金クラス: a letter in a list of weekdays, even where a word follows it."""
    in_list = cursor.at > 2 and cursor.tokens[cursor.at - 3].kind == "LETTERS"
    return bool((LETTER if in_list else LONE_LETTER).match(token.text))


def _goes_with_days(cursor: Cursor) -> bool:
    """1・第3土曜: a number that runs into days is one of them."""
    at = cursor.at
    cursor.skip("JOIN")
    following = cursor.peek(gaps=False)
    cursor.at = at
    return following is not None and following.kind in ("ORDINALS", "WEEKDAYS", "LETTERS")


def _is_harmless(token: Token, before: Token | None) -> bool:
    """Whether a word says nothing of days where it stands: 土曜のみ, に開催します."""
    if token.kind in ("RANGE", "FROM"):
        return before is None or before.kind not in DAY_WORDS
    if token.kind == "CHANGED":
        return CARRIED_OUT.search(token.text) is not None
    only = token.kind == "SPECIFIC" and before is not None and before.kind in DAY_WORDS
    return only or token.kind not in SCHEDULE_WORDS


def _open_start(cursor: Cursor, token: Token, before: Token | None) -> list[Piece]:
    """（～9月）: until when, but not from when."""
    following = cursor.peek(gaps=False) if token.kind in ("RANGE", "FROM") else None
    opened = token.text == "~" and before is not None and before.kind == "OPENING"
    ends = opened and following is not None and following.kind in ("MONTHS", "YEAR_MONTH", "DATE")
    return [Unread(token.text + following.text)] if ends and following else []


def _arrow(cursor: Cursor, token: Token, before: Token | None) -> list[Piece]:
    """第2土曜→第3土曜: one in place of the other, and nobody says from when."""
    following = cursor.peek()
    between = before is not None and before.kind in RULE_WORDS
    moved = token.text.strip() in ("→", "⇒") and following is not None and following.kind in RULE_WORDS
    return [Unread(token.text.strip())] if between and moved else []


def _plus(cursor: Cursor, token: Token) -> list[Piece]:
    """第3土曜日＋イベント時: there is more."""
    following = cursor.peek()
    if token.text != "+" or following is None or not cursor.has_days:
        return []
    event = following.kind == "PERIOD" and cursor.kinds[cursor.at + 1 : cursor.at + 2] in (
        ("TEXT",),
        ("WHEN",),
    )
    if event:
        cursor.skip("PERIOD", "WHEN", "COUNT")
    return [More(f"+{following.text}")] if following.kind == "TEXT" or event else []


def _aside(cursor: Cursor, occasion: str) -> list[Piece]:
    """雨天の場合は翌日の日曜日に順延: about the weather or the seats; any other occasion that moves a date is told."""
    passed = cursor.skip(*ASIDE, *(["SPACE"] if cursor.place != "line" else []))
    moves = any(token.kind not in ("PARTICLE", "JOIN", "SPACE", "TEXT") for token in passed)
    return [Unread(f"{occasion}の場合")] if moves and not WEATHER.search(occasion) else []


ASIDE = (
    "PARTICLE", "JOIN", "TARGET", "CHANGED", "EXCEPT", "CLOSED", "NEXT_WEEKDAY", "PREVIOUS_WEEKDAY", "WEEKDAYS",
    "LETTERS", "ORDINALS", "DATE", "OPEN", "SOFT", "TEXT", "OR", "UNSETTLED", "SUSPENDED", "COLON",
)  # fmt: skip
LETTER = re.compile("[月火水木金土日]")
LONE_LETTER = re.compile("[月火水木金土日](?![一-龥ァ-ヴー])")
OF_DAYS = re.compile("(?<!当)日$|[期春夏秋冬内]$|期間$|[日月週年]間$|週$|大安|友引|仏滅|先勝|先負|赤口")
ONE_OF_THEM = re.compile(r"\s*1回(?!目)")
SEASON = re.compile("(?:^|[~・と])[春夏秋冬]$|時期$|[前後]期$|学期$|第\\d期$")
NUMBER_AT_END = re.compile(r"\d$")
STRANGE = re.compile(
    r"^[.・]\d|(?:^|[\s)])\d{1,2}[-~]\d{1,2}(?![-\d])|\d\s*(?:[日週]|月(?!謝|会))(?!間|前)|曜(?!日)|[毎隔](?!日新聞|回|度)|翌|来[週月年]|新年度|[かヶ]月間|(?<![今先])週(?!刊)|以降|以前|以後|最初|最後|振替|連休|々日|今[月週]$|前回|^明け|明け$|改め|変わ(?:り|る)(?!ない)|祝(?!い|う|賀|儀)|除(?!雪|草)"
)
"""What in words that nobody here knows may yet be about days."""
