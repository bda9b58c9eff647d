"""What is sent to the API: JSON objects, read field by field, so that every fault is told at once and in Japanese."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, get_args

import msgspec
from litestar import Request
from litestar.openapi.spec import OpenAPIMediaType, OpenAPIType, Operation, RequestBody, Schema
from msgspec import Struct

from app.actions.occasion import LONGEST_NONCE, SHORTEST_NONCE
from app.actions.reserve import Wish
from app.domain.errors import Misfilled, Unusable
from app.domain.reservations import Role
from app.domain.seats import MODES, SEATS
from app.web.forms import cleaned

KEY_HEADER = "Idempotency-Key"
LONGEST_TEXT = 4000
ROLES = get_args(Role)

WISH: dict[str, Schema] = {
    "nickname": Schema(type=OpenAPIType.STRING, max_length=20, description="any name; no address, no number"),
    "mode": Schema(type=OpenAPIType.STRING, enum=list(MODES)),
    "seat": Schema(type=OpenAPIType.STRING, enum=list(SEATS)),
    "wait": Schema(type=OpenAPIType.BOOLEAN, default=False),
    "role": Schema(type=OpenAPIType.STRING, enum=list(ROLES)),
    "invitation": Schema(type=OpenAPIType.STRING, description="the four words of an invitation"),
}
CHANGE = {name: WISH[name] for name in ("mode", "seat", "wait")}
PHRASE: dict[str, Schema] = {
    "phrase": Schema(type=OpenAPIType.STRING),
    "anchor": Schema(type=OpenAPIType.STRING, description="the date of one session, 2026-11-22"),
    "from": Schema(type=OpenAPIType.STRING),
    "to": Schema(type=OpenAPIType.STRING),
}


@dataclass
class Sends(Operation):
    """An operation whose body we read ourselves; the description tells its shape all the same."""

    fields: ClassVar[Mapping[str, Schema]] = {}
    needed: ClassVar[tuple[str, ...]] = ()

    def __post_init__(self) -> None:
        """Describe the body."""
        schema = Schema(type=OpenAPIType.OBJECT, properties=dict(self.fields), required=list(self.needed))
        self.request_body = RequestBody(
            content={"application/json": OpenAPIMediaType(schema=schema)}, required=True
        )


@dataclass
class SendsWish(Sends):
    """POST …/reservations."""

    fields = WISH
    needed = ("nickname", "mode", "seat")


@dataclass
class SendsChange(Sends):
    """PATCH /reservations/{token}."""

    fields = CHANGE


@dataclass
class SendsPhrase(Sends):
    """POST /timetables/read."""

    fields = PHRASE
    needed = ("phrase", "from", "to")


class Change(Struct, frozen=True):
    """What a PATCH asks for; None leaves as it is."""

    mode: str | None
    seat: str | None
    wait: bool


class Question(Struct, frozen=True):
    """A phrase to be read for a window."""

    phrase: str
    first: date
    last: date
    anchor: date | None


class Fields:
    """The fields of an object; what cannot be used is noted, and told together."""

    def __init__(self, body: dict[str, Any]) -> None:
        self.body = body
        self.faults: dict[str, str] = {}

    def text(self, name: str) -> str | None:
        """A text without control characters, None if it is missing or null."""
        value = self.body.get(name)
        if value is None:
            return None
        if not isinstance(value, str):
            self.fault(name, "文字で送ってください。")
            return None
        if len(value) > LONGEST_TEXT:
            self.fault(name, f"{LONGEST_TEXT}文字までにしてください。")
            return None
        return cleaned(value)

    def needed(self, name: str) -> str:
        """A text that has to be there."""
        found = self.text(name)
        if found is None and name not in self.faults:
            self.fault(name, "この欄が要ります。")
        return found or ""

    def choice(self, name: str, words: tuple[str, ...]) -> str | None:
        """One of the words, None if it is missing."""
        found = self.text(name)
        if found is not None and found not in words:
            self.fault(name, f"{'、'.join(words)} のどれかにしてください。")
            return None
        return found

    def flag(self, name: str) -> bool:
        """true or false; false if it is missing."""
        value = self.body.get(name, False)
        if not isinstance(value, bool):
            self.fault(name, "true か false で送ってください。")
        return value is True

    def day(self, name: str) -> date | None:
        """A date, None if it is missing."""
        found = self.text(name)
        try:
            return date.fromisoformat(found) if found else None
        except ValueError:
            self.fault(name, "日付は 2026-11-22 のように書いてください。")
            return None

    def needed_day(self, name: str) -> date:
        """A date that has to be there; date.min where it is not."""
        found = self.day(name)
        if found is None and name not in self.faults:
            self.fault(name, "この欄が要ります。")
        return found or date.min

    def fault(self, name: str, sentence: str) -> None:
        """Note what is wrong with a field."""
        self.faults[name] = sentence

    def check(self) -> None:
        """Raise Misfilled if anything was noted."""
        if self.faults:
            raise Misfilled(self.faults)


async def fields_of(request: Request[Any, Any, Any]) -> Fields:
    """The object that was sent. Raises Unusable for anything else."""
    try:
        body = msgspec.json.decode(await request.body(), type=dict[str, Any])
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
        raise Unusable("本文は JSON のオブジェクトで送ってください。") from None
    return Fields(body)


async def wish_of(request: Request[Any, Any, Any]) -> tuple[Wish, str]:
    """The wish and the Idempotency-Key. Raises Misfilled."""
    fields = await fields_of(request)
    key = request.headers.get(KEY_HEADER, "")
    if not SHORTEST_NONCE <= len(key) <= LONGEST_NONCE:
        fields.fault(KEY_HEADER, f"この見出しに、{SHORTEST_NONCE}文字以上の新しい文字列を入れてください。")
    mode, seat = fields.choice("mode", MODES), fields.choice("seat", SEATS)
    for name, value in (("mode", mode), ("seat", seat)):
        if value is None and name not in fields.faults:
            fields.fault(name, "この欄が要ります。")
    wish = Wish(
        nickname=fields.text("nickname") or "",
        mode=mode or "",
        seat=seat or "",
        wait=fields.flag("wait"),
        role=msgspec.convert(fields.choice("role", ROLES), Role | None),
        way="api",
        invitation=fields.text("invitation"),
    )
    fields.check()
    return wish, key


async def change_of(request: Request[Any, Any, Any]) -> Change:
    """What a PATCH asks for. Raises Misfilled."""
    fields = await fields_of(request)
    change = Change(fields.choice("mode", MODES), fields.choice("seat", SEATS), fields.flag("wait"))
    fields.check()
    return change
