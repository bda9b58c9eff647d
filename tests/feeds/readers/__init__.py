"""Five readers of calendars, each asked for the same: what it takes a feed to say."""

import json
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import vobject
from icalendar import Calendar
from khal.icalendar import cal_from_ics  # type: ignore[import-untyped]
from khal.khalendar.event import Event as KhalEvent  # type: ignore[import-untyped]
from msgspec import Struct

TOKYO = ZoneInfo("Asia/Tokyo")
HERE = Path(__file__).parent


class Read(Struct, frozen=True, order=True):
    """What a reader takes an event to be. Times are local; `days`: it is of whole days, and the end is the next one."""

    start: str
    uid: str
    summary: str
    end: str | None
    days: bool
    location: str
    status: str


def moment(value: date | datetime | None) -> str | None:
    """A day, or a local time to the minute."""
    if isinstance(value, datetime):
        return value.astimezone(TOKYO).isoformat()[:16]
    return value.isoformat() if value else None


def with_icalendar(feed: bytes) -> list[Read]:
    """icalendar, which also wrote the feed."""
    events: list[Any] = list(Calendar.from_ical(feed).walk("VEVENT"))
    return sorted(
        read_of(
            {name: str(event.get(name, "")) for name in ("uid", "summary", "location", "status")},
            event["DTSTART"].dt,
            event["DTEND"].dt if "DTEND" in event else None,
        )
        for event in events
    )


def with_vobject(feed: bytes) -> list[Read]:
    """vobject."""
    events: list[Any] = getattr(vobject.readOne(feed.decode()), "vevent_list", [])
    return sorted(
        read_of(
            {name: event.getChildValue(name, "") for name in ("uid", "summary", "location", "status")},
            event.dtstart.value,
            event.getChildValue("dtend"),
        )
        for event in events
    )


def with_khal(feed: bytes) -> list[Read]:
    """khal, as its own events have it. It makes up an end where a feed gives none."""
    locale: Any = {"default_timezone": TOKYO, "local_timezone": TOKYO}
    found = []
    for component in cal_from_ics(feed.decode()).walk("VEVENT"):
        event = KhalEvent.fromVEvents([component], calendar="x", locale=locale)
        texts = {
            "uid": event.uid,
            "summary": event.summary,
            "location": event.location,
            "status": event.status,
        }
        found.append(read_of(texts, event.start, component["DTEND"].dt if "DTEND" in component else None))
    return sorted(found)


def read_of(texts: Mapping[str, str], start: date | datetime, end: date | datetime | None) -> Read:
    """The same of all."""
    return Read(start=moment(start) or "", end=moment(end), days=not isinstance(start, datetime), **texts)


def missing_node() -> str | None:
    """Why the two readers in JavaScript cannot be asked, in one line; None where they can."""
    if shutil.which("node") is None:
        return "ical.js and node-ical are not asked: there is no node here"
    if not (HERE / "node_modules" / "ical.js").is_dir():
        return "ical.js and node-ical are not asked: tests/prepare.sh could not install them"
    return None


def with_node(feeds: Mapping[str, bytes]) -> dict[str, dict[str, tuple[str, list[Read]]]]:
    """ical.js and node-ical, each with the name of the calendar and its events, by feed."""
    with tempfile.TemporaryDirectory() as folder:
        files = {str(Path(folder) / f"{number}.ics"): name for number, name in enumerate(feeds)}
        for file, name in files.items():
            Path(file).write_bytes(feeds[name])
        done = subprocess.run(
            ["node", HERE / "read.mjs", *files],
            capture_output=True,
            check=True,
            env={"TZ": "Asia/Tokyo", "PATH": path()},
        )
    found = json.loads(done.stdout)
    return {
        reader: {
            files[file]: (said["name"], sorted(Read(**each) for each in said["events"]))
            for file, said in read.items()
        }
        for reader, read in found.items()
    }


def path() -> str:
    """Where programs lie."""
    return str(Path(shutil.which("node") or "").parent)
