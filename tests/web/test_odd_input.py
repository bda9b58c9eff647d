"""Every route with input that nobody should send: it is refused in words, never by a fault of ours."""

import re
from html.parser import HTMLParser
from urllib.parse import quote, quote_from_bytes
from uuid import UUID

import pytest
from msgspec import Struct

from app.actions.book_room import ask_room
from app.actions.close_days import close_days
from app.actions.hand_over import offer_hand_over
from app.actions.invite import make_invitation
from app.actions.publish import publish
from app.actions.reserve import Wish, reserve
from app.domain.planning import Rest
from app.domain.staff import ORGANISATION_ROLES, ROLES
from app.storage.bookings import bookings_of
from app.storage.series_rows import series_row
from app.storage.staff import save_facilitation, staff_by_mail
from tests.actions.gathering import ZONE, nonce
from tests.actions.programme import TODAY, House, add_room, lines_of, sessions_of
from tests.actions.programme import house as programme_house
from tests.rig.client import SECRET, TOKEN, Client, staff_member
from tests.rig.clock import Clock
from tests.rig.databases import Database
from tests.rig.town import add_organisation, add_venue

MAIL, COLLEAGUE = "everybody@example.org", "colleague@example.org"
# Static files are no pages of ours, and signing out would end the visit.
LEFT_OUT = ("/static", "/staff/sign-out")
PART_OF_A_PAGE = re.compile("/read(ing)?$")
LONGEST_ADDRESS = 60_000
PARAMETER = re.compile(r"\{(\w+):\w+\}")
FORM = {"content-type": "application/x-www-form-urlencoded"}
KINDS = ("application/json", *FORM.values(), "multipart/form-data; boundary=x", "text/plain", "x")
DATES = (b"2026-13", b"0000-00", b"9999-12", b"2026-02-30", b"0001-01-01", b"9999-12-31", b"2200-12-31")
TIMES = (b"24:00", b"00:00", b"\xef\xbc\x91\xef\xbc\x92\xe6\x99\x82")
NUMBERS = (b"-1", b"0", b"999999999", b"99999999999999999999", b"1e9", b"\xd9\xa1")
LETTERS = (
    b"\x00",
    b"\xed\xa0\x80",
    b"\xff\xfe",
    b"x" * 3900,
    "\u202e𠮷".encode(),
    b"{{}} {0} %s %00",
    b"'\"<script>",
)
LINES = (
    b"a\r\nSet-Cookie: a=b",
    b"//evil.example",
    b"/staff/\r\nx: y",
    b"00000000-0000-0000-0000-000000000000",
)
WORDS = (b"number", b"new", b"all", b":", b"a:b:c", b"in_person:talk")
ODD = (*DATES, *TIMES, *NUMBERS, *LETTERS, *LINES, *WORDS)
# Each address takes some of them, each of them comes to some addresses: all with all takes minutes. What is odd is
# mostly refused before the store hears of it, so PostgreSQL, where a request takes longer, gets fewer.
STEP = 5
STEP_OF_ENGINE = {"sqlite": 1, "postgresql": 3}
QUERIES = (
    "month", "week", "day", "date", "from", "to", "after", "venue", "audience", "mode", "seat", "area", "when", "home",
    "said", "made", "next", "lang", "titles", "label", "cancelled", "view", "room", "invitation", "i", "kind", "slot",
)  # fmt: skip
BODIES = (
    b"", b"null", b"[]", b"{", b"\xff", b"[" * 5000, b'{"a":"\\ud800"}', b'{"nickname":["a"],"mode":{}}',
    b'{"nickname":"a\\u0000b\\ud800","mode":"in_person","seat":"talk"}',
    b'{"nickname":"a","mode":"in_person","seat":"talk","wait":1,"invitation":"\\udfff"}',
    b'{"nickname":"' + b"a" * 4000 + b'","mode":"in_person","seat":"talk","invitation":"\\u0000"}',
    b'{"phrase":"\\u0000","from":"0001-01-01","to":"0001-02-01","anchor":"9999-12-31"}',
    b'{"phrase":"\\ud800 ","from":"2026-01-01","to":"2026-02-01"}',
    '{"phrase":"毎週金曜 翌週","from":"9999-11-01","to":"9999-12-31"}'.encode(),
    '{"phrase":"隔週金曜","from":"0001-01-01","to":"0001-12-31","anchor":"0001-01-05"}'.encode(),
    '{"phrase":"毎月最終金曜 祝日は前日","from":"0001-01-01","to":"0001-12-31"}'.encode(),
)  # fmt: skip


