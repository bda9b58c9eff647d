"""Bring sessions and closures together: what stands on a closed day is called off, what no closure holds off comes back."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, tzinfo
from itertools import groupby
from uuid import UUID

from msgspec import Struct

from app.actions.cancel_session import restore
from app.actions.session_changes import call_off
from app.domain.errors import Refused
from app.domain.kept import Kept
from app.domain.month import day_words
from app.domain.planning import Rest
from app.storage.closures import Lying, called_off_by_none, closure_over, standing_under_closures
from app.storage.owners import owners_on
from app.storage.session_rows import change_session, lock_sessions
from app.storage.tasks import add_tasks
from app.storage.transactions import write
from app.storage.versions import touch


class Heeded(Struct, frozen=True):
    """The sessions that were called off, and those that are held again; linked ones included."""

    called_off: tuple[Kept, ...] = ()
    back: tuple[Kept, ...] = ()


async def heed_closures(today: date, now: datetime, zone: tzinfo) -> Heeded:
    """Call off what stands on a closed day from today on, and hold again what its closure lets go. Safe to repeat.

    A closure may be written while another process makes sessions and neither sees the other: this mends it.
    """
    if not (await standing_under_closures(today) or await called_off_by_none(today)):
        return Heeded()

    async def work() -> Heeded:
        back = await hold_again(today, now, zone)
        off = await call_off_all(await standing_under_closures(today), now)
        await touch("programme", now)
        return Heeded(off, back)

    return await write(work)


async def call_off_all(lying: Sequence[Lying], now: datetime) -> tuple[Kept, ...]:
    """Call off sessions that closures lie on, with those that follow them; all that were. Inside a write.

    Where a venue closes, the owners get a task: one a session, and one a series for the days of a rule.
    """
    await lock_sessions(each.session.id for each in lying)
    done: dict[UUID, tuple[Kept, Rest]] = {}
    for each in lying:
        # One that follows another may have been called off with it.
        if each.session.id not in done:
            for off in await call_off(each.session, each.rest.reason, now, each.rest.id):
                done[off.id] = off, each.rest
    found = [each for each in done.values() if each[1].venue_id]
    await _leave_tasks([each for each in found if each[1].rule_id is None], now)
    await _leave_tasks_of_rules([session for session, rest in found if rest.rule_id], now)
    return tuple(session for session, _rest in done.values())


async def hold_again(today: date, now: datetime, zone: tzinfo) -> tuple[Kept, ...]:
    """Hold the sessions again that no closure calls off any more; those that are. Inside a write.

    One on which another closure lies stays off, by that one.
    """
    back: list[Kept] = []
    for session in await called_off_by_none(today):
        if session.id not in {each.id for each in back}:
            try:
                back += (await restore(session.id, now=now, zone=zone)).sessions
            except Refused:
                await _off_by_another(session, now)
    return tuple(back)


async def _off_by_another(session: Kept, now: datetime) -> None:
    if rest := await closure_over(session):
        await change_session(session, now, quietly=True, cancel_reason=rest.reason, closure_id=rest.id)


async def _leave_tasks(found: Sequence[tuple[Kept, Rest]], now: datetime) -> None:
    texts = {
        session.id: f"{session.words}は、会場がお休みになりました（{rest.reason}）。"
        for session, rest in found
    }
    await _add_tasks([session for session, _rest in found], texts, now)


async def _leave_tasks_of_rules(sessions: Iterable[Kept], now: datetime) -> None:
    """One task a series: a rule takes many dates at once."""
    ordered = sorted(sessions, key=lambda each: (each.series_id, each.date))
    groups = [list(group) for _series, group in groupby(ordered, key=lambda each: each.series_id)]
    texts = {group[0].id: _rule_words(group) for group in groups}
    await _add_tasks([group[0] for group in groups], texts, now)


def _rule_words(group: Sequence[Kept]) -> str:
    """12月21日（月）など15回は、会場の休館日に当たり、お休みになりました."""
    days = day_words(group[0].date) if len(group) == 1 else f"{day_words(group[0].date)}など{len(group)}回"
    return f"{days}は、会場の休館日に当たり、お休みになりました。"


async def _add_tasks(sessions: Sequence[Kept], texts: dict[UUID, str], now: datetime) -> None:
    owners = await owners_on([(each.series_id, each.date) for each in sessions])
    tasks = [
        (owner, each.id, "closed", texts[each.id])
        for each in sessions
        if (owner := owners.get((each.series_id, each.date)))
    ]
    await add_tasks(tasks, now)
