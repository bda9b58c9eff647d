"""What stands beside the words while they are typed: read back, the next dates as cards, questions as buttons."""

from datetime import date
from typing import Any, cast, get_args
from uuid import UUID

from msgspec import Struct

from app.domain.preview import NextDate, Preview, preview
from app.domain.promises import left_words
from app.domain.recurrence.holidays import YearEnd, holiday_name
from app.domain.recurrence.reading import Periods
from app.domain.recurrence.rule import HolidayPolicy
from app.domain.series_wish import HandDate
from app.storage.periods import periods_of, year_end_of
from app.web import saying
from app.web.forms import Typed
from app.web.i18n import gettext as _
from app.web.organiser.asking import asking, asking_about_holidays, with_answer
from app.web.organiser.taps import MOST_SHOWN, Taps, day_of, taps_of
from app.web.wording import day as day_words
from app.web.wording import day_and_year, hours

Data = dict[str, Any]
ALL_DATES = 800


class Custom(Struct, frozen=True):
    """What an organisation has set, as far as reading needs it."""

    periods: Periods
    year_end: YearEnd


async def custom_of(organisation_id: UUID) -> Custom:
    """The named periods and the year end of an organisation."""
    return Custom(await periods_of(organisation_id), await year_end_of(organisation_id))


def seen_of(typed: Typed, custom: Custom, today: date, count: int) -> Preview:
    """What the words of a form mean, the next `count` dates of it."""
    policy = typed.get("holiday_policy", "")
    return preview(
        typed.get("words", "").strip()[:600],
        day_of(typed.get("anchor", "")),
        today,
        periods=custom.periods,
        policy=cast(HolidayPolicy, policy) if policy in get_args(HolidayPolicy) else "undecided",
        year_end=custom.year_end,
        count=count,
    )


def reading_context(typed: Typed, custom: Custom, today: date) -> Data:
    """The fragment: `reading` for the template of the same name. An answer that was pressed is put in first."""
    before, typed = typed, with_answer(typed)
    taps = taps_of(typed, today)
    seen = seen_of(typed, custom, today, taps.shown)
    return {
        "reading": {
            "words": typed.get("words", "").strip(),
            "understood": seen.understood,
            "wording": saying.timetable(seen.reading.timetable) if seen.reading.timetable else "",
            "asking": asking(typed, custom.periods, today),
            "holidays": asking_about_holidays(typed, custom.periods) if meets_holiday(seen) else [],
            "answered": "" if typed is before else typed.get("words", ""),
            "asks_anchor": "anchor" in seen.reading.missing or bool(typed.get("anchor", "").strip()),
            "anchor": typed.get("anchor", ""),
            "remarks": [_(remark.text) for remark in seen.reading.remarks if remark.code != "excluded"],
            "cards": [card_of(each, taps, today) for each in seen.dates],
            "added": [added_card(each, today) for each in taps.added],
            "gaps": [_(gap.text) for gap in seen.gaps],
            "more": seen.more and taps.shown < MOST_SHOWN,
            "promise": promise_lines(seen, taps, today),
            "unfolded": seen.reading.timetable is None or bool(taps.added or taps.field),
            "taps": hidden_of(taps),
            "problem": taps.problem,
            "field": taps.field,
            "add_date": typed.get("add_date", "") if taps.problem else "",
            "add_starts": typed.get("add_starts", ""),
            "add_ends": typed.get("add_ends", ""),
        }
    }


def meets_holiday(seen: Preview) -> bool:
    """Whether one of the next dates is a holiday that nobody has said anything about."""
    return any(each.question and holiday_name(each.date) for each in seen.dates)


def promise_lines(seen: Preview, taps: Taps, today: date) -> list[str]:
    """年5回, and how many dates it still lacks; nothing where the words promise no number."""
    promise = seen.reading.promise
    if promise is None:
        return []
    ruled = [
        taps.moved.get(each.nominal, each.date) for each in seen.dates if each.nominal not in taps.removed
    ]
    dates = [*ruled, *(each.date for each in taps.added)]
    return [saying.promise(promise), _(left_words(promise, dates, today))]


def nominals_of(typed: Typed, custom: Custom, today: date) -> frozenset[date]:
    """Every date that the words of a form give, as the rule says it."""
    return frozenset(each.nominal for each in seen_of(typed, custom, today, ALL_DATES).dates)


def hidden_of(taps: Taps) -> list[tuple[str, str]]:
    """The taps as hidden fields."""
    return [
        *(("removed", str(day)) for day in sorted(taps.removed)),
        *(("opened", str(day)) for day in sorted(taps.opened)),
        *(("moved", f"{first}>{second}") for first, second in sorted(taps.moved.items())),
        *(("added", text_of(each)) for each in taps.added),
        ("shown", str(taps.shown)),
    ]


def text_of(each: HandDate) -> str:
    """date|start|end of a date typed by hand."""
    starts, ends = (f"{at:%H:%M}" if at else "" for at in (each.starts, each.ends))
    return f"{each.date}|{starts}|{ends}"


def said(remark: str | None) -> str:
    """A remark in the language of the reader."""
    return _(remark) if remark else ""


def card_of(each: NextDate, taps: Taps, today: date) -> Data:
    """A date of the rule as a card."""
    card = {
        "label": dated(each.date, today),
        "time": hours(each.starts, each.ends),
        "remark": said(each.question or each.remark),
        "kind": "",
        "nominal": str(each.nominal),
        "moving": taps.moving == each.nominal or taps.field == f"to-{each.nominal}",
        "buttons": buttons_of(each, taps),
    }
    if each.nominal in taps.removed:
        return card | {"kind": "out", "remark": _("この日は開きません")}
    if each.nominal in taps.moved:
        label = dated(taps.moved[each.nominal], today)
        return card | {"label": label, "remark": _("%(day)sから移します") % {"day": day_words(each.date)}}
    if each.nominal in taps.opened:
        return card | {"remark": _("開きます")}
    return card | {"kind": "ask"} if each.question else card


def dated(day: date, today: date) -> str:
    """11月22日（日）, with the year where it is not this one."""
    return day_words(day) if day.year == today.year else day_and_year(day)


def buttons_of(each: NextDate, taps: Taps) -> list[Data]:
    """What can be done with a date, as it stands."""
    if each.nominal in taps.removed or each.nominal in taps.moved:
        return [button("keep", each, _("もとにもどす"))]
    if each.question and each.nominal not in taps.opened:
        return [
            button("open", each, _("開く"), second=False),
            button("remove", each, _("休み")),
            button("move", each, _("移す")),
        ]
    return [button("remove", each, _("はずす")), button("move", each, _("移す"))]


def button(act: str, each: NextDate, label: str, *, second: bool = True) -> Data:
    """A button that sends what is tapped; a screen reader hears the date with it."""
    return {
        "label": label,
        "name": "do",
        "value": f"{act}:{each.nominal}",
        "spoken": f"{day_words(each.date)} {label}",
        "second": second,
        "read": True,
    }


def added_card(each: HandDate, today: date) -> Data:
    """A date typed by hand as a card."""
    label = _("はずす")
    return {
        "label": dated(each.date, today),
        "time": hours(each.starts, each.ends) if each.starts or each.ends else _("時刻は、予定の言葉と同じ"),
        "remark": _("手で入れた日"),
        "kind": "",
        "buttons": [
            {
                "label": label,
                "name": "do",
                "value": f"drop:{text_of(each)}",
                "spoken": f"{day_words(each.date)} {label}",
                "second": True,
                "read": True,
            }
        ],
    }
