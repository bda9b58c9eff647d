"""Events as they were written: a change touches one session, and every feed holds many that are as they were."""

from collections import OrderedDict
from collections.abc import Hashable

MOST_KEPT = 8000


class Written:
    """Bytes of events by what they were made from; the least used forgotten first."""

    def __init__(self) -> None:
        """Nothing is written yet."""
        self.events: OrderedDict[Hashable, bytes] = OrderedDict()

    def find(self, made_from: Hashable) -> bytes | None:
        """The event made from this, None if it has to be written."""
        event = self.events.get(made_from)
        if event is not None:
            self.events.move_to_end(made_from)
        return event

    def keep(self, made_from: Hashable, event: bytes) -> None:
        """Keep an event."""
        self.events[made_from] = event
        while len(self.events) > MOST_KEPT:
            self.events.popitem(last=False)
