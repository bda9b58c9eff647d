"""Statements to a timetable: which hours belong to which days, what is limited by what, and what is left open."""

from datetime import date
from itertools import pairwise
from types import UnionType

from msgspec.structs import replace

from app.domain.recurrence.canonical import canonical
from app.domain.recurrence.counting import check_counts
from app.domain.recurrence.dealing import deal_hours
from app.domain.recurrence.draft import Draft, Findings
from app.domain.recurrence.expansion import dates
from app.domain.recurrence.fate import months_in
from app.domain.recurrence.intervals import settle_intervals
from app.domain.recurrence.limits import apply_limits
from app.domain.recurrence.parting import by_month
from app.domain.recurrence.pieces import (
    At,
    Conflict,
    Days,
    EachMonths,
    EachWeeks,
    EveryMonth,
    EveryWeek,
    Irregular,
    Lacks,
    Limits,
    More,
    Nths,
    Off,
    Often,
    Piece,
    Start,
    Tentative,
    Unread,
)
from app.domain.recurrence.restating import is_restated
from app.domain.recurrence.rule import (
    EVERY_MONTH,
    Daily,
    DatedSpan,
    DayOfMonth,
    Entry,
    Listed,
    NthWeekday,
    Remark,
    Timetable,
    Weekly,
)
from app.domain.recurrence.totals import apply_total

IN_MONTH = NthWeekday | DayOfMonth
ASIDE = "かっこや注の中の日も、開催日に加えました。カレンダーで確かめてください"
SHORT_SPAN = 14
"""Days up to which a span of dates alone means each day; a longer one says until when, not on which days."""


def assemble(pieces: list[Piece], anchor: date | None) -> Findings:
    """The timetable of the statements with what is missing; no timetable where the days are not determined."""
    found = Findings()
    pieces = _spans_together(by_month(pieces))
    drafts = drafts_of(pieces, found)
    drafts = settle_intervals(drafts, pieces, anchor, found)
    drafts = check_counts(drafts, pieces, found)
    _open_questions(drafts, pieces, found)
    if found.missing or not drafts or any(draft.waits_for_weekday for draft in drafts):
        return found
    if any(_is_aside(pieces, draft) for draft in drafts):
        found.remarks.append(Remark("conflict", ASIDE))
    entries = apply_total(apply_limits(drafts, pieces, found), pieces, anchor, found)
    if found.missing:
        return found
    _check_start(entries, pieces, found)
    tentative = any(isinstance(piece, Tentative) for piece in pieces)
    found.timetable = canonical(Timetable(tuple(entries), tentative))
    return found


def _spans_together(pieces: list[Piece]) -> list[Piece]:
    """8/4～8/6、8/18～8/20: spans in a row hold together, none in place of the other."""
    found: list[Piece] = []
    for piece in pieces:
        before = found[-1] if found else None
        spans = _dated_spans(before) + _dated_spans(piece)
        if isinstance(piece, Limits) and _dated_spans(before) and _dated_spans(piece):
            found[-1] = Limits(within=spans, place=piece.place)
        else:
            found.append(piece)
    return found


def _dated_spans(piece: Piece | None) -> tuple[DatedSpan, ...]:
    """The spans with both ends, of one year each; () where a limit is of another kind."""
    if not isinstance(piece, Limits):
        return ()
    if piece.first and piece.last:
        return (DatedSpan(piece.first, piece.last),)
    return tuple(span for span in piece.within if isinstance(span, DatedSpan))


def _check_start(entries: list[Entry], pieces: list[Piece], found: Findings) -> None:
    """第2土曜、次回は5月16日: a session that is named and is none of the rule's."""
    named = [piece.day for piece in pieces if isinstance(piece, Start) and piece.held and piece.day]
    for day in named:
        if not dates(Timetable(tuple(entries)), day, day):
            text = f"{day.month}月{day.day}日は、言葉の決まりの日ではありません。確かめてください"
            found.remarks.append(Remark("conflict", text))


def drafts_of(pieces: list[Piece], found: Findings) -> list[Draft]:
    """The rules of days with their hours, in the order of the words."""
    drafts = _rules_of_days(pieces, found) or _each_day(pieces)
    if not drafts and _is_open_but_for_closings(pieces):
        drafts = [Draft(Daily(), -1, every=True)]
    drafts = _without_heading(drafts, pieces)
    deal_hours(drafts, pieces)
    for before, draft in pairwise(drafts):
        draft.hours = draft.hours or (list(before.hours) if draft.same_hours else [])
    return drafts


