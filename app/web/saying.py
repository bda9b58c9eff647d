"""What the fixed words of the programme are called, in the language of the request."""

from collections.abc import Iterable

from app.domain.closing_days import closing_words
from app.domain.programme import Promise, Registration, Session
from app.domain.promises import PER
from app.domain.recurrence.rule import Promise as Promised
from app.domain.recurrence.rule import Timetable
from app.domain.recurrence.wording import wording
from app.domain.recurrence.wording_en import wording_en
from app.domain.seats import Pool, availability
from app.web.i18n import LANGUAGE
from app.web.i18n import gettext as _
from app.web.wording import dotted


def audience(word: str) -> str:
    """本人, ご家族, 支援する方."""
    return {"participant": _("本人"), "family": _("ご家族"), "supporter": _("支援する方")}[word]


def mode(word: str) -> str:
    """会場, オンライン."""
    return {"in_person": _("会場"), "online": _("オンライン")}[word]


def seat(word: str) -> str:
    """参加席, リスナー席."""
    return {"talk": _("参加席"), "listener": _("リスナー席")}[word]


def modes(words: Iterable[str]) -> str:
    """会場, 家から（オンライン）, 会場とオンライン; empty if nobody has said."""
    known = tuple(words)
    if len(known) > 1:
        return _("会場とオンライン")
    return {"in_person": _("会場"), "online": _("家から（オンライン）")}[known[0]] if known else ""


def registration(word: Registration) -> str | None:
    """How one takes part; None if nobody has said."""
    return {
        "walk_in": _("予約はいりません。そのまま行けます。"),
        "walk_in_or_reserve": _("予約しても、しなくても参加できます。"),
        "reserve_required": _("予約が必要です。"),
        "by_referral": _("紹介のある方の回です。"),
        "closed": _("いまは受け付けていません。"),
    }.get(word)


def registration_tag(word: Registration) -> str | None:
    """The same as a short tag; None where it would say nothing new."""
    return {
        "walk_in": _("予約なしで行けます"),
        "walk_in_or_reserve": _("予約なしでも行けます"),
        "reserve_required": _("予約が必要です"),
        "by_referral": _("紹介のある方"),
        "closed": _("受付は休み"),
    }.get(word)


def free(pool: Pool, *, in_order: bool = True) -> str | None:
    """空きあり, 残りわずか, 満席; None if it is not known. Never a number."""
    words = {"open": _("空きあり"), "few": _("残りわずか"), "full": _("満席")}
    return words.get(availability(pool, in_order=in_order))


def pool_name(pool: Pool, session: Session) -> str:
    """What tells a pool from the others of its session: mode, seat, both or nothing."""
    parts = []
    if len(session.modes) > 1:
        parts.append(mode(pool.mode))
    if len({each.seat for each in session.pools}) > 1:
        parts.append(seat(pool.seat))
    return dotted(*parts)


def timetable(rules: Timetable) -> str:
    """原則 毎月第3日曜 10:00～12:00 · every month on the 3rd Sunday, 10:00-12:00 (as a rule)."""
    return wording(rules) if LANGUAGE.get() == "ja" else wording_en(rules)


def rest(rules: Timetable) -> str:
    """第3月曜は休館 · open every day except the 3rd Monday."""
    return closing_words(rules) if LANGUAGE.get() == "ja" else f"open {wording_en(rules)}"


def promise(promised: Promise | Promised) -> str:
    """週2回, 年5回程度 · twice a week, about 5 times a year."""
    if LANGUAGE.get() == "ja":
        return f"{PER[promised.per]}{promised.count}回{'程度' if promised.about else ''}"
    times = {1: "once", 2: "twice"}.get(promised.count, f"{promised.count} times")
    return f"{'about ' if promised.about else ''}{times} a {promised.per}"
