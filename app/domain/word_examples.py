"""What can be written as a schedule, by example: the page of words shows what becomes of each on the day it is opened."""

from datetime import date

from msgspec import Struct

from app.domain.preview import Preview, preview

REIWA = 2018
DATES_READ = 6
"""Enough to have two different days where a day has several sessions."""


class Example(Struct, frozen=True):
    """Words, and the date of one real session where the words alone leave it open. {year} is the coming year."""

    words: str
    anchor: date | None = None


class Group(Struct, frozen=True):
    """Examples of one kind, under a heading."""

    title: str
    examples: tuple[Example, ...]


class Shown(Struct, frozen=True):
    """An example as it is read today."""

    words: str
    anchor: date | None
    preview: Preview


def _group(title: str, *words: str) -> Group:
    return Group(title, tuple(Example(each) for each in words))


ANCHOR = date(2026, 4, 8)
GROUPS: tuple[Group, ...] = (
    _group(
        "毎月・毎週",
        "毎月第3日曜日 10時～12時",
        "第1・第3木曜、第2・第4月曜 13:30～15:30",
        "第2(土)　第4(火) 14時から",
        "毎月最終木曜 午後1時半から3時",
        "毎週火・金曜日 10:00～",
        "平日 9:00～17:00",
        "土日祝 10時～16時",
    ),
    _group(
        "月や期間をかぎる",
        "偶数月第3金曜 13:30～15:30",
        "1月、4月、7月、10月の第1日曜日 10時～",
        "4月から10月の第2土曜",
        "令和{era}年5月～令和{next_era}年2月の毎月第2火曜",
        "{year}年4月から毎週火曜 19時～（全10回）",
    ),
    Group(
        "何週ごと（最初の日といっしょに）",
        (Example("隔週水曜日 14:00～16:00", ANCHOR), Example("3週間に1回 水曜日", ANCHOR)),
    ),
    _group(
        "日にちで",
        "毎月15日 10時～",
        "4と9のつく日",
        "毎月末日（月曜日にあたるときはその翌日）",
        "{year}年4月17日、5月15日、6月19日 10時～",
    ),
    _group(
        "休みの日をのぞく",
        "毎週水曜（祝日・年末年始を除く）",
        "毎週土・日曜日（第2土曜日・祝日除く）14:00~14:20",
        "第2木曜（8月は休み）",
        "毎週金曜（お盆（8月13日～16日）を除く）",
        "月曜休館、祝日の場合は翌平日休館",
    ),
    _group(
        "祝日のときは動かす",
        "第3月曜（祝日の場合は翌日）",
        "第3月曜日（祝日の場合は翌週）",
        "毎月20日（土日祝の場合は前営業日）",
    ),
    _group(
        "ほかの日や、ある月だけのきまり",
        "第1水曜 ※2月は第2水曜日",
        "毎月第三火曜日とその直後の木曜日",
    ),
    _group(
        "一日に何回か・曜日で時間がちがう",
        "毎月第4日曜11:30～13:00、16:30～17:00",
        "火曜10時～12時、木曜14時～16時",
        "毎週火・木曜 10時～16時（12時～13時は休憩）",
    ),
    _group("だいたいのきまり", "原則、毎月第3日曜日 10時～12時"),
)
VAGUE = _group(
    "言葉だけでは決まらないとき",
    "隔週水曜日",
    "隔月 第2火曜日",
    "月2回程度 日曜日",
    "第3または第4土曜日",
    "上旬の土曜日",
    "毎週金曜（お盆を除く）",
    "4月18日、5月16日",
    "年5回",
    "不定期",
)


def shown(group: Group, today: date) -> tuple[Shown, ...]:
    """The examples of a group with what they mean from today on."""
    return tuple(_shown(each, today) for each in group.examples)


def _shown(example: Example, today: date) -> Shown:
    year = today.year + 1
    words = example.words.replace("{year}", str(year)).replace("{era}", str(year - REIWA))
    words = words.replace("{next_era}", str(year + 1 - REIWA))
    return Shown(words, example.anchor, preview(words, example.anchor, today, count=DATES_READ))
