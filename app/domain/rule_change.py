"""What an edited rule does to sessions that are there: which stay, which move, which end. Pure.

Same line, same month, same ordinal = moved: the third Tuesday becomes the third Thursday and keeps its reservations.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from app.domain.kept import Kept
from app.domain.month import month_of
from app.domain.planning import Line, occurrences
from app.domain.recurrence.expansion import Occurrence

ENDED = "予定が変わりました"
"""The reason of sessions that a rule edit has ended: an edit that names their date again brings them back."""


class Fate(Struct, frozen=True, kw_only=True):
    """What becomes of one session. to None: it ends. reservations: how many it has."""

    session: Kept
    to: Occurrence | None = None
    reservations: int = 0


class Effect(Struct, frozen=True, kw_only=True):
    """What a rule edit does, each by date: kept as they are, moved, ended, back again, and dates that are new."""

    kept: tuple[Fate, ...] = ()
    moved: tuple[Fate, ...] = ()
    ended: tuple[Fate, ...] = ()
    back: tuple[Fate, ...] = ()
    new: tuple[Occurrence, ...] = ()

    @property
    def print(self) -> str:
        """A short text that differs as soon as the effect, or a number of reservations in it, does."""
        parts = [
            f"{name}{fate.session.id}{fate.to and (fate.to.nominal, fate.to.part)}{fate.reservations}"
            for name, fates in (
                ("k", self.kept),
                ("m", self.moved),
                ("e", self.ended),
                ("b", self.back),
            )
            for fate in fates
        ]
        return hashlib.sha256("|".join(parts).encode()).hexdigest()[:16]


def reservations_of(fates: Iterable[Fate]) -> int:
    """How many reservations these sessions have together."""
    return sum(fate.reservations for fate in fates)


def effect_of(
    before: Line, after: Line, sessions: Sequence[Kept], counts: Mapping[UUID, int], window: tuple[date, date]
) -> Effect:
    """What becomes of the sessions of a line within a window (both days included) when it turns from `before` to `after`.

    Cancelled sessions and dates typed by hand stay as they are, and so does the day of a session that was put elsewhere.
    Without a timetable everything stays: words that give no dates take none away.
    """
    standing = [each for each in sessions if each.state != "cancelled" and not each.by_hand]
    if after.timetable is None:
        return Effect(kept=tuple(_fate(each, None, counts) for each in standing))
    wanted = {(each.nominal, each.part): each for each in occurrences(after, *window)}
    taken = {(each.nominal, each.part) for each in sessions}
    same = [each for each in standing if (each.nominal, each.part) in wanted]
    pairs: list[tuple[Kept, Occurrence | None]] = [(each, wanted[each.nominal, each.part]) for each in same]
    free = [each for key, each in wanted.items() if key not in taken]
    pairs += match([each for each in standing if each not in same], free)
    back = [
        _fate(each, wanted.get((each.nominal, each.part)), counts) for each in sessions if was_ended(each)
    ]
    effect = _sorted_out(pairs, free, elsewhere(before, sessions, window), counts)
    return replace(effect, back=tuple(fate for fate in back if fate.to is not None))


def was_ended(session: Kept) -> bool:
    """Whether an earlier rule edit has cancelled the session."""
    return session.state == "cancelled" and session.cancel_reason == ENDED and not session.by_hand


def elsewhere(line: Line, sessions: Sequence[Kept], window: tuple[date, date]) -> set[UUID]:
    """The sessions that are not where their rule has put them: somebody moved them by hand."""
    ruled = {(each.nominal, each.part): each for each in occurrences(line, *window)}
    found = ((each, ruled.get((each.nominal, each.part))) for each in sessions)
    return {each.id for each, rule in found if (each.moved if rule is None else not is_at(each, rule))}


def match(sessions: Sequence[Kept], free: Sequence[Occurrence]) -> list[tuple[Kept, Occurrence | None]]:
    """Each session with the occurrence of its month that has the same ordinal; None where there is none."""
    rooms: dict[date, list[Occurrence]] = defaultdict(list)
    for each in sorted(free, key=lambda found: (found.nominal, found.start is not None, found.part)):
        rooms[month_of(each.nominal)].append(each)
    pairs: list[tuple[Kept, Occurrence | None]] = []
    for session in sorted(sessions, key=lambda kept: (kept.nominal, kept.part)):
        month = rooms[month_of(session.nominal)]
        pairs.append((session, month.pop(0) if month else None))
    return pairs


def _sorted_out(
    pairs: Sequence[tuple[Kept, Occurrence | None]],
    free: Sequence[Occurrence],
    by_hand: set[UUID],
    counts: Mapping[UUID, int],
) -> Effect:
    fates = sorted((_fate(each, to, counts) for each, to in pairs), key=lambda fate: fate.session.date)
    going = [fate for fate in fates if fate.to is not None]
    stays = {fate.session.id for fate in going if fate.session.id in by_hand or is_at(fate.session, fate.to)}
    used = {(fate.to.nominal, fate.to.part) for fate in going if fate.to}
    return Effect(
        kept=tuple(fate for fate in going if fate.session.id in stays),
        moved=tuple(fate for fate in going if fate.session.id not in stays),
        ended=tuple(fate for fate in fates if fate.to is None),
        new=tuple(each for each in free if (each.nominal, each.part) not in used),
    )


def is_at(session: Kept, to: Occurrence | None) -> bool:
    """Whether a session is on the day and at the hours of an occurrence."""
    return to is not None and (session.date, session.starts, session.ends) == (to.date, to.start, to.end)


def _fate(session: Kept, to: Occurrence | None, counts: Mapping[UUID, int]) -> Fate:
    return Fate(session=session, to=to, reservations=counts.get(session.id, 0))
