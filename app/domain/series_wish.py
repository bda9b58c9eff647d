"""What an organiser fills in for a series and its lines, and what cannot be used of it.

None and empty text mean that nothing was said; nothing is invented for them.
"""

import re
from datetime import date, time
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from msgspec import Struct

from app.domain.errors import Misfilled
from app.domain.month import Day
from app.domain.planning import LinePool, Place
from app.domain.seed_format import INDISCREET

REGISTRATIONS = (
    "walk_in",
    "walk_in_or_reserve",
    "reserve_required",
    "by_referral",
    "closed",
    "unstated",
)
POLICIES = (
    "undecided",
    "closed",
    "open",
    "next_day",
    "next_workday",
    "next_week",
    "previous_workday",
)
AUDIENCES = ("participant", "family", "supporter")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
PHONE = re.compile(r"[0-9０-９()（）+＋\-－‐ー #＃]{6,40}")
LONGEST_TEXT = 4000
LONGEST = {"title": 60, "discreet_title": 12, "slug": 60, "phone": 40}
WEB_FIELDS = ("web", "join_link")
LARGEST_CAPACITY = 2000
LONGEST_WORDS = 400
LONGEST_VENUE = 60


class HandDate(Struct, frozen=True, kw_only=True):
    """A date typed by hand; hours left open are taken from the line where it has only one kind of hours."""

    date: Day
    starts: time | None = None
    ends: time | None = None
    theme: str | None = None
    place: Place | None = None


class NewVenue(Struct, frozen=True):
    """A venue that is typed by name because it is not on the list yet. hidden: its address stands on receipts only."""

    name: str
    area: str | None = None
    address: str | None = None
    hidden: bool = False


class LineWish(Struct, frozen=True, kw_only=True):
    """A line as it is filled in. removed, opened: nominal dates answered 休み, 開く; moved: nominal date to another."""

    words: str = ""
    anchor: date | None = None
    places: tuple[Place, ...] = ()
    pools: tuple[LinePool, ...] = ()
    vacate: time | None = None
    first: date | None = None
    last: date | None = None
    removed: tuple[date, ...] = ()
    opened: tuple[date, ...] = ()
    moved: dict[date, date] = {}
    added: tuple[HandDate, ...] = ()
    new_venue: NewVenue | None = None


class SeriesWish(Struct, frozen=True, kw_only=True):
    """A series as it is filled in, without its lines."""

    title: str
    slug: str = ""
    discreet_title: str = "予定"
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
    listed: bool = True
    planned_shown: bool = True
    planned_reservable: bool = False
    holiday_policy: str = "undecided"
    parent_id: UUID | None = None
    parent_gap: int | None = None
    parallel_id: UUID | None = None


def check_series(wish: SeriesWish, lines: tuple[LineWish, ...] = ()) -> None:
    """Raises Misfilled with a sentence for every field that cannot be used."""
    messages = {**_texts(wish), **_names(wish), **_numbers(wish), **_lines(lines)}
    if messages:
        raise Misfilled(messages)


def _texts(wish: SeriesWish) -> dict[str, str]:
    found: dict[str, str] = {}
    for field in wish.__struct_fields__:
        value: Any = getattr(wish, field)
        if isinstance(value, str):
            longest = LONGEST.get(field, LONGEST_TEXT)
            if len(value) > longest:
                found[field] = f"{longest}文字までで書いてください。"
            if "\0" in value:
                found[field] = "使えない文字が入っています。書き直してください。"
    return found


def _names(wish: SeriesWish) -> dict[str, str]:
    found: dict[str, str] = {}
    if not wish.title.strip():
        found["title"] = "名前を書いてください。あとから変えられます。"
    if not wish.discreet_title.strip():
        found["discreet_title"] = "家族のカレンダーに出る名前です。「予定」のように書いてください。"
    elif any(word in wish.discreet_title for word in INDISCREET):
        found["discreet_title"] = "内容がわかる言葉が入っています。「予定」のような名前にしてください。"
    if wish.slug and not SLUG.fullmatch(wish.slug):
        found["slug"] = "アドレスは、英小文字・数字・ハイフンで書いてください。"
    if wish.phone and not PHONE.fullmatch(wish.phone):
        found["phone"] = "電話番号は、数字とハイフンで書いてください。"
    for field in WEB_FIELDS:
        if not is_web(getattr(wish, field)):
            found[field] = "https:// で始まるアドレスを書いてください。"
    return found


def is_web(address: str | None) -> bool:
    """Whether an address may be linked to: empty, http or https with a host. No other scheme is ever put in a page."""
    if not address:
        return True
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc) and not re.search(r"\s", address)


def _numbers(wish: SeriesWish) -> dict[str, str]:
    found: dict[str, str] = {}
    if wish.registration not in REGISTRATIONS:
        found["registration"] = "申込みのしかたを選んでください。"
    if wish.holiday_policy not in POLICIES:
        found["holiday_policy"] = "祝日の扱いを選んでください。"
    if any(audience not in AUDIENCES for audience in wish.audience):
        found["audience"] = "どなた向けかを選んでください。"
    for field, most in (
        ("opens_days", 366),
        ("closes_days", 366),
        ("closes_minutes", 20160),
        ("parent_gap", 600),
        ("promotion_minutes", 20160),
        ("join_minutes", 240),
    ):
        value = getattr(wish, field)
        if value is not None and not 0 <= value <= most:
            found[field] = f"0から{most}までの数で書いてください。"
    return found


def _lines(lines: tuple[LineWish, ...]) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in lines:
        if len(line.words) > LONGEST_WORDS:
            found["words"] = f"予定の言葉は、{LONGEST_WORDS}文字までで書いてください。"
        if any(not _is_capacity(pool) for pool in line.pools):
            found["capacity"] = f"定員は、1から{LARGEST_CAPACITY}までの数で書いてください。"
        if line.new_venue and not 0 < len(line.new_venue.name.strip()) <= LONGEST_VENUE:
            found["venue_name"] = f"会場の名前を、{LONGEST_VENUE}文字までで書いてください。"
        if len({(pool.mode, pool.seat) for pool in line.pools}) < len(line.pools):
            found["capacity"] = "同じ席の枠が二つあります。一つにまとめてください。"
    return found


def _is_capacity(pool: LinePool) -> bool:
    if pool.limit_kind != "number":
        return pool.capacity is None
    return pool.capacity is not None and 1 <= pool.capacity <= LARGEST_CAPACITY
