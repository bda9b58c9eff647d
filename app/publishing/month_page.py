"""A published month, or a span of months, as one value: what page, flyer, poster and texts are all made of.

It is built from contents alone (`app.domain.edition.content_of`, of rows as they are now, or frozen in an edition), so
that two readers never see two truths. Equal values give equal bytes, so what is made of one may be kept by it. All words
are Japanese; what nobody has said is None.
"""

from collections.abc import Iterable, Sequence
from datetime import date, time
from uuid import UUID

from msgspec import Struct

from app.domain.edition import Content, Edition, EditionSeries, EditionSession
from app.domain.month import WEEKDAYS, Day, day_words, hours_words, month_name, month_of, month_words
from app.domain.programme import Organisation
from app.domain.registration import REGISTRATION_WORDS
from app.domain.seats import MODE_WORDS, SEAT_WORDS

CANCELLED = "【中止】"
END_UNKNOWN = "終了時刻は未定"
HERE = frozenset({"published", "cancelled"})


class PageSession(Struct, frozen=True, kw_only=True):
    """One session of the page. state: published, cancelled, left (it moved to another month, its date is the new one) or
    handed (another organisation, the heir, holds it from now on).

    address is None where it is not public: then the area stands alone. registration is the word of the contract,
    registration_words its sentence.
    """

    id: UUID
    date: Day
    starts: time | None = None
    ends: time | None = None
    state: str = "published"
    reason: str | None = None
    former_date: Day | None = None
    title: str
    discreet_title: str
    theme: str | None = None
    venue: str | None = None
    area: str | None = None
    address: str | None = None
    room: str | None = None
    modes: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    eligibility: str | None = None
    registration: str = "unstated"
    fee: str | None = None
    belongings: str | None = None
    contact: str | None = None
    phone: str | None = None
    owner: str | None = None
    heir: str | None = None

    @property
    def path(self) -> str:
        """The page of the session, without the installation's address."""
        return f"/sessions/{self.id}"

    @property
    def weekday(self) -> str:
        """日."""
        return WEEKDAYS[self.date.weekday()]

    @property
    def day(self) -> str:
        """11月22日（日）."""
        return day_words(self.date)

    @property
    def hours(self) -> str:
        """13:30～15:30; 13:30～（終了時刻は未定）; 時刻は未定."""
        words = hours_words(self.starts, self.ends)
        return f"{words}（{END_UNKNOWN}）" if self.starts and not self.ends else words

    @property
    def mark(self) -> str:
        """【中止】 or nothing."""
        return CANCELLED if self.state == "cancelled" else ""

    @property
    def place(self) -> str:
        """ふらっとなんぶ 和室; オンライン where there is no venue; 会場は未定 where nobody has said."""
        if self.venue is None:
            return MODE_WORDS["online"] if self.modes == ("online",) else "会場は未定"
        return f"{self.venue} {self.room}" if self.room else self.venue

    @property
    def ways(self) -> str:
        """会場, オンライン, 会場・オンライン; empty if nobody has said."""
        return "・".join(MODE_WORDS[mode] for mode in ("in_person", "online") if mode in self.modes)

    @property
    def seat_words(self) -> str:
        """会場：参加席・リスナー席; modes are named where there are two. Empty where no seats are told apart."""
        if not any(seat.endswith("/listener") for seat in self.seats):
            return ""
        found = [(mode, self._seats_of(mode)) for mode in MODE_WORDS if self._seats_of(mode)]
        return "　".join(f"{MODE_WORDS[mode]}：{seats}" for mode, seats in found)

    def _seats_of(self, mode: str) -> str:
        return "・".join(words for seat, words in SEAT_WORDS.items() if f"{mode}/{seat}" in self.seats)

    @property
    def registration_words(self) -> str:
        """予約はいりません。 and the like; 主催者にお尋ねください。 where nobody has said."""
        return REGISTRATION_WORDS.get(self.registration, REGISTRATION_WORDS["unstated"])

    @property
    def note(self) -> str:
        """One line that has to be known before coming: why it is off, that it moved, or its theme."""
        if self.state == "cancelled":
            return self.reason or "この回は中止です。"
        if self.state == "left":
            was = day_words(self.former_date) if self.former_date else "この月"
            return f"{was}から{self.day}に移りました。"
        if self.state == "handed":
            return f"これからは{self.heir or 'ほかの団体'}が開きます。"
        return self.theme or ""

    def name(self, *, discreet: bool = False) -> str:
        """The title, or the discreet one."""
        return self.discreet_title if discreet else self.title


