"""What I may do: the first page after signing in."""

from typing import Any

from litestar import Controller, get
from litestar.di import NamedDependency
from litestar.params import FromQuery
from litestar.response import Template

from app.domain.staff import Role, Staff
from app.storage.organisations import organisations_by_id
from app.storage.venues import venues_by_id
from app.web.facilitator.page import INSTALLATION, SESSIONS
from app.web.guards import requires
from app.web.i18n import gettext as _
from app.web.i18n import link
from app.web.organiser.page import base_of

Doors = list[dict[str, str]]


class IndexController(Controller):
    path = "/staff"
    guards = [requires()]  # noqa: RUF012 -- as Litestar reads it

    @get()
    async def show(self, staff: NamedDependency[Staff], said: FromQuery[str] = "") -> Template:
        context: dict[str, Any] = {
            "said": _("ようこそ。ここから、いつでも始められます。") if said == "joined" else "",
            "organised": await desks(staff, "organiser", _("定例・月の予定・公開")),
            "viewed": await desks(staff, "viewer", _("見るだけ")),
            "door": door(staff),
            "venues": await rooms(staff),
            "admin": installation(staff),
            "staff_here": "/staff",
        }
        return Template("staff/organiser/index.html", context=context)


async def desks(staff: Staff, role: Role, note: str) -> Doors:
    """The desks somebody may open in a role, by name."""
    found = await organisations_by_id(set(staff.organisations(role)))
    return [
        {"href": link(base_of(each)), "label": each.name, "note": note}
        for each in sorted(found.values(), key=lambda each: (each.name, each.slug))
    ]


def installation(staff: Staff) -> Doors:
    """What an admin looks after."""
    if not staff.has("admin"):
        return []
    return [{"href": link(INSTALLATION), "label": _("サーバーの管理"), "note": _("団体・会場・アカウント")}]


def door(staff: Staff) -> Doors:
    """The sessions at whose door they stand."""
    if not staff.has("facilitator", "organiser"):
        return []
    return [{"href": link(SESSIONS), "label": _("担当の回"), "note": _("受付・当日の人数・電話での予約")}]


async def rooms(staff: Staff) -> Doors:
    """The venues they look after, by name."""
    found = await venues_by_id(set(staff.venues()))
    return [
        {
            "href": link(f"/staff/venues/{each.slug}/rooms"),
            "label": each.name,
            "note": _("部屋の予定と希望"),
        }
        for each in sorted(found.values(), key=lambda each: (each.name, each.slug))
    ]
