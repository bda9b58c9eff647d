"""A series changes hands on a date: offered, answered once; addresses, ids and the past stay."""

import asyncio
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest

from app.actions.add_date import add_date
from app.actions.change_rule import change_rule
from app.actions.close_days import close_days
from app.actions.hand_over import accept, decline, hand_over, offer_hand_over, withdraw
from app.actions.move_session import move
from app.actions.publish import publish
from app.actions.session_changes import Spot
from app.domain.errors import DomainError, Refused, Unknown, Unusable
from app.domain.planning import Rest
from app.domain.series_wish import HandDate
from app.storage import hand_overs
from app.storage.acts import acts_of
from app.storage.hand_overs import offer, open_offer
from app.storage.owners import ownership_of
from app.storage.series import hosts_of, series_by_id
from app.storage.tasks import open_tasks
from tests.actions.programme import TODAY, ZONE, House, house, lines_of, sessions_of
from tests.rig.databases import Database

APRIL = date(2027, 4, 1)
WORDS = "毎月1日・25日 10時～12時"


async def offered(ward: House, council: House, series: UUID, first: date = APRIL) -> UUID:
    return await offer_hand_over(
        series, ward.organisation, council.organisation, first, now=ward.now, today=TODAY
    )


async def taken(council: House, offer_id: UUID, today: date = TODAY) -> date:
    return await accept(offer_id, receiver_id=council.organisation, now=council.now, today=today, zone=ZONE)


async def told(here: House) -> list[str]:
    return [task.text for task in await open_tasks(here.organisation)]


async def owners(series: UUID) -> dict[str, UUID | None]:
    return {str(each.date): each.owner.id if each.owner else None for each in await sessions_of(series)}


async def test_a_march_session_is_the_wards_and_an_april_one_the_councils(
    database: Database, now: datetime
) -> None:
    ward, council = await house(now), await house(now, "shakyo")
    series = await ward.series(WORDS)
    before = await sessions_of(series)
    slug = (await series_by_id({series}))[series].slug
    offer_id = await offered(ward, council, series)
    # Nothing moves before the council has said yes.
    assert set((await owners(series)).values()) == {ward.organisation}
    assert await taken(council, offer_id) == APRIL
    after = await sessions_of(series)
    assert [(each.id, each.date, each.state) for each in after] == [
        (each.id, each.date, each.state) for each in before
    ]
    assert (await series_by_id({series}))[series].slug == slug
    found = await owners(series)
    assert (found["2027-03-25"], found["2027-04-01"]) == (ward.organisation, council.organisation)
    assert [(await hosts_of(series, day))[0].name for day in (APRIL - timedelta(days=1), APRIL)] == [
        "wardの会",
        "shakyoの会",
    ]


async def test_each_publishes_its_own_dates(database: Database, now: datetime) -> None:
    ward, council = await house(now), await house(now, "shakyo")
    series = await ward.series("毎月第2火曜 10時～12時")
    await hand_over(series, council.organisation, date(2026, 12, 1), now=now, today=TODAY)
    first = date(2026, 11, 1)
    mine = await publish(ward.organisation, first, months=3, now=now)
    theirs = await publish(council.organisation, first, months=3, now=now)
    assert [len(each.published) for each in mine] == [0, 0, 0]
    assert [len(each.published) for each in theirs] == [0, 1, 1]


async def test_both_are_told_and_it_is_written_down(database: Database, now: datetime) -> None:
    ward, council = await house(now), await house(now, "shakyo")
    series = await ward.series(WORDS)
    await taken(council, await offered(ward, council, series))
    assert await told(council) == ["「サロン」を4月1日（木）から受けもちます。進行役の方を決めてください。"]
    assert await told(ward) == [
        "「サロン」は4月1日（木）から引き継がれます。その前の日までは、いままでどおりです。"
    ]
    acts = [[each.what for each in await acts_of(here.organisation, 9)] for here in (ward, council)]
    told_of = [sorted(what for what in each if what.startswith("hand")) for each in acts]
    assert told_of == [["hand_over_offered", "handed_over"], ["hand_over_accepted"]]


async def test_no_leaves_everything_and_tells_the_giver(database: Database, now: datetime) -> None:
    ward, council = await house(now), await house(now, "shakyo")
    series = await ward.series(WORDS)
    offer_id = await offered(ward, council, series)
    await decline(offer_id, receiver_id=council.organisation, now=now)
    assert set((await owners(series)).values()) == {ward.organisation}
    assert await told(ward) == ["「サロン」の引き継ぎは、今回は受けていただけませんでした。"]
    with pytest.raises(Refused):
        await taken(council, offer_id)


async def test_an_offer_is_taken_back_before_it_is_answered(database: Database, now: datetime) -> None:
    ward, council = await house(now), await house(now, "shakyo")
    series = await ward.series(WORDS)
    offer_id = await offered(ward, council, series)
    with pytest.raises(Unknown):
        await withdraw(offer_id, giver_id=council.organisation, now=now)
    await withdraw(offer_id, giver_id=ward.organisation, now=now)
    with pytest.raises(Refused):
        await taken(council, offer_id)
    assert await open_offer(series) is None
    assert "hand_over_declined" in {each.what for each in await acts_of(ward.organisation, 9)}


async def test_one_offer_waits_at_a_time_and_the_same_twice_is_one(database: Database, now: datetime) -> None:
    ward, council, other = await house(now), await house(now, "shakyo"), await house(now, "npo")
    series = await ward.series(WORDS)
    once, again = await asyncio.gather(*(offered(ward, council, series) for _ in range(2)))
    assert once == again
    with pytest.raises(Refused):
        await offered(ward, other, series)


