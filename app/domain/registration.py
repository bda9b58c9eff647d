"""受付: when a session can be reserved, until when those who wait move up, when its link is shown and its names go.

All from the session's local date and times, the rules of its series, the zone and the instant `now` (aware). An unknown
start counts as 0:00, an unknown end as the end of that day, and an end that is not after the start is on the next day.
"""

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Literal

from msgspec import Struct

from app.domain.errors import DomainError, Ended, NotReservable, Unknown, Unusable
from app.domain.programme import Session
from app.domain.seats import Pool

ReceptionState = Literal[
    "open", "not_yet", "past", "over", "cancelled", "planned", "stopped", "uninvited", "none"
]

WITHOUT_INVITATION = frozenset({"walk_in_or_reserve", "reserve_required"})
FORGOTTEN_AFTER = timedelta(hours=24)
MIDNIGHT = time.min
REGISTRATION_WORDS = {
    "walk_in": "予約はいりません。",
    "walk_in_or_reserve": "予約しても、しなくても参加できます。",
    "reserve_required": "予約が必要です。",
    "by_referral": "紹介のある方の回です。",
    "closed": "いまは受け付けていません。",
    "unstated": "予約については、主催者にお尋ねください。",
}

REFUSALS: dict[ReceptionState, type[DomainError]] = {
    "over": Ended,
    "cancelled": Ended,
    "uninvited": Unknown,
}
SENTENCES: dict[ReceptionState, str] = {
    "not_yet": "予約の受付は、これからです。受付開始の日をご覧ください。",
    "past": "予約の受付は終わりました。主催者にお尋ねください。",
    "over": "この回は終わりました。次の回をご覧ください。",
    "cancelled": "この回は中止になりました。次の回をご覧ください。",
    "planned": "この回はまだ予定です。日程が決まると、予約できるようになります。",
    "stopped": "この回は、いま予約を受け付けていません。主催者にお尋ねください。",
    "none": "この集まりは、ここでの予約を受け付けていません。主催者にお尋ねください。",
}


class Reception(Struct, frozen=True, kw_only=True):
    """Whether a session can be reserved now, and if not, why. opens_at None: it opens with its publication.

    not_yet: before 受付開始; past: after 締切; planned: not published; stopped: by the organiser; uninvited: by referral
    only; none: it never takes reservations here.
    """

    state: ReceptionState
    opens_at: datetime | None
    closes_at: datetime

    @property
    def is_open(self) -> bool:
        """Whether a place can be asked for now."""
        return self.state == "open"


def reception(session: Session, now: datetime, zone: tzinfo, *, invited: bool = False) -> Reception:
    """How the 受付 of a session stands at an instant; `invited` by the words of its series."""
    opens, closes = opens_at(session, zone), closes_at(session, zone)
    state = standing(session, now, zone) or refused(session, invited=invited) or phase(opens, closes, now)
    return Reception(state=state, opens_at=opens, closes_at=closes)


def require_open(session: Session, now: datetime, zone: tzinfo, *, invited: bool = False) -> None:
    """Raise unless a place can be asked for: Ended (over, cancelled), Unknown (not invited), NotReservable (the rest)."""
    state = reception(session, now, zone, invited=invited).state
    if state != "open":
        raise REFUSALS.get(state, NotReservable)(SENTENCES.get(state, ""))


def standing(session: Session, now: datetime, zone: tzinfo) -> ReceptionState | None:
    """Cancelled or over, whatever its series says; None if it is neither."""
    if session.state == "cancelled":
        return "cancelled"
    return "over" if now >= ends_at(session, zone) else None


def refused(session: Session, *, invited: bool) -> ReceptionState | None:
    """Why the series or the organiser takes no reservation from this person at any time; None if they would."""
    policy = session.series.registration
    if policy == "by_referral" and not invited:
        return "uninvited"
    if policy not in WITHOUT_INVITATION and policy != "by_referral":
        return "none"
    if session.state == "planned" and not session.series.planned_reservable:
        return "planned"
    return None if session.taking else "stopped"


