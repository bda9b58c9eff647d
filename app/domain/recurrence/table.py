"""The answer about a phrase as a table that a person reads: date, weekday, hours, holiday or reason."""

from datetime import date
from typing import Any
from unicodedata import east_asian_width

from msgspec import Struct

from app.domain.recurrence.reasons import WEEKDAYS, day_words

AIRY = 3
"""With more rows a month than these, a blank line stands between the months."""
NOTICED = frozenset({"holiday", "year_end"})
UNHELD = {"excluded": "お休み", "moved": "移動"}


class Row(Struct, frozen=True):
    """One date: when, or that it is not held, and what there is to say about it."""

    day: str
    when: str
    said: str = ""
    held: bool = True


def table(answered: dict[str, Any]) -> str:
    """The words read back, the dates in line whatever the width of their letters, and what to look at."""
    rows = sorted(rows_of(answered), key=lambda row: (row.day, row.when))
    if not answered["wording"]:
        return "\n".join([f"「{answered['phrase']}」からは、まだ日付が決まりません。", *_open(answered)])
    parts = [[answered["wording"], *_open(answered)], _lines(rows), _summary(rows, answered)]
    return "\n\n".join("\n".join(part) for part in parts if part)


def rows_of(answered: dict[str, Any]) -> list[Row]:
    """A row for every session, and one for every date that is left out or has moved away."""
    about: dict[str, list[dict[str, Any]]] = {}
    for remark in answered["remarks"]:
        about.setdefault(remark["date"] or "", []).append(remark)
    arrived = {to: remark for remark in answered["remarks"] if (to := remark.get("to"))}
    held = [
        Row(each["date"], _hours(each), _said(each["date"], about.get(each["date"], []), arrived))
        for each in answered["sessions"]
    ]
    dates = {row.day for row in held} | {""}
    gone = {day: [r for r in remarks if r["code"] in UNHELD] for day, remarks in about.items()}
    return held + [_unheld(day, remarks) for day, remarks in gone.items() if remarks and day not in dates]


def _unheld(day: str, remarks: list[dict[str, Any]]) -> Row:
    return Row(day, UNHELD[remarks[0]["code"]], _said(day, remarks, {}), held=False)


def _said(day: str, remarks: list[dict[str, Any]], arrived: dict[str, dict[str, Any]]) -> str:
    """What the remarks say, without the date that stands at the head of the row."""
    texts = [_short(remark["text"], day) for remark in remarks]
    if day in arrived:
        texts.append(f"{day_words(date.fromisoformat(arrived[day]['date']))}から")
    return "、".join(texts)


def _short(text: str, day: str) -> str:
    head = day_words(date.fromisoformat(day))
    for sign in ("は", "が"):
        text = text.removeprefix(f"{head}{sign}")
    return text.removesuffix("お休みです").removesuffix("に当たります")


def _hours(session: dict[str, str | None]) -> str:
    start, end = session["start"] or "", session["end"] or ""
    return f"{start:>5}～{end}" if start or end else ""


def _open(answered: dict[str, Any]) -> list[str]:
    """What is left open, and what the words as a whole make one remark."""
    asked = [f"  {question}" for question in answered["questions"]]
    if "anchor" in answered["missing"]:
        asked.append("  分かれば、--anchor 2026-04-08 のように付けてください。")
    held = {each["date"] for each in answered["sessions"]}
    whole = [
        remark["text"]
        for remark in answered["remarks"]
        if not remark["date"] or (remark["date"] not in held and remark["code"] not in UNHELD)
    ]
    return asked + [f"※ {text}" for text in whole]


def _lines(rows: list[Row]) -> list[str]:
    """The rows, the months apart where they are long."""
    months = len({row.day[:7] for row in rows})
    width = max((columns(row.when) for row in rows), default=0)
    found: list[str] = []
    for before, row in zip([None, *rows], rows, strict=False):
        if before and before.day[:7] != row.day[:7] and len(rows) > AIRY * months:
            found.append("")
        found.append(f"{_day(row.day)}  {padded(row.when, width)}{'  ' if width else ''}{row.said}".rstrip())
    return found


def _summary(rows: list[Row], answered: dict[str, Any]) -> list[str]:
    """How many dates, how many not held, and how many to be looked at."""
    counted = {"回": sum(row.held for row in rows)}
    parts = [f"{counted['回']}回"]
    for word in UNHELD.values():
        number = sum(row.when == word and not row.held for row in rows)
        parts += [f"{word} {number}回"] if number else []
    noticed = len({r["date"] for r in answered["remarks"] if r["code"] in NOTICED})
    look = (
        [f"祝日や年末年始に当たる日が{noticed}回あります。開くかどうか、確かめてください。"]
        if noticed
        else []
    )
    return ["、".join(parts), *look]


def _day(iso: str) -> str:
    return f"{iso} ({WEEKDAYS[date.fromisoformat(iso).weekday()]})"


def columns(text: str) -> int:
    """How many columns of a terminal a text takes: Japanese letters take two."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def padded(text: str, width: int) -> str:
    """The text, filled with spaces to so many columns."""
    return text + " " * (width - columns(text))
