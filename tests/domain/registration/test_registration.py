from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import DomainError, Ended, NotReservable, Unknown, Unusable
from app.domain.programme import Series, Session
from app.domain.registration import (
    ReceptionState,
    closes_at,
    ends_at,
    forgets_at,
    join_opens_at,
    joinable,
    opens_at,
    pool_for,
    promotes,
    promotes_until,
    reception,
    require_open,
    starts_at,
)
from app.domain.seats import Pool

TOKYO = ZoneInfo("Asia/Tokyo")
MADE = datetime(2026, 1, 1, tzinfo=UTC)
SERIES = {"registration", "opens_days", "opens_time", "closes_days", "closes_time", "closes_minutes"} | {
    "promotion_minutes",
    "join_minutes",
    "planned_reservable",
}
POOLS = (
    Pool(id=UUID(int=1), mode="in_person", seat="talk", limit_kind="number", capacity=8),
    Pool(id=UUID(int=2), mode="online", seat="talk"),
    Pool(id=UUID(int=3), mode="online", seat="listener"),
)


def gathering(**facts: Any) -> Session:
    """2026-11-20 13:30-15:30 with reservations, unless said otherwise."""
    of_series = {name: value for name, value in facts.items() if name in SERIES}
    of_session = {name: value for name, value in facts.items() if name not in SERIES}
    known = {"registration": "walk_in_or_reserve"} | of_series
    series = Series(
        id=UUID(int=9), slug="salon", title="サロン", discreet_title="予定", changed_at=MADE, **known
    )
    day = date(2026, 11, 20)
    known = {"starts": time(13, 30), "ends": time(15, 30), "state": "published", "pools": POOLS} | of_session
    return Session(id=UUID(int=8), series=series, date=day, nominal=day, changed_at=MADE, **known)


def at(text: str) -> datetime:
    """11-20 13:30 in Tokyo."""
    return datetime.strptime(f"2026-{text}", "%Y-%m-%d %H:%M").replace(tzinfo=TOKYO).astimezone(UTC)


BEFORE = at("11-10 12:00")


@pytest.mark.parametrize(
    ("session", "start", "end"),
    [
        pytest.param(gathering(), "11-20 13:30", "11-20 15:30", id="両方わかる"),
        pytest.param(gathering(ends=None), "11-20 13:30", "11-21 00:00", id="終わりは未定"),
        pytest.param(gathering(starts=None), "11-20 00:00", "11-20 15:30", id="始まりは未定"),
        pytest.param(gathering(starts=None, ends=None), "11-20 00:00", "11-21 00:00", id="どちらも未定"),
        pytest.param(gathering(starts=time(22), ends=time(1)), "11-20 22:00", "11-21 01:00", id="夜をまたぐ"),
        pytest.param(gathering(starts=time(22), ends=time(0)), "11-20 22:00", "11-21 00:00", id="零時まで"),
        pytest.param(gathering(starts=time(10), ends=time(10)), "11-20 10:00", "11-21 10:00", id="まる一日"),
    ],
)
def test_a_session_lasts_from_until(session: Session, start: str, end: str) -> None:
    assert (starts_at(session, TOKYO), ends_at(session, TOKYO)) == (at(start), at(end))


@pytest.mark.parametrize(
    ("session", "opens"),
    [
        pytest.param(gathering(), None, id="公開から"),
        pytest.param(gathering(opens_days=14), "11-06 00:00", id="14日前から"),
        pytest.param(gathering(opens_days=14, opens_time=time(9)), "11-06 09:00", id="14日前の9時から"),
        pytest.param(gathering(opens_time=time(9)), "11-20 09:00", id="当日の9時から"),
        pytest.param(gathering(opens_days=0), "11-20 00:00", id="当日から"),
    ],
)
def test_reception_opens(session: Session, opens: str | None) -> None:
    assert opens_at(session, TOKYO) == (opens and at(opens))