def phase(opens: datetime | None, closes: datetime, now: datetime) -> ReceptionState:
    """not_yet, open or past."""
    if opens is not None and now < opens:
        return "not_yet"
    return "open" if now < closes else "past"


def pool_for(session: Session, mode: str, seat: str) -> Pool:
    """The pool of a session for a mode and seat. Raises Unusable, naming the field, if it has none."""
    fitting = [pool for pool in session.pools if pool.mode == mode]
    if not fitting:
        raise Unusable("会場かオンラインか、この回にある方を選んでください。", "mode")
    for pool in fitting:
        if pool.seat == seat:
            return pool
    raise Unusable("この回にある席を選んでください。", "seat")


def promotes(session: Session, now: datetime, zone: tzinfo) -> bool:
    """Whether those who wait move up by themselves; afterwards a free place is open to anyone."""
    return now < promotes_until(session, zone)


def promotes_until(session: Session, zone: tzinfo) -> datetime:
    """繰り上げの締切, so many minutes before the start."""
    return starts_at(session, zone) - timedelta(minutes=session.series.promotion_minutes)


def joinable(session: Session, now: datetime, zone: tzinfo) -> bool:
    """Whether the link of an online session may be shown to those who hold a place online."""
    if session.state == "cancelled":
        return False
    return join_opens_at(session, zone) <= now < ends_at(session, zone)


def join_opens_at(session: Session, zone: tzinfo) -> datetime:
    """From when the link is shown: so many minutes before the start."""
    return starts_at(session, zone) - timedelta(minutes=session.series.join_minutes)


def forgets_at(session: Session, zone: tzinfo) -> datetime:
    """When the nicknames go: 24 hours after the end."""
    return ends_at(session, zone) + FORGOTTEN_AFTER


def opens_at(session: Session, zone: tzinfo) -> datetime | None:
    """受付開始; None if it is the publication. A day without a time is meant from 0:00, a time alone on the day itself."""
    series = session.series
    if series.opens_days is None and series.opens_time is None:
        return None
    return instant(days_before(session, series.opens_days), series.opens_time or MIDNIGHT, zone)


def closes_at(session: Session, zone: tzinfo) -> datetime:
    """締切, at the latest the end. A day without a time is meant to its end, a time alone on the day itself."""
    return min(stated_close(session, zone), ends_at(session, zone))


def stated_close(session: Session, zone: tzinfo) -> datetime:
    """締切 as the series says it: minutes before the start, else a day and a time, else the end."""
    series = session.series
    if series.closes_minutes is not None:
        return starts_at(session, zone) - timedelta(minutes=series.closes_minutes)
    if series.closes_time is not None:
        return instant(days_before(session, series.closes_days), series.closes_time, zone)
    if series.closes_days is not None:
        return end_of_day(days_before(session, series.closes_days), zone)
    return ends_at(session, zone)


def days_before(session: Session, days: int | None) -> date:
    """So many days before the session; the day itself where none are said."""
    return session.date - timedelta(days=days or 0)


def starts_at(session: Session, zone: tzinfo) -> datetime:
    """The instant of the start."""
    return instant(session.date, session.starts or MIDNIGHT, zone)


def ends_at(session: Session, zone: tzinfo) -> datetime:
    """The instant of the end."""
    if session.ends is None:
        return end_of_day(session.date, zone)
    return instant(session.last_date, session.ends, zone)


def end_of_day(day: date, zone: tzinfo) -> datetime:
    """The midnight with which a day ends."""
    return instant(day + timedelta(days=1), MIDNIGHT, zone)


def instant(day: date, at: time, zone: tzinfo) -> datetime:
    """A local date and time as an instant (aware UTC)."""
    return datetime.combine(day, at, zone).astimezone(UTC)
