"""The attendance page: one tap, one form, one act."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template

from app.domain.door import LONGEST_NOTE
from app.domain.errors import DomainError, Ended, OverCapacity, Refused, Unusable
from app.domain.programme import Session
from app.storage.reservations import people_of
from app.web.errors import status_of
from app.web.facilitator.access import occasion, own_session, require_names
from app.web.facilitator.board import anchor_of, counts_of, named_places, sheet_rows
from app.web.facilitator.keeper import KEEPER, Keeper, at_a_door
from app.web.facilitator.names import pool_words
from app.web.facilitator.page import door_page
from app.web.facilitator.seen import seen_by, until
from app.web.facilitator.taps import HEADS, Sent, Tap, perform, read_tap
from app.web.forms import NOTHING_TYPED, Typed
from app.web.house import house_of
from app.web.i18n import LANGUAGE, in_language, link
from app.web.i18n import gettext as _

AnyRequest = Request[Any, Any, Any]


class AttendanceController(Controller):
    path = "/staff/sessions/{session_id:uuid}"
    guards = [at_a_door]  # noqa: RUF012 -- as Litestar reads it
    dependencies = KEEPER

    @get("/attendance")
    async def show(
        self,
        request: AnyRequest,
        session_id: FromPath[UUID],
        keeper: NamedDependency[Keeper],
        did: FromQuery[str] = "",
    ) -> Template:
        session = await own_session(session_id, keeper)
        return await attendance_page(request, session, keeper, last=last_tap(did))

    @post("/attendance", status_code=303)
    async def tap(
        self,
        request: AnyRequest,
        session_id: FromPath[UUID],
        keeper: NamedDependency[Keeper],
        typed: NamedDependency[Typed],
    ) -> Response[Any]:
        session = await own_session(session_id, keeper)
        require_names(request, session)
        try:
            return await tapped(request, session, typed)
        except OverCapacity:
            return ask_page(request, session, keeper, typed)
        except (Unusable, Ended, Refused) as refusal:
            return await attendance_page(request, session, keeper, refusal=refusal, typed=typed)

    @get("/sheet")
    async def sheet(
        self, request: AnyRequest, session_id: FromPath[UUID], keeper: NamedDependency[Keeper]
    ) -> Template:
        session = await own_session(session_id, keeper)
        require_names(request, session)
        return door_page("sheet", session, keeper, rows=sheet_rows(await people_of(session.id)))


async def tapped(request: AnyRequest, session: Session, typed: Typed) -> Response[Any]:
    """Do what was tapped, and come back to where the thumb was."""
    tap = await done(request, session, typed)
    did = f"?did={tap}" if tap.act in HEADS else ""
    address = link(f"/staff/sessions/{session.id}/attendance{did}")
    return Redirect(f"{address}#{anchor_of(tap)}", status_code=303)


async def done(request: AnyRequest, session: Session, typed: Typed) -> Tap:
    """Do what was tapped. Raises OverCapacity unless that was confirmed, and what else the act raises."""
    tap = read_tap(typed.get("act", ""))
    door = occasion(request, session, typed.get("nonce", ""), str(tap))
    sent = Sent(
        above=typed.get("above") == "yes",
        nickname=typed.get("nickname", ""),
        secret=house_of(request).settings.secret,
    )
    await perform(tap, door, sent)
    return tap


def last_tap(did: str) -> Tap | None:
    """The tap that the page came back from; it only says how many 取り消す takes back."""
    try:
        tap = read_tap(did)
    except Unusable:
        return None
    return tap if tap.act in HEADS else None


async def attendance_page(
    request: AnyRequest,
    session: Session,
    keeper: Keeper,
    *,
    last: Tap | None = None,
    refusal: DomainError | None = None,
    typed: Typed = NOTHING_TYPED,
) -> Template:
    """The page as things stand, with everything typed."""
    house = house_of(request)
    address = link(f"/staff/sessions/{session.id}/attendance")
    field = refusal.field if isinstance(refusal, Unusable) and refusal.field in ("nickname", "note") else ""
    return door_page(
        "attendance",
        session,
        keeper,
        status_code=status_of(refusal) if refusal else 200,
        nonce=house.nonce(),
        until=until(session, keeper, house.settings.timezone),
        named=named_places(session),
        typed=typed or None,
        longest_note=LONGEST_NOTE,
        organiser=keeper.organises(session),
        errors={field: problem_words(refusal)} if field else {},
        problem="" if field else problem_words(refusal),
        # The address of a link stays out of the page.
        other_language=in_language(address, "ja" if LANGUAGE.get() == "en" else "en"),
        **await seen_by(request, session, last),
    )


def problem_words(refusal: DomainError | None) -> str:
    """What is said above the counters, and what to do next."""
    if isinstance(refusal, Ended):
        return _("その予約は、いま変わりました。下の名簿が新しい様子です。")
    return _(str(refusal)) if refusal else ""


def ask_page(request: AnyRequest, session: Session, keeper: Keeper, typed: Typed) -> Template:
    """定員を超えて迎えますか, once."""
    tap = read_tap(typed["act"])
    return door_page(
        "over",
        session,
        keeper,
        status_code=409,
        nonce=house_of(request).nonce(),
        act="attendance",
        sent={"act": str(tap), "nickname": typed.get("nickname", "")},
        heads=tap.heads,
        pools=pools_asked(session, tap),
    )


def pools_asked(session: Session, tap: Tap) -> list[dict[str, Any]]:
    """The pool that is full, with its counts; none for a person."""
    return [
        {"label": pool_words(pool.mode, pool.seat), "under": counts_of(pool)}
        for pool in session.pools
        if pool.id == tap.target
    ]
