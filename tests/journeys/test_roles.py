"""Who may open and send what: every staff route of the router against every kind of visitor."""

import re
import shutil
from collections.abc import AsyncIterator, Collection
from html import unescape
from pathlib import Path

import pytest
from litestar import Litestar

from app.asgi import create_app
from app.web import guards
from tests.journeys.pages import ADMIN, MANAGER, ORGANISER, TABLES
from tests.journeys.pages import DOOR as DOOR_ROWS
from tests.journeys.town import STAFF, WHO, Town
from tests.rig.client import TOKEN, Client, application, client_of, settings_for
from tests.rig.clock import Clock, machine_now

ADDRESSES = {
    route: several[0] for route, several in (ORGANISER | MANAGER | ADMIN | DOOR_ROWS | TABLES).items()
}
DESK = "/staff/organisations/{slug:str}"
SERIES = f"{DESK}/series/{{series_id:uuid}}"
LINE = f"{SERIES}/lines/{{line_id:uuid}}"
DOOR = "/staff/sessions/{session_id:uuid}"
HOUSE = "/staff/venues/{slug:str}"
ADDRESSES |= {
    "/staff/door/leave": "/staff/door/leave",
    "/staff/door/{token:str}": "/staff/door/{door}",
    f"{DOOR}/note": "/staff/sessions/{session}/note",
    f"{DOOR}/people/{{reservation_id:uuid}}/out": "/staff/sessions/{session}/people/{nobody}/out",
    f"{DOOR}/reception": "/staff/sessions/{session}/reception",
    f"{DOOR}/taps": "/staff/sessions/{session}/taps",
    f"{DESK}/tasks": "/staff/organisations/{slug}/tasks",
    f"{DESK}/sessions/{{session_id:uuid}}/door": "/staff/organisations/{slug}/sessions/{session}/door",
    "/staff/join": "/staff/join",
    "/staff/join/{token:str}": "/staff/join/{door}",
    "/staff/password": "/staff/password",
    "/staff/password/{token:str}": "/staff/password/{door}",
    "/staff/sign-in": "/staff/sign-in",
    "/staff/sign-in/code": "/staff/sign-in/code",
    "/staff/sign-out": "/staff/sign-out",
    f"{DESK}/series/new/reading": "/staff/organisations/{slug}/series/new/reading",
    f"{SERIES}/lines/new/reading": "/staff/organisations/{slug}/series/{series_id}/lines/new/reading",
    f"{HOUSE}/closing/reading": "/staff/venues/{venue}/closing/reading",
    f"{LINE}/read": "/staff/organisations/{slug}/series/{series_id}/lines/{line}/read",
}


def row(others: int, special: dict[str, int]) -> tuple[int, ...]:
    """A row: strangers are led to the sign-in, some visitors get an answer of their own, all others the same."""
    return tuple(303 if who == "nobody" else special.get(who, others) for who in WHO)


def organiser(status: int) -> tuple[int, ...]:
    """Open to the organisers of the organisation alone."""
    return row(403, {"own organiser": status})


def reader(status: int) -> tuple[int, ...]:
    """Open to the organisers of the organisation, and to those who only look."""
    return row(403, {"own organiser": status, "viewer": status})


def manager(status: int) -> tuple[int, ...]:
    """Open to those who look after the venue alone."""
    return row(403, {"own manager": status})


def door(status: int) -> tuple[int, ...]:
    """Open to those who stand at the door; nobody else learns that it is there."""
    return row(404, {"own organiser": status, "own facilitator": status})


