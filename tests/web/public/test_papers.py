"""The short address on paper, and the editions of a month as a reader has them."""

from datetime import date, datetime, time
from typing import Any
from uuid import UUID

import pytest
from msgspec import Struct

from app.actions.add_date import add_date
from app.actions.cancel_session import cancel
from app.actions.hand_over import hand_over
from app.actions.move_session import move
from app.actions.publish import publish
from app.actions.session_changes import Spot
from app.domain.series_wish import HandDate
from app.storage.editions import edition_by_paper
from app.storage.engine import rows
from tests.actions.programme import TODAY, ZONE, House, lines_of, sessions_of
from tests.rig.client import Client
from tests.rig.clock import Clock
from tests.rig.town import add_organisation, add_venue
from tests.web.public.conftest import Read

NOVEMBER = date(2026, 11, 1)
DECEMBER = date(2026, 12, 1)
PAGE = "/organisations/ward/2026-12"


class Printed(Struct):
    """A ward whose December is on paper."""

    house: House
    series: UUID
    paper: int

    async def again(self) -> int:
        """The next edition; its number."""
        [done] = await publish(self.house.organisation, DECEMBER, now=self.house.now)
        assert done.edition is not None
        return done.edition.number

    async def december(self) -> Any:
        return await sessions_of(self.series, DECEMBER, date(2026, 12, 31))


@pytest.fixture
async def printed(client: Client, clock: Clock) -> Printed:
    venue = await add_venue("ward-house", name="なぎの家", area="狛江市", address="狛江市なぎ町1-2")
    organisation = await add_organisation("ward", name="なぎの会", phone="03-0000-1111")
    house = House(organisation, venue, venue, clock())
    series = await house.series("毎週金曜 13:30～15:30")
    [done] = await publish(organisation, DECEMBER, now=clock())
    assert done.edition is not None
    return Printed(house, series, done.edition.paper)


async def test_the_short_address_leads_to_the_month_and_keeps_the_paper(
    client: Client, printed: Printed
) -> None:
    assert 1000 <= printed.paper <= 9999
    answer = await client.get(f"/p/{printed.paper}")
    assert (answer.status_code, answer.headers["location"]) == (302, f"{PAGE}?paper={printed.paper}")
    english = await client.get(f"/p/{printed.paper}?lang=en")
    assert english.headers["location"] == f"{PAGE}?paper={printed.paper}&lang=en"


async def test_a_paper_that_is_still_true_says_so(read: Read, printed: Printed) -> None:
    page = await read(f"{PAGE}?paper={printed.paper}")
    assert "この紙（第1版）から変わったこと" in page.texts("h2")
    assert "変わったところはありません。紙のとおりです。" in page.main


async def test_three_editions_later_the_paper_knows_what_changed(read: Read, printed: Printed) -> None:
    first, second, third, _ = await printed.december()
    now = printed.house.now
    await cancel(first.id, "講師が来られないため", now=now)
    assert await printed.again() == 2
    await move(second.id, Spot(date=date(2026, 12, 10), starts=time(10), ends=time(12)), now=now, today=TODAY)
    assert await printed.again() == 3
    line = (await lines_of(printed.series))[0]
    await add_date(line, HandDate(date=date(2026, 12, 26)), now=now, today=TODAY, zone=ZONE)
    assert await printed.again() == 4
    await cancel(third.id, "", now=now)
    page = await read(f"{PAGE}?paper={printed.paper}")
    assert [text for text in page.texts("li") if text.startswith("サロン 12月")] == [
        "サロン 12月4日（金） 13:30～15:30：中止になりました（講師が来られないため）",
        "サロン 12月11日（金） 13:30～15:30から12月10日（木） 10:00～12:00に移りました",
        "サロン 12月18日（金） 13:30～15:30：中止になりました",
        "サロン 12月26日（土） 13:30～15:30：加わりました",
    ]
    plain = await read(PAGE)
    assert plain.links["第1版"] == f"{PAGE}/1" and plain.links["第3版"] == f"{PAGE}/3"
    assert "第4版のあとに変わったこと" in plain.main
    old = await read(f"{PAGE}/1")
    assert "【中止】" not in old.main and "12月11日（金）" in old.main


