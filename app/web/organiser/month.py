"""A month, or a span of months, before it goes out: one list of what will be published and what is still asked."""

from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template
from msgspec import Struct

from app.actions.answer_date import close_date, open_date
from app.actions.look_over import look_over, make_draft
from app.actions.publish import PublishedMonth, preview_publication, publish
from app.domain.errors import Misfilled, Refused, Unknown, Unusable
from app.domain.programme import Organisation, Session
from app.domain.staff import Staff
from app.web.forms import Typed, filled
from app.web.i18n import link
from app.web.organiser.access import GUARDS, session_of
from app.web.organiser.month_page import month_page
from app.web.organiser.page import base_of
from app.web.public import published
from app.web.public.pages import month_at

Act = Literal["publish", "draft", "look", "open", "close", "open_all", "close_all"]


class MonthForm(Struct, frozen=True):
    act: Act
    months: int = 1
    session: UUID | None = None
    reason: str = ""
    seen: str | None = None


class MonthController(Controller):
    path = "/staff/organisations/{slug:str}/months/{month:str}"
    guards = GUARDS

    @get()
    async def show(
        self,
        *,
        organisation: NamedDependency[Organisation],
        month: FromPath[str],
        staff: NamedDependency[Staff],
        now: NamedDependency[datetime],
        months: FromQuery[str] = "",
        said: FromQuery[str] = "",
        made: FromQuery[str] = "",
    ) -> Template:
        notes = {"said": said, "made": bool(made)}
        return await month_page(
            organisation, staff, month_at(month), now, months=count_of(months), notes=notes
        )

    @post(status_code=303)
    async def act(
        self,
        *,
        organisation: NamedDependency[Organisation],
        month: FromPath[str],
        staff: NamedDependency[Staff],
        typed: NamedDependency[Typed],
        now: NamedDependency[datetime],
    ) -> Response[Any]:
        first = month_at(month)
        months = count_of(typed.get("months", ""))
        try:
            said = await done(organisation, first, staff, typed, now)
        except (Unusable, Misfilled, Refused) as refusal:
            return await month_page(organisation, staff, first, now, months=months, refusal=refusal)
        span = f"&months={months}" if months > 1 else ""
        here = f"{base_of(organisation)}/months/{first:%Y-%m}?said={said}{span}"
        return Redirect(link(here) + "#said", status_code=303)


def count_of(text: str) -> int:
    """How many months are looked at: 1 unless a number up to 12 is named."""
    return published.count_of(text.strip()) or 1


async def done(organisation: Organisation, first: date, staff: Staff, typed: Typed, now: datetime) -> str:
    """Do what the form says; what to say of it. Raises Unusable, Misfilled, Unknown, Refused."""
    form = filled(typed, MonthForm)
    if form.act == "publish":
        results = await publish(
            organisation.id, first, months=form.months, staff_id=staff.id, seen=form.seen, now=now
        )
        return outcome_of(results)
    if form.act == "draft":
        await make_draft(organisation.id, first, months=form.months, staff_id=staff.id, now=now)
        return "drafted"
    if form.act == "look":
        await look_over(organisation.id, first, staff_id=staff.id, seen=form.seen, now=now)
        return "looked"
    return await answered(organisation, first, form, now)


def outcome_of(results: tuple[PublishedMonth, ...]) -> str:
    """Whether something went out, somebody else was first, or nothing has changed."""
    if any(result.new for result in results):
        return "published"
    return "others" if any(result.by_others for result in results) else "unchanged"


async def answered(organisation: Organisation, first: date, form: MonthForm, now: datetime) -> str:
    """Answer the dates that are asked about; what to say of it. Raises Unknown."""
    opening = form.act in {"open", "open_all"}
    for session in await asked(organisation, first, form, now):
        if opening:
            await open_date(session.id, now=now)
        else:
            await close_date(session.id, form.reason or session.flag_text, now=now)
    return "opened" if opening else "closed"


async def asked(
    organisation: Organisation, first: date, form: MonthForm, now: datetime
) -> tuple[Session, ...]:
    """The sessions an answer is for: the one named, or all of the span with an open question. Raises Unknown."""
    if form.act in {"open_all", "close_all"}:
        span = await preview_publication(organisation.id, first, months=form.months, now=now)
        held = [held for seen in span for held in seen.outcome.held]
        return tuple(each.session for each in held if each.why == "question")
    if form.session is None:
        raise Unknown
    return (await session_of(organisation, form.session),)
