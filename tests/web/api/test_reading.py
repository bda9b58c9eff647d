from datetime import date
from typing import Any
from uuid import UUID

from tests.actions.gathering import DAY, gathering
from tests.rig.client import Client
from tests.rig.clock import Clock
from tests.rig.town import add_organisation, add_pool, add_series, add_session, add_venue

WINDOW = {"from": "2026-11-01", "to": "2026-11-30"}


async def items(client: Client, path: str, **query: Any) -> list[dict[str, Any]]:
    answer = await client.get(path, params=query)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["items"]
    return found


async def test_a_session_tells_its_seats_in_words_and_its_instants_with_their_offset(client: Client) -> None:
    venue = await add_venue("house", name="みんなの家")
    series = await add_series(await add_organisation(), title="ふらっと", registration="walk_in_or_reserve")
    session = await add_session(series, DAY, venue_id=venue)
    await add_pool(session, "in_person", "talk", capacity=4, reserved=3)
    await add_pool(session, "online", "listener")

    answer = await client.get(f"/api/sessions/{session}")

    assert answer.json() == {
        "id": str(session),
        "series": {"slug": "salon", "title": "ふらっと"},
        "venue": {"slug": "house", "name": "みんなの家"},
        "date": "2026-11-22",
        "starts_at": "2026-11-22T13:30:00+09:00",
        "ends_at": "2026-11-22T15:30:00+09:00",
        "status": "published",
        "seats": [
            {"mode": "in_person", "seat": "talk", "availability": "few"},
            {"mode": "online", "seat": "listener", "availability": "unknown"},
        ],
        "registration": "walk_in_or_reserve",
    }


async def test_an_end_before_the_start_is_on_the_next_day_and_unknown_times_are_null(client: Client) -> None:
    series = await add_series(await add_organisation())
    late = await add_session(series, DAY, "22:00", "01:00")
    open_ended = await add_session(series, DAY, "17:00", None)

    assert (await client.get(f"/api/sessions/{late}")).json()["ends_at"] == "2026-11-23T01:00:00+09:00"
    assert (await client.get(f"/api/sessions/{open_ended}")).json()["ends_at"] is None


async def test_sessions_come_by_date_start_and_id_within_the_window(client: Client) -> None:
    series = await add_series(await add_organisation())
    afternoon = await add_session(series, DAY, "13:30")
    morning = await add_session(series, DAY, "10:00", "11:00")
    await add_session(series, date(2026, 12, 1))
    first_day = await add_session(series, date(2026, 11, 1))

    found = await items(client, "/api/sessions", **WINDOW)

    assert [item["id"] for item in found] == [str(first_day), str(morning), str(afternoon)]


async def test_what_is_not_public_stands_in_no_list(client: Client) -> None:
    owner = await add_organisation()
    hidden = await add_series(owner, "hidden", listed=False)
    council = await add_series(owner, "council", internal=True)
    session = await add_session(hidden, DAY)
    await add_session(council, DAY)

    assert await items(client, "/api/sessions", **WINDOW) == []
    assert await items(client, "/api/series") == []
    assert (await client.get(f"/api/sessions/{session}")).status_code == 404
    assert (await client.get("/api/series/hidden")).status_code == 404


async def test_a_private_address_is_null(client: Client) -> None:
    await add_venue("home", area="狛江市", address="元和泉1-2-3", address_public=False, way_in="青い門")

    assert (await client.get("/api/venues/home")).json() == {
        "slug": "home",
        "name": "homeの家",
        "area": "狛江市",
        "address": None,
        "way_in": None,
        "phone": None,
        "opening": None,
        "url": "http://127.0.0.1:8000/venues/home",
    }


async def test_sessions_are_narrowed_by_venue_audience_and_mode(client: Client) -> None:
    owner, venue = await add_organisation(), await add_venue("house")
    family = await add_series(owner, "family", audience="family")
    person = await add_series(owner, "person", audience="participant")
    here = await add_session(family, DAY, venue_id=venue)
    online = await add_session(person, DAY)
    await add_pool(online, "online", "talk")

    assert [item["id"] for item in await items(client, "/api/venues/house/sessions", **WINDOW)] == [str(here)]
    assert [item["id"] for item in await items(client, "/api/sessions", venue="house", **WINDOW)] == [
        str(here)
    ]
    assert [item["id"] for item in await items(client, "/api/sessions", audience="family", **WINDOW)] == [
        str(here)
    ]
    assert [item["id"] for item in await items(client, "/api/sessions", mode="online", **WINDOW)] == [
        str(online)
    ]


async def test_a_long_list_goes_on_where_the_page_ended(client: Client) -> None:
    owner = await add_organisation()
    series = await add_series(owner)
    for number in range(1003):
        await add_session(series, date(2026, 11, 1 + number % 30), "10:00", None, id=UUID(int=number + 1))

    first = (await client.get("/api/sessions", params=WINDOW)).json()
    second = (await client.get(first["next"])).json()

    together = [item["id"] for item in first["items"] + second["items"]]
    assert (len(first["items"]), len(second["items"]), second["next"]) == (1000, 3, None)
    assert len(set(together)) == 1003
    dates = [item["date"] for item in first["items"] + second["items"]]
    assert dates == sorted(dates)


async def test_every_fault_of_a_query_is_told_in_japanese(client: Client) -> None:
    answer = await client.get("/api/sessions", params={"from": "あした", "to": "2026-13-01"})

    sentence = "日付は 2026-11-22 のように書いてください。"
    assert answer.status_code == 422
    assert answer.json()["errors"] == [
        {"field": "from", "message": sentence},
        {"field": "to", "message": sentence},
    ]


async def test_a_window_of_more_than_400_days_is_refused(client: Client) -> None:
    fitting = await client.get("/api/sessions", params={"from": "2026-01-01", "to": "2027-02-05"})
    longer = await client.get("/api/sessions", params={"from": "2026-01-01", "to": "2027-02-06"})

    assert (fitting.status_code, longer.status_code) == (200, 422)
    assert longer.json()["errors"] == [{"field": "to", "message": "期間は400日までにしてください。"}]


async def test_an_unknown_session_is_404_in_json(client: Client) -> None:
    answer = await client.get(f"/api/sessions/{UUID(int=5)}")

    assert (answer.status_code, answer.json()["error"]) == (404, "not_found")


async def test_lists_are_revalidated_and_change_with_a_reservation(client: Client, clock: Clock) -> None:
    place = await gathering(clock(), {("in_person", "talk"): 1})
    path = f"/api/sessions/{place.id}"
    before = await client.get(path)
    again = await client.get(path, headers={"If-None-Match": before.headers["etag"]})

    await place.take()
    after = await client.get(path, headers={"If-None-Match": before.headers["etag"]})

    assert (before.json()["seats"][0]["availability"], again.status_code) == ("open", 304)
    assert after.json()["seats"][0]["availability"] == "full"


async def test_the_description_names_every_route(client: Client) -> None:
    paths = (await client.get("/api/openapi.json")).json()["paths"]

    assert sorted(paths) == [
        "/api/reservations/{token}",
        "/api/series",
        "/api/series/{slug}",
        "/api/sessions",
        "/api/sessions/{session_id}",
        "/api/sessions/{session_id}/reservations",
        "/api/timetables/read",
        "/api/venues",
        "/api/venues/{slug}",
        "/api/venues/{slug}/sessions",
    ]
