"""What an edition says, and what is new in the next one."""

from datetime import UTC, date, datetime, time
from uuid import UUID

import msgspec
from msgspec.structs import replace

from app.domain.edition import Content, content_of, sort_out
from app.domain.edition_changes import differences
from app.domain.programme import Organisation, Series, Session, Venue
from app.domain.seats import Pool

NOW = datetime(2026, 11, 15, 3, tzinfo=UTC)
NOVEMBER = date(2026, 11, 1)
WARD = Organisation(id=UUID(int=1), slug="ward", name="なぎの会")
OTHER = Organisation(id=UUID(int=2), slug="other", name="となりの会")
SALON = Series(id=UUID(int=3), slug="salon", title="サロン", discreet_title="予定", changed_at=NOW)
HOUSE = Venue(id=UUID(int=4), slug="house", name="なぎの家")
OUT = Session(
    id=UUID(int=5),
    series=SALON,
    date=date(2026, 11, 20),
    nominal=date(2026, 11, 20),
    starts=time(13, 30),
    ends=time(15, 30),
    state="published",
    published_at=NOW,
    venue=HOUSE,
    owner=WARD,
    changed_at=NOW,
)
PLANNED = replace(OUT, state="planned", published_at=None)


def said(*sessions: Session) -> Content:
    return content_of(WARD, NOVEMBER, sessions)


def news(before: Session, after: Session) -> tuple[str, ...]:
    return differences(said(before), said(after))


def test_the_first_edition_has_no_news() -> None:
    assert differences(None, said(OUT)) == ()


def test_the_content_survives_its_storage() -> None:
    content = said(OUT)
    assert msgspec.json.decode(msgspec.json.encode(content), type=Content) == content


def test_planned_unlisted_and_internal_sessions_are_not_told() -> None:
    unlisted, internal = replace(SALON, listed=False), replace(SALON, internal=True)
    assert said(PLANNED, replace(OUT, series=unlisted), replace(OUT, series=internal)).sessions == ()


def test_a_session_cancelled_before_it_was_out_is_not_told() -> None:
    assert said(replace(PLANNED, state="cancelled")).sessions == ()


def test_each_kind_of_change_has_its_words() -> None:
    assert news(OUT, replace(OUT, starts=time(14))) == (
        "サロン　11月20日（金） 14:00～15:30：時刻が変わりました（前は13:30～15:30）",
    )
    assert news(OUT, replace(OUT, venue=replace(HOUSE, name="公民館"))) == (
        "サロン　11月20日（金） 13:30～15:30：会場が公民館に変わりました",
    )
    assert news(OUT, replace(OUT, room_name="和室", room_state="granted")) == (
        "サロン　11月20日（金） 13:30～15:30：部屋は和室です",
    )
    assert news(OUT, replace(OUT, theme="お茶の会")) == (
        "サロン　11月20日（金） 13:30～15:30：内容は「お茶の会」です",
    )


def test_a_refused_room_is_told_as_not_settled() -> None:
    granted = replace(OUT, room_name="和室", room_state="granted")
    assert news(granted, replace(granted, room_state="refused")) == (
        "サロン　11月20日（金） 13:30～15:30：部屋は調整中です",
    )


def test_what_the_series_says_is_news_too() -> None:
    assert news(OUT, replace(OUT, series=replace(SALON, fee="100円"))) == ("サロン　費用が変わりました",)


def test_only_what_is_owned_goes_out() -> None:
    theirs = replace(PLANNED, id=UUID(int=6), owner=OTHER)
    assert [each.id for each in sort_out(WARD.id, (PLANNED, theirs)).going] == [PLANNED.id]


def test_a_question_a_missing_note_and_a_parent_hold_a_session_back() -> None:
    asked = replace(PLANNED, flag="holiday", flag_text="文化の日に当たります")
    online = replace(PLANNED, id=UUID(int=7), pools=(Pool(id=UUID(int=8), mode="online", seat="talk"),))
    child = replace(PLANNED, id=UUID(int=9), parent_id=asked.id)
    outcome = sort_out(WARD.id, (child, asked, online))
    assert {held.session.id: held.why for held in outcome.held} == {
        asked.id: "question",
        online.id: "note",
        child.id: "parent",
    }
    assert outcome.going == ()


def test_a_note_lets_an_online_session_go_out() -> None:
    noted = replace(SALON, online_note="Zoomを使います")
    online = replace(PLANNED, series=noted, pools=(Pool(id=UUID(int=8), mode="online", seat="talk"),))
    assert sort_out(WARD.id, (online,)).going == (online,)
