"""One's own account: another password, other browsers signed out, the way to the second step."""

from datetime import datetime
from typing import Any

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromQuery
from litestar.response import Redirect, Template
from msgspec import Struct

from app.actions.own_account import change_password, end_other_sign_ins
from app.domain.errors import DomainError, Unknown, Unusable
from app.domain.staff import Staff
from app.storage.second_step import salt_of
from app.storage.staff import sign_ins_of
from app.web.cookies import sent_cookie
from app.web.errors import messages_of, status_of
from app.web.facilitator.page import staff_links
from app.web.forms import Typed, filled
from app.web.guards import requires
from app.web.house import house_of
from app.web.i18n import gettext as _
from app.web.i18n import link
from app.web.limits import guesses_at

AnyRequest = Request[Any, Any, Any]
ACCOUNT = "/staff/account"


class PasswordForm(Struct, frozen=True):
    old: str
    password: str


class AccountController(Controller):
    path = ACCOUNT
    guards = [requires()]  # noqa: RUF012 -- as Litestar reads it

    @get()
    async def show(
        self,
        staff: NamedDependency[Staff],
        now: NamedDependency[datetime],
        said: FromQuery[str] = "",
    ) -> Template:
        return await account_page(staff, now, said=said_words(said))

    @post(status_code=303)
    async def act(
        self,
        request: AnyRequest,
        staff: NamedDependency[Staff],
        typed: NamedDependency[Typed],
        now: NamedDependency[datetime],
    ) -> Response[Any]:
        try:
            said = await acted(request, staff, typed)
        except Unusable as refusal:
            return await account_page(staff, now, refusal=refusal)
        return Redirect(link(f"{ACCOUNT}?said={said}"), status_code=303)


async def acted(request: AnyRequest, staff: Staff, typed: Typed) -> str:
    """Do what was tapped; what to say of it. Raises Unusable, Unknown for no such act."""
    if typed.get("act") == "others":
        await end_other_sign_ins(staff.id, here=own_token(request))
        return "others"
    if typed.get("act") != "password":
        raise Unknown
    form = filled(typed, PasswordForm)
    await house_of(request).limits.slow_down(request, guesses_at(staff.mail))
    await change_password(staff.id, form.old, form.password, here=own_token(request))
    return "password"


def own_token(request: AnyRequest) -> str:
    """The secret of the sign-in of this browser."""
    return sent_cookie(request, "staff")


def said_words(said: str) -> str:
    """What was just done."""
    return {
        "password": _("新しいパスワードになりました。ほかの端末のログインは終わりました。"),
        "others": _("ほかの端末のログインは、すべて終わりました。"),
        "off": _("確認コードを使わないようにしました。"),
    }.get(said, "")


async def account_page(
    staff: Staff, now: datetime, *, said: str = "", refusal: DomainError | None = None
) -> Template:
    """The account as it stands."""
    return own_page(
        "account",
        staff,
        refusal=refusal,
        others=await sign_ins_of(staff.id, now) - 1,
        second_step=await salt_of(staff.id) is not None,
        said=said,
    )


def own_page(template: str, staff: Staff, *, refusal: DomainError | None = None, **context: Any) -> Template:
    """A page about one's own account."""
    errors = messages_of(refusal)
    known = {
        "staff_links": staff_links(staff),
        "staff_here": ACCOUNT,
        "problem": errors.pop("", ""),
        "errors": errors,
        "here": ACCOUNT,
    }
    return Template(
        f"staff/account/{template}.html",
        context={**known, **context},
        status_code=status_of(refusal) if refusal else 200,
    )
