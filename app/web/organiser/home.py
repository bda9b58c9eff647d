"""The desk of an organisation: what is next, its months, what is to settle, its series."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from litestar import Controller, Request, get
from litestar.di import NamedDependency
from litestar.response import Template

from app.actions.publish import MonthPreview, preview_publication
from app.domain.draft import Draft
from app.domain.month import add_months, month_of
from app.domain.programme import Organisation, Series, Session
from app.domain.staff import Staff
from app.storage.drafts import drafts_of, wants_second_look
from app.storage.series import (
    Rule,
    owner_among,
    owners_of,
    rules_of,
    series_ever_owned,
    series_of_organisation,
)
from app.storage.sessions import sessions_between
from app.storage.tasks import Task, open_tasks
from app.web import saying
from app.web.guards import requires
from app.web.i18n import gettext as _
from app.web.i18n import link
from app.web.moment import Moment, moment_of
from app.web.organiser.access import is_of
from app.web.organiser.month_page import months_words, standing_of
from app.web.organiser.offers import offers_for
from app.web.organiser.page import base_of, may_change, organiser_page
from app.web.views import Data, coming, dated_card
from app.web.wording import day, dotted, month

DAYS = 400
MOST_CARDS = 6


class HomeController(Controller):
    path = "/staff/organisations/{slug:str}"
    guards = [requires("organiser", "viewer", of="organisation")]  # noqa: RUF012 -- as Litestar reads it

    @get()
    async def show(
        self,
        request: Request[Any, Any, Any],
        organisation: NamedDependency[Organisation],
        staff: NamedDependency[Staff],
        now: NamedDependency[datetime],
        today: NamedDependency[date],
    ) -> Template:
        ahead = await sessions_between(
            today, today + timedelta(days=DAYS), organisation_id=organisation.id, listed_only=False
        )
        at, mine = moment_of(request), may_change(staff, organisation)
        months = await preview_publication(organisation.id, today, months=2, now=now)
        return organiser_page(
            "home",
            organisation,
            staff,
            months=[month_door(organisation, each, mine) for each in months],
            tasks=[
                *(await draft_entries(organisation, staff, today) if mine else []),
                *(task_entry(organisation, each, mine) for each in await open_tasks(organisation.id)),
            ],
            offers=await offers_for(organisation) if mine else [],
            soon=[session_entry(organisation, each, at, mine) for each in coming(ahead, at)[:MOST_CARDS]],
            series=await series_entries(organisation, next_dates(ahead), today),
        )


def next_dates(ahead: tuple[Session, ...]) -> dict[UUID, date]:
    """The next date of each series that is not cancelled."""
    return {each.series.id: each.date for each in reversed(ahead) if each.state != "cancelled"}


def month_door(organisation: Organisation, preview: MonthPreview, mine: bool) -> Data:
    """A month with its state, as an entrance; those who only look are led to its public page."""
    waiting, asked = len(preview.outcome.going), len(preview.outcome.held)
    base = f"{base_of(organisation)}/months" if mine else f"/organisations/{organisation.slug}"
    if preview.latest is None:
        state = _("まだ公開していません")
    else:
        state = _("公開済み 第%(number)s版") % {"number": preview.latest.number}
    more = [_("これから出す回 %(number)s") % {"number": waiting}] if waiting else []
    more += [_("確かめる回 %(number)s") % {"number": asked}] if asked else []
    return {
        "href": link(f"{base}/{preview.month:%Y-%m}"),
        "label": month(preview.month),
        "note": dotted(state, *more),
    }


async def draft_entries(organisation: Organisation, staff: Staff, today: date) -> list[Data]:
    """The drafts of months to come, each with its page; none where nobody looks twice."""
    if not await wants_second_look(organisation.id):
        return []
    return [
        draft_entry(organisation, each, staff)
        for each in await drafts_of(organisation.id)
        if last_month(each) >= month_of(today)
    ]


def last_month(draft: Draft) -> date:
    """The last month of a draft."""
    return add_months(draft.first, draft.months - 1)


def draft_entry(organisation: Organisation, draft: Draft, staff: Staff) -> Data:
    """A draft as something to settle: who is waited for, with the page of just its months."""
    words = {
        "look": _("%(months)sの案が、確かめるのを待っています。"),
        "wait": _("%(months)sの案は、もう一人の方が確かめるのを待っています。"),
        "looked": _("%(months)sの案を、もう一人の方が確かめました。公開できます。"),
    }[standing_of(draft, staff)]
    span = f"?months={draft.months}" if draft.months > 1 else ""
    return {
        "text": words % {"months": months_words(draft.first, last_month(draft))},
        "href": link(f"{base_of(organisation)}/months/{draft.first:%Y-%m}{span}"),
    }


def task_entry(organisation: Organisation, task: Task, mine: bool) -> Data:
    """Something to settle, with the page where it is settled."""
    return {
        "id": str(task.id),
        "text": task.text,
        "href": session_href(organisation, task.session_id) if mine else "",
    }


def session_href(organisation: Organisation, session_id: UUID | None) -> str:
    """The page of a session at the desk; nothing where the task is about none."""
    return link(f"{base_of(organisation)}/sessions/{session_id}") if session_id else ""


def session_entry(organisation: Organisation, session: Session, at: Moment, mine: bool) -> Data:
    """A card that leads to the session's page at the desk, with what an organiser looks for."""
    here = mine and is_of(session, organisation)
    href = session_href(organisation, session.id) if here else link(f"/sessions/{session.id}")
    return dated_card(session, at) | {"href": href, "tags": session_tags(session), "audience": []}