EVERYBODY = (200,) * len(WHO)
# Forms are sent empty: 422 asks for more, 303 leads on.
TABLE: dict[str, tuple[int, ...]] = {
    "GET /staff": row(200, {}),
    "GET /staff/account": row(200, {}),
    "GET /staff/account/second-step": row(200, {}),
    "GET /staff/door/{token:str}": EVERYBODY,
    "GET /staff/installation": row(403, {"admin": 200}),
    "GET /staff/join": (410,) * len(WHO),
    "GET /staff/join/{token:str}": (410,) * len(WHO),
    "GET /staff/password": (410,) * len(WHO),
    "GET /staff/password/{token:str}": (410,) * len(WHO),
    f"GET {DESK}": row(403, {"own organiser": 200, "viewer": 200}),
    f"GET {DESK}/acts": row(403, {"own organiser": 200, "viewer": 200}),
    f"GET {DESK}/closures": organiser(200),
    f"GET {DESK}/embedding": organiser(200),
    f"GET {DESK}/hand-overs/{{offer_id:uuid}}": organiser(200),
    f"GET {DESK}/months/{{month:str}}": organiser(200),
    f"GET {DESK}/months/{{month:str}}/paper": organiser(200),
    f"GET {DESK}/months/{{month:str}}/texts": organiser(200),
    f"GET {DESK}/people": organiser(200),
    f"GET {DESK}/people/{{staff_id:uuid}}": organiser(200),
    f"GET {DESK}/periods": organiser(200),
    f"GET {DESK}/publishing": organiser(200),
    f"GET {DESK}/report": reader(200),
    f"GET {DESK}/report.csv": reader(200),
    f"GET {DESK}/report/commissioned": reader(200),
    f"GET {DESK}/report/commissioned/table.csv": reader(200),
    f"GET {DESK}/report/sessions/{{session_id:uuid}}": organiser(200),
    f"GET {DESK}/report/sharing": organiser(200),
    f"GET {DESK}/report/{{month:str}}": reader(200),
    f"GET {DESK}/rooms/{{venue_slug:str}}": organiser(200),
    f"GET {DESK}/series/new": organiser(200),
    f"GET {DESK}/series/paste": organiser(200),
    f"GET {SERIES}": row(403, {"own organiser": 200, "viewer": 200}),
    f"GET {SERIES}/dates": organiser(200),
    f"GET {SERIES}/edit": organiser(200),
    f"GET {SERIES}/hand-over": organiser(200),
    f"GET {SERIES}/hosts": organiser(200),
    f"GET {SERIES}/invitations": organiser(200),
    f"GET {SERIES}/lines/new": organiser(200),
    f"GET {LINE}": organiser(200),
    f"GET {LINE}/place": organiser(200),
    f"GET {SERIES}/year": row(403, {"own organiser": 200, "viewer": 200}),
    f"GET {DESK}/sessions/{{session_id:uuid}}": organiser(200),
    f"GET {DESK}/sessions/{{session_id:uuid}}/notice": organiser(200),
    "GET /staff/sessions": row(200, {"own manager": 403, "other manager": 403, "viewer": 403, "admin": 403}),
    f"GET {DOOR}/attendance": door(200),
    f"GET {DOOR}/board": door(200),
    f"GET {DOOR}/capacity": row(404, {"own organiser": 200}),
    f"GET {DOOR}/live": door(200),
    f"GET {DOOR}/people/{{reservation_id:uuid}}": door(200),
    f"GET {DOOR}/sheet": door(200),
    f"GET {DOOR}/telephone": door(200),
    "GET /staff/sign-in": EVERYBODY,
    f"GET {HOUSE}/bookings/{{booking_id:uuid}}": manager(200),
    f"GET {HOUSE}/closing": manager(200),
    f"GET {HOUSE}/requests": manager(200),
    f"GET {HOUSE}/rooms": manager(200),
    f"GET {HOUSE}/rooms/sheet": manager(200),
    f"GET {HOUSE}/settings": manager(200),
    f"GET {HOUSE}/uses/new": manager(200),
    "POST /staff/account": row(404, {}),
    "POST /staff/account/second-step": row(404, {}),
    "POST /staff/installation": row(403, {"admin": 404}),
    "POST /staff/join": (410,) * len(WHO),
    "POST /staff/password": (410,) * len(WHO),
    "POST /staff/sign-in/code": (422,) * len(WHO),
    "POST /staff/door/leave": (303,) * len(WHO),
    f"POST {DESK}/closures": organiser(422),
    f"POST {DESK}/embedding": organiser(303),
    f"POST {DESK}/hand-overs/{{offer_id:uuid}}": organiser(404),
    f"POST {DESK}/months/{{month:str}}": organiser(422),
    f"POST {DESK}/people": organiser(422),
    f"POST {DESK}/people/{{staff_id:uuid}}": organiser(404),
    f"POST {DESK}/periods": organiser(422),
    f"POST {DESK}/publishing": organiser(303),
    f"POST {DESK}/report/sessions/{{session_id:uuid}}": organiser(422),
    f"POST {DESK}/report/sharing": organiser(422),
    f"POST {DESK}/report/{{month:str}}": organiser(422),
    f"POST {DESK}/series/new": organiser(422),
    f"POST {DESK}/series/new/reading": organiser(200),
    f"POST {DESK}/series/paste": organiser(200),
    f"POST {SERIES}/dates": organiser(422),
    f"POST {SERIES}/edit": organiser(422),
    f"POST {SERIES}/hand-over": organiser(422),
    f"POST {SERIES}/hosts": organiser(422),
    f"POST {SERIES}/invitations": organiser(303),
    f"POST {SERIES}/lines/new": organiser(303),
    f"POST {SERIES}/lines/new/reading": organiser(200),
    f"POST {LINE}": organiser(200),
    f"POST {LINE}/place": organiser(303),
    f"POST {LINE}/read": organiser(200),
    f"POST {DESK}/sessions/{{session_id:uuid}}": organiser(404),
    f"POST {DESK}/sessions/{{session_id:uuid}}/door": organiser(200),
    f"POST {DOOR}/attendance": door(422),
    f"POST {DOOR}/capacity": row(404, {"own organiser": 422}),
    f"POST {DOOR}/note": door(303),
    f"POST {DOOR}/people/{{reservation_id:uuid}}": door(422),
    f"POST {DOOR}/people/{{reservation_id:uuid}}/out": door(410),
    f"POST {DOOR}/reception": door(422),
    f"POST {DOOR}/taps": door(200),
    f"POST {DOOR}/telephone": door(422),
    "POST /staff/sign-in": (422,) * len(WHO),
    f"POST {HOUSE}/bookings/{{booking_id:uuid}}": manager(422),
    f"POST {HOUSE}/closing": manager(422),
    f"POST {HOUSE}/closing/reading": manager(200),
    f"POST {HOUSE}/requests": manager(422),
    f"POST {HOUSE}/settings": manager(303),
    f"POST {HOUSE}/uses/new": manager(422),
    f"POST {DESK}/tasks": organiser(303),
    "POST /staff/sign-out": (303,) * len(WHO),
}


