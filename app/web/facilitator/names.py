"""Seats, roles and places of people at the door, in words."""

from collections.abc import Sequence

from markupsafe import Markup

from app.domain.programme import Session
from app.domain.reservations import Person
from app.domain.seats import Pool, free
from app.web import saying
from app.web.i18n import gettext as _
from app.web.wording import day, dotted, hours


def pool_words(mode: str, seat: str) -> str:
    """会場・参加席."""
    return dotted(saying.mode(mode), saying.seat(seat))


def pool_label(pool: Pool) -> Markup:
    """The same for a narrow row: broken between mode and seat if anywhere."""
    return Markup('<span class="nobr">{}{}</span><span class="nobr">{}</span>').format(
        saying.mode(pool.mode), _("・"), saying.seat(pool.seat)
    )


def seat_of(person: Person) -> str:
    """リスナー席・会場（声をかけない）; nothing while no place is held."""
    if not (person.mode and person.seat):
        return ""
    return dotted(saying.seat(person.seat), saying.mode(person.mode)) + quiet(person.seat)


def quiet(seat: str) -> str:
    """What is asked of everybody beside a listener."""
    return _("（声をかけない）") if seat == "listener" else ""


def waiting_of(person: Person) -> str:
    """会場・参加席を待っています（1番目）."""
    if person.waiting_for is None:
        return ""
    place = pool_words(*person.waiting_for)
    return _("%(place)sを待っています（%(order)s番目）") % {"place": place, "order": person.order}


def role_of(person: Person) -> str:
    """本人, 家族, 支援者, 知人; nothing where nothing was said."""
    roles = {
        "participant": _("本人"),
        "family": _("ご家族"),
        "supporter": _("支援する方"),
        "acquaintance": _("知人"),
    }
    return roles.get(person.role or "", "")


def under_name(person: Person) -> str:
    """All that is known of a person: seat, role, what they wait for."""
    return "　".join(part for part in (seat_of(person), waiting_of(person), role_of(person)) if part)


def free_words(pool: Pool) -> str:
    """あと3, 定員なし, 定員は未定, あと−2（定員より2人多い）."""
    if pool.capacity is None:
        return _("定員なし") if pool.limit_kind == "none" else _("定員は未定")
    if pool.taken > pool.capacity:
        return _("あと−%(number)s（定員より%(number)s人多い）") % {"number": pool.taken - pool.capacity}
    return _("あと%(number)s") % {"number": free(pool)}


def pool_of(pools: Sequence[Pool], value: str) -> Pool | None:
    """The pool that a choice of a form names, as mode:seat."""
    return next((pool for pool in pools if place_value(pool) == value), None)


def place_value(pool: Pool) -> str:
    """The value of a pool in a form."""
    return f"{pool.mode}:{pool.seat}"


def when(session: Session) -> Markup:
    """11月22日（日） 14:00～16:00, broken between the two if anywhere."""
    return unbroken(day(session.date), hours(session.starts, session.ends))


def unbroken(*parts: str) -> Markup:
    """Short texts that never break inside."""
    return Markup(" ").join(Markup('<span class="nobr">{}</span>').format(part) for part in parts)


def where(session: Session) -> str:
    """The venue and its room, as far as they are settled."""
    parts = [session.venue.name if session.venue else "", session.room_name or ""]
    return " ".join(part for part in parts if part)
