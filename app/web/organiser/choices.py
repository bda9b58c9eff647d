"""The choices of an organiser's forms, in the language of the request."""

from typing import Any
from uuid import UUID

from app.domain.programme import Series
from app.storage.venues import venues_with_rooms
from app.web.i18n import gettext as _

Choice = tuple[str, str]


def registrations() -> list[dict[str, str]]:
    """申込みのしかた."""
    return [
        {"value": "walk_in", "label": _("予約なしで来られる")},
        {"value": "walk_in_or_reserve", "label": _("予約しても、しなくてもよい")},
        {"value": "reserve_required", "label": _("予約が必要")},
        {"value": "by_referral", "label": _("紹介のみ"), "note": _("紹介の言葉を渡した方だけが予約できます")},
        {"value": "closed", "label": _("新しい方は受け付けていない")},
        {
            "value": "unstated",
            "label": _("まだ決めていない"),
            "note": _("「主催者にお尋ねください」と出ます"),
        },
    ]


def audiences() -> list[dict[str, str]]:
    """どなた向けか."""
    return [
        {"value": "participant", "label": _("ご本人")},
        {"value": "family", "label": _("ご家族")},
        {"value": "supporter", "label": _("支援する方")},
    ]


def policies() -> list[Choice]:
    """祝日の扱い."""
    return [
        ("undecided", _("その都度きめる（開く・休みを聞く）")),
        ("closed", _("休み")),
        ("open", _("開く")),
        ("next_day", _("翌日に移す")),
        ("next_workday", _("次の平日に移す")),
        ("next_week", _("翌週に移す")),
        ("previous_workday", _("前の平日に移す")),
    ]


async def places(chosen: tuple[str, ...] = ()) -> list[Choice]:
    """Listed venues and their rooms by name, and those that are chosen already."""
    options: dict[str, str] = {}
    for row in await venues_with_rooms():
        if row["listed"] or str(row["id"]) in {text.partition(":")[0] for text in chosen}:
            options.setdefault(str(row["id"]), named(row))
            if row["room_id"]:
                options[f"{row['id']}:{row['room_id']}"] = f"{named(row)} › {row['room']}"
    return list(options.items())


def named(row: dict[str, Any]) -> str:
    """A venue with its area, unless the name says it."""
    area = row["area"]
    return f"{row['name']}（{area}）" if area and area not in row["name"] else str(row["name"])


def series_choices(found: tuple[Series, ...], besides: UUID | None = None) -> list[Choice]:
    """Series to be linked to, none first."""
    return [("", _("なし")), *((str(each.id), each.title) for each in found if each.id != besides)]
