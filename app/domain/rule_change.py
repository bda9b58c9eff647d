"""What an edited rule does to sessions that are there: which stay, which move, which end. Pure.

Same line, same month, same ordinal = moved: the third Tuesday becomes the third Thursday and keeps its reservations.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

from msgspec import Struct

from app.domain.kept import Kept
from app.domain.month import month_of
from app.domain.planning import Key, Line, occurrences
from app.domain.recurrence.expansion import Occurrence


class Fate(Struct, frozen=True, kw_only=True):
    """What becomes of one session. to None: it ends. reservations: how many it has."""

    session: Kept
    to: Occurrence | None = None
    reservations: int = 0


class Effect(Struct, frozen=True, kw_only=True):
    """What a rule edit does, each by date: kept as they are, moved, ended, and dates that are new."""

    kept: tuple[Fate, ...] = ()
    moved: tuple[Fate, ...] = ()
    ended: tuple[Fate, ...] = ()
    new: tuple[Occurrence, ...] = ()

    @property
    def print(self) -> str:
        """A short text that differs as soon as the effect, or a number of reservations in it, does."""
        parts = [
            f"{name}{fate.session.id}{fate.to and (fate.to.nominal, fate.to.part)}{fate.reservations}"
            for name, fates in (("k", self.kept), ("m", self.moved), ("e", self.ended))
            for fate in fates
        ]
        return hashlib.sha256("|".join(parts).encode()).hexdigest()[:16]


def reservations_of(fates: Iterable[Fate]) -> int:
    """How many reservations these sessions have together."""
    return sum(fate.reservations for fate in fates)


def effect_of(
    line: Line, sessions: Sequence[Kept], counts: Mapping[UUID, int], first: date, last: date
) -> Effect:
    """What becomes of the sessions of a line from `first` on, if it has the timetable that `line` carries now.

    Cancelled sessions and dates typed by hand stay as they are. Without a timetable everything stays: words that give no
    dates take none away.
    """
    wanted = {(each.nominal, each.part): each for each in occurrences(line, first, last)}
    standing = [each for each in sessions if each.state != "cancelled" and not each.by_hand]
    if line.timetable is None:
        return Effect(kept=tuple(_fate(each, None, counts) for each in standing))
    same = [each for each in standing if (each.nominal, each.part) in wanted]
    taken = {(each.nominal, each.part) for each in sessions}
    pairs = match([each for each in standing if each not in same], _free(wanted, taken))
    return _effect(same, pairs, wanted, counts, taken)


def _free(wanted: Mapping[Key, Occurrence], taken: set[Key]) -> list[Occurrence]:
    return [each for key, each in wanted.items() if key not in taken]


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


def _effect(
    same: Sequence[Kept],
    pairs: Sequence[tuple[Kept, Occurrence | None]],
    wanted: Mapping[Key, Occurrence],
    counts: Mapping[UUID, int],
    taken: set[Key],
) -> Effect:
    here = [(each, wanted[each.nominal, each.part]) for each in same]
    moved = [pair for pair in here if not stays(*pair)] + [pair for pair in pairs if pair[1]]
    used = {(to.nominal, to.part) for _, to in pairs if to}
    return Effect(
        kept=tuple(_fate(each, to, counts) for each, to in here if stays(each, to)),
        moved=tuple(_fate(each, to, counts) for each, to in sorted(moved, key=lambda pair: pair[0].date)),
        ended=tuple(_fate(each, None, counts) for each, to in pairs if to is None),
        new=tuple(each for key, each in wanted.items() if key not in taken and key not in used),
    )


def stays(session: Kept, to: Occurrence) -> bool:
    """Whether a session is where the rule says, or was put elsewhere by hand: then the rule does not pull it back."""
    if session.moved or session.former_starts is not None:
        return True
    return (session.date, session.starts, session.ends) == (to.date, to.start, to.end)


def _fate(session: Kept, to: Occurrence | None, counts: Mapping[UUID, int]) -> Fate:
    return Fate(session=session, to=to, reservations=counts.get(session.id, 0))
