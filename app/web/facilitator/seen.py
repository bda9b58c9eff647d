"""What changes on the attendance page while it is open: the board, as of one moment, and its mark."""

from datetime import tzinfo
from typing import Any

from litestar import Request

from app.domain.door import link_ends_at
from app.domain.programme import Session
from app.domain.registration import WITHOUT_INVITATION, forgets_at, standing
from app.storage.doors import marks_of, note_of
from app.storage.reservations import people_of
from app.storage.sessions import session_by_id
from app.storage.transactions import read
from app.web.facilitator.board import (
    corrections,
    counters,
    person_rows,
    present_of,
    sheet_rows,
)
from app.web.facilitator.keeper import Keeper
from app.web.facilitator.page import session_context
from app.web.facilitator.taps import Tap
from app.web.house import house_of
from app.web.templates import rendered

AnyRequest = Request[Any, Any, Any]
Data = dict[str, Any]


async def seen_by(request: AnyRequest, session: Session, last: Tap | None = None) -> Data:
    """The board of a session."""
    house = house_of(request)
    forgotten = house.clock() >= forgets_at(session, house.settings.timezone)

    async def work() -> Data:
        current = await session_by_id(session.id) or session
        people = () if forgotten else await people_of(session.id)
        return {
            "mark": (await marks_of([session.id])).get(session.id, ""),
            "present": present_of(current),
            "counters": counters(current),
            "corrections": corrections(current, people, last),
            "people": person_rows(current, people),
            "sheet": sheet_rows(people),
            "note": "" if forgotten else await note_of(session.id),
            "taking": current.taking,
        }

    seen = await read(work)
    over = standing(session, house.clock(), house.settings.timezone) is not None
    reservable = session.series.registration in (*WITHOUT_INVITATION, "by_referral")
    return {**seen, "forgotten": forgotten, "over": over, "may_close": reservable and not over}


async def board_bytes(request: AnyRequest, session: Session, keeper: Keeper, last: Tap | None = None) -> Data:
    """The board as it stands in the page, and its mark."""
    seen = await seen_by(request, session, last)
    html = rendered(request, "staff/facilitator/board.html", {**session_context(session, keeper), **seen})
    return {"mark": seen["mark"], "board": html.decode()}


def until(session: Session, keeper: Keeper, zone: tzinfo) -> int:
    """Until when a phone may keep what it has not sent, in milliseconds of the epoch."""
    ends = forgets_at(session, zone) if keeper.by_role(session) else link_ends_at(session, zone)
    return int(ends.timestamp() * 1000)
