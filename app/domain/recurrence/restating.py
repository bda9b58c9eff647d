"""A bracket behind days that says them again, or says which of them: 平日（月～金）, 毎日（月～金）, 5のつく日（5日・15日・25日）."""

from app.domain.recurrence.days import names_day
from app.domain.recurrence.draft import Draft, Findings
from app.domain.recurrence.pieces import At, Days, EachWeeks, Exchange, Piece
from app.domain.recurrence.rule import (
    Closed,
    Daily,
    DayOfMonth,
    Following,
    Holidays,
    Listed,
    NthWeekday,
    NthWorkday,
    Remark,
    Rule,
    Weekly,
    Workdays,
)

DIFFERS = "かっこの中の日が、前の言葉と合っていません。カレンダーで確かめてください"
CALENDAR = Weekly | NthWeekday | NthWorkday | DayOfMonth | Workdays


def is_restated(draft: Draft, pieces: list[Piece], position: int, found: Findings) -> bool:
    """Whether the days at this position only tell more about the draft, which is then narrowed to them."""
    piece = pieces[position]
    following = pieces[position + 1] if position + 1 < len(pieces) else None
    own_hours = isinstance(following, At) and following.place == "bracket"
    before = pieces[position - 1]
    if isinstance(before, EachWeeks):
        return False
    if isinstance(before, Exchange) and isinstance(piece, Days) and piece.place != "line":
        return isinstance(piece.rule, DayOfMonth | Listed)
    if not isinstance(piece, Days) or piece.place != "bracket" or own_hours or piece.same_hours:
        return False
    return _narrowed(draft, piece, found)


def _narrowed(draft: Draft, piece: Days, found: Findings) -> bool:  # noqa: PLR0911 -- a table of rules
    match draft.rule, piece.rule:
        case Weekly() | Workdays() | Daily(), Weekly(weekdays=inner) if set(inner) <= _weekdays(draft.rule):
            if not piece.topic:
                _take_weekdays(draft, inner)
            return True
        case Weekly(weekdays=outer, months=months), Workdays():
            draft.rule = Weekly(tuple(day for day in outer if day < 5), months)
            draft.closed = (Closed(Holidays()),)
            return True
        case DayOfMonth(days=days, months=months), Weekly(weekdays=inner) if not piece.every:
            return _told(found, fits=len(months) == 1 and len({day % 7 for day in days}) <= len(inner))
        case DayOfMonth() as outer, DayOfMonth() as inner if set(outer.days) & set(inner.days):
            return _told(found, fits=piece.topic or set(inner.days) == set(outer.days))
        case NthWeekday() | Following() as outer, Weekly(weekdays=inner) if not piece.every:
            named = outer.weekdays if isinstance(outer, NthWeekday) else (outer.weekday,)
            return _told(found, fits=set(inner) <= set(named)) and set(inner) <= set(named)
        case NthWeekday(), DayOfMonth():
            return _told(found, fits=False)
        case Listed(dates=dates), NthWeekday() | Weekly() as inner:
            return _told(found, fits=all(names_day(inner, day) for day in dates))
        case outer, Listed(dates=dates) if isinstance(outer, CALENDAR):
            return _told(found, fits=all(names_day(outer, day) for day in dates))
    return False


def _told(found: Findings, *, fits: bool) -> bool:
    """The bracket says the days again, rightly or not."""
    if not fits:
        found.remarks.append(Remark("conflict", DIFFERS))
    return True


def _weekdays(rule: Rule) -> set[int]:
    if isinstance(rule, Weekly):
        return set(rule.weekdays)
    return set(range(5 if isinstance(rule, Workdays) else 7))


def _take_weekdays(draft: Draft, weekdays: tuple[int, ...]) -> None:
    """平日（月・水・金） keeps out of holidays."""
    if isinstance(draft.rule, Workdays):
        if len(weekdays) == len(range(5)):
            return
        draft.closed = (Closed(Holidays()),)
    draft.rule = Weekly(
        weekdays, draft.rule.months if isinstance(draft.rule, Weekly | Workdays | Daily) else ()
    )