def staff_routes(app: Litestar) -> list[tuple[str, str]]:
    """Method and path of every staff route; signing out last, as it ends the sign-in that it is sent from."""
    found = {
        (method, route.path)
        for route in app.routes
        if route.path.startswith("/staff")
        for handler in getattr(route, "route_handlers", [])
        for method in handler.http_methods - {"OPTIONS"}
    }
    return sorted(found, key=lambda each: ("sign-out" in each[1], each))


@pytest.fixture
async def house(town: Town, tmp_path: Path) -> AsyncIterator[Client]:
    """The application on a copy of the town."""
    file = shutil.copyfile(town.file, tmp_path / "town.sqlite")
    async with application(f"sqlite:///{file}", Clock(machine_now())) as client:
        yield client


async def visitor(house: Client, town: Town, who: str) -> Client:
    """Somebody's browser, with the token of a form."""
    client = client_of(house.app, settings_for(""))
    if who in town.tokens:
        client.cookies.set("staff", town.tokens[who])
    token = TOKEN.search((await client.get("/staff/sign-in")).text)
    client.headers["x-csrftoken"] = token[1] if token else ""
    return client


async def statuses(house: Client, town: Town, rows: Collection[str] = TABLE) -> dict[str, tuple[int, ...]]:
    """What the routes of some rows answer to each visitor. Forms are sent empty."""
    clients = [await visitor(house, town, who) for who in WHO]
    return {
        f"{method} {route}": tuple(
            [await status(client, method, ADDRESSES[route].format(**town.named)) for client in clients]
        )
        for method, route in staff_routes(house.app)
        if f"{method} {route}" in rows
    }


