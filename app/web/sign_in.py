"""Signing in and out of the staff pages."""

from datetime import datetime
from typing import Annotated, Any

from litestar import Controller, Request, Response, get, post
from litestar.datastructures import Cookie
from litestar.di import NamedDependency
from litestar.params import FromQuery, QueryParameter
from litestar.response import Redirect, Template
from msgspec import Struct

from app.actions.sign_in import (
    CodeWanted,
    TicketEnded,
    WrongCode,
    WrongPassword,
    normal_mail,
    sign_in,
    sign_in_with_code,
    sign_out,
)
from app.domain.errors import Misfilled
from app.settings import Settings
from app.web.cookies import left, own_cookie, sent_cookie
from app.web.forms import Typed, read_form
from app.web.house import house_of
from app.web.i18n import gettext, link
from app.web.limits import SIGNING_IN, codes_of, guesses_at

AnyRequest = Request[Any, Any, Any]
START = "/staff"
SAID = {
    "password": "新しいパスワードになりました。ログインしてください。",
    "ended": "担当を終えました。おつかれさまでした。",
}


class SignInForm(Struct, frozen=True):
    mail: str
    password: str
    next: str = START


class CodeForm(Struct, frozen=True):
    ticket: str
    code: str
    next: str = START


class SignInController(Controller):
    path = "/staff"

    @get("/sign-in")
    async def show(
        self,
        next_page: Annotated[str, QueryParameter(name="next")] = START,
        said: FromQuery[str] = "",
    ) -> Template:
        return sign_in_page({"next": own_page(next_page)}, {}, said=SAID.get(said, ""))

    @post("/sign-in", status_code=303)
    async def submit(
        self,
        request: AnyRequest,
        typed: NamedDependency[Typed],
        now: NamedDependency[datetime],
        settings: NamedDependency[Settings],
    ) -> Response[Any]:
        form = read_form(typed, SignInForm)
        if isinstance(form, Misfilled):
            return sign_in_page(typed, form.messages)
        limits, guesses = house_of(request).limits, guesses_at(normal_mail(form.mail))
        # Before the password is looked at: a thousand guesses sent at once are a thousand tries.
        limits.spend(request, SIGNING_IN)
        await limits.slow_down(request, guesses)
        try:
            token = await sign_in(form.mail, form.password, now)
        except WrongPassword as refusal:
            return sign_in_page(typed, {refusal.field: str(refusal)})
        except CodeWanted as wanted:
            return code_page({"ticket": wanted.ticket(settings.secret, now), "next": form.next})
        limits.give_back(request, SIGNING_IN)
        limits.give_back(request, guesses)
        return welcome(token, form.next, https=settings.https)

    @post("/sign-in/code", status_code=303)
    async def second_step(
        self,
        request: AnyRequest,
        typed: NamedDependency[Typed],
        now: NamedDependency[datetime],
        settings: NamedDependency[Settings],
    ) -> Response[Any]:
        form = read_form(typed, CodeForm)
        if isinstance(form, Misfilled):
            return code_page(typed, form.messages)
        limits, codes = house_of(request).limits, codes_of(form.ticket)
        limits.spend(request, SIGNING_IN)
        limits.spend(request, codes)
        try:
            token = await sign_in_with_code(form.ticket, form.code, now, settings.secret)
        except WrongCode as refusal:
            return code_page(typed, {refusal.field: str(refusal)})
        except TicketEnded as refusal:
            return sign_in_page({"next": own_page(form.next)}, {refusal.field: str(refusal)})
        limits.give_back(request, SIGNING_IN)
        limits.give_back(request, codes)
        return welcome(token, form.next, https=settings.https)

    @post("/sign-out", status_code=303)
    async def leave(self, request: AnyRequest) -> Response[Any]:
        await sign_out(sent_cookie(request, "staff"))
        return left(request, "staff")


def welcome(token: str, next_page: str, *, https: bool) -> Redirect:
    """On to where somebody wanted to go, signed in."""
    cookie = sign_in_cookie(token, https=https)
    return Redirect(link(own_page(next_page)), status_code=303, cookies=[cookie])


def code_page(typed: Any, messages: dict[str, str] | None = None) -> Template:
    """Asks for the second step; what was typed is not shown again, as no code is good for long."""
    return Template(
        "staff/account/code.html",
        context={
            "typed": typed,
            "errors": {field: gettext(text) for field, text in (messages or {}).items()},
        },
        status_code=422 if messages else 200,
    )


def sign_in_page(typed: Any, messages: dict[str, str], *, said: str = "") -> Template:
    """The form, with what was typed except the password."""
    return Template(
        "staff/sign_in.html",
        context={
            "typed": typed,
            "errors": {field: gettext(text) for field, text in messages.items()},
            "said": gettext(said) if said else "",
        },
        status_code=422 if messages else 200,
    )


def sign_in_cookie(token: str, *, https: bool) -> Cookie:
    """The cookie of a sign-in; gone with the browser, and after 12 idle hours anyway."""
    return own_cookie("staff", token, https=https)


def own_page(address: str) -> str:
    """The address if it is one of our staff pages, else the first of them: nobody is sent elsewhere."""
    safe = address == START or address.startswith((f"{START}/", f"{START}?"))
    return address if safe and "\\" not in address and "//" not in address else START
