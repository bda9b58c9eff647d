"""What came before the demo: gatherings of this fiscal year and the last, with invented heads, and most months closed.

The numbers are made from the dates, so that every start makes the same ones.
"""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime, timedelta
from random import Random
from uuid import UUID
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from app.actions.close_month import close_month
from app.actions.extend import new_session
from app.domain.errors import Refused
from app.domain.head_report import fiscal_span
from app.domain.kept import New
from app.domain.month import add_months, month_of
from app.domain.planning import Line, LinePool, missing, owner_of
from app.domain.seed_format import History, SeedFile
from app.storage.lines import lines_of_series
from app.storage.seed_rows import seed_id
from app.storage.session_rows import add_counted_pools, add_sessions, publish_sessions, taken_keys
from app.storage.tallies import ADD, Tally, keep
from app.storage.transactions import write

# The last months stay open, so that heads can be put right and a month be closed.
OPEN_MONTHS = 2
# One in so many was called off.
CALLED_OFF = 19
REASON = "進行役の都合により"
ROLES = ("participant", "participant", "unsaid", "unsaid", "unsaid", "family", "acquaintance")
# So few that a report which leaves the house has to leave them out.
RARE = "supporter"
RARELY = 200
WAYS = ("web", "web", "telephone")


class Came(Struct, frozen=True):
    """Who came to one pool: so many of each role and way, and so many without a reservation."""

    named: dict[tuple[str, str], int]
    walked_in: int

    @property
    def arrived(self) -> int:
        """All of them."""
        return sum(self.named.values()) + self.walked_in


async def add_history(files: Sequence[SeedFile], now: datetime, today: date, zone: ZoneInfo) -> None:
    """Make the past of every series that has one, and close its months. What is there already stays."""
    wanted = [each for file in files if file.demo for each in file.demo.history]
    for each in wanted:
        await make_past(each, now, today)
    owners = {await owner(each, today) for each in wanted} - {None}
    for organisation_id in sorted(each for each in owners if each):
        await close_months(organisation_id, now, today, zone)


async def owner(wanted: History, today: date) -> UUID | None:
    """Who runs the series today."""
    lines = await lines_of_series(seed_id("series", wanted.series), today)
    return owner_of(lines[0].owners, today) if lines else None


def beginning(today: date) -> date:
    """1 April of the fiscal year before this one."""
    return fiscal_span(fiscal_span(today)[0] - timedelta(days=1))[0]


async def make_past(wanted: History, now: datetime, today: date) -> None:
    """The sessions of a series from the beginning to yesterday, with those who came."""

    async def work() -> None:
        for line in await lines_of_series(seed_id("series", wanted.series), today):
            await make_line_past(line, wanted, now, today)

    await write(work)


async def make_line_past(line: Line, wanted: History, now: datetime, today: date) -> None:
    """The past of one line, all of it at once."""
    first, last = beginning(today), today - timedelta(days=1)
    keys = await taken_keys([line.id], first)
    planned = missing(line, keys[line.id], first, last)
    made = [with_fate(new_session(line, each)) for each in planned]
    await add_sessions(made, now)
    await publish_sessions([each.id for each in made if not each.reason], now)
    came = {(each.id, pool): came_to(each, pool, wanted) for each in made for pool in line.pools}
    await add_counted_pools([(*key, found.walked_in, found.arrived) for key, found in came.items()])
    for (session_id, pool), found in came.items():
        await keep_heads(session_id, pool, found)


def with_fate(session: New) -> New:
    """The session as it came out: held, or called off now and then."""
    called_off = chance_of(session, "fate").randrange(CALLED_OFF) == 0
    return replace(session, flag=None, flag_text=None, reason=REASON if called_off else None)


def came_to(session: New, pool: LinePool, wanted: History) -> Came:
    """Who came to one pool; nobody to one that was called off. Listener seats fill more slowly."""
    if session.reason:
        return Came({}, 0)
    chance = chance_of(session, f"{pool.mode} {pool.seat}")
    most = max(1, wanted.most // (2 if pool.seat == "listener" else 1))
    named: dict[tuple[str, str], int] = {}
    for _ in range(chance.randint(0, most)):
        role = RARE if chance.randrange(RARELY) == 0 else chance.choice(ROLES)
        kind = (role, chance.choice(WAYS))
        named[kind] = named.get(kind, 0) + 1
    return Came(named, chance.randint(0, max(1, most // 3)) if pool.mode == "in_person" else 0)


def chance_of(session: New, what: str) -> Random:
    """The same numbers for the same date, whenever they are asked for."""
    return Random(f"{session.line_id} {session.nominal} {what}")  # noqa: S311 -- an invented past, no secret


async def keep_heads(session_id: UUID, pool: LinePool, came: Came) -> None:
    """The tallies of a pool."""
    for (role, way), count in came.named.items():
        tally = Tally(mode=pool.mode, seat=pool.seat, role=role, way=way, reserved=count, arrived=count)
        await keep(ADD, session_id, tally)


async def close_months(organisation_id: UUID, now: datetime, today: date, zone: ZoneInfo) -> None:
    """Close every month that is over but for the last ones. One that is closed stays so."""
    month, end = beginning(today), add_months(month_of(today), -OPEN_MONTHS)
    while month < end:
        with suppress(Refused):
            await close_month(organisation_id, month, now=now, zone=zone)
        month = add_months(month, 1)
