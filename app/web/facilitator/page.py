"""What every page at the door shares: the way round for those who are signed in, and the session in a line."""

from typing import Any

from litestar.response import Template

from app.domain.programme import Session
from app.domain.staff import Staff
from app.web.facilitator.keeper import Keeper
from app.web.facilitator.names import when, where
from app.web.i18n import gettext as _
from app.web.i18n import link

SESSIONS = "/staff/sessions"
INSTALLATION = "/staff/installation"


def staff_links(staff: Staff) -> list[dict[str, str]]:
    """The pages that every page of theirs leads to."""
    doors = [{"href": SESSIONS, "label": _("担当の回")}] if staff.has("facilitator", "organiser") else []
    venues = [
        {"href": f"/staff/venues/{slug}/rooms", "label": _("部屋")} for slug in sorted(staff.venue_slugs())
    ]
    admin = [{"href": INSTALLATION, "label": _("サーバーの管理")}] if staff.has("admin") else []
    return doors + venues[:1] + admin


def door_page(
    template: str, session: Session, keeper: Keeper, *, status_code: int = 200, **context: Any
) -> Template:
    """A page about one session."""
    return Template(
        f"staff/facilitator/{template}.html",
        context={**session_context(session, keeper), **context},
        status_code=status_code,
    )


def session_context(session: Session, keeper: Keeper) -> dict[str, Any]:
    """What every page about one session knows."""
    return {
        "session": session,
        "when": when(session),
        "where": where(session),
        "door": link(f"/staff/sessions/{session.id}/attendance"),
        "base": f"/staff/sessions/{session.id}",
        "staff_links": staff_links(keeper.staff) if keeper.staff else [],
        "staff_here": SESSIONS,
        "by_link": not keeper.by_role(session),
    }
