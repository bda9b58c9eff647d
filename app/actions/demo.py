"""The demo: seeds, sign-ins, sessions, a published month and the next, and guests, as people would have made them."""

from datetime import date, datetime
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

from msgspec import Struct

from app.actions.demo_dates import add_dates, change_sessions
from app.actions.demo_guests import invite, seat_guests
from app.actions.demo_history import add_history
from app.actions.demo_rooms import use_rooms
from app.actions.demo_staff import PASSWORD, make_staff
from app.actions.extend import extend
from app.actions.publish import publish
from app.actions.seed import read_folder, seed
from app.domain.month import add_months, last_day, month_of
from app.domain.seed_format import SeedFile
from app.storage.editions import latest_edition
from app.storage.sessions import sessions_between

MONTHS = 2


class Stage(Struct, frozen=True, kw_only=True):
    """What the demo is played on: the invented files, and what the clock and the installation say."""

    files: tuple[SeedFile, ...]
    now: datetime
    today: date
    zone: ZoneInfo
    secret: bytes


class DemoReport(Struct, frozen=True, kw_only=True):
    """What `hidamari demo` prints: addresses to sign in with, and the words of invitations by title of the series."""

    mails: tuple[str, ...]
    password: str
    invitations: dict[str, tuple[str, ...]]


async def prepare_demo(
    folder: Path, *, now: datetime, today: date, zone: ZoneInfo, secret: bytes
) -> DemoReport:
    """Fill a migrated database from `folder` (seeds) and its `demo`, as of today. Safe to repeat.

    Later starts add the dates that are relative to the new day, and publish what has changed. Raises SeedError.
    """
    await seed(folder, now, today)
    await seed(folder / "demo", now, today)
    stage = Stage(files=read_folder(folder / "demo"), now=now, today=today, zone=zone, secret=secret)
    mails = await make_staff(stage.files, now)
    await add_history(stage.files, now, today, zone)
    await extend(now, today, zone=zone)
    entered = await add_dates(stage.files, now, today, zone, after_publishing=False)
    await publish_months(now, today, again=entered > 0)
    await add_dates(stage.files, now, today, zone, after_publishing=True)
    await change_sessions(stage.files, now, today, zone)
    await use_rooms(now, today, zone)
    await seat_guests(stage.files, now, today, zone, secret)
    return DemoReport(mails=mails, password=PASSWORD, invitations=await invite(stage.files, now, secret))


async def publish_months(now: datetime, today: date, *, again: bool) -> None:
    """Publish this month and the next for every organisation that has sessions in them.

    Months that are out get a further edition only if asked: what was added since stays planned otherwise.
    """
    first = month_of(today)
    last = add_months(first, MONTHS - 1)
    for organisation_id in await organisations_with_sessions(first, last_day(last)):
        if again or await latest_edition(organisation_id, last) is None:
            await publish(organisation_id, first, months=MONTHS, now=now)


async def organisations_with_sessions(first: date, last: date) -> tuple[UUID, ...]:
    """Who owns a session between two dates, in a steady order."""
    found = await sessions_between(first, last, listed_only=False)
    return tuple(sorted({session.owner.id for session in found if session.owner}))
