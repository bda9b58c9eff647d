"""Rooms of a venue and its hours, written by those who look after it."""

from datetime import time
from uuid import UUID, uuid4

from msgspec import Struct

from app.storage.engine import rows

ADD = """
INSERT INTO room (id, venue_id, name, position, setup_minutes, clearing_minutes, opens, closes, touched)
VALUES ({}, {}, {}, (SELECT COUNT(*) FROM room AS other WHERE other.venue_id = {}), {}, {}, {}, {}, 0)
"""
CHANGE = """
UPDATE room SET name = {}, setup_minutes = {}, clearing_minutes = {}, opens = {}, closes = {}
WHERE id = {} AND venue_id = {} RETURNING name
"""
SET_HOURS = "UPDATE venue SET opens = {}, closes = {}, opening_text = {} WHERE id = {}"


class RoomWords(Struct, frozen=True):
    """A room as it is typed: its name, the minutes it is held before and after each use, its own hours."""

    name: str
    setup_minutes: int = 0
    clearing_minutes: int = 0
    opens: time | None = None
    closes: time | None = None


async def add_room(venue_id: UUID, words: RoomWords) -> UUID:
    """A new room, the last of its venue; its id."""
    room_id = uuid4()
    hours = words.opens, words.closes
    await rows(
        ADD, room_id, venue_id, words.name, venue_id, words.setup_minutes, words.clearing_minutes, *hours
    )
    return room_id


async def change_room(room_id: UUID, venue_id: UUID, words: RoomWords) -> bool:
    """Change a room of a venue; False if the venue has no such room."""
    values = words.name, words.setup_minutes, words.clearing_minutes, words.opens, words.closes
    return bool(await rows(CHANGE, *values, room_id, venue_id))


async def set_hours(venue_id: UUID, opens: time | None, closes: time | None, text: str | None) -> None:
    """The opening hours of a venue, by the clock and in words."""
    await rows(SET_HOURS, opens, closes, text, venue_id)