def _rules_of_days(pieces: list[Piece], found: Findings) -> list[Draft]:
    drafts: list[Draft] = []
    names = _names(pieces)
    for position, piece in enumerate(pieces):
        if position in names or (drafts and is_restated(drafts[-1], pieces, position, found)):
            continue
        if isinstance(piece, Days):
            draft = Draft(piece.rule, position, every=piece.every, monthly=piece.monthly)
            draft.same_hours = piece.same_hours
            _add_days(drafts, draft, piece, found)
        elif isinstance(piece, Nths):
            _lend_weekday(drafts, piece, position)
    return drafts


def _is_aside(pieces: list[Piece], draft: Draft) -> bool:
    """第2土曜（第4日曜）: one more day in a bracket or a note behind days on the line, with nothing said of it."""
    piece = pieces[draft.position]
    if not isinstance(piece, Days) or piece.place == "line" or piece.same_hours:
        return False
    before, behind = pieces[: draft.position], pieces[draft.position + 1 :]
    on_line = any(isinstance(each, Days) and each.place == "line" and not each.named for each in before)
    following = next(iter(behind), None)
    own_hours = isinstance(following, At) and following.place == piece.place
    return on_line and not own_hours and not any(isinstance(each, EachWeeks) for each in pieces)


def _without_heading(drafts: list[Draft], pieces: list[Piece]) -> list[Draft]:
    """毎週土日　土10時～ 日13時～: the first says the weekdays, the others say them again with their hours."""
    if len(drafts) < 3 or not all(isinstance(draft.rule, Weekly) for draft in drafts):
        return drafts
    between = pieces[drafts[0].position + 1 : drafts[1].position]
    said = [set(draft.rule.weekdays) for draft in drafts if isinstance(draft.rule, Weekly)]
    again = set().union(*said[1:]) == said[0]
    return drafts[1:] if again and not any(isinstance(piece, At) for piece in between) else drafts


def _names(pieces: list[Piece]) -> set[int]:
    """Where weekdays are parts of names (土曜カフェ), as other words say the days."""
    days = [(at, piece) for at, piece in enumerate(pieces) if isinstance(piece, Days)]
    plain = any(not piece.named for _, piece in days) or any(isinstance(piece, Nths) for piece in pieces)
    return {at for at, piece in days if piece.named} if plain else set()


def _each_day(pieces: list[Piece]) -> list[Draft]:
    """5月3日～5日 10時～16時: a short span with no other days is each of its days."""
    for position, piece in enumerate(pieces):
        spans = _dated_spans(piece)
        if spans and all((span.last - span.first).days < SHORT_SPAN for span in spans):
            days = {day for s in spans for day in range(s.first.toordinal(), s.last.toordinal() + 1)}
            return [Draft(Listed(tuple(map(date.fromordinal, sorted(days)))), position)]
    return []


RHYTHMS = EveryWeek | EveryMonth | EachWeeks | EachMonths | Often | Irregular


def _is_open_but_for_closings(pieces: list[Piece]) -> bool:
    """月曜休館 alone says that all other days are open; 祝日は休み alone does not, nor does 毎週開催（月曜休み）."""
    if any(isinstance(piece, RHYTHMS) for piece in pieces):
        return False
    kinds = Weekly | NthWeekday if any(isinstance(piece, At) for piece in pieces) else Weekly
    return any(isinstance(piece, Off) and _opens_the_rest(piece, kinds) for piece in pieces)


def _opens_the_rest(off: Off, kinds: UnionType | type) -> bool:
    """第1・第3月曜休み says so beside hours only."""
    return off.closing or any(
        isinstance(closed.days, kinds) and getattr(closed.days, "weekdays", ()) for closed in off.closed
    )


def _add_days(drafts: list[Draft], draft: Draft, piece: Days, found: Findings) -> None:
    if drafts and isinstance(draft.rule, Weekly) and not piece.every and isinstance(drafts[-1].rule, Listed):
        _check_weekday(drafts[-1].rule, draft.rule, found)
        return
    if drafts and drafts[-1].waits_for_weekday and isinstance(draft.rule, Weekly) and not piece.every:
        waiting = drafts[-1].rule
        assert isinstance(waiting, NthWeekday)  # noqa: S101 -- only ordinals wait for a weekday
        drafts[-1].rule = replace(waiting, weekdays=draft.rule.weekdays)
        drafts[-1].waits_for_weekday = False
        return
    drafts.append(draft)


