"""休館日 of a venue as a rule in words: keep it, change it, end it, and give it its days as time goes on."""

from datetime import date, datetime, tzinfo
from uuid import UUID

from msgspec import Struct

from app.actions.heed_closures import Heeded, heed_closures
from app.actions.hold_rooms import TOKYO
from app.domain.acts import Act
from app.domain.closing_days import REASON, closing_days, read_closing
from app.domain.errors import Unknown, Unusable
from app.domain.planning import Rest, horizon
from app.domain.recurrence.rule import Timetable
from app.storage.acts import record_act
from app.storage.closing_rules import (
    ClosingRule,
    add_closing_rule,
    change_closing_rule,
    closing_rule,
    closing_rules,
    days_of_rule,
    drop_closing_rule,
    drop_days,
    lock_venue,
    reached,
    rules_behind,
)
from app.storage.closures import add_closure, sessions_under
from app.storage.session_rows import reservation_counts
from app.storage.transactions import write
from app.storage.versions import touch

LONGEST_WORDS = 200


class ClosingEffect(Struct, frozen=True):
    """What a rule would call off from today on: how many sessions, and how many reservations they have."""

    sessions: int = 0
    reservations: int = 0


async def closing_effect(venue_id: UUID, timetable: Timetable, today: date) -> ClosingEffect:
    """What would be called off at a venue if these words held. Changes nothing."""
    last = horizon(today)
    days = frozenset(closing_days(timetable, today, last))
    there = await sessions_under(Rest(today, last, REASON, venue_id=venue_id))
    found = [each.id for each in there if each.date in days and each.state != "cancelled"]
    counts = await reservation_counts(found)
    return ClosingEffect(len(found), sum(counts.values()))


async def keep_closing_rule(
    venue_id: UUID,
    words: str,
    anchor: date | None = None,
    *,
    now: datetime,
    today: date,
    rule_id: UUID | None = None,
    zone: tzinfo = TOKYO,
) -> Heeded:
    """Close a venue on the days that words say, or change the rule of an id; what was called off, and what comes back.

    The same words a second time change nothing. Raises Unusable where the words leave something open, Unknown for a
    rule of another venue.
    """
    said, timetable = understood(words, anchor)

    async def work() -> Heeded:
        await lock_venue(venue_id)
        known = await _own(rule_id, venue_id) or await _same(venue_id, said)
        if known is None:
            known = await add_closing_rule(venue_id, said, anchor, timetable)
        else:
            await change_closing_rule(known, said, anchor, timetable)
        await _give_days(await closing_rule(known), today)
        await record_act(Act(what="venue_changed", venue_id=venue_id), now)
        await touch("programme", now)
        return await heed_closures(today, now, zone)

    return await write(work)


def understood(words: str, anchor: date | None) -> tuple[str, Timetable]:
    """The words as they are kept and read. Raises Unusable, with the question that is open beside its field."""
    if len(words.strip()) > LONGEST_WORDS:
        raise Unusable(f"{LONGEST_WORDS}文字までで書いてください。", "words")
    closing = read_closing(words, anchor)
    if closing.timetable is None:
        raise Unusable(closing.question, "anchor" if closing.missing == "anchor" else "words")
    return closing.words, closing.timetable


async def _own(rule_id: UUID | None, venue_id: UUID) -> UUID | None:
    if rule_id is not None and (await closing_rule(rule_id)).venue_id != venue_id:
        raise Unknown
    return rule_id


async def _same(venue_id: UUID, words: str) -> UUID | None:
    """The rule that a form sent twice has made already."""
    return next((each.id for each in await closing_rules(venue_id) if each.words == words), None)


async def _give_days(rule: ClosingRule, today: date) -> None:
    """Let the closures of a rule be its days from today to the horizon; a day that was lifted stays lifted."""
    last = horizon(today)
    wanted = frozenset(closing_days(rule.timetable, today, last))
    given = await days_of_rule(rule.id, today)
    await drop_days(rule.id, given - wanted)
    for day in sorted(wanted - given):
        await add_closure(Rest(day, day, REASON, venue_id=rule.venue_id, rule_id=rule.id))
    await reached(rule.id, last)


async def roll_closing_rules(today: date) -> int:
    """Give every rule its days up to the horizon; how many rules had not reached it. Safe to repeat at any time."""
    behind = await rules_behind(horizon(today))
    for rule in behind:

        async def work(rule: ClosingRule = rule) -> None:
            await lock_venue(rule.venue_id)
            # Read again: before the lock somebody may have changed or ended it.
            for each in await closing_rules(rule.venue_id):
                if each.id == rule.id:
                    await _give_days(each, today)

        await write(work)
    return len(behind)


async def end_closing_rule(
    rule_id: UUID, *, venue_id: UUID, now: datetime, today: date, zone: tzinfo = TOKYO
) -> Heeded:
    """End a rule. Sessions from today on that it had called off are held again. Raises Unknown."""

    async def work() -> Heeded:
        await lock_venue(venue_id)
        await _own(rule_id, venue_id)
        await drop_closing_rule(rule_id)
        await record_act(Act(what="venue_changed", venue_id=venue_id), now)
        await touch("programme", now)
        return await heed_closures(today, now, zone)

    return await write(work)
