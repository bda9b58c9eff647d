"""Edit the words of a line: first see what becomes of its sessions, then do it."""

from datetime import date, datetime, tzinfo
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from app.actions.cancel_session import restore
from app.actions.extend import extend
from app.actions.hold_rooms import TOKYO
from app.actions.session_changes import Spot, leave_room_task, put, put_following, take_away
from app.domain.errors import Refused, Unknown
from app.domain.planning import Line, horizon, owner_of, question
from app.domain.recurrence.reading import Reading, read
from app.domain.recurrence.rule import Timetable, keep_parts
from app.domain.rule_change import ENDED, Effect, Fate, effect_of, is_at
from app.domain.series_wish import LineWish, SeriesWish, check_series
from app.storage.acts import record_series
from app.storage.lines import lines_by_id, lock_lines, rewrite_line
from app.storage.periods import periods_of
from app.storage.series_rows import series_row
from app.storage.session_rows import change_session, kept_session, reservation_counts, sessions_of_line
from app.storage.tasks import add_tasks
from app.storage.transactions import read as reading_only
from app.storage.transactions import write
from app.storage.versions import touch


class EffectChanged(Refused):
    """Since the effect was shown, a reservation or a session has changed it."""

    code = "effect_changed"
    sentence = "見ているあいだに予約か予定が変わりました。もう一度、変わるところを確かめてください。"


class RuleChange(Struct, frozen=True):
    """What the new words mean, and what they do to the sessions of the line."""

    reading: Reading
    effect: Effect


async def preview_rule(line_id: UUID, words: str, anchor: date | None, *, today: date) -> RuleChange:
    """What new words would do from today on. Changes nothing. Raises Unknown, Misfilled for words that are too long."""
    check_words(words)

    async def work() -> RuleChange:
        return await _change_of(line_id, words, anchor, today)

    return await reading_only(work)


def check_words(words: str) -> None:
    """Raises Misfilled for words that cannot be kept."""
    check_series(SeriesWish(title="定例"), (LineWish(words=words),))


async def _change_of(line_id: UUID, words: str, anchor: date | None, today: date) -> RuleChange:
    line = (await lines_by_id([line_id], today)).get(line_id)
    if line is None:
        raise Unknown
    reading = read(words, anchor, await periods_of(owner_of(line.owners, today)))
    sessions = await sessions_of_line(line_id, today)
    sessions = tuple(each for each in sessions if each.date >= today)
    counts = await reservation_counts([each.id for each in sessions])
    new = replace(line, timetable=new_timetable(line, reading))
    return RuleChange(reading, effect_of(line, new, sessions, counts, (today, horizon(today))))


def new_timetable(line: Line, reading: Reading) -> Timetable | None:
    """The timetable of the new words, with the ids of the hours that stay the same."""
    if reading.timetable is None or line.timetable is None:
        return reading.timetable
    return keep_parts(line.timetable, reading.timetable)


async def change_rule(
    line_id: UUID,
    words: str,
    anchor: date | None = None,
    *,
    now: datetime,
    today: date,
    seen: str | None = None,
    zone: tzinfo = TOKYO,
) -> RuleChange:
    """Give a line new words from today on, and do what `preview_rule` said; that comes back.

    What moves keeps its id and reservations, a room that is taken there leaves a task. What ends is cancelled if anybody
    may have seen or reserved it. `seen` is the print of the effect that was shown: raises EffectChanged if it is another
    now. Raises Unknown, Misfilled for words that are too long.
    """
    check_words(words)

    async def work() -> RuleChange:
        await lock_lines([line_id])
        change = await _change_of(line_id, words, anchor, today)
        if seen is not None and seen != change.effect.print:
            raise EffectChanged
        line = (await lines_by_id([line_id], today))[line_id]
        await _apply(line, words, anchor, change, now=now, today=today, zone=zone)
        await _tell_later_owners(line, today, now)
        await record_series("rule_changed", line.series_id, now, day=today)
        await touch("programme", now)
        return change

    return await write(work)


async def _tell_later_owners(line: Line, today: date, now: datetime) -> None:
    """A task for whoever takes the series on later: its dates are others now."""
    later = {owner for first, owner in line.owners if first > today} - {owner_of(line.owners, today)}
    if later:
        title = (await series_row(line.series_id))["title"]
        text = f"「{title}」の予定の言葉が変わりました。受けもつ日を確かめてください。"
        await add_tasks([(owner, None, "hand_over", text) for owner in later if owner], now)


async def _apply(
    line: Line,
    words: str,
    anchor: date | None,
    change: RuleChange,
    *,
    now: datetime,
    today: date,
    zone: tzinfo,
) -> None:
    timetable = new_timetable(line, change.reading)
    await rewrite_line(line.id, words, anchor, timetable, change.reading.promise)
    await take_away([fate.session for fate in change.effect.ended], ENDED, now)
    for fate in change.effect.moved:
        await _move(line, fate, now, zone)
    for fate in change.effect.back:
        await _bring_back(line, fate, now, zone)
    for fate in change.effect.kept:
        if fate.to is not None:
            await change_session(fate.session, now, quietly=True, nominal=fate.to.nominal, part=fate.to.part)
    await extend(now, today, series_id=line.series_id, zone=zone)


async def _bring_back(line: Line, fate: Fate, now: datetime, zone: tzinfo) -> None:
    """Hold a session again that an earlier edit had ended; not where its venue or organisation is closed by now."""
    try:
        await restore(fate.session.id, now=now, zone=zone)
    except Refused:
        return
    revived = await kept_session(fate.session.id)
    if not is_at(revived, fate.to):
        await _move(line, replace(fate, session=revived), now, zone)


async def _move(line: Line, fate: Fate, now: datetime, zone: tzinfo) -> None:
    if fate.to is None:
        return
    spot = Spot(date=fate.to.date, starts=fate.to.start, ends=fate.to.end)
    flag, text = question(line, fate.to)
    asked = {} if fate.session.state == "published" else {"flag": flag, "flag_text": text}
    conflict = await put(fate.session, spot, now, zone, nominal=fate.to.nominal, part=fate.to.part, **asked)
    if conflict:
        await leave_room_task(fate.session, conflict, now)
    await put_following(fate.session, spot, now, zone)
