"""A series changes hands on a date; addresses, ids and the past stay."""

from datetime import date, datetime

import pytest

from app.actions.hand_over import hand_over
from app.actions.publish import publish
from app.domain.errors import Unknown, Unusable
from app.storage.series import series_by_id
from tests.actions.programme import TODAY, house, sessions_of
from tests.rig.databases import Database

APRIL = date(2027, 4, 1)


async def test_a_march_session_is_the_wards_and_an_april_one_the_councils(
    database: Database, now: datetime
) -> None:
    ward, council = await house(now), await house(now, "shakyo")
    series = await ward.series("毎月1日・25日 10時～12時")
    before = await sessions_of(series)
    slug = (await series_by_id({series}))[series].slug
    await hand_over(series, council.organisation, APRIL, now=now, today=TODAY)
    after = await sessions_of(series)
    assert [each.id for each in after] == [each.id for each in before]
    assert (await series_by_id({series}))[series].slug == slug
    owners = {str(each.date): each.owner and each.owner.id for each in after}
    assert (owners["2027-03-25"], owners["2027-04-01"]) == (ward.organisation, council.organisation)


async def test_each_publishes_its_own_dates(database: Database, now: datetime) -> None:
    ward, council = await house(now), await house(now, "shakyo")
    series = await ward.series("毎月第2火曜 10時～12時")
    await hand_over(series, council.organisation, date(2026, 12, 1), now=now, today=TODAY)
    first = date(2026, 11, 1)
    mine = await publish(ward.organisation, first, months=3, now=now)
    theirs = await publish(council.organisation, first, months=3, now=now)
    assert [len(each.published) for each in mine] == [0, 0, 0]
    assert [len(each.published) for each in theirs] == [0, 1, 1]


async def test_the_past_cannot_be_handed_over_nor_to_nobody(sqlite_database: Database, now: datetime) -> None:
    ward = await house(now)
    series = await ward.series()
    with pytest.raises(Unusable):
        await hand_over(series, ward.organisation, date(2026, 11, 1), now=now, today=TODAY)
    with pytest.raises(Unknown):
        await hand_over(series, ward.venue, APRIL, now=now, today=TODAY)
