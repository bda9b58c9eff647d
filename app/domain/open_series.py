"""From a row of open data to the wish for a series: its words, what it says of itself, and what nobody could read."""

import re
import unicodedata
from datetime import date

from msgspec import Struct

from app.domain.open_data import OpenRow, head_of
from app.domain.planning import LinePool
from app.domain.recurrence.reading import LONGEST, Reading, read
from app.domain.series_wish import LARGEST_CAPACITY, LONGEST_TEXT, LONGEST_WORDS, PHONE, SeriesWish, is_web

LONGEST_TITLE = 60
TIMELY = re.compile(r"[0-9月火水木金土日祝休除週毎第末初変]")
"""Whether a remark may be about dates: then leaving it out would make wrong ones."""
DATE = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))")
ERA = re.compile(r"(?:令和|[rR])\s*(\d{1,2}|元)[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
REIWA = 2018
UNREAD = re.compile(r".*(?:緯度|経度|座標|カナ|かな|ふりがな|フリガナ).*|latitude|longitude|lat|lng|lon")
"""Names of columns that no reader needs, as `head_of` writes them."""


class Schedule(Struct, frozen=True):
    """The words of the line, its bounds, what they say, and words that went into the note instead."""

    words: str
    reading: Reading
    first: date | None = None
    last: date | None = None
    aside: tuple[tuple[str, str], ...] = ()


class Doubt(Struct, frozen=True):
    """What an organiser should look at: the row of the file, its words, and what is missing, in Japanese."""

    row: int
    title: str
    words: str
    missing: tuple[str, ...]


def schedule_of(row: OpenRow) -> Schedule:
    """The words about time of a row, put together as a line would be typed. What is open stays open."""
    if row.of("days"):
        return _by_words(row)
    first, last = date_of(row.of("first")), date_of(row.of("last"))
    if first is None:
        words = _joined(
            row.of("first"), "～" if row.of("last") else "", row.of("last"), hours_of(row), row.of("remark")
        )
        return Schedule(words, read(words[:LONGEST]))
    return _by_dates(row, first, last or first)


def _by_words(row: OpenRow) -> Schedule:
    plain, remark = _joined(row.of("days"), hours_of(row)), row.of("remark")
    whole = _joined(plain, remark)
    reading = read(whole[:LONGEST])
    if reading.timetable or not remark or TIMELY.search(unicodedata.normalize("NFKC", remark)):
        return Schedule(whole, reading)
    return Schedule(plain, read(plain[:LONGEST]), aside=(("日時について", remark),))


def _by_dates(row: OpenRow, first: date, last: date) -> Schedule:
    """An event on one day; on the days its remark names, between its dates; or on days that it leaves open."""
    hours, remark = hours_of(row), row.of("remark")
    if first == last:
        words = _joined(_day(first), hours)
        return Schedule(words, read(words), aside=(("日時について", remark),) if remark else ())
    named = _joined(remark, hours)
    reading = read(named[:LONGEST]) if remark else None
    if reading and reading.timetable:
        return Schedule(named, reading, first, last)
    words = _joined(f"{_day(first)}～{_day(last)}", hours, remark)
    return Schedule(words, read(words[:LONGEST]), first, last)


def hours_of(row: OpenRow) -> str:
    """From when to when, as one text."""
    if row.of("hours"):
        return row.of("hours")
    starts, ends = row.of("starts"), row.of("ends")
    return f"{starts}～{ends}" if starts or ends else ""


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def date_of(words: str) -> date | None:
    """2026-05-10, 2026/5/10, 20260510, 令和8年5月10日 or R8.5.10; None for anything else."""
    plain = unicodedata.normalize("NFKC", words).strip()
    era = ERA.fullmatch(plain)
    found = era or DATE.fullmatch(plain)
    if found is None:
        return None
    year = REIWA + (1 if found[1] == "元" else int(found[1])) if era else int(found[1])
    try:
        return date(year, *(int(part) for part in found.groups()[1:] if part))
    except ValueError:
        return None


def doubts_of(row: OpenRow, schedule: Schedule, besides: tuple[str, ...] = ()) -> Doubt | None:
    """What the words of a row leave open or say against the calendar, and what else; None where all is clear."""
    reading = schedule.reading
    open_points = list(reading.questions)
    if not schedule.words:
        open_points = ["開催日の言葉がありません"]
    elif reading.timetable is None and not open_points:
        open_points = ["日にちを読み取れませんでした"]
    open_points += [
        remark.text for remark in reading.remarks if remark.code in ("partial", "conflict", "past_exception")
    ]
    open_points += [f"予定に入れず、お知らせに書きました：{words}" for _, words in schedule.aside]
    if len(schedule.words) > LONGEST_WORDS:
        open_points.append("予定の言葉が長いので、お知らせに書きました")
    open_points += besides
    return (
        Doubt(row.number, row.title, schedule.words, tuple(dict.fromkeys(open_points)))
        if open_points
        else None
    )


def series_wish(row: OpenRow, schedule: Schedule) -> SeriesWish:
    """What the row says of itself; what fits no field stands in the note under the name of its column."""
    phone, web, fee = row.of("phone"), row.of("web"), _fee(row)
    notes = [*(pair for pair in row.others if for_readers(pair[0])), *schedule.aside, *_left(row)]
    if phone and not PHONE.fullmatch(phone):
        notes.append(("電話", phone))
    if web and not is_web(web):
        notes.append(("URL", web))
    if len(row.title) > LONGEST_TITLE:
        notes.append(("名称", row.title))
    if len(schedule.words) > LONGEST_WORDS:
        notes.append(("開催日", schedule.words))
    return SeriesWish(
        title=row.title[:LONGEST_TITLE],
        about=row.of("about") or None,
        eligibility=row.of("eligibility") or None,
        fee=fee or None,
        phone=phone if PHONE.fullmatch(phone) else None,
        contact=row.of("contact") or None,
        web=web if web and is_web(web) else None,
        way_in=row.of("way_in") or None,
        note="\n".join(f"{name}：{value}" for name, value in notes)[:LONGEST_TEXT] or None,
    )


def for_readers(column: str) -> bool:
    """Whether the cells of a column nobody knows tell a reader something: not where it is on the map, nor how it is read out."""
    return not UNREAD.fullmatch(head_of(column))


def _left(row: OpenRow) -> list[tuple[str, str]]:
    """Known columns that a series has no field for."""
    found = [("番号", row.of("no")), ("自治体コード", row.of("code")), ("都道府県", row.of("prefecture"))]
    if row.of("capacity") and capacity_of(row) is None:
        found.append(("定員", row.of("capacity")))
    if row.of("days") and row.of("first", "last"):
        found.append(("期間", f"{row.of('first')}～{row.of('last')}"))
    if row.of("hours") and row.of("starts", "ends"):
        found.append(("時間", f"{row.of('starts')}～{row.of('ends')}"))
    return [(name, value) for name, value in found if value]


def _fee(row: OpenRow) -> str:
    price = row.of("price")
    said = f"{price}円" if price.isdigit() else price
    return " ".join(part for part in (said, row.of("fee")) if part)


def capacity_of(row: OpenRow) -> int | None:
    """30, 30人 or 30名; None for anything less plain."""
    found = re.fullmatch(r"(\d{1,4})[人名]?", unicodedata.normalize("NFKC", row.of("capacity")))
    count = int(found[1]) if found else 0
    return count if 1 <= count <= LARGEST_CAPACITY else None


def pools_of(row: OpenRow) -> tuple[LinePool, ...]:
    """The seats at the venue: as many as the row says, else nobody has said."""
    count = capacity_of(row)
    return (LinePool("in_person", "talk", "number", count) if count else LinePool("in_person"),)
