"""Newsletters, broadcasts and web content, read. They are told, and never have dates."""

from uuid import UUID

from msgspec import Struct

from app.domain.programme import Organisation
from app.storage.engine import rows
from app.storage.organisations import organisations_by_id
from app.storage.records import value_of


class Information(Struct, frozen=True, kw_only=True):
    """A piece of information of an organisation."""

    id: UUID
    kind: str
    title: str
    text: str | None = None
    web: str | None = None
    organisation: Organisation


async def all_information(
    organisation_id: UUID | None = None, area: str | None = None
) -> tuple[Information, ...]:
    """Information of the listed organisations (of one, or of an area), by area, organisation and title."""
    found = await rows("SELECT * FROM information ORDER BY title, id")
    owners = await organisations_by_id({row["organisation_id"] for row in found})
    pieces = (value_of(Information, row, organisation=owners[row["organisation_id"]]) for row in found)
    wanted = (piece for piece in pieces if is_wanted(piece, organisation_id, area))
    return tuple(sorted(wanted, key=lambda piece: (piece.organisation.area or "", piece.organisation.slug)))


def is_wanted(piece: Information, organisation_id: UUID | None, area: str | None) -> bool:
    """Whether a piece belongs to a listed organisation, and to the one or the area that is asked for."""
    owner = piece.organisation
    return owner.listed and organisation_id in (None, owner.id) and area in (None, owner.area)
