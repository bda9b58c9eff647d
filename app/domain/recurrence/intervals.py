"""隔週 and 隔月: counted from an anchor, or defined by the words beside them, or left open."""

from datetime import date

from msgspec.structs import replace

from app.domain.recurrence.draft import Draft, Findings
from app.domain.recurrence.pieces import At, Days, EachMonths, EachWeeks, EveryMonth, Often, Piece, Start
from app.domain.recurrence.reasons import WEEKDAYS
from app.domain.recurrence.rule import (
    EVERY_MONTH,
    Daily,
    DayOfMonth,
    EveryNMonths,
    EveryNWeeks,
    Listed,
    NthWeekday,
    Remark,
    Rule,
    Weekly,
    Workdays,
)
from app.domain.recurrence.values import come_apart

OF_ALL = "かっこの中の月を、前の日の月と読みました。別の催しの月なら書き分けてください"
ONCE = "「隔週」とありますが、日の言葉では月1回になります。確かめてください"
EACH_WEEK = Weekly | Workdays | Daily


def settle_intervals(
    drafts: list[Draft], pieces: list[Piece], anchor: date | None, found: Findings
) -> list[Draft]:
    """The drafts with every interval counted out; what is missing for that is noted."""
    _narrow_months(drafts, pieces, found)
    months_start = next((p.month for p in pieces if isinstance(p, Start) and p.month), None)
    for position, piece in enumerate(pieces):
        if isinstance(piece, EachWeeks):
            if defined := _defined(drafts, pieces, position):
                drafts = defined
                continue
            drafts, exemplified = _without_examples(drafts, pieces, position)
            drafts = _weeks(
                drafts, position, piece.weeks, _started(pieces, position) or exemplified or anchor, found
            )
        elif isinstance(piece, EachMonths):
            start = _started(pieces, position) or anchor
            month = months_start or (start.month if start else None)
            if 12 % piece.months and start:
                _every_n_months(drafts, position, piece.months, start)
            else:
                _months(drafts, piece.months, month, found)
    return drafts


def _narrow_months(drafts: list[Draft], pieces: list[Piece], found: Findings) -> None:
    """毎月第2土曜日（5月～10月）, 隔月第4日曜日（奇数月）: months said in a bracket behind the days."""
    said = [(at, p) for at, p in enumerate(pieces) if isinstance(p, EveryMonth) and _limits(p, at, drafts)]
    for at, piece in said:
        theirs = _of_bracket(drafts, at, [before for before, _ in said if before < at])
        for draft in theirs:
            _narrow(draft, piece.months)
        if _after_count(pieces, at):
            found.remarks.append(Remark("conflict", OF_ALL))
        if theirs and not any(getattr(draft.rule, "months", ()) == piece.months for draft in theirs):
            found.remarks.append(Remark("partial", "かっこの中の月が、どの日のことか分かりません"))


def _of_bracket(drafts: list[Draft], at: int, earlier: list[int]) -> list[Draft]:
    """第1火曜（4月～12月）、第2火曜（1月～3月）: the days since the bracket before; all where none stand before it."""
    since = max(earlier, default=-1)
    return [draft for draft in drafts if since < draft.position < at] or (drafts if not earlier else [])


def _narrow(draft: Draft, months: tuple[int, ...]) -> None:
    if isinstance(draft.rule, NthWeekday | DayOfMonth | Weekly) and draft.rule.months == EVERY_MONTH:
        draft.rule = replace(draft.rule, months=months)
        draft.monthly = isinstance(draft.rule, Weekly) and not draft.every and come_apart(months)


def _after_count(pieces: list[Piece], at: int) -> bool:
    """第1金曜 10時～12時、学習会 年3回（5月・9月・1月）: behind hours, the count may be of something else."""
    return at > 1 and isinstance(pieces[at - 1], Often) and isinstance(pieces[at - 2], At)


def _limits(piece: EveryMonth, at: int, drafts: list[Draft]) -> bool:
    """Months in a bracket, or several behind all days: 毎月第4日曜、5月から11月まで."""
    behind = bool(drafts) and len(piece.months) > 1 and drafts[-1].position < at
    return piece.months != EVERY_MONTH and not piece.topic and (piece.place == "bracket" or behind)


def _without_examples(
    drafts: list[Draft], pieces: list[Piece], position: int
) -> tuple[list[Draft], date | None]:
    """隔週土曜日（4月4日、18日…): dates behind the interval are its first ones, unless a first one is said."""
    examples = [d for d in drafts if isinstance(d.rule, Listed) and d.position == position + 1]
    if not examples or _started(pieces, position) or not _beside(drafts, position):
        return drafts, None
    assert isinstance(examples[0].rule, Listed)  # noqa: S101 -- chosen so
    return [d for d in drafts if d not in examples], examples[0].rule.dates[0]


