"""A month before it goes out: what will be published, what is still to be answered, and the one button."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template
from msgspec import Struct

from app.actions.answer_date import close_date, open_date
from app.actions.publish import MonthPreview, preview_publication, publish
from app.domain.edition import Held
from app.domain.errors import DomainError, Misfilled, Unknown, Unusable
from app.domain.month import LONGEST_SPAN, add_months, read_month
from app.domain.programme import Organisation, Session
from app.domain.staff import Staff
from app.storage.session_rows import reservation_counts
from app.web.forms import Typed, read_form
from app.web.i18n import gettext as _
from app.web.i18n import link
from app.web.organiser.access import GUARDS, organisation_of, session_of
from app.web.organiser.cards import session_line
from app.web.organiser.page import base_of, crumbs_of, organiser_page
from app.web.organiser.promises import promises_of
from app.web.wording import month as month_words

Data = dict[str, Any]


class MonthForm(Struct, frozen=True):
    act: str = "publish"
    months: int = 1
    session: UUID | None = None
    reason: str = ""


class MonthController(Controller):
    path = "/staff/organisations/{slug:str}/months/{month:str}"
    guards = GUARDS

    @get()
    async def show(
        self,
        *,
        slug: FromPath[str],
        month: FromPath[str],
        staff: NamedDependency[Staff],
        now: NamedDependency[datetime],
        said: FromQuery[str] = "",
        made: FromQuery[str] = "",
    ) -> Template:
        organisation = await organisation_of(slug)
        notes = {"said": said, "made": bool(made)}
        return await month_page(organisation, staff, month_at(month), now, notes=notes)

    @post(status_code=303)
    async def act(
        self,
        *,
        slug: FromPath[str],
        month: FromPath[str],
        staff: NamedDependency[Staff],
        typed: NamedDependency[Typed],
        now: NamedDependency[datetime],
    ) -> Response[Any]:
        organisation, first = await organisation_of(slug), month_at(month)
        try:
            said = await done(organisation, first, staff, typed, now)
        except (Unusable, Misfilled) as refusal:
            return await month_page(organisation, staff, first, now, refusal=refusal)
        return Redirect(
            link(f"{base_of(organisation)}/months/{first:%Y-%m}?said={said}") + "#said", status_code=303
        )


def month_at(text: str) -> date:
    """The month of the path. Raises Unknown."""
    try:
        return read_month(text)
    except Unusable:
        raise Unknown from None


async def done(organisation: Organisation, first: date, staff: Staff, typed: Typed, now: datetime) -> str:
    """Do what the form says; what to say of it. Raises Unusable, Unknown, NotAllowed."""
    form = read_form(typed, MonthForm)
    if isinstance(form, Misfilled):
        raise form
    if form.act == "publish":
        results = await publish(organisation.id, first, months=form.months, staff_id=staff.id, now=now)
        return "published" if any(result.new for result in results) else "unchanged"
    for session in await asked(organisation, first, form, now):
        if form.act.startswith("open"):
            await open_date(session.id, now=now)
        else:
            await close_date(session.id, form.reason or session.flag_text, now=now)
    return "opened" if form.act.startswith("open") else "closed"


async def asked(
    organisation: Organisation, first: date, form: MonthForm, now: datetime
) -> tuple[Session, ...]:
    """The sessions an answer is for: the one named, or all of the month with an open question. Raises Unknown."""
    if form.act in {"open_all", "close_all"}:
        seen = (await preview_publication(organisation.id, first, now=now))[0]
        return tuple(held.session for held in seen.outcome.held if held.why == "question")
    if form.session is None:
        raise Unknown
    return (await session_of(organisation, form.session),)


async def month_page(
    organisation: Organisation,
    staff: Staff,
    month: date,
    now: datetime,
    *,
    notes: Data | None = None,
    refusal: DomainError | None = None,
) -> Template:
    """The preview of a month with the button that publishes it."""
    seen = (await preview_publication(organisation.id, month, now=now))[0]
    notes = notes or {"said": "", "made": False}
    return organiser_page(
        "month",
        organisation,
        staff,
        refusal=refusal,
        month=month,
        label=month_words(month),
        crumbs=crumbs_of(organisation),
        said=said_words(notes["said"], seen),
        made=notes["made"],
        promises=await promises_of(organisation, month),
        pager=pager_of(organisation, month),
        **await lists_of(organisation, seen),
        **state_of(organisation, seen),
    )


def state_of(organisation: Organisation, seen: MonthPreview) -> Data:
    """How the month stands: its edition, what is new since, what is asked."""
    return {
        "edition": seen.latest,
        "questions": sum(held.why == "question" for held in seen.outcome.held),
        "changes": [_(text) for text in seen.changes],
        "changed": seen.changed,
        "spans": spans_of(seen.month),
        "public": public_of(organisation, seen),
    }


def said_words(code: str, seen: MonthPreview) -> str:
    """What was done, in words."""
    number = seen.latest.number if seen.latest else 0
    return {
        "published": _("%(month)sの第%(number)s版を出しました。")
        % {"month": month_words(seen.month), "number": number},
        "unchanged": _("前に出したときから、変わったところはありません。"),
        "opened": _("開くことにしました。"),
        "closed": _("休みにしました。"),
    }.get(code, "")


async def lists_of(organisation: Organisation, seen: MonthPreview) -> dict[str, list[Data]]:
    """What goes out, what is asked, what is out already, and what has no room yet."""
    outcome = seen.outcome
    every = (*outcome.going, *outcome.out, *(held.session for held in outcome.held))
    counts = await reservation_counts([each.id for each in every])
    return {
        "going": [session_line(organisation, each, counts) for each in outcome.going],
        "out": [session_line(organisation, each, counts) for each in outcome.out],
        "held": [held_line(organisation, each) for each in outcome.held],
        "without_room": [session_line(organisation, each) for each in seen.without_room],
    }


def held_line(organisation: Organisation, held: Held) -> Data:
    """A session that does not go out, with what is to be answered or where it can be put right."""
    line = session_line(organisation, held.session)
    fields = f"{base_of(organisation)}/series/{held.session.series.id}"
    return line | {"why": held.why, "text": _(held.text), "edit": link(fields) + "#online_note"}


def spans_of(month: date) -> list[tuple[str, str]]:
    """How many months to publish at once."""
    first = [("1", _("%(month)sだけ") % {"month": month_words(month)})]
    return first + [
        (
            str(count),
            _("%(month)sまでの%(count)sか月")
            % {"month": month_words(add_months(month, count - 1)), "count": count},
        )
        for count in range(2, LONGEST_SPAN + 1)
    ]


def pager_of(organisation: Organisation, month: date) -> tuple[Data, Data]:
    """The months before and after."""
    base = f"{base_of(organisation)}/months"
    before, after = add_months(month, -1), add_months(month, 1)
    return (
        {"href": link(f"{base}/{before:%Y-%m}"), "label": month_words(before)},
        {"href": link(f"{base}/{after:%Y-%m}"), "label": month_words(after)},
    )


def public_of(organisation: Organisation, seen: MonthPreview) -> str:
    """The page that everybody sees, once the month is out."""
    if seen.latest is None or not organisation.listed:
        return ""
    return link(f"/organisations/{organisation.slug}/{seen.month:%Y-%m}")
