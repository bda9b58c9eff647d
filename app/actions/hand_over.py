"""Hand a series over: offered, answered, and from a date on another organisation owns it.

Addresses, UIDs, editions and subscriptions stay. The owner of a session follows its date, and so do its nicknames.
"""

from datetime import date, datetime, tzinfo
from uuid import UUID

from app.actions.heed_closures import heed_closures
from app.actions.hold_rooms import TOKYO
from app.domain.acts import What
from app.domain.errors import Refused, Unknown, Unusable
from app.domain.month import day_words
from app.storage.acts import record_series
from app.storage.hand_overs import Offer, State, add_offer, answer_offer, move_tasks, offer, open_offer
from app.storage.organisations import organisations_by_id
from app.storage.owners import owner_id_on, ownership_of
from app.storage.ownership import drop_owners_after, own
from app.storage.series_rows import change_series_row, lock_series, series_row
from app.storage.tasks import add_tasks
from app.storage.transactions import write
from app.storage.versions import touch

WAITING = "返事を待っている引き継ぎがあります。先にそれをとりやめてください。"
ANSWERED = "この引き継ぎは、もう返事がすんでいるか、とりやめになりました。"


async def offer_hand_over(
    series_id: UUID, giver_id: UUID, receiver_id: UUID, first: date, *, now: datetime, today: date
) -> UUID:
    """Offer a series to another organisation from a date on; the id of the offer. The same offer twice is one.

    Raises Unknown, Unusable for a date that is over or a receiver that cannot be, Refused where the giver does not own
    that date or another offer waits.
    """
    if first < today:
        raise Unusable("これからの日を選んでください。", "first")
    if receiver_id == giver_id:
        raise Unusable("引き継ぐ先を選んでください。", "to")

    async def work() -> UUID:
        # Only one offer waits at a time, though two people may press at once.
        await lock_series([series_id])
        await _check(series_id, giver_id, receiver_id, first)
        waiting = await open_offer(series_id)
        if waiting is None:
            offer_id = await add_offer(series_id, giver_id, receiver_id, first, now)
            await _record("hand_over_offered", await offer(offer_id), giver_id, now)
            return offer_id
        if (waiting.giver_id, waiting.receiver_id, waiting.first) != (giver_id, receiver_id, first):
            raise Refused(WAITING)
        return waiting.id

    return await write(work)


async def _check(series_id: UUID, giver_id: UUID, receiver_id: UUID, first: date) -> None:
    await series_row(series_id)
    if receiver_id not in await organisations_by_id({receiver_id}):
        raise Unknown
    if await owner_id_on(series_id, first) != giver_id:
        raise Unusable("その日は、ほかの団体が受けもっています。ほかの日を選んでください。", "first")


async def withdraw(offer_id: UUID, *, giver_id: UUID, now: datetime) -> None:
    """Take an offer back before it is answered. Raises Unknown for another's, Refused if it was answered."""

    async def work() -> None:
        found = await offer(offer_id)
        if found.giver_id != giver_id:
            raise Unknown
        await _answer(found, "withdrawn", found.first, now)
        await _record("hand_over_declined", found, giver_id, now)

    await write(work)


async def decline(offer_id: UUID, *, receiver_id: UUID, now: datetime) -> None:
    """Say no; the giver gets a task. Raises Unknown for another's, Refused if it was answered or withdrawn."""

    async def work() -> None:
        found = await _offered_to(receiver_id, offer_id)
        await _answer(found, "declined", found.first, now)
        text = f"「{await _title(found)}」の引き継ぎは、今回は受けていただけませんでした。"
        await add_tasks([(found.giver_id, None, "hand_over", text)], now)
        await _record("hand_over_declined", found, receiver_id, now)

    await write(work)


async def accept(
    offer_id: UUID, *, receiver_id: UUID, now: datetime, today: date, zone: tzinfo = TOKYO
) -> date:
    """Say yes: the receiver owns the series from the date on; that date. From today where it is over by now.

    A hand-over that was to come later is off. What is to be settled about the sessions goes to the receiver. Raises
    Unknown for another's offer, Refused if it was answered or withdrawn, or if the giver owns that date no more.
    """

    async def work() -> date:
        found = await _offered_to(receiver_id, offer_id)
        await lock_series([found.series_id])
        first = max(found.first, today)
        await _answer(found, "accepted", first, now)
        if await owner_id_on(found.series_id, first) != found.giver_id:
            raise Refused(ANSWERED)
        await _pass_on(found, first, now)
        await hand_over(found.series_id, receiver_id, first, now=now, today=today)
        await heed_closures(today, now, zone)
        return first

    return await write(work)


async def _offered_to(receiver_id: UUID, offer_id: UUID) -> Offer:
    found = await offer(offer_id)
    if found.receiver_id != receiver_id:
        raise Unknown
    return found


async def _answer(found: Offer, state: State, first: date, now: datetime) -> None:
    if not await answer_offer(found.id, state, first, now):
        raise Refused(ANSWERED)


async def _pass_on(found: Offer, first: date, now: datetime) -> None:
    """Tell everybody whom it concerns, and pass on what is still to be settled."""
    title = await _title(found)
    owners = await ownership_of(found.series_id)
    await move_tasks(found.series_id, first, found.giver_id, found.receiver_id)
    dropped = {owner for begins, owner in owners if begins > first} - {found.receiver_id, found.giver_id}
    texts = {
        found.receiver_id: f"「{title}」を{day_words(first)}から受けもちます。進行役の方を決めてください。",
        found.giver_id: f"「{title}」は{day_words(first)}から引き継がれます。その前の日までは、いままでどおりです。",
        **dict.fromkeys(dropped, f"「{title}」をあとから受けもつ予定は、なくなりました。"),
    }
    await add_tasks([(owner, None, "hand_over", text) for owner, text in texts.items()], now)
    await _record("hand_over_accepted", found, found.receiver_id, now)
    await _record("handed_over", found, found.giver_id, now)


async def hand_over(
    series_id: UUID, organisation_id: UUID, first: date, *, now: datetime, today: date
) -> None:
    """Let an organisation own a series from a date on: the owner of a session follows the session's date.

    Owners that were to begin later are none any more. What was published before keeps its editions. Raises Unusable for
    a date that is over, Unknown.
    """
    if first < today:
        raise Unusable("これからの日を選んでください。", "first")

    async def work() -> None:
        series = await series_row(series_id)
        if organisation_id not in await organisations_by_id({organisation_id}):
            raise Unknown
        await own(series["id"], organisation_id, first)
        await drop_owners_after(series["id"], first)
        await change_series_row(series_id, {}, now)
        await touch("programme", now)

    await write(work)


async def _title(found: Offer) -> str:
    title: str = (await series_row(found.series_id))["title"]
    return title


async def _record(what: What, found: Offer, organisation_id: UUID, now: datetime) -> None:
    await record_series(
        what, found.series_id, now, day=found.first, organisation_id=organisation_id, about=found.first
    )
