"""済んだ: one thing is settled, said where it stands on the desk."""

from datetime import datetime
from uuid import UUID

from litestar import Controller, Response, post
from litestar.di import NamedDependency
from litestar.response import Redirect
from msgspec import Struct

from app.actions.settle_tasks import settle_one
from app.domain.errors import Misfilled
from app.domain.programme import Organisation
from app.web.forms import Typed, read_form
from app.web.i18n import link
from app.web.organiser.access import GUARDS
from app.web.organiser.page import base_of


class TaskForm(Struct, frozen=True):
    task: UUID


class TasksController(Controller):
    path = "/staff/organisations/{slug:str}/tasks"
    guards = GUARDS

    @post(status_code=303)
    async def settle(
        self,
        organisation: NamedDependency[Organisation],
        typed: NamedDependency[Typed],
        now: NamedDependency[datetime],
    ) -> Response[None]:
        form = read_form(typed, TaskForm)
        if not isinstance(form, Misfilled):
            await settle_one(form.task, organisation.id, now=now)
        return Redirect(link(base_of(organisation)), status_code=303)
