"""Why dates are missing: closures of the venue and of the organisation, and the year end as it has set it."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest

from app.domain.recurrence.reading import read as read_words
from app.domain.recurrence.rule import to_json
from app.storage.tables import ClosureRow
from tests.rig import town
from tests.rig.client import Client
from tests.web.public.conftest import Read


@pytest.fixture
async def owner(client: Client) -> UUID:
    return await town.add_organisation("npo", name="まちの会", year_end_first="12-26", year_end_last="01-05")


async def a_line(series: UUID, words: str, *venues: UUID) -> None:
    found = read_words(words).timetable
    assert found is not None
    await town.add_line(series, words, timetable=to_json(found).decode(), venues=venues)


async def close(first: date, last: date, reason: str, **of: Any) -> None:
    await ClosureRow.insert(ClosureRow(id=uuid4(), first=first, last=last, reason=reason, **of))


async def gaps_of(read: Read) -> list[str]:
    page = await read("/series/salon")
    return page.texts("div", "plain")


async def test_a_closure_of_the_venue_is_the_reason(read: Read, owner: UUID) -> None:
    house, other = await town.add_venue("house"), await town.add_venue("other")
    await a_line(await town.add_series(owner), "毎週木曜 10時～12時", house)
    await close(date(2026, 12, 3), date(2026, 12, 3), "設備点検", venue_id=house)
    await close(date(2026, 12, 10), date(2026, 12, 10), "棚卸し", venue_id=other)
    assert await gaps_of(read) == ["お休み・変更の日 12月3日（木）は、会場がお休みです（設備点検）"]


async def test_a_long_closure_of_the_organisation_is_one_line(read: Read, owner: UUID) -> None:
    await a_line(await town.add_series(owner), "毎週木曜 10時～12時")
    await close(date(2026, 12, 1), date(2026, 12, 20), "引っ越し", organisation_id=owner)
    assert await gaps_of(read) == [
        "お休み・変更の日 12月3日（木）から12月17日（木）まで、主催者がお休みです（引っ越し）"
    ]


async def test_a_line_that_goes_round_does_not_rest_with_one_venue(read: Read, owner: UUID) -> None:
    house, other = await town.add_venue("house"), await town.add_venue("other")
    await a_line(await town.add_series(owner), "毎週木曜 10時～12時", house, other)
    await close(date(2026, 12, 3), date(2026, 12, 3), "設備点検", venue_id=house)
    assert await gaps_of(read) == []


async def test_the_year_end_is_the_one_the_organisation_has_set(read: Read, owner: UUID) -> None:
    await a_line(await town.add_series(owner), "毎週土曜 10時～12時（年末年始を除く）")
    (said,) = await gaps_of(read)
    assert "12月26日(土)は年末年始のためお休みです" in said
    assert "1月2日(土)は年末年始のためお休みです" in said


async def test_a_date_called_off_on_a_card_is_not_told_twice(read: Read, owner: UUID) -> None:
    house = await town.add_venue("house")
    series = await town.add_series(owner)
    await a_line(series, "毎週木曜 10時～12時", house)
    await close(date(2026, 12, 3), date(2026, 12, 3), "設備点検", venue_id=house)
    await town.add_session(
        series, date(2026, 12, 3), state="cancelled", cancel_reason="設備点検", venue_id=house
    )
    page = await read("/series/salon")
    assert page.texts("div", "plain") == []
    assert page.main.count("設備点検") == 1