async def status(client: Client, method: str, address: str) -> int:
    """What one route answers. Whoever opened a link forgets it: it would open its door in the rows that follow."""
    answer = await client.request(method, address)
    client.cookies.delete("door")
    return answer.status_code


def test_every_staff_route_has_a_row() -> None:
    app = create_app(settings_for("sqlite:///nowhere"))
    assert sorted(f"{method} {route}" for method, route in staff_routes(app)) == sorted(TABLE)


async def test_every_staff_route_answers_each_visitor_as_the_table_says(house: Client, town: Town) -> None:
    assert await statuses(house, town) == TABLE


async def test_a_missing_guard_would_show(house: Client, town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """Negative control: guards that let every role pass."""
    monkeypatch.setattr(guards, "may", lambda *_: True)
    guarded = {f"GET {DESK}/series/new", f"GET {HOUSE}/settings"}
    found = await statuses(house, town, guarded)
    assert {route for route in guarded if found[route] != TABLE[route]} == guarded


# What belongs to others, asked for through an address of one's own.
FOREIGN = {
    "own organiser": (
        "/staff/organisations/{slug}/people/{their_person}",
        "/staff/organisations/{slug}/series/{their_series}",
        "/staff/organisations/{slug}/series/{their_series}/dates",
        "/staff/organisations/{slug}/series/{their_series}/edit",
        "/staff/organisations/{slug}/series/{their_series}/hand-over",
        "/staff/organisations/{slug}/series/{their_series}/invitations",
        "/staff/organisations/{slug}/series/{their_series}/lines/new",
        "/staff/organisations/{slug}/series/{their_series}/lines/{their_line}",
        "/staff/organisations/{slug}/series/{series_id}/lines/{their_line}",
        "/staff/organisations/{slug}/series/{series_id}/lines/{their_line}/place",
        "/staff/organisations/{slug}/report/sessions/{full}",
        "/staff/organisations/{slug}/sessions/{full}",
        "/staff/sessions/{full}/attendance",
        "/staff/sessions/{full}/capacity",
        "/staff/sessions/{full}/telephone",
    ),
    "own facilitator": ("/staff/sessions/{full}/attendance", "/staff/sessions/{full}/sheet"),
    "other facilitator": ("/staff/sessions/{full}/attendance", "/staff/sessions/{session}/sheet"),
    "other manager": ("/staff/venues/mihon-tamagawa-hall/bookings/{booking}",),
}


@pytest.mark.parametrize("who", FOREIGN)
async def test_what_belongs_to_others_is_not_found_through_ones_own_address(
    house: Client, town: Town, who: str
) -> None:
    client = await visitor(house, town, who)
    found = {
        f"{method} {address}": (await client.request(method, address.format(**town.named))).status_code
        for address in FOREIGN[who]
        for method in ("GET", "POST")
    }
    assert {each: status for each, status in found.items() if status not in (404, 405)} == {}


LINK = re.compile(r'href="(/staff[^"#]*)')
MOST = 150


@pytest.mark.parametrize("who", STAFF)
async def test_no_link_of_the_staff_leads_to_a_closed_door(house: Client, town: Town, who: str) -> None:
    client = await visitor(house, town, who)
    seen: dict[str, int] = {}
    ahead = ["/staff"]
    while ahead and len(seen) < MOST:
        path = ahead.pop(0)
        answer = await client.get(path)
        seen[path] = answer.status_code
        ahead += [
            link
            for link in dict.fromkeys(unescape(found) for found in LINK.findall(answer.text))
            if link not in seen and link not in ahead
        ]
    assert {path: status for path, status in seen.items() if status != 200} == {}
