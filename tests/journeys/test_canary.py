"""Canaries: names and secrets of people are looked for in every byte that is not theirs, on the real server."""

import re
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from html import unescape
from pathlib import Path

import httpx
import pytest
from msgspec import Struct

from app.actions.tidy import tidy
from app.storage.engine import opened
from tests.actions.gathering import ZONE
from tests.journeys import life
from tests.journeys.life import Life, Secrets
from tests.journeys.pages import (
    ADMIN,
    API,
    FEEDS,
    MANAGER,
    ORGANISER,
    PERSONAL,
    PLAIN,
    PUBLIC,
    TABLES,
    addresses,
)
from tests.journeys.town import Town
from tests.rig.server import serving

STRANGERS = ("other organiser", "other facilitator", "own manager", "other manager", "viewer", "admin")
STAFF = ORGANISER | MANAGER | ADMIN | TABLES
DOOR = ("/attendance", "/people/", "/sheet", "/staff/sessions")
# The organiser typed the link, and may change it.
WITH_LINK = ("/edit", "/notice")
LINK = re.compile(r'href="(/(?!staff|static|r/)[^"#]*)')
MOST_PAGES = 110
# Somebody in the town who stays where the others leave.
NEIGHBOUR = "もくれん"


class After(Struct, frozen=True):
    """A town in which people have lived: their secrets, what was answered to others meanwhile, and the log."""

    secrets: Secrets
    own_pages: bytes
    seen: dict[str, dict[str, bytes]]
    log: bytes
    file: Path

    def leaks(self, who: str) -> dict[str, list[str]]:
        """Which pages of somebody show what."""
        return {
            path: found for path, answer in self.seen[who].items() if (found := self.secrets.found_in(answer))
        }


def bytes_of(answer: httpx.Response) -> bytes:
    """All of an answer, its headers too."""
    headers = b"\n".join(name + b": " + value for name, value in answer.headers.raw)
    return headers + b"\n\n" + answer.content


def everything_public(alive: Life) -> dict[str, bytes]:
    """Every public page, feed and list, and what the pages lead to."""
    rows = [address for _, address in addresses(PUBLIC | PERSONAL | FEEDS | API | PLAIN)]
    ahead = [
        alive.session,
        alive.full,
        f"/api{alive.session}",
        *(row.format(**alive.town.named) for row in rows),
    ]
    seen: dict[str, bytes] = {}
    with alive.client() as client:
        while ahead and len(seen) < MOST_PAGES:
            path = ahead.pop(0)
            answer = client.get(path)
            seen[path] = bytes_of(answer)
            if "html" in answer.headers.get("content-type", ""):
                links = dict.fromkeys(unescape(found) for found in LINK.findall(answer.text))
                ahead += [link for link in links if link not in seen and link not in ahead]
    return seen


def staff_pages(alive: Life, who: str) -> dict[str, bytes]:
    """What every staff page answers to somebody."""
    with alive.client(who) as client:
        paths = [address.format(**alive.town.named) for _, address in addresses(STAFF)]
        return {path: bytes_of(client.get(path)) for path in paths}


def seen_by_all(alive: Life) -> dict[str, dict[str, bytes]]:
    who = (*STRANGERS, "own organiser", "own facilitator")
    return {"public": everything_public(alive)} | {each: staff_pages(alive, each) for each in who}


@pytest.fixture(scope="module")
def after(town: Town, tmp_path_factory: pytest.TempPathFactory) -> Iterator[After]:
    """Everybody lives their life once; the tests look at what it left behind."""
    folder = tmp_path_factory.mktemp("canary")
    file = Path(shutil.copyfile(town.file, folder / "town.sqlite"))
    life.prepare(file)
    with serving(f"sqlite:///{file}", folder / "log") as server:
        alive = Life(server.url, town)
        alive.by_page()
        alive.by_waiting()
        alive.by_api()
        alive.at_the_door()
        seen = seen_by_all(alive)
        alive.end()
        server.stop()
    yield After(alive.secrets(), alive.own_pages, seen, (folder / "log").read_bytes(), file)


