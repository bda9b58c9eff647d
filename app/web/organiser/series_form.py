"""The fields of a series: read into what the actions take, and a stored series as it would be typed."""

import re
import unicodedata
from collections.abc import Callable, Container, Mapping
from datetime import time
from typing import Any, TypeVar

import msgspec

from app.domain.errors import Misfilled
from app.domain.series_wish import SeriesWish, check_series
from app.web.forms import Typed, read_form

W = TypeVar("W")
NEW_TYPED = (
    ("discreet_title", "予定"),
    ("mode", "in_person"),
    ("registration", "unstated"),
    ("promotion_minutes", "180"),
    ("join_minutes", "15"),
    ("holiday_policy", "undecided"),
    ("listed", "yes"),
    ("planned_shown", "yes"),
)


class SeriesForm(SeriesWish, frozen=True, kw_only=True):
    """The fields of a series as a form sends them: a box that is not ticked is absent, and so may be any text."""

    title: str = ""
    discreet_title: str = ""
    listed: bool = False
    planned_shown: bool = False


def series_wish(typed: Typed) -> SeriesWish:
    """The series as it was filled in. Raises Misfilled with a sentence for every field that cannot be used."""
    form, messages = read_form(typed, SeriesForm), dict[str, str]()
    if isinstance(form, Misfilled):
        messages |= form.messages
        form = read_form(without(typed, form.messages), SeriesForm)
    if isinstance(form, Misfilled):
        raise form
    wish = SeriesWish(**(msgspec.structs.asdict(form) | {"fee": fee_of(form.fee)}))
    gathered(messages, lambda: check_series(wish))
    if messages:
        raise Misfilled(messages)
    return wish


def without(typed: Typed, fields: Container[str]) -> Typed:
    """A form without some of its fields, so that the others can be looked at."""
    return Typed([pair for pair in typed.pairs if pair[0] not in fields])


def gathered(messages: dict[str, str], read: Callable[[], W]) -> W | None:
    """What `read` gives; None if it is misfilled, with its sentences added to `messages`."""
    try:
        return read()
    except Misfilled as refusal:
        messages.update(refusal.messages)
    return None


def fee_of(text: str | None) -> str | None:
    """A number alone is an amount: 300円. Nothing typed is nothing said."""
    plain = unicodedata.normalize("NFKC", text or "").strip()
    return f"{plain}円" if re.fullmatch(r"[1-9][0-9,]*", plain) else text


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


FOLDS: Mapping[str, tuple[str, ...]] = {
    "venue": ("venue_name", "venue_address"),
    "vacate": ("vacate",),
    "more": ("about", "eligibility", "way_in", "in_person_note", "note", "web", "opening_text"),
    "reception": (
        *("opens_days", "opens_time", "closes_days", "closes_time", "closes_minutes"),
        *("promotion_minutes", "planned_reservable"),
    ),
    "names": ("discreet_title", "anonymous", "listed", "planned_shown"),
}


def unfolded(typed: Typed, errors: Mapping[str, str]) -> frozenset[str]:
    """The groups of fields that stand open: something was said in them, or something is to be put right."""
    usual = dict(NEW_TYPED)
    return frozenset(
        fold
        for fold, fields in FOLDS.items()
        if any(field in errors or typed.get(field, "") not in {"", usual.get(field, "")} for field in fields)
        or (fold == "names" and "slug" in errors)
    )
