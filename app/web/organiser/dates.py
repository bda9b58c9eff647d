"""The dates of a series: its lines in words, the sessions ahead, and ＋日付."""

from datetime import date
from itertools import groupby
from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect, Template

from app.actions.add_date import add_date
from app.actions.book_room import ask_room
from app.domain.errors import DomainError, Refused, Unusable
from app.domain.month import fiscal_year
from app.domain.planning import horizon
from app.domain.programme import Organisation, Series, Session
from app.domain.series_wish import HandDate
from app.domain.staff import Staff
from app.storage.lines import lines_of_series
from app.storage.series import Rule, rules_of
from app.storage.session_rows import reservation_counts
from app.storage.sessions import sessions_between
from app.storage.venues import venues_by_id
from app.web.forms import NOTHING_TYPED, Typed, filled, id_of_form, number_of
from app.web.house import house_of
from app.web.i18n import gettext as _
from app.web.i18n import link
from app.web.organiser.access import GUARDS, is_of, line_of, owns, series_of
from app.web.organiser.cards import session_line
from app.web.organiser.choices import places
from app.web.organiser.date_form import DateForm, chosen_place
from app.web.organiser.page import base_of, crumbs_of, organiser_page
from app.web.organiser.promises import promise_line

AnyRequest = Request[Any, Any, Any]
Data = dict[str, Any]
SOON = 10


class DatesController(Controller):
    path = "/staff/organisations/{slug:str}/series/{series_id:uuid}/dates"
    guards = GUARDS

    @get()
    async def show(
        self,
        *,
        request: AnyRequest,
        organisation: NamedDependency[Organisation],
        series_id: FromPath[UUID],
        staff: NamedDependency[Staff],
        today: NamedDependency[date],
        said: FromQuery[str] = "",
        booked: FromQuery[str] = "",
        taken: FromQuery[str] = "",
    ) -> Template:
        series = await series_of(organisation, series_id, today)
        words = said_words(said, number_of(booked), number_of(taken))
        return await dates_page(request, organisation, staff, series, said=words)

    @post(status_code=303)
    async def add(
        self,
        *,
        request: AnyRequest,
        organisation: NamedDependency[Organisation],
        series_id: FromPath[UUID],
        staff: NamedDependency[Staff],
        typed: NamedDependency[Typed],
        today: NamedDependency[date],
    ) -> Response[Any]:
        series = await series_of(organisation, series_id, today)
        try:
            query = (
                await asked_rooms(request, organisation, series, typed) if typed.get("act") == "room" else ""
            )
            query = query or await added(request, organisation, series, typed)
        except (Unusable, Refused) as refusal:
            return await dates_page(request, organisation, staff, series, typed=typed, refusal=refusal)
        address = f"{base_of(organisation)}/series/{series.id}/dates?{query}"
        return Redirect(link(address) + "#said", status_code=303)


def said_words(code: str, booked: int, taken: int) -> str:
    """What was done, in words."""
    if code == "asked":
        words = _("%(count)s回に部屋を入れました。") % {"count": booked}
        less = _("%(count)s回は先の予約があり、入れられませんでした。") % {"count": taken}
        return words + less if taken else words
    return {
        "added": _("日付を入れました。公開すると、みなさんに見えます。"),
        "changed": _("予定の言葉を変えました。"),
    }.get(code, "")


async def asked_rooms(request: AnyRequest, organisation: Organisation, series: Series, typed: Typed) -> str:
    """Ask for a room for every session ahead that has none there; what to say of it, as a query. Raises Unusable.

    Only for dates the organisation owns: what lies behind a hand-over is another's.
    """
    house = house_of(request)
    place = chosen_place(typed.get("room", ""))
    if place is None or place.room_id is None:
        raise Unusable("部屋を選んでください。", "room")
    today = house.today()
    found = await sessions_between(today, horizon(today), series_id=series.id, listed_only=False)
    wanted = [each.id for each in found if is_of(each, organisation) and needs_room(each, place.venue_id)]
    done = await ask_room(wanted, place.room_id, now=house.clock(), zone=house.settings.timezone)
    return f"said=asked&booked={len(done.booked)}&taken={len(done.taken)}"


