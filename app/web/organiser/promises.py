"""Counts that were promised (年5回) and how many dates they still lack."""

from datetime import date
from typing import Any

from app.domain.programme import Organisation, Series
from app.domain.programme import Promise as Said
from app.domain.promises import left_of, left_words, period_of
from app.domain.recurrence.rule import Promise
from app.storage.series import Rule, owners_of, rules_of, series_of_organisation
from app.storage.sessions import sessions_between
from app.web import saying
from app.web.i18n import gettext as _
from app.web.i18n import link
from app.web.organiser.page import base_of


async def promises_of(organisation: Organisation, day: date) -> list[dict[str, Any]]:
    """The promises of an organisation's own series that lack dates in the period of a day, by title."""
    series = await series_of_organisation(organisation.id, day, listed_only=False)
    owners = await owners_of({each.id for each in series})
    own = [
        each
        for each in series
        if [who.id for first, who in owners.get(each.id, []) if first <= day][-1:] == [organisation.id]
    ]
    rules = await rules_of({each.id for each in own})
    found = [
        await promise_line(organisation, each, rule, day)
        for each in own
        for rule in rules.get(each.id, ())
        if rule.promise and rule.timetable is None
    ]
    return sorted((line for line in found if line["left"]), key=lambda line: line["title"])


async def promise_line(organisation: Organisation, series: Series, rule: Rule, day: date) -> dict[str, Any]:
    """A promise with what it lacks, and the page where dates are entered."""
    promise = promise_of(rule.promise) if rule.promise else Promise(0, "year")
    first, last = period_of(promise.per, day)
    sessions = await sessions_between(first, last, series_id=series.id, listed_only=False)
    dates = [each.date for each in sessions if each.state != "cancelled" and each.line_id == rule.line_id]
    return {
        "title": series.title,
        "words": saying.promise(promise),
        "said": _(left_words(promise, dates, day)),
        "left": left_of(promise, dates, day),
        "href": link(f"{base_of(organisation)}/series/{series.id}/dates") + "#add",
    }


def promise_of(said: Said) -> Promise:
    """The promise as the domain counts it."""
    return Promise(said.count, said.per, said.about)
