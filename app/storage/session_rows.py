"""Sessions, written: made in bulk, changed one by one, each change with its time and SEQUENCE."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from typing import Any
from uuid import UUID, uuid4

from msgspec.structs import astuple

from app.domain.errors import Unknown
from app.domain.kept import Kept, New
from app.domain.planning import Key, LinePool
from app.domain.session_ids import sequence_at
from app.storage.bulk import chunks, insert_many
from app.storage.engine import rows
from app.storage.records import Row, rows_in, value_of

IDS_AT_ONCE = 500
COLUMNS = (
    "id", "series_id", "line_id", "nominal", "part", "date", "starts", "ends", "state", "by_hand", "shown", "taking",
    "flag", "flag_text", "cancel_reason", "closure_id", "theme", "venue_id", "parent_id", "sequence", "changed_at",
)  # fmt: skip
POOL_COLUMNS = (
    "id", "session_id", "mode", "seat", "limit_kind", "capacity", "reserved", "walked_in", "waiting", "arrived",
    '"left"', "turn",
)  # fmt: skip
COUNTED = """
SELECT session_id, COUNT(*) AS number FROM reservation WHERE session_id IN ([in]) AND NOT given_up
GROUP BY session_id
"""
# The SEQUENCE of RFC 5545 after a change of time, place or status: at least one more than before.
NEXT_SEQUENCE = "sequence = CASE WHEN sequence + 1 > {} THEN sequence + 1 ELSE {} END"
PUBLISH = f"""
UPDATE session SET state = 'published', shown = TRUE, published_at = {{}}, changed_at = {{}}, {NEXT_SEQUENCE}
WHERE id IN ([in]) AND state = 'planned'
"""  # noqa: S608 -- only constants


def kept_of(row: Row) -> Kept:
    """The value of a row of the table."""
    return value_of(Kept, row)


async def kept_session(session_id: UUID) -> Kept:
    """The session of an id. Raises Unknown."""
    found = await rows("SELECT * FROM session WHERE id = {}", session_id)
    if not found:
        raise Unknown
    return kept_of(found[0])


async def kept_sessions(ids: Iterable[UUID]) -> tuple[Kept, ...]:
    """The sessions of these ids by date; unknown ids are missing."""
    found = [
        row
        for chunk in chunks(sorted(set(ids)), IDS_AT_ONCE)
        for row in await rows_in("SELECT * FROM session WHERE id IN ([in])", chunk)
    ]
    return tuple(sorted((kept_of(row) for row in found), key=lambda each: (each.date, each.id)))


async def locked_session(session_id: UUID) -> Kept:
    """The same, and nobody else changes it until this write ends. Raises Unknown."""
    found = await rows("UPDATE session SET taking = taking WHERE id = {} RETURNING *", session_id)
    if not found:
        raise Unknown
    return kept_of(found[0])


async def lock_sessions(ids: Iterable[UUID]) -> None:
    """Keep everybody else from changing or reserving these sessions until this write ends."""
    for session_id in sorted(set(ids)):
        # One after the other in the order of ids, so that two writes never wait for each other in a ring.
        await rows("UPDATE session SET taking = taking WHERE id = {}", session_id)


def new_id() -> UUID:
    """A random id, for a session typed by hand."""
    return uuid4()


async def same_slot(line_id: UUID, day: date, starts: time | None) -> bool:
    """Whether a line has a session on a day at this start that is not cancelled."""
    found = await rows(
        "SELECT starts FROM session WHERE line_id = {} AND date = {} AND state <> 'cancelled'", line_id, day
    )
    return any(row["starts"] == starts for row in found)


async def children(parent_ids: Iterable[UUID]) -> tuple[Kept, ...]:
    """The sessions linked to these, by date."""
    found = await rows_in("SELECT * FROM session WHERE parent_id IN ([in]) ORDER BY date, id", parent_ids)
    return tuple(kept_of(row) for row in found)


async def sessions_of_line(line_id: UUID, first: date) -> tuple[Kept, ...]:
    """The sessions of a line whose date, nominal or held, is not before `first`."""
    found = await rows(
        "SELECT * FROM session WHERE line_id = {} AND (date >= {} OR nominal >= {}) ORDER BY date, starts, id",
        line_id,
        first,
        first,
    )
    return tuple(kept_of(row) for row in found)


async def taken_keys(line_ids: Iterable[UUID], first: date) -> dict[UUID, frozenset[Key]]:
    """For each line the nominal dates and parts that have a session, from a nominal date on."""
    keys: dict[UUID, set[Key]] = defaultdict(set)
    for chunk in chunks(sorted(set(line_ids)), IDS_AT_ONCE):
        statement = "SELECT line_id, nominal, part FROM session WHERE nominal >= {} AND line_id IN ([in])"
        marks = ", ".join("{}" for _ in chunk)
        for row in await rows(statement.replace("[in]", marks), first, *chunk):
            keys[row["line_id"]].add((row["nominal"], row["part"]))
    return defaultdict(frozenset, {line_id: frozenset(found) for line_id, found in keys.items()})


async def with_free_ids(wanted: Sequence[New]) -> list[New]:
    """The sessions, those whose id a re-keyed session already bears with a random one."""
    taken: set[UUID] = set()
    for chunk in chunks([each.id for each in wanted], IDS_AT_ONCE):
        taken |= {row["id"] for row in await rows_in("SELECT id FROM session WHERE id IN ([in])", chunk)}
    return [_renamed(each) if each.id in taken else each for each in wanted]


def _renamed(new: New) -> New:
    return New(**{name: getattr(new, name) for name in New.__struct_fields__} | {"id": uuid4()})


async def add_sessions(wanted: Sequence[New], now: datetime) -> None:
    """Store sessions. Their ids have to be free."""
    await insert_many("session", COLUMNS, [_session_values(each, now) for each in wanted])


def _session_values(new: New, now: datetime) -> tuple[Any, ...]:
    given = {"taking": True, "cancel_reason": new.reason, "sequence": sequence_at(now), "changed_at": now}
    return tuple(given[name] if name in given else getattr(new, name) for name in COLUMNS)


async def add_pools(wanted: Sequence[tuple[UUID, LinePool]]) -> None:
    """Store empty pools, each with the session it belongs to."""
    await add_counted_pools([(session_id, pool, 0, 0) for session_id, pool in wanted])


async def add_counted_pools(wanted: Sequence[tuple[UUID, LinePool, int, int]]) -> None:
    """Store pools in which nobody has a name: each with its session, its walk-ins and how many came in all."""
    values = [
        (uuid4(), session_id, *astuple(pool), 0, walked_in, 0, arrived, 0, 0)
        for session_id, pool, walked_in, arrived in wanted
    ]
    await insert_many("pool", POOL_COLUMNS, values)


async def change_session(kept: Kept, now: datetime, *, quietly: bool = False, **columns: Any) -> None:
    """Change columns of a session. SEQUENCE goes up, unless `quietly`: neither time, place nor status changes."""
    values = {**columns, "changed_at": now}
    assignments = ", ".join(f"{name} = {{}}" for name in values)
    # Counted on from the row: what `kept` says of it may be older than the last change of another write.
    raised = () if quietly else (sequence_at(now), sequence_at(now))
    statement = f"UPDATE session SET {assignments}{f', {NEXT_SEQUENCE}' if raised else ''} WHERE id = {{}}"  # noqa: S608 -- our own names
    await rows(statement, *values.values(), *raised, kept.id)


async def raise_all(now: datetime, above: int) -> None:
    """Count every session as changed now, each SEQUENCE higher than it was, than `above` and than this minute's."""
    number = max(sequence_at(now), above) + 1
    await rows(f"UPDATE session SET changed_at = {{}}, {NEXT_SEQUENCE}", now, number, number)  # noqa: S608 -- only constants


