"""A whole town to walk through: seeds and demo as of now, staff of every kind signed in, people who reserved."""

import asyncio
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from msgspec import Struct
from playwright.sync_api import BrowserContext

from app.actions.add_user import add_user
from app.actions.cancel_session import cancel
from app.actions.demo import prepare_demo
from app.actions.door_link import make_door_link
from app.actions.hand_over import offer_hand_over
from app.actions.let_in import invite_to_organisation
from app.actions.reserve import Wish, reserve
from app.actions.reset_password import password_link_by_admin
from app.cli.demo import SEEDS
from app.domain.reservations import Receipt
from app.domain.staff import Role
from app.storage.engine import opened, rows
from app.storage.migrating import migrate
from app.storage.records import Row
from app.storage.staff import add_sign_in, save_facilitation, save_membership, save_staff, staff_by_mail
from app.storage.transactions import write
from tests.actions.gathering import ZONE
from tests.rig.client import PASSWORD, SECRET
from tests.rig.clock import machine_now
from tests.rig.server import Server
from tests.rig.town import add_pool, add_session

HYBRID = "mihon-furatto"
OURS = "mihon-npo"
THEIRS = "mihon-kame"
VENUE = "mihon-kumin-center"
ELSEWHERE = "mihon-tamagawa-hall"

PERSON = "SELECT id AS found FROM staff WHERE mail = {}"

Posts = list[tuple[Role, str | None, str | None, str | None]]
# Who: role, organisation, venue, facilitated series.
STAFF: dict[str, Posts] = {
    "own organiser": [("organiser", OURS, None, None)],
    "other organiser": [("organiser", THEIRS, None, None)],
    "own facilitator": [("facilitator", OURS, None, HYBRID)],
    "other facilitator": [("facilitator", THEIRS, None, "mihon-kame-yorimichi")],
    "own manager": [("venue_manager", None, VENUE, None)],
    "other manager": [("venue_manager", None, ELSEWHERE, None)],
    "viewer": [("viewer", OURS, None, None)],
    "admin": [("admin", None, None, None)],
}
WHO = ("nobody", *STAFF)


class Town(Struct, frozen=True):
    """A filled database, the cookie of each sign-in, and what stands in addresses."""

    file: Path
    tokens: dict[str, str]
    named: dict[str, str]

    @property
    def address(self) -> str:
        """As in HIDAMARI_DATABASE."""
        return f"sqlite:///{self.file}"

    def sign_in(self, context: BrowserContext, who: str, url: str) -> None:
        """Sign somebody in, in a browser that opens a server."""
        context.add_cookies([{"name": "staff", "value": self.tokens[who], "url": url}])


def store_of(server: Server) -> Path:
    """The database of a borrowed server, which lies beside its log."""
    return server.log.with_name("town.sqlite")


def build(file: Path) -> Town:
    """Fill a new file."""
    return asyncio.run(fill(file, machine_now()))


async def fill(file: Path, now: datetime) -> Town:
    async with opened(f"sqlite:///{file}"):
        await migrate()
        today = now.astimezone(ZONE).date()
        report = await prepare_demo(SEEDS, now=now, today=today, zone=ZONE, secret=SECRET)
        tokens = await sign_everybody_in(now)
        [words] = report.invitations.values()
        people = {who: str(await value(PERSON, mail_of(who))) for who in STAFF}
        named = await places_and_programme(today) | {"words": "-".join(words), "today": str(today)}
        named |= {"colleague": people["own facilitator"], "their_person": people["other organiser"]}
        named |= {"month": f"{today:%Y-%m}", "week": str(today)}
        named |= await reservations(now, today)
        named["offer"] = str(await offer_to_ours(UUID(named["their_series"]), now, today))
        return Town(file, tokens, named | await evening(now))


async def sign_everybody_in(now: datetime) -> dict[str, str]:
    """One password for all, hashed once; the cookie of each."""
    await add_user("admin@journeys.example", PASSWORD, "admin", now)
    known = await staff_by_mail("admin@journeys.example")
    assert known is not None

    async def work() -> dict[str, str]:
        return {who: await sign_in_as(who, known.password_hash, now) for who in STAFF}

    return await write(work)


async def sign_in_as(who: str, password_hash: str, now: datetime) -> str:
    staff_id = await save_staff(mail_of(who), password_hash, now)
    for role, organisation, venue, series in STAFF[who]:
        await save_membership(
            staff_id, role, await id_of("organisation", organisation), await id_of("venue", venue)
        )
        if series_id := await id_of("series", series):
            await save_facilitation(staff_id, series_id)
    return await add_sign_in(staff_id, now)


def mail_of(who: str) -> str:
    """Where somebody signs in."""
    return f"{who.replace(' ', '.')}@journeys.example"


async def id_of(table: str, slug: str | None) -> UUID | None:
    """The id of a slug; None for none."""
    return await value(f"SELECT id AS found FROM {table} WHERE slug = {{}}", slug) if slug else None


async def value(statement: str, *arguments: Any) -> Any:
    """The column `found` of the first row."""
    found = await rows(f"{statement} LIMIT 1", *arguments)
    assert found, statement
    return found[0]["found"]


