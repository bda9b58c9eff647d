"""月2回, 週1回, 年6回: a promise where no days are said, and a check against the days where they are."""

import re

from app.domain.recurrence.draft import Draft, Findings
from app.domain.recurrence.pieces import Days, EachMonths, EachWeeks, Irregular, Lacks, Off, Often, Piece
from app.domain.recurrence.rule import (
    Daily,
    DayOfMonth,
    EveryNWeeks,
    Holidays,
    NthWeekday,
    Promise,
    Remark,
    Rule,
    Weekly,
    Workdays,
)

WEEKS_OF_MONTH = 4
RANGE = re.compile("[~～、・]|から")
"""月1～2回: the days that are named are the fewer of them."""
NEEDED = {"week": ("weekday",), "month": ("week", "weekday"), "year": ("month", "date")}


def check_counts(drafts: list[Draft], pieces: list[Piece], found: Findings) -> list[Draft]:
    """Notes the promise, and what is missing beside it; the drafts that stand."""
    drafts = _without_chosen(drafts, pieces, found)
    counts = [
        piece
        for at, piece in enumerate(pieces)
        if isinstance(piece, Often) and not _is_settled(pieces, at, drafts)
    ]
    promised = next((c.promise for c in counts if c.promise), None)
    if not drafts:
        _only_promised(counts, promised, pieces, found)
    elif counts:
        _compare(drafts, counts[0], _resting(pieces), found)
        if not any(isinstance(piece, EachWeeks) for piece in pieces) and not found.missing:
            _check_each_week(drafts, counts[0], found)
    elif any(draft.monthly for draft in drafts) and not _tells_each_week(pieces):
        found.lack("week", "毎月")
        drafts = [d for d in drafts if not d.monthly]
    found.promise = promised if not drafts or found.missing else None
    return drafts


def _tells_each_week(pieces: list[Piece]) -> bool:
    """毎月 月曜（隔週）, 毎月 月曜（第2を除く）: where one of them is left out, the others are all held."""
    left_out = [closed.days for piece in pieces if isinstance(piece, Off) for closed in piece.closed]
    return any(isinstance(piece, EachWeeks) for piece in pieces) or any(
        isinstance(days, NthWeekday) for days in left_out
    )


def _is_settled(pieces: list[Piece], at: int, drafts: list[Draft]) -> bool:
    """Whether the days behind a count were a choice that is told already."""
    return _chooses(pieces, at) is not None and all(draft.position != at + 1 for draft in drafts)


def _chooses(pieces: list[Piece], at: int) -> Days | None:
    """月1回平日: the days right behind a count of which only some are held."""
    piece, following = pieces[at], pieces[at + 1] if at + 1 < len(pieces) else None
    if not isinstance(piece, Often) or (piece.promise.per if piece.promise else _per(piece.words)) == "week":
        return None
    return following if isinstance(following, Days) and isinstance(following.rule, LOOSE) else None


def _without_chosen(drafts: list[Draft], pieces: list[Piece], found: Findings) -> list[Draft]:
    """第4土曜のほか、月1回平日: beside another rule, the choice is a part that is not known; alone it stays a question."""
    chosen = {at + 1: piece for at, piece in enumerate(pieces) if _chooses(pieces, at)}
    rest = [draft for draft in drafts if draft.position not in chosen]
    if (
        not rest
        or len(rest) == len(drafts)
        or any(isinstance(p, Lacks) and p.code == "choice" for p in pieces)
    ):
        return drafts
    for piece in chosen.values():
        words = piece.words if isinstance(piece, Often) else ""
        found.remarks.append(Remark("partial", f"「{words}」がどの日かは、この言葉からは分かりません"))
    return rest


LOOSE = Weekly | Daily | Workdays | Holidays