def _defined(drafts: list[Draft], pieces: list[Piece], position: int) -> list[Draft] | None:
    """隔週土曜日（第2・第4土曜日）: the bracket says which, and nothing is counted."""
    behind = next((piece for piece in pieces[position + 1 :] if not isinstance(piece, At)), None)
    weekly = _beside(drafts, position)
    if not isinstance(behind, Days) or behind.place == "line" or not isinstance(behind.rule, NthWeekday):
        return None
    if weekly is None or set(getattr(weekly.rule, "weekdays", ())) != set(behind.rule.weekdays):
        return None
    rest = [draft for draft in drafts if draft is not weekly]
    for draft in rest:
        draft.hours = draft.hours or list(weekly.hours)
    return rest


def _started(pieces: list[Piece], position: int) -> date | None:
    """The first date said after this interval, else one said before it."""
    said = [(at, p.day) for at, p in enumerate(pieces) if isinstance(p, Start) and p.day]
    later = [day for at, day in said if at > position]
    return next(iter(later), said[-1][1] if said else None)


def _weeks(
    drafts: list[Draft], position: int, weeks: int, anchor: date | None, found: Findings
) -> list[Draft]:
    """Counts the weekly rule beside 隔週; ordinals or dates beside it define it (隔週（第1・第3土曜日）)."""
    weekly = _beside(drafts, position)
    if weekly is None and any(isinstance(d.rule, NthWeekday | Listed | DayOfMonth) for d in drafts):
        if weeks == 2 and len(drafts) == 1 and _is_once_a_month(drafts[0].rule):
            found.remarks.append(Remark("conflict", ONCE))
        return drafts
    if anchor is None:
        found.lack("anchor", "隔週" if weeks == 2 else f"{weeks}週ごと")
        return drafts
    if weekly is None:
        rule = EveryNWeeks(weeks, (anchor.weekday(),), anchor)
        return [*drafts, Draft(rule, position)]
    assert isinstance(weekly.rule, Weekly)  # noqa: S101 -- _beside gives weekly rules only
    if anchor.weekday() not in weekly.rule.weekdays:
        found.lack("anchor", f"{anchor.month}月{anchor.day}日")
        said = f"{anchor.year}年{anchor.month}月{anchor.day}日は{WEEKDAYS[anchor.weekday()]}曜日です"
        found.remarks.append(Remark("conflict", said))
    weekly.rule = EveryNWeeks(weeks, weekly.rule.weekdays, anchor)
    return drafts


def _is_once_a_month(rule: Rule) -> bool:
    if isinstance(rule, NthWeekday):
        return len(rule.nths) == len(rule.weekdays) == 1
    return isinstance(rule, DayOfMonth) and len(rule.days) == 1


def _beside(drafts: list[Draft], position: int) -> Draft | None:
    weekly = [d for d in drafts if isinstance(d.rule, Weekly)]
    near = [d for d in weekly if d.position == position - 1] or [d for d in weekly if not d.every]
    return next(iter(near or weekly), None)


def _every_n_months(drafts: list[Draft], position: int, every: int, start: date) -> None:
    """5か月ごとの第2土曜: what comes round in other months each year."""
    beside = [d for d in drafts if d.position == position + 1] or drafts
    for draft in beside:
        if isinstance(draft.rule, NthWeekday | DayOfMonth) and draft.rule.months == EVERY_MONTH:
            draft.rule = EveryNMonths(every, draft.rule, start)


def _months(drafts: list[Draft], every: int, start: int | None, found: Findings) -> None:
    """2か月に1回 becomes a set of months; where the rule names its months already, they define it."""
    if any(isinstance(d.rule, Weekly) and not d.every for d in drafts):
        found.lack("week", "隔月")
    open_drafts = [
        d for d in drafts if isinstance(d.rule, NthWeekday | DayOfMonth) and d.rule.months == EVERY_MONTH
    ]
    if not open_drafts:
        open_drafts = [d for d in drafts if d.every and isinstance(d.rule, EACH_WEEK)]
    if drafts and not open_drafts:
        return
    if start is None or 12 % every:
        found.lack("month", "隔月" if every == 2 else f"{every}か月ごと")
        return
    months = tuple(sorted((start - 1 + every * n) % 12 + 1 for n in range(12 // every)))
    for draft in open_drafts:
        assert isinstance(draft.rule, NthWeekday | DayOfMonth | EACH_WEEK)  # noqa: S101 -- chosen so
        draft.rule = replace(draft.rule, months=months)
