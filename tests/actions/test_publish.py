"""Publishing a month in one act."""

import asyncio
from datetime import date, datetime, time, timedelta

import pytest
from msgspec.structs import replace

from app.actions.add_date import add_date
from app.actions.cancel_session import cancel
from app.actions.change_series import change_series
from app.actions.move_session import move
from app.actions.publish import PublishedMonth, preview_publication, publish
from app.actions.session_changes import Spot
from app.domain.errors import Unknown, Unusable
from app.domain.planning import LinePool
from app.domain.series_wish import HandDate, LineWish, SeriesWish
from app.domain.session_ids import sequence_at
from app.storage.editions import edition_by_paper, latest_edition
from app.storage.engine import rows
from tests.actions.programme import (
    TODAY,
    ZONE,
    House,
    give_manager,
    house,
    lines_of,
    sessions_of,
    standing,
)
from tests.rig.databases import Database

NOVEMBER = date(2026, 11, 1)
DECEMBER = date(2026, 12, 1)
ONLINE = (LinePool("online", "listener", "number", 3),)


async def publish_one(here: House, month: date = DECEMBER, later: timedelta = timedelta()) -> PublishedMonth:
    return (await publish(here.organisation, month, now=here.now + later))[0]


async def test_a_month_goes_out_with_its_first_edition(database: Database, now: datetime) -> None:
    here = await house(now)
    series = await here.series("毎月第3金曜 13:30～15:30")
    done = await publish_one(here)
    assert (done.new, done.words, len(done.published)) == (True, "12月の第1版を出しました。", 1)
    assert {each.date.month: each.state for each in (await sessions_of(series))[:3]} == {
        11: "planned", 12: "published", 1: "planned",
    }  # fmt: skip
    latest = await latest_edition(here.organisation, DECEMBER)
    assert latest is not None and latest == done.edition
    assert [(each.date, each.starts, each.state) for each in latest.content.sessions] == [
        (date(2026, 12, 18), time(13, 30), "published")
    ]


async def test_publishing_raises_the_sequence(database: Database, now: datetime) -> None:
    here = await house(now)
    series = await here.series("毎月第3金曜 13:30～15:30")
    await publish_one(here, later=timedelta(minutes=30))
    assert [each.sequence for each in await sessions_of(series, DECEMBER, date(2026, 12, 31))] == [
        sequence_at(now + timedelta(minutes=30))
    ]


async def test_nothing_changed_means_no_new_edition(database: Database, now: datetime) -> None:
    here = await house(now)
    await here.series()
    first, second = await publish_one(here), await publish_one(here)
    assert (second.new, second.words) == (False, "12月は、第1版から変わったところがありません。")
    assert second.edition == first.edition


async def test_two_at_once_make_one_edition_and_the_other_is_told(database: Database, now: datetime) -> None:
    here = await house(now)
    await here.series()
    done = await asyncio.gather(*(publish_one(here) for _ in range(6)))
    assert sorted(each.new for each in done) == [False] * 5 + [True]
    assert (await rows("SELECT COUNT(*) AS n FROM edition"))[0]["n"] == 1


async def test_a_span_writes_one_edition_for_each_month(database: Database, now: datetime) -> None:
    here = await house(now)
    await here.series("毎月第3金曜 13:30～15:30")
    done = await publish(here.organisation, NOVEMBER, months=3, now=now)
    assert [(each.month, each.new, len(each.published)) for each in done] == [
        (NOVEMBER, True, 1),
        (DECEMBER, True, 1),
        (date(2027, 1, 1), True, 1),
    ]
    papers = {each.edition.paper for each in done if each.edition}
    assert len(papers) == 3
    assert await edition_by_paper(done[1].edition.paper if done[1].edition else 0) == done[1].edition


@pytest.mark.parametrize("months", [0, 13])
async def test_a_span_is_one_to_twelve_months(sqlite_database: Database, now: datetime, months: int) -> None:
    here = await house(now)
    with pytest.raises(Unusable):
        await publish(here.organisation, NOVEMBER, months=months, now=now)


async def test_nobody_publishes_for_an_unknown_organisation(sqlite_database: Database, now: datetime) -> None:
    here = await house(now)
    with pytest.raises(Unknown):
        await publish(here.room, NOVEMBER, now=now)


async def test_a_holiday_nobody_answered_stays_planned_and_is_reported(
    database: Database, now: datetime
) -> None:
    here = await house(now)
    series = await here.series("毎週月曜 10時～12時")
    done = await publish_one(here, NOVEMBER)
    assert [(str(each.session.date), each.why) for each in done.held] == [("2026-11-23", "question")]
    assert [each.state for each in await sessions_of(series, last=date(2026, 11, 30))] == [
        "published", "planned", "published",
    ]  # fmt: skip


