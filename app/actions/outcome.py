"""What making sessions came to, and what is left to settle."""

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct

from app.actions.hold_rooms import Conflict
from app.domain.month import day_words
from app.domain.planning import Line, owner_of
from app.storage.tasks import add_tasks


class Extended(Struct, frozen=True):
    """How many sessions were made, and how many of them found their room taken."""

    made: int = 0
    without_room: int = 0

    def __add__(self, other: "Extended") -> "Extended":
        """Both together."""
        return Extended(self.made + other.made, self.without_room + other.without_room)


async def leave_tasks(line: Line, conflicts: Sequence[Conflict], now: datetime) -> None:
    """A task for the owner of each session that found its room taken."""
    tasks = [
        (owner, each.wish.session_id, "room", no_room_words(each))
        for each in conflicts
        if (owner := owner_of(line.owners, each.wish.date))
    ]
    await add_tasks(tasks, now)


def no_room_words(conflict: Conflict) -> str:
    """What an organiser reads about a session without a room."""
    room = conflict.room.name if conflict.room else "部屋"
    return (
        f"{day_words(conflict.wish.date)}は、{room}に先の予約があります。ほかの部屋か時間を選んでください。"
    )
