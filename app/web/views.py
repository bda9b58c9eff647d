"""Sessions, days and months as plain data for the macros of `templates/parts`, in the language of the request."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from app.domain.month import month_of
from app.domain.programme import Session, Venue
from app.domain.registration import WITHOUT_INVITATION, ends_at, promotes, standing
from app.domain.seats import Pool
from app.domain.visibility import venue_has_page
from app.web import saying
from app.web.i18n import gettext as _
from app.web.i18n import link
from app.web.moment import Moment
from app.web.wording import clock, day, dotted, holiday, hours

Data = dict[str, Any]


def state_of(session: Session, at: Moment) -> str:
    """cancelled, over, planned or nothing."""
    if known := standing(session, at.now, at.zone):
        return known
    return "planned" if session.state == "planned" else ""


def card(session: Session, at: Moment, *, place: bool = True) -> Data:
    """A session as a card; `place` False where the page is about its venue."""
    return {
        "href": link(f"/sessions/{session.id}"),
        "title": session.series.title,
        "stamp": stamp(session),
        **times(session),
        "where": where(session) if place else inside(session),
        "audience": [saying.audience(word) for word in session.series.audience],
        "tags": tags(session, at),
        "state": state_of(session, at),
        "note": note(session),
    }


def dated_card(session: Session, at: Moment) -> Data:
    """A card for lists without days: the day stands where the hour stands else."""
    return card(session, at) | {"start": day(session.date), "until": hours_of(session)}


def date_card(session: Session, at: Moment) -> Data:
    """A card for the dates of one series: the day is its title."""
    return card(session, at) | {"title": day(session.date), "audience": []}


def stamp(session: Session) -> str:
    """2026-11-22T13:30, or the day alone."""
    return f"{session.date}T{session.starts:%H:%M}" if session.starts else str(session.date)


def times(session: Session) -> Data:
    """The start, large, and until when."""
    if session.starts is None:
        return {
            "start": "",
            "until": _("%(time)sまで") % {"time": clock(session.ends)} if session.ends else "",
        }
    until = _("%(time)sまで") % {"time": clock(session.ends)} if session.ends else _("終わりは未定")
    return {"start": clock(session.starts), "until": until}


def hours_of(session: Session) -> str:
    """13:30～15:30, 13:30～ 終わりは未定, 時刻は未定."""
    unknown = f" {_('終わりは未定')}" if session.starts and not session.ends else ""
    return hours(session.starts, session.ends) + unknown


def where(session: Session) -> str:
    """ふらっとなんぶ（狛江市）・会場とオンライン."""
    place = place_name(session.venue) if session.venue else ""
    return dotted(place, saying.modes(session.modes))


def inside(session: Session) -> str:
    """和室・会場: the room where it is granted, and the modes."""
    room = session.room_name if session.room_state == "granted" else ""
    return dotted(room or "", saying.modes(session.modes))


def place_name(venue: Venue) -> str:
    """The name with its area, unless the name says it."""
    return f"{venue.name}（{venue.area}）" if venue.area and venue.area not in venue.name else venue.name


def note(session: Session) -> str:
    """One line that has to be known before opening the page."""
    if session.state == "cancelled":
        return session.cancel_reason or ""
    if session.former_date:
        return _("%(day)sから変わりました") % {"day": day(session.former_date)}
    return session.theme or ""


def tags(session: Session, at: Moment) -> list[Data]:
    """Whether it is settled, how one takes part, and what is free."""
    state = state_of(session, at)
    if state in ("cancelled", "over"):
        return [{"text": _("終わりました")}] if state == "over" else []
    planned = [{"text": _("予定（まだ決まっていません）")}] if session.state == "planned" else []
    way = saying.registration_tag(session.series.registration)
    return [*planned, *([{"text": way}] if way else []), *free_tags(session, at)]


def free_tags(session: Session, at: Moment) -> list[Data]:
    """What is free, where places can be reserved: in as few tags as say it all."""
    if session.state != "published" or session.series.registration not in WITHOUT_INVITATION:
        return []
    in_order = promotes(session, at.now, at.zone)
    known = [(pool, words) for pool in session.pools if (words := saying.free(pool, in_order=in_order))]
    return [
        {"text": f"{name} {words}".strip(), "kind": "full free" if words == _("満席") else "plain free"}
        for name, words in merged(session, known)
    ]


def merged(session: Session, known: list[tuple[Pool, str]]) -> list[tuple[str, str]]:
    """空きあり once if it is so everywhere, else by mode where the seats of a mode agree, else by pool."""
    if len({words for _pool, words in known}) == 1 and len(known) == len(session.pools):
        return [("", known[0][1])]
    found = []
    for mode in session.modes:
        of_mode = [(pool, words) for pool, words in known if pool.mode == mode]
        if len({words for _pool, words in of_mode}) == 1 and len(session.modes) > 1:
            found.append((saying.mode(mode), of_mode[0][1]))
        else:
            found += [(saying.pool_name(pool, session), words) for pool, words in of_mode]
    return found


def coming(sessions: Iterable[Session], at: Moment) -> list[Session]:
    """Those that are not over."""
    return [session for session in sessions if at.now < ends_at(session, at.zone)]


def day_groups(sessions: Iterable[Session], at: Moment, *, place: bool = True) -> list[Data]:
    """Sessions in order as days with their cards."""
    return [
        day_head(day_, at.today) | {"sessions": [card(session, at, place=place) for session in of_day]}
        for day_, of_day in groupby(sessions, key=lambda session: session.date)
    ]


def day_head(day_: date, today: date) -> Data:
    """A day as a heading, with 今日 or 明日 and the name of a holiday."""
    near = {0: _("今日"), 1: _("明日")}.get((day_ - today).days, "")
    return {"label": day(day_), "near": near, "holiday": holiday(day_), "id": f"d{day_.day}"}


def month_weeks(month: date, sessions: Iterable[Session], at: Moment) -> list[tuple[Data | None, ...]]:
    """A month as weeks from Sunday to Saturday; None for days of other months."""
    of_day = {day_: list(found) for day_, found in groupby(sessions, key=lambda session: session.date)}
    first = month_of(month)
    start = first - timedelta(days=(first.weekday() + 1) % 7)
    days = [start + timedelta(days=count) for count in range(42)]
    cells = [month_day(each, of_day.get(each, []), at) if month_of(each) == first else None for each in days]
    weeks = [tuple(cells[at : at + 7]) for at in range(0, 42, 7)]
    return [week for week in weeks if any(week)]


def month_day(day_: date, sessions: list[Session], at: Moment) -> Data:
    """A day of the month table."""
    return {
        "number": day_.day,
        "holiday": holiday(day_),
        "today": day_ == at.today,
        "jump": f"#d{day_.day}",
        "sessions": [mark(session, at) for session in sessions],
    }


def mark(session: Session, at: Moment) -> Data:
    """A session in the month table."""
    state = state_of(session, at)
    return {
        "href": link(f"/sessions/{session.id}"),
        "start": clock(session.starts) if session.starts else "",
        "title": session.series.title,
        "state": "" if state == "over" else state,
    }


def venue_link(venue: Venue) -> Data:
    """A venue with the address of its page, where it has one."""
    href = link(f"/venues/{venue.slug}") if venue_has_page(venue) else ""
    return {"href": href, "label": place_name(venue)}
