"""What a store means: what the house says about it at its doors, at one moment. Only promised things are asked for."""

from typing import Any

import msgspec
from icalendar import Calendar

from app.storage.engine import rows
from app.storage.reservations import people_of
from tests.rig.client import PASSWORD, Client, application
from tests.rig.clock import Clock
from tests.storage.releases import Meaning
from tests.storage.releases.filling import MAIL

LISTS = ("/api/venues", "/api/series", "/api/sessions?from=2026-10-01&to=2027-09-30")
PROMISED = ("DTSTART", "DTEND", "SEQUENCE", "STATUS")


async def meaning(address: str, tokens: list[str]) -> Meaning:
    """What the house says, with the database at an address open and up to date."""
    async with application(address, Clock()) as client:
        answers = {path: await said(client, path) for path in LISTS}
        for path in [f"/api/series/{slug}" for slug in await slugs()]:
            answers[path] = await said(client, path)
        for path in [f"/api/reservations/{token}" for token in tokens]:
            answers[path] = await said(client, path)
        answers["/staff/sign-in"] = (await client.sign_in(MAIL, PASSWORD)).status_code
        return Meaning(answers, await events(client), await doors())


async def said(client: Client, path: str) -> Any:
    """The JSON of an address."""
    answer = await client.get(path)
    return answer.json() if answer.status_code == 200 else answer.status_code


async def slugs() -> list[str]:
    """Of all series, listed or not."""
    return [row["slug"] for row in await rows("SELECT slug FROM series ORDER BY slug")]


async def events(client: Client) -> dict[str, dict[str, str]]:
    """The events of the feed of everything."""
    feed: Any = Calendar.from_ical((await client.get("/feeds/all.ics")).content)
    return {
        str(event["UID"]): {
            name: event[name].to_ical().decode() if name.startswith("DT") else str(event[name])
            for name in PROMISED
            if name in event
        }
        for event in feed.walk("VEVENT")
    }


async def doors() -> dict[str, list[dict[str, Any]]]:
    """Who is expected where."""
    found = await rows("SELECT DISTINCT session_id FROM reservation ORDER BY session_id")
    people = {str(row["session_id"]): await people_of(row["session_id"]) for row in found}
    return {session: [plain(each) for each in group] for session, group in people.items()}


def plain(value: Any) -> Any:
    """As JSON would have it."""
    return msgspec.json.decode(msgspec.json.encode(value))
