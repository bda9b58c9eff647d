"""The command line as a process. Where a clock is set for it, it runs by that clock, its workers too."""

import os
import sys
from datetime import datetime, tzinfo

from tests.rig.clock import FILE, MOMENT, machine_now


class Told:
    """Stands for `datetime` in the two places that read the clock of the machine."""

    @staticmethod
    def now(zone: tzinfo) -> datetime:
        """The time as it was told."""
        return machine_now().astimezone(zone)


def hidamari(*arguments: str, told: bool = False) -> list[str]:
    """What to start: what everybody starts, unless a clock is set here, or will be in its environment (`told`)."""
    by_clock = told or not {FILE, MOMENT}.isdisjoint(os.environ)
    return [sys.executable, "-m", "tests.rig.program" if by_clock else "app", *arguments]


if __name__ in {"__main__", "__mp_main__"}:
    from app import asgi
    from app.cli import main, running

    for place in (asgi, running):
        place.__dict__["datetime"] = Told
    if __name__ == "__main__":
        main()
