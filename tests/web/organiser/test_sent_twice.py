"""What an organiser makes is made once, however often its form is sent; with other words it is something else."""

import asyncio
from uuid import UUID

from app.storage.closures import closures_of
from app.storage.invitations import invitations_of
from tests.actions.programme import TODAY, lines_of, sessions_of
from tests.web.organiser.desk import BASE, Desk
from tests.web.organiser.form import Pairs, fields_of, filled, form_of


async def form_with(desk: Desk, page: str, field: str) -> Pairs:
    """What the form holds that has this field, on a page with several."""
    forms = (await desk.client.get(page)).text.split("<form")[1:]
    [found] = [pairs for pairs in (fields_of(f"<form{text}").pairs for text in forms) if field in dict(pairs)]
    return found


async def sent_twice(desk: Desk, page: str, pairs: Pairs, **changes: str | list[str]) -> list[int]:
    """The statuses of a double click."""
    data = filled(pairs, changes)
    answers = await asyncio.gather(*(desk.client.post(page, data=data) for _ in range(2)))
    return [answer.status_code for answer in answers]


async def added_by_hand(series: UUID) -> list[str]:
    return [str(each.date) for each in await sessions_of(series) if each.by_hand]


async def test_a_line_sent_twice_is_one_line_and_another_is_another(desk: Desk) -> None:
    series = await desk.house.series("毎月第3火曜 10時～12時")
    form = await form_of(desk, f"{BASE}/series/{series}/lines/new")
    pairs = fields_of(form.text).pairs
    assert await sent_twice(desk, form.page, pairs, words="毎月第1金曜 13時～15時") == [303, 303]
    assert len(await lines_of(series)) == 2
    await form.send(words="毎月第2金曜 13時～15時")
    assert len(await lines_of(series)) == 3


async def test_a_date_sent_twice_is_one_date_and_nobody_is_told_it_is_taken(desk: Desk) -> None:
    series = await desk.house.series("毎月第3火曜 10時～12時")
    page = f"{BASE}/series/{series}/dates"
    pairs = await form_with(desk, page, "add_date")
    for day in ("2026-12-24", "2026-12-25"):
        assert await sent_twice(desk, page, pairs, add_date=day) == [303, 303]
    assert await added_by_hand(series) == ["2026-12-24", "2026-12-25"]


async def test_words_for_a_referral_sent_twice_are_one_invitation(desk: Desk) -> None:
    series = await desk.house.series("毎月第3火曜 10時～12時", in_room=True)
    page = f"{BASE}/series/{series}/invitations"
    pairs = await form_with(desk, page, "label")
    for label in ("相談窓口", "広報紙"):
        assert await sent_twice(desk, page, pairs, label=label, act="make") == [303, 303]
    assert sorted(each.label for each in await invitations_of(series)) == ["広報紙", "相談窓口"]


async def test_days_closed_twice_are_one_closure_that_says_the_same(desk: Desk) -> None:
    await desk.house.series("毎月第3火曜 10時～12時")
    page = f"{BASE}/closures"
    data = filled(await form_with(desk, page, "first"), {"first": "2026-11-17", "reason": "お休み"})
    answers = [await desk.client.post(page, data=data) for _ in range(2)]
    assert {answer.headers["location"] for answer in answers} == {
        f"{page}?said=closed&sessions=1&reservations=0#said"
    }
    assert len(await closures_of(organisation_id=desk.organisation, since=TODAY)) == 1


async def test_without_a_nonce_it_would_be_made_twice(desk: Desk) -> None:
    """The control."""
    series = await desk.house.series("毎月第3火曜 10時～12時")
    page = f"{BASE}/series/{series}/invitations"
    pairs = [pair for pair in await form_with(desk, page, "label") if pair[0] != "nonce"]
    assert await sent_twice(desk, page, pairs, label="相談窓口", act="make") == [303, 303]
    assert len(await invitations_of(series)) == 2
