"""Sessions as the municipal standard table "イベント一覧", for a ward's open data and for Excel.

Names and order of the columns: 推奨データセット 基本編 6 (Digital Agency), all 32 of them. Its successor, the
自治体標準オープンデータセット, describes the event itself in the same words. What is not kept here (readings, coordinates,
codes of towns) stays empty, which the standard allows; days are 2026-11-20, times 13:30. UTF-8 with BOM, CRLF (RFC 4180).
"""

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from datetime import time

from msgspec import Struct

from app.domain.programme import Session
from app.domain.registration import REGISTRATION_WORDS
from app.domain.seats import MODE_WORDS
from app.domain.text import many_lines
from app.publishing.month_page import CANCELLED

BOM = "\ufeff"
# Spreadsheets take a cell that begins like this for a formula; full-width signs are folded by some of them.
FORMULA = tuple("=+-@＝＋－＠\t\r")
PREFECTURES = ("東京都", "北海道", "京都府", "大阪府")

DEMO = "【デモ】"


class Site(Struct, frozen=True):
    """Where the pages of the sessions stand. demo: the dates are invented, and every row says so."""

    base_url: str
    demo: bool = False


Cell = Callable[[Session, Site], str]


def table_bytes(sessions: Iterable[Session], site: Site) -> bytes:
    """The table, one row a session. No address that is not public, no join link and no count of places is in it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for session in sessions:
        writer.writerow([harmless(cell(session, site)) for cell in COLUMNS.values()])
    return f"{BOM}{out.getvalue()}".encode()


def harmless(text: str) -> str:
    """The text as no spreadsheet takes it for a formula; control characters are gone."""
    plain = many_lines(text)
    return f"'{plain}" if plain.startswith(FORMULA) else plain


def nothing(_session: Session, _site: Site) -> str:
    """What is not kept here."""
    return ""


def title(session: Session, site: Site) -> str:
    """The title; whoever shows nothing else still sees that it is off, or invented."""
    marks = (DEMO if site.demo else "", CANCELLED if session.state == "cancelled" else "")
    return f"{''.join(marks)}{session.series.title}"


def clock(at: time | None) -> str:
    """09:30, as the standard writes times; nothing where it is unknown."""
    return f"{at:%H:%M}" if at else ""


def about_time(session: Session) -> str:
    """What has to be known of the date: that it is off, not settled yet, or was another one."""
    if session.state == "cancelled":
        return f"中止。{session.cancel_reason or ''}"
    found = ["まだ決まっていない予定です。"] if session.state == "planned" else []
    if session.former_date:
        found.append(f"{session.former_date:%Y-%m-%d}から変わりました。")
    if session.starts and not session.ends:
        found.append("終了時刻は未定です。")
    return "".join(found)


def free_fee(session: Session) -> str:
    """0 where it is free, nothing where the fee is words or unknown: the standard wants yen as a number here."""
    return "0" if session.series.fee == "無料" else ""


def phone(session: Session) -> str:
    """Whom to telephone."""
    return session.series.phone or (session.owner.phone if session.owner else None) or ""


def place(session: Session) -> str:
    """Where: the venue, or オンライン where there is none but a screen."""
    if session.venue:
        room = session.room_name if session.room_state == "granted" else None
        return f"{session.venue.name} {room}" if room else session.venue.name
    return MODE_WORDS["online"] if session.modes == ("online",) else ""


def address(session: Session) -> str:
    """The address where it is public, else the town alone."""
    if session.venue is None:
        return ""
    public = session.venue.address if session.venue.address_public else None
    return public or session.venue.area or ""


def prefecture(session: Session) -> str:
    """東京都 and the like, as far as the address says it."""
    said = address(session)
    known = next((name for name in PREFECTURES if said.startswith(name)), "")
    end = said.find("県")
    return known or (said[: end + 1] if 2 <= end <= 3 else "")


def town(session: Session) -> str:
    """The town whose list this is: that of who holds it, else that of the venue."""
    own = session.owner.area if session.owner else None
    return own or (session.venue.area if session.venue else None) or ""


def conditions(session: Session) -> str:
    """For whom, how one takes part where, what to bring."""
    series = session.series
    known = (
        series.eligibility,
        "・".join(words for mode, words in MODE_WORDS.items() if mode in session.modes),
        f"持ち物：{series.belongings}" if series.belongings else None,
    )
    return "　".join(part for part in known if part)


COLUMNS: Mapping[str, Cell] = {
    "都道府県コード又は市区町村コード": nothing,
    "NO": lambda session, _: str(session.id),
    "都道府県名": lambda session, _: prefecture(session),
    "市区町村名": lambda session, _: town(session),
    "イベント名": title,
    "イベント名_カナ": nothing,
    "イベント名_英語": nothing,
    "開始日": lambda session, _: str(session.date),
    "終了日": lambda session, _: str(session.last_date),
    "開始時間": lambda session, _: clock(session.starts),
    "終了時間": lambda session, _: clock(session.ends),
    "開始日時特記事項": lambda session, _: about_time(session),
    "説明": lambda session, _: session.theme or session.series.about or "",
    "料金(基本)": lambda session, _: free_fee(session),
    "料金(詳細)": lambda session, _: session.series.fee or "",
    "連絡先名称": lambda session, _: session.series.contact or (session.owner.name if session.owner else ""),
    "連絡先電話番号": lambda session, _: phone(session),
    "連絡先内線番号": nothing,
    "主催者": lambda session, _: session.owner.name if session.owner else "",
    "場所名称": lambda session, _: place(session),
    "住所": lambda session, _: address(session),
    "方書": nothing,
    "緯度": nothing,
    "経度": nothing,
    "アクセス方法": lambda session, _: session.series.way_in or "",
    "駐車場情報": nothing,
    "定員": nothing,
    "参加申込終了日": nothing,
    "参加申込終了時間": nothing,
    "参加申込方法": lambda session, _: REGISTRATION_WORDS[session.series.registration],
    "URL": lambda session, site: f"{site.base_url}/sessions/{session.id}",
    "備考": lambda session, _: conditions(session),
}