@pytest.mark.parametrize(
    ("session", "closes"),
    [
        pytest.param(gathering(), "11-20 15:30", id="終わりまで"),
        pytest.param(gathering(ends=None), "11-21 00:00", id="終わりが未定ならその日まで"),
        pytest.param(gathering(closes_days=1), "11-20 00:00", id="前日まで"),
        pytest.param(gathering(closes_days=3, closes_time=time(17)), "11-17 17:00", id="3日前の17時まで"),
        pytest.param(gathering(closes_time=time(12)), "11-20 12:00", id="当日の12時まで"),
        pytest.param(gathering(closes_days=0), "11-20 15:30", id="当日まで"),
        pytest.param(gathering(closes_minutes=60), "11-20 12:30", id="1時間前まで"),
        pytest.param(gathering(closes_minutes=0), "11-20 13:30", id="始まるまで"),
        pytest.param(
            gathering(closes_minutes=60, starts=None), "11-19 23:00", id="始まりが未定なら0時から数える"
        ),
        pytest.param(gathering(closes_time=time(23)), "11-20 15:30", id="終わりより後にはならない"),
    ],
)
def test_reception_closes(session: Session, closes: str) -> None:
    assert closes_at(session, TOKYO) == at(closes)


@pytest.mark.parametrize(
    ("session", "now", "state"),
    [
        pytest.param(gathering(), "11-10 12:00", "open", id="受付中"),
        pytest.param(gathering(), "11-20 15:29", "open", id="終わる前"),
        pytest.param(gathering(), "11-20 15:30", "over", id="終わった"),
        pytest.param(gathering(registration="reserve_required"), "11-10 12:00", "open", id="要予約"),
        pytest.param(gathering(registration="walk_in"), "11-10 12:00", "none", id="予約なし"),
        pytest.param(gathering(registration="closed"), "11-10 12:00", "none", id="募集していない"),
        pytest.param(gathering(registration="unstated"), "11-10 12:00", "none", id="書かれていない"),
        pytest.param(gathering(registration="by_referral"), "11-10 12:00", "uninvited", id="紹介のみ"),
        pytest.param(gathering(state="planned"), "11-10 12:00", "planned", id="予定"),
        pytest.param(
            gathering(state="planned", planned_reservable=True), "11-10 12:00", "open", id="予定でも受付"
        ),
        pytest.param(gathering(state="cancelled"), "11-10 12:00", "cancelled", id="中止"),
        pytest.param(gathering(state="cancelled"), "11-25 12:00", "cancelled", id="終わった中止"),
        pytest.param(gathering(taking=False), "11-10 12:00", "stopped", id="受付を止めた"),
        pytest.param(gathering(opens_days=5), "11-14 23:59", "not_yet", id="受付開始の前"),
        pytest.param(gathering(opens_days=5), "11-15 00:00", "open", id="受付開始"),
        pytest.param(gathering(closes_days=1), "11-19 23:59", "open", id="締切の前"),
        pytest.param(gathering(closes_days=1), "11-20 00:00", "past", id="締切"),
        pytest.param(
            gathering(registration="by_referral"), "11-25 12:00", "over", id="紹介のみも終われば終わり"
        ),
    ],
)
def test_reception_stands(session: Session, now: str, state: ReceptionState) -> None:
    found = reception(session, at(now), TOKYO)
    assert (found.state, found.is_open) == (state, state == "open")


def test_an_invitation_opens_a_series_by_referral_and_nothing_else() -> None:
    states = [
        reception(gathering(registration=policy), BEFORE, TOKYO, invited=True).state
        for policy in ("by_referral", "walk_in_or_reserve", "walk_in", "closed", "unstated")
    ]
    assert states == ["open", "open", "none", "none", "none"]


@pytest.mark.parametrize(
    ("session", "refusal"),
    [
        pytest.param(gathering(registration="by_referral"), Unknown, id="紹介のみ"),
        pytest.param(gathering(state="cancelled"), Ended, id="中止"),
        pytest.param(gathering(registration="walk_in"), NotReservable, id="予約なし"),
        pytest.param(gathering(opens_days=1), NotReservable, id="受付開始の前"),
        pytest.param(gathering(closes_days=14), NotReservable, id="締切のあと"),
        pytest.param(gathering(taking=False), NotReservable, id="受付を止めた"),
        pytest.param(gathering(state="planned"), NotReservable, id="予定"),
    ],
)
def test_a_closed_reception_refuses_with_a_sentence(session: Session, refusal: type[DomainError]) -> None:
    with pytest.raises(refusal, match=r"。$") as caught:
        require_open(session, BEFORE, TOKYO)
    assert type(caught.value) is refusal


