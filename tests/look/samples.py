"""Invented texts for the look book, and the pages that show every part with them."""

from calendar import Calendar
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader

from app.web.templates import environment as product

ROOT = Path(__file__).parents[2]
PAGES = tuple(sorted(page.stem for page in (Path(__file__).parent / "pages").glob("*.html")))
ERRORS = ("404", "410", "429", "500", "503")

HERE = "ふらっとなんぶ（狛江市）・会場"
MEAL = {
    "href": "#",
    "title": "ごはん＋居場所",
    "start": "13:30",
    "stamp": "2026-11-21T13:30",
    "until": "15:30まで",
}
FAMILY = {
    "href": "#",
    "title": "家族のつどい",
    "start": "10:00",
    "until": "12:00まで",
    "audience": ["ご家族"],
}
LISTEN = {
    "href": "#",
    "title": "ふらっと（オンライン）",
    "start": "14:00",
    "until": "16:00まで",
    "audience": ["本人"],
}
EVENING = {
    "href": "#",
    "title": "夕方の居場所",
    "start": "17:00",
    "until": "終わりは未定",
    "state": "planned",
}
COUNTED = {"href": "#", "title": "フリースペース", "start": "24日（火）", "until": "13:00～17:00"}

DAYS: list[dict[str, Any]] = [
    {
        "near": "今日",
        "label": "11月21日（土）",
        "sessions": [
            MEAL | {"where": HERE, "audience": ["だれでも"], "tags": [{"text": "予約なしで行けます"}]}
        ],
    },
    {
        "near": "明日",
        "label": "11月22日（日）",
        "sessions": [
            FAMILY
            | {
                "where": "地域センター（新宿区）・会場とオンライン",
                "tags": [{"text": "会場 満席", "kind": "full"}, {"text": "オンライン 空きあり"}],
            },
            LISTEN
            | {
                "where": "家から・カメラもマイクも要りません",
                "tags": [{"text": "参加席 残りわずか", "kind": "heed"}, {"text": "リスナー席 空きあり"}],
            },
            MEAL
            | {"where": HERE, "state": "cancelled", "note": "会場が使えなくなりました。次は12月5日です。"},
        ],
    },
    {
        "label": "11月23日（月）",
        "holiday": "勤労感謝の日",
        "sessions": [
            EVENING
            | {"where": "からふらっと（国立市）・会場", "tags": [{"text": "予定（まだ決まっていません）"}]},
            {
                "href": "#",
                "title": "かめのよりみち",
                "where": "狛江市",
                "state": "over",
                "note": "終わりました",
            },
        ],
    },
]

VENUE_DAYS = [
    {
        "id": "d24",
        "label": "11月24日（火）",
        "sessions": [COUNTED | {"start": "13:00", "until": "17:00まで"}],
    },
    {"id": "d26", "label": "11月26日（木）", "sessions": [EVENING | {"tags": [{"text": "予定"}]}]},
]

ON_DAYS: dict[int, list[dict[str, str]]] = {
    **{day: [{"href": "#", "start": "13:00", "title": "フリースペース"}] for day in (6, 10, 13, 17, 24, 27)},
    8: [{"href": "#", "start": "14:00", "title": "ふらっと"}],
    15: [{"href": "#", "start": "10:00", "title": "家族のつどい", "state": "cancelled"}],
    20: [
        {"href": "#", "start": "10:00", "title": "家族のつどい"},
        {"href": "#", "start": "13:30", "title": "かめのよりみち"},
    ],
    26: [{"href": "#", "start": "17:00", "title": "夕方の居場所", "state": "planned"}],
}
HOLIDAYS = {3: "文化の日", 23: "勤労感謝の日"}
LISTED = (24, 26)


def month_day(number: int) -> dict[str, Any] | None:
    """A day of November 2026 as the month table takes it; None outside the month."""
    if not number:
        return None
    sessions = ON_DAYS.get(number, [])
    jump = f"#d{number}" if number in LISTED else "#d24"
    return {
        "number": number,
        "holiday": HOLIDAYS.get(number),
        "today": number == 21,
        "jump": jump,
        "sessions": sessions,
    }


