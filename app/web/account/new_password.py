"""パスワードのリンク: whoever forgot a password chooses another one."""

from datetime import datetime
from typing import Any

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Template
from msgspec import Struct

from app.actions.let_in import opened_link
from app.actions.reset_password import set_password
from app.domain.errors import Ended, Unusable
from app.domain.staff_links import LinkUsed, StaffLink
from app.storage.staff import known_by_id
from app.web.account.handed import handed_cookie, handed_token, link_ended, taken_in
from app.web.errors import messages_of
from app.web.forms import Typed, filled
from app.web.i18n import link

AnyRequest = Request[Any, Any, Any]


class PasswordForm(Struct, frozen=True):
    password: str


class NewPasswordController(Controller):
    path = "/staff/password"

    @get("/{token:str}")
    async def open(
        self, request: AnyRequest, token: FromPath[str], now: NamedDependency[datetime]
    ) -> Response[Any]:
        return await taken_in(request, "password", token, now)

    @get()
    async def show(self, request: AnyRequest, now: NamedDependency[datetime]) -> Template:
        try:
            return await password_page(await opened_link("password", handed_token(request, "password"), now))
        except Ended:
            return link_ended()

    @post(status_code=303)
    async def change(
        self, request: AnyRequest, typed: NamedDependency[Typed], now: NamedDependency[datetime]
    ) -> Response[Any]:
        token = handed_token(request, "password")
        try:
            found = await opened_link("password", token, now)
            await set_password(token, filled(typed, PasswordForm).password, now)
        except Ended:
            return link_ended()
        except Unusable as refusal:
            return await password_page(found, refusal)
        gone = handed_cookie(request, "password", "", 0)
        return Redirect(link("/staff/sign-in?said=password"), status_code=303, cookies=[gone])


async def password_page(found: StaffLink, refusal: Unusable | None = None) -> Template:
    """The form, with the address it is for. Raises LinkUsed where the account has ended."""
    known = await known_by_id(found.staff_id) if found.staff_id else None
    if known is None:
        raise LinkUsed
    context = {"mail": known.mail, "errors": messages_of(refusal)}
    return Template("staff/account/password.html", context=context, status_code=422 if refusal else 200)
