"""A press made ready: whoever asks for the first flyer of a process would wait for fonts and forms to be read."""

from datetime import date, time
from uuid import UUID

from app.publishing.flyer import flyer
from app.publishing.month_page import MonthPage, PageSession
from app.publishing.press import Press

DAY = date(2026, 11, 20)
EXAMPLE = MonthPage(
    organisation="ひだまり",
    slug="hidamari",
    months=(DAY.replace(day=1),),
    sessions=(
        PageSession(
            id=UUID(int=0),
            date=DAY,
            starts=time(13, 30),
            ends=time(15, 30),
            title="サロン",
            discreet_title="予定",
            venue="集会室",
        ),
    ),
    number=1,
    paper=1,
    published_on=DAY,
    phone="03-0000-0000",
    short_address="https://hidamari.example/p/1",
)


def warm(press: Press) -> None:
    """Print an example that nobody gets. Raises typst.TypstError where this press cannot print at all."""
    press.compiled(flyer(EXAMPLE))
