"""The fields of a line: its words, where it is, its pools; read into what the actions take."""

import unicodedata
from collections.abc import Mapping
from datetime import date, time
from typing import Any
from uuid import UUID

from msgspec import Struct

from app.domain.errors import Misfilled
from app.domain.planning import Line, LinePool, Place
from app.domain.series_wish import LineWish, NewVenue, SeriesWish, check_series
from app.web.forms import Typed, read_form
from app.web.organiser.reading import Custom, nominals_of
from app.web.organiser.series_form import gathered, written
from app.web.organiser.taps import Taps, last_taps_of

MODES = ("in_person", "online")
NO_LIMIT = frozenset({"定員なし", "なし", "無制限", "制限なし"})
CAPACITY = "人数か、「定員なし」「未定」のどれかを書いてください。"
TWO_VENUES = "上で会場が選ばれています。こちらだけにするなら、上を「まだ決めていない」にもどしてください。"
UNSTATED = frozenset({"未定", "?"})


class LineForm(Struct, frozen=True, kw_only=True):
    """The fields of a line. A venue is its id, with a room after a colon; several are a rotation, in their order."""

    words: str = ""
    anchor: date | None = None
    venue: tuple[str, ...] = ()
    venue_name: str = ""
    venue_area: str | None = None
    venue_address: str | None = None
    venue_hidden: bool = False
    vacate: time | None = None


def line_wish(typed: Typed, taps: Taps, nominals: frozenset[date]) -> LineWish:
    """The line as it was filled in and tapped; taps on dates that the words no longer give are left out.

    Raises Misfilled with a sentence for every field that cannot be used.
    """
    form, messages = read_form(typed, LineForm), dict[str, str]()
    if isinstance(form, Misfilled):
        raise Misfilled(form.messages | wrong_pools(typed))
    places = gathered(messages, lambda: places_of(form))
    pools = gathered(messages, lambda: pools_of(typed))
    new_venue = gathered(messages, lambda: new_venue_of(form))
    if messages:
        raise Misfilled(messages)
    wish = LineWish(
        words=form.words.strip(),
        anchor=form.anchor,
        places=places or (),
        pools=pools or (),
        vacate=form.vacate,
        removed=tuple(sorted(taps.removed & nominals)),
        opened=tuple(sorted(taps.opened & nominals)),
        moved={first: second for first, second in taps.moved.items() if first in nominals},
        added=taps.added,
        new_venue=new_venue,
    )
    check_series(SeriesWish(title="定例"), (wish,))
    return wish


def new_venue_of(form: LineForm) -> NewVenue | None:
    """The venue typed by name; the last of a rotation where several are chosen. Raises Misfilled beside one that is chosen."""
    name = form.venue_name.strip()
    if name and len(form.venue) == 1:
        raise Misfilled({"venue_name": TWO_VENUES})
    return NewVenue(name, form.venue_area, form.venue_address, form.venue_hidden) if name else None


def places_of(form: LineForm) -> tuple[Place, ...]:
    """The venues in their order. Raises Misfilled for what is no venue."""
    try:
        return tuple(place_of(text) for text in form.venue)
    except ValueError:
        raise Misfilled({"venue": "会場を選んでください。"}) from None


def place_of(text: str) -> Place:
    """A venue, or venue:room. Raises ValueError."""
    venue, _, room = text.partition(":")
    return Place(UUID(venue), UUID(room) if room else None)


def pools_of(typed: Typed) -> tuple[LinePool, ...]:
    """The pools of the ways one can come (会場, オンライン); a way without a word on its seats has one, 未定.

    Raises Misfilled.
    """
    found: list[LinePool] = []
    messages: dict[str, str] = {}
    for mode in (each for each in MODES if each in typed.all("mode")):
        pools = [(f"pool_{mode}_{seat}", pool_typed(typed, mode, seat)) for seat in ("talk", "listener")]
        messages |= dict.fromkeys((name for name, pool in pools if pool is None), CAPACITY)
        stated = [pool for _name, pool in pools if isinstance(pool, LinePool)]
        found += stated or [pool_of(mode, "talk", "未定") or LinePool("in_person")]
    if messages:
        raise Misfilled(messages)
    return tuple(found)


def wrong_pools(typed: Typed) -> dict[str, str]:
    """The sentences about pools alone."""
    messages: dict[str, str] = {}
    gathered(messages, lambda: pools_of(typed))
    return messages


def pool_typed(typed: Typed, mode: str, seat: str) -> LinePool | str | None:
    """The pool in a field; nothing ("") where the field is empty, None where it cannot be read."""
    text = unicodedata.normalize("NFKC", typed.get(f"pool_{mode}_{seat}", "")).strip()
    text = text.removesuffix("人").removesuffix("名").strip()
    return pool_of(mode, seat, text) if text else ""


def pool_of(mode: Any, seat: Any, text: str) -> LinePool | None:
    """The pool of a text: a number, 定員なし or 未定; None for anything else."""
    if text in NO_LIMIT:
        return LinePool(mode, seat, "none")
    if text in UNSTATED:
        return LinePool(mode, seat, "unstated")
    number = int(text) if text.isascii() and text.isdigit() and len(text) <= 4 else 0
    return LinePool(mode, seat, "number", number) if 0 < number <= 2000 else None


def pool_text(pool: LinePool) -> str:
    """A pool as it would be typed."""
    if pool.limit_kind == "number":
        return str(pool.capacity)
    return "定員なし" if pool.limit_kind == "none" else "未定"


def read_line(typed: Typed, custom: Custom, today: date) -> LineWish:
    """The line with all taps, a date typed and not yet tapped in included. Raises Misfilled."""
    return line_wish(typed, last_taps_of(typed, today), nominals_of(typed, custom, today))


def kept_venues(line: Line) -> tuple[str, ...]:
    """The venues a line has, which may stay though they stand on no list."""
    return tuple(str(place.venue_id) for place in line.places)


def typed_line(row: Mapping[str, Any], places: tuple[Place, ...], pools: tuple[LinePool, ...]) -> Typed:
    """A stored line as it would be typed."""
    texts = [
        f"{place.venue_id}:{place.room_id}" if place.room_id else str(place.venue_id) for place in places
    ]
    return Typed(
        [
            ("words", row["words"]),
            ("anchor", str(row["anchor"] or "")),
            ("vacate", written(row["vacate"]) if row["vacate"] else ""),
            *(("venue", text) for text in texts),
            *(("mode", mode) for mode in MODES if any(pool.mode == mode for pool in pools)),
            *((f"pool_{pool.mode}_{pool.seat}", pool_text(pool)) for pool in pools),
        ]
    )
