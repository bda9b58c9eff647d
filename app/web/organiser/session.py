"""One session at the desk: answer, move, call off, take that back; and the words for those nobody can reach."""

from collections.abc import Awaitable, Callable
from datetime import date, time
from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template
from msgspec import Struct

from app.actions.answer_date import close_date, open_date
from app.actions.cancel_session import cancel, restore
from app.actions.move_session import move
from app.actions.session_changes import Spot
from app.actions.settle_tasks import settle_tasks
from app.actions.taken_room import RoomTaken
from app.domain.cancel_words import door_notice, telephone_words
from app.domain.errors import DomainError, Refused, Unknown, Unusable
from app.domain.programme import Organisation, Session
from app.domain.staff import Staff
from app.storage.bookings import bookings_of, rooms_of_venue
from app.storage.session_rows import children, reservation_counts
from app.storage.tasks import tasks_of
from app.web.forms import NOTHING_TYPED, Typed, filled
from app.web.house import house_of
from app.web.i18n import gettext as _
from app.web.i18n import link
from app.web.organiser.access import GUARDS, session_of
from app.web.organiser.cards import place_words, room_words, state_words
from app.web.organiser.choices import places
from app.web.organiser.date_form import chosen_place
from app.web.organiser.door_link import link_words
from app.web.organiser.page import base_of, crumbs_of, organiser_page
from app.web.wording import day, dotted, hours

AnyRequest = Request[Any, Any, Any]
Data = dict[str, Any]
Act = Callable[[AnyRequest, Session, Typed], Awaitable[str]]


class MoveForm(Struct, frozen=True):
    day: date
    starts: time | None = None
    ends: time | None = None
    place: str = ""


class SessionController(Controller):
    path = "/staff/organisations/{slug:str}/sessions/{session_id:uuid}"
    guards = GUARDS

    @get()
    async def show(
        self,
        request: AnyRequest,
        organisation: NamedDependency[Organisation],
        session_id: FromPath[UUID],
        staff: NamedDependency[Staff],
        said: FromQuery[str] = "",
    ) -> Template:
        session = await session_of(organisation, session_id)
        return await session_page(request, organisation, staff, session, said=said_words(said))

    @post(status_code=303)
    async def act(
        self,
        request: AnyRequest,
        organisation: NamedDependency[Organisation],
        session_id: FromPath[UUID],
        staff: NamedDependency[Staff],
        typed: NamedDependency[Typed],
    ) -> Response[Any]:
        session = await session_of(organisation, session_id)
        try:
            said = await acted(request, session, with_slot(typed))
        except (Unusable, Refused) as refusal:
            return await session_page(
                request, organisation, staff, session, typed=with_slot(typed), refusal=refusal
            )
        return Redirect(
            link(f"{base_of(organisation)}/sessions/{session_id}?said={said}") + "#said", status_code=303
        )

    @get("/notice")
    async def notice(
        self,
        organisation: NamedDependency[Organisation],
        session_id: FromPath[UUID],
        staff: NamedDependency[Staff],
    ) -> Template:
        session = await session_of(organisation, session_id)
        return organiser_page(
            "notice", organisation, staff, crumbs=crumbs_of(organisation), lines=door_notice(session)
        )


async def acted(request: AnyRequest, session: Session, typed: Typed) -> str:
    """Do what was tapped; what to say of it. Raises Unusable, Refused, and Unknown for no such act."""
    act = ACTS.get(typed.get("act", ""))
    if act is None:
        raise Unknown
    return await act(request, session, typed)


async def moved(request: AnyRequest, session: Session, typed: Typed) -> str:
    house = house_of(request)
    form = filled(typed, MoveForm)
    spot = Spot(date=form.day, starts=form.starts, ends=form.ends, place=chosen_place(form.place))
    zone = house.settings.timezone
    await move(session.id, spot, now=house.clock(), today=house.today(), zone=zone)
    return "moved"


async def called_off(request: AnyRequest, session: Session, typed: Typed) -> str:
    await cancel(session.id, typed.get("reason", ""), now=house_of(request).clock())
    return "cancelled"


async def brought_back(request: AnyRequest, session: Session, _typed: Typed) -> str:
    house = house_of(request)
    done = await restore(session.id, now=house.clock(), zone=house.settings.timezone)
    return "restored_without_room" if done.without_room else "restored"


async def opened(request: AnyRequest, session: Session, _typed: Typed) -> str:
    await open_date(session.id, now=house_of(request).clock())
    return "opened"


async def closed(request: AnyRequest, session: Session, typed: Typed) -> str:
    reason = typed.get("reason") or session.flag_text
    await close_date(session.id, reason, now=house_of(request).clock())
    return "closed"


async def settled(request: AnyRequest, session: Session, _typed: Typed) -> str:
    await settle_tasks([session.id], now=house_of(request).clock())
    return "settled"


