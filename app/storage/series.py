"""Series, read: with the words of their lines and who runs them."""

from collections import defaultdict
from datetime import date
from typing import cast
from uuid import UUID

import msgspec
from msgspec import Struct

from app.domain.programme import Audience, Host, Organisation, Promise, Series
from app.domain.recurrence.rule import Timetable
from app.domain.visibility import series_is_public
from app.storage.engine import rows
from app.storage.hosts import parts_of
from app.storage.organisations import organisations_by_id
from app.storage.records import Row, rows_in, value_of

BY_SLUG = """
SELECT * FROM series WHERE slug = {}
UNION ALL
SELECT series.* FROM series JOIN former_slug ON former_slug.target_id = series.id
WHERE former_slug.kind = 'series' AND former_slug.slug = {}
"""
OF_ORGANISATION = """
SELECT series.* FROM series
WHERE EXISTS (SELECT 1 FROM host WHERE host.series_id = series.id AND host.organisation_id = {})
OR {} = (
    SELECT ownership.organisation_id FROM ownership
    WHERE ownership.series_id = series.id AND ownership.first <= {} ORDER BY ownership.first DESC LIMIT 1
)
ORDER BY series.slug
"""
EVER_OWNED = """
SELECT series.* FROM series WHERE EXISTS (
    SELECT 1 FROM ownership WHERE ownership.series_id = series.id AND ownership.organisation_id = {}
)
ORDER BY series.slug
"""
OF_AREA = """
SELECT series.* FROM series WHERE {} = (
    SELECT organisation.area FROM ownership JOIN organisation ON organisation.id = ownership.organisation_id
    WHERE ownership.series_id = series.id AND ownership.first <= {} ORDER BY ownership.first DESC LIMIT 1
)
ORDER BY series.slug
"""
MAIN_ROLE = "主催"


class Rule(Struct, frozen=True, kw_only=True):
    """What a line of a series tells its readers. timetable None: the words give no dates."""

    line_id: UUID
    series_id: UUID
    words: str
    timetable: Timetable | None = None
    promise: Promise | None = None
    first: date | None = None
    last: date | None = None
    closed: dict[date, str | None] = {}
    venue_ids: tuple[UUID, ...] = ()


def series_of(row: Row) -> Series:
    """The value of a row of the table; the join link stays behind."""
    return value_of(Series, row, audience=audience_of(row["audience"]))


def audience_of(words: str) -> tuple[Audience, ...]:
    """participant, family, supporter out of their comma list."""
    return cast("tuple[Audience, ...]", tuple(word for word in words.split(",") if word))


async def series_by_slug(slug: str) -> Series | None:
    """The series of a slug, also of one it gave up; None if there is none. Unlisted ones are found as well."""
    found = await rows(BY_SLUG, slug, slug)
    return series_of(found[0]) if found else None


async def series_by_id(ids: set[UUID]) -> dict[UUID, Series]:
    """Series by id; unknown ids are missing."""
    found = await rows_in("SELECT * FROM series WHERE id IN ([in])", ids)
    return {row["id"]: series_of(row) for row in found}


async def all_series(*, listed_only: bool = True) -> tuple[Series, ...]:
    """Every series in order of slug; only those the public may see unless told otherwise."""
    found = [series_of(row) for row in await rows("SELECT * FROM series ORDER BY slug")]
    return tuple(series for series in found if series_is_public(series) or not listed_only)


async def series_of_organisation(
    organisation_id: UUID, today: date, *, listed_only: bool = True
) -> tuple[Series, ...]:
    """The series an organisation owns today or has a part in, in order of slug."""
    found = [series_of(row) for row in await rows(OF_ORGANISATION, organisation_id, organisation_id, today)]
    return tuple(series for series in found if series_is_public(series) or not listed_only)


async def series_ever_owned(organisation_id: UUID) -> tuple[Series, ...]:
    """The series an organisation owns, has owned or will own, in order of slug."""
    return tuple(series_of(row) for row in await rows(EVER_OWNED, organisation_id))


async def series_following(series_id: UUID) -> tuple[Series, ...]:
    """The series whose sessions follow those of a series, in order of slug."""
    found = await rows("SELECT * FROM series WHERE parent_id = {} ORDER BY slug", series_id)
    return tuple(series_of(row) for row in found)


