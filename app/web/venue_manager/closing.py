"""休館日 of a venue in words: read back while they are typed, with the next days and what they would call off."""

from datetime import date
from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromQuery
from litestar.response import Redirect, Template
from msgspec import Struct

from app.actions.close_by_rule import ClosingEffect, closing_effect, end_closing_rule, keep_closing_rule
from app.actions.close_days import open_days
from app.domain.closing_days import NEXT_DAYS, Closing, closing_days, holiday_answers, read_closing
from app.domain.errors import Misfilled, Unknown, Unusable
from app.domain.planning import Rest, horizon
from app.domain.programme import Venue
from app.domain.recurrence.holidays import holiday_name
from app.domain.staff import Staff
from app.storage.closing_rules import ClosingRule, closing_rules
from app.storage.closures import closure, closures_of
from app.web import saying
from app.web.errors import messages_of
from app.web.forms import NOTHING_TYPED, Typed, filled, read_form
from app.web.house import house_of
from app.web.i18n import gettext as _
from app.web.i18n import link
from app.web.organiser.asking import button, with_answer
from app.web.organiser.reading import dated
from app.web.venue_manager.access import GUARDS
from app.web.venue_manager.page import done_of, venue_page

AnyRequest = Request[Any, Any, Any]
Data = dict[str, Any]
MOST_DAYS = 18


class ClosingForm(Struct, frozen=True):
    words: str = ""
    anchor: date | None = None
    rule: UUID | None = None
    sure: str = ""


class RuleForm(Struct, frozen=True):
    rule: UUID


class DayForm(Struct, frozen=True):
    closure: UUID


class ClosingController(Controller):
    path = "/staff/venues/{slug:str}/closing"
    guards = GUARDS

    @get()
    async def show(
        self,
        *,
        request: AnyRequest,
        venue: NamedDependency[Venue],
        staff: NamedDependency[Staff],
        rule: FromQuery[str] = "",
        said: FromQuery[str] = "",
        off: FromQuery[str] = "",
        back: FromQuery[str] = "",
    ) -> Template:
        words = said_words(said, done_of(off), done_of(back))
        return await closing_page(request, venue, staff, typed=await stored(venue, rule), said=words)

    @post("/reading", status_code=200)
    async def read(
        self, request: AnyRequest, venue: NamedDependency[Venue], typed: NamedDependency[Typed]
    ) -> Template:
        context = await reading_context(venue, typed, house_of(request).today())
        return Template("staff/venue_manager/closing_reading.html", context=context)

    @post(status_code=303)
    async def submit(
        self,
        request: AnyRequest,
        venue: NamedDependency[Venue],
        staff: NamedDependency[Staff],
        typed: NamedDependency[Typed],
    ) -> Response[Any]:
        if typed.get("do"):
            return await closing_page(request, venue, staff, typed=typed)
        try:
            query = await ACTS.get(typed.get("act", ""), kept)(request, venue, typed)
        except Unusable as refusal:
            return await closing_page(request, venue, staff, typed=typed, refusal=refusal)
        if not query:
            return await closing_page(request, venue, staff, typed=typed, asked=True)
        return Redirect(link(f"/staff/venues/{venue.slug}/closing?{query}") + "#said", status_code=303)


async def stored(venue: Venue, rule: str) -> Typed:
    """A rule of the venue as it would be typed; nothing for any other address."""
    for each in await closing_rules(venue.id):
        if str(each.id) == rule:
            anchor = str(each.anchor) if each.anchor else ""
            return Typed([("rule", rule), ("words", each.words), ("anchor", anchor)])
    return NOTHING_TYPED


async def kept(request: AnyRequest, venue: Venue, typed: Typed) -> str:
    """Keep the rule of the form; what to say of it, as a query. Nothing where it calls off what was not told of yet."""
    house = house_of(request)
    form = filled(typed, ClosingForm)
    closing = read_closing(form.words, form.anchor)
    effect = await effect_of(venue, closing, house.today())
    if effect and form.sure != sureness(closing, effect):
        return ""
    done = await keep_closing_rule(
        venue.id,
        form.words,
        form.anchor,
        now=house.clock(),
        today=house.today(),
        rule_id=form.rule,
        zone=house.settings.timezone,
    )
    return f"said=kept&off={len(done.called_off)}&back={len(done.back)}"


async def effect_of(venue: Venue, closing: Closing, today: date) -> ClosingEffect | None:
    """What the words would call off; None while they are no rule."""
    return await closing_effect(venue.id, closing.timetable, today) if closing.timetable else None


