"""共催・後援など: who else is printed beside the owner of a series."""

from datetime import datetime
from typing import Any
from uuid import UUID

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromQuery
from litestar.response import Redirect, Template
from msgspec import Struct

from app.actions.change_hosts import give_part, take_part
from app.domain.errors import DomainError, Misfilled, Refused, Unusable
from app.domain.hosts import PARTS
from app.domain.programme import Host
from app.storage.hosts import hosts_by_id
from app.storage.organisations import all_organisations
from app.web.forms import NOTHING_TYPED, Typed, filled, read_form
from app.web.i18n import gettext as _
from app.web.i18n import link
from app.web.organiser.access import GUARDS
from app.web.organiser.desk import SeriesDesk

Data = dict[str, Any]


class PartForm(Struct, frozen=True):
    role: str = ""
    name: str = ""


class DropForm(Struct, frozen=True):
    host: UUID


class HostsController(Controller):
    path = "/staff/organisations/{slug:str}/series/{series_id:uuid}/hosts"
    guards = GUARDS

    @get()
    async def show(
        self,
        at: NamedDependency[SeriesDesk],
        said: FromQuery[str] = "",
    ) -> Template:
        return await hosts_page(at, said=said_words(said))

    @post(status_code=303)
    async def change(
        self,
        *,
        at: NamedDependency[SeriesDesk],
        typed: NamedDependency[Typed],
        now: NamedDependency[datetime],
    ) -> Response[Any]:
        try:
            said = await changed(at, typed, now)
        except (Unusable, Refused) as refusal:
            return await hosts_page(at, typed=typed, refusal=refusal)
        return Redirect(link(f"{at.here}/hosts?said={said}") + "#said", status_code=303)


async def changed(at: SeriesDesk, typed: Typed, now: datetime) -> str:
    """Add or take away; what to say of it. Raises Unusable, Refused."""
    drop = read_form(typed, DropForm)
    if not isinstance(drop, Misfilled):
        await take_part(drop.host, at.series.id, now=now, today=at.today)
        return "dropped"
    form = filled(typed, PartForm)
    await give_part(at.series.id, form.role, form.name, now=now, today=at.today)
    return "added"


def said_words(code: str) -> str:
    """What was done, in words."""
    return {
        "added": _("載せました。公開ページには、もう出ています。ちらしには、次の版から出ます。"),
        "dropped": _("外しました。公開ページには、もう出ていません。"),
    }.get(code, "")


async def hosts_page(
    at: SeriesDesk, *, said: str = "", typed: Typed = NOTHING_TYPED, refusal: DomainError | None = None
) -> Template:
    """Who has a part, and the form for one more, with everything typed kept."""
    found = await hosts_by_id(at.series.id)
    return at.page(
        "hosts",
        refusal=refusal,
        said=said,
        typed=typed,
        hosts=[host_entry(host_id, host) for host_id, host in found.items()],
        roles=[("", _("選んでください")), *((role, _(role)) for role in PARTS)],
        names=[each.name for each in await all_organisations() if each.id != at.organisation.id],
    )


def host_entry(host_id: UUID, host: Host) -> Data:
    """One part, and whether it is of an organisation here."""
    note = _("この団体のページと購読カレンダーにも出ます") if host.organisation else _("名前だけを載せます")
    return {"id": str(host_id), "role": _(host.role), "name": host.name, "note": note}
