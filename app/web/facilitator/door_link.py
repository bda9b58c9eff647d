"""The link of one session, for a helper without an account: the attendance page, and a way to leave a borrowed phone."""

from typing import Any

from litestar import Controller, Request, Response, get, post
from litestar.params import FromPath
from litestar.response import Template

from app.actions.door_link import opened_door
from app.domain.door import NotYetOpen
from app.domain.errors import Ended
from app.web.cookies import left
from app.web.errors import status_of
from app.web.facilitator.attendance import attendance_page
from app.web.facilitator.keeper import Keeper, door_cookie, seconds_left
from app.web.house import house_of
from app.web.wording import day

AnyRequest = Request[Any, Any, Any]


class DoorLinkController(Controller):
    path = "/staff/door"

    @get("/{token:str}")
    async def show(self, request: AnyRequest, token: FromPath[str]) -> Template:
        house = house_of(request)
        now, zone = house.clock(), house.settings.timezone
        try:
            found, session = await opened_door(token, now, zone)
        except Ended as refusal:
            return Template("staff/facilitator/link_ended.html", status_code=status_of(refusal))
        except NotYetOpen as refusal:
            opens = day(refusal.opens_at.astimezone(zone).date())
            return Template("staff/facilitator/link_not_yet.html", context={"opens": opens}, status_code=409)
        page = await attendance_page(request, session, Keeper(link=found))
        page.cookies.append(door_cookie(request, token, seconds_left(session, now, request)))
        return page

    @post("/leave", status_code=303)
    async def leave(self, request: AnyRequest) -> Response[Any]:
        return left(request, "door")
