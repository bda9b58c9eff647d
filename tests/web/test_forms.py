from datetime import date, time
from typing import Any, Literal
from uuid import UUID

import pytest
from litestar import post
from litestar.di import NamedDependency
from msgspec import Struct

from app.domain.errors import Misfilled
from app.web.forms import Typed, read_form
from tests.rig.client import Client

VENUE = UUID("6f1c1f5e-4f7e-4f6e-9a55-3d6a1c2b7a10")


class Wish(Struct, frozen=True):
    title: str
    mode: Literal["in_person", "online"]
    venue_id: UUID | None
    day: date | None = None
    start: time | None = None
    capacity: int | None = None
    wait: bool = False
    audience: tuple[Literal["participant", "family"], ...] = ()
    hours: tuple[time, ...] = ()
    note: str = ""


def typed(**values: Any) -> Typed:
    pairs = [(key, value) for key, value in values.items() if isinstance(value, str)]
    return Typed(
        pairs + [(key, item) for key, value in values.items() if not isinstance(value, str) for item in value]
    )


def test_a_form_is_read_by_its_types() -> None:
    form = read_form(
        typed(
            title=" ふらっと ",
            mode="online",
            venue_id=str(VENUE),
            day="２０２６年１１月２２日",
            start="13時30分",
            capacity="１２",
            wait="yes",
            audience=["participant", "family"],
            hours=["9:00", "", "１５：３０"],
            unknown="ignored",
        ),
        Wish,
    )
    assert form == Wish(
        title="ふらっと",
        mode="online",
        venue_id=VENUE,
        day=date(2026, 11, 22),
        start=time(13, 30),
        capacity=12,
        wait=True,
        audience=("participant", "family"),
        hours=(time(9), time(15, 30)),
    )


def test_what_may_be_empty_is_none_or_its_default() -> None:
    form = read_form(typed(title="a", mode="online", day="", note="  "), Wish)
    assert form == Wish(title="a", mode="online", venue_id=None)


def test_each_field_that_cannot_be_used_gets_its_own_words() -> None:
    form = read_form(
        typed(
            title=" ",
            mode="phone",
            venue_id="12",
            day="2026-02-30",
            start="25:00",
            capacity="たくさん",
            audience=["everyone"],
            hours=["noon"],
        ),
        Wish,
    )
    assert isinstance(form, Misfilled)
    assert form.messages == {
        "title": "ここを書いてください。",
        "mode": "どれかを選んでください。",
        "venue_id": "どれかを選んでください。",
        "day": "日付は 2026-11-22 のように書いてください。",
        "start": "時刻は 13:30 のように書いてください。",
        "capacity": "数字で書いてください。",
        "audience": "どれかを選んでください。",
        "hours": "時刻は 13:30 のように書いてください。",
    }
    assert form.field == "title"


def test_what_is_missing_altogether_is_asked_for() -> None:
    form = read_form(Typed([]), Wish)
    assert isinstance(form, Misfilled)
    assert form.messages == {"title": "ここを書いてください。", "mode": "どれかを選んでください。"}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-22", date(2026, 11, 22)),
        ("2026/1/2", date(2026, 1, 2)),
        ("2026.11.22", date(2026, 11, 22)),
        ("2026年1月2日", date(2026, 1, 2)),
    ],
)
def test_a_day_may_be_written_in_many_ways(text: str, day: date) -> None:
    form = read_form(typed(title="a", mode="online", day=text), Wish)
    assert isinstance(form, Wish)
    assert form.day == day


@pytest.mark.parametrize(
    ("text", "start"),
    [("9:05", time(9, 5)), ("9時", time(9)), ("9時5分", time(9, 5)), ("０９：０５", time(9, 5))],
)
def test_an_hour_may_be_written_in_many_ways(text: str, start: time) -> None:
    form = read_form(typed(title="a", mode="online", start=text), Wish)
    assert isinstance(form, Wish)
    assert form.start == start


def test_typed_values_are_a_mapping_of_the_first_ones() -> None:
    form = Typed([("a", "1"), ("b", "2"), ("a", "3")])
    assert (dict(form), form.all("a"), form.all("c"), len(form)) == ({"a": "1", "b": "2"}, ("1", "3"), (), 2)


@pytest.fixture
def echoing(client: Client) -> Client:
    @post("/echo", status_code=200)
    async def echo(typed: NamedDependency[Typed]) -> dict[str, list[str]]:
        return {name: list(typed.all(name)) for name in typed if name != "_csrf_token"}

    client.app.register(echo)
    return client


@pytest.mark.parametrize(
    ("sent", "arrived"),
    [
        ({"a": "x\0y\x07z", "b": "l1\r\nl2\rl3"}, {"a": ["xyz"], "b": ["l1\nl2\nl3"]}),
        ({"a": ["1", "2"]}, {"a": ["1", "2"]}),
        ({"a": "<b>&\"'"}, {"a": ["<b>&\"'"]}),
        ({"a": "𠮷野🌞"}, {"a": ["𠮷野🌞"]}),
        ({}, {}),
    ],
)
async def test_a_form_arrives_clean_and_whole(
    echoing: Client, sent: dict[str, Any], arrived: dict[str, list[str]]
) -> None:
    answer = await echoing.submit("/staff/sign-in", sent, action="/echo")
    assert answer.status_code == 200, answer.text
    assert answer.json() == arrived


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"a": "x" * 4001}, 422),
        ({f"a{number}": "" for number in range(600)}, 422),
        ({"a": ["x" * 4000] * 300}, 413),
    ],
    ids=["a long text", "many fields", "a large body"],
)
async def test_too_much_is_refused_gently(echoing: Client, sent: dict[str, Any], status: int) -> None:
    answer = await echoing.submit("/staff/sign-in", sent, action="/echo")
    assert (
        answer.status_code,
        "戻" in answer.text
        or "もどって" in answer.text
        or "短く" in answer.text
        or "まで" in answer.text
        or "多すぎ" in answer.text,
    ) == (status, True)
