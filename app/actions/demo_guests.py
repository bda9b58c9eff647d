"""Guests of the demo: invented nicknames that take their places through the same door as everyone."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from app.actions.invite import make_invitation
from app.actions.reserve import Wish, reserve
from app.domain.errors import DomainError
from app.domain.programme import Session
from app.domain.registration import reception
from app.domain.secrets import invitation_words
from app.domain.seed_format import Guest, Guests, SeedFile
from app.storage.invitations import invitations_of
from app.storage.seed_rows import seed_id
from app.storage.sessions import sessions_between

AHEAD = timedelta(days=120)
LABEL = "デモの紹介"


async def seat_guests(
    files: Sequence[SeedFile], now: datetime, today: date, zone: ZoneInfo, secret: bytes
) -> None:
    """Let the guests of all files take their places. Repeating it changes nothing for the same sessions."""
    for group in [each for file in files if file.demo for each in file.demo.guests]:
        session = await nth_open_session(group, now, today, zone)
        if session is not None:
            for guest in group.guests:
                await seat_guest(session.id, guest, now, zone, secret)


async def nth_open_session(group: Guests, now: datetime, today: date, zone: ZoneInfo) -> Session | None:
    """The nth session of the series that can be reserved now; None if there are not as many."""
    found = await sessions_between(
        today, today + AHEAD, series_id=seed_id("series", group.series), listed_only=False
    )
    opened = [session for session in found if reception(session, now, zone).is_open]
    return opened[group.nth] if group.nth < len(opened) else None


async def seat_guest(session_id: UUID, guest: Guest, now: datetime, zone: ZoneInfo, secret: bytes) -> None:
    """Reserve for one guest. Refused is fine: a visitor of the demo may have been quicker."""
    wish = Wish(nickname=guest.nickname, mode=guest.mode, seat=guest.seat, wait=guest.wait, role=guest.role)
    with suppress(DomainError):
        await reserve(session_id, wish, nonce=nonce_of(session_id, guest), now=now, zone=zone, secret=secret)


def nonce_of(session_id: UUID, guest: Guest) -> str:
    """The same for the same guest and session, so that a second start seats nobody twice."""
    return f"demo/{session_id}/{guest.nickname}"


async def invite(files: Sequence[SeedFile], now: datetime, secret: bytes) -> dict[str, tuple[str, ...]]:
    """Words for each series by referral that has none yet; all of them by title of the series."""
    titles = {each.slug: each.title for file in files for each in file.series}
    slugs = [slug for file in files if file.demo for slug in file.demo.invitations]
    return {titles[slug]: await words_for(seed_id("series", slug), now, secret) for slug in slugs}


async def words_for(series_id: UUID, now: datetime, secret: bytes) -> tuple[str, ...]:
    """The words of the newest invitation that has not ended, or of a new one."""
    current = [each for each in await invitations_of(series_id) if each.ended_at is None]
    if current:
        return invitation_words(secret, current[-1].id, current[-1].version)
    return (await make_invitation(series_id, LABEL, now, secret)).words
