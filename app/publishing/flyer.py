"""The month on paper and as a picture: a flyer on A4 to pin up, and a poster to send to a phone.

All that people wrote goes to the form as data. What the font cannot print is 〓 (see `unprintable_on`).
"""

import re
from collections.abc import Iterable
from datetime import date

import segno
from msgspec import Struct

from app.domain.month import day_words, hours_words
from app.publishing.glyphs import printable, unprintable
from app.publishing.month_page import END_UNKNOWN, MonthPage, PageSession
from app.publishing.press import Sheet, sheet

NEUTRAL = "予定"
DEMO = "デモ：ここにある日程は見本です"
LATEST = ("この紙のあとに変わったことは、こちらで。", "当日の中止は、電話でもお確かめください。")
SIGN_WORDS = "最新の予定を開くQRコード。行き先は {}"
ASK_FEE = "費用は主催者にお尋ねください。"
HELD_BY_OTHERS = "これからは、ほかの団体が開きます。"
GONE = frozenset({"left", "handed"})
MOST_CHANGES = 6
MOST_ON_POSTER = 12
# A word without any place to break would run out of its column.
LONG_WORD = re.compile(r"[!-~]{18}(?=[!-~])")
BREAK = "\u200b"


class Setting(Struct, frozen=True):
    """How dates are set: roomy (place under the title), dense (one line each) or large; type and gap in points."""

    name: str
    size: float
    gap: float


# With the most dates each is for. A4 holds twenty; fewer are printed larger, as large as one page allows.
SETTINGS = (
    (5, Setting("roomy", 14.0, 9.0)),
    (8, Setting("roomy", 12.5, 7.0)),
    (11, Setting("roomy", 11.0, 5.0)),
    (15, Setting("dense", 10.5, 7.0)),
    (20, Setting("dense", 10.0, 5.5)),
    (20, Setting("dense", 9.0, 4.0)),
)
FLOWING = Setting("dense", 10.0, 5.5)
LARGE = Setting("large", 19.0, 9.0)


class Look(Struct, frozen=True):
    """How a month is printed. large: for eyes that want 19 points; discreet: neutral titles, no place and no name."""

    large: bool = False
    discreet: bool = False


PLAIN = Look()


def flyer(page: MonthPage, look: Look = PLAIN) -> Sheet:
    """The flyer of a published month. Raises ValueError before the first edition: paper needs its short address."""
    return sheet(
        "flyer",
        common(page, look)
        | {
            "settings": (LARGE,) if look.large else settings_for(len(page.sessions)),
            "what": "内容" if look.discreet else "内容と会場",
            "places": not look.discreet,
            "head": 34 if look.large else 26,
            "sign": 34 if look.large else 27,
            "sessions": [session_data(each, look) for each in page.sessions],
            "changed": clean(changes_head(page)),
            "changes": [] if look.discreet else [clean(line) for line in changes_of(page)],
            "series": [] if look.discreet else series_data(page.sessions),
        },
    )


def poster(page: MonthPage, look: Look = PLAIN) -> Sheet:
    """The poster of a published month as a PNG, 1,080 pixels wide. Raises ValueError before the first edition."""
    shown = page.sessions[:MOST_ON_POSTER]
    more = len(page.sessions) - len(shown)
    data = common(page, look) | {
        "sessions": [session_data(each, look) for each in shown],
        "more": f"ほか{more}回。全部の日にちは下のページにあります。" if more else "",
    }
    return sheet("poster", data, "png")


def settings_for(count: int) -> tuple[Setting, ...]:
    """The settings for so many dates, the largest first: the form takes the first that fits on one page."""
    return tuple(setting for most, setting in SETTINGS if count <= most) or (FLOWING,)


def common(page: MonthPage, look: Look) -> dict[str, object]:
    """What flyer and poster both say."""
    if page.paper is None:
        raise ValueError("not published")
    name = "" if look.discreet else page.organisation
    heading = f"{page.span}の予定"
    shown = bare(page.short_address)
    return {
        "title": clean(f"{name}　{heading}".strip()),
        "author": clean(name or NEUTRAL),
        "date": parts_of(page.published_on or page.months[0]),
        "organisation": clean(name),
        "heading": clean(heading),
        "demo": DEMO if page.demo else "",
        "empty": [clean(words) for words in page.empty],
        "foot": clean(foot_of(page)),
        "qr": qr(page.short_address),
        "sign_words": printable(SIGN_WORDS.format(shown)),
        "latest": LATEST,
        "address": printable(shown),
        "phone": clean(page.phone or ""),
        "hosts": "" if look.discreet else clean(hosts_of(page)),
    }