def test_the_canaries_were_alive(after: After) -> None:
    """What is looked for did stand on the pages of those it belongs to."""
    own = set(after.secrets.found_in(after.own_pages))
    assert own >= {life.PAGE_NAME, life.WAITING_NAME, life.PHONE_NAME, life.JOIN_LINK}
    assert life.PRIVATE_ADDRESS in own
    assert len(after.secrets.fours) == 5  # page, renewed, waiting, API, telephone
    door = b"".join(after.seen["own facilitator"].values()).decode()
    assert all(name in door for name in (life.PAGE_NAME, life.API_NAME, life.PHONE_NAME))


def test_the_log_of_acts_tells_of_nobody_who_takes_part(after: After) -> None:
    """What the organisation has called itself stands there, which shows that the page was looked at."""
    [path] = [path for path in after.seen["own organiser"] if path.endswith("/acts")]
    page = after.seen["own organiser"][path]
    assert ("を公開しました" in page.decode(), after.secrets.found_in(page)) == (True, [])


async def test_a_day_after_the_last_session_no_name_and_no_secret_is_left_in_the_bytes(after: After) -> None:
    """What the organiser typed is, which shows that the bytes were looked at."""
    stored = Secrets((*after.secrets.names, NEIGHBOUR), after.secrets.texts, after.secrets.fours)
    assert NEIGHBOUR in stored.found_in(bytes_beside(after.file))
    async with opened(f"sqlite:///{after.file}"):
        await tidy(datetime.now(UTC) + timedelta(days=500), ZONE)
    assert set(stored.found_in(bytes_beside(after.file))) == {life.JOIN_LINK, life.PRIVATE_ADDRESS}


def bytes_beside(file: Path) -> bytes:
    """A database and all that stands beside it under its name."""
    return b"".join(path.read_bytes() for path in sorted(file.parent.glob(f"{file.name}*")))


def test_the_log_names_nobody(after: After) -> None:
    assert b"/sessions/{session_id}/reserve" in after.log
    assert after.secrets.found_in(after.log) == []


def test_a_name_in_a_log_line_would_be_found(after: After) -> None:
    """Negative control, as it is and as an address writes it."""
    for form in life.forms(life.PAGE_NAME):
        planted = after.log + b"hidamari.access GET /" + form + b" 404 1.0ms\n"
        assert after.secrets.found_in(planted) == [life.PAGE_NAME]
    four = "-".join(after.secrets.fours[0])
    assert after.secrets.found_in(after.log + four.encode()) == [four]


def test_no_public_page_feed_or_list_shows_a_canary(after: After, town: Town) -> None:
    """Somebody else who holds a place online sees the same way in, and nothing more."""
    assert len(after.seen["public"]) >= 100
    assert after.leaks("public") == {f"/r/{town.named['held']}": [life.JOIN_LINK]}


@pytest.mark.parametrize("who", STRANGERS)
def test_no_page_of_another_role_shows_a_canary(after: After, who: str) -> None:
    assert after.leaks(who) == {}


@pytest.mark.parametrize("who", ["own organiser", "own facilitator"])
def test_those_at_the_door_see_names_there_and_no_secret_anywhere(after: After, who: str) -> None:
    leaks = after.leaks(who)
    names = {path for path, found in leaks.items() if set(found) & set(after.secrets.names)}
    secrets = {
        path: rest
        for path, found in leaks.items()
        if (rest := set(found) - set(after.secrets.names)) and rest != {life.JOIN_LINK}
    }
    links = {path for path, found in leaks.items() if life.JOIN_LINK in found}
    assert {path for path in names if not any(part in path for part in DOOR)} == set()
    assert secrets == {}
    assert {path for path in links if who != "own organiser" or not path.endswith(WITH_LINK)} == set()
