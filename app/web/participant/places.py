"""Places in words: which seat it is, what it means, and whether it is to be had."""

from datetime import datetime
from zoneinfo import ZoneInfo

from markupsafe import Markup

from app.domain.programme import Session
from app.domain.registration import promotes
from app.domain.reservations import Reservation
from app.domain.seats import Pool, grants
from app.web import saying
from app.web.i18n import gettext as _
from app.web.views import Data
from app.web.wording import dotted

WAIT = "wait"


def in_order(session: Session, now: datetime, zone: ZoneInfo) -> bool:
    """Whether those who wait still move up by themselves, and nobody overtakes them."""
    return promotes(session, now, zone)


def value_of(pool: Pool, *, wait: bool = False) -> str:
    """online:talk, or online:talk:wait: what a form sends for a place."""
    return ":".join([pool.mode, pool.seat, *([WAIT] if wait else [])])


def read_place(text: str) -> tuple[str, str, bool]:
    """Mode, seat and whether to wait for it, of what a form sent; empty words for anything else."""
    mode, _colon, rest = text.partition(":")
    seat, _colon, more = rest.partition(":")
    return mode, seat, more == WAIT


def name_of(pool: Pool, session: Session) -> str:
    """オンラインのリスナー席, or the mode alone where there is nothing to choose."""
    if len({each.seat for each in session.pools}) == 1 and pool.seat == "talk":
        return saying.mode(pool.mode)
    return _("%(mode)sの%(seat)s") % {"mode": saying.mode(pool.mode), "seat": saying.seat(pool.seat)}


def cards(session: Session, now: datetime, zone: ZoneInfo) -> list[Data]:
    """Every place of a session as a card, with what it means under it; full ones say what else is possible."""
    ordered = in_order(session, now, zone)
    return [card(pool, session, ordered=ordered) for pool in session.pools]


def card(pool: Pool, session: Session, *, ordered: bool) -> Data:
    """One place to choose. A full one is chosen to wait for it."""
    free = grants(pool, in_order=ordered)
    return {
        "value": value_of(pool, wait=not free),
        "label": label_of(pool, session),
        "note": lines(state_of(pool, free=free, ordered=ordered), meaning(pool)),
        "full": not free,
    }


def lines(*parts: str) -> Markup:
    """The parts that are not empty, each on a line of its own."""
    return Markup("<br>").join(part for part in parts if part)


def label_of(pool: Pool, session: Session) -> str:
    """家から（オンライン）・リスナー席, as far as there is a choice."""
    parts = [{"in_person": _("会場で"), "online": _("家から（オンライン）")}[pool.mode]]
    if len({each.seat for each in session.pools}) > 1 or pool.seat == "listener":
        parts.append(saying.seat(pool.seat))
    return dotted(*parts)


def meaning(pool: Pool) -> str:
    """What sitting there is like."""
    if pool.seat == "listener":
        return _("聞くだけの席です。声をかけません。")
    return _("話しても、聞くだけでも大丈夫です。")


def state_of(pool: Pool, *, free: bool, ordered: bool) -> str:
    """空きあり, 残りわずか, or what a full place can still be chosen for; nothing where it is not known."""
    if free:
        return saying.free(pool, in_order=ordered) or ""
    return _("満席です。えらぶと、席が空くまで待ちます。")


def other_places(reservation: Reservation, session: Session, *, ordered: bool) -> list[Data]:
    """The places one could change to, as buttons; those held or waited for are left out."""
    mine = {pool.id for pool in (reservation.held, reservation.waiting) if pool}
    others = [pool for pool in session.pools if pool.id not in mine]
    here = reservation.held or reservation.waiting
    # What differs in one thing only comes first.
    others.sort(key=lambda pool: here is not None and pool.mode != here.mode and pool.seat != here.seat)
    return [change(pool, here, session, ordered=ordered) for pool in others]


def change(pool: Pool, here: Pool | None, session: Session, *, ordered: bool) -> Data:
    """The button for one other place: change to it, or wait for it while keeping what one has."""
    free = grants(pool, in_order=ordered)
    words = _("%(place)sに変える") if free else _("%(place)sを待つ")
    return {
        "value": f"{'switch' if free else 'wait'}:{pool.mode}:{pool.seat}",
        "label": words % {"place": difference(pool, here, session)},
        "full": not free,
    }


def difference(pool: Pool, mine: Pool | None, session: Session) -> str:
    """What is different there: オンライン, リスナー席, or both."""
    if mine and mine.seat == pool.seat:
        return saying.mode(pool.mode)
    if mine and mine.mode == pool.mode:
        return saying.seat(pool.seat)
    return name_of(pool, session)