def parts_of(day: date) -> dict[str, int]:
    """A day as typst takes it."""
    return {"year": day.year, "month": day.month, "day": day.day}


def clean(text: str) -> str:
    """Text the font can print, on one line, with places to break in the longest words."""
    return LONG_WORD.sub(lambda found: found[0] + BREAK, printable(text)).strip()


def bare(address: str) -> str:
    """An address as one says it: without https://."""
    return address.split("://", 1)[-1]


def qr(address: str) -> str:
    """The QR sign of an address as an SVG, with the quiet zone its standard asks for (ISO/IEC 18004, four modules)."""
    return str(
        segno.make(address, error="m", micro=False).svg_inline(scale=4, border=4, dark="#000", light="#fff")
    )


def foot_of(page: MonthPage) -> str:
    """第2版　2026年11月1日."""
    on = page.published_on
    return f"{page.version}　{on.year}年{on.month}月{on.day}日" if on else page.version


def hosts_of(page: MonthPage) -> str:
    """主催 みんなの会　共催 市役所・社協."""
    roles: dict[str, list[str]] = {"主催": [page.organisation]}
    for role, name in page.hosts:
        if name not in roles.setdefault(role, []):
            roles[role].append(name)
    return "　".join(f"{role}：{'・'.join(names)}" for role, names in roles.items())


def session_data(session: PageSession, look: Look) -> dict[str, object]:
    """A date of the list. told: its note is news and not a theme."""
    return {
        "day": clean(session.day),
        "hours": clean(hours_words(session.starts, session.ends)),
        "mark": session.mark,
        "cancelled": session.state == "cancelled",
        "title": clean(session.name(discreet=look.discreet)) or NEUTRAL,
        "place": "" if look.discreet else clean(place_of(session)),
        "note": clean(discreet_news(session) if look.discreet else note_of(session)),
        "told": bool(news_of(session)),
    }


def place_of(session: PageSession) -> str:
    """みんなの家 和室・オンラインも."""
    both = session.venue is not None and set(session.modes) == {"in_person", "online"}
    return f"{session.place}・オンラインも" if both else session.place


def news_of(session: PageSession) -> str:
    """That it moved or is held by others; empty for one that stands where it stood. Why it is off is not said here."""
    if session.state in GONE:
        return session.note
    if session.state == "published" and session.former_date and session.former_date != session.date:
        return f"{day_words(session.former_date)}から変わりました"
    return ""


def discreet_news(session: PageSession) -> str:
    """The news without the name of whoever holds it from now on."""
    return HELD_BY_OTHERS if session.state == "handed" else news_of(session)


def note_of(session: PageSession) -> str:
    """What has to be known before coming: news, that the end is open, and the reason or the theme."""
    own = session.note if session.state not in GONE else ""
    until = END_UNKNOWN if session.starts and not session.ends and session.state != "cancelled" else ""
    return "　".join(part for part in (news_of(session), until, own) if part)


def changes_head(page: MonthPage) -> str:
    """Against what the changes are told."""
    if page.since:
        return f"{page.version}のあとに変わったこと"
    return f"第{(page.number or 1) - 1}版から変わったこと"


def changes_of(page: MonthPage) -> list[str]:
    """The changes, at most six and how many more there are."""
    lines = page.since or page.changes
    more = len(lines) - MOST_CHANGES
    return [*lines[:MOST_CHANGES], *([f"ほか{more}件"] if more > 0 else [])]


def series_data(sessions: Iterable[PageSession]) -> list[dict[str, str]]:
    """How to take part, once for each gathering, in the order of their first dates."""
    first = {each.title: each for each in reversed(tuple(sessions))}
    titles = dict.fromkeys(each.title for each in sessions)
    return [{"title": clean(title), "facts": clean(facts_of(first[title]))} for title in titles]


def facts_of(session: PageSession) -> str:
    """For whom, whether to reserve, the fee, what to bring and whom to ask."""
    parts = (
        session.eligibility or "",
        session.registration_words,
        f"費用：{session.fee}" if session.fee else ASK_FEE,
        f"持ち物：{session.belongings}" if session.belongings else "",
        f"問い合わせ：{session.contact}" if session.contact else "",
        f"電話 {session.phone}" if session.phone else "",
    )
    return "　".join(part for part in parts if part)


def unprintable_on(page: MonthPage) -> tuple[str, ...]:
    """The signs of a month that paper shows as 〓, each once, so that an organiser can choose others."""
    texts = [
        page.organisation,
        page.phone or "",
        *(name for _, name in page.hosts),
        *page.changes,
        *page.since,
    ]
    for each in page.sessions:
        texts += [each.title, each.discreet_title, each.place, each.note, facts_of(each)]
    return unprintable(texts)
