"""The lines of seeded series to rows, with their venues and pools."""

from datetime import date, timedelta

from msgspec.json import encode as to_json

from app.domain.planning import LinePool
from app.domain.recurrence.reading import Reading, read
from app.domain.recurrence.rule import Promise
from app.domain.seed_format import LineSeed, PoolSeed, PromiseSeed, SeriesSeed
from app.storage.seed_rows import Setting, seed_id
from app.storage.tables import LinePoolRow, LineRow, LineVenueRow


def line_rows(seed: SeriesSeed, setting: Setting) -> list[LineRow | LineVenueRow | LinePoolRow]:
    """The lines of a series, each followed by its venues and pools.

    A series whose source gives no dates has one line that gives none either: it keeps the words, the count, the venue
    and the seats for the dates that are entered by hand.
    """
    found: list[LineRow | LineVenueRow | LinePoolRow] = []
    for position, line in enumerate(seed.lines):
        found += [dated_line(seed, line, position, setting), *venue_rows(seed, line), *pool_rows(seed, line)]
    if not seed.lines and has_words_or_place(seed):
        bare = LineSeed(key="main", words=undated_words(seed) or "…")
        found += [undated_line(seed), *venue_rows(seed, bare), *pool_rows(seed, bare)]
    return found


def has_words_or_place(seed: SeriesSeed) -> bool:
    """Whether there is anything to keep for dates entered by hand."""
    return bool(undated_words(seed) or seed.venue or seed.seats or seed.modes)


def undated_words(seed: SeriesSeed) -> str:
    """How often or when, in words that give no dates; empty where nothing is said."""
    return seed.promise.words if seed.promise else seed.when_text or ""


def dated_line(seed: SeriesSeed, line: LineSeed, position: int, setting: Setting) -> LineRow:
    """A line whose words are read. Words that give no dates are kept all the same."""
    anchor, reading = read_line(line, setting.today)
    row = plain_line(seed, line.key, position, line.words, reading.promise)
    row.anchor = anchor
    row.timetable = to_json(reading.timetable).decode() if reading.timetable else None
    return row


def undated_line(seed: SeriesSeed) -> LineRow:
    """The line of a series without dates, with the count the source gives."""
    promise = promise_of(seed.promise) if seed.promise else None
    return plain_line(seed, "main", 0, undated_words(seed), promise)


def plain_line(seed: SeriesSeed, key: str, position: int, words: str, promise: Promise | None) -> LineRow:
    """A line without a timetable."""
    return LineRow(
        id=seed_id("line", seed.slug, key),
        series_id=seed_id("series", seed.slug),
        position=position,
        words=words,
        promise_count=promise.count if promise else None,
        promise_per=promise.per if promise else None,
        promise_about=promise.about if promise else False,
    )


def promise_of(seed: PromiseSeed) -> Promise:
    """The count as a value."""
    return Promise(seed.count, seed.per, seed.about)


def venue_rows(seed: SeriesSeed, line: LineSeed) -> list[LineVenueRow]:
    """The venues of a line, in the order of the rotation: its own, or that of the series."""
    venues = line.rotation or tuple(filter(None, (line.venue or seed.venue,)))
    room = line.room or (seed.room if line.venue in (None, seed.venue) else None)
    return [
        LineVenueRow(
            id=seed_id("line_venue", seed.slug, line.key, str(position)),
            line_id=seed_id("line", seed.slug, line.key),
            position=position,
            venue_id=seed_id("venue", venue),
            room_id=seed_id("room", venue, room) if room and not line.rotation else None,
        )
        for position, venue in enumerate(venues)
    ]


def pool_rows(seed: SeriesSeed, line: LineSeed) -> list[LinePoolRow]:
    """The pools of a line: its own, those of the series, or talk seats without a stated limit for each mode."""
    return [
        LinePoolRow(
            id=seed_id("line_pool", seed.slug, line.key, pool.mode, pool.seat),
            line_id=seed_id("line", seed.slug, line.key),
            mode=pool.mode,
            seat=pool.seat,
            limit_kind=pool.limit_kind,
            capacity=pool.capacity,
        )
        for pool in pools_of(seed, line)
    ]


def pools_of(seed: SeriesSeed, line: LineSeed) -> tuple[LinePool, ...]:
    """The pools of a line as values."""
    stated = line.pools or seed.seats
    if stated:
        return tuple(pool_of(each) for each in stated)
    return tuple(LinePool(mode) for mode in seed.modes or ())


def pool_of(seed: PoolSeed) -> LinePool:
    """A pool as a value."""
    return LinePool(seed.mode, seed.seat, seed.limit, seed.capacity)


def read_line(line: LineSeed, today: date) -> tuple[date | None, Reading]:
    """What the words of a line mean, and the date they count from: the first of its anchors with which they give dates."""
    readings = [(anchor, read(line.words, anchor)) for anchor in anchors_of(line.anchor, today)]
    return next((found for found in readings if found[1].timetable), readings[0])


def anchors_of(words: str | None, today: date) -> tuple[date | None, ...]:
    """The date of one real session; in the demo the days of a week, counted from a day before or after today."""
    if words is None:
        return (None,)
    if words[0] in "+-":
        return tuple(today + timedelta(days=int(words) + more) for more in range(7))
    return (date.fromisoformat(words),)
