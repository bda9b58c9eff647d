"""Rooms of a venue and its hours, written by those who look after it."""

from datetime import time
from uuid import UUID, uuid4

from app.storage.engine import rows

ADD = """
INSERT INTO room (id, venue_id, name, position, setup_minutes, clearing_minutes, touched)
VALUES ({}, {}, {}, (SELECT COUNT(*) FROM room AS other WHERE other.venue_id = {}), {}, {}, 0)
"""
CHANGE = """
UPDATE room SET name = {}, setup_minutes = {}, clearing_minutes = {} WHERE id = {} AND venue_id = {} RETURNING name
"""
SET_HOURS = "UPDATE venue SET opens = {}, closes = {}, opening_text = {} WHERE id = {}"


async def add_room(venue_id: UUID, name: str, setup_minutes: int, clearing_minutes: int) -> UUID:
    """A new room, the last of its venue; its id."""
    room_id = uuid4()
    await rows(ADD, room_id, venue_id, name, venue_id, setup_minutes, clearing_minutes)
    return room_id


async def change_room(
    room_id: UUID, venue_id: UUID, name: str, setup_minutes: int, clearing_minutes: int
) -> bool:
    """Change a room of a venue; False if the venue has no such room."""
    return bool(await rows(CHANGE, name, setup_minutes, clearing_minutes, room_id, venue_id))


async def set_hours(venue_id: UUID, opens: time | None, closes: time | None, text: str | None) -> None:
    """The opening hours of a venue, by the clock and in words."""
    await rows(SET_HOURS, opens, closes, text, venue_id)
