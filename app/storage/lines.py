"""Lines (予定の行): read with all that decides their sessions, and written."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, time
from uuid import UUID, uuid4

from app.domain.planning import Answer, Line, LinePool, Place, Rest
from app.domain.recurrence.holidays import YearEnd
from app.domain.recurrence.rule import Promise, Timetable, from_json, to_json
from app.storage.engine import rows
from app.storage.periods import month_day
from app.storage.records import Row, rows_in, value_of

LINES = """
SELECT line.*, series.holiday_policy, series.planned_shown, series.parent_id AS series_parent
FROM line JOIN series ON series.id = line.series_id
"""
IN_ORDER = " ORDER BY line.series_id, line.position, line.id"
PLACES = "SELECT line_id, venue_id, room_id FROM line_venue WHERE line_id IN ([in]) ORDER BY position"
YEAR_ENDS = "SELECT id, year_end_first, year_end_last FROM organisation WHERE id IN ([in])"
ADD_LINE = """
INSERT INTO line (id, series_id, position, words, anchor, timetable, promise_count, promise_per, promise_about,
    first, last, vacate, next_turn)
VALUES ({}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, 0)
"""
RESTS = "SELECT * FROM closure WHERE NOT lifted AND last >= {} AND first <= {} ORDER BY first, id"
ADD_PLACE = "INSERT INTO line_venue (id, line_id, position, venue_id, room_id) VALUES ({}, {}, {}, {}, {})"
ADD_POOL = (
    "INSERT INTO line_pool (id, line_id, mode, seat, limit_kind, capacity) VALUES ({}, {}, {}, {}, {}, {})"
)
ADD_ANSWER = """
INSERT INTO line_date (id, line_id, date, answer, reason) VALUES ({}, {}, {}, {}, {})
ON CONFLICT (line_id, date) DO UPDATE SET answer = excluded.answer, reason = excluded.reason
"""


async def all_lines(today: date) -> tuple[Line, ...]:
    """Every line that has a timetable, by series and position."""
    return await _lines(await rows(f"{LINES} WHERE line.timetable IS NOT NULL{IN_ORDER}"), today)


async def lines_of_series(series_id: UUID, today: date) -> tuple[Line, ...]:
    """The lines of a series in their order, also those without a timetable."""
    return await _lines(await rows(f"{LINES} WHERE line.series_id = {{}}{IN_ORDER}", series_id), today)


async def lines_by_id(ids: Iterable[UUID], today: date) -> dict[UUID, Line]:
    """Lines by id; unknown ids are missing."""
    found = await rows_in(f"{LINES} WHERE line.id IN ([in]){IN_ORDER}", ids)
    return {line.id: line for line in await _lines(found, today)}


async def line_words(line_id: UUID) -> Row | None:
    """The row of a line as it was typed: words, anchor, promise, bounds; None if there is none."""
    found = await rows("SELECT * FROM line WHERE id = {}", line_id)
    return found[0] if found else None


async def lock_lines(ids: Iterable[UUID]) -> None:
    """Keep others from making sessions of these lines until this write ends."""
    await rows_in("UPDATE line SET next_turn = next_turn WHERE id IN ([in])", sorted(set(ids)))


async def deal(line_id: UUID, turns: int) -> int:
    """Take so many turns of the rotation; the first of them."""
    found = await rows(
        "UPDATE line SET next_turn = next_turn + {} WHERE id = {} RETURNING next_turn", turns, line_id
    )
    return int(found[0]["next_turn"]) - turns if found else 0


async def rests(first: date, last: date = date.max) -> tuple[Rest, ...]:
    """The closures of venues and organisations on any day between two, by first day; those that were lifted are none."""
    found = await rows(RESTS, first, last)
    return tuple(value_of(Rest, row) for row in found)


async def _lines(found: list[Row], today: date) -> tuple[Line, ...]:
    ids = {row["id"] for row in found}
    places, pools, answers = await _places(ids), await _pools(ids), await _answers(ids)
    owners = await _owners({row["series_id"] for row in found})
    year_ends = await _year_ends({owner for each in owners.values() for _, owner in each})
    return tuple(
        value_of(
            Line,
            row,
            timetable=from_json(row["timetable"]) if row["timetable"] else None,
            places=tuple(places[row["id"]]),
            pools=tuple(pools[row["id"]]),
            answers=answers[row["id"]],
            owners=tuple(owners[row["series_id"]]),
            policy=row["holiday_policy"],
            year_end=_year_end(owners[row["series_id"]], year_ends, today),
            visible=row["planned_shown"],
        )
        for row in found
    )


async def _places(ids: set[UUID]) -> dict[UUID, list[Place]]:
    places: dict[UUID, list[Place]] = defaultdict(list)
    for row in await rows_in(PLACES, ids):
        places[row["line_id"]].append(Place(row["venue_id"], row["room_id"]))
    return places


async def _pools(ids: set[UUID]) -> dict[UUID, list[LinePool]]:
    pools: dict[UUID, list[LinePool]] = defaultdict(list)
    found = await rows_in("SELECT * FROM line_pool WHERE line_id IN ([in]) ORDER BY mode, seat DESC", ids)
    for row in found:
        pools[row["line_id"]].append(value_of(LinePool, row))
    return pools


async def _answers(ids: set[UUID]) -> dict[UUID, dict[date, Answer]]:
    answers: dict[UUID, dict[date, Answer]] = defaultdict(dict)
    for row in await rows_in("SELECT * FROM line_date WHERE line_id IN ([in])", ids):
        answers[row["line_id"]][row["date"]] = Answer(row["answer"], row["reason"])
    return answers


async def _owners(series_ids: set[UUID]) -> dict[UUID, list[tuple[date, UUID]]]:
    owners: dict[UUID, list[tuple[date, UUID]]] = defaultdict(list)
    for row in await rows_in("SELECT * FROM ownership WHERE series_id IN ([in]) ORDER BY first", series_ids):
        owners[row["series_id"]].append((row["first"], row["organisation_id"]))
    return owners


async def _year_ends(organisation_ids: set[UUID]) -> dict[UUID, YearEnd]:
    found = await rows_in(YEAR_ENDS, organisation_ids)
    return {
        row["id"]: YearEnd(month_day(row["year_end_first"]), month_day(row["year_end_last"])) for row in found
    }


def _year_end(owners: list[tuple[date, UUID]], year_ends: dict[UUID, YearEnd], today: date) -> YearEnd:
    begun = [owner for first, owner in owners if first <= today] or [owner for _, owner in owners]
    return year_ends[begun[-1]] if begun else YearEnd()


async def add_line(
    series_id: UUID,
    position: int,
    words: str,
    *,
    anchor: date | None = None,
    timetable: Timetable | None = None,
    promise: Promise | None = None,
    span: tuple[date | None, date | None] = (None, None),
    vacate: time | None = None,
    line_id: UUID | None = None,
) -> UUID:
    """A new line of a series; its id."""
    line_id = line_id or uuid4()
    counted = (promise.count, promise.per, promise.about) if promise else (None, None, False)
    stored = to_json(timetable).decode() if timetable else None
    await rows(ADD_LINE, line_id, series_id, position, words, anchor, stored, *counted, *span, vacate)
    return line_id


async def rewrite_line(
    line_id: UUID, words: str, anchor: date | None, timetable: Timetable | None, promise: Promise | None
) -> None:
    """Give a line other words, with what they mean."""
    counted = (promise.count, promise.per, promise.about) if promise else (None, None, False)
    stored = to_json(timetable).decode() if timetable else None
    await rows(
        "UPDATE line SET words = {}, anchor = {}, timetable = {}, promise_count = {}, promise_per = {}, "
        "promise_about = {} WHERE id = {}",
        words,
        anchor,
        stored,
        *counted,
        line_id,
    )


async def set_places(line_id: UUID, places: tuple[Place, ...]) -> None:
    """The venues of a line in their order, instead of those it had."""
    await rows("DELETE FROM line_venue WHERE line_id = {}", line_id)
    for position, place in enumerate(places):
        await rows(ADD_PLACE, uuid4(), line_id, position, place.venue_id, place.room_id)


async def set_vacate(line_id: UUID, vacate: time | None) -> None:
    """部屋を空ける時刻: until when sessions without an end hold their room."""
    await rows("UPDATE line SET vacate = {} WHERE id = {}", vacate, line_id)


async def set_turn(line_id: UUID, turn: int) -> None:
    """Which place of the rotation the next session is dealt."""
    await rows("UPDATE line SET next_turn = {} WHERE id = {}", turn, line_id)


async def set_pools(line_id: UUID, pools: tuple[LinePool, ...]) -> None:
    """The pools that new sessions of a line get, instead of those it had."""
    await rows("DELETE FROM line_pool WHERE line_id = {}", line_id)
    for pool in pools:
        await rows(ADD_POOL, uuid4(), line_id, pool.mode, pool.seat, pool.limit_kind, pool.capacity)


async def answer_date(line_id: UUID, day: date, answer: str, reason: str | None) -> None:
    """Keep an organiser's word on a nominal date: open or closed. A later word replaces it."""
    await rows(ADD_ANSWER, uuid4(), line_id, day, answer, reason)


async def forget_answer(line_id: UUID, day: date) -> None:
    """Take the word on a nominal date back."""
    await rows("DELETE FROM line_date WHERE line_id = {} AND date = {}", line_id, day)