def _only_promised(
    counts: list[Often], promised: Promise | None, pieces: list[Piece], found: Findings
) -> None:
    if counts and not any(isinstance(piece, EachWeeks | EachMonths | Irregular) for piece in pieces):
        per = promised.per if promised else _per(counts[0].words)
        for code in NEEDED[per]:
            found.lack(code, counts[0].words)


def _per(words: str) -> str:
    return "week" if "週" in words else "year" if "年" in words else "month"


def _resting(pieces: list[Piece]) -> set[int]:
    """The months that are left out: 年10回（8月・1月は休み）."""
    closed = [closed.days for piece in pieces if isinstance(piece, Off) for closed in piece.closed]
    return {month for days in closed if isinstance(days, Daily) for month in days.months}


def _compare(drafts: list[Draft], count: Often, resting: set[int], found: Findings) -> None:
    """火曜日 beside 月2回 is a choice of Tuesdays; more said than named is a part; less is a question."""
    per = count.promise.per if count.promise else _per(count.words)
    if per != "week" and any(
        isinstance(d.rule, Weekly | Daily | Workdays) and not _is_sure(d) for d in drafts
    ):
        found.lack("week" if per == "month" else "month", count.words)
        return
    named = (
        _per_year(drafts, resting) if per == "year" else {"week": _per_week, "month": _per_month}[per](drafts)
    )
    if count.promise is None or named is None:
        return
    if count.promise.count > named and (not count.promise.about or RANGE.search(count.words)):
        text = f"「{count.words}」のうち、言葉から分かるのは{named}回分です"
        found.remarks.append(Remark("partial", text))
    elif count.promise.count < named:
        _too_many(count, per, named, found)


def _check_each_week(drafts: list[Draft], count: Often, found: Findings) -> None:
    """月1回 毎週水曜: fewer than there are weeks."""
    few = {"month": 2, "year": 24}.get(count.promise.per, 0) if count.promise else 0
    weekly = all(isinstance(draft.rule, Weekly | Daily | Workdays) for draft in drafts)
    if count.promise and weekly and count.promise.count <= few:
        text = f"「{count.words}」とありますが、曜日の言葉では毎週になります"
        found.remarks.append(Remark("conflict", text))


def _is_sure(draft: Draft) -> bool:
    """毎週 was said; 平日 may be some of them (月に数回、平日の夕方)."""
    return draft.every and not isinstance(draft.rule, Workdays)


def _too_many(count: Often, per: str, named: int, found: Findings) -> None:
    if per == "month":
        text = f"「{count.words}」とありますが、曜日の言葉では月{named}回になります"
        found.remarks.append(Remark("conflict", text))
    else:
        found.lack("weekday" if per == "week" else "month", count.words)


def _per_week(drafts: list[Draft]) -> int | None:
    if not all(isinstance(d.rule, Weekly | Workdays | Daily) for d in drafts):
        return None
    return len({weekday for d in drafts for weekday in _weekdays(d.rule)})


def _weekdays(rule: Rule) -> range | tuple[int, ...]:
    if isinstance(rule, Weekly):
        return rule.weekdays
    return range(5 if isinstance(rule, Workdays) else 7)


def _per_month(drafts: list[Draft]) -> int | None:
    total = 0
    for draft in drafts:
        if isinstance(draft.rule, NthWeekday):
            total += len(draft.rule.nths) * len(draft.rule.weekdays)
        elif isinstance(draft.rule, DayOfMonth):
            total += len(draft.rule.days)
        else:
            return 2 if isinstance(draft.rule, EveryNWeeks) and draft.rule.weeks == 2 else None
    return total


def _per_year(drafts: list[Draft], resting: set[int]) -> int | None:
    total = 0
    for draft in drafts:
        rule = draft.rule
        if isinstance(rule, NthWeekday):
            total += len(rule.nths) * len(rule.weekdays) * len({*rule.months} - resting)
        elif isinstance(rule, DayOfMonth):
            total += len(rule.days) * len({*rule.months} - resting)
        else:
            return len(rule.dates) if hasattr(rule, "dates") else None
    return total