async def test_an_online_session_without_a_note_stays_planned(database: Database, now: datetime) -> None:
    here = await house(now)
    series = await here.series(pools=ONLINE)
    assert [each.why for each in (await publish_one(here)).held] == ["note"]
    wish = SeriesWish(title="サロン", online_note="Zoomを使います。カメラは切ったままで大丈夫です。")
    await change_series(series, wish, now=now)
    assert [str(each.date) for each in (await publish_one(here)).published] == ["2026-12-18"]


async def test_a_linked_session_waits_for_its_parent(database: Database, now: datetime) -> None:
    here = await house(now)
    parent = await here.series("毎月第4月曜 10時～12時")
    await here.series_of(LineWish(words="サロン終了後"), title="相談", parent_id=parent)
    done = await publish_one(here, NOVEMBER)
    assert [each.why for each in done.held] == ["question", "parent"]


async def test_a_date_added_to_a_month_that_is_out_waits_for_the_next_edition(
    database: Database, now: datetime
) -> None:
    here = await house(now)
    series = await here.series()
    await publish_one(here)
    line = (await lines_of(series))[0]
    await add_date(line, HandDate(date=date(2026, 12, 25)), now=now, today=TODAY, zone=ZONE)
    assert [each.state for each in await sessions_of(series, last=date(2026, 12, 31))] == [
        "published",
        "planned",
    ]
    second = await publish_one(here)
    assert second.edition is not None and second.edition.number == 2
    assert second.edition.changes == ("サロン　12月25日（金） 13:30～15:30：加わりました",)


async def test_what_was_called_off_and_moved_stands_in_the_next_edition(
    database: Database, now: datetime
) -> None:
    here = await house(now)
    series = await here.series("毎週金曜 13:30～15:30")
    await publish_one(here)
    first, second, third, *_ = await sessions_of(series, DECEMBER, date(2026, 12, 31))
    await cancel(first.id, "講師が来られないため", now=now)
    await move(second.id, Spot(date=date(2026, 12, 10), starts=time(10), ends=time(12)), now=now, today=TODAY)
    await move(
        third.id, Spot(date=date(2027, 1, 7), starts=third.starts, ends=third.ends), now=now, today=TODAY
    )
    done = await publish_one(here)
    assert done.edition is not None
    assert done.edition.changes == (
        "サロン　12月4日（金） 13:30～15:30：中止になりました（講師が来られないため）",
        "サロン　12月11日（金） 13:30～15:30から12月10日（木） 10:00～12:00に移りました",
        "サロン　1月7日（木） 13:30～15:30：ほかの月に移りました",
    )


async def test_an_unlisted_series_is_published_but_stands_in_no_edition(
    database: Database, now: datetime
) -> None:
    here = await house(now)
    series = await here.series_of(LineWish(words="毎月第3金曜 13時～15時"), listed=False)
    done = await publish_one(here)
    assert done.edition is not None and done.edition.content.sessions == ()
    assert [each.state for each in await sessions_of(series, DECEMBER, date(2026, 12, 31))] == ["published"]


async def test_another_organisation_publishes_nothing_of_ours(database: Database, now: datetime) -> None:
    here, there = await house(now), await house(now, "other")
    series = await here.series()
    await publish_one(replace(here, organisation=there.organisation))
    assert {each.state for each in await sessions_of(series)} == {"planned"}


async def test_a_month_without_sessions_is_published_as_empty(database: Database, now: datetime) -> None:
    here = await house(now)
    done = await publish_one(here, NOVEMBER)
    assert done.new and done.edition is not None and done.edition.content.sessions == ()


async def test_the_preview_says_what_publishing_does_and_changes_nothing(
    database: Database, now: datetime
) -> None:
    here = await house(now)
    await give_manager(here.venue, now)
    series = await here.series("毎週月曜 10時～12時", in_room=True)
    seen = (await preview_publication(here.organisation, NOVEMBER, now=now))[0]
    assert [str(each.date) for each in seen.outcome.going] == ["2026-11-16", "2026-11-30"]
    assert [str(each.session.date) for each in seen.outcome.held] == ["2026-11-23"]
    assert [str(each.date) for each in seen.without_room] == ["2026-11-16", "2026-11-30"]
    assert seen.changed and seen.latest is None
    assert {each.state for each in await sessions_of(series)} == {"planned"}
    assert await standing(series, last=date(2026, 11, 30)) == ["2026-11-16", "2026-11-23", "2026-11-30"]