def test_a_session_that_is_over_has_ended() -> None:
    with pytest.raises(Ended, match="終わりました"):
        require_open(gathering(), at("11-20 15:30"), TOKYO)


def test_an_open_reception_refuses_nobody() -> None:
    require_open(gathering(), BEFORE, TOKYO)
    require_open(gathering(registration="by_referral"), BEFORE, TOKYO, invited=True)


def test_the_promotion_ends_three_hours_before_the_start() -> None:
    session = gathering()
    assert promotes_until(session, TOKYO) == at("11-20 10:30")
    assert promotes(session, at("11-20 10:29"), TOKYO)
    assert not promotes(session, at("11-20 10:30"), TOKYO)


def test_the_promotion_ends_as_the_series_says() -> None:
    assert promotes_until(gathering(promotion_minutes=24 * 60), TOKYO) == at("11-19 13:30")
    assert promotes_until(gathering(promotion_minutes=0, starts=None), TOKYO) == at("11-20 00:00")


@pytest.mark.parametrize(
    ("now", "shown"),
    [("11-20 13:14", False), ("11-20 13:15", True), ("11-20 15:29", True), ("11-20 15:30", False)],
)
def test_the_link_is_shown_from_a_quarter_before_to_the_end(now: str, shown: bool) -> None:
    assert joinable(gathering(), at(now), TOKYO) is shown


def test_the_link_of_a_cancelled_session_is_not_shown() -> None:
    assert not joinable(gathering(state="cancelled"), at("11-20 14:00"), TOKYO)


def test_the_page_can_say_from_when_the_link_is_shown() -> None:
    assert join_opens_at(gathering(join_minutes=30), TOKYO) == at("11-20 13:00")


def test_names_are_forgotten_a_day_after_the_end() -> None:
    assert forgets_at(gathering(), TOKYO) == at("11-21 15:30")
    assert forgets_at(gathering(ends=None), TOKYO) == at("11-22 00:00")
    assert forgets_at(gathering(starts=time(22), ends=time(1)), TOKYO) == at("11-22 01:00")


def test_a_pool_is_found_by_mode_and_seat() -> None:
    assert pool_for(gathering(), "online", "listener") == POOLS[2]


@pytest.mark.parametrize(
    ("mode", "seat", "field"),
    [
        ("in_person", "listener", "seat"),
        ("telephone", "talk", "mode"),
        ("online", "", "seat"),
        ("", "", "mode"),
    ],
)
def test_a_pool_that_is_not_there_is_refused_by_field(mode: str, seat: str, field: str) -> None:
    with pytest.raises(Unusable) as caught:
        pool_for(gathering(), mode, seat)
    assert caught.value.field == field


TIMES = st.one_of(st.none(), st.times().map(lambda found: found.replace(second=0, microsecond=0)))
MINUTES = st.one_of(st.none(), st.integers(0, 20_000))
DAYS = st.one_of(st.none(), st.integers(0, 60))


@given(
    TIMES,
    TIMES,
    DAYS,
    TIMES,
    MINUTES,
    st.sampled_from(["Asia/Tokyo", "America/New_York", "Pacific/Kiritimati"]),
)
def test_the_instants_of_a_session_stand_in_their_order(
    starts: time | None,
    ends: time | None,
    days: int | None,
    closing: time | None,
    minutes: int | None,
    name: str,
) -> None:
    session = gathering(
        starts=starts, ends=ends, closes_days=days, closes_time=closing, closes_minutes=minutes
    )
    zone = ZoneInfo(name)
    start, end = starts_at(session, zone), ends_at(session, zone)
    assert start <= end <= start + timedelta(days=1)
    assert closes_at(session, zone) <= end < forgets_at(session, zone)
    assert promotes_until(session, zone) <= start
    assert join_opens_at(session, zone) <= start


def test_the_hours_are_those_of_the_zone_also_when_clocks_change() -> None:
    session = gathering(starts=time(1, 30), ends=time(3, 30), closes_minutes=60)
    ahead = timezone(timedelta(hours=14))
    assert starts_at(session, ahead) == datetime(2026, 11, 19, 11, 30, tzinfo=UTC)
    assert ends_at(session, ahead) - starts_at(session, ahead) == timedelta(hours=2)
