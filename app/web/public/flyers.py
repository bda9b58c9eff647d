"""The flyer and the poster of a month: made when somebody first asks, and kept by what stands on them."""

from typing import Any

from litestar import Request

from app.publishing.flyer import Look, flyer, poster
from app.publishing.month_page import MonthPage
from app.web.conditional import Rendered
from app.web.house import house_of

AnyRequest = Request[Any, Any, Any]
PDF = "application/pdf"
PNG = "image/png"
PAPER_QUERY = ("size", "titles", "months")


async def flyer_file(request: AnyRequest, page: MonthPage) -> Rendered:
    """The month on A4, as a PDF."""
    return Rendered(await house_of(request).press.printed(flyer(page, look_of(request))), PDF)


async def poster_file(request: AnyRequest, page: MonthPage) -> Rendered:
    """The month as a picture for a phone."""
    return Rendered(await house_of(request).press.printed(poster(page, look_of(request))), PNG)


def look_of(request: AnyRequest) -> Look:
    """What was asked for: size=large, titles=discreet; any other word is as if nothing was said."""
    asked = request.query_params
    return Look(large=asked.get("size") == "large", discreet=asked.get("titles") == "discreet")