def needs_room(session: Session, venue_id: UUID) -> bool:
    """Whether a session at a venue has no room there."""
    here = session.venue is not None and session.venue.id == venue_id
    return here and session.state != "cancelled" and session.room_state in {None, "refused"}


async def added(request: AnyRequest, organisation: Organisation, series: Series, typed: Typed) -> str:
    """Keep the date of the form; what to say of it, as a query. Raises Unusable, Refused, Unknown."""
    house = house_of(request)
    form = filled(typed, DateForm)
    line = await line_of(series, form.line)
    wish = HandDate(
        date=form.add_date,
        starts=form.add_starts,
        ends=form.add_ends,
        theme=form.theme,
        place=chosen_place(form.place),
    )
    try:
        await add_date(
            line["id"],
            wish,
            now=house.clock(),
            today=house.today(),
            zone=house.settings.timezone,
            form_id=id_of_form(typed, request.url.path),
            owner_id=organisation.id,
        )
    except Unusable as refusal:
        raise Unusable(str(refusal), "add_date") from None
    return "said=added"


async def dates_page(
    request: AnyRequest,
    organisation: Organisation,
    staff: Staff,
    series: Series,
    *,
    said: str = "",
    typed: Typed = NOTHING_TYPED,
    refusal: DomainError | None = None,
) -> Template:
    """The lines and sessions of a series with the form for one more date, everything typed kept."""
    house = house_of(request)
    return organiser_page(
        "dates",
        organisation,
        staff,
        refusal=refusal,
        series=series,
        crumbs=crumbs_of(organisation),
        said=said,
        typed=typed,
        nonce=house.nonce(),
        **await lists_of(organisation, series, house.today()),
        by_referral=series.registration == "by_referral" or not series.listed,
        here=f"{base_of(organisation)}/series/{series.id}",
    )


async def lists_of(organisation: Organisation, series: Series, today: date) -> Data:
    """The lines, the sessions ahead, and what can be chosen for them."""
    rules = (await rules_of({series.id})).get(series.id, ())
    ahead = list(await sessions_between(today, horizon(today), series_id=series.id, listed_only=False))
    counts = await reservation_counts([each.id for each in ahead])
    shown = [dated_line(organisation, each, counts) for each in ahead]
    options = await places()
    return {
        "lines": [await line_entry(organisation, series, rule, today) for rule in rules],
        "soon": shown[:SOON],
        "years": years_of(shown[SOON:]),
        "line_options": [(str(rule.line_id), rule.words or _("手で入れる日")) for rule in rules],
        "place_options": [("", _("いつもの会場")), *options],
        "room_options": rooms_there(options, ahead),
    }


def rooms_there(options: list[tuple[str, str]], ahead: list[Session]) -> list[tuple[str, str]]:
    """The rooms of venues at which a session ahead has none."""
    venues = {each.venue.id for each in ahead if each.venue and needs_room(each, each.venue.id)}
    return [
        (value, label) for value, label in options if value.partition(":")[2] and UUID(value[:36]) in venues
    ]


async def line_entry(organisation: Organisation, series: Series, rule: Rule, today: date) -> Data:
    """A line: its words, where it is held, what was promised, and where it is edited."""
    venues = await venues_by_id(set(rule.venue_ids))
    [line] = [each for each in await lines_of_series(series.id, today) if each.id == rule.line_id]
    promised = rule.promise is not None and rule.timetable is None
    runs = await owns(series, organisation, today)
    return {
        "words": rule.words or _("手で入れる日"),
        "understood": rule.timetable is not None,
        "where": " → ".join(venues[place.venue_id].name for place in line.places),
        "promise": await promise_line(organisation, series, rule, today) if promised else None,
        "href": link(f"{base_of(organisation)}/series/{series.id}/lines/{rule.line_id}") if runs else "",
    }


def dated_line(organisation: Organisation, session: Session, counts: dict[UUID, int]) -> Data:
    """A session as one line, with the month and the fiscal year it lies in."""
    line = session_line(organisation, session, counts)
    return line | {"month": f"{session.date:%Y-%m}", "year": fiscal_year(session.date)}


def years_of(lines: list[Data]) -> list[Data]:
    """The sessions after the first ones, by fiscal year."""
    return [
        {"label": _("%(year)s年度") % {"year": year}, "sessions": list(of_year)}
        for year, of_year in groupby(lines, key=lambda line: line["year"])
    ]
