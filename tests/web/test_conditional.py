from typing import Any

import pytest
from litestar import Request, Response, get
from litestar.response import Template

from app.storage import versions
from app.storage.transactions import write
from app.web import kept
from app.web.conditional import Rendered, cached, is_unchanged
from app.web.kept import Answer, Kept
from tests.rig.client import Client
from tests.rig.clock import Clock

AnyRequest = Request[Any, Any, Any]


class Counting:
    """Routes whose answers count how often they were made."""

    def __init__(self) -> None:
        self.made = 0

    def routes(self) -> list[Any]:
        @get("/list")
        async def show(request: AnyRequest) -> Response[bytes]:
            return await cached(request, self.render, kinds=("programme",), query=("month",))

        @get("/everything")
        async def everything(request: AnyRequest) -> Response[bytes]:
            return await cached(request, self.render)

        @get("/form")
        async def form(request: AnyRequest) -> Response[bytes]:
            return await cached(request, self.form)

        return [show, everything, form]

    async def render(self) -> Rendered:
        self.made += 1
        return Rendered(f"made {self.made}".encode(), "text/plain; charset=utf-8")

    async def form(self) -> Template:
        return Template("staff/sign_in.html", context={"typed": {}, "errors": {}})


@pytest.fixture
def counting(client: Client) -> Counting:
    counting = Counting()
    for route in counting.routes():
        client.app.register(route)
    return counting


async def change(kind: versions.Kind, clock: Clock) -> None:
    await write(lambda: versions.touch(kind, clock()))


async def test_an_answer_is_made_once(client: Client, counting: Counting) -> None:
    answers = [await client.get(path) for path in ("/list", "/list", "/list?utm=x", "/list?lang=ja")]
    assert [answer.text for answer in answers] == ["made 1"] * 4


async def test_parameters_that_matter_and_the_language_make_answers_of_their_own(
    client: Client, counting: Counting
) -> None:
    paths = (
        "/list",
        "/list?month=2026-12",
        "/list?lang=en",
        "/list?x=1&month=2026-12",
        "/everything?x=1",
        "/everything",
    )
    answers = [await client.get(path) for path in paths]
    assert [answer.text for answer in answers] == [f"made {number}" for number in (1, 2, 3, 2, 4, 5)]


async def test_a_change_makes_it_anew(client: Client, counting: Counting, clock: Clock) -> None:
    before = await client.get("/list")
    clock.move(minutes=5)
    await change("availability", clock)
    other = await client.get("/list")
    await change("programme", clock)
    after = await client.get("/list")
    assert [before.text, other.text, after.text] == ["made 1", "made 1", "made 2"]
    assert after.headers["last-modified"] == "Sun, 15 Nov 2026 03:05:00 GMT"
    assert after.headers["etag"] != before.headers["etag"]


async def test_a_new_local_day_makes_it_anew(client: Client, counting: Counting, clock: Clock) -> None:
    before = await client.get("/list")
    clock.move(hours=11, minutes=59)
    same_day = await client.get("/list")
    clock.move(minutes=1)
    next_day = await client.get("/list")
    assert [before.text, same_day.text, next_day.text] == ["made 1", "made 1", "made 2"]
    assert (before.headers["last-modified"], next_day.headers["last-modified"]) == (
        "Sat, 14 Nov 2026 15:00:00 GMT",
        "Sun, 15 Nov 2026 15:00:00 GMT",
    )


async def test_nobody_keeps_it_beyond_midnight(client: Client, counting: Counting, clock: Clock) -> None:
    ages = [(await client.get("/list")).headers["cache-control"]]
    clock.move(hours=11, minutes=59, seconds=50)
    ages.append((await client.get("/list")).headers["cache-control"])
    assert ages == ["public, max-age=60", "public, max-age=10"]


async def test_the_answer_carries_no_cookie_and_answers_304(client: Client, counting: Counting) -> None:
    full = await client.get("/list")
    again = await client.get("/list", headers={"If-None-Match": full.headers["etag"]})
    since = await client.get("/list", headers={"If-Modified-Since": full.headers["last-modified"]})
    assert (again.status_code, again.content, since.status_code) == (304, b"", 304)
    assert "set-cookie" not in full.headers
    assert counting.made == 1


async def test_a_form_is_never_kept_for_others(client: Client, counting: Counting) -> None:
    assert (await client.get("/form")).status_code == 500


def test_the_least_used_answers_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST_ANSWERS", 2)
    answers = Kept()
    for key in ("a", "b"):
        answers.keep(key, Answer(b"body", "text/plain", '"x"', 1))
    answers.find("a", 1)
    answers.keep("c", Answer(b"body", "text/plain", '"x"', 1))
    assert [answers.find(key, 1) is not None for key in "abc"] == [True, False, True]
    assert answers.bytes == 8


def test_many_bytes_are_forgotten_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST_BYTES", 10)
    answers = Kept()
    answers.keep("a", Answer(b"1234567", "text/plain", '"x"', 1))
    answers.keep("a", Answer(b"1234567", "text/plain", '"y"', 2))
    assert (answers.find("a", 1), answers.bytes) == (None, 7)
    answers.keep("b", Answer(b"1234567", "text/plain", '"x"', 1))
    assert (list(answers.answers), answers.bytes) == (["b"], 7)


@pytest.mark.parametrize(
    ("etag", "modified", "none_match", "since", "unchanged"),
    [
        ("", "", "*", None, False),
        ('"a"', "", '"b","a"', None, True),
        ('W/"a"', "", '"a"', None, True),
        ("", "Sun, 15 Nov 2026 03:00:00 GMT", None, "Sun, 15 Nov 2026 03:00:01 GMT", True),
        ("", "Sun, 15 Nov 2026 03:00:00 GMT", None, "Sun, 15 Nov 2026 02:59:59 GMT", False),
        ("", "Sun, 15 Nov 2026 03:00:00 GMT", None, "Sun, 15 Nov 2026 03:00:01", False),
    ],
)
def test_who_has_the_bytes_already(
    etag: str, modified: str, none_match: str | None, since: str | None, unchanged: bool
) -> None:
    assert is_unchanged(etag, modified, none_match, since) == unchanged
