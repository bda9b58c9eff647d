import logging
from typing import Any

import httpx
import pytest
from litestar import get, post
from litestar.params import FromPath, JSONBody
from litestar.response import Response

from app.web.edge import CSP
from tests.rig.client import Client, application
from tests.rig.clock import Clock
from tests.rig.databases import Database

SHIELDS = {
    "content-security-policy": CSP,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
}


def shields_of(answer: httpx.Response) -> dict[str, str | None]:
    return {name: answer.headers.get(name) for name in SHIELDS}


@pytest.fixture
async def client(sqlite_database: Database, clock: Clock) -> Any:
    async with application(sqlite_database.address, clock) as client:
        yield client


def test_the_policy_allows_our_own_origin_and_nothing_else() -> None:
    assert CSP == (
        "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; "
        "worker-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    )


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/healthz", 200),
        ("GET", "/staff/sign-in", 200),
        ("GET", "/static/favicon.svg", 200),
        ("GET", "/no/such/page", 404),
        ("GET", "/api/no/such/thing", 404),
        ("POST", "/healthz", 405),
        ("GET", "/static/no-such-file", 404),
        ("POST", "/staff/sign-in", 403),
        ("GET", "/fault", 500),
    ],
)
async def test_every_answer_is_shielded(client: Client, method: str, path: str, status: int) -> None:
    @get("/fault")
    async def fault() -> None:
        raise ZeroDivisionError

    client.app.register(fault)
    answer = await client.request(method, path)
    assert (answer.status_code, shields_of(answer)) == (status, SHIELDS)
    assert "strict-transport-security" not in answer.headers


async def test_an_answer_may_name_its_own_frame_ancestors(client: Client) -> None:
    @get("/framed")
    async def framed() -> Response[str]:
        return Response("", headers={"Content-Security-Policy": "frame-ancestors https://city.example"})

    client.app.register(framed)
    answer = await client.get("/framed")
    assert answer.headers.get_list("content-security-policy") == ["frame-ancestors https://city.example"]


async def test_over_https_the_browser_is_told_to_stay_there(sqlite_database: Database, clock: Clock) -> None:
    async with application(sqlite_database.address, clock, base_url="https://ibasho.example") as client:
        answer = await client.get("/no/such/page")
    assert answer.headers["strict-transport-security"] == "max-age=31536000; includeSubDomains"


async def test_a_demo_stays_out_of_search_engines(sqlite_database: Database, clock: Clock) -> None:
    async with application(sqlite_database.address, clock, demo=True) as client:
        answers = [await client.get(path) for path in ("/healthz", "/no/such/page", "/static/favicon.svg")]
    assert [answer.headers["x-robots-tag"] for answer in answers] == ["noindex"] * 3


async def test_what_nobody_declared_public_is_not_kept(client: Client) -> None:
    answers = [await client.get(path) for path in ("/healthz", "/staff/sign-in", "/no/such/page")]
    assert [answer.headers["cache-control"] for answer in answers] == ["no-store"] * 3


@pytest.mark.parametrize("path", ["/healthz", "/static/favicon.svg", "/staff/sign-in", "/no/such/page"])
async def test_head_is_get_without_its_body(client: Client, path: str) -> None:
    full, bare = await client.get(path), await client.head(path)
    differing = {"set-cookie", "date"}
    assert bare.content == b""
    assert bare.status_code == full.status_code
    assert {k: v for k, v in bare.headers.items() if k not in differing} == {
        k: v for k, v in full.headers.items() if k not in differing
    }


async def test_whoever_has_a_file_already_gets_304(client: Client) -> None:
    full = await client.get("/static/favicon.svg")
    tag, date = full.headers["etag"], full.headers["last-modified"]
    asked: list[dict[str, str]] = [
        {"If-None-Match": tag},
        {"If-None-Match": f'"other", {tag}'},
        {"If-None-Match": f"W/{tag}"},
        {"If-None-Match": "*"},
        {"If-Modified-Since": date},
        {"If-None-Match": '"other"'},
        {"If-None-Match": '"other"', "If-Modified-Since": date},
        {"If-Modified-Since": "Thu, 01 Jan 1970 00:00:00 GMT"},
        {"If-Modified-Since": "yesterday"},
    ]
    answers = [await client.get("/static/favicon.svg", headers=headers) for headers in asked]
    assert [answer.status_code for answer in answers] == [304] * 5 + [200] * 4
    assert [len(answer.content) for answer in answers] == [0] * 5 + [len(full.content)] * 4
    assert answers[0].headers["etag"] == tag
    assert "content-length" not in answers[0].headers


async def test_a_page_of_one_visitor_is_never_304(client: Client) -> None:
    answer = await client.get("/healthz", headers={"If-None-Match": "*"})
    assert answer.status_code == 200


async def test_a_public_answer_gets_a_tag_of_its_bytes(client: Client) -> None:
    @get("/public", media_type="text/plain")
    async def public() -> Response[str]:
        return Response("same", headers={"Cache-Control": "public, max-age=60"})

    client.app.register(public)
    first, second = await client.get("/public"), await client.get("/public")
    assert first.headers["etag"] == second.headers["etag"]
    assert (await client.get("/public", headers={"If-None-Match": first.headers["etag"]})).status_code == 304


async def test_the_log_names_the_route_and_nothing_of_the_visitor(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    @get("/mine/{token:str}")
    async def mine(token: FromPath[str]) -> None:
        raise ValueError(token)

    @post("/api/echo")
    async def echo(data: JSONBody[dict[str, str]]) -> None:
        raise ValueError(data)

    client.app.register(mine)
    client.app.register(echo)
    headers = {"User-Agent": "canary-agent", "X-Forwarded-For": "canary-address", "Cookie": "a=canary-cookie"}
    with caplog.at_level(logging.INFO, "hidamari"):
        await client.get("/mine/canary-token?q=canary-query", headers=headers)
        await client.post("/api/echo", json={"nickname": "canary-name"}, headers=headers)
        await client.get("/canary-path", headers=headers)
    written = [record.getMessage() for record in caplog.records if record.name.startswith("hidamari")]
    assert "canary" not in "\n".join(written)
    assert [line.rsplit(" ", 1)[0] for line in written if line.startswith(("GET", "POST"))] == [
        "GET /mine/{token} 500",
        "POST /api/echo 500",
        "GET - 404",
    ]
    assert [line.split(" at ")[0] for line in written if " at " in line] == ["ValueError", "ValueError"]
