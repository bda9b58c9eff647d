"""What the grammar hands to the assembly: the statements of a phrase, in the order of the words."""

from datetime import date
from typing import Literal, TypeAlias

from msgspec import Struct

from app.domain.recurrence.rule import (
    Closed,
    DatedSpan,
    Hours,
    Instead,
    Promise,
    Rule,
    Shift,
    YearlySpan,
)

Place: TypeAlias = Literal["line", "bracket", "note"]


class Days(Struct, frozen=True):
    """A rule of days.

    `every` where 毎週 was said, `monthly` where 毎月 stood before a bare weekday, `named` where the weekday may belong
    to a name (土曜カフェ), `same_hours` where the days are held as those before (12月は第1日曜日も開催),
    `topic` where は follows, and the words go on about these days only.
    """

    rule: Rule
    place: Place = "line"
    every: bool = False
    monthly: bool = False
    named: bool = False
    same_hours: bool = False
    topic: bool = False


class Nths(Struct, frozen=True):
    """第1・第3 without a weekday of its own: 土曜日（第1・第3）."""

    nths: tuple[int, ...]
    months: tuple[int, ...]


class At(Struct, frozen=True):
    """Hours. `doors` where they are those of 受付 or 開場, `about` the words that say 頃."""

    hours: Hours
    doors: bool = False
    place: Place = "line"
    about: str = ""


class Pause(Struct, frozen=True):
    """（正午から午後1時を除く）, 昼休み12時～13時: what the hours before it leave out."""

    hours: Hours


class SpecialHours(Struct, frozen=True):
    """Hours of some of the days only: （金曜は15時まで）, ※8月は13時～; or of the usual ones a part (第3水曜は午前のみ)."""

    days: tuple[Rule, ...]
    hours: Hours
    part: str = ""


class Off(Struct, frozen=True):
    """What is not held. `closing` where the words close a place (月曜休館), so that all other days may be meant.

    `weekdays` where only these weekdays give way (祝日の水曜は休み).
    """

    closed: tuple[Closed, ...]
    place: Place = "line"
    closing: bool = False
    weekdays: tuple[int, ...] = ()


class Moves(Struct, frozen=True):
    """A shift of dates; `closing` where it is the closing day that shifts."""

    shift: Shift
    place: Place = "line"
    closing: bool = False


class HolidaysOpen(Struct, frozen=True):
    """祝日も開催."""

    place: Place = "line"


class Exchange(Struct, frozen=True):
    """※2月は第1水曜日; `replaces` where it stands for one of the ordinals only (5月の第1は第2に変更)."""

    instead: Instead
    place: Place = "line"
    replaces: tuple[int, ...] = ()


class Limits(Struct, frozen=True):
    """From, until, or within spans."""

    first: date | None = None
    last: date | None = None
    within: tuple[YearlySpan | DatedSpan, ...] = ()
    place: Place = "line"


class EachWeeks(Struct, frozen=True):
    """隔週 after or without its weekday."""

    weeks: int


class EachMonths(Struct, frozen=True):
    """隔月: which months is to be found out."""

    months: int


class Start(Struct, frozen=True):
    """次回は4月8日: one real date, or one real month, from which to count; `held` where the words say that it is a session."""

    day: date | None = None
    month: int | None = None
    held: bool = False


class Total(Struct, frozen=True):
    """全10回: how many there are from the first to the last."""

    count: int
    words: str


class Often(Struct, frozen=True):
    """A count: 月2回."""

    promise: Promise | None
    words: str


class EveryWeek(Struct, frozen=True):
    """毎週 with no weekday."""


class EveryMonth(Struct, frozen=True):
    """毎月 or months with no day; `topic` where the words go on about these months (4月・8月は会場が変わります)."""

    months: tuple[int, ...]
    place: Place = "line"
    topic: bool = False


class Lacks(Struct, frozen=True):
    """Something the words leave open, as a code of the contract."""

    code: str
    words: str


class More(Struct, frozen=True):
    """他, +2回, その他不定期: there is more than the rule."""

    words: str


class Conflict(Struct, frozen=True):
    """The words contradict the calendar or themselves."""

    text: str


class Tentative(Struct, frozen=True):
    """原則."""


class Irregular(Struct, frozen=True):
    """不定期."""

    words: str


class Unread(Struct, frozen=True):
    """Words that look like schedule and were not understood."""

    words: str


Piece: TypeAlias = (
    Days
    | Nths
    | At
    | Pause
    | Total
    | SpecialHours
    | Off
    | Moves
    | HolidaysOpen
    | Exchange
    | Limits
    | EachWeeks
    | EachMonths
    | Start
    | Often
    | EveryWeek
    | EveryMonth
    | Lacks
    | More
    | Conflict
    | Tentative
    | Irregular
    | Unread
)
