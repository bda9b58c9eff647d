"""予約 as its holder, the facilitator and the feed of one reservation see it: a nickname that owns places."""

from typing import Literal, get_args
from uuid import UUID

from msgspec import Struct

from app.domain.seats import Pool

Role = Literal["participant", "family", "supporter", "acquaintance"]
ROLES: tuple[Role, ...] = get_args(Role)
Way = Literal["web", "api", "telephone", "door"]


class Reservation(Struct, frozen=True, kw_only=True):
    """A reservation with the place it holds and the place it waits for; one of them at least until it is given up.

    nickname None: it was given up, and erased at once.
    """

    id: UUID
    session_id: UUID
    nickname: str | None
    role: Role | None = None
    way: Way = "web"
    given_up: bool = False
    arrived: bool = False
    gone: bool = False
    version: int = 1
    held: Pool | None = None
    waiting: Pool | None = None

    @property
    def status(self) -> Literal["reserved", "waiting", "given_up"]:
        """Reserved while a place is held, also while another is waited for."""
        if self.given_up:
            return "given_up"
        return "reserved" if self.held else "waiting"


class Receipt(Struct, frozen=True, kw_only=True):
    """What a new reservation is answered with. The secrets stand nowhere else, and can be derived again."""

    id: UUID
    session_id: UUID
    status: Literal["reserved", "waiting"]
    mode: str
    seat: str
    words: tuple[str, ...]
    link_token: str
    feed_token: str


class Person(Struct, frozen=True, kw_only=True):
    """What the facilitator sees of one reservation, and nothing else.

    mode and seat are None while no place is held; waiting_for and order (from 1) while one is waited for.
    """

    reservation_id: UUID
    nickname: str
    role: Role | None = None
    mode: str | None = None
    seat: str | None = None
    arrived: bool = False
    gone: bool = False
    waiting_for: tuple[str, str] | None = None
    order: int | None = None
