"""Sessions as an organiser sees them in lists."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from app.domain.programme import Organisation, Session
from app.web.i18n import gettext as _
from app.web.i18n import link
from app.web.organiser.access import is_of
from app.web.organiser.page import base_of
from app.web.wording import day, dotted, hours

Data = dict[str, Any]


def session_line(
    organisation: Organisation, session: Session, counts: Mapping[UUID, int] | None = None
) -> Data:
    """A session as one line: when, what, where, how it stands; with the page where it can be changed."""
    reserved = (counts or {}).get(session.id, 0)
    desk = base_of(organisation) if is_of(session, organisation) else ""
    return {
        "id": str(session.id),
        "href": link(f"{desk}/sessions/{session.id}"),
        "when": day(session.date),
        "hours": hours(session.starts, session.ends),
        "title": session.series.title,
        "where": place_words(session),
        "state": state_words(session),
        "kind": session.state,
        "reserved": _("予約%(number)s件") % {"number": reserved} if reserved else "",
        "remark": remark_of(session),
    }


def place_words(session: Session) -> str:
    """なぎの家・1階リビング（希望を出しています）."""
    place = session.venue.name if session.venue else ""
    room = room_words(session)
    return dotted(place, room)


def room_words(session: Session) -> str:
    """The room with what became of the wish."""
    if session.room_state is None:
        return ""
    said = {"wish": _("希望を出しています"), "refused": _("使えません"), "granted": ""}[session.room_state]
    return f"{session.room_name}（{said}）" if said else str(session.room_name)


def state_words(session: Session) -> str:
    """予定, 公開済み, お休み."""
    return {"planned": _("予定"), "published": _("公開済み"), "cancelled": _("お休み")}[session.state]


def remark_of(session: Session) -> str:
    """What has to be known about it: the question, the reason, where it was."""
    if session.flag:
        return _(session.flag_text) if session.flag_text else ""
    if session.state == "cancelled":
        return session.cancel_reason or ""
    if session.former_date:
        return _("%(day)sから移りました") % {"day": day(session.former_date)}
    return session.theme or ""
