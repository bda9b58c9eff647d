"""予定の言葉を変える: type new words, see what they do to the sessions that are there, then do it."""

from datetime import date
from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Template
from msgspec import Struct

from app.actions.change_rule import EffectChanged, RuleChange, change_rule, preview_rule
from app.domain.errors import DomainError, Misfilled, Refused, Unusable
from app.domain.programme import Organisation, Series
from app.domain.recurrence.wording import wording
from app.domain.rule_change import Fate, reservations_of
from app.domain.series_wish import LONGEST_WORDS
from app.domain.staff import Staff
from app.storage.records import Row
from app.web.errors import messages_of
from app.web.forms import Typed, read_form
from app.web.house import house_of
from app.web.i18n import gettext as _
from app.web.i18n import link
from app.web.organiser.access import GUARDS, line_of, own_series_of
from app.web.organiser.asking import asking, with_answer
from app.web.organiser.page import base_of, crumbs_of, organiser_page
from app.web.organiser.reading import custom_of
from app.web.wording import day, hours

AnyRequest = Request[Any, Any, Any]
Data = dict[str, Any]
MOST_NEW = 12


class RuleForm(Struct, frozen=True):
    words: str = ""
    anchor: date | None = None
    act: str = "look"
    seen: str = ""


class RuleController(Controller):
    path = "/staff/organisations/{slug:str}/series/{series_id:uuid}/lines/{line_id:uuid}"
    guards = GUARDS

    @get()
    async def show(
        self,
        *,
        organisation: NamedDependency[Organisation],
        series_id: FromPath[UUID],
        line_id: FromPath[UUID],
        staff: NamedDependency[Staff],
        today: NamedDependency[date],
    ) -> Template:
        series = await own_series_of(organisation, series_id, today)
        return rule_page(organisation, staff, series, await line_of(series, line_id))

    @post(status_code=303)
    async def submit(
        self,
        *,
        request: AnyRequest,
        organisation: NamedDependency[Organisation],
        series_id: FromPath[UUID],
        line_id: FromPath[UUID],
        staff: NamedDependency[Staff],
        typed: NamedDependency[Typed],
    ) -> Response[Any]:
        house = house_of(request)
        series = await own_series_of(organisation, series_id, house.today())
        line = await line_of(series, line_id)
        typed = with_answer(typed)
        form = read_form(typed, RuleForm)
        if isinstance(form, Misfilled):
            return rule_page(organisation, staff, series, line, typed=typed, refusal=form)
        try:
            if form.act == "change":
                return await changed(request, organisation, series, line, form)
            seen = await preview_rule(line_id, form.words.strip(), form.anchor, today=house.today())
        except EffectChanged as refusal:
            again = await preview_rule(line_id, form.words.strip(), form.anchor, today=house.today())
            return rule_page(organisation, staff, series, line, typed=typed, seen=again, refusal=refusal)
        except (Unusable, Refused) as refusal:
            return rule_page(organisation, staff, series, line, typed=typed, refusal=refusal)
        asked = await asked_by(typed, organisation, house.today())
        return rule_page(organisation, staff, series, line, typed=typed, seen=seen, asked=asked)

    @post("/read", status_code=200)
    async def read(
        self,
        *,
        organisation: NamedDependency[Organisation],
        series_id: FromPath[UUID],
        line_id: FromPath[UUID],
        typed: NamedDependency[Typed],
        today: NamedDependency[date],
    ) -> Template:
        line = await line_of(await own_series_of(organisation, series_id, today), line_id)
        before, typed = typed, with_answer(typed)
        form = read_form(typed, RuleForm)
        context: Data = {
            "typed": typed,
            "base": base_of(organisation),
            "asking": await asked_by(typed, organisation, today),
            "answered": "" if typed is before else typed.get("words", ""),
            "effect": None,
            "errors": messages_of(form if isinstance(form, Misfilled) else None),
        }
        if not isinstance(form, Misfilled):
            seen = await preview_rule(
                line["id"], form.words.strip()[:LONGEST_WORDS], form.anchor, today=today
            )
            context["effect"] = effect_of(seen)
        return Template("staff/organiser/rule_effect.html", context=context)


