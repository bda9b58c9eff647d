"""Months as they are published, to be printed."""

from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

from app.publishing.month_page import MonthPage, PageSession

TITLES = ("ひだまりサロン", "家族のつどい", "オンライン居場所「ふらっと」")


def session(number: int = 1, **said: Any) -> PageSession:
    """A gathering on the first of November 2026 and so many days later."""
    plain: dict[str, Any] = {
        "id": UUID(int=number),
        "date": date(2026, 11, 1) + timedelta(days=number - 1),
        "starts": time(13, 30),
        "ends": time(15, 30),
        "title": TITLES[number % 3],
        "discreet_title": "定例の集まり",
        "venue": "みんなの家",
        "room": "和室",
        "modes": ("in_person",),
        "registration": "walk_in",
        "fee": "無料",
    }
    return PageSession(**(plain | said))


def month(*sessions: PageSession, **said: Any) -> MonthPage:
    """November as the second edition says it."""
    plain: dict[str, Any] = {
        "organisation": "狛江ひだまりの会",
        "slug": "hidamari",
        "months": (date(2026, 11, 1),),
        "sessions": sessions,
        "number": 2,
        "paper": 4827,
        "published_on": date(2026, 10, 20),
        "phone": "03-1234-5678",
        "hosts": (("共催", "狛江市社会福祉協議会"), ("後援", "狛江市")),
        "short_address": "https://hidamari.example/p/4827",
    }
    return MonthPage(**(plain | said))


def busy(count: int) -> MonthPage:
    """A month of so many dates, one a day."""
    return month(*(session(number) for number in range(1, count + 1)))
