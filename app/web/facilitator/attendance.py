"""The attendance page: one tap, one form, one act."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template

from app.domain.errors import DomainError, Ended, OverCapacity, Refused, Unusable
from app.domain.programme import Session
from app.domain.registration import forgets_at, standing
from app.domain.staff import Staff
from app.storage.reservations import people_of
from app.web.errors import status_of
from app.web.facilitator.access import occasion, organises, own_session, require_names
from app.web.facilitator.board import (
    anchor_of,
    corrections,
    counters,
    counts_of,
    person_rows,
    present_of,
    sheet_rows,
)
from app.web.facilitator.names import pool_words
from app.web.facilitator.page import door_page
from app.web.facilitator.taps import HEADS, Tap, perform, read_tap
from app.web.forms import Typed
from app.web.guards import requires
from app.web.house import house_of
from app.web.i18n import gettext as _
from app.web.i18n import link

AnyRequest = Request[Any, Any, Any]


class AttendanceController(Controller):
    path = "/staff/sessions/{session_id:uuid}"
    guards = [requires()]  # noqa: RUF012 -- as Litestar reads it

    @get("/attendance")
    async def show(
        self,
        request: AnyRequest,
        session_id: FromPath[UUID],
        staff: NamedDependency[Staff],
        did: FromQuery[str] = "",
    ) -> Template:
        session = await own_session(session_id, staff)
        return await attendance_page(request, session, staff, last=last_tap(did))

    @post("/attendance", status_code=303)
    async def tap(
        self,
        request: AnyRequest,
        session_id: FromPath[UUID],
        staff: NamedDependency[Staff],
        typed: NamedDependency[Typed],
    ) -> Response[Any]:
        session = await own_session(session_id, staff)
        require_names(request, session)
        try:
            return await tapped(request, session, typed)
        except OverCapacity:
            return ask_page(request, session, staff, typed)
        except (Unusable, Ended, Refused) as refusal:
            current = await own_session(session_id, staff)
            return await attendance_page(request, current, staff, refusal=refusal)

    @get("/sheet")
    async def sheet(
        self, request: AnyRequest, session_id: FromPath[UUID], staff: NamedDependency[Staff]
    ) -> Template:
        session = await own_session(session_id, staff)
        require_names(request, session)
        return door_page("sheet", session, staff, rows=sheet_rows(await people_of(session.id)))


async def tapped(request: AnyRequest, session: Session, typed: Typed) -> Response[Any]:
    """Do what was tapped, and come back to where the thumb was."""
    tap = read_tap(typed.get("act", ""))
    door = occasion(request, session, typed.get("nonce", ""), str(tap))
    await perform(tap, door, above=typed.get("above") == "yes")
    did = "" if tap.is_of_person else f"?did={tap}"
    address = link(f"/staff/sessions/{session.id}/attendance{did}")
    return Redirect(f"{address}#{anchor_of(tap)}", status_code=303)


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
    staff: Staff,
    *,
    last: Tap | None = None,
    refusal: DomainError | None = None,
) -> Template:
    """The page as things stand."""
    house = house_of(request)
    now, zone = house.clock(), house.settings.timezone
    forgotten = now >= forgets_at(session, zone)
    people = () if forgotten else await people_of(session.id)
    return door_page(
        "attendance",
        session,
        staff,
        status_code=status_of(refusal) if refusal else 200,
        nonce=house.nonce(),
        present=present_of(session),
        counters=counters(session),
        corrections=corrections(session, people, last),
        people=person_rows(session, people),
        sheet=sheet_rows(people),
        forgotten=forgotten,
        over=standing(session, now, zone) is not None,
        organiser=organises(staff, session),
        problem=problem_words(refusal),
    )


def problem_words(refusal: DomainError | None) -> str:
    """What is said above the counters, and what to do next."""
    if isinstance(refusal, Ended):
        return _("その予約は、いま変わりました。下の名簿が新しい様子です。")
    return _(str(refusal)) if refusal else ""


def ask_page(request: AnyRequest, session: Session, staff: Staff, typed: Typed) -> Template:
    """定員を超えて迎えますか, once."""
    tap = read_tap(typed["act"])
    pools = [pool for pool in session.pools if pool.id == tap.target]
    return door_page(
        "over",
        session,
        staff,
        status_code=409,
        nonce=house_of(request).nonce(),
        tap=tap,
        pools=[{"label": pool_words(pool.mode, pool.seat), "under": counts_of(pool)} for pool in pools],
    )
