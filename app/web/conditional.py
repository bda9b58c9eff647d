"""Answers that are made once for everybody: kept by the version of what they show, 304 for who has them already.

`cached` is for GET handlers of public pages, feeds and API lists. What it answers is the same for every visitor.
"""

from collections.abc import Awaitable, Callable, Collection, Hashable
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from typing import Any

from litestar import Request, Response
from litestar.response import Template
from msgspec import Struct

from app.storage import versions
from app.storage.versions import Kind
from app.web.csrf import SHOWN_KEY
from app.web.house import House, house_of
from app.web.i18n import LANGUAGE
from app.web.kept import Answer, etag_of
from app.web.ready import HOLDING_KEY, Holding, public_for
from app.web.templates import rendered

# The framework adds the charset.
HTML = "text/html"
ALL_KINDS: tuple[Kind, ...] = ("programme", "availability")
NO_STORE = {"Cache-Control": "no-store"}
SECONDS = 60


class Rendered(Struct, frozen=True):
    """Bytes that are not a page: a feed, a list, a picture."""

    body: bytes
    media_type: str


Render = Callable[[], Awaitable[Template | Rendered]]


async def cached(
    request: Request[Any, Any, Any],
    render: Render,
    *,
    kinds: tuple[Kind, ...] = ALL_KINDS,
    query: Collection[str] | None = None,
    since: datetime | None = None,
    seconds: int = SECONDS,
    headers: dict[str, str] | None = None,
) -> Response[bytes]:
    """The answer `render` makes, from memory while nothing of `kinds` changed since and the local day is the same.

    `query`: the parameters that matter, so that others neither change nor fill anything; None: all of them.
    `since`: the moment the content is made for (see Moment), where it changes by the clock alone: a session ends.
    `seconds`: how long others may keep it unasked. Errors of `render` pass through, and nothing is kept.
    """
    house = house_of(request)
    found = await versions.recent()
    # With the instant beside the number: after a restore the same number may stand for another state.
    version = tuple(found.get(kind) for kind in kinds)
    changed = [found[kind].changed_at for kind in kinds if kind in found]
    changed_at = max([house.midnight(), *changed, *([since] if since else [])])
    key = (request.url.path, parameters(request, query), LANGUAGE.get())
    answer = await answer_for(request, render, house, key, (house.today(), since, version))
    request.scope["state"][HOLDING_KEY] = Holding(key, answer, kinds, since is not None, seconds)
    own = {
        "ETag": answer.etag,
        "Last-Modified": http_date(changed_at),
        "Cache-Control": public_for(house, seconds),
    }
    return Response(answer.body, media_type=answer.media_type, headers={**own, **(headers or {})})


async def answer_for(
    request: Request[Any, Any, Any],
    render: Render,
    house: House,
    key: Hashable,
    version: tuple[object, ...],
) -> Answer:
    """The kept answer, or a new one."""
    if answer := house.kept.find(key, version):
        return answer
    body, media_type = await body_of(request, await render())
    answer = Answer(body, media_type, etag_of(body), version)
    house.kept.keep(key, answer)
    return answer


async def body_of(request: Request[Any, Any, Any], made: Template | Rendered) -> tuple[bytes, str]:
    """The bytes of an answer and their media type. Raises RuntimeError if it holds a form: that is one visitor's own."""
    if isinstance(made, Rendered):
        return made.body, made.media_type
    body = rendered(request, str(made.template_name), made.context)
    if request.scope["state"].get(SHOWN_KEY):
        raise RuntimeError(f"{made.template_name} shows a form: it cannot be kept")
    return body, HTML


def parameters(request: Request[Any, Any, Any], query: Collection[str] | None) -> tuple[tuple[str, str], ...]:
    """The parameters that matter, in one order; the language is a key of its own."""
    found = request.query_params.multi_items()
    return tuple(
        sorted((key, value) for key, value in found if key != "lang" and (query is None or key in query))
    )


def http_date(value: datetime) -> str:
    """Sun, 15 Nov 2026 03:00:00 GMT."""
    return format_datetime(value.astimezone(UTC), usegmt=True)


def is_unchanged(etag: str, modified: str, if_none_match: str | None, if_modified_since: str | None) -> bool:
    """Whether the one who asks has these bytes already. If-None-Match goes before If-Modified-Since."""
    if if_none_match is not None:
        tags = [tag.strip().removeprefix("W/") for tag in if_none_match.split(",")]
        return bool(etag) and ("*" in tags or etag.removeprefix("W/") in tags)
    if not (modified and if_modified_since):
        return False
    try:
        return parsedate_to_datetime(modified) <= parsedate_to_datetime(if_modified_since)
    except (ValueError, TypeError):
        return False