async def test_a_paper_of_a_month_that_is_over_shows_the_month_of_now(
    client: Client, read: Read, printed: Printed, clock: Clock
) -> None:
    clock.move(days=60)
    answer = await client.get(f"/p/{printed.paper}")
    assert answer.headers["location"] == f"/organisations/ward/2027-01?paper={printed.paper}"
    page = await read(answer.headers["location"])
    assert "2026年12月の紙です。ここには、いまの月の予定を出しています。" in page.main
    assert page.links["2026年12月の予定"] == PAGE


async def test_a_paper_of_several_months_opens_at_the_month_of_now_and_knows_all_of_them(
    client: Client, read: Read, printed: Printed, clock: Clock
) -> None:
    done = await publish(printed.house.organisation, NOVEMBER, months=3, now=clock())
    november, december, january = (each.edition for each in done)
    assert november and december and january
    assert (november.first, november.months) == (NOVEMBER, 3)
    assert december.number == 1 and not done[1].new
    [session, *_] = await printed.december()
    await cancel(session.id, "台風", now=clock())
    page = await read((await client.get(f"/p/{november.paper}")).headers["location"])
    assert "12月4日（金） 13:30～15:30：中止になりました（台風）" in page.main
    clock.move(days=30)
    assert (await client.get(f"/p/{november.paper}")).headers["location"].startswith(PAGE)


async def test_what_was_handed_over_is_never_told_as_called_off(
    read: Read, printed: Printed, now: datetime
) -> None:
    heir = await add_organisation("heir", name="となりの会")
    await hand_over(printed.series, heir, date(2026, 12, 8), now=now, today=TODAY)
    page = await read(f"{PAGE}?paper={printed.paper}")
    assert "12月11日（金） 13:30～15:30：これからはとなりの会が開きます" in page.main
    assert "サロン 12月11日（金）は、となりの会が開きます" in page.main
    assert "ご案内を終わりました" not in page.main


async def test_what_moved_twice_is_told_where_it_is(read: Read, printed: Printed, now: datetime) -> None:
    [session, *_] = await printed.december()
    for day in (date(2027, 1, 14), date(2027, 2, 11)):
        await move(session.id, Spot(date=day, starts=time(10), ends=time(12)), now=now, today=TODAY)
    page = await read(f"{PAGE}?paper={printed.paper}")
    assert "2月11日（木） 10:00～12:00：ほかの月に移りました" in page.main


@pytest.mark.parametrize("number", ["0", "1", "x", "48²7", "99999999999999999999", "-1", "4827.0"])
async def test_a_number_on_no_paper_is_not_found(client: Client, printed: Printed, number: str) -> None:
    assert (await client.get(f"/p/{number}")).status_code == 404


async def test_the_paper_of_another_organisation_changes_nothing(
    client: Client, printed: Printed, now: datetime
) -> None:
    await add_organisation("other", name="となりの会")
    answer = await client.get(f"/organisations/other/2026-12?paper={printed.paper}")
    assert (answer.status_code, answer.headers["location"]) == (303, "/organisations/other/2026-12")


async def test_numbers_grow_where_the_short_ones_are_taken(client: Client, printed: Printed) -> None:
    await rows("UPDATE edition SET paper = 1000")
    for number in range(1001, 1200):
        await rows(
            "INSERT INTO edition (id, organisation_id, month, number, paper, published_at, content, changes)"
            " SELECT {}, organisation_id, month, {}, {}, published_at, content, changes FROM edition WHERE paper = 1000",
            UUID(int=number),
            number,
            number,
        )
    [session, *_] = await printed.december()
    await cancel(session.id, "", now=printed.house.now)
    await printed.again()
    [row] = await rows("SELECT paper FROM edition WHERE number = 1200")
    assert not 1000 <= row["paper"] < 1200
    assert await edition_by_paper(row["paper"]) is not None