def session_tags(session: Session) -> list[Data]:
    """Whether it is out, and who has reserved."""
    if session.state == "cancelled":
        return []
    found: list[Data] = []
    if session.state == "planned":
        found.append({"text": _("まだ公開していません"), "kind": "full"})
    if session.flag_text:
        found.append({"text": _(session.flag_text), "kind": "heed"})
    reserved = sum(pool.reserved for pool in session.pools)
    return [*found, {"text": _("予約%(number)s") % {"number": reserved}}] if session.pools else found


async def series_entries(
    organisation: Organisation, dates: dict[UUID, date], today: date
) -> dict[str, list[Data]]:
    """The series of the organisation, those with dates first: its own, those it has a part in, will own, has owned."""
    parts = await series_of_organisation(organisation.id, today, listed_only=False)
    found = {each.id: each for each in (*parts, *await series_ever_owned(organisation.id))}
    rules, owners = await rules_of(set(found)), await owners_of(set(found))
    entries: dict[str, list[Data]] = {"own": [], "shared": [], "coming": [], "given": []}
    for each in sorted(found.values(), key=lambda each: (dates.get(each.id, date.max), each.title)):
        entry = series_entry(organisation, each, rules.get(each.id, ()), dates.get(each.id))
        entries[relation_of(organisation, owners.get(each.id, []), today)].append(entry)
    return entries


def relation_of(organisation: Organisation, owners: list[tuple[date, Organisation]], today: date) -> str:
    """own: it runs the series today; coming and given: it will, it has; shared: it only has a part in it."""
    now = owner_among(owners, today)
    if now is not None and now.id == organisation.id:
        return "own"
    times = [first for first, owner in owners if owner.id == organisation.id]
    if not times:
        return "shared"
    return "coming" if max(times) > today else "given"


def series_entry(
    organisation: Organisation, series: Series, rules: tuple[Rule, ...], next_date: date | None
) -> Data:
    """A series as one line."""
    return {
        "href": link(f"{base_of(organisation)}/series/{series.id}"),
        "title": series.title,
        "next": _("次は%(day)s") % {"day": day(next_date)} if next_date else "",
        "when": "、".join(each.words for each in rules if each.words)
        or series.opening_text
        or _("日にちは、まだありません。"),
        "audience": [saying.audience(word) for word in series.audience],
    }
