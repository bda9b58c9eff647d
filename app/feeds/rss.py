"""An organisation's news as RSS 2.0: each edition of a month, and at once what was called off or moved after it.

The same rows give the same bytes: every instant in it is one that is stored.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from email.utils import format_datetime
from xml.sax.saxutils import escape

from msgspec import Struct

from app.domain.edition import Content, Edition, EditionSession
from app.domain.month import day_words, hours_words, month_words
from app.domain.programme import Session
from app.feeds.choice import Choice, Head, Site
from app.feeds.events import uid_of
from app.feeds.texts import clean, one_line
from app.feeds.words import CANCELLED, DEMO, NEUTRAL, description, summary

MOST_ITEMS = 50
MINUTES = 360
MOVED = "【変更】"


class Item(Struct, frozen=True, kw_only=True):
    """One piece of news. guid never changes for the same news."""

    guid: str
    title: str
    text: str
    link: str
    at: datetime


class Channel(Struct, frozen=True, kw_only=True):
    """Whose news it is: its page and the feed's own address, without the installation's."""

    head: Head
    page: str
    own: str


def rss_bytes(
    channel: Channel, editions: Iterable[Edition], sessions: Iterable[Session], choice: Choice, site: Site
) -> bytes:
    """The whole feed, newest first, 50 items at most. Valid without any, too."""
    items = [
        *(edition_item(each, channel, choice, site) for each in editions),
        *(change_item(each, choice, site) for each in sessions if is_news(each, choice)),
    ]
    items.sort(key=lambda item: (item.at, item.guid), reverse=True)
    lines = [*opening(channel, choice, site, items[:1]), *map(item_xml, items[:MOST_ITEMS])]
    return "\n".join([*lines, "</channel>", "</rss>", ""]).encode()


def opening(channel: Channel, choice: Choice, site: Site, newest: list[Item]) -> list[str]:
    """The head of the feed, dated by its newest item."""
    name = choice.label or (NEUTRAL if choice.discreet else channel.head.name)
    title = f"{DEMO if site.demo else ''}{name}"
    return [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">',
        "<channel>",
        element("title", title),
        element("link", f"{site.base_url}{channel.page}"),
        element("description", "予定の更新" if choice.discreet else f"{channel.head.name}の予定の更新"),
        element("language", "ja"),
        element("ttl", str(MINUTES)),
        *(element("lastBuildDate", stamp(item.at)) for item in newest),
        f'<atom:link href={attribute(site.base_url + channel.own)} rel="self" type="application/rss+xml"/>',
    ]


def edition_item(edition: Edition, channel: Channel, choice: Choice, site: Site) -> Item:
    """第n版 of a month: what it changed, then all of its dates."""
    content = edition.content
    title = f"{month_words(content.month)}の予定　第{edition.number}版"
    whose = "" if choice.discreet else f"{channel.head.name}　"
    changes = () if choice.discreet else edition.changes
    dates = [date_line(each, content, choice) for each in fitting(content, choice)]
    return Item(
        guid=f"edition-{edition.id}",
        title=f"{DEMO if site.demo else ''}{whose}{title}",
        text="\n".join([*changes, *dates]) or "この月はありません。",
        link=f"{site.base_url}{channel.page}/{content.month:%Y-%m}",
        at=edition.published_at,
    )


def fitting(content: Content, choice: Choice) -> list[EditionSession]:
    """The dates of an edition that the subscriber chose to see."""
    audiences = {each.id: each.audience for each in content.series}
    return [
        each
        for each in content.sessions
        if (
            choice.audience is None
            or not audiences[each.series_id]
            or choice.audience in audiences[each.series_id]
        )
        and (choice.mode is None or choice.mode in each.modes)
        and (each.state != "cancelled" or choice.cancelled != "drop")
    ]


def date_line(session: EditionSession, content: Content, choice: Choice) -> str:
    """【中止】11月20日（金） 13:30～15:30 サロン."""
    titles = {each.id: each.discreet_title if choice.discreet else each.title for each in content.series}
    mark = {"cancelled": CANCELLED, "left": MOVED, "handed": MOVED}.get(session.state, "")
    name = choice.label or titles[session.series_id] or NEUTRAL
    return f"{mark}{day_words(session.date)} {hours_words(session.starts, session.ends)} {one_line(name)}"


def is_news(session: Session, choice: Choice) -> bool:
    """Whether a session was called off or moved after people could know of it."""
    if session.state == "cancelled":
        return session.published_at is not None and choice.cancelled != "drop"
    moved = session.former_date or session.former_starts or session.former_venue
    return session.state == "published" and bool(moved)


def change_item(session: Session, choice: Choice, site: Site) -> Item:
    """A session that was called off or moved; another guid for each change of time, place or status."""
    when = f"{day_words(session.date)} {hours_words(session.starts, session.ends)}"
    mark = MOVED if session.state == "published" else ""
    return Item(
        guid=f"{uid_of(session.id)}-{session.sequence}",
        title=f"{mark}{summary(session, choice, site)}　{when}",
        text=description(session, choice) or when,
        link=site.base_url if choice.discreet else f"{site.base_url}/sessions/{session.id}",
        at=session.changed_at,
    )


def item_xml(item: Item) -> str:
    """One item."""
    lines = (
        "<item>",
        element("title", one_line(item.title)),
        element("link", item.link),
        element("description", item.text),
        f'<guid isPermaLink="false">{escape(item.guid)}</guid>',
        element("pubDate", stamp(item.at)),
        "</item>",
    )
    return "\n".join(lines)


def element(name: str, text: str) -> str:
    """An element whose text is nothing but text, without what XML 1.0 does not take."""
    return f"<{name}>{escape(clean(text))}</{name}>"


def attribute(text: str) -> str:
    """A quoted value."""
    return '"{}"'.format(escape(clean(text), {'"': "&quot;"}))


def stamp(at: datetime) -> str:
    """Fri, 20 Nov 2026 04:30:00 GMT (RFC 822 as RSS takes it)."""
    return format_datetime(at.astimezone(UTC).replace(microsecond=0), usegmt=True)
