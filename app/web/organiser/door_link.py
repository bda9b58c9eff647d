"""受付のリンク at the desk: made for a helper, shown once, renewed and ended."""

from typing import Any
from uuid import UUID

from litestar import Controller, Request, Response, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Template
from msgspec import Struct

from app.actions.door_link import end_door_link, make_door_link
from app.domain.door import link_ends_at, link_opens_at
from app.domain.errors import Misfilled, Refused
from app.domain.programme import Organisation, Session
from app.domain.staff import Staff
from app.storage.door_links import link_of_session
from app.web.forms import Typed, read_form
from app.web.house import house_of
from app.web.i18n import link
from app.web.organiser.access import GUARDS, session_of
from app.web.organiser.page import base_of, crumbs_of, organiser_page
from app.web.qr import qr
from app.web.wording import moment

AnyRequest = Request[Any, Any, Any]


class LinkForm(Struct, frozen=True):
    seen: int


class DeskLinkController(Controller):
    path = "/staff/organisations/{slug:str}/sessions/{session_id:uuid}/door"
    guards = GUARDS

    @post(status_code=200)
    async def act(
        self,
        request: AnyRequest,
        organisation: NamedDependency[Organisation],
        session_id: FromPath[UUID],
        staff: NamedDependency[Staff],
        typed: NamedDependency[Typed],
    ) -> Response[Any]:
        session = await session_of(organisation, session_id)
        now = house_of(request).clock()
        if typed.get("act") == "end":
            await end_door_link(session.id, now)
            return back_to(organisation, session, "link_ended")
        try:
            token = await make_door_link(session.id, seen(typed), now, house_of(request).settings.secret)
        except Refused:
            return back_to(organisation, session, "link_changed")
        return await link_page(request, organisation, staff, session, token)


def seen(typed: Typed) -> int:
    """The version of the link that the form was shown with; one that never is where it says none."""
    form = read_form(typed, LinkForm)
    return -1 if isinstance(form, Misfilled) else form.seen


def back_to(organisation: Organisation, session: Session, said: str) -> Redirect:
    """The session's page, with what to say."""
    page = link(f"{base_of(organisation)}/sessions/{session.id}?said={said}")
    return Redirect(f"{page}#said", status_code=303)


async def link_page(
    request: AnyRequest, organisation: Organisation, staff: Staff, session: Session, token: str
) -> Template:
    """The link, on this page alone."""
    url = f"{house_of(request).settings.base_url}/staff/door/{token}"
    return organiser_page(
        "door_link",
        organisation,
        staff,
        crumbs=crumbs_of(organisation, session.series),
        session=session,
        url=url,
        qr=qr(url),
        **await link_words(request, session),
    )


async def link_words(request: AnyRequest, session: Session) -> dict[str, Any]:
    """From when to when a link opens the door, and whether there is one now."""
    house = house_of(request)
    zone = house.settings.timezone
    found = await link_of_session(session.id)
    opens, ends = link_opens_at(session, zone), link_ends_at(session, zone)
    return {
        "link_version": found.version if found else 0,
        "has_link": bool(found and found.ended_at is None),
        "link_over": house.clock() >= ends,
        "link_opens": moment(opens, zone),
        "link_ends": moment(ends, zone),
    }
