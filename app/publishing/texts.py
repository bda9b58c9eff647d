"""A month as plain text: whole for mail and すぐーる, short for LINE, within so many characters for the ward's paper.

No text holds more than the page says, and no address in it carries anything but the address.
"""

from typing import Literal

from msgspec import Struct

from app.domain.text import one_line
from app.domain.ward_paper import LARGEST_LIMIT
from app.publishing.month_page import MonthPage, PageSession
from app.publishing.ward_text import gathering_lines, ward_text

For = Literal["mail", "line", "ward"]
PURPOSES: tuple[For, ...] = ("mail", "line", "ward")
USUAL_LIMIT = 400
MOST_LINES = 12
SAME_DAY = "当日に中止になることもあります。ページか電話でお確かめください。"
DEMO = "【デモ：ここにある日程は見本です】"


class Purpose(Struct, frozen=True):
    """What a text is for. limit: the most characters of it, line ends counted, for the ward's paper alone."""

    what: For = "mail"
    limit: int = USUAL_LIMIT


def read_purpose(what: str | None, limit: str | None) -> Purpose:
    """The purpose that parameters ask for: mail where they say nothing that is known, 400 characters where no number."""
    known: For = next((each for each in PURPOSES if each == what), "mail")
    number = int(limit) if limit and limit.isascii() and limit.isdigit() and len(limit) <= 4 else USUAL_LIMIT
    return Purpose(known, min(max(number, 1), LARGEST_LIMIT))


def text_of(page: MonthPage, purpose: Purpose) -> str:
    """The month for a purpose, with a line feed at its end. The ward's text is its body, without what was left out."""
    if purpose.what == "ward":
        return f"{ward_text(page, purpose.limit).text}\n"
    return line_text(page) if purpose.what == "line" else mail_text(page)


def line_text(page: MonthPage) -> str:
    """Short, for a chat: one line a session, of many one a gathering, and where to read more."""
    shown = page.shown
    lines = [
        *([DEMO] if page.demo else []),
        f"{one_line(page.organisation)} {page.span}の予定",
        *((_short(each, page) for each in shown) if len(shown) <= MOST_LINES else gathering_lines(shown)),
        *page.empty,
        *(_moved(session) for session in page.elsewhere),
        f"くわしく {page.address}",
    ]
    return _joined(lines)


def _short(session: PageSession, page: MonthPage) -> str:
    day = session.day if len(page.months) > 1 else f"{session.date.day}日（{session.weekday}）"
    return f"{session.mark}{day}{session.hours} {one_line(session.title)}（{one_line(session.place)}）"


def mail_text(page: MonthPage) -> str:
    """Everything that has to be known, day by day."""
    version = f"（{page.version}）" if page.version else ""
    blocks = [
        *([DEMO] if page.demo else []),
        f"{one_line(page.organisation)}　{page.span}の予定{version}",
        *("\n".join(_block(session)) for session in page.shown),
        *page.empty,
        *(_moved(session) for session in page.elsewhere),
        _joined(
            ["くわしくは", page.address, *([f"電話 {one_line(page.phone)}"] if page.phone else []), SAME_DAY]
        ),
    ]
    return "\n\n".join(block.strip("\n") for block in blocks) + "\n"


def _block(session: PageSession) -> list[str]:
    """A session of the mail: when and what, then what helps to come."""
    lines = [
        f"{session.mark}{session.day} {session.hours}　{one_line(session.title)}",
        session.note,
        _dotted(session.place, session.address or session.area or ""),
    ]
    if session.state == "published":
        lines += [
            _dotted(session.ways, session.seat_words),
            _dotted(session.eligibility or "", session.registration_words),
            _dotted(*(f"{label}：{text}" for label, text in _facts(session) if text)),
        ]
    return [one_line(lines[0]), *(f"　{one_line(line)}" for line in lines[1:] if line)]


def _facts(session: PageSession) -> tuple[tuple[str, str | None], ...]:
    return ("費用", session.fee), ("持ち物", session.belongings), ("問い合わせ", _whom(session))


def _whom(session: PageSession) -> str:
    return " ".join(part for part in (session.contact, session.phone) if part)


def _dotted(*parts: str) -> str:
    return "　".join(part for part in parts if part)


def _moved(session: PageSession) -> str:
    return f"{one_line(session.title)}：{session.note}"


def _joined(lines: list[str]) -> str:
    return "\n".join(line for line in lines if line) + "\n"
