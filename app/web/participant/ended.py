"""終わったか、見つかりません: one page for every secret that opens nothing, with the next dates."""

from collections.abc import Awaitable
from datetime import timedelta
from typing import Any

from litestar import Request
from litestar.response import Template

from app.domain.errors import Ended
from app.storage.sessions import sessions_between
from app.web.moment import moment_of
from app.web.views import coming, day_groups

NEXT = 3
# Some of today's may be over.
MOST = 50
DAYS_AHEAD = 60


async def or_ended(request: Request[Any, Any, Any], answer: Awaitable[Template]) -> Template:
    """The answer, or the page of what has ended: the same bytes for every reason."""
    try:
        return await answer
    except Ended:
        return await ended_page(request)


async def ended_page(request: Request[Any, Any, Any]) -> Template:
    """The page, with the next public dates."""
    at = moment_of(request)
    found = await sessions_between(
        at.today, at.today + timedelta(days=DAYS_AHEAD), states=("published",), limit=MOST
    )
    return Template(
        "errors/410.html",
        context={"days": day_groups(coming(found, at)[:NEXT], at)},
        status_code=410,
        headers={"Cache-Control": "no-store", "X-Robots-Tag": "noindex"},
    )
