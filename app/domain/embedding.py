"""The sites that may show an organisation's dates in a frame: origins (RFC 6454), https alone."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from app.domain.errors import Unusable

MOST_PLACES = 10
LONGEST_HOST = 253
HOST = re.compile(r"(?=.*[a-z])[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+")
FIELD = "places"


def read_places(text: str) -> tuple[str, ...]:
    """The origins of a text with one address a line, each once, in order: of an address its path is left away.

    At most ten. Raises Unusable, which names the line: no https, a sign that no host has, an own port that is none.
    """
    found = tuple(dict.fromkeys(origin_of(line.strip()) for line in text.splitlines() if line.strip()))
    if len(found) > MOST_PLACES:
        raise Unusable(f"載せられるのは、{MOST_PLACES}か所までです。", FIELD)
    return found


def origin_of(address: str) -> str:
    """https://www.city.example.jp of any page of that site; its host in ASCII (IDNA). Raises Unusable."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").encode("idna").decode().lower()
        port = f":{parts.port}" if parts.port not in (None, 443) else ""
    except ValueError:
        raise refusal(address) from None
    if parts.scheme != "https" or "@" in parts.netloc or len(host) > LONGEST_HOST or not HOST.fullmatch(host):
        raise refusal(address)
    return f"https://{host}{port}"


def refusal(address: str) -> Unusable:
    """What to write instead."""
    return Unusable(
        f"「{address[:60]}」は使えません。https:// で始まるページの住所を、一行に一つ書いてください。", FIELD
    )


def frame_ancestors(places: Iterable[str]) -> str:
    """The value of frame-ancestors (CSP Level 3, 6.4.2.1): the places, or 'none'."""
    return " ".join(places) or "'none'"
