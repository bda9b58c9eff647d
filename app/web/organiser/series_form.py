"""The form of a series and of a line, read into what the actions take; everything typed is kept."""

import unicodedata
from collections.abc import Mapping
from datetime import date, time
from typing import Any
from uuid import UUID

import msgspec
from msgspec import Struct

from app.domain.errors import Misfilled
from app.domain.planning import LinePool, Place
from app.domain.series_wish import LineWish, NewVenue, SeriesWish
from app.web.forms import Typed, read_form
from app.web.organiser.drafts import Draft

POOLS = (
    ("in_person", "talk"),
    ("in_person", "listener"),
    ("online", "talk"),
    ("online", "listener"),
)
NO_LIMIT = frozenset({"定員なし", "なし", "無制限", "制限なし"})
UNSTATED = frozenset({"未定", "?"})
NEW_TYPED = (
    ("discreet_title", "予定"),
    ("registration", "unstated"),
    ("holiday_policy", "undecided"),
    ("listed", "yes"),
    ("planned_shown", "yes"),
)


class SeriesForm(Struct, frozen=True, kw_only=True):
    """The fields of a series, named as its columns."""

    title: str = ""
    slug: str = ""
    discreet_title: str = ""
    about: str | None = None
    audience: tuple[str, ...] = ()
    eligibility: str | None = None
    registration: str = "unstated"
    opens_days: int | None = None
    opens_time: time | None = None
    closes_days: int | None = None
    closes_time: time | None = None
    closes_minutes: int | None = None
    promotion_minutes: int = 180
    fee: str | None = None
    contact: str | None = None
    phone: str | None = None
    web: str | None = None
    flow: str | None = None
    belongings: str | None = None
    way_in: str | None = None
    in_person_note: str | None = None
    online_note: str | None = None
    join_link: str | None = None
    join_minutes: int = 15
    opening_text: str | None = None
    note: str | None = None
    anonymous: bool = False
    listed: bool = False
    planned_shown: bool = False
    planned_reservable: bool = False
    holiday_policy: str = "undecided"
    parent_id: UUID | None = None
    parent_gap: int | None = None
    parallel_id: UUID | None = None


class LineForm(Struct, frozen=True, kw_only=True):
    """The fields of a line. A venue is its id, with a room after a colon."""

    words: str = ""
    anchor: date | None = None
    venue: str = ""
    rotation: tuple[str, ...] = ()
    venue_name: str = ""
    venue_area: str | None = None
    vacate: time | None = None


def series_wish(typed: Typed) -> SeriesWish:
    """The series as it was filled in. Raises Misfilled for what cannot be read."""
    form = read_form(typed, SeriesForm)
    if isinstance(form, Misfilled):
        raise form
    return SeriesWish(**msgspec.structs.asdict(form))


def line_wish(typed: Typed, draft: Draft, nominals: frozenset[date]) -> LineWish:
    """The line as it was filled in and tapped; taps on dates that the words no longer give are left out.

    Raises Misfilled for what cannot be read.
    """
    form = read_form(typed, LineForm)
    if isinstance(form, Misfilled):
        raise form
    name = form.venue_name.strip()
    return LineWish(
        words=form.words.strip(),
        anchor=form.anchor,
        places=places_of(form),
        pools=pools_of(typed),
        vacate=form.vacate,
        removed=tuple(sorted(draft.removed & nominals)),
        opened=tuple(sorted(draft.opened & nominals)),
        moved={first: second for first, second in draft.moved.items() if first in nominals},
        added=draft.added,
        new_venue=NewVenue(name, form.venue_area) if name else None,
    )


def places_of(form: LineForm) -> tuple[Place, ...]:
    """The rotation where one was ticked, else the one venue. Raises Misfilled for what is no venue."""
    chosen = form.rotation or ((form.venue,) if form.venue else ())
    try:
        return tuple(place_of(text) for text in chosen)
    except ValueError:
        raise Misfilled({"venue": "会場を選んでください。"}) from None


def place_of(text: str) -> Place:
    """A venue, or venue:room. Raises ValueError."""
    venue, _, room = text.partition(":")
    return Place(UUID(venue), UUID(room) if room else None)


def pools_of(typed: Typed) -> tuple[LinePool, ...]:
    """The pools that have something in their field. Raises Misfilled."""
    found: list[LinePool] = []
    messages: dict[str, str] = {}
    for mode, seat in POOLS:
        name = f"pool_{mode}_{seat}"
        text = (
            unicodedata.normalize("NFKC", typed.get(name, "")).strip().removesuffix("人").removesuffix("名")
        )
        if not text:
            continue
        pool = pool_of(mode, seat, text)
        if pool is None:
            messages[name] = "人数か、「定員なし」「未定」のどれかを書いてください。"
        else:
            found.append(pool)
    if messages:
        raise Misfilled(messages)
    return tuple(found)


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


def typed_series(row: Mapping[str, Any]) -> Typed:
    """A stored series as it would be typed."""
    pairs: list[tuple[str, str]] = [("audience", word) for word in row["audience"].split(",") if word]
    names = [name for name in SeriesForm.__struct_fields__ if name != "audience"]
    return Typed(pairs + [(name, written(row[name])) for name in names if row[name] not in (None, False)])


def written(value: Any) -> str:
    """A value as a field holds it."""
    if value is True:
        return "yes"
    return f"{value:%H:%M}" if isinstance(value, time) else str(value)


def typed_line(row: Mapping[str, Any], places: tuple[Place, ...], pools: tuple[LinePool, ...]) -> Typed:
    """A stored line as it would be typed."""
    texts = [
        f"{place.venue_id}:{place.room_id}" if place.room_id else str(place.venue_id) for place in places
    ]
    chosen = [("rotation", text) for text in texts] if len(texts) > 1 else [("venue", text) for text in texts]
    return Typed(
        [
            ("words", row["words"]),
            ("anchor", str(row["anchor"] or "")),
            ("vacate", written(row["vacate"]) if row["vacate"] else ""),
            *chosen,
            *((f"pool_{pool.mode}_{pool.seat}", pool_text(pool)) for pool in pools),
        ]
    )
