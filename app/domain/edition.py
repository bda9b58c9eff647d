"""Editions (第n版): what an organisation says of a month, frozen, and in words what is new against the edition before."""

from collections.abc import Iterable, Iterator
from datetime import date, time
from uuid import UUID

from msgspec import Struct

from app.domain.month import Day, day_words, hours_words, month_of
from app.domain.programme import Organisation, Series, Session

ROOM_OPEN = "部屋は調整中"


class EditionSeries(Struct, frozen=True, kw_only=True):
    """What the edition says of a series. None: nobody has said."""

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


class EditionSession(Struct, frozen=True, kw_only=True):
    """What the edition says of a session. state: published, cancelled, or left: moved to another month."""

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


class Content(Struct, frozen=True, kw_only=True):
    """A month of an organisation as it was published. Sessions by date, start and id; series by slug."""

    organisation: str
    month: date
    series: tuple[EditionSeries, ...] = ()
    sessions: tuple[EditionSession, ...] = ()


class Edition(Struct, frozen=True, kw_only=True):
    """第n版 of a month with its frozen content; paper is the number of the short address."""

    id: UUID
    organisation_id: UUID
    number: int
    paper: int
    content: Content
    changes: tuple[str, ...] = ()


def content_of(organisation: Organisation, month: date, sessions: Iterable[Session]) -> Content:
    """The content of a month: public sessions that are published or were cancelled or moved after being so."""
    told = [session for session in sessions if is_told(session)]
    series = {session.series.id: _series(session.series, session.owner) for session in told}
    return Content(
        organisation=organisation.name,
        month=month_of(month),
        series=tuple(sorted(series.values(), key=lambda each: each.slug)),
        sessions=tuple(_session(session, month_of(month)) for session in told),
    )


def is_told(session: Session) -> bool:
    """Whether an edition names the session: its series is public, and it is out or was called off afterwards."""
    public = session.series.listed and not session.series.internal
    out = session.state == "published" or session.published_at is not None
    return public and out


def _series(series: Series, owner: Organisation | None) -> EditionSeries:
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
    )


def _session(session: Session, month: date) -> EditionSession:
    return EditionSession(
        id=session.id,
        series_id=session.series.id,
        date=session.date,
        starts=session.starts,
        ends=session.ends,
        state="left" if month_of(session.date) != month else session.state,
        reason=session.cancel_reason,
        theme=session.theme,
        venue=session.venue.name if session.venue else None,
        room=room_words(session),
        modes=session.modes,
        former_date=session.former_date,
    )


def room_words(session: Session) -> str | None:
    """The room as it may be published: its name once granted, 部屋は調整中 until then, None if none was asked for."""
    if session.room_state is None:
        return None
    return session.room_name if session.room_state == "granted" else ROOM_OPEN


def differences(before: Content | None, after: Content) -> tuple[str, ...]:
    """What is new against the edition before, one sentence a change, by date. The first edition has no changes."""
    if before is None:
        return ()
    titles = {each.id: each.title for content in (before, after) for each in content.series}
    old = {each.id: each for each in before.sessions}
    new = {each.id: each for each in after.sessions}
    found = [
        line
        for session_id in {**old, **new}
        for line in _difference(old.get(session_id), new.get(session_id), titles)
    ]
    return tuple(words for _, words in sorted(found)) + tuple(_of_series(before, after))


def _difference(
    old: EditionSession | None, new: EditionSession | None, titles: dict[UUID, str]
) -> Iterator[tuple[date, str]]:
    either = new or old
    if either is None or old == new:
        return
    title = titles[either.series_id]
    said = f"{title}　{when(either)}"
    if old is None:
        yield either.date, f"{said}：{_first_word(either)}"
    elif new is None:
        yield either.date, f"{said}：とりやめになりました"
    else:
        yield from ((new.date, f"{title}　{words}") for words in _changed(old, new))


def _first_word(session: EditionSession) -> str:
    return "加わりました" if session.state == "published" else _state_words(session)


def _changed(old: EditionSession, new: EditionSession) -> Iterator[str]:
    if new.state != old.state:
        yield f"{when(new)}：{_state_words(new)}"
    elif new.date != old.date:
        yield f"{when(old)}から{when(new)}に移りました"
    elif (new.starts, new.ends) != (old.starts, old.ends):
        yield f"{when(new)}：時刻が変わりました（前は{hours_words(old.starts, old.ends)}）"
    if new.venue != old.venue:
        yield f"{when(new)}：会場が{new.venue or '未定'}に変わりました"
    elif new.room != old.room:
        yield f"{when(new)}：部屋は{_room(new)}"
    if new.theme != old.theme and new.theme:
        yield f"{when(new)}：内容は「{new.theme}」です"
    if new.modes != old.modes:
        yield f"{when(new)}：参加のしかたが変わりました"


def _room(session: EditionSession) -> str:
    return "調整中です" if session.room == ROOM_OPEN else f"{session.room or '未定'}です"


def _state_words(session: EditionSession) -> str:
    if session.state == "cancelled":
        return f"中止になりました（{session.reason}）" if session.reason else "中止になりました"
    return "ほかの月に移りました" if session.state == "left" else "開催します"


def when(session: EditionSession) -> str:
    """11月22日（日） 13:30～15:30; without the hours where they are unknown."""
    hours = f" {hours_words(session.starts, session.ends)}" if session.starts or session.ends else ""
    return f"{day_words(session.date)}{hours}"


SERIES_WORDS = {
    "title": "名前",
    "eligibility": "参加できる方",
    "registration": "申込みのしかた",
    "fee": "費用",
    "contact": "連絡先",
    "phone": "電話番号",
    "about": "案内文",
    "owner": "主催",
}


def _of_series(before: Content, after: Content) -> Iterator[str]:
    old = {each.id: each for each in before.series}
    for new in after.series:
        for field, words in SERIES_WORDS.items():
            if new.id in old and getattr(new, field) != getattr(old[new.id], field):
                yield f"{new.title}　{words}が変わりました"


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
