"""What one tap at the door says, and doing it."""

from collections.abc import Awaitable, Callable
from typing import Literal, get_args
from uuid import UUID

from msgspec import Struct

from app.actions.attend import (
    came_back,
    check_in,
    correct,
    undo_check_in,
    walk_in,
    walk_ins_came_back,
    walk_ins_went_home,
    went_home,
)
from app.actions.occasion import Occasion
from app.actions.welcome import welcome
from app.domain.errors import Unusable

HeadsAct = Literal["more", "fewer", "home", "again", "named"]
PersonAct = Literal["came", "mistap", "left", "back"]

NOT_A_TAP = "もう一度、ボタンを押してください。"
HEADS: tuple[str, ...] = get_args(HeadsAct)
PERSONS: tuple[str, ...] = get_args(PersonAct)


class Tap(Struct, frozen=True):
    """more, fewer, home, again: heads of a pool; named: one head of it with a nickname.

    came, mistap, left, back: a person who reserved.
    """

    act: str
    target: UUID
    heads: int = 1

    def __str__(self) -> str:
        """As it stands in a button."""
        return f"{self.act}:{self.target}:{self.heads}"

    @property
    def is_of_person(self) -> bool:
        """Whether somebody who reserved was tapped."""
        return self.act in PERSONS


def read_tap(text: str) -> Tap:
    """The tap of a button. Raises Unusable for what no button says."""
    act, _, rest = text.partition(":")
    target, _, heads = rest.partition(":")
    try:
        tap = Tap(act, UUID(target), int(heads))
    except ValueError:
        raise Unusable(NOT_A_TAP, "act") from None
    if act not in (*HEADS, *PERSONS):
        raise Unusable(NOT_A_TAP, "act")
    return tap


class Sent(Struct, frozen=True, kw_only=True):
    """What came along with a tap: that it may go above the capacity, and a nickname for `named`."""

    above: bool = False
    nickname: str = ""
    secret: bytes = b""

    def __repr__(self) -> str:
        """Nothing of it: neither nickname nor secret belongs in a log."""
        return "Sent()"


async def perform(tap: Tap, door: Occasion, sent: Sent) -> None:
    """Do what a tap says. Raises OverCapacity unless `above` is said, Ended for a reservation that is not there any more."""
    above = sent.above
    acts: dict[str, Callable[[], Awaitable[None]]] = {
        "more": lambda: walk_in(door, tap.target, tap.heads, above=above),
        "fewer": lambda: correct(door, tap.target, tap.heads),
        "home": lambda: walk_ins_went_home(door, tap.target, tap.heads),
        "named": lambda: welcome(door, tap.target, sent.nickname, secret=sent.secret, above=above),
        "again": lambda: walk_ins_came_back(door, tap.target, tap.heads, above=above),
        "came": lambda: check_in(door, tap.target, above=above),
        "mistap": lambda: undo_check_in(door, tap.target),
        "left": lambda: went_home(door, tap.target),
        "back": lambda: came_back(door, tap.target, above=above),
    }
    await acts[tap.act]()
