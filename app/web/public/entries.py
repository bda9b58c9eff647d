"""Series and organisations as lines of a list, in the language of the request."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from app.domain.programme import Organisation, Series
from app.storage.series import Rule, rules_of
from app.web import saying
from app.web.i18n import LANGUAGE, link
from app.web.i18n import gettext as _
from app.web.views import Data
from app.web.wording import day


async def series_entries(series: Iterable[Series], dates: dict[UUID, date]) -> tuple[list[Data], list[Data]]:
    """Series with a next date (the soonest first), and those without one."""
    found = list(series)
    rules = await rules_of({each.id for each in found})
    dated = [each for each in found if each.id in dates]
    dated.sort(key=lambda each: (dates[each.id], each.slug))
    with_date = [entry(each, rules.get(each.id, ()), dates[each.id]) for each in dated]
    return with_date, [entry(each, rules.get(each.id, ())) for each in found if each.id not in dates]


def entry(series: Series, rules: tuple[Rule, ...], next_date: date | None = None) -> Data:
    """A series as one line: what, when, for whom."""
    return {
        "href": link(f"/series/{series.slug}"),
        "title": series.title,
        "next": _("次は%(day)s") % {"day": day(next_date)} if next_date else "",
        "when": when(series, rules),
        "audience": [saying.audience(word) for word in series.audience],
    }


def when(series: Series, rules: tuple[Rule, ...]) -> str:
    """When it is, as the flyer says it; empty if nobody has said."""
    comma = "、" if LANGUAGE.get() == "ja" else "; "
    return comma.join(rule_words(rule) for rule in rules if rule.words) or series.opening_text or ""


def rule_words(rule: Rule) -> str:
    """The words of a line, as they were typed; in English, what they mean."""
    if LANGUAGE.get() == "ja":
        return rule.words
    if rule.timetable:
        return saying.timetable(rule.timetable)
    return saying.promise(rule.promise) if rule.promise else rule.words


def organisation_entry(organisation: Organisation) -> Data:
    """An organisation as one line, with its telephone."""
    return {
        "href": link(f"/organisations/{organisation.slug}"),
        "title": organisation.name,
        "area": organisation.area or "",
        "phone": organisation.phone,
    }


def by_area(lines: Iterable[Data]) -> list[tuple[str, list[Data]]]:
    """Lines in order of their areas, as areas with their lines; those without an area last."""
    found: dict[str, list[Data]] = {}
    for line in lines:
        found.setdefault(line["area"], []).append(line)
    return sorted(found.items(), key=lambda pair: (pair[0] == "", pair[0]))
