"""Signing in and out of the staff pages."""

from datetime import datetime
from typing import Annotated, Any

from litestar import Controller, Request, Response, get, post
from litestar.datastructures import Cookie
from litestar.di import NamedDependency
from litestar.params import QueryParameter
from litestar.response import Redirect, Template
from msgspec import Struct

from app.actions.sign_in import WrongPassword, sign_in, sign_out
from app.domain.errors import Misfilled
from app.settings import Settings
from app.web.forms import Typed, read_form
from app.web.guards import cookie_name
from app.web.house import house_of
from app.web.i18n import gettext, link
from app.web.limits import SIGNING_IN

AnyRequest = Request[Any, Any, Any]
START = "/staff"


class SignInForm(Struct, frozen=True):
    mail: str
    password: str
    next: str = START


class SignInController(Controller):
    path = "/staff"

    @get("/sign-in")
    async def show(self, next_page: Annotated[str, QueryParameter(name="next")] = START) -> Template:
        return sign_in_page({"next": own_page(next_page)}, {})

    @post("/sign-in", status_code=303)
    async def submit(
        self,
        request: AnyRequest,
        typed: NamedDependency[Typed],
        now: NamedDependency[datetime],
        settings: NamedDependency[Settings],
    ) -> Response[Any]:
        limits = house_of(request).limits
        limits.check(request, SIGNING_IN)
        form = read_form(typed, SignInForm)
        if isinstance(form, Misfilled):
            return sign_in_page(typed, form.messages)
        try:
            token = await sign_in(form.mail, form.password, now)
        except WrongPassword as refusal:
            limits.spend(request, SIGNING_IN)
            return sign_in_page(typed, {refusal.field: str(refusal)})
        cookie = sign_in_cookie(token, https=settings.https)
        return Redirect(link(own_page(form.next)), status_code=303, cookies=[cookie])

    @post("/sign-out", status_code=303)
    async def leave(self, request: AnyRequest, settings: NamedDependency[Settings]) -> Response[Any]:
        token = request.cookies.get(cookie_name(settings.https), "")
        await sign_out(token)
        gone = sign_in_cookie("", https=settings.https, seconds=0)
        # Back must show nothing on a shared computer.
        headers = {"Clear-Site-Data": '"cache", "storage"'}
        return Redirect(link("/"), status_code=303, cookies=[gone], headers=headers)


def sign_in_page(typed: Any, messages: dict[str, str]) -> Template:
    """The form, with what was typed except the password."""
    return Template(
        "staff/sign_in.html",
        context={"typed": typed, "errors": {field: gettext(text) for field, text in messages.items()}},
        status_code=422 if messages else 200,
    )


def sign_in_cookie(token: str, *, https: bool, seconds: int | None = None) -> Cookie:
    """The cookie of a sign-in; gone with the browser, and after 12 idle hours anyway."""
    return Cookie(
        key=cookie_name(https),
        value=token,
        path="/",
        secure=https,
        httponly=True,
        samesite="lax",
        max_age=seconds,
    )


def own_page(address: str) -> str:
    """The address if it is one of our staff pages, else the first of them: nobody is sent elsewhere."""
    safe = address == START or address.startswith((f"{START}/", f"{START}?"))
    return address if safe and "\\" not in address and "//" not in address else START
