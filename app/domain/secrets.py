"""The secrets of a reservation and of an invitation, derived again whenever they are needed.

Link, feed and words are HMAC-SHA256(installation secret, purpose, id, version). Nothing readable is stored, so a copy
of the database opens no reservation; the holder's receipt can be shown again all the same. Renewing raises the version:
the old secrets then belong to nothing. Every purpose has a key of its own, so that no secret tells another: whoever has
the feed of a reservation cannot change it.

Tokens have 192 bits and are stored and looked up as SHA-256. Four words have 44 bits, which a plain hash would give
away to whoever tries them all: they are stored as an HMAC, under a further key. Looking up by hash leaves nothing to be
timed; where two secrets are compared, `same` does it.
"""

import hashlib
import hmac
from base64 import urlsafe_b64encode
from functools import lru_cache
from typing import Literal
from uuid import UUID

from msgspec import Struct

from app.domain.words import CODE_BITS, canonical, parse, spell

Purpose = Literal["link", "feed", "code", "invitation", "door", "staff"]
Lookup = Literal["code-lookup", "invitation-lookup", "nonce", "body", "totp", "spare", "ticket"]

PREFIX = b"hidamari/1/"
TOKEN_BYTES = 24
TOKEN_LENGTH = 32
SHORTEST_SECRET = 32
LARGEST_VERSION = 2**31 - 1
# One secret has no more purposes than that.
FEW = 16
TOKEN_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")


class Secrets(Struct, frozen=True, kw_only=True):
    """What the holder of a reservation is given. It stands in no log, and in no table."""

    words: tuple[str, str, str, str]
    link_token: str
    feed_token: str

    def __repr__(self) -> str:
        """Nothing: a value that is printed by mistake must not give a reservation away."""
        return "Secrets()"


class Stored(Struct, frozen=True, kw_only=True):
    """What is kept of them: 64 hexadecimal digits each, by which a reservation is found."""

    link: str
    feed: str
    code: str


def secrets_of(secret: bytes, reservation_id: UUID, version: int) -> Secrets:
    """The words and tokens of one version of a reservation. Raises ValueError for a short secret or a version below 1."""
    return Secrets(
        words=words_of(secret, "code", reservation_id, version),
        link_token=link_token(secret, reservation_id, version),
        feed_token=feed_token(secret, reservation_id, version),
    )


def stored(secret: bytes, secrets: Secrets) -> Stored:
    """What to keep of the secrets of a reservation."""
    return Stored(
        link=token_hash(secrets.link_token),
        feed=token_hash(secrets.feed_token),
        code=words_hash(secret, secrets.words),
    )


def link_token(secret: bytes, reservation_id: UUID, version: int) -> str:
    """The token of /r/{token}: 32 letters that fit an address."""
    return token(secret, "link", reservation_id, version)


def feed_token(secret: bytes, reservation_id: UUID, version: int) -> str:
    """The token of /feeds/my/{token}.ics, which opens nothing else."""
    return token(secret, "feed", reservation_id, version)


def door_token(secret: bytes, link_id: UUID, version: int) -> str:
    """The token of /staff/door/{token}, which opens the door of one session and nothing else."""
    return token(secret, "door", link_id, version)


def staff_token(secret: bytes, link_id: UUID) -> str:
    """The token of /staff/join/{token} and /staff/password/{token}, which is used once."""
    return token(secret, "staff", link_id, 1)


def invitation_words(secret: bytes, invitation_id: UUID, version: int) -> tuple[str, str, str, str]:
    """The words of /i/{words}; those of a reservation never open a series, nor the other way round."""
    return words_of(secret, "invitation", invitation_id, version)


def token(secret: bytes, purpose: Purpose, owner: UUID, version: int) -> str:
    """A token of 192 bits."""
    return urlsafe_b64encode(derived(secret, purpose, owner, version)[:TOKEN_BYTES]).decode()


def words_of(secret: bytes, purpose: Purpose, owner: UUID, version: int) -> tuple[str, str, str, str]:
    """Four words, of the first 44 bits."""
    digest = derived(secret, purpose, owner, version)
    return spell(int.from_bytes(digest) >> len(digest) * 8 - CODE_BITS)


def derived(secret: bytes, purpose: Purpose, owner: UUID, version: int) -> bytes:
    """32 bytes that nobody can find without the secret. Raises ValueError for a short secret or a version below 1."""
    if not 1 <= version <= LARGEST_VERSION:
        raise ValueError("versions count from 1")
    return hmac.digest(purpose_key(secret, purpose), owner.bytes + version.to_bytes(4), "sha256")


@lru_cache(FEW)
def purpose_key(secret: bytes, purpose: Purpose | Lookup) -> bytes:
    """The key of one purpose. Raises ValueError for a secret of fewer than 32 bytes."""
    if len(secret) < SHORTEST_SECRET:
        raise ValueError(f"the secret needs {SHORTEST_SECRET} bytes or more")
    return hmac.digest(secret, PREFIX + purpose.encode(), "sha256")


def token_hash(typed: str) -> str:
    """What a token is stored and looked up by. Any text has one; that of no token is found nowhere."""
    return hashlib.sha256(typed.encode("utf-8", "replace")).hexdigest()


def looks_like_token(typed: str) -> bool:
    """Whether a text has the shape of a token, so that nothing else need be looked up."""
    return len(typed) == TOKEN_LENGTH and set(typed) <= TOKEN_LETTERS


def code_hash(secret: bytes, typed: str) -> str | None:
    """What the typed words of a reservation are looked up by; None if they are not four words of the list."""
    joined = parse(typed)
    return None if joined is None else keyed_hash(secret, "code-lookup", joined)


def invitation_hash(secret: bytes, typed: str) -> str | None:
    """What the typed words of an invitation are looked up by; None if they are not four words of the list."""
    joined = parse(typed)
    return None if joined is None else keyed_hash(secret, "invitation-lookup", joined)


def words_hash(secret: bytes, words: tuple[str, ...], purpose: Lookup = "code-lookup") -> str:
    """What words just spelled are stored by: the same as when they are typed."""
    return keyed_hash(secret, purpose, canonical(words))


def keyed_hash(secret: bytes, purpose: Lookup, text: str) -> str:
    """64 hexadecimal digits that stand for a text, useless to whoever has only the table."""
    return hmac.new(purpose_key(secret, purpose), text.encode("utf-8", "replace"), hashlib.sha256).hexdigest()


def same(one: str, other: str) -> bool:
    """Whether two hashes or tokens are the same, in a time that does not tell where they differ."""
    return hmac.compare_digest(one.encode("utf-8", "replace"), other.encode("utf-8", "replace"))
