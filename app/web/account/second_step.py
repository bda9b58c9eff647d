"""確認コード, switched on and off by its owner; and ten spare codes, shown once."""

from datetime import datetime
from typing import Any

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency
from litestar.response import Redirect, Template
from msgspec import Struct

from app.actions.own_account import begin_second_step, end_second_step, renew_spares
from app.domain.errors import DomainError, Refused, Unknown, Unusable
from app.domain.second_step import is_salt, key_address, key_of
from app.domain.staff import Staff
from app.storage.second_step import new_salt, salt_of, spares_left
from app.web.account.account import ACCOUNT, own_page, own_token
from app.web.forms import NOTHING_TYPED, Typed, filled
from app.web.guards import requires
from app.web.house import house_of
from app.web.i18n import link
from app.web.limits import guesses_at
from app.web.qr import qr

AnyRequest = Request[Any, Any, Any]


class BeginForm(Struct, frozen=True):
    salt: str
    code: str
    password: str


class PasswordForm(Struct, frozen=True):
    password: str


class SecondStepController(Controller):
    path = f"{ACCOUNT}/second-step"
    guards = [requires()]  # noqa: RUF012 -- as Litestar reads it

    @get()
    async def show(self, request: AnyRequest, staff: NamedDependency[Staff]) -> Template:
        return await step_page(request, staff)

    @post(status_code=303)
    async def act(
        self,
        request: AnyRequest,
        staff: NamedDependency[Staff],
        typed: NamedDependency[Typed],
        now: NamedDependency[datetime],
    ) -> Response[Any]:
        await house_of(request).limits.slow_down(request, guesses_at(staff.mail))
        try:
            return await acted(request, staff, typed, now)
        except (Unusable, Refused) as refusal:
            return await step_page(request, staff, typed, refusal)


async def acted(request: AnyRequest, staff: Staff, typed: Typed, now: datetime) -> Response[Any]:
    """Switch on or off, or write new spare codes. Raises Unusable, Refused, Unknown for no such act."""
    act, secret = typed.get("act"), house_of(request).settings.secret
    if act == "begin":
        form = filled(typed, BeginForm)
        codes = await begin_second_step(
            staff.id, form.salt, form.code, form.password, here=own_token(request), now=now, secret=secret
        )
        return own_page("spares", staff, codes=codes)
    if act == "spares":
        codes = await renew_spares(staff.id, filled(typed, PasswordForm).password, secret)
        return own_page("spares", staff, codes=codes)
    if act == "end":
        await end_second_step(staff.id, filled(typed, PasswordForm).password)
        return Redirect(link(f"{ACCOUNT}?said=off"), status_code=303)
    raise Unknown


async def step_page(
    request: AnyRequest,
    staff: Staff,
    typed: Typed = NOTHING_TYPED,
    refusal: DomainError | None = None,
) -> Template:
    """What is on, or the key to begin with: a fresh one each time, until a code has shown that the telephone knows it."""
    if await salt_of(staff.id) is not None:
        left = await spares_left(staff.id)
        return own_page("second_step_on", staff, refusal=refusal, left=left, act=typed.get("act") or "")
    typed_salt = typed.get("salt", "")
    salt = typed_salt if is_salt(typed_salt) else new_salt()
    key = key_of(house_of(request).settings.secret, staff.id, salt)
    return own_page(
        "second_step",
        staff,
        refusal=refusal,
        salt=salt,
        key=" ".join(key[start : start + 4] for start in range(0, len(key), 4)),
        qr=qr(key_address(key, staff.mail)),
    )
