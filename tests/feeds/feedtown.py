"""A town for feeds: every kind of session, hostile words in every field that people can type, and every feed of it."""

import asyncio
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import httpx
from msgspec import Struct

from app.actions.reserve import Wish, reserve
from app.storage.engine import opened, rows
from tests.rig import town
from tests.rig.client import SECRET, application
from tests.rig.clock import Clock

TOKYO = ZoneInfo("Asia/Tokyo")
TODAY = date(2026, 11, 15)
CHANGED = datetime(2026, 11, 10, 1, 2, 3, 456_789, tzinfo=UTC)
BASE = "https://hidamari.example"
NICKNAME = "みかんのかんづめ"
JOIN_LINK = "https://meet.example/secret-room"
INVITED = "紹介の会"
INTERNAL = "内輪の会議"
SIGNS = "お茶, お菓子; と\\話\r\nATTENDEE:mailto:a@example.com\x0bSTATUS:CANCELLED\u2028BEGIN:VALARM\x00\x85\u0301👨\u200d👩\u200d👧葛\U000e0100飾"
QUERIES = (
    "",
    "titles=discreet",
    "titles=full",
    "label=用事",
    "cancelled=status",
    "cancelled=drop",
    "audience=family&mode=online",
)
KINDS = ("all", "venue", "series", "organisation", "my")


class Fed(Struct, frozen=True):
    """The file of the town, where each feed is, its answers by feed and query, and sessions by what they show."""

    file: Path
    paths: Mapping[str, str]
    answers: Mapping[tuple[str, str], httpx.Response]
    sessions: Mapping[str, UUID]
    token: str

    def bytes(self, kind: str, query: str = "") -> bytes:
        """A feed."""
        return self.answers[kind, query].content

    @property
    def address(self) -> str:
        """As in HIDAMARI_DATABASE."""
        return f"sqlite:///{self.file}"


def fetched(file: Path) -> Fed:
    """Fill a migrated file, and ask for every feed."""
    return asyncio.run(fetch(file))


async def fetch(file: Path) -> Fed:
    clock = Clock()
    async with opened(f"sqlite:///{file}"):
        sessions = await fill()
        token = await reserve_one(sessions["plain"], clock())
        await rows("UPDATE session SET changed_at = {}", CHANGED)
    paths = {
        "all": "/feeds/all.ics",
        "venue": "/feeds/venues/nanbu.ics",
        "series": "/feeds/series/furatto.ics",
        "organisation": "/feeds/organisations/npo.ics",
        "my": f"/feeds/my/{token}.ics",
    }
    async with application(f"sqlite:///{file}", clock, base_url=BASE) as client:
        answers = {
            (kind, query): await client.get(f"{path}?{query}")
            for kind, path in paths.items()
            for query in QUERIES
        }
    return Fed(file, paths, answers, sessions, token)


async def fill() -> dict[str, UUID]:
    """Everything that can be in a feed, and what must not be."""
    owner = await town.add_organisation("npo", name=f"まちの会{SIGNS}", phone="03-1234-5678")
    venue = await town.add_venue("nanbu", name=f"なんぶ{SIGNS}", area="狛江市", address=f"1-2-3{SIGNS}")
    hidden = await town.add_venue(
        "hidden", name="みえない家", area="狛江市", address="秘密の番地", address_public=False
    )
    words: dict[str, Any] = {
        "title": f"ふらっと{SIGNS}",
        "eligibility": SIGNS,
        "fee": SIGNS,
        "phone": "042;1",
    }
    more: dict[str, Any] = {"discreet_title": f"おでかけ{SIGNS}", "registration": "reserve_required"}
    series = await town.add_series(owner, "furatto", join_link=JOIN_LINK, **words, **more)
    found = {name: await one(series, venue, name, columns) for name, columns in CASES.items()}
    for mode in ("in_person", "online"):
        await town.add_pool(found["plain"], mode, "talk", capacity=3)
    await town.add_pool(found["online"], "online")
    found["hidden"] = await town.add_session(series, TODAY + timedelta(days=40), venue_id=hidden)
    for slug, columns in SECRET_SERIES.items():
        secret = await town.add_series(owner, slug, **columns)
        found[slug] = await town.add_session(
            secret, TODAY + timedelta(days=3), venue_id=venue, state="planned"
        )
    return found


async def one(series: UUID, venue: UUID, name: str, columns: Mapping[str, Any]) -> UUID:
    day = TODAY + timedelta(days=2 * (1 + list(CASES).index(name)))
    plain: dict[str, Any] = {"venue_id": venue, "theme": f"お茶{SIGNS}"}
    return await town.add_session(series, **({"day": day} | plain | dict(columns)))


CASES: dict[str, dict[str, Any]] = {
    "plain": {},
    "no end": {"ends": None},
    "whole day": {"starts": None, "ends": None},
    "overnight": {"starts": "22:00", "ends": "00:30"},
    "cancelled": {"state": "cancelled", "cancel_reason": SIGNS},
    "planned": {"state": "planned"},
    "moved": {"former_date": TODAY, "former_starts": town.clock("10:00")},
    "online": {"venue_id": None},
    "a month ago": {"day": TODAY - timedelta(days=31)},
    "too long ago": {"day": TODAY - timedelta(days=32)},
    "in a year": {"day": TODAY + timedelta(days=400)},
    "too far ahead": {"day": TODAY + timedelta(days=401)},
    "cancelled lately": {"day": TODAY - timedelta(days=30), "state": "cancelled"},
}
SECRET_SERIES: dict[str, dict[str, Any]] = {
    "invited": {"title": INVITED, "listed": False},
    "internal": {"title": INTERNAL, "internal": True},
    "quiet": {"title": "まだ出さない会", "planned_shown": False},
}
SHOWN = (
    "plain", "no end", "whole day", "overnight", "cancelled", "planned", "moved", "online", "a month ago", "in a year",
    "cancelled lately", "hidden",
)  # fmt: skip


async def reserve_one(session: UUID, now: datetime) -> str:
    """Somebody reserves; the token of the feed."""
    wish = Wish(nickname=NICKNAME, mode="in_person", seat="talk")
    receipt = await reserve(session, wish, nonce=uuid4().hex, now=now, zone=TOKYO, secret=SECRET)
    return receipt.feed_token
