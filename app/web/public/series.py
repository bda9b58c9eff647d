"""A series: the rule in words, the next dates, what is missing and why, what will happen there."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get
from litestar.params import FromPath
from litestar.response import Template

from app.domain.errors import Unknown
from app.domain.month import fiscal_year
from app.domain.programme import Host, Promise, Series, Session, Venue
from app.domain.promises import left_of
from app.domain.recurrence.rule import Promise as Counted
from app.domain.visibility import organisation_has_page, public_series, public_venue, series_is_public
from app.storage.series import Rule, hosts_of, rules_of, series_by_id, series_by_slug
from app.storage.sessions import sessions_between
from app.storage.venues import venues_by_id
from app.web import saying
from app.web.i18n import gettext as _
from app.web.i18n import link
from app.web.moment import Moment
from app.web.public.entries import rule_words
from app.web.public.gaps import gap_lines, resting_of, told_dates
from app.web.public.pages import address, kept_for_all, page
from app.web.views import Data, date_card, venue_link
from app.web.views import coming as still_to_come
from app.web.wording import day

NEXT_DATES = 8
DAYS_AHEAD = 460


class SeriesController(Controller):
    path = "/series"

    @get("/{slug:str}")
    async def one(self, request: Request[Any, Any, Any], slug: FromPath[str]) -> Response[bytes]:
        async def render(at: Moment) -> Template:
            return await series_page(slug, at)

        return await kept_for_all(request, render)


async def series_page(slug: str, at: Moment) -> Template:
    """The page of a public series. Raises Unknown."""
    series, today = await series_by_slug(slug), at.today
    if series is None or not series_is_public(series):
        raise Unknown
    rules = (await rules_of({series.id})).get(series.id, ())
    year = await year_of(series, today)
    coming = still_to_come(year, at)
    hosts = await hosts_of(series.id, today)
    venues = await venues_of(rules, coming)
    main = hosts[0].organisation if hosts else None
    resting = await resting_of(main.id if main else None, today)
    return page(
        "series",
        address("series", series.slug),
        series=without_private_ways(series, venues),
        audience=[saying.audience(word) for word in series.audience],
        rules=[rule_words(rule) for rule in rules],
        promises=[promise_words(rule.promise, year, today) for rule in rules if rule.promise],
        **dates_of(coming, at),
        gaps=gap_lines(series, rules, told_dates(coming, NEXT_DATES), today, resting),
        venues=[venue_link(venue) for venue in venues],
        registration=saying.registration(series.registration),
        hosts=[host_line(host) for host in hosts],
        phone=series.phone or (main.phone if main else None),
        beside=await beside(series),
        subscribe=link(address("subscribe", what=f"series/{series.slug}")),
    )


async def year_of(series: Series, today: date) -> tuple[Session, ...]:
    """The sessions of the fiscal year so far and of the time ahead."""
    first = date(fiscal_year(today), 4, 1) - timedelta(days=6)
    return await sessions_between(first, today + timedelta(days=DAYS_AHEAD), series_id=series.id)


def without_private_ways(series: Series, venues: list[Venue]) -> Series:
    """The series without its way in, if that leads to a private address."""
    for venue in venues:
        series = public_series(series, venue)
    return series


def dates_of(coming: list[Session], at: Moment) -> Data:
    """The next dates as cards, how far the others reach, and how one can take part."""
    return {
        "dates": [date_card(session, at) for session in coming[:NEXT_DATES]],
        "more": more_dates(coming),
        "modes": saying.modes(modes_of(coming)),
    }


def promise_words(promised: Promise, sessions: tuple[Session, ...], today: date) -> str:
    """年5回（あと2回…）: what is promised, and how many dates of this week, month or year are still to be named."""
    known = [session.date for session in sessions if session.state != "cancelled"]
    left = left_of(Counted(promised.count, promised.per, promised.about), known, today)
    words = saying.promise(promised)
    return words + (
        _("（あと%(count)s回。日にちは決まりしだい、ここに出ます）") % {"count": left} if left else ""
    )


def more_dates(coming: list[Session]) -> str:
    """Until when further dates are known; empty if all stand above."""
    if len(coming) <= NEXT_DATES:
        return ""
    return _("このあとも、%(day)sまで予定があります。") % {"day": day(coming[-1].date)}


async def venues_of(rules: tuple[Rule, ...], coming: list[Session]) -> list[Venue]:
    """Where it is held: the venues of the lines in their order, then those of the coming dates."""
    ids = dict.fromkeys(venue_id for rule in rules for venue_id in rule.venue_ids)
    ids |= dict.fromkeys(session.venue.id for session in coming if session.venue)
    known = await venues_by_id(set(ids))
    return [public_venue(known[venue_id]) for venue_id in ids if venue_id in known]


def modes_of(coming: list[Session]) -> tuple[str, ...]:
    """The modes of the coming dates together."""
    found = {mode for session in coming for mode in session.modes}
    return tuple(mode for mode in ("in_person", "online") if mode in found)


def host_line(host: Host) -> Data:
    """An organisation with its part, and its page where it has one."""
    known = host.organisation
    href = link(f"/organisations/{known.slug}") if known and organisation_has_page(known) else ""
    return {"role": _(host.role), "name": host.name, "href": href}


async def beside(series: Series) -> list[Data]:
    """The series it follows or stands beside, as far as they are public."""
    wanted: dict[UUID, str] = {}
    if series.parent_id:
        wanted[series.parent_id] = _("つづけて開かれる会")
    if series.parallel_id:
        wanted[series.parallel_id] = _("同じ日の会")
    known = await series_by_id(set(wanted))
    return [
        {"label": wanted[id_], "title": known[id_].title, "href": link(f"/series/{known[id_].slug}")}
        for id_ in wanted
        if id_ in known and series_is_public(known[id_])
    ]
