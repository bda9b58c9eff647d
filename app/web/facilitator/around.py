"""Round the door: no more reservations for this session, a note for the others, a prank taken out."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from app.actions.close_reception import close_reception, open_reception
from app.actions.give_up import give_up
from app.actions.write_note import write_note
from app.domain.errors import Refused, Unusable
from app.web.facilitator.access import occasion, own_session, require_names
from app.web.facilitator.attendance import attendance_page
from app.web.facilitator.keeper import KEEPER, Keeper, at_a_door
from app.web.forms import Typed
from app.web.house import house_of
from app.web.i18n import link

AnyRequest = Request[Any, Any, Any]
ACTS = {"close": close_reception, "open": open_reception}
NO_SUCH_ACT = "もう一度、ボタンを押してください。"


class AroundController(Controller):
    path = "/staff/sessions/{session_id:uuid}"
    guards = [at_a_door]  # noqa: RUF012 -- as Litestar reads it
    dependencies = KEEPER

    @post("/reception", status_code=303)
    async def reception(
        self,
        request: AnyRequest,
        session_id: FromPath[UUID],
        keeper: NamedDependency[Keeper],
        typed: NamedDependency[Typed],
    ) -> Response[Any]:
        session = await own_session(session_id, keeper)
        act = ACTS.get(typed.get("act", ""))
        if act is None:
            return await attendance_page(request, session, keeper, refusal=Unusable(NO_SUCH_ACT))
        await act(session.id, house_of(request).clock())
        return back_to(session.id, "reception")

    @post("/note", status_code=303)
    async def note(
        self,
        request: AnyRequest,
        session_id: FromPath[UUID],
        keeper: NamedDependency[Keeper],
        typed: NamedDependency[Typed],
    ) -> Response[Any]:
        session = await own_session(session_id, keeper)
        require_names(request, session)
        try:
            await write_note(session.id, typed.get("note", ""), seen=typed.get("seen", ""))
        except (Unusable, Refused) as refusal:
            return await attendance_page(request, session, keeper, refusal=refusal, typed=typed)
        return back_to(session.id, "note")

    @post("/people/{reservation_id:uuid}/out", status_code=303)
    async def out(
        self,
        request: AnyRequest,
        session_id: FromPath[UUID],
        reservation_id: FromPath[UUID],
        keeper: NamedDependency[Keeper],
    ) -> Response[Any]:
        """A prank: the place is free for who waits, the name goes at once, words and links open nothing any more."""
        session = await own_session(session_id, keeper)
        require_names(request, session)
        house = house_of(request)
        await give_up(occasion(request, session, house.nonce(), "out"), reservation_id)
        return back_to(session.id, "people")


def back_to(session_id: UUID, part: str) -> Redirect:
    """The attendance page, where the thumb was."""
    return Redirect(link(f"/staff/sessions/{session_id}/attendance") + f"#{part}", status_code=303)
