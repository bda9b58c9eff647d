"""What readers see: organisations, venues, series and sessions as values, the same for pages, feeds and API.

None means that nobody has said. Dates and times are local to the installation's zone; an end that is not after
the start is on the next day.
"""

from datetime import date, datetime, time, timedelta
from typing import Literal
from uuid import UUID

from msgspec import Struct

from app.domain.seats import Pool

Day = date
Audience = Literal["participant", "family", "supporter"]
Registration = Literal[
    "walk_in", "walk_in_or_reserve", "reserve_required", "by_referral", "closed", "unstated"
]
SessionState = Literal["planned", "published", "cancelled"]
RoomState = Literal["wish", "granted", "refused"]


class Organisation(Struct, frozen=True, kw_only=True):
    """団体."""

    id: UUID
    slug: str
    name: str
    area: str | None = None
    about: str | None = None
    phone: str | None = None
    web: str | None = None
    listed: bool = True


class Venue(Struct, frozen=True, kw_only=True):
    """会場. With address_public False only the area may be shown; the address stands on receipts."""

    id: UUID
    slug: str
    name: str
    area: str | None = None
    address: str | None = None
    address_public: bool = True
    way_in: str | None = None
    about: str | None = None
    phone: str | None = None
    opening_text: str | None = None
    opens: time | None = None
    closes: time | None = None
    listed: bool = True


class Host(Struct, frozen=True, kw_only=True):
    """A part in a series: 主催 for the owner, else 共催, 後援, 協力, 委託, 運営, 事務局.

    organisation None: one that is not here, whose name is only printed.
    """

    organisation: Organisation | None = None
    role: str
    printed: str = ""

    @property
    def name(self) -> str:
        """The name as it stands on page and flyer."""
        return self.organisation.name if self.organisation else self.printed


class Promise(Struct, frozen=True, kw_only=True):
    """回数の約束: 週2回, 年5回程度. Years are fiscal, from April."""

    count: int
    per: Literal["week", "month", "year"]
    about: bool = False


class Series(Struct, frozen=True, kw_only=True):
    """定例, as a reader sees it. words: the rules of its lines in words."""

    id: UUID
    slug: str
    title: str
    discreet_title: str
    about: str | None = None
    audience: tuple[Audience, ...] = ()
    eligibility: str | None = None
    registration: Registration = "unstated"
    fee: str | None = None
    contact: str | None = None
    phone: str | None = None
    web: str | None = None
    flow: str | None = None
    belongings: str | None = None
    way_in: str | None = None
    in_person_note: str | None = None
    online_note: str | None = None
    opening_text: str | None = None
    note: str | None = None
    anonymous: bool = False
    listed: bool = True
    internal: bool = False
    planned_shown: bool = True
    planned_reservable: bool = False
    parent_id: UUID | None = None
    parallel_id: UUID | None = None
    opens_days: int | None = None
    opens_time: time | None = None
    closes_days: int | None = None
    closes_time: time | None = None
    closes_minutes: int | None = None
    promotion_minutes: int = 180
    join_minutes: int = 15
    holiday_policy: str = "undecided"
    changed_at: datetime


class Session(Struct, frozen=True, kw_only=True):
    """開催回 with its series, venue and pools. room_state None: it asks for no room."""

    id: UUID
    series: Series
    date: Day
    starts: time | None = None
    ends: time | None = None
    state: SessionState = "planned"
    theme: str | None = None
    taking: bool = True
    flag: str | None = None
    flag_text: str | None = None
    cancel_reason: str | None = None
    venue: Venue | None = None
    room_name: str | None = None
    room_state: RoomState | None = None
    pools: tuple[Pool, ...] = ()
    owner: Organisation | None = None
    nominal: Day
    line_id: UUID | None = None
    part: str = ""
    by_hand: bool = False
    parent_id: UUID | None = None
    former_date: Day | None = None
    former_starts: time | None = None
    former_venue: Venue | None = None
    published_at: datetime | None = None
    sequence: int = 0
    changed_at: datetime

    @property
    def last_date(self) -> Day:
        """The day it ends: the next one where the end is not after the start."""
        overnight = self.starts is not None and self.ends is not None and self.ends <= self.starts
        return self.date + timedelta(days=overnight)

    @property
    def modes(self) -> tuple[str, ...]:
        """in_person and online as far as the pools have them, in this order."""
        return tuple(
            mode for mode in ("in_person", "online") if any(pool.mode == mode for pool in self.pools)
        )