class MonthPage(Struct, frozen=True, kw_only=True):
    """What an organisation publishes for its months (1 to 12, in order).

    number is 第n版 and paper the number of /p/{paper}; both None before the first edition. changes: what that edition
    changed against the one before; since: what changed after it. address is where the page stands, short_address what
    is printed and put into the QR. phone is None where the organisation has none. next_date: the first date after the
    months, for a month that has none.
    """

    organisation: str
    slug: str
    months: tuple[date, ...]
    sessions: tuple[PageSession, ...] = ()
    number: int | None = None
    paper: int | None = None
    published_on: date | None = None
    changes: tuple[str, ...] = ()
    since: tuple[str, ...] = ()
    phone: str | None = None
    hosts: tuple[tuple[str, str], ...] = ()
    next_date: date | None = None
    address: str = ""
    short_address: str = ""
    demo: bool = False

    @property
    def span(self) -> str:
        """2026年11月, 2026年11月～12月, or 2026年11月～2027年1月."""
        first, last = self.months[0], self.months[-1]
        if first == last:
            return month_words(first)
        return f"{month_words(first)}～{month_name(last) if first.year == last.year else month_words(last)}"

    @property
    def version(self) -> str:
        """第2版; empty before the first edition."""
        return f"第{self.number}版" if self.number else ""

    def of(self, month: date) -> tuple[PageSession, ...]:
        """The sessions that are held, or were called off, in a month."""
        return tuple(each for each in self.sessions if each.state in HERE and month_of(each.date) == month)

    @property
    def shown(self) -> tuple[PageSession, ...]:
        """Those of all its months."""
        return tuple(session for month in self.months for session in self.of(month))

    @property
    def elsewhere(self) -> tuple[PageSession, ...]:
        """The sessions that moved to another month, or that others hold from now on."""
        return tuple(each for each in self.sessions if each.state not in HERE)

    @property
    def empty(self) -> tuple[str, ...]:
        """11月はありません。次回は12月18日（金）です。 — for each month that has no session."""
        return tuple(
            f"{month_name(month)}はありません。{self._after(month)}"
            for month in self.months
            if not self.of(month)
        )

    def _after(self, month: date) -> str:
        known = [each.date for each in self.sessions if each.state == "published" and each.date > month]
        later = min([*known, *([self.next_date] if self.next_date else [])], default=None)
        return f"次回は{day_words(later)}です。" if later else ""


def month_page(
    contents: Sequence[Content],
    organisation: Organisation,
    *,
    base_url: str,
    edition: Edition | None = None,
    published_on: date | None = None,
    since: Iterable[str] = (),
    next_date: date | None = None,
    demo: bool = False,
) -> MonthPage:
    """The page of one content a month, in order. `edition` gives number and paper; `since` what changed after it."""
    months = tuple(content.month for content in contents)
    return MonthPage(
        organisation=contents[-1].organisation,
        slug=organisation.slug,
        months=months,
        sessions=tuple(sorted(_sessions(contents), key=_place)),
        number=edition.number if edition else None,
        paper=edition.paper if edition else None,
        published_on=published_on,
        changes=edition.changes if edition else (),
        since=tuple(since),
        phone=organisation.phone,
        hosts=_hosts(contents),
        next_date=next_date,
        address=f"{base_url}/organisations/{organisation.slug}/{months[0]:%Y-%m}",
        short_address=f"{base_url}/p/{edition.paper}" if edition else "",
        demo=demo,
    )


def _place(session: PageSession) -> tuple[date, bool, time, UUID]:
    return (session.date, session.starts is not None, session.starts or time.min, session.id)


def _sessions(contents: Iterable[Content]) -> Iterable[PageSession]:
    """Each session once: one that moved inside the span stands where it is now."""
    found: dict[UUID, PageSession] = {}
    for content in contents:
        series = {each.id: each for each in content.series}
        for each in content.sessions:
            if each.id not in found or found[each.id].state == "left":
                found[each.id] = _session(each, series[each.series_id])
    return found.values()


def _session(session: EditionSession, series: EditionSeries) -> PageSession:
    own = {name: getattr(session, name) for name in OF_SESSION}
    return PageSession(**own, **{name: getattr(series, name) for name in OF_SERIES})


OF_SESSION = tuple(set(PageSession.__struct_fields__) & set(EditionSession.__struct_fields__))
OF_SERIES = tuple(set(PageSession.__struct_fields__) & set(EditionSeries.__struct_fields__) - {"id"})


def _hosts(contents: Iterable[Content]) -> tuple[tuple[str, str], ...]:
    """Who has a part in any of the series, each once, in the order of the series."""
    return tuple(
        dict.fromkeys(host for content in contents for series in content.series for host in series.hosts)
    )
