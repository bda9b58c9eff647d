"""A small town to read from: rows put straight into the tables, every column that a test does not name left plain."""

from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID, uuid4

from app.storage.tables import (
    BookingRow,
    FormerSlugRow,
    HostRow,
    InformationRow,
    LineDateRow,
    LineRow,
    LineVenueRow,
    OrganisationRow,
    OwnershipRow,
    PoolRow,
    RoomRow,
    SeriesRow,
    SessionRow,
    VenueRow,
)

LONG_AGO = datetime(2026, 4, 1, tzinfo=UTC)
ALWAYS = date(2020, 4, 1)


async def add_organisation(slug: str = "ward", **columns: Any) -> UUID:
    row = OrganisationRow(id=uuid4(), slug=slug, **({"name": f"{slug}の会"} | columns))
    await OrganisationRow.insert(row)
    return row.id


async def add_venue(slug: str = "house", **columns: Any) -> UUID:
    row = VenueRow(id=uuid4(), slug=slug, **({"name": f"{slug}の家"} | columns))
    await VenueRow.insert(row)
    return row.id


async def add_series(owner: UUID, slug: str = "salon", *, since: date = ALWAYS, **columns: Any) -> UUID:
    """A series owned by an organisation since a day."""
    plain: dict[str, Any] = {"title": f"{slug}のつどい", "discreet_title": "予定", "changed_at": LONG_AGO}
    row = SeriesRow(id=uuid4(), slug=slug, **(plain | columns))
    await SeriesRow.insert(row)
    await add_owner(row.id, owner, since)
    return row.id


async def add_owner(series: UUID, owner: UUID, since: date) -> None:
    await OwnershipRow.insert(OwnershipRow(id=uuid4(), series_id=series, organisation_id=owner, first=since))


async def add_host(series: UUID, organisation: UUID, role: str = "共催") -> None:
    await HostRow.insert(HostRow(id=uuid4(), series_id=series, organisation_id=organisation, role=role))


async def add_line(series: UUID, words: str, *, venues: tuple[UUID, ...] = (), **columns: Any) -> UUID:
    row = LineRow(id=uuid4(), series_id=series, words=words, **columns)
    await LineRow.insert(row)
    for position, venue in enumerate(venues):
        await LineVenueRow.insert(LineVenueRow(id=uuid4(), line_id=row.id, position=position, venue_id=venue))
    return row.id


async def close_date(line: UUID, day: date, reason: str | None = None) -> None:
    await LineDateRow.insert(LineDateRow(id=uuid4(), line_id=line, date=day, answer="closed", reason=reason))


async def add_session(
    series: UUID, day: date, starts: str | None = "13:30", ends: str | None = "15:30", **columns: Any
) -> UUID:
    """A published session, unless told otherwise."""
    plain: dict[str, Any] = {
        "state": "published",
        "published_at": LONG_AGO,
        "changed_at": LONG_AGO,
        "nominal": day,
    }
    if columns.get("state") == "planned":
        plain["published_at"] = None
    row = SessionRow(
        id=columns.pop("id", None) or uuid4(),
        series_id=series,
        date=day,
        starts=clock(starts),
        ends=clock(ends),
        **({"part": str(uuid4())} | plain | columns),
    )
    await SessionRow.insert(row)
    return row.id


def clock(words: str | None) -> time | None:
    return time.fromisoformat(words) if words else None


async def add_pool(session: UUID, mode: str = "in_person", seat: str = "talk", **columns: Any) -> UUID:
    """A pool; a capacity makes its limit a number."""
    kind = {"limit_kind": "number"} if columns.get("capacity") is not None else {}
    row = PoolRow(id=uuid4(), session_id=session, mode=mode, seat=seat, **(kind | columns))
    await PoolRow.insert(row)
    return row.id


async def add_room(venue: UUID, name: str = "和室") -> UUID:
    row = RoomRow(id=uuid4(), venue_id=venue, name=name)
    await RoomRow.insert(row)
    return row.id


async def add_booking(room: UUID, session: UUID, state: str = "granted") -> None:
    await BookingRow.insert(
        BookingRow(
            id=uuid4(),
            room_id=room,
            session_id=session,
            state=state,
            held_from=LONG_AGO,
            held_until=datetime(2026, 4, 2, tzinfo=UTC),
        )
    )


async def add_information(organisation: UUID, title: str, kind: str = "newsletter", **columns: Any) -> None:
    await InformationRow.insert(
        InformationRow(id=uuid4(), organisation_id=organisation, title=title, kind=kind, **columns)
    )


async def add_former_slug(kind: str, slug: str, target: UUID) -> None:
    await FormerSlugRow.insert(FormerSlugRow(id=uuid4(), kind=kind, slug=slug, target_id=target))
