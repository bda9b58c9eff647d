"""What an organiser has tapped beside the words, before anything is kept: dates taken out, moved, answered, added.

It travels in hidden fields of the form; `do` says what was tapped last. Nothing is stored before the form is sent.
"""

from collections.abc import Mapping
from datetime import date, time

from msgspec import Struct
from msgspec.structs import replace

from app.domain.errors import Misfilled, Unusable
from app.domain.month import Day
from app.domain.series_wish import HandDate
from app.web.forms import Typed, read_date, read_time
from app.web.i18n import gettext as _

FIRST_SHOWN = 6
MORE_SHOWN = 12
MOST_SHOWN = 60
MOST_DATES = 100


class Taps(Struct, frozen=True, kw_only=True):
    """The taps so far. Dates are nominal, as the rule says them; problem is a sentence for the field named with it."""

    removed: frozenset[date] = frozenset()
    opened: frozenset[date] = frozenset()
    moved: Mapping[Day, Day] = {}
    added: tuple[HandDate, ...] = ()
    shown: int = FIRST_SHOWN
    moving: Day | None = None
    problem: str = ""
    field: str = ""


def taps_of(typed: Typed, today: date) -> Taps:
    """The taps in a form, the last one included. What cannot be read is left out, or said in `problem`."""
    kept = Taps(
        removed=frozenset(dates_in(typed.all("removed"))),
        opened=frozenset(dates_in(typed.all("opened"))),
        moved=dict(pairs_in(typed.all("moved"))),
        added=tuple(added_in(typed.all("added"))),
        shown=shown_in(typed.get("shown", "")),
    )
    try:
        return tapped(kept, typed, today)
    except Unusable as refusal:
        return replace(kept, problem=_(str(refusal)), field=refusal.field)


def last_taps_of(typed: Typed, today: date) -> Taps:
    """The taps as the form is sent for good: a date that was typed and not yet tapped in counts too.

    Raises Misfilled for one that cannot be.
    """
    taps = taps_of(typed, today)
    if not typed.get("add_date", "").strip():
        return taps
    try:
        return with_added(taps, typed, today)
    except Unusable as refusal:
        raise Misfilled({refusal.field: str(refusal)}) from None


def dates_in(texts: tuple[str, ...]) -> list[date]:
    """The dates of hidden fields."""
    return [day for text in texts[:MOST_DATES] if (day := day_of(text))]


def day_of(text: str) -> date | None:
    """A date in ISO form, None for anything else."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def pairs_in(texts: tuple[str, ...]) -> list[tuple[date, date]]:
    """from>to for each date that was moved."""
    pairs = [
        (day_of(first), day_of(second)) for first, _sign, second in (text.partition(">") for text in texts)
    ]
    return [(first, second) for first, second in pairs[:MOST_DATES] if first and second]


def added_in(texts: tuple[str, ...]) -> list[HandDate]:
    """date|start|end for each date typed by hand."""
    found = []
    for text in texts[:MOST_DATES]:
        day, starts, ends = (*text.split("|"), "", "")[:3]
        known = day_of(day)
        if known:
            found.append(HandDate(date=known, starts=clock_of(starts), ends=clock_of(ends)))
    return found


def clock_of(text: str) -> time | None:
    """A time in ISO form, None for anything else."""
    try:
        return time.fromisoformat(text) if text else None
    except ValueError:
        return None


def shown_in(text: str) -> int:
    """How many dates are shown."""
    return min(max(int(text), FIRST_SHOWN), MOST_SHOWN) if text.isascii() and text.isdigit() else FIRST_SHOWN


def tapped(kept: Taps, typed: Typed, today: date) -> Taps:
    """The taps after the last tap. Raises Unusable for a date that cannot be."""
    act, _sign, argument = typed.get("do", "").partition(":")
    day = day_of(argument)
    if act == "more":
        return replace(kept, shown=min(kept.shown + MORE_SHOWN, MOST_SHOWN))
    if act == "add":
        return with_added(kept, typed, today)
    if act == "drop":
        return replace(
            kept, added=tuple(each for each in kept.added if each != next(iter(added_in((argument,))), None))
        )
    return answered(kept, act, day, typed, today) if day else kept


def answered(kept: Taps, act: str, day: date, typed: Typed, today: date) -> Taps:
    """The taps after a tap on one of the dates."""
    without = replace(
        kept,
        removed=kept.removed - {day},
        opened=kept.opened - {day},
        moved={first: second for first, second in kept.moved.items() if first != day},
    )
    if act == "remove":
        return replace(without, removed=without.removed | {day})
    if act == "open":
        return replace(without, opened=without.opened | {day})
    if act == "move":
        return replace(kept, moving=day)
    if act == "moved":
        to = coming_day(typed.get(f"to-{day}", ""), f"to-{day}", today)
        return replace(without, moved={**without.moved, day: to})
    return without if act == "keep" else kept


def with_added(kept: Taps, typed: Typed, today: date) -> Taps:
    """The taps with the date typed by hand."""
    day = coming_day(typed.get("add_date", ""), "add_date", today)
    new = HandDate(date=day, starts=typed_time(typed, "add_starts"), ends=typed_time(typed, "add_ends"))
    same = any((each.date, each.starts) == (new.date, new.starts) for each in kept.added)
    return kept if same else replace(kept, added=(*kept.added, new))


def coming_day(text: str, field: str, today: date) -> date:
    """A day from today on. Raises Unusable, naming the field."""
    try:
        day = read_date(text)
    except Unusable as refusal:
        raise Unusable(str(refusal), field) from None
    if not today <= day or day.year > today.year + 10:
        raise Unusable("これからの日を選んでください。", field)
    return day


def typed_time(typed: Typed, field: str) -> time | None:
    """A time of the form, None where it is empty. Raises Unusable, naming the field."""
    text = typed.get(field, "").strip()
    try:
        return read_time(text) if text else None
    except Unusable as refusal:
        raise Unusable(str(refusal), field) from None