def _check_weekday(listed: Listed, said: Weekly, found: Findings) -> None:
    """（いずれも日曜）: said again, not one more rule."""
    if any(day.weekday() not in said.weekdays for day in listed.dates):
        found.remarks.append(Remark("conflict", "日付と曜日が合っていません。カレンダーで確かめてください"))


def _lend_weekday(drafts: list[Draft], piece: Nths, position: int) -> None:
    """土曜日（第1・第3）: the weekday stands before its ordinals."""
    if drafts and isinstance(drafts[-1].rule, Weekly):
        months = piece.months if piece.months != EVERY_MONTH else drafts[-1].rule.months
        drafts[-1].rule = NthWeekday(piece.nths, drafts[-1].rule.weekdays, months)
        drafts[-1].monthly = False
    else:
        drafts.append(Draft(NthWeekday(piece.nths, (), piece.months), position, waits_for_weekday=True))


def _open_questions(drafts: list[Draft], pieces: list[Piece], found: Findings) -> None:
    """What the words leave open, as codes and remarks."""
    for piece in pieces:
        if isinstance(piece, Lacks):
            found.lack(piece.code, piece.words)
        elif isinstance(piece, Conflict):
            found.remarks.append(Remark("conflict", piece.text))
        elif isinstance(piece, At) and piece.about and drafts:
            found.remarks.append(Remark("about", f"「{piece.about}」とあります。時刻はおよそのものです"))
        elif isinstance(piece, More) and drafts:
            found.remarks.append(Remark("partial", f"「{piece.words}」の日付は、この言葉からは分かりません"))
        elif isinstance(piece, EveryWeek) and drafts and all(isinstance(d.rule, IN_MONTH) for d in drafts):
            found.remarks.append(Remark("partial", "「毎週」の日付は、この言葉からは分かりません"))
        elif isinstance(piece, EveryMonth) and drafts and not _is_used(piece, drafts):
            found.remarks.append(Remark("partial", "月の言葉に、日の決まらないものがあります"))
        elif isinstance(piece, Unread) and drafts:
            found.remarks.append(
                Remark("partial", f"「{piece.words}」は読み取れませんでした。日付を確かめてください")
            )
    for draft in drafts:
        if draft.waits_for_weekday and "choice" not in found.missing:
            found.lack("weekday", "第" + "・".join(str(n) for n in draft.nths))
    _irregular(drafts, pieces, found)
    if not drafts and not found.missing:
        _nothing(pieces, found)


def _is_used(piece: EveryMonth, drafts: list[Draft]) -> bool:
    """Whether months have their days: those of the bracket before, of a rule, or of dates (12月：5日(土)、19日(土))."""
    if piece.place == "bracket" or piece.months == EVERY_MONTH:
        return True
    held = [
        {d.month for d in r.dates} if isinstance(r, Listed) else months_in(r)
        for r in (d.rule for d in drafts)
    ]
    return any(set(months) <= set(piece.months) for months in held)


def _irregular(drafts: list[Draft], pieces: list[Piece], found: Findings) -> None:
    """不定期 before any rule or behind bare weekdays leaves all open; after a rule, there is more than it."""
    for position, piece in enumerate(pieces):
        if not isinstance(piece, Irregular):
            continue
        earlier = [draft for draft in drafts if draft.position < position]
        if earlier and piece.words.startswith("不") and _is_loose(earlier[-1]):
            drafts.remove(earlier[-1])
            earlier.pop()
        if earlier or (drafts and not piece.words.startswith("不")):
            found.remarks.append(Remark("partial", f"「{piece.words}」の日付は、この言葉からは分かりません"))
        else:
            found.lack("date", piece.words)


def _is_loose(draft: Draft) -> bool:
    """土曜日（不定期）: some Saturdays, unless 毎週 was said."""
    return isinstance(draft.rule, Weekly) and not draft.every


def _nothing(pieces: list[Piece], found: Findings) -> None:
    """No rule of days at all: what would be needed to have one."""
    if any(isinstance(piece, EveryWeek) for piece in pieces):
        found.lack("weekday", "毎週")
    elif any(isinstance(piece, EveryMonth) for piece in pieces):
        found.lack("date", "毎月")
    elif any(isinstance(piece, More) for piece in pieces):
        found.lack("date", "")
    else:
        found.lack("rule", "")
