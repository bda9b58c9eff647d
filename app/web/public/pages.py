"""What every public page shares: its own address in the other language, how it is kept, and where a list goes on."""

from collections.abc import Awaitable, Callable, Collection, Mapping
from datetime import date
from typing import Any
from urllib.parse import quote, urlencode

from litestar import Request, Response
from litestar.response import Template

from app.domain.errors import Unknown, Unusable
from app.domain.month import add_months, month_of, read_month
from app.web.conditional import cached
from app.web.i18n import LANGUAGE, in_language, link
from app.web.moment import Moment, moment_of
from app.web.views import Data
from app.web.wording import month as month_name

MONTHS_BACK = 24
MONTHS_AHEAD = 15


def address(*parts: str, **query: str | None) -> str:
    """A path of ours, every part quoted, with the parameters that are set."""
    path = "/" + "/".join(quote(part, safe="") for part in parts)
    asked = {name: value for name, value in query.items() if value}
    return f"{path}?{urlencode(asked)}" if asked else path


def page(template: str, own: str, **context: Any) -> Template:
    """A page whose own address is `own`: the link to the other language leads there, however it was asked for.

    So that a former slug answers the same bytes, and no stray parameter gets into what is kept for everybody.
    """
    other = in_language(own, "ja" if LANGUAGE.get() == "en" else "en")
    return Template(f"public/{template}.html", context={**context, "own": own, "other_language": other})


def month_at(text: str) -> date:
    """The month of a path. Raises Unknown."""
    try:
        return read_month(text)
    except Unusable as fault:
        raise Unknown from fault


def asked_month(text: str | None, today: date) -> date:
    """The month of a parameter, this month without one. Raises Unknown for what is no month, or too far away."""
    if not text:
        return month_of(today)
    month = month_at(text)
    if not add_months(month_of(today), -MONTHS_BACK) <= month <= add_months(month_of(today), MONTHS_AHEAD):
        raise Unknown
    return month


def month_link(month: date, today: date, href: str) -> Data | None:
    """A link to another month; None beyond what is kept and planned."""
    try:
        asked_month(f"{month:%Y-%m}", today)
    except Unknown:
        return None
    return {"href": link(href), "label": short_month(month, today)}


def short_month(month: date, today: date) -> str:
    """12月, with the year where it is another one."""
    if month.year != today.year or LANGUAGE.get() == "en":
        return month_name(month)
    return f"{month.month}月"


async def kept_for_all(
    request: Request[Any, Any, Any],
    render: Callable[[Moment], Awaitable[Template]],
    query: Collection[str] = (),
) -> Response[bytes]:
    """The page that `render` makes for this moment, the same for every visitor."""
    at = moment_of(request)

    async def made() -> Template:
        return await render(at)

    return await cached(request, made, query=query, since=at.now)


def first_of(query: Mapping[str, str], name: str, known: tuple[str, ...]) -> str | None:
    """A parameter if it is one of the known words."""
    value = query.get(name)
    return value if value in known else None
