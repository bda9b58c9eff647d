"""Taps that a phone kept while the line was weak: one at a time, in order, each with a nonce of its own."""

from typing import Any, Literal
from uuid import UUID

from litestar import Controller, MediaType, Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery
from msgspec import Struct

from app.domain.errors import DomainError, Ended, OverCapacity, Refused, Unknown, Unusable
from app.domain.programme import Session
from app.web.facilitator.access import own_session, require_names
from app.web.facilitator.attendance import done, last_tap, pools_asked, problem_words
from app.web.facilitator.keeper import KEEPER, Keeper, at_a_door
from app.web.facilitator.seen import board_bytes
from app.web.facilitator.taps import read_tap
from app.web.forms import Typed
from app.web.i18n import gettext as _

AnyRequest = Request[Any, Any, Any]
Outcome = Literal["done", "ask", "refused"]


class Taken(Struct, frozen=True, kw_only=True):
    """What became of a tap. ask: the phone asks 定員を超えて迎えますか, and sends it again; else it forgets the tap."""

    outcome: Outcome
    message: str
    field: str
    mark: str
    board: str


class QueueController(Controller):
    path = "/staff/sessions/{session_id:uuid}"
    guards = [at_a_door]  # noqa: RUF012 -- as Litestar reads it
    dependencies = KEEPER

    @post("/taps", status_code=200)
    async def take(
        self,
        request: AnyRequest,
        session_id: FromPath[UUID],
        keeper: NamedDependency[Keeper],
        typed: NamedDependency[Typed],
    ) -> Response[Taken]:
        session = await own_session(session_id, keeper)
        require_names(request, session)
        outcome, message, field = await outcome_of(request, session, typed)
        last = last_tap(typed.get("act", "")) if outcome == "done" else None
        found = await board_bytes(request, session, keeper, last)
        taken = Taken(outcome=outcome, message=message, field=field, **found)
        return Response(taken, media_type=MediaType.JSON)

    @get("/board")
    async def board(
        self,
        request: AnyRequest,
        session_id: FromPath[UUID],
        keeper: NamedDependency[Keeper],
        did: FromQuery[str] = "",
    ) -> Response[dict[str, str]]:
        session = await own_session(session_id, keeper)
        require_names(request, session)
        found = await board_bytes(request, session, keeper, last_tap(did))
        return Response(found, media_type=MediaType.JSON)


async def outcome_of(request: AnyRequest, session: Session, typed: Typed) -> tuple[Outcome, str, str]:
    """Do what was tapped: how it went, what to say of it, and next to which field."""
    try:
        await done(request, session, typed)
    except OverCapacity:
        [pool] = pools_asked(session, read_tap(typed["act"])) or [{"label": "", "under": []}]
        return "ask", "　".join([pool["label"], *pool["under"]]).strip(), ""
    except Unusable as refusal:
        return "refused", problem_words(refusal), refusal.field
    except (Ended, Refused, Unknown) as refusal:
        return "refused", refused_words(refusal), ""
    return "done", "", ""


def refused_words(refusal: DomainError) -> str:
    """Why a tap counts no more: the page was older than what happened at another door."""
    if isinstance(refusal, Unknown):
        return _("その間に、ほかの受付で変わりました。新しい様子をご覧ください。")
    return problem_words(refusal)
