"""Sessions made up for feeds; every field that a test does not name is plain."""

from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID, uuid5

from app.domain.programme import Organisation, Series, Session, Venue
from app.feeds.choice import Choice, Head, Site

CHANGED = datetime(2026, 11, 1, 3, 4, 5, 678, tzinfo=UTC)
DAY = date(2026, 11, 22)
SITE = Site(base_url="https://hidamari.example")
HEAD = Head(name="ひだまり", uid="00000000-0000-0000-0000-000000000001")
FULL = Choice()


def number(text: str) -> UUID:
    return uuid5(UUID(int=0), text)


def a_series(**fields: Any) -> Series:
    plain: dict[str, Any] = {
        "id": number("series"),
        "slug": "furatto",
        "title": "ふらっと",
        "discreet_title": "おでかけ",
    }
    return Series(**(plain | {"changed_at": CHANGED} | fields))


def a_venue(**fields: Any) -> Venue:
    plain: dict[str, Any] = {
        "id": number("venue"),
        "slug": "nanbu",
        "name": "ふらっとなんぶ",
        "area": "狛江市",
    }
    return Venue(**(plain | {"address": "東京都狛江市1-2-3"} | fields))


def a_session(key: str = "session", **fields: Any) -> Session:
    plain: dict[str, Any] = {
        "id": number(key),
        "series": a_series(),
        "date": DAY,
        "nominal": DAY,
        "starts": time(13, 30),
        "ends": time(15, 30),
        "state": "published",
        "venue": a_venue(),
        "owner": Organisation(id=number("owner"), slug="npo", name="まちの会", phone="03-1234-5678"),
        "sequence": 7,
        "changed_at": CHANGED,
    }
    return Session(**(plain | fields))