async def asked_by(typed: Typed, organisation: Organisation, today: date) -> Data | None:
    """The question that the typed words leave open, with its buttons."""
    return asking(typed, (await custom_of(organisation.id)).periods, today)


async def changed(
    request: AnyRequest, organisation: Organisation, series: Series, line: Row, form: RuleForm
) -> Response[Any]:
    """Do it, and go to the dates. Raises EffectChanged where it would do something else by now."""
    house = house_of(request)
    await change_rule(
        line["id"],
        form.words.strip(),
        form.anchor,
        now=house.clock(),
        today=house.today(),
        seen=form.seen or None,
        zone=house.settings.timezone,
    )
    address = f"{base_of(organisation)}/series/{series.id}/dates?said=changed"
    return Redirect(link(address) + "#said", status_code=303)


def rule_page(
    organisation: Organisation,
    staff: Staff,
    series: Series,
    line: Row,
    *,
    typed: Typed | None = None,
    seen: RuleChange | None = None,
    refusal: DomainError | None = None,
    asked: Data | None = None,
) -> Template:
    """The words with their effect, everything typed kept."""
    return organiser_page(
        "rule",
        organisation,
        staff,
        refusal=refusal,
        series=series,
        crumbs=crumbs_of(organisation, series),
        here=f"{base_of(organisation)}/series/{series.id}/lines/{line['id']}",
        typed=typed or {"words": line["words"], "anchor": line["anchor"] or ""},
        effect=effect_of(seen) if seen else None,
        asking=asked,
    )


def effect_of(change: RuleChange) -> Data:
    """What the new words mean and do, in words."""
    reading, effect = change.reading, change.effect
    return {
        "understood": reading.timetable is not None,
        "wording": wording(reading.timetable) if reading.timetable else "",
        "asks_anchor": bool({"anchor", "year", "date"} & set(reading.missing)),
        "remarks": [remark.text for remark in reading.remarks if remark.code != "excluded"],
        "figures": figures_of(change),
        "moved": [moved_words(fate) for fate in effect.moved],
        "lost": [fate_words(fate) for fate in effect.ended if fate.reservations],
        "ended": [fate_words(fate) for fate in effect.ended if not fate.reservations],
        "new": [f"{day(each.date)} {hours(each.start, each.end)}" for each in effect.new[:MOST_NEW]],
        "more": max(0, len(effect.new) - MOST_NEW),
        "print": effect.print,
    }


def figures_of(change: RuleChange) -> list[tuple[str, str]]:
    """How many sessions stay, move, end and come, with their reservations."""
    effect = change.effect
    rows = [
        (len(effect.kept), _("そのまま"), reservations_of(effect.kept)),
        (len(effect.moved), _("動きます"), reservations_of(effect.moved)),
        (len(effect.ended), _("なくなります"), reservations_of(effect.ended)),
        (len(effect.new) + len(effect.back), _("新しく入ります"), 0),
    ]
    return [
        (
            _("%(count)s回") % {"count": count},
            f"{said}（{_('予約%(number)s件') % {'number': reserved}}）" if reserved else said,
        )
        for count, said, reserved in rows
        if count
    ]


def moved_words(fate: Fate) -> str:
    """11月17日（火） 10:00～12:00 → 11月19日（木） 10:00～12:00（予約2件）."""
    to = fate.to
    return f"{fate_words(fate)} → {day(to.date)} {hours(to.start, to.end)}" if to else fate_words(fate)


def fate_words(fate: Fate) -> str:
    """11月17日（火） 10:00～12:00（予約2件）."""
    session = fate.session
    reserved = f"（{_('予約%(number)s件') % {'number': fate.reservations}}）" if fate.reservations else ""
    return f"{day(session.date)} {hours(session.starts, session.ends)}{reserved}"
