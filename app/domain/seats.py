"""席の枠: who finds room in a pool, and what the public is told of it. Words, never numbers.

A place is granted while nobody waits and there is room: `waiting = 0 AND (limit_kind <> 'number' OR reserved +
walked_in < capacity)`, which storage says as one conditional write. More taken than the capacity is legal (it was
lowered, or staff counted one more in); nothing is granted then until there is room.
"""

from typing import Literal
from uuid import UUID

from msgspec import Struct

Mode = Literal["in_person", "online"]
Seat = Literal["talk", "listener"]
LimitKind = Literal["number", "none", "unstated"]
Availability = Literal["open", "few", "full", "unknown"]

MODES: tuple[Mode, ...] = ("in_person", "online")
SEATS: tuple[Seat, ...] = ("talk", "listener")
FEW = 2
SMALLEST_TO_SAY_FEW = 4

MODE_WORDS: dict[Mode, str] = {"in_person": "会場", "online": "オンライン"}
SEAT_WORDS: dict[Seat, str] = {"talk": "参加席", "listener": "リスナー席"}
LIMIT_WORDS: dict[LimitKind, str] = {"number": "人数", "none": "定員なし", "unstated": "未定"}
AVAILABILITY_WORDS: dict[Availability, str] = {
    "open": "空きあり",
    "few": "残りわずか",
    "full": "満席",
    "unknown": "主催者にお尋ねください",
}


class Pool(Struct, frozen=True, kw_only=True):
    """The places of one session for one mode and seat.

    capacity is a number exactly where limit_kind is; reserved and walked_in are taken now; arrived counts everybody who
    came (のべ), left those of them who went home, above how many were welcomed beyond the capacity, after a question.
    """

    id: UUID
    mode: Mode
    seat: Seat
    limit_kind: LimitKind = "unstated"
    capacity: int | None = None
    reserved: int = 0
    walked_in: int = 0
    waiting: int = 0
    arrived: int = 0
    left: int = 0
    above: int = 0

    @property
    def taken(self) -> int:
        """The places taken now; it may be more than the capacity."""
        return self.reserved + self.walked_in


def has_room(pool: Pool) -> bool:
    """Whether one more would find a place. Without a number there is always one."""
    return free(pool) is None or bool(free(pool))


def free(pool: Pool) -> int | None:
    """How many places are left, 0 also where more are taken than there are; None without a number."""
    if pool.capacity is None:
        return None
    return max(0, pool.capacity - pool.taken)


def beyond(pool: Pool) -> int:
    """How many more are taken than there are places, 0 without a number."""
    return max(0, pool.taken - pool.capacity) if pool.capacity is not None else 0


def grants(pool: Pool, *, in_order: bool = True) -> bool:
    """Whether someone who comes now is given a place. in_order (until the 繰り上げの締切): nobody overtakes those who wait."""
    return has_room(pool) and not (in_order and pool.waiting)


def moves_up(pool: Pool) -> int:
    """How many of those who wait may move up now."""
    left = free(pool)
    return pool.waiting if left is None else min(left, pool.waiting)


def availability(pool: Pool, *, in_order: bool = True) -> Availability:
    """What the public is told: unknown where nobody has stated the capacity, open where there is none.

    Of a number: full wherever a place would not be granted now, also because others wait; few is one or two left of
    four or more, since in a smaller pool the word would be a number.
    """
    if pool.limit_kind != "number":
        return "unknown" if pool.limit_kind == "unstated" else "open"
    if not grants(pool, in_order=in_order):
        return "full"
    few = (free(pool) or 0) <= FEW and (pool.capacity or 0) >= SMALLEST_TO_SAY_FEW
    return "few" if few else "open"


def seat_words(mode: Mode, seat: Seat) -> str:
    """会場・参加席, オンライン・リスナー席."""
    return f"{MODE_WORDS[mode]}・{SEAT_WORDS[seat]}"


def availability_words(pool: Pool, *, in_order: bool = True) -> str:
    """空きあり, 残りわずか, 満席 or 主催者にお尋ねください."""
    return AVAILABILITY_WORDS[availability(pool, in_order=in_order)]
