"""What the templates of the organiser's forms need: what was typed, what is wrong with it, and what may be chosen."""

from datetime import date
from typing import Any

from msgspec import Struct

from app.domain.errors import DomainError, Misfilled, Unusable
from app.domain.programme import Organisation
from app.storage.series import series_of_organisation
from app.web.forms import Typed
from app.web.i18n import gettext as _
from app.web.organiser.choices import Choice, audiences, places, policies, registrations, series_choices
from app.web.organiser.series_form import unfolded

Filled = dict[str, Any]
ADD_VENUE = "venue"
MOST_VENUES = 12
OTHERWISE = "add_date"
NOT_OFFERED = "どれかを選んでください。"
SERIES_FIELDS = ("parent_id", "parallel_id")


class Choices(Struct, frozen=True):
    """The venues with their rooms, and the series of the organisation, that may be chosen."""

    venues: list[Choice]
    series: list[Choice]

    def wrong(self, typed: Typed) -> dict[str, str]:
        """A sentence for each field with a choice that was not offered."""
        offered = {"venue": self.venues, **dict.fromkeys(SERIES_FIELDS, self.series)}
        return {
            field: NOT_OFFERED
            for field, options in offered.items()
            if set(typed.all(field)) - {value for value, _label in options} - {""}
        }


async def choices_of(
    organisation: Organisation, today: date, *, kept: tuple[str, ...] = (), besides: Any = None
) -> Choices:
    """What may be chosen; kept: venues that are chosen already, listed or not."""
    series = await series_of_organisation(organisation.id, today, listed_only=False)
    return Choices(await places(kept), series_choices(series, besides))


def messages_of(refusal: DomainError | None) -> dict[str, str]:
    """The sentences of a refusal by field; one that names none is about the dates, and stands beside ＋日付."""
    if refusal is None:
        return {}
    if isinstance(refusal, Misfilled):
        return {field: _(text) for field, text in refusal.messages.items()}
    field = (
        refusal.field if isinstance(refusal, Unusable) and refusal.field not in {"", "date"} else OTHERWISE
    )
    return {field: _(str(refusal))}


def filling(typed: Typed, choices: Choices, refusal: DomainError | None = None) -> Filled:
    """The context of a form."""
    errors = messages_of(refusal)
    chosen = list(typed.all("venue")) or [""]
    if typed.get("do") == ADD_VENUE:
        chosen.append("")
    return {
        "typed": typed,
        "errors": errors,
        "unfolded": unfolded(typed, errors),
        "modes": typed.all("mode"),
        "chosen_audience": typed.all("audience"),
        "chosen_venues": chosen[:MOST_VENUES],
        "venues": [("", _("まだ決めていない")), *choices.venues],
        "other_series": choices.series,
        "registrations": registrations(),
        "audiences": audiences(),
        "policies": policies(),
        "promotions": promotions(typed.get("promotion_minutes", "")),
    }


def promotions(chosen: str) -> list[Choice]:
    """Until when those who wait move up by themselves; one that was set otherwise stays on the list."""
    usual = [
        ("0", _("はじまるまで")),
        ("60", _("1時間前まで")),
        ("180", _("3時間前まで")),
        ("1440", _("前の日の同じ時刻まで")),
        ("2880", _("2日前の同じ時刻まで")),
    ]
    if chosen.isascii() and chosen.isdigit() and chosen not in dict(usual):
        usual.append((chosen, _("%(minutes)s分前まで") % {"minutes": chosen}))
    return usual
