"""What the kinds of heads are called in a report, in the language of the request."""

from collections.abc import Callable

from app.web import saying
from app.web.i18n import gettext as _


def way(word: str) -> str:
    """予約あり, 当日参加."""
    return {"reserved": _("予約あり"), "walk_in": _("当日参加")}[word]


def role(word: str) -> str:
    """本人, ご家族, 支援する方, 知人, 言わない."""
    return {
        "participant": _("本人"),
        "family": _("ご家族"),
        "supporter": _("支援する方"),
        "acquaintance": _("知人"),
        "unsaid": _("言わない"),
    }[word]


KINDS: dict[str, Callable[[str], str]] = {
    "mode": saying.mode,
    "seat": saying.seat,
    "way": way,
    "role": role,
}