async def highest_sequence() -> int:
    """The highest SEQUENCE of all sessions; 0 where there is none."""
    [row] = await rows("SELECT MAX(sequence) AS highest FROM session")
    return row["highest"] or 0


async def delete_sessions(ids: Iterable[UUID]) -> None:
    """Delete sessions with their pools, bookings and tasks: only such as nobody has seen or reserved."""
    for chunk in chunks(sorted(set(ids)), IDS_AT_ONCE):
        for table in ("nonce", "pool", "booking", "task"):
            await rows_in(f"DELETE FROM {table} WHERE session_id IN ([in])", chunk)  # noqa: S608 -- our own names
        await rows_in("DELETE FROM session WHERE id IN ([in])", chunk)


async def reservation_counts(ids: Iterable[UUID]) -> dict[UUID, int]:
    """How many reservations each session has, given up ones left out; a session without any counts 0."""
    counts: dict[UUID, int] = defaultdict(int)
    for chunk in chunks(sorted(set(ids)), IDS_AT_ONCE):
        for row in await rows_in(COUNTED, chunk):
            counts[row["session_id"]] = row["number"]
    return counts


async def with_traces(ids: Iterable[UUID]) -> frozenset[UUID]:
    """Those of these sessions that somebody has ever reserved: given up, forgotten or not."""
    found: set[UUID] = set()
    for chunk in chunks(sorted(set(ids)), IDS_AT_ONCE):
        for table in ("reservation", "tally"):
            statement = f"SELECT DISTINCT session_id FROM {table} WHERE session_id IN ([in])"  # noqa: S608 -- our own names
            found |= {row["session_id"] for row in await rows_in(statement, chunk)}
    return frozenset(found)


async def publish_sessions(ids: Sequence[UUID], now: datetime) -> None:
    """Make planned sessions published and shown, their SEQUENCE raised."""
    for chunk in chunks(ids, IDS_AT_ONCE):
        marks = ", ".join("{}" for _ in chunk)
        await rows(PUBLISH.replace("[in]", marks), now, now, sequence_at(now), sequence_at(now), *chunk)


async def sessions_on_nominal(line_id: UUID, nominal: date) -> tuple[Kept, ...]:
    """The sessions that a line's rule made for a nominal date, by part."""
    found = await rows(
        "SELECT * FROM session WHERE line_id = {} AND nominal = {} AND NOT by_hand ORDER BY part, id",
        line_id,
        nominal,
    )
    return tuple(kept_of(row) for row in found)
