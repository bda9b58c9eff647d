"""What stands beside the page of a month, by its ending: each made of the one value that the month is."""

from collections.abc import Awaitable, Callable
from typing import Any

from litestar import Request, Response

from app.domain.errors import Unknown
from app.publishing.month_page import MonthPage
from app.publishing.texts import read_purpose, text_of
from app.web.conditional import Rendered, cached
from app.web.house import house_of
from app.web.public.flyers import PAPER_QUERY, flyer_file, poster_file
from app.web.public.published import published_month

AnyRequest = Request[Any, Any, Any]
Make = Callable[[AnyRequest, MonthPage], Awaitable[Rendered]]
# The framework adds the charset.
PLAIN = "text/plain"
QUERY = ("for", "limit", "months")


async def text_file(request: AnyRequest, page: MonthPage) -> Rendered:
    """The month as plain text, for the purpose that was asked for."""
    asked = request.query_params
    return Rendered(text_of(page, read_purpose(asked.get("for"), asked.get("limit"))).encode(), PLAIN)


FILES: dict[str, tuple[Make, tuple[str, ...]]] = {
    ".pdf": (flyer_file, PAPER_QUERY),
    ".png": (poster_file, PAPER_QUERY),
    ".txt": (text_file, QUERY),
}
"""Ending to what makes the file and the parameters that matter to it."""


def split(name: str) -> tuple[str, str]:
    """2026-11 and .txt of 2026-11.txt; no ending where there is none."""
    month, dot, ending = name.partition(".")
    return month, f"{dot}{ending}"


async def month_file(request: AnyRequest, slug: str, month: str, ending: str) -> Response[bytes]:
    """A file of a month, the same for everybody. Raises Unknown for another ending, or a month without an edition."""
    if ending not in FILES:
        raise Unknown
    make, query = FILES[ending]

    async def render() -> Rendered:
        house = house_of(request)
        return await make(
            request, await published_month(slug, month, house, request.query_params.get("months"))
        )

    return await cached(request, render, kinds=("programme",), query=query)
