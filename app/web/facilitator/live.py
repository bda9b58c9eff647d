"""What another door or a participant changes is told to the open page; a page without a stream may ask."""

from typing import Any
from uuid import UUID

from litestar import Controller, MediaType, Request, Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import ServerSentEvent

from app.storage.doors import marks_of
from app.web.facilitator.access import own_session, require_names
from app.web.facilitator.keeper import KEEPER, Keeper, at_a_door, still_keeps
from app.web.live import live_of

EVENTS = "text/event-stream"


class LiveController(Controller):
    path = "/staff/sessions/{session_id:uuid}/live"
    guards = [at_a_door]  # noqa: RUF012 -- as Litestar reads it
    dependencies = KEEPER

    @get()
    async def show(
        self,
        request: Request[Any, Any, Any],
        session_id: FromPath[UUID],
        keeper: NamedDependency[Keeper],
    ) -> Response[Any]:
        session = await own_session(session_id, keeper)
        require_names(request, session)
        if EVENTS not in request.headers.get("accept", ""):
            found = await marks_of([session.id])
            return Response(found.get(session.id, ""), media_type=MediaType.TEXT)
        told = live_of(request).told(session.id, lambda: still_keeps(request, session.id))
        return ServerSentEvent(told, headers={"Cache-Control": "no-store"})
