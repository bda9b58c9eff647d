"""A series at the desk: its lines in words, its next dates, the month to publish, and what can be changed."""

from datetime import date, timedelta
from typing import Annotated
from uuid import UUID

from litestar import Controller, get
from litestar.di import NamedDependency
from litestar.params import FromPath, QueryParameter
from litestar.response import Template

from app.domain.month import month_of
from app.domain.programme import Organisation, Series, Session
from app.domain.promises import left_words
from app.domain.recurrence.rule import Promise
from app.domain.staff import Staff
from app.storage.series import Rule, owner_among, owners_of, rules_of
from app.storage.sessions import sessions_between
from app.web import saying
from app.web.guards import requires
from app.web.i18n import gettext as _
from app.web.i18n import link
from app.web.organiser.access import is_of, owns, series_seen_by
from app.web.organiser.page import base_of, may_change, organiser_page
from app.web.organiser.reading import dated
from app.web.views import Data, hours_of, place_name
from app.web.wording import day_and_year, dotted, month

DAYS = 480
DAYS_BACK = 366
MOST_CARDS = 12
SAID = {
    "made": "できました。まだ公開されていません。日にちを確かめて、月ごとに公開します。",
    "before": "この定例は、もうできています。直すところは、このページから変えられます。",
    "changed": "変えました。",
    "place": "変えました。もうある日にちも、新しい会場に移しました。",
    "line": "行を足しました。日にちを確かめてください。",
}


class SeriesPageController(Controller):
    path = "/staff/organisations/{slug:str}/series/{series_id:uuid}"
    guards = [requires("organiser", "viewer", of="organisation")]  # noqa: RUF012 -- as Litestar reads it

    @get()
    async def show(
        self,
        organisation: NamedDependency[Organisation],
        series_id: FromPath[UUID],
        staff: NamedDependency[Staff],
        today: NamedDependency[date],
        said: Annotated[str, QueryParameter(name="said")] = "",
    ) -> Template:
        found = await series_seen_by(organisation, series_id, today)
        writes = may_change(staff, organisation)
        mine = writes and await owns(found, organisation, today)
        base = base_of(organisation)
        return organiser_page(
            "series",
            organisation,
            staff,
            series=found,
            said=_(SAID[said]) if said in SAID else "",
            mine=mine,
            standing=await standing_words(found.id, organisation, today),
            here=f"{base}/series/{found.id}",
            facts=facts_of(found),
            **await programme_of(found, organisation if writes else None, today),
        )


async def standing_words(series_id: UUID, organisation: Organisation, today: date) -> str:
    """Who runs the series from when on, where it changes hands or has done so; empty where it stays."""
    owners = (await owners_of({series_id})).get(series_id, [])
    later = [(first, owner) for first, owner in owners if first > today]
    now = owner_among(owners, today)
    if later:
        first, owner = later[0]
        words = _("%(day)sから、%(name)sが受けもちます。")
        return words % {"day": day_and_year(first), "name": owner.name}
    owned = organisation.id in {owner.id for _first, owner in owners}
    if now is None or not owned or now.id == organisation.id:
        return ""
    return _("いまは%(name)sが受けもっています。前の日までの回は、ここで見られます。") % {"name": now.name}


async def programme_of(series: Series, organisation: Organisation | None, today: date) -> Data:
    """Its lines, its next dates and the month to publish; organisation: whose dates may be changed here."""
    sessions = await sessions_between(
        today - timedelta(days=DAYS_BACK),
        today + timedelta(days=DAYS),
        series_id=series.id,
        listed_only=False,
    )
    ahead = [each for each in sessions if each.date >= today]
    rules = (await rules_of({series.id})).get(series.id, ())
    return {
        "lines": [line_entry(each, sessions, today) for each in rules],
        "dates": [date_entry(each, base_for(each, organisation), today) for each in ahead[:MOST_CARDS]],
        "more": max(0, len(ahead) - MOST_CARDS),
        "month": next_month(ahead, organisation) if organisation else None,
    }


def base_for(session: Session, organisation: Organisation | None) -> str:
    """The desk where a session may be changed; empty where it is another's."""
    return base_of(organisation) if organisation and is_of(session, organisation) else ""


def line_entry(rule: Rule, sessions: tuple[Session, ...], today: date) -> Data:
    """A line in words, with how many dates its promise lacks."""
    entry: Data = {"id": str(rule.line_id), "words": rule.words, "reading": "", "promise": ""}
    if rule.timetable:
        entry["reading"] = saying.timetable(rule.timetable)
    if rule.promise:
        promise = Promise(rule.promise.count, rule.promise.per, rule.promise.about)
        dates = [each.date for each in sessions if each.line_id == rule.line_id and each.state != "cancelled"]
        entry["promise"] = dotted(saying.promise(rule.promise), _(left_words(promise, dates, today)))
    return entry


def date_entry(session: Session, base: str, today: date) -> Data:
    """A date as a card: the day, the hours, where, and how it stands."""
    remarks = [place_name(session.venue) if session.venue else "", state_words(session)]
    return {
        "href": link(f"{base}/sessions/{session.id}") if base else link(f"/sessions/{session.id}"),
        "label": dated(session.date, today),
        "iso": session.date.isoformat(),
        "time": hours_of(session),
        "remarks": [remark for remark in remarks if remark],
        "kind": "out" if session.state == "cancelled" else "ask" if session.flag else "",
    }


def state_words(session: Session) -> str:
    """How it stands, and what is asked about it."""
    if session.state == "cancelled":
        return (
            _("お休み：%(reason)s") % {"reason": session.cancel_reason}
            if session.cancel_reason
            else _("お休み")
        )
    if session.flag_text:
        return _("%(question)s。公開するときに、開くか休むかを聞きます。") % {
            "question": _(session.flag_text)
        }
    return _("公開済み") if session.state == "published" else _("まだ公開していません")


def next_month(ahead: list[Session], organisation: Organisation) -> Data | None:
    """The first month with a date of the organisation that is not out yet; None where all are."""
    waiting = [each for each in ahead if each.state == "planned" and base_for(each, organisation)]
    if not waiting:
        return None
    first = month_of(waiting[0].date)
    return {"href": link(f"{base_of(organisation)}/months/{first:%Y-%m}"), "label": month(first)}


def facts_of(series: Series) -> list[tuple[str, str | None]]:
    """What the series says of itself, the unsaid included."""
    return [
        (
            _("どなたの会ですか"),
            dotted(*(saying.audience(word) for word in series.audience)) or _("だれでも"),
        ),
        (_("申込み"), saying.registration(series.registration)),
        (_("費用"), series.fee),
        (_("当日の流れ"), series.flow),
        (_("問い合わせ先"), " ".join(part for part in (series.contact, series.phone) if part) or None),
        (_("控えめな名前"), series.discreet_title),
    ]
