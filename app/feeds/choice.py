"""What a subscriber chose to see, and how a feed is called."""

from collections.abc import Mapping
from typing import Literal, cast

from msgspec import Struct

from app.domain.programme import Audience
from app.feeds.texts import short

Titles = Literal["full", "discreet"]
Cancelled = Literal["marked", "status", "drop"]
LONGEST_LABEL = 40
AUDIENCES = ("participant", "family", "supporter")
MODES = ("in_person", "online")


class Choice(Struct, frozen=True, kw_only=True):
    """What stands in a feed. A label takes the place of every title and implies discreet."""

    titles: Titles = "full"
    label: str = ""
    cancelled: Cancelled = "marked"
    audience: Audience | None = None
    mode: Literal["in_person", "online"] | None = None

    @property
    def discreet(self) -> bool:
        """Title, place, text and address are covered."""
        return self.titles == "discreet" or bool(self.label)


class Site(Struct, frozen=True, kw_only=True):
    """Where the installation stands: the start of its addresses, its zone, whether its dates are invented."""

    base_url: str
    zone: str = "Asia/Tokyo"
    demo: bool = False


class Head(Struct, frozen=True, kw_only=True):
    """What a calendar is called, and its own unchanging identifier. personal: it holds one reservation."""

    name: str
    uid: str
    personal: bool = False


def read_choice(asked: Mapping[str, str], titles: Titles = "full") -> Choice:
    """The choice in the query of an address; `titles` is the default. What is not understood is ignored.

    So that an address that was ever handed out goes on working.
    """
    return Choice(
        titles=cast("Titles", one_of(asked.get("titles"), ("full", "discreet")) or titles),
        label=short(asked.get("label", ""), LONGEST_LABEL),
        cancelled=cast("Cancelled", one_of(asked.get("cancelled"), ("marked", "status", "drop")) or "marked"),
        audience=cast("Audience | None", one_of(asked.get("audience"), AUDIENCES)),
        mode=cast("Literal['in_person', 'online'] | None", one_of(asked.get("mode"), MODES)),
    )


def one_of(asked: str | None, known: tuple[str, ...]) -> str | None:
    """The word if it is known, else None."""
    return asked if asked in known else None
