"""The ward's paper (広報紙): how much it takes, and until when. Each month it closes some months before."""

from datetime import date, timedelta

from msgspec import Struct

from app.domain.errors import Misfilled
from app.domain.month import add_months, last_day, month_of

LARGEST_LIMIT = 9999
MOST_MONTHS = 6
LAST_DAY = 31


class WardPaper(Struct, frozen=True, kw_only=True):
    """limit: characters, 1 to 9,999. The deadline is on `day` (31: the last), `months` (0 to 6) before the month itself."""

    limit: int | None = None
    months: int | None = None
    day: int | None = None


def deadline_of(paper: WardPaper, month: date) -> date | None:
    """The last day on which the ward takes the text of a month; None where nobody has said."""
    if paper.months is None or paper.day is None:
        return None
    closing = add_months(month_of(month), -paper.months)
    return min(closing + timedelta(days=paper.day - 1), last_day(closing))


def checked(paper: WardPaper) -> WardPaper:
    """The same, if all of it can be. Raises Misfilled: beyond the bounds, or half a deadline."""
    messages: dict[str, str] = {}
    if paper.limit is not None and not 1 <= paper.limit <= LARGEST_LIMIT:
        messages["limit"] = "1から9999までの数で書いてください。"
    if paper.months is not None and not 0 <= paper.months <= MOST_MONTHS:
        messages["months"] = "0から6までの数で書いてください。"
    if paper.day is not None and not 1 <= paper.day <= LAST_DAY:
        messages["day"] = "1から31までの数で書いてください。"
    if (paper.months is None) != (paper.day is None):
        messages.setdefault(
            "months" if paper.months is None else "day", "締切は、何か月前と何日の両方を書いてください。"
        )
    if messages:
        raise Misfilled(messages)
    return paper
