"""The heads of one gathering that is over: what was counted at the door, and what the organiser says instead."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Template

from app.actions.correct_heads import MOST_HEADS, correct_heads
from app.domain.errors import DomainError, Misfilled, Refused, Unknown, Unusable
from app.domain.heads import HEAD_WAYS, Correction, Heads
from app.domain.month import month_of
from app.domain.programme import Organisation, Session
from app.domain.seats import Pool
from app.domain.staff import Staff
from app.storage.report import counted_session
from app.web import saying
from app.web.forms import Typed, read_int
from app.web.head_words import way as way_words
from app.web.house import house_of
from app.web.i18n import link
from app.web.organiser.access import GUARDS, session_of
from app.web.organiser.page import base_of, organiser_page
from app.web.organiser.report_month import address_of, report_crumbs
from app.web.wording import day_and_year, dotted, hours
from app.web.wording import month as month_name

Data = dict[str, Any]


class ReportSessionController(Controller):
    path = "/staff/organisations/{slug:str}/report/sessions/{session_id:uuid}"
    guards = GUARDS

    @get()
    async def show(
        self,
        organisation: NamedDependency[Organisation],
        session_id: FromPath[UUID],
        staff: NamedDependency[Staff],
    ) -> Template:
        return await session_page(organisation, staff, await session_of(organisation, session_id))

    @post(status_code=303)
    async def correct(
        self,
        *,
        request: Request[Any, Any, Any],
        organisation: NamedDependency[Organisation],
        session_id: FromPath[UUID],
        staff: NamedDependency[Staff],
        typed: NamedDependency[Typed],
        now: NamedDependency[datetime],
    ) -> Response[Any]:
        session = await session_of(organisation, session_id)
        zone = house_of(request).settings.timezone
        try:
            said = () if typed.get("act") == "as_counted" else await said_in(typed, session)
            await correct_heads(organisation.id, session.id, said, now=now, zone=zone)
        except (Refused, Unusable) as refusal:
            return await session_page(organisation, staff, session, typed=typed, refusal=refusal)
        month = address_of(organisation, month_of(session.date))
        return Redirect(link(f"{month}?said=corrected") + f"#s{session.id}", status_code=303)


async def said_in(typed: Typed, session: Session) -> tuple[Correction, ...]:
    """What the form says of each mode and seat, where it is not what was counted. Raises Misfilled."""
    faults: dict[str, str] = {}
    said = tuple(said_of(typed, pool, faults) for pool in session.pools)
    if faults:
        raise Misfilled(faults)
    _counted, at_the_door = await counted_session(session.id)
    return tuple(
        each for each in said if any(each.of(way) != count(at_the_door, each, way) for way in HEAD_WAYS)
    )


def said_of(typed: Typed, pool: Pool, faults: dict[str, str]) -> Correction:
    """What the form says of a pool; faults gets a sentence for each field that is no number."""
    numbers = [number_of(typed, field_of(pool, way), faults) for way in HEAD_WAYS]
    return Correction(pool.mode, pool.seat, *numbers)


def number_of(typed: Typed, field: str, faults: dict[str, str]) -> int:
    """The number in a field, 0 to 9,999."""
    try:
        number = read_int(typed.get(field, ""))
    except Unusable as refusal:
        faults[field] = str(refusal)
        return 0
    if number > MOST_HEADS:
        faults[field] = "9999 までの人数を書いてください。"
    return number


def field_of(pool: Pool, way: str) -> str:
    """The name of a field."""
    return f"{pool.mode}-{pool.seat}-{way}"


def count(heads: Iterable[Heads], place: Pool | Correction, way: str) -> int:
    """The heads of one mode, seat and way."""
    here = (place.mode, place.seat, way)
    return sum(each.count for each in heads if (each.mode, each.seat, each.way) == here)


async def session_page(
    organisation: Organisation,
    staff: Staff,
    session: Session,
    *,
    typed: Typed | None = None,
    refusal: DomainError | None = None,
) -> Template:
    """The form, with the heads as they stand or as they were typed. Raises Unknown for one that is not counted."""
    counted, at_the_door = await counted_session(session.id)
    if counted is None:
        raise Unknown
    month = month_of(session.date)
    here = {"href": link(address_of(organisation, month)), "label": month_name(month)}
    return organiser_page(
        "report_session",
        organisation,
        staff,
        refusal=refusal,
        crumbs=[*report_crumbs(organisation, month), here],
        title=session.series.title,
        when=f"{day_and_year(session.date)} {hours(session.starts, session.ends)}",
        here=f"{base_of(organisation)}/report/sessions/{session.id}",
        pools=[pool_fields(pool, counted.heads, at_the_door, typed) for pool in session.pools],
        corrected=counted.heads != at_the_door,
    )


def pool_fields(pool: Pool, heads: tuple[Heads, ...], door: tuple[Heads, ...], typed: Typed | None) -> Data:
    """The two fields of a mode and seat."""
    fields = [
        {
            "name": field_of(pool, way),
            "label": way_words(way),
            "value": typed.get(field_of(pool, way), "") if typed else count(heads, pool, way),
            "counted": count(door, pool, way),
        }
        for way in HEAD_WAYS
    ]
    return {"title": dotted(saying.mode(pool.mode), saying.seat(pool.seat)), "fields": fields}
