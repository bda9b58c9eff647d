"""Editions (第n版): what an organisation says of a month, frozen, and in words what is new against the edition before."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from app.domain.month import Day, month_of
from app.domain.programme import Host, Organisation, Series, Session
from app.domain.visibility import public_session, series_is_public

ROOM_OPEN = "部屋は調整中"
NEWEST_FORM = 2

Hosts = Mapping[UUID, tuple[Host, ...]]
"""Who has a part in each series, its owner left out."""


class EditionSeries(Struct, frozen=True, kw_only=True):
    """What the edition says of a series. None: nobody has said. hosts: the parts of others, as (role, name)."""

    id: UUID
    slug: str
    title: str
    about: str | None = None
    audience: tuple[str, ...] = ()
    eligibility: str | None = None
    registration: str = "unstated"
    fee: str | None = None
    contact: str | None = None
    phone: str | None = None
    owner: str | None = None
    discreet_title: str = ""
    belongings: str | None = None
    hosts: tuple[tuple[str, str], ...] = ()


class EditionSession(Struct, frozen=True, kw_only=True):
    """What the edition says of a session. state: published, cancelled, left (moved to another month), or handed (over).

    seats: the pools as in_person/talk; the address only where it is public; heir: who holds what was handed over.
    """

    id: UUID
    series_id: UUID
    date: date
    starts: time | None = None
    ends: time | None = None
    state: str = "published"
    reason: str | None = None
    theme: str | None = None
    venue: str | None = None
    room: str | None = None
    modes: tuple[str, ...] = ()
    former_date: Day | None = None
    seats: tuple[str, ...] = ()
    area: str | None = None
    address: str | None = None
    heir: str | None = None


class Content(Struct, frozen=True, kw_only=True):
    """A month of an organisation as it was published. Sessions by date, start and id; series by slug.

    form 1 is what the first releases kept: without seats, addresses, discreet titles, belongings and hosts.
    """

    organisation: str
    month: date
    form: int = 1
    series: tuple[EditionSeries, ...] = ()
    sessions: tuple[EditionSession, ...] = ()


class Edition(Struct, frozen=True, kw_only=True):
    """第n版 of a month with its frozen content; paper is the number of the short address.

    first and months are the span of the act that made it, as the paper was printed.
    """

    id: UUID
    organisation_id: UUID
    number: int
    paper: int
    first: date
    months: int = 1
    published_at: datetime
    content: Content
    changes: tuple[str, ...] = ()


def content_of(
    organisation: Organisation, month: date, sessions: Iterable[Session], hosts: Hosts | None = None
) -> Content:
    """The content of a month: public sessions that are published or were cancelled or moved after being so."""
    told = [public_session(session) for session in sessions if is_told(session)]
    parts = hosts or {}
    series = {
        each.series.id: _series(each.series, each.owner, parts.get(each.series.id, ())) for each in told
    }
    return Content(
        organisation=organisation.name,
        month=month_of(month),
        form=NEWEST_FORM,
        series=tuple(sorted(series.values(), key=lambda each: each.slug)),
        sessions=tuple(
            _session(session, _state(session, month_of(month), organisation, parts)) for session in told
        ),
    )


def is_told(session: Session) -> bool:
    """Whether an edition names the session: its series is public, and it is out or was called off afterwards."""
    out = session.state == "published" or session.published_at is not None
    return series_is_public(session.series) and out


def in_form(content: Content, form: int) -> Content:
    """The content as an older form says it, so that the two can be compared."""
    if content.form <= form:
        return content
    return replace(
        content,
        form=form,
        series=tuple(replace(each, discreet_title="", belongings=None, hosts=()) for each in content.series),
        sessions=tuple(
            replace(each, seats=(), area=None, address=None, heir=None) for each in content.sessions
        ),
    )


def _series(series: Series, owner: Organisation | None, hosts: Iterable[Host]) -> EditionSeries:
    return EditionSeries(
        id=series.id,
        slug=series.slug,
        title=series.title,
        about=series.about,
        audience=series.audience,
        eligibility=series.eligibility,
        registration=series.registration,
        fee=series.fee,
        contact=series.contact,
        phone=series.phone,
        owner=owner.name if owner else None,
        discreet_title=series.discreet_title,
        belongings=series.belongings,
        hosts=tuple((host.role, host.name) for host in hosts),
    )


def _state(session: Session, month: date, organisation: Organisation, hosts: Hosts) -> str:
    if month_of(session.date) != month:
        return "left"
    here = {session.owner.id} if session.owner else set()
    here |= {host.organisation.id for host in hosts.get(session.series.id, ()) if host.organisation}
    return session.state if organisation.id in here or session.state != "published" else "handed"


def _session(session: Session, state: str) -> EditionSession:
    return EditionSession(
        id=session.id,
        series_id=session.series.id,
        date=session.date,
        starts=session.starts,
        ends=session.ends,
        state=state,
        heir=session.owner.name if session.owner and state == "handed" else None,
        reason=session.cancel_reason,
        theme=session.theme,
        venue=session.venue.name if session.venue else None,
        room=room_words(session),
        modes=session.modes,
        former_date=session.former_date,
        seats=tuple(f"{pool.mode}/{pool.seat}" for pool in session.pools),
        area=session.venue.area if session.venue else None,
        address=session.venue.address if session.venue else None,
    )


def room_words(session: Session) -> str | None:
    """The room as it may be published: its name once granted, 部屋は調整中 until then, None if none was asked for."""
    if session.room_state is None:
        return None
    return session.room_name if session.room_state == "granted" else ROOM_OPEN


class Held(Struct, frozen=True):
    """A planned session that does not go out, and why: question, note or parent."""

    session: Session
    why: str
    text: str


class Outcome(Struct, frozen=True, kw_only=True):
    """What publishing would do with a month: sessions that go out, those held back, and those out already."""

    going: tuple[Session, ...] = ()
    held: tuple[Held, ...] = ()
    out: tuple[Session, ...] = ()


def sort_out(organisation_id: UUID, sessions: Iterable[Session]) -> Outcome:
    """What publishing does with the sessions of a month; those owned by others are only listed."""
    sessions = tuple(sessions)
    owned = [each for each in sessions if each.owner is not None and each.owner.id == organisation_id]
    planned = [session for session in owned if session.state == "planned"]
    held = {session.id: hold for session in planned if (hold := holding(session))}
    for session in planned:
        if session.id not in held and session.parent_id in held:
            held[session.id] = Held(session, "parent", "もとの回を出すときに、いっしょに出ます。")
    return Outcome(
        going=tuple(session for session in planned if session.id not in held),
        held=tuple(held.values()),
        out=tuple(session for session in sessions if session.state != "planned"),
    )


def holding(session: Session) -> Held | None:
    """Why a planned session cannot go out by itself; None if it can."""
    if session.flag:
        return Held(
            session,
            "question",
            f"{session.flag_text or '休みの日に当たります'}。開くか、休みにするか選んでください。",
        )
    if "online" in session.modes and not session.series.online_note:
        return Held(
            session, "note", "オンラインの方への案内（使うアプリなど）を書くと、出せるようになります。"
        )
    return None
