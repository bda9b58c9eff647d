"""Who has a part in a series beside its owner: which parts there are, and how they are typed and printed."""

from collections.abc import Iterable
from typing import get_args

from app.domain.errors import Unusable
from app.domain.programme import Host
from app.domain.seed_format import Role
from app.domain.text import read_line

ORDER: tuple[str, ...] = ("主催", "共催", "委託", "運営", "協力", "後援", "事務局")
"""As flyers print them."""
PARTS = ORDER[1:]
"""主催 is whoever owns the series."""
LONGEST_NAME = 60
MOST_HOSTS = 12
assert set(ORDER) == set(get_args(Role))  # noqa: S101 -- a new part needs a place among the others


def in_print_order(hosts: Iterable[Host]) -> tuple[Host, ...]:
    """By part as flyers print them, then by name."""
    return tuple(sorted(hosts, key=lambda host: (ORDER.index(host.role), host.name)))


def read_part(role: str, name: str) -> tuple[str, str]:
    """A part and a name as they were typed. Raises Unusable, naming the field."""
    if role not in PARTS:
        raise Unusable("どの役割かを選んでください。", "role")
    read = read_line(name, "name", LONGEST_NAME)
    if not read:
        raise Unusable("団体の名前を書いてください。", "name")
    return role, read
