"""Reading forms: everything typed is kept, and each field that cannot be used gets a sentence of its own.

A form is a frozen Struct; its types say how each field is read. Digits and signs may be full-width.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from datetime import date, time
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints
from uuid import UUID, uuid5

import msgspec
from litestar import Request
from msgspec import Struct
from msgspec.structs import fields as fields_of

from app.actions.occasion import SHORTEST_NONCE
from app.domain.errors import Misfilled, Unusable
from app.web.csrf import FIELD as CSRF_FIELD

T = TypeVar("T", bound=Struct)

MOST_FIELDS = 500
LONGEST_TEXT = 4000
DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
TIME = re.compile(r"(\d{1,2})(?::(\d{1,2})|時(?:(\d{1,2})分)?)")
CONTROLS = dict.fromkeys(set(range(32)) - {9, 10} | {127})
TRUE_WORDS = frozenset({"yes", "on", "true", "1"})
FORMS = UUID("8f6c0ac4-6a0d-4b6e-9b5e-0d7a3a1f3c52")


class Typed(Mapping[str, str]):
    """A form as it was typed: the first value of each name, `all(name)` for boxes that may be ticked together."""

    def __init__(self, pairs: list[tuple[str, str]]) -> None:
        """Names and values in their order."""
        self.pairs = pairs

    def all(self, name: str) -> tuple[str, ...]:
        """All values of a name, in their order."""
        return tuple(value for key, value in self.pairs if key == name)

    def __getitem__(self, name: str) -> str:
        """The first value of a name."""
        for key, value in self.pairs:
            if key == name:
                return value
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        """The names, each once."""
        return iter(dict(self.pairs))

    def __len__(self) -> int:
        """How many names there are."""
        return len(dict(self.pairs))


NOTHING_TYPED = Typed([])


async def typed_of(request: Request[Any, Any, Any]) -> Typed:
    """The form of a request; nothing where there is none. Raises Unusable beyond 500 fields or 4,000 characters."""
    found = [(name, value) for name, value in (await request.form()).multi_items() if isinstance(value, str)]
    if len(found) > MOST_FIELDS:
        raise Unusable("欄の数が多すぎます。")
    for name, value in found:
        if len(value) > LONGEST_TEXT:
            raise Unusable(f"{LONGEST_TEXT}文字までで書いてください。", name)
    return Typed([(name, cleaned(value)) for name, value in found])


def cleaned(value: str) -> str:
    """Text without control characters (PostgreSQL refuses NUL) and with plain line ends."""
    return value.replace("\r\n", "\n").replace("\r", "\n").translate(CONTROLS)


def id_of_form(typed: Typed, path: str) -> UUID | None:
    """The id of what a form at a path makes: sent again word for word the same one, so that nothing is made twice.

    With other words it is another id. None for a form without a nonce.
    """
    if len(typed.get("nonce", "")) < SHORTEST_NONCE:
        return None
    return uuid5(
        FORMS, msgspec.json.encode((path, [pair for pair in typed.pairs if pair[0] != CSRF_FIELD])).decode()
    )


def read_form(typed: Typed, kind: type[T]) -> T | Misfilled:
    """The form, or a Misfilled whose `messages` hold one sentence for each field that cannot be used."""
    hints = get_type_hints(kind)
    values: dict[str, Any] = {}
    messages: dict[str, str] = {}
    for field in fields_of(kind):
        try:
            value = read_field(typed.all(field.encode_name), hints[field.name], required=field.required)
        except Unusable as refusal:
            messages[field.encode_name] = str(refusal)
        else:
            if value is not None or field.required:
                values[field.name] = value
    return Misfilled(messages) if messages else kind(**values)


def filled(typed: Typed, kind: type[T]) -> T:
    """The form. Raises Misfilled with one sentence for each field that cannot be used."""
    form = read_form(typed, kind)
    if isinstance(form, Misfilled):
        raise form
    return form


def read_field(found: tuple[str, ...], hint: Any, *, required: bool) -> Any:
    """The value of one field, None where it is empty and may be. Raises Unusable."""
    if get_origin(hint) is tuple:
        item = get_args(hint)[0]
        return tuple(read_value(text, item) for text in found if text.strip())
    if hint is bool:
        return bool(found) and found[0] in TRUE_WORDS
    text = found[0].strip() if found else ""
    if text:
        return read_value(text, without_none(hint))
    if required and without_none(hint) is hint:
        raise Unusable(
            "ここを書いてください。" if get_origin(hint) is not Literal else "どれかを選んでください。"
        )
    return None


def without_none(hint: Any) -> Any:
    """`int` for `int | None`; others as they are."""
    if get_origin(hint) not in {Union, UnionType}:
        return hint
    [kind] = [arg for arg in get_args(hint) if arg is not NoneType]
    return kind


def read_value(text: str, hint: Any) -> Any:
    """The value a text stands for. Raises Unusable."""
    if get_origin(hint) is Literal:
        if text not in get_args(hint):
            raise Unusable("どれかを選んでください。")
        return text
    return READERS[hint](text)


def number_of(text: str | None) -> int:
    """A small number as an address of ours says it; 0 for anything else."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) <= 4 else 0


def read_int(text: str) -> int:
    """A whole number, 0 to 999,999,999."""
    plain = unicodedata.normalize("NFKC", text).replace(",", "").strip()
    if not re.fullmatch(r"[0-9]{1,9}", plain):
        raise Unusable("数字で書いてください。")
    return int(plain)


def read_date(text: str) -> date:
    """2026-11-22, 2026/11/22 or 2026年11月22日."""
    found = DATE.fullmatch(unicodedata.normalize("NFKC", text).strip())
    try:
        return date(*(int(part) for part in found.groups())) if found else refuse_date()
    except ValueError:
        return refuse_date()


def refuse_date() -> date:
    """Raise Unusable, always."""
    raise Unusable("日付は 2026-11-22 のように書いてください。")


def read_time(text: str) -> time:
    """13:30, 9時 or 9時30分."""
    found = TIME.fullmatch(unicodedata.normalize("NFKC", text).strip())
    hour, minute = (int(found[1]), int(found[2] or found[3] or 0)) if found else (99, 0)
    if hour > 23 or minute > 59:
        raise Unusable("時刻は 13:30 のように書いてください。")
    return time(hour, minute)


def read_uuid(text: str) -> UUID:
    """An id that one of our own pages wrote."""
    try:
        return UUID(text)
    except ValueError:
        raise Unusable("どれかを選んでください。") from None


READERS: dict[Any, Callable[[str], Any]] = {
    str: str,
    int: read_int,
    date: read_date,
    time: read_time,
    UUID: read_uuid,
}
