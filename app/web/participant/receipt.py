"""The receipt: what was taken, four words, the way in, and how to change or leave."""

from datetime import datetime
from typing import Any

from litestar import Request
from msgspec import Struct

from app.domain.programme import Session
from app.domain.registration import join_opens_at, joinable, promotes
from app.domain.reservations import Reservation
from app.domain.seats import Pool, grants
from app.domain.secrets import secrets_of
from app.storage.holders import Holding
from app.storage.reservations import join_link
from app.web.house import House, house_of
from app.web.i18n import gettext as _
from app.web.i18n import link
from app.web.participant.places import name_of, other_places
from app.web.qr import qr
from app.web.views import Data, hours_of, place_name
from app.web.wording import day, moment

WEB = ("https://", "http://")


class Seen(Struct, frozen=True, kw_only=True):
    """A holding at the instant it is looked at."""

    reservation: Reservation
    session: Session
    now: datetime
    house: House

    @property
    def ordered(self) -> bool:
        """Whether those who wait move up by themselves."""
        return promotes(self.session, self.now, self.house.settings.timezone)

    @property
    def cancelled(self) -> bool:
        """Whether the session was cancelled."""
        return self.session.state == "cancelled"

    def fresh(self, pool: Pool | None) -> Pool | None:
        """The pool as the session has it."""
        return next((each for each in self.session.pools if pool and each.id == pool.id), None)


def seen(request: Request[Any, Any, Any], holding: Holding, now: datetime) -> Seen:
    """A holding as a page shows it now."""
    return Seen(reservation=holding.reservation, session=holding.session, now=now, house=house_of(request))


async def receipt_context(at: Seen, said: str = "", refused: str = "") -> Data:
    """Everything the page needs. said: what was just done; refused: what could not be done."""
    session, reservation, settings = at.session, at.reservation, at.house.settings
    secrets = secrets_of(settings.secret, reservation.id, reservation.version)
    url = f"{settings.base_url}/r/{secrets.link_token}"
    return {
        "session": session,
        "reservation": reservation,
        "heading": heading(at),
        "day": day(session.date),
        "hours": hours_of(session),
        "held": place_words(at, reservation.held),
        "waiting": place_words(at, reservation.waiting),
        "ordered": at.ordered,
        "free_now": is_free_now(at),
        "cancelled": at.cancelled,
        "words": secrets.words,
        "token": secrets.link_token,
        "nonce": at.house.nonce(),
        "url": url,
        "feed": f"{settings.base_url}/feeds/my/{secrets.feed_token}.ics",
        "qr": qr(url),
        "entrance": await entrance(at),
        "whereabouts": whereabouts(at),
        "changes": [] if at.cancelled else other_places(reservation, session, ordered=at.ordered),
        "moved": at.session.former_date and day(at.session.former_date),
        "said": said,
        "refused": refused,
        "phone": session.series.phone or (session.owner.phone if session.owner else None),
        "other_language": link("/r"),
    }


def heading(at: Seen) -> str:
    """What became of the wish, in one line."""
    if at.cancelled:
        return _("この回は中止になりました")
    if at.reservation.held:
        return _("席をとりました")
    return _("席が空きました") if is_free_now(at) else _("順番を待っています")


def place_words(at: Seen, pool: Pool | None) -> str:
    """オンラインのリスナー席; empty without a place."""
    return name_of(pool, at.session) if pool else ""


def is_free_now(at: Seen) -> bool:
    """Whether the place waited for is open to anyone, and so to its holder, at one tap."""
    pool = at.fresh(at.reservation.waiting)
    return pool is not None and not at.ordered and not at.cancelled and grants(pool, in_order=False)


async def entrance(at: Seen) -> Data | None:
    """The way into an online session for those who hold a place there: the link, or when it will stand here."""
    if at.cancelled or at.reservation.held is None or at.reservation.held.mode != "online":
        return None
    zone = at.house.settings.timezone
    if not joinable(at.session, at.now, zone):
        when = moment(join_opens_at(at.session, zone), zone) if at.session.starts else ""
        return {"when": when, "open": False, "href": None}
    address = await join_link(at.session.id)
    return {"when": "", "open": True, "href": address if address and address.startswith(WEB) else None}


def whereabouts(at: Seen) -> list[tuple[str, str | None]]:
    """Where to go and what to know of it, for the modes that are held or waited for."""
    session = at.session
    modes = {pool.mode for pool in (at.reservation.held, at.reservation.waiting) if pool}
    rows: list[tuple[str, str | None]] = []
    if "in_person" in modes:
        rows += [(_("会場"), address_of(session)), (_("入口"), way_in(session))]
        rows += [(_("会場では"), session.series.in_person_note)]
    if "online" in modes:
        rows += [(_("オンライン"), session.series.online_note)]
    rows += [(_("当日の流れ"), session.series.flow), (_("持ち物"), session.series.belongings)]
    return [(label, value) for label, value in rows if value or label == _("会場")]


def address_of(session: Session) -> str | None:
    """Name, room and address of the venue, the private ones too: this page is only for those who reserved."""
    if session.venue is None:
        return None
    room = session.room_name if session.room_state == "granted" else None
    name = " ".join(part for part in (place_name(session.venue), room) if part)
    return "\n".join(part for part in (name, session.venue.address) if part)


def way_in(session: Session) -> str | None:
    """How to find the door."""
    return session.series.way_in or (session.venue.way_in if session.venue else None)