async def yes_and_no_at_once(now: datetime) -> list[bool]:
    """Which of two answers went through: yes, and no."""
    ward, council = await house(now), await house(now, "shakyo")
    offer_id = await offered(ward, council, await ward.series(WORDS))
    answers = await asyncio.gather(
        taken(council, offer_id),
        decline(offer_id, receiver_id=council.organisation, now=now),
        return_exceptions=True,
    )
    assert all(isinstance(each, DomainError | date | None) for each in answers)
    return [not isinstance(each, DomainError) for each in answers]


async def test_of_two_answers_at_once_one_counts(database: Database, now: datetime) -> None:
    assert sorted(await yes_and_no_at_once(now)) == [False, True]


async def test_without_the_condition_both_would_count(
    database: Database, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Negative control."""
    monkeypatch.setattr(hand_overs, "ANSWER", hand_overs.ANSWER.replace("AND state = 'offered'", ""))
    assert await yes_and_no_at_once(now) == [True, True]


async def test_two_who_say_yes_at_once_say_it_once(database: Database, now: datetime) -> None:
    ward, council = await house(now), await house(now, "shakyo")
    series = await ward.series(WORDS)
    offer_id = await offered(ward, council, series)
    await asyncio.gather(*(taken(council, offer_id) for _ in range(3)), return_exceptions=True)
    assert (len(await told(council)), len(await ownership_of(series))) == (1, 2)


async def test_a_hand_over_before_one_that_is_settled_takes_its_place(
    database: Database, now: datetime
) -> None:
    ward, council, other = await house(now), await house(now, "shakyo"), await house(now, "npo")
    series = await ward.series(WORDS)
    await taken(council, await offered(ward, council, series))
    january = date(2027, 1, 1)
    await taken(other, await offered(ward, other, series, january))
    found = await owners(series)
    assert (found["2027-01-01"], found["2027-04-01"]) == (other.organisation, other.organisation)
    assert "「サロン」をあとから受けもつ予定は、なくなりました。" in await told(council)


async def test_an_answer_that_comes_late_begins_on_its_own_day(database: Database, now: datetime) -> None:
    ward, council = await house(now), await house(now, "shakyo")
    series = await ward.series(WORDS)
    offer_id = await offered(ward, council, series, date(2026, 11, 20))
    assert await taken(council, offer_id, date(2026, 12, 1)) == date(2026, 12, 1)
    found = await owners(series)
    assert (found["2026-11-25"], found["2026-12-01"]) == (ward.organisation, council.organisation)
    assert (await offer(offer_id)).first == date(2026, 12, 1)


async def test_what_is_to_be_settled_goes_along_and_the_councils_rest_counts(
    database: Database, now: datetime
) -> None:
    ward, council = await house(now), await house(now, "shakyo")
    series = await ward.series(WORDS)
    days = date(2027, 4, 25), date(2027, 4, 25)
    await close_days(Rest(*days, "研修", organisation_id=council.organisation), now=now, today=TODAY)
    close = date(2027, 3, 20), date(2027, 4, 20)
    await close_days(Rest(*close, "改修", venue_id=ward.venue), now=now, today=TODAY)
    await taken(council, await offered(ward, council, series))
    assert [text[:9] for text in await told(council) if "改修" in text] == ["4月1日（木） 1"]
    assert [text[:9] for text in await told(ward) if "改修" in text] == ["3月25日（木） "]
    off = {str(each.date): each.cancel_reason for each in await sessions_of(series) if each.cancel_reason}
    assert off == {"2027-03-25": "改修", "2027-04-01": "改修", "2027-04-25": "研修"}


async def test_no_session_crosses_the_day_of_the_hand_over(database: Database, now: datetime) -> None:
    """Its nicknames would become another organisation's."""
    ward, council = await house(now), await house(now, "shakyo")
    series = await ward.series(WORDS)
    await taken(council, await offered(ward, council, series))
    [march] = [each for each in await sessions_of(series) if str(each.date) == "2027-03-25"]
    with pytest.raises(Refused, match="引き継ぎの日"):
        await move(march.id, Spot(date=date(2027, 4, 2)), now=now, today=TODAY, zone=ZONE)
    [line] = await lines_of(series)
    for owner, day in ((ward, date(2027, 4, 2)), (council, date(2027, 3, 2))):
        with pytest.raises(Unusable, match="ほかの団体"):
            await add_date(
                line, HandDate(date=day), now=now, today=TODAY, zone=ZONE, owner_id=owner.organisation
            )


async def test_new_words_are_told_to_whoever_takes_it_on(database: Database, now: datetime) -> None:
    ward, council = await house(now), await house(now, "shakyo")
    series = await ward.series(WORDS)
    await taken(council, await offered(ward, council, series))
    [line] = await lines_of(series)
    await change_rule(line, "毎月2日・25日 10時～12時", now=now, today=TODAY, zone=ZONE)
    assert "「サロン」の予定の言葉が変わりました。受けもつ日を確かめてください。" in await told(council)


async def test_the_past_cannot_be_handed_over_nor_to_nobody_nor_what_is_anothers(
    sqlite_database: Database, now: datetime
) -> None:
    ward, council = await house(now), await house(now, "shakyo")
    series = await ward.series()
    with pytest.raises(Unusable):
        await offered(ward, council, series, date(2026, 11, 1))
    with pytest.raises(Unusable):
        await offered(council, ward, series)
    with pytest.raises(Unusable):
        await offered(ward, ward, series)
    with pytest.raises(Unknown):
        await offer_hand_over(series, ward.organisation, ward.venue, APRIL, now=now, today=TODAY)
    with pytest.raises(Unknown):
        await hand_over(series, ward.venue, APRIL, now=now, today=TODAY)
    with pytest.raises(Unusable):
        await hand_over(series, council.organisation, date(2026, 11, 1), now=now, today=TODAY)