async def series_of_area(area: str, today: date) -> tuple[Series, ...]:
    """The public series whose owner of today is of an area, in order of slug."""
    found = [series_of(row) for row in await rows(OF_AREA, area, today)]
    return tuple(series for series in found if series_is_public(series))


async def owners_of(series_ids: set[UUID]) -> dict[UUID, list[tuple[date, Organisation]]]:
    """For each series its owners with the date each begins, earliest first."""
    found = await rows_in("SELECT * FROM ownership WHERE series_id IN ([in]) ORDER BY first", series_ids)
    organisations = await organisations_by_id({row["organisation_id"] for row in found})
    owners = defaultdict(list)
    for row in found:
        owners[row["series_id"]].append((row["first"], organisations[row["organisation_id"]]))
    return owners


def owner_among(owners: list[tuple[date, Organisation]], day: date) -> Organisation | None:
    """The owner on a day out of owners in order: the latest whose time has begun."""
    begun = [organisation for first, organisation in owners if first <= day]
    return begun[-1] if begun else None


async def owner_on(series_id: UUID, day: date) -> Organisation | None:
    """The organisation that owns a series on a day; None before the first owner."""
    return owner_among((await owners_of({series_id})).get(series_id, []), day)


async def hosts_of(series_id: UUID, day: date) -> tuple[Host, ...]:
    """Who runs a series on a day: the owner as 主催 first, then the others as they are printed."""
    owner = await owner_on(series_id, day)
    parts = (await parts_of({series_id})).get(series_id, ())
    # Who has taken a series on may still stand among those with a part in it.
    others = tuple(host for host in parts if host.organisation is None or host.organisation != owner)
    return ((Host(organisation=owner, role=MAIN_ROLE),) if owner else ()) + others


async def rules_of(series_ids: set[UUID]) -> dict[UUID, tuple[Rule, ...]]:
    """The lines of series as readers see them, in their order; a series without lines is missing."""
    lines = await rows_in("SELECT * FROM line WHERE series_id IN ([in]) ORDER BY position, id", series_ids)
    ids = {line["id"] for line in lines}
    closed = await closed_dates(ids)
    venues = await venues_of_lines(ids)
    rules = defaultdict(list)
    for line in lines:
        rules[line["series_id"]].append(rule_of(line, closed[line["id"]], tuple(venues[line["id"]])))
    return {series_id: tuple(found) for series_id, found in rules.items()}


async def closed_dates(line_ids: set[UUID]) -> dict[UUID, dict[date, str | None]]:
    """The dates an organiser answered with 休み, with the reason, for each line."""
    found = await rows_in("SELECT * FROM line_date WHERE line_id IN ([in]) ORDER BY date", line_ids)
    closed: dict[UUID, dict[date, str | None]] = defaultdict(dict)
    for row in found:
        if row["answer"] == "closed":
            closed[row["line_id"]][row["date"]] = row["reason"]
    return closed


async def venues_of_lines(line_ids: set[UUID]) -> dict[UUID, list[UUID]]:
    """The venues of each line, in the order of its rotation."""
    found = await rows_in("SELECT * FROM line_venue WHERE line_id IN ([in]) ORDER BY position", line_ids)
    venues: dict[UUID, list[UUID]] = defaultdict(list)
    for row in found:
        venues[row["line_id"]].append(row["venue_id"])
    return venues


def rule_of(line: Row, closed: dict[date, str | None], venue_ids: tuple[UUID, ...]) -> Rule:
    """The value of a row of the line table."""
    return Rule(
        line_id=line["id"],
        series_id=line["series_id"],
        words=line["words"],
        timetable=msgspec.json.decode(line["timetable"], type=Timetable) if line["timetable"] else None,
        promise=promise_of(line),
        first=line["first"],
        last=line["last"],
        closed=closed,
        venue_ids=venue_ids,
    )


def promise_of(line: Row) -> Promise | None:
    """週2回 and the like, where the line counts."""
    if line["promise_count"] is None:
        return None
    return Promise(count=line["promise_count"], per=line["promise_per"], about=line["promise_about"])