ACTS: dict[str, Act] = {
    "move": moved,
    "cancel": called_off,
    "restore": brought_back,
    "open": opened,
    "close": closed,
    "settle": settled,
}


def said_words(code: str) -> str:
    """What was done, in words."""
    return {
        "moved": _("移しました。ページと購読カレンダーに、もう出ています。"),
        "cancelled": _("お休みにしました。ページと購読カレンダーに、もう出ています。"),
        "closed": _("休みにしました。"),
        "restored": _("開くに戻しました。"),
        "restored_without_room": _(
            "開くに戻しました。部屋には先の予約が入っていたので、選び直してください。"
        ),
        "opened": _("開くことにしました。"),
        "link_ended": _("受付のリンクを使えなくしました。"),
        "link_changed": _("リンクは、いま作り直されました。新しい様子をご覧ください。"),
        "settled": _("決めておくことから外しました。"),
    }.get(code, "")


def with_slot(typed: Typed) -> Typed:
    """The form, with the free time that was tapped instead of the one that was typed."""
    slot = typed.get("slot", "").split()
    if len(slot) != 3:
        return typed
    return Typed([*zip(("day", "starts", "ends"), slot, strict=True), ("act", "move"), *typed.pairs])


async def session_page(
    request: AnyRequest,
    organisation: Organisation,
    staff: Staff,
    session: Session,
    *,
    said: str = "",
    typed: Typed = NOTHING_TYPED,
    refusal: DomainError | None = None,
) -> Template:
    """Everything about one session, with everything typed kept."""
    return organiser_page(
        "session",
        organisation,
        staff,
        refusal=refusal,
        session=session,
        crumbs=crumbs_of(organisation, session.series),
        said=said,
        typed=typed or None,
        free=free_slots(refusal),
        place_options=[("", _("いまのまま")), *await places()],
        **words_of(session),
        **await found_of(session),
        **await link_words(request, session),
    )


def words_of(session: Session) -> Data:
    """What the session says of itself, and the pages about it."""
    return {
        "when": f"{day(session.date)} {hours(session.starts, session.ends)}",
        "state": state_words(session),
        "facts": facts_of(session),
        "telephone": telephone_words(session),
        "door": link(f"/staff/sessions/{session.id}/attendance"),
        "capacity": link(f"/staff/sessions/{session.id}/capacity") if session.pools else "",
        "public": link(f"/sessions/{session.id}"),
    }


async def found_of(session: Session) -> Data:
    """What the store knows about the session: reservations, what follows it, its room, what is to be settled."""
    following = await children([session.id])
    return {
        "reserved": (await reservation_counts([session.id]))[session.id],
        "following": len([each for each in following if each.state != "cancelled"]),
        "refused_room": await room_refusal(session),
        "rooms_page": await rooms_page(session),
        "tasks": [task.text for task in await tasks_of([session.id])],
    }


async def rooms_page(session: Session) -> str:
    """Where the rooms of its week stand; empty where its venue has none."""
    if session.venue is None or session.owner is None or not await rooms_of_venue(session.venue.id):
        return ""
    return link(f"{base_of(session.owner)}/rooms/{session.venue.slug}?week={session.date}")


def facts_of(session: Session) -> list[tuple[str, str]]:
    """Where, in which room, and who can come."""
    found = [(_("会場"), place_words(session) or _("まだ決まっていません"))]
    if session.theme:
        found.append((_("内容"), session.theme))
    return [*found, *((pool_name(pool.mode, pool.seat), pool_words(pool)) for pool in session.pools)]


def pool_name(mode: str, seat: str) -> str:
    """会場・参加席."""
    modes = {"in_person": _("会場"), "online": _("オンライン")}
    seats = {"talk": _("参加席"), "listener": _("リスナー席")}
    return dotted(modes[mode], seats[seat])


def pool_words(pool: Any) -> str:
    """定員8・予約3・待つ方1."""
    limit = {"none": _("定員なし"), "unstated": _("定員は未定")}.get(
        pool.limit_kind, _("定員%(number)s") % {"number": pool.capacity}
    )
    parts = [limit, _("予約%(number)s") % {"number": pool.reserved}]
    if pool.waiting:
        parts.append(_("待つ方%(number)s") % {"number": pool.waiting})
    return dotted(*parts)


async def room_refusal(session: Session) -> str:
    """Why the room was refused, with the free times; nothing where it was not."""
    if session.room_state != "refused":
        return ""
    found = [each for each in await bookings_of([session.id]) if each.state == "refused"]
    return found[0].reason or room_words(session) if found else ""


def free_slots(refusal: DomainError | None) -> list[dict[str, str]]:
    """The nearest free times as buttons that move the session there."""
    if not isinstance(refusal, RoomTaken):
        return []
    return [
        {
            "value": f"{first:%Y-%m-%d %H:%M} {last:%H:%M}",
            "label": f"{day(first.date())} {hours(first.time(), last.time())}",
        }
        for first, last in refusal.free
    ]