async def offer_to_ours(series_id: UUID, now: datetime, today: date) -> UUID:
    """Another organisation would hand one of its series over next spring."""
    owner = "SELECT organisation_id AS found FROM ownership WHERE series_id = {}"
    giver, ours = await value(owner, series_id), await id_of("organisation", OURS)
    assert ours is not None
    return await offer_hand_over(series_id, giver, ours, today + timedelta(days=100), now=now, today=today)


async def places_and_programme(today: date) -> dict[str, str]:
    """What stands in addresses of pages that need nobody's reservation."""
    coming = "SELECT id AS found FROM session WHERE date > {} AND "
    line = (
        "SELECT line.id AS found FROM line JOIN series ON series.id = line.series_id WHERE series.slug = {}"
    )
    found = {
        "series_id": await id_of("series", HYBRID),
        "line": await value(line, HYBRID),
        "their_series": await id_of("series", "mihon-shishu"),
        "their_line": await value(line, "mihon-shishu"),
        "planned": await value(f"{coming} state = 'planned' ORDER BY date DESC", today),
        "moved": await value(f"{coming} former_date IS NOT NULL", today),
        "called_off": await value(f"{coming} state = 'cancelled'", today),
        "booking": await value(
            "SELECT booking.id AS found FROM booking JOIN room ON room.id = booking.room_id "
            "JOIN venue ON venue.id = room.venue_id WHERE venue.slug = {} AND booking.state = 'wish' "
            "ORDER BY booking.held_from",
            VENUE,
        ),
    }
    past = await past_session(today)
    found |= {
        "past": past["id"],
        "past_month": f"{past['date']:%Y-%m}",
        "closed_month": f"{today.year - 1}-10",
    }
    steady = {"slug": OURS, "other": THEIRS, "venue": VENUE, "series": HYBRID, "area": "江戸川区"}
    return steady | {name: str(each) for name, each in found.items()}


async def past_session(today: date) -> Row:
    """The latest session of the hybrid series that is over, in a month whose figures are open."""
    [found] = await rows(
        "SELECT session.id, session.date FROM session JOIN series ON series.id = session.series_id "
        "WHERE series.slug = {} AND session.state = 'published' AND session.date < {} "
        "ORDER BY session.date DESC LIMIT 1",
        HYBRID,
        today,
    )
    return found


async def reservations(now: datetime, today: date) -> dict[str, str]:
    """Sessions of the hybrid series: one with people in it and one called off after somebody reserved; a full one."""
    ahead = await rows(
        "SELECT session.id FROM session JOIN series ON series.id = session.series_id WHERE series.slug = {} "
        "AND session.state = 'published' AND session.date > {} AND session.former_date IS NULL "
        "ORDER BY session.date",
        HYBRID,
        today,
    )
    first, second = (row["id"] for row in ahead[:2])
    full = await value("SELECT session_id AS found FROM pool WHERE waiting > 0")
    held = await take(first, "もくれん", "online", "listener", now)
    waiting = await take(full, "すみれ", "in_person", "talk", now)
    lost = await take(second, "つばき", "in_person", "talk", now)
    await cancel(second, "大雪のため", now=now)
    return {
        "session": str(first),
        "person": str(held.id),
        "held": held.link_token,
        "feed": held.feed_token,
        "full": str(full),
        "waiting": waiting.link_token,
        "lost": lost.link_token,
        "cancelled": str(second),
    }


async def evening(now: datetime) -> dict[str, str]:
    """A session of tomorrow, and the link for somebody who helps at its door."""
    series_id = await id_of("series", HYBRID)
    assert series_id is not None
    session_id = await add_session(series_id, tomorrow(), "23:00", "23:30")
    await add_pool(session_id, capacity=30)
    await add_pool(session_id, seat="listener", capacity=1)
    token = await make_door_link(session_id, 0, now, SECRET)
    return await links(now) | {"evening": str(session_id), "door": token, "nobody": str(UUID(int=0))}


async def links(now: datetime) -> dict[str, str]:
    """The links for somebody who is to work here, and for somebody who forgot a password."""
    ours, known = await id_of("organisation", OURS), {"made_by": None, "now": now, "secret": SECRET}
    assert ours is not None
    return {
        "join": await invite_to_organisation(uuid4(), ours, "viewer", **known),  # type: ignore[arg-type]
        "forgot": await password_link_by_admin(uuid4(), mail_of("viewer"), **known),  # type: ignore[arg-type]
    }


async def take(session_id: UUID, nickname: str, mode: str, seat: str, now: datetime) -> Receipt:
    """Somebody reserves, or waits where it is full."""
    wish = Wish(nickname=nickname, mode=mode, seat=seat, wait=True)
    nonce = f"in the town, {nickname} reserves"
    return await reserve(session_id, wish, nonce=nonce, now=now, zone=ZONE, secret=SECRET)


def tomorrow() -> date:
    """The local date after this one."""
    return machine_now().astimezone(ZONE).date() + timedelta(days=1)
