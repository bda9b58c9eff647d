"""Schedule words to a timetable, or to what is missing, with the one question that would settle it.

The way of a phrase: normalising → tokens (lexicon) → pieces (grammar) → timetable (assembly). Nothing is ever guessed.
"""

from datetime import date

from msgspec import Struct

from app.domain.recurrence.assembly import assemble
from app.domain.recurrence.cursor import NO_PERIODS, Periods
from app.domain.recurrence.grammar import pieces_of
from app.domain.recurrence.normalising import normalise
from app.domain.recurrence.questions import question
from app.domain.recurrence.rule import Promise, Remark, Timetable

LONGEST = 600
"""Characters read at most; a longer text is no schedule line."""


class Reading(Struct, frozen=True):
    """What the words say. No timetable where `missing` is not empty; one Japanese question for each missing code."""

    words: str
    timetable: Timetable | None = None
    promise: Promise | None = None
    missing: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()
    questions: tuple[str, ...] = ()


def read(words: str, anchor: date | None = None, periods: Periods = NO_PERIODS) -> Reading:
    """Reads one line of schedule.

    `anchor` is the date of one real session (for 隔週) or the date of writing (for dates without a year). `periods`
    are the named periods as an organisation has set them (お盆, 夏休み). Never raises: what cannot be read is missing.
    """
    if len(words) > LONGEST:
        return Reading(words, missing=("rule",), questions=(question("rule", ""),))
    found = assemble(pieces_of(normalise(words), anchor, periods), anchor)
    asked = tuple(question(code, said) for code, said in found.missing.items())
    return Reading(words, found.timetable, found.promise, tuple(found.missing), tuple(found.remarks), asked)


__all__ = ["NO_PERIODS", "Periods", "Reading", "read"]
