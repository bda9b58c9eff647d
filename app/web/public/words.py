"""What can be written as a schedule, and what becomes of it: read while the page is made."""

from datetime import date
from typing import Any

from litestar import Controller, Request, Response, get
from litestar.response import Template

from app.domain.recurrence.wording_en import wording_en
from app.domain.word_examples import GROUPS, VAGUE, Group, Shown, shown
from app.web.i18n import LANGUAGE
from app.web.i18n import gettext as _
from app.web.moment import Moment
from app.web.public.pages import kept_for_all, page
from app.web.views import Data
from app.web.wording import day, day_and_year

DATES_SHOWN = 2


class WordsController(Controller):
    path = "/words"

    @get()
    async def show(self, request: Request[Any, Any, Any]) -> Response[bytes]:
        async def render(at: Moment) -> Template:
            return words_page(at.today)

        return await kept_for_all(request, render)


def words_page(today: date) -> Template:
    """Examples by kind, and those that leave something open with the question they raise."""
    return page(
        "words",
        "/words",
        groups=[group_entry(each, today) for each in GROUPS],
        vague=group_entry(VAGUE, today),
    )


def group_entry(group: Group, today: date) -> Data:
    """A heading with its examples."""
    return {"title": _(group.title), "examples": [example_entry(each, today) for each in shown(group, today)]}


def example_entry(example: Shown, today: date) -> Data:
    """Words, what they are read as, the next dates, and what is still to be asked."""
    dates = list(dict.fromkeys(day_near(each.date, today) for each in example.preview.dates))[:DATES_SHOWN]
    return {
        "words": example.words,
        "anchor": _("最初の日：%(day)s") % {"day": day_and_year(example.anchor)} if example.anchor else "",
        "meaning": meaning_of(example),
        "dates": _("次は %(days)s") % {"days": _("、").join(dates)} if dates else "",
        "questions": [_(text) for text in example.preview.reading.questions],
    }


def meaning_of(example: Shown) -> str:
    """The words as they were understood, in the language of the page."""
    timetable = example.preview.reading.timetable
    if timetable is not None and LANGUAGE.get() == "en":
        return wording_en(timetable)
    return example.preview.wording or ""


def day_near(value: date, today: date) -> str:
    """A day, with its year where that is another."""
    return day(value) if value.year == today.year else day_and_year(value)
