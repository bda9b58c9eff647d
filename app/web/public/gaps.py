"""Why a date is missing that a reader of a series' page would expect: its words, its organiser's answers, closures."""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from msgspec import Struct

from app.domain.planning import Rest
from app.domain.programme import Series, Session
from app.domain.recurrence.expansion import expand, gaps
from app.domain.recurrence.holidays import DEC29_JAN3, YearEnd
from app.domain.recurrence.rule import HolidayPolicy
from app.storage.lines import rests
from app.storage.periods import year_end_of
from app.storage.series import Rule
from app.web.i18n import gettext as _
from app.web.wording import day

DAYS_OF_GAPS = 92
MOST_GAPS = 6


class Resting(Struct, frozen=True):
    """What stands outside the words: closures that lie ahead, the owner and its turn of the year."""

    rests: tuple[Rest, ...] = ()
    owner: UUID | None = None
    year_end: YearEnd = DEC29_JAN3


async def resting_of(owner: UUID | None, today: date) -> Resting:
    """The closures of the coming three months, and the year end of the organisation that owns a series."""
    last = today + timedelta(days=DAYS_OF_GAPS)
    return Resting(await rests(today, last), owner, await year_end_of(owner))


def gap_lines(
    series: Series, rules: Iterable[Rule], told: Iterable[date], today: date, resting: Resting
) -> list[str]:
    """The dates of the coming three months that a reader would expect, and why they are missing or moved.

    `told` are the dates that the page shows as held, or as called off with their reason.
    """
    shown = frozenset(told)
    found: dict[date, str] = {}
    for rule in rules:
        found |= _rest_lines(series, rule, today, resting, shown)
        if rule.timetable:
            found |= _answer_lines(rule, today)
            found |= _remark_lines(series, rule, today, resting.year_end)
    return [text for gap, text in sorted(found.items()) if gap not in shown][:MOST_GAPS]


def told_dates(coming: list[Session], shown: int) -> list[date]:
    """The dates of cards on the page, and those held later on."""
    return [
        session.date for place, session in enumerate(coming) if place < shown or session.state != "cancelled"
    ]


def _last(today: date) -> date:
    return today + timedelta(days=DAYS_OF_GAPS)


def _answer_lines(rule: Rule, today: date) -> dict[date, str]:
    """What an organiser answered with 休み."""
    near = {gap: reason for gap, reason in rule.closed.items() if today <= gap <= _last(today)}
    return {gap: _closed_line(gap, reason) for gap, reason in near.items()}


def _closed_line(gap: date, reason: str | None) -> str:
    """12月31日（木）はお休みです（年末のため）."""
    words = _("%(day)sはお休みです") % {"day": day(gap)}
    return f"{words}（{reason}）" if reason else words


def _remark_lines(series: Series, rule: Rule, today: date, year_end: YearEnd) -> dict[date, str]:
    """What the words of the line exclude or move by themselves."""
    if rule.timetable is None:
        return {}
    remarks = gaps(rule.timetable, today, _last(today), policy=_policy(series), year_end=year_end)
    return {remark.date: _(remark.text) for remark in remarks if remark.date}


def _policy(series: Series) -> HolidayPolicy:
    return series.holiday_policy  # type: ignore[return-value]  # the column holds nothing else


def _rest_lines(
    series: Series, rule: Rule, today: date, resting: Resting, shown: frozenset[date]
) -> dict[date, str]:
    """One line for each closure of the venue or the owner that takes dates, at the first date it takes."""
    if rule.timetable is None or not resting.rests:
        return {}
    found = expand(rule.timetable, today, _last(today), policy=_policy(series), year_end=resting.year_end)
    expected = [each.date for each in found if each.date not in shown and _is_in(rule, each.date)]
    taken = ((rest, _days_under(rest, rule, resting, expected)) for rest in resting.rests)
    return {days[0]: _rest_line(rest, days) for rest, days in taken if days}


def _is_in(rule: Rule, day_: date) -> bool:
    return (rule.first is None or rule.first <= day_) and (rule.last is None or day_ <= rule.last)


def _days_under(rest: Rest, rule: Rule, resting: Resting, expected: list[date]) -> list[date]:
    """The expected dates a closure takes; a line that goes from venue to venue does not rest with one of them."""
    own = rest.organisation_id is not None and rest.organisation_id == resting.owner
    its_venue = rest.venue_id is not None and set(rule.venue_ids) == {rest.venue_id}
    return [day_ for day_ in expected if rest.first <= day_ <= rest.last] if own or its_venue else []


def _rest_line(rest: Rest, days: list[date]) -> str:
    """12月7日（月）は、会場がお休みです（設備点検）; a longer closure from its first to its last date."""
    of_venue = rest.venue_id is not None
    said = {"day": day(days[0]), "last": day(days[-1]), "reason": rest.reason}
    if days[0] == days[-1]:
        words = (
            _("%(day)sは、会場がお休みです（%(reason)s）")
            if of_venue
            else _("%(day)sは、主催者がお休みです（%(reason)s）")
        )
    else:
        words = (
            _("%(day)sから%(last)sまで、会場がお休みです（%(reason)s）")
            if of_venue
            else _("%(day)sから%(last)sまで、主催者がお休みです（%(reason)s）")
        )
    return words % said
