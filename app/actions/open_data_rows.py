"""Who runs what a row of open data tells of, where it is, and its line: found by name, made where there is none."""

from uuid import UUID

from app.domain.open_data import OpenRow
from app.domain.open_series import Schedule, pools_of
from app.domain.planning import Place
from app.domain.series_wish import LONGEST_WORDS, PHONE, LineWish
from app.storage.open_data import organisation_by_name, venue_by_name


def line_of(row: OpenRow, schedule: Schedule, place: Place | None) -> LineWish:
    """The line of a row; words that are too long stand in the note instead."""
    return LineWish(
        words=schedule.words if len(schedule.words) <= LONGEST_WORDS else "",
        places=(place,) if place else (),
        pools=pools_of(row),
        first=schedule.first,
        last=schedule.last,
    )


def address_of(row: OpenRow) -> str:
    """The address with the name of the building."""
    return f"{row.of('address')} {row.of('inside')}".strip()


async def owner_of(row: OpenRow, owner: UUID | None, area: str | None) -> tuple[UUID, bool]:
    """The organisation a row names, else the one that imports, else one of the name of the series; and whether it is new."""
    name = row.of("organiser")
    if owner is not None and not name:
        return owner, False
    phone = row.of("phone")
    return await organisation_by_name(
        name or row.title or "名称のない団体", area, phone if PHONE.fullmatch(phone) else None
    )


async def place_of(row: OpenRow, area: str | None) -> tuple[Place | None, bool]:
    """Where it is: the venue that is named, else the place of the same name as the series where an address is given."""
    address = address_of(row)
    name = row.of("venue") or (row.title if address else "")
    if not name:
        return None, False
    venue_id, new = await venue_by_name(name, area, address or None)
    return Place(venue_id), new