def sureness(closing: Closing, effect: ClosingEffect) -> str:
    """What a yes is bound to: the words and what they would call off; nothing where there is nothing to ask."""
    return f"{effect.sessions}/{effect.reservations}/{closing.words}" if effect.sessions else ""


async def ended(request: AnyRequest, venue: Venue, typed: Typed) -> str:
    house = house_of(request)
    form = read_form(typed, RuleForm)
    if isinstance(form, Misfilled):
        raise Unknown
    now, today, zone = house.clock(), house.today(), house.settings.timezone
    done = await end_closing_rule(form.rule, venue_id=venue.id, now=now, today=today, zone=zone)
    return f"said=ended&back={len(done.back)}"


async def day_opened(request: AnyRequest, venue: Venue, typed: Typed) -> str:
    """Open the house on one day of a rule."""
    house = house_of(request)
    form = read_form(typed, DayForm)
    if isinstance(form, Misfilled) or (await closure(form.closure)).venue_id != venue.id:
        raise Unknown
    zone = house.settings.timezone
    done = await open_days(form.closure, now=house.clock(), today=house.today(), zone=zone)
    return f"said=opened&back={len(done.sessions)}"


ACTS = {"end": ended, "open": day_opened}


def said_words(code: str, off: int, back: int) -> str:
    """What was done, in words."""
    done = {
        "kept": _("休館日を決めました。"),
        "ended": _("このきまりをやめました。"),
        "opened": _("この日は開館します。"),
    }.get(code, "")
    more = _("%(number)s回の集まりがお休みになりました。") % {"number": off} if off else ""
    again = _("%(number)s回の集まりが、開くに戻りました。") % {"number": back} if back else ""
    return f"{done}{more}{again}" if done else ""


async def closing_page(
    request: AnyRequest,
    venue: Venue,
    staff: Staff,
    *,
    typed: Typed = NOTHING_TYPED,
    said: str = "",
    refusal: Unusable | None = None,
    asked: bool = False,
) -> Template:
    """The rules with their next days, and the form, with everything typed kept."""
    today = house_of(request).today()
    rests = await closures_of(venue_id=venue.id, since=today)
    return venue_page(
        "closing",
        venue,
        staff,
        status_code=422 if refusal else 200,
        said=said,
        rules=[rule_entry(rule, rests, today) for rule in await closing_rules(venue.id)],
        errors=messages_of(refusal),
        asked=asked,
        **await reading_context(venue, typed, today),
    )


def rule_entry(rule: ClosingRule, rests: tuple[tuple[UUID, Rest], ...], today: date) -> Data:
    """A rule with its next days, each of which may be opened."""
    days = [(id_, rest.first) for id_, rest in rests if rest.rule_id == rule.id]
    return {
        "id": str(rule.id),
        "words": rule.words,
        "days": [{"id": str(id_), "label": dated(day, today)} for id_, day in days[:MOST_DAYS]],
    }


async def reading_context(venue: Venue, typed: Typed, today: date) -> Data:
    """What stands beside the words: how they are read, the next days, what they would call off, the open question."""
    before, typed = typed, with_answer(typed)
    words, anchor = typed.get("words", ""), anchor_of(typed)
    closing = read_closing(words, anchor)
    effect = await effect_of(venue, closing, today)
    return {
        "base": f"/staff/venues/{venue.slug}",
        "typed": typed,
        "answered": "" if typed is before else words,
        "reading": {
            "words": closing.words,
            "wording": saying.rest(closing.timetable) if closing.timetable else "",
            "question": _(closing.question) if closing.words and closing.question else "",
            "asks_anchor": closing.missing == "anchor" or anchor is not None,
            "holidays": [button(each, closing.words) for each in holiday_answers(closing, today, anchor)],
            "days": day_cards(closing, today),
        },
        "effect": effect,
        "sure": sureness(closing, effect) if effect else "",
    }


def anchor_of(typed: Typed) -> date | None:
    """The day to count from; None for what is no date."""
    try:
        return date.fromisoformat(typed.get("anchor", "").strip())
    except ValueError:
        return None


def day_cards(closing: Closing, today: date) -> list[Data]:
    """The next days of rest, with the holiday that one falls on."""
    if closing.timetable is None:
        return []
    days = closing_days(closing.timetable, today, horizon(today))[:NEXT_DAYS]
    named = [(day, holiday_name(day)) for day in days]
    return [{"label": dated(day, today), "remark": _(name) if name else ""} for day, name in named]
