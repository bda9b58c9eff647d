"""お招きのリンク: somebody takes a role, with a new account or with the one they are signed in with."""

from datetime import datetime
from typing import Any

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Template
from msgspec import Struct

from app.actions.let_in import join_anew, join_as, opened_link
from app.domain.errors import Ended, Unusable
from app.domain.staff_links import StaffLink
from app.settings import Settings
from app.storage.organisations import organisations_by_id
from app.storage.staff_links import titles_of
from app.storage.venues import venues_by_id
from app.web.account.handed import handed_cookie, handed_token, link_ended, taken_in
from app.web.account.roles import role_name, role_note
from app.web.errors import messages_of
from app.web.forms import NOTHING_TYPED, Typed, filled
from app.web.guards import staff_of
from app.web.i18n import link
from app.web.sign_in import START, sign_in_cookie

AnyRequest = Request[Any, Any, Any]
Data = dict[str, Any]


class JoinForm(Struct, frozen=True):
    mail: str
    password: str


class JoinController(Controller):
    path = "/staff/join"

    @get("/{token:str}")
    async def open(
        self, request: AnyRequest, token: FromPath[str], now: NamedDependency[datetime]
    ) -> Response[Any]:
        return await taken_in(request, "join", token, now)

    @get()
    async def show(self, request: AnyRequest, now: NamedDependency[datetime]) -> Template:
        try:
            found = await opened_link("join", handed_token(request, "join"), now)
        except Ended:
            return link_ended()
        return await join_page(request, found)

    @post(status_code=303)
    async def join(
        self,
        request: AnyRequest,
        typed: NamedDependency[Typed],
        now: NamedDependency[datetime],
        settings: NamedDependency[Settings],
    ) -> Response[Any]:
        token = handed_token(request, "join")
        try:
            found = await opened_link("join", token, now)
            cookies = await joined(request, found, token, typed, now, https=settings.https)
        except Ended:
            return link_ended()
        except Unusable as refusal:
            return await join_page(request, found, typed, refusal)
        gone = handed_cookie(request, "join", "", 0)
        return Redirect(link(f"{START}?said=joined"), status_code=303, cookies=[*cookies, gone])


async def joined(
    request: AnyRequest, found: StaffLink, token: str, typed: Typed, now: datetime, *, https: bool
) -> list[Any]:
    """Take the role, with the account that is signed in or with a new one; the cookie of a new sign-in.

    Raises Ended, Unusable.
    """
    staff = await staff_of(request)
    if staff is not None and typed.get("act") == "take":
        await join_as(token, staff.id, now)
        return []
    form = filled(typed, JoinForm)
    place = (await place_of(found))["place"]
    signed_in = await join_anew(token, form.mail, form.password, now, own_words=[place])
    return [sign_in_cookie(signed_in, https=https)]


async def join_page(
    request: AnyRequest, found: StaffLink, typed: Typed = NOTHING_TYPED, refusal: Unusable | None = None
) -> Template:
    """What one is invited to, and the two ways to take it."""
    await staff_of(request)
    context = {"typed": typed, "errors": messages_of(refusal), **await place_of(found)}
    return Template("staff/account/join.html", context=context, status_code=422 if refusal else 200)


async def place_of(found: StaffLink) -> Data:
    """The role of a link in words: what it is called, where, what may be done, and with which series."""
    organisations = await organisations_by_id({found.organisation_id} if found.organisation_id else set())
    venues = await venues_by_id({found.venue_id} if found.venue_id else set())
    names = [each.name for each in organisations.values()] + [each.name for each in venues.values()]
    titles = (await titles_of([found.id])).get(found.id, {})
    return {
        "place": names[0] if names else "",
        "role": role_name(found.role),
        "note": role_note(found.role) if found.role else "",
        "series": list(titles.values()),
    }
