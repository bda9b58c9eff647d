"""延べ: the heads of gatherings that are over, by mode, seat, role and way. Never who, and never how many people.

A nickname is no person: the same one may come under two, and two under the same. So there is no 実人数 here, and nothing
from which one could be guessed: no key joins what somebody reserved with what they reserved before.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Literal, get_args
from uuid import UUID

from msgspec import Struct

from app.domain.errors import Refused
from app.domain.month import Day
from app.domain.reservations import ROLES
from app.domain.seats import Mode, Pool, Seat

HeadRole = Literal["participant", "family", "supporter", "acquaintance", "unsaid"]
HeadWay = Literal["reserved", "walk_in"]

UNSAID: HeadRole = "unsaid"
HEAD_ROLES: tuple[HeadRole, ...] = get_args(HeadRole)
HEAD_WAYS: tuple[HeadWay, ...] = get_args(HeadWay)
# A nickname that was written down at the door had no reservation before.
AT_THE_DOOR = frozenset({"door", "walk_in"})

COUNTING = 1
DEFINITIONS: dict[int, tuple[str, ...]] = {
    1: (
        "延べは、受付で「来た」とした方と、当日参加として数えた方の合計です。同じ方が3回いらっしゃれば、3と数えます。",
        "開いた回は、公開したか人数を数えた回のうち、中止にならずに終わった回です。中止の回の人数は数えません。",
        "予約ありは、席をとってからいらした方です。呼び名を受付で書いた方は、当日参加に入ります。",
        "立場は、ご自分で選んだ方の分だけです。言わなかった方と、呼び名を書かずに数えた方は「言わない」に入ります。",
        "日を移した回は、移った先の月に入ります。引き継いだ定例は、回の日に受けもっていた団体の数に入ります。",
    ),
}
"""What is counted, in sentences, by the number of the way of counting. A number that was used is never changed."""


class MonthClosed(Refused):
    """The figures of the month are closed: nothing changes them any more."""

    code = "month_closed"
    sentence = "この月は締めてあるので、人数は変わりません。"


class Heads(Struct, frozen=True):
    """How many came in one mode and seat, of one role, by reservation or without."""

    mode: Mode
    seat: Seat
    role: HeadRole
    way: HeadWay
    count: int


class Correction(Struct, frozen=True):
    """What an organiser says of one mode and seat in place of what was counted: with a reservation, and without."""

    mode: Mode
    seat: Seat
    reserved: int
    walked_in: int

    def of(self, way: HeadWay) -> int:
        """The number of one way."""
        return self.reserved if way == "reserved" else self.walked_in


class Counted(Struct, frozen=True, kw_only=True):
    """A gathering that is over: what it was, whether it was held or called off, and its heads, none of them zero.

    places: the modes and seats it offered, so that what can have been is told from what was.
    """

    id: UUID
    date: Day
    series_id: UUID
    series: str
    venue_id: UUID | None = None
    venue: str = ""
    held: bool = True
    heads: tuple[Heads, ...] = ()
    places: tuple[tuple[Mode, Seat], ...] = ()

    @property
    def total(self) -> int:
        """延べ of the gathering."""
        return sum(each.count for each in self.heads)


def counted_heads(pools: Iterable[Pool], named: Iterable[Heads]) -> tuple[Heads, ...]:
    """The heads of a session: those with a name, living or forgotten, and as walk-ins the rest that its pools counted."""
    found: dict[tuple[Mode, Seat, HeadRole, HeadWay], int] = defaultdict(int)
    for each in named:
        found[each.mode, each.seat, each.role, each.way] += each.count
    for pool in pools:
        known = sum(count for key, count in found.items() if key[:2] == (pool.mode, pool.seat))
        found[pool.mode, pool.seat, UNSAID, "walk_in"] += max(0, pool.arrived - known)
    return in_order(Heads(*key, count) for key, count in found.items())


def corrected(heads: Iterable[Heads], corrections: Iterable[Correction]) -> tuple[Heads, ...]:
    """The heads as the organiser has put them right; modes and seats that were not corrected stay as counted."""
    found = tuple(heads)
    for correction in corrections:
        for way in HEAD_WAYS:
            here = [
                each
                for each in found
                if (each.mode, each.seat, each.way) == (correction.mode, correction.seat, way)
            ]
            others = tuple(each for each in found if each not in here)
            found = others + with_total(here, correction, way)
    return in_order(found)


def with_total(heads: list[Heads], correction: Correction, way: HeadWay) -> tuple[Heads, ...]:
    """Heads of one mode, seat and way brought to a number.

    Roles stay as told while they fit into it, and the rest is unsaid; in a smaller number nobody knows whose role is wrong.
    """
    told = [each for each in heads if each.role != UNSAID]
    rest = correction.of(way) - sum(each.count for each in told)
    if rest < 0:
        told, rest = [], correction.of(way)
    return (*told, Heads(correction.mode, correction.seat, UNSAID, way, rest))


def in_order(heads: Iterable[Heads]) -> tuple[Heads, ...]:
    """Without those that are zero, in an order that stays whatever they were read from."""
    return tuple(
        sorted(
            (each for each in heads if each.count),
            key=lambda each: (each.mode, each.seat, each.way, each.role),
        )
    )


def way_of(way: str) -> HeadWay:
    """予約あり or 当日参加, of the way in which a reservation was made."""
    return "walk_in" if way in AT_THE_DOOR else "reserved"


def role_of(role: str | None) -> HeadRole:
    """A role that was told, or that none was."""
    return next((known for known in ROLES if known == role), UNSAID)
