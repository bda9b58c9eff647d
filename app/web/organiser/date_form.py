"""The form of one date typed by hand."""

from datetime import date, time
from uuid import UUID

from msgspec import Struct

from app.domain.errors import Unusable
from app.domain.planning import Place


class DateForm(Struct, frozen=True):
    line: UUID
    add_date: date
    add_starts: time | None = None
    add_ends: time | None = None
    place: str = ""
    theme: str | None = None


def chosen_place(text: str) -> Place | None:
    """The venue, or venue:room, of a form; None where none was chosen. Raises Unusable."""
    venue, _, room = text.partition(":")
    try:
        return Place(UUID(venue), UUID(room) if room else None) if text else None
    except ValueError:
        raise Unusable("会場を選んでください。", "place") from None
