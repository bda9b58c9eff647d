"""休館日 of venues in words, and the days they come to."""

from datetime import date
from uuid import UUID, uuid4

from msgspec import Struct

from app.domain.errors import Unknown
from app.domain.recurrence.rule import Timetable, from_json, to_json
from app.storage.engine import rows
from app.storage.records import Row

ADD = (
    "INSERT INTO closing_rule (id, venue_id, words, anchor, timetable, until) VALUES ({}, {}, {}, {}, {}, {})"
)
CHANGE = "UPDATE closing_rule SET words = {}, anchor = {}, timetable = {} WHERE id = {}"
LONG_AGO = date(2000, 1, 1)


class ClosingRule(Struct, frozen=True, kw_only=True):
    """休館日 of a venue, as typed and as read."""

    id: UUID
    venue_id: UUID
    words: str
    anchor: date | None = None
    timetable: Timetable


async def closing_rules(venue_id: UUID) -> tuple[ClosingRule, ...]:
    """The rules of a venue, by words."""
    found = await rows("SELECT * FROM closing_rule WHERE venue_id = {} ORDER BY words, id", venue_id)
    return tuple(_rule_of(row) for row in found)


async def rules_behind(last: date) -> tuple[ClosingRule, ...]:
    """The rules whose days do not reach a day yet, by id."""
    found = await rows("SELECT * FROM closing_rule WHERE until < {} ORDER BY id", last)
    return tuple(_rule_of(row) for row in found)


async def reached(rule_id: UUID, last: date) -> None:
    """Say up to which day a rule has been given its days."""
    await rows("UPDATE closing_rule SET until = {} WHERE id = {}", last, rule_id)


async def closing_rule(rule_id: UUID) -> ClosingRule:
    """The rule of an id. Raises Unknown."""
    found = await rows("SELECT * FROM closing_rule WHERE id = {}", rule_id)
    if not found:
        raise Unknown
    return _rule_of(found[0])


def _rule_of(row: Row) -> ClosingRule:
    return ClosingRule(
        id=row["id"],
        venue_id=row["venue_id"],
        words=row["words"],
        anchor=row["anchor"],
        timetable=from_json(row["timetable"]),
    )


async def add_closing_rule(venue_id: UUID, words: str, anchor: date | None, timetable: Timetable) -> UUID:
    """Keep a new rule, without days as yet; its id."""
    rule_id = uuid4()
    await rows(ADD, rule_id, venue_id, words, anchor, to_json(timetable).decode(), LONG_AGO)
    return rule_id


async def change_closing_rule(rule_id: UUID, words: str, anchor: date | None, timetable: Timetable) -> None:
    """Give a rule other words."""
    await rows(CHANGE, words, anchor, to_json(timetable).decode(), rule_id)


async def drop_closing_rule(rule_id: UUID) -> None:
    """Forget a rule with all its days."""
    await rows("DELETE FROM closure WHERE rule_id = {}", rule_id)
    await rows("DELETE FROM closing_rule WHERE id = {}", rule_id)


async def lock_venue(venue_id: UUID) -> None:
    """Keep everybody else from changing the rules of a venue until this write ends."""
    await rows("UPDATE venue SET listed = listed WHERE id = {}", venue_id)


async def days_of_rule(rule_id: UUID, since: date) -> frozenset[date]:
    """The days from one on that a rule has been given, lifted ones included."""
    found = await rows("SELECT first FROM closure WHERE rule_id = {} AND first >= {}", rule_id, since)
    return frozenset(row["first"] for row in found)


async def drop_days(rule_id: UUID, days: frozenset[date]) -> None:
    """Forget days that a rule does not name any more."""
    for day in sorted(days):
        await rows("DELETE FROM closure WHERE rule_id = {} AND first = {}", rule_id, day)
