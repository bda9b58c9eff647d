"""Sessions as they are stored, for acts that change them; readers see `app.domain.programme.Session`."""

from datetime import date, datetime, time
from uuid import UUID

from msgspec import Struct

from app.domain.month import Day, day_words, hours_words


class Kept(Struct, frozen=True, kw_only=True):
    """開催回 as a row. former_*: where it was before it was moved; shown: somebody may have seen it.

    closure_id: the closure that called it off.
    """

    id: UUID
    series_id: UUID
    line_id: UUID | None = None
    nominal: date
    part: str
    date: date
    starts: time | None = None
    ends: time | None = None
    state: str = "planned"
    by_hand: bool = False
    shown: bool = False
    flag: str | None = None
    flag_text: str | None = None
    cancel_reason: str | None = None
    closure_id: UUID | None = None
    venue_id: UUID | None = None
    parent_id: UUID | None = None
    former_date: Day | None = None
    former_starts: time | None = None
    former_venue_id: UUID | None = None
    published_at: datetime | None = None
    sequence: int = 0

    @property
    def words(self) -> str:
        """11月22日（日） 13:30～15:30."""
        return f"{day_words(self.date)} {hours_words(self.starts, self.ends)}"

    @property
    def moved(self) -> bool:
        """Whether it was moved since people first knew of it."""
        return self.former_date is not None


class New(Struct, frozen=True, kw_only=True):
    """A session that is about to be stored. A reason makes it a cancelled one."""

    id: UUID
    series_id: UUID
    line_id: UUID | None
    nominal: date
    part: str
    date: date
    starts: time | None = None
    ends: time | None = None
    by_hand: bool = False
    shown: bool = False
    flag: str | None = None
    flag_text: str | None = None
    reason: str | None = None
    closure_id: UUID | None = None
    theme: str | None = None
    venue_id: UUID | None = None
    parent_id: UUID | None = None

    @property
    def state(self) -> str:
        """planned, or cancelled where there is a reason."""
        return "cancelled" if self.reason else "planned"
