"""Dates of the demo that are typed by hand, and what its organisers changed afterwards."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from app.actions.add_date import AlreadyThere, add_date
from app.actions.cancel_session import cancel
from app.actions.move_session import move
from app.actions.session_changes import Spot
from app.domain.errors import DomainError
from app.domain.planning import Place
from app.domain.programme import Session
from app.domain.seed_format import Change, DatedSession, SeedFile
from app.domain.series_wish import HandDate
from app.storage.seed_rows import clock, seed_id
from app.storage.sessions import sessions_between

AHEAD = timedelta(days=120)


async def add_dates(
    files: Sequence[SeedFile], now: datetime, today: date, zone: ZoneInfo, *, after_publishing: bool
) -> int:
    """Enter the dates counted from today that are not there yet, those typed before or after publishing; how many."""
    dated = [session for file in files if file.demo for session in file.demo.sessions]
    wanted = [each for each in dated if each.after_publishing == after_publishing]
    return sum([await enter(each, now, today, zone) for each in wanted])


async def enter(dated: DatedSession, now: datetime, today: date, zone: ZoneInfo) -> bool:
    """Enter one date; False if it is there."""
    wish = HandDate(
        date=today + timedelta(days=dated.day),
        starts=clock(dated.start),
        ends=clock(dated.end),
        theme=dated.theme,
        place=place_of(dated),
    )
    try:
        await add_date(seed_id("line", dated.series, "main"), wish, now=now, today=today, zone=zone)
    except AlreadyThere:
        return False
    return True


def place_of(dated: DatedSession) -> Place | None:
    """The place of the date itself; None where it is that of its series."""
    if dated.venue is None:
        return None
    room_id = seed_id("room", dated.venue, dated.room) if dated.room else None
    return Place(seed_id("venue", dated.venue), room_id)


async def change_sessions(files: Sequence[SeedFile], now: datetime, today: date, zone: ZoneInfo) -> None:
    """Call off or move the sessions that the files name, as long as no session ahead shows such a change."""
    for change in [each for file in files if file.demo for each in file.demo.changes]:
        ahead = await sessions_ahead(change.series, today)
        if any(is_changed(session, change) for session in ahead):
            continue
        untouched = [session for session in ahead if session.state == "published" and not session.former_date]
        if change.nth < len(untouched):
            await play(change, untouched[change.nth], now, today, zone)


async def sessions_ahead(series: str, today: date) -> tuple[Session, ...]:
    """The sessions of a series after today."""
    first = today + timedelta(days=1)
    return await sessions_between(
        first, first + AHEAD, series_id=seed_id("series", series), listed_only=False
    )


def is_changed(session: Session, change: Change) -> bool:
    """Whether a session shows what the change would do."""
    return session.state == "cancelled" if change.act == "cancel" else session.former_date is not None


async def play(change: Change, session: Session, now: datetime, today: date, zone: ZoneInfo) -> None:
    """Do to one session what the change says. A room that is taken is no reason to stop the demo."""
    with suppress(DomainError):
        if change.act == "cancel":
            await cancel(session.id, change.reason or "", now=now)
        else:
            spot = Spot(
                date=session.date + timedelta(days=change.days), starts=session.starts, ends=session.ends
            )
            await move(session.id, spot, now=now, today=today, zone=zone)