def step(label: str, **rest: Any) -> dict[str, Any]:
    """A button of the door or of a date card."""
    return {"label": label, "name": "act", "value": label} | rest


VALUES: dict[str, Any] = {
    "lang": "ja",
    "demo": True,
    "filters": [
        {"href": "#", "label": label, "current": label == "すべて"}
        for label in ("すべて", "家から", "聞くだけ", "予約なし", "ご家族の会", "地域から")
    ],
    "days": DAYS,
    "venue_days": VENUE_DAYS,
    "weeks": [[month_day(day) for day in week] for week in Calendar(6).monthdayscalendar(2026, 11)],
    "entrances": [
        {"href": "#", "label": "はじめての方へ", "note": "どんな所か、着いたら何があるか"},
        {"href": "#", "label": "ご家族の方へ", "note": "家族の会と、予定の購読"},
        {"href": "#", "label": "会場から探す", "note": "地図ではなく、町の名前で"},
        {"href": "#", "label": "電話で話す", "note": "いま つながる窓口"},
    ],
    "fact_rows": [
        ("当日の流れ", "はじめに短いゲーム。あとは自由に話します。\n名前を言う場面はありません。"),
        ("会場", "区民センター 2階 和室（入口は裏手。係が立っています）"),
        ("オンライン", "アプリは要りません。カメラとマイクは切ったままで大丈夫です。"),
        ("費用", None),
        ("予約", "しても、しなくても来られます"),
    ],
    "errors": {"nickname": "メールアドレスのようです。ここには呼ばれたい名前だけを書いてください。"},
    "staff": True,
    "staff_here": "/staff/organisations/x",
    "staff_links": [
        {"href": "/staff/organisations/x", "label": "つくる・知らせる"},
        {"href": "/staff/venues/x", "label": "部屋"},
    ],
    "rows": [
        {
            "name": "みかん",
            "under": "リスナー席・オンライン（声をかけない）",
            "buttons": [step("来た", second=True)],
        },
        {"name": "たぬき", "under": "参加席・会場", "here": True, "buttons": [step("取り消す", second=True)]},
        {"name": "K", "under": "リスナー席・会場（声をかけない）", "buttons": [step("来た", second=True)]},
    ],
    "dates": [
        {
            "label": "2026年12月18日（金）",
            "time": "13:30～15:30",
            "buttons": [step("外す", second=True), step("移す", second=True)],
        },
        {
            "label": "2027年2月19日（金）",
            "time": "13:30～15:30",
            "kind": "ask",
            "remark": "祝日に当たります。どうしますか",
            "buttons": [step("開く"), step("休み", second=True)],
        },
        {
            "label": "2027年4月16日（金）",
            "kind": "out",
            "remark": "外しました",
            "buttons": [step("戻す", second=True)],
        },
    ],
    "rooms": [
        ("和室", [[{"time": "13:30～15:30", "title": "ふらっと", "under": "決定"}], "休館日", []]),
        (
            "会議室1",
            [
                [],
                "休館日",
                [{"time": "10:00～12:00", "title": "家族のつどい", "kind": "wish", "under": "希望"}],
            ],
        ),
        (
            "会議室2",
            [
                [{"time": "18:00～", "title": "夕方", "kind": "refused", "under": "不可：清掃があります"}],
                "休館日",
                [],
            ],
        ),
    ],
}


def environment() -> Environment:
    """One like the product's own, with the look book's pages beside its templates; what is kept of that one stays as it is."""
    made = product.__wrapped__()
    made.loader = FileSystemLoader([ROOT / "templates", Path(__file__).parent / "pages"])
    made.globals["csrf_token"] = lambda: "a-token"
    return made


def drawn(page: str, **more: Any) -> str:
    """A page of the look book, or an error page, as HTML."""
    name = f"errors/{page}.html" if page in ERRORS else f"{page}.html"
    extra = {"phone": "03-1234-5678"} if page in ERRORS else {}
    return environment().get_template(name).render(VALUES | extra | more)
