from typing import Any

import pytest
from litestar import Request, get

from app.domain.errors import (
    DomainError,
    Ended,
    KeyReused,
    Misfilled,
    NotAllowed,
    NotReservable,
    Overloaded,
    PoolFull,
    TooMany,
    Unknown,
    Unusable,
)
from app.web.guards import NotSignedIn
from tests.rig.client import Client

CASES = [
    (Unusable("短くしてください。", "nickname"), 422, "unusable", {"nickname": "短くしてください。"}),
    (Misfilled({"a": "一", "b": "二"}), 422, "unusable", {"a": "一", "b": "二"}),
    (KeyReused(), 422, "key_reused", {}),
    (NotSignedIn(), 401, "not_signed_in", {}),
    (NotAllowed(), 403, "not_allowed", {}),
    (Unknown(), 404, "not_found", {}),
    (PoolFull(), 409, "full", {}),
    (NotReservable(), 409, "not_reservable", {}),
    (Ended(), 410, "ended", {}),
    (TooMany(7), 429, "too_many", {}),
    (Overloaded(), 503, "overloaded", {}),
]


def raising(client: Client, path: str, error: Exception) -> None:
    @get(path)
    async def handler(request: Request[Any, Any, Any]) -> None:
        raise error

    client.app.register(handler)


@pytest.mark.parametrize(
    ("error", "status", "code", "fields"), CASES, ids=[type(case[0]).__name__ for case in CASES]
)
async def test_the_api_answers_a_refusal_in_json(
    client: Client, error: DomainError, status: int, code: str, fields: dict[str, str]
) -> None:
    raising(client, "/api/refused", error)
    answer = await client.get("/api/refused")
    errors = [{"field": field, "message": message} for field, message in fields.items()]
    assert (answer.status_code, answer.json()) == (
        status,
        {"error": code, "message": str(error), "errors": errors},
    )


@pytest.mark.parametrize(
    ("error", "status", "code", "fields"), CASES, ids=[type(case[0]).__name__ for case in CASES]
)
async def test_a_page_answers_gently(
    client: Client, error: DomainError, status: int, code: str, fields: dict[str, str]
) -> None:
    raising(client, "/refused", error)
    answer = await client.get("/refused")
    assert answer.status_code == (303 if status == 401 else status)
    assert code not in answer.text
    assert str(status) not in answer.text.replace("static", "")


@pytest.mark.parametrize(("error", "seconds"), [(TooMany(7), "7"), (Overloaded(), "5")])
async def test_waiting_is_said_where_it_helps(client: Client, error: DomainError, seconds: str) -> None:
    raising(client, "/api/wait", error)
    raising(client, "/wait", error)
    answers = [await client.get(path) for path in ("/api/wait", "/wait")]
    assert [answer.headers["retry-after"] for answer in answers] == [seconds] * 2


@pytest.mark.parametrize("path", ["/fault", "/api/fault"])
async def test_a_fault_says_nothing_of_itself(client: Client, path: str) -> None:
    raising(client, path, ValueError("canary"))
    answer = await client.get(path)
    assert (answer.status_code, "canary" in answer.text, "ValueError" in answer.text) == (500, False, False)


async def test_unknown_addresses_get_the_same_bytes(client: Client) -> None:
    answers = {(await client.get(path)).content for path in ("/no", "/no/such", "/series-of-none")}
    assert len(answers) == 1


async def test_a_wrong_method_names_the_right_ones(client: Client) -> None:
    answer = await client.post("/healthz")
    assert (answer.status_code, "GET" in answer.headers["allow"]) == (405, True)
