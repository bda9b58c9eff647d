"""The one open question beside the words, with buttons for its likely answers; and what a press of one changes.

A press sends the form with `do`: the answer goes into the words or the first date, and they are read again.
"""

import re
from datetime import date
from typing import Any

from app.domain.recurrence.answer_words import with_weekdays
from app.domain.recurrence.answers import Answer, asked, asked_about_holidays
from app.domain.recurrence.reading import Periods
from app.domain.recurrence.reasons import WEEKDAYS
from app.domain.series_wish import LONGEST_WORDS
from app.web.forms import Typed
from app.web.i18n import gettext as _
from app.web.organiser.taps import day_of

Data = dict[str, Any]
SAY, FROM, ON = "say", "from", "on"
EXAMPLE = re.compile("（例: .*）$")
"""Where there are buttons, they are the examples."""
WEEKDAY_VALUES = frozenset("0123456")


def with_answer(typed: Typed) -> Typed:
    """The form with the answer that was pressed put in; as it was where none was."""
    act, _sign, said = typed.get("do", "").partition(":")
    if act == SAY and said.strip():
        return changed(typed, "words", said[:LONGEST_WORDS])
    if act == FROM and day_of(said):
        return changed(typed, "anchor", said)
    ticked = sorted({int(n) for n in typed.all(ON) if n in WEEKDAY_VALUES})
    if act == ON and ticked:
        return changed(typed, "words", with_weekdays(typed.get("words", ""), ticked)[:LONGEST_WORDS])
    return typed


def changed(typed: Typed, name: str, value: str) -> Typed:
    """The form with one field changed, and the press forgotten: an answer is put in once."""
    return Typed([*(pair for pair in typed.pairs if pair[0] not in {name, "do", ON}), (name, value)])


def asking(typed: Typed, periods: Periods, today: date) -> Data | None:
    """The first open question with its buttons, for the template of the same name; None where nothing is open."""
    words = typed.get("words", "").strip()[:LONGEST_WORDS]
    found = asked(words, day_of(typed.get("anchor", "")), today, periods) if words else None
    if found is None:
        return None
    answerable = bool(found.answers or found.pick)
    return {
        "question": EXAMPLE.sub("", _(found.question)) if answerable else _(found.question),
        "code": found.code,
        "buttons": [button(each, words) for each in found.answers],
        "pick": found.pick,
        "weekdays": [(str(n), _("%(day)s曜") % {"day": day}) for n, day in enumerate(WEEKDAYS)],
        "ticked": typed.all(ON),
    }


def asking_about_holidays(typed: Typed, periods: Periods) -> list[Data]:
    """休み, 開く, 翌日 as buttons; none where the words say it already."""
    words = typed.get("words", "").strip()[:LONGEST_WORDS]
    return [
        button(each, words) for each in asked_about_holidays(words, day_of(typed.get("anchor", "")), periods)
    ]


def button(answer: Answer, words: str) -> Data:
    """An answer as a button that sends the form."""
    value = f"{FROM}:{answer.anchor}" if answer.words == words else f"{SAY}:{answer.words}"
    return {"label": _(answer.label), "name": "do", "value": value, "second": True, "read": True}