class Inputs(HTMLParser):
    """The fields of the forms of a page as a browser would send them, and the buttons."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.fields: dict[str, bytes] = {}
        self.buttons: list[tuple[str, bytes]] = []
        self.select = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        name, value = found.get("name", ""), found.get("value", "").encode()
        if tag == "button" and name:
            self.buttons.append((name, value))
        elif tag in {"input", "textarea"} and name:
            self.fields.setdefault(name, value)
        elif tag == "select":
            self.select = name
        elif tag == "option" and self.select:
            self.fields.setdefault(self.select, value)


class Visit(Struct, frozen=True):
    """A browser in which somebody with every role is signed in, and what there is by the names of path parameters."""

    client: Client
    known: dict[str, str]
    faults: list[str]
    step: int

    def odd(self, place: int, step: int = 1) -> tuple[bytes, ...]:
        """The odd things for an address, others for the next one."""
        step *= self.step
        return ODD[place % step :: step]

    def addresses(self, method: str) -> list[str]:
        """Every route that takes a method, with what there is in its path."""
        paths = [route.path for route in self.client.app.routes if method in getattr(route, "methods", ())]
        return [self.address(path) for path in paths if not path.startswith(LEFT_OUT)]

    def address(self, path: str) -> str:
        """A route with what there is for its parameters; a slug or a name depends on what it is of."""
        kinds = [part for part in ("venues", "series", "organisations") if f"/{part}/{{" in path]
        here = {
            name.removesuffix(f" of {kind}"): value
            for kind in kinds
            for name, value in self.known.items()
            if name.endswith(kind)
        }
        return PARAMETER.sub(lambda found: here.get(found[1]) or self.known[found[1]], path)

    async def ask(self, method: str, address: str, body: bytes = b"", **headers: str) -> None:
        """Send a request, and note a fault of ours."""
        answer = await self.client.request(method, address, content=body, headers=headers)
        injected = "a=b" in answer.headers.get("set-cookie", "") or "evil" in answer.headers.get(
            "location", ""
        )
        if answer.status_code >= 500 or injected:
            self.faults.append(f"{answer.status_code} {method} {address[:200]} {body[:200]!r}")

    async def send(self, address: str, pairs: list[tuple[str, bytes]]) -> None:
        """Send a form with the token of this browser."""
        token = ("_csrf_token", self.known["_csrf_token"].encode())
        body = "&".join(f"{quote(name)}={quote_from_bytes(value)}" for name, value in [token, *pairs])
        await self.ask("POST", address, body.encode(), **FORM)

    async def inputs(self, address: str) -> Inputs:
        """The form of a page, none where the page shows none."""
        return Inputs((await self.client.get(PART_OF_A_PAGE.sub("", address))).text)


async def town(clock: Clock) -> dict[str, str]:
    """A ward with a salon in a room of its house, with somebody who reserved, waits and was invited."""
    organisation, venue = await add_organisation("ward"), await add_venue("house")
    house = House(organisation, venue, await add_room(venue, "和室"), clock())
    series = await house.series(in_room=True)
    session = (await sessions_of(series))[0]
    await ask_room([session.id], house.room, now=clock())
    await close_days(Rest(TODAY, TODAY, "休み", venue_id=venue), now=clock(), today=TODAY)
    await publish(organisation, session.date, now=clock())
    receipt = await reserve(
        session.id,
        Wish(nickname="みかん", mode="in_person", seat="talk"),
        nonce=nonce(),
        now=clock(),
        zone=ZONE,
        secret=SECRET,
    )
    giver = await programme_house(clock(), "giver")
    theirs = await giver.series()
    offer = await offer_hand_over(theirs, giver.organisation, organisation, TODAY, now=clock(), today=TODAY)
    invited = await make_invitation(series, "窓口", clock(), SECRET)
    await everybody(clock, series)
    await staff_member(COLLEAGUE, "viewer", clock, organisation="ward")
    colleague = await staff_by_mail(COLLEAGUE)
    assert colleague is not None
    slug = (await series_row(series))["slug"]
    return {
        "slug of venues": "house",
        "slug of organisations": "ward",
        "slug of series": slug,
        "name of venues": "house.ics",
        "name of organisations": "ward.ics",
        "name of series": f"{slug}.ics",
        "name": f"{receipt.feed_token}.ics",
        "token": receipt.link_token,
        "words": quote(" ".join(invited.words)),
        "session_id": str(session.id),
        "series_id": str(series),
        "line_id": str((await lines_of(series))[0]),
        "booking_id": str((await bookings_of([session.id]))[0].id),
        "reservation_id": str(receipt.id),
        "staff_id": str(colleague.id),
        "offer_id": str(offer),
        "venue_slug": "house",
        "month": "2026-12",
        "number": "1",
        "area": quote("狛江市"),
        "path": "nothing",
    }


async def everybody(clock: Clock, series: UUID) -> None:
    """Somebody with every role."""
    for role in ROLES:
        of_organisation = "ward" if role in ORGANISATION_ROLES else ""
        await staff_member(
            MAIL, role, clock, organisation=of_organisation, venue="house" if role == "venue_manager" else ""
        )
    known = await staff_by_mail(MAIL)
    assert known is not None
    await save_facilitation(known.id, series)


@pytest.fixture
async def visit(client: Client, clock: Clock, database: Database) -> Visit:
    """Somebody with every role is signed in, on each engine."""
    known = await town(clock)
    await client.sign_in(MAIL)
    token = TOKEN.search((await client.get("/staff/sign-in")).text)
    return Visit(
        client, known | {"_csrf_token": token[1] if token else ""}, [], STEP_OF_ENGINE[database.kind]
    )


async def test_every_address_takes_odd_paths(visit: Visit) -> None:
    routes = [route.path for route in visit.client.app.routes if PARAMETER.search(route.path)]
    for place, path in enumerate(routes):
        for odd in visit.odd(place):
            await visit.ask("GET", PARAMETER.sub(quote_from_bytes(odd[:200], safe=""), path))
    assert visit.faults == []


async def test_every_page_takes_odd_questions(visit: Visit) -> None:
    for place, address in enumerate(visit.addresses("GET")):
        await visit.ask("GET", address)
        for odd in visit.odd(place, STEP):
            asked = "&".join(f"{name}={quote_from_bytes(odd)}" for name in QUERIES)
            await visit.ask("GET", f"{address}?{asked}&{asked}"[:LONGEST_ADDRESS])
    assert visit.faults == []


async def test_every_form_takes_odd_fields(visit: Visit) -> None:
    for place, address in enumerate(visit.addresses("POST")):
        inputs = await visit.inputs(address)
        buttons = inputs.buttons or [("act", b"")]
        for number, odd in enumerate(visit.odd(place, STEP)):
            button = buttons[number % len(buttons)]
            fields = list(inputs.fields.items())
            await visit.send(address, [*((name, odd) for name in inputs.fields), button])
            await visit.send(address, [*fields, *fields, (button[0], odd)])
            await visit.send(address, [*in_turn(fields, number, odd), button])
    assert visit.faults == []


def in_turn(fields: list[tuple[str, bytes]], number: int, odd: bytes) -> list[tuple[str, bytes]]:
    """The fields with something odd in one of every seven."""
    return [(name, odd if (place + number) % 7 == 0 else value) for place, (name, value) in enumerate(fields)]


async def test_every_address_takes_odd_bodies(visit: Visit) -> None:
    key = "a key that is long enough for this"
    for method in ("POST", "PATCH", "DELETE"):
        for place, address in enumerate(visit.addresses(method)):
            for number, body in enumerate(BODIES):
                kind = KINDS[0] if "/api/" in address else KINDS[(place + number) % len(KINDS)]
                await visit.ask(method, address, body, **{"content-type": kind, "idempotency-key": key})
    assert visit.faults == []


@pytest.mark.parametrize(
    "cookie", ["staff=\x00", "form=ééé", "form=\ud800", 'staff="', "form=%ed%a0%80", "=;=;staff"]
)
async def test_odd_cookies_open_nothing(visit: Visit, cookie: str) -> None:
    header = cookie.encode("utf-8", "surrogatepass")
    answer = await visit.client.post(
        "/r",
        content=b"_csrf_token=x",
        headers={b"cookie": header, b"content-type": b"application/x-www-form-urlencoded"},
    )
    assert answer.status_code == 403


async def test_a_fault_would_be_noticed(visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("app.web.public.front.first_day", broken)
    await visit.ask("GET", "/")
    assert len(visit.faults) == 1
