"""定員を変える, on the spot: for organisers alone."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Template
from msgspec import Struct

from app.actions.change_capacity import change_capacity
from app.actions.occasion import Occasion
from app.domain.errors import Misfilled, Unusable
from app.domain.programme import Session
from app.domain.seats import LIMIT_WORDS, Pool
from app.settings import Settings
from app.web.facilitator.access import organised_session
from app.web.facilitator.board import counts_of
from app.web.facilitator.keeper import KEEPER, Keeper, at_a_door
from app.web.facilitator.names import pool_words
from app.web.facilitator.page import door_page
from app.web.forms import NOTHING_TYPED, Typed, read_form
from app.web.i18n import gettext as _
from app.web.i18n import link


class CapacityForm(Struct, frozen=True):
    pool: UUID
    limit_kind: Literal["number", "none", "unstated"]
    capacity: int | None = None


class CapacityController(Controller):
    path = "/staff/sessions/{session_id:uuid}/capacity"
    guards = [at_a_door]  # noqa: RUF012 -- as Litestar reads it
    dependencies = KEEPER

    @get()
    async def show(self, session_id: FromPath[UUID], keeper: NamedDependency[Keeper]) -> Template:
        return capacity_page(await organised_session(session_id, keeper), keeper)

    @post(status_code=303)
    async def submit(
        self,
        session_id: FromPath[UUID],
        keeper: NamedDependency[Keeper],
        typed: NamedDependency[Typed],
        now: NamedDependency[datetime],
        settings: NamedDependency[Settings],
    ) -> Response[Any]:
        session = await organised_session(session_id, keeper)
        form = read_form(typed, CapacityForm)
        if isinstance(form, Misfilled):
            return capacity_page(session, keeper, typed, form.messages)
        capacity = form.capacity if form.limit_kind == "number" else None
        at = Occasion(session_id=session.id, now=now, zone=settings.timezone)
        try:
            await change_capacity(at, form.pool, form.limit_kind, capacity)
        except Unusable as refusal:
            return capacity_page(session, keeper, typed, {refusal.field: _(str(refusal))})
        return Redirect(link(f"/staff/sessions/{session.id}/attendance") + "#door", status_code=303)


def capacity_page(
    session: Session, keeper: Keeper, typed: Typed = NOTHING_TYPED, errors: dict[str, str] | None = None
) -> Template:
    """One form a pool; what was typed stays with the pool it was typed for."""
    return door_page(
        "capacity",
        session,
        keeper,
        status_code=422 if errors else 200,
        pools=[pool_form(pool, typed, errors or {}) for pool in session.pools],
        kinds=[(kind, _(words)) for kind, words in LIMIT_WORDS.items()],
    )


def pool_form(pool: Pool, typed: Typed, errors: dict[str, str]) -> dict[str, Any]:
    """The form of one pool."""
    mine = typed.get("pool") == str(pool.id)
    return {
        "id": pool.id,
        "label": pool_words(pool.mode, pool.seat),
        "counts": "　".join(counts_of(pool)),
        "limit_kind": typed.get("limit_kind") if mine else pool.limit_kind,
        "capacity": typed.get("capacity") if mine else pool.capacity,
        "errors": errors if mine else {},
    }
