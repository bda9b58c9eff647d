"""The roles in words: what they are called, and what whoever holds one may do."""

from typing import Any
from uuid import UUID

from app.domain.staff import ORGANISATION_ROLES, Role
from app.web.i18n import gettext as _


def role_name(role: str | None) -> str:
    """主催, 進行役, 見るだけ, 会場担当, 管理; nothing for none of them."""
    return {
        "organiser": _("主催"),
        "facilitator": _("進行役"),
        "viewer": _("見るだけ"),
        "venue_manager": _("会場担当"),
        "admin": _("管理"),
    }.get(role or "", "")


def role_note(role: Role) -> str:
    """What may be done in a role."""
    return {
        "organiser": _("定例と予定をつくり、公開し、人を招きます。この団体の回の呼び名が見えます。"),
        "facilitator": _("受け持つ定例の受付をします。その回の呼び名が見えます。"),
        "viewer": _("予定と記録を見ます。呼び名は見えません。"),
        "venue_manager": _("部屋の希望に答え、休館日を入れます。呼び名は見えません。"),
        "admin": _("団体と会場を加え、はじめの主催の方を招きます。呼び名は見えません。"),
    }[role]


def role_choices() -> list[dict[str, str]]:
    """The roles of an organisation, to choose from."""
    return [{"value": role, "label": role_name(role), "note": role_note(role)} for role in ORGANISATION_ROLES]


def series_choices(series: dict[UUID, str]) -> list[dict[str, Any]]:
    """The series whose people a facilitator may see, to choose from."""
    return [{"value": str(series_id), "label": title} for series_id, title in series.items()]
