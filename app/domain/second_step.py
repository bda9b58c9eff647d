"""The second step of signing in: a code of six digits that a telephone shows (RFC 6238), or one of ten spare codes.

The key is HMAC(installation secret, account, salt), derived again for each code: a copy of the database alone gives
nobody a code. A code is good for the half minute it belongs to and the ones beside it, and only once: the half minute
that was used last is kept, and no earlier one counts any more.
"""

import hmac
import re
import unicodedata
from base64 import b32encode
from collections.abc import Iterable
from datetime import datetime, timedelta
from hashlib import sha256
from uuid import UUID

from pyotp import HOTP, TOTP

from app.domain.secrets import keyed_hash, purpose_key, same

SECONDS = 30
BESIDE = 1
KEY_BYTES = 20
ISSUER = "Hidamari"
SPARE_CODES = 10
SPARE_BYTES = 7
SPARE_LETTERS = 10
TICKET_LASTS = timedelta(minutes=10)
SALT = re.compile(r"[0-9a-f]{32}")
NOT_SPARE = re.compile(r"[^a-z2-7]")


def is_salt(typed: str) -> bool:
    """Whether a text may be a salt of ours, as the form that begins brings one back."""
    return bool(SALT.fullmatch(typed))


def key_of(secret: bytes, staff_id: UUID, salt: str) -> str:
    """The key that a telephone keeps: 160 bits in base32."""
    return b32encode(
        hmac.digest(purpose_key(secret, "totp"), staff_id.bytes + salt.encode(), sha256)[:KEY_BYTES]
    ).decode()


def key_address(key: str, mail: str) -> str:
    """What a telephone reads from the picture: otpauth://totp/…."""
    return TOTP(key).provisioning_uri(name=mail, issuer_name=ISSUER)


def step_of(key: str, typed: str, now: datetime) -> int | None:
    """The half minute a typed code belongs to, now or beside it; None for any other text."""
    code = plain(typed)
    current = int(now.timestamp()) // SECONDS
    steps = range(current - BESIDE, current + BESIDE + 1)
    fitting = [step for step in steps if same(HOTP(key).at(step), code)]
    return fitting[0] if fitting else None


def plain(typed: str) -> str:
    """A code without blanks and hyphens, full-width digits folded, in small letters."""
    return re.sub(r"[\s-]", "", unicodedata.normalize("NFKC", typed)).lower()


def spare_code(chance: bytes) -> str:
    """A spare code of 50 bits, as it is written down: abcde-23456. chance: seven bytes of it."""
    letters = b32encode(chance).decode().lower()[:SPARE_LETTERS]
    return f"{letters[:5]}-{letters[5:]}"


def spare_hash(secret: bytes, staff_id: UUID, typed: str) -> str:
    """What a spare code is kept and found by. Any text has one; that of no code is found nowhere."""
    return keyed_hash(secret, "spare", f"{staff_id} {NOT_SPARE.sub('', plain(typed))}")


def spare_hashes(secret: bytes, staff_id: UUID, codes: Iterable[str]) -> tuple[str, ...]:
    """What is kept of several."""
    return tuple(spare_hash(secret, staff_id, code) for code in codes)


def ticket_of(secret: bytes, staff_id: UUID, password_hash: str, now: datetime) -> str:
    """What says that somebody has just given the right password: for ten minutes, and while the password is the same."""
    ends = int((now + TICKET_LASTS).timestamp())
    return f"{staff_id}.{ends}.{_sign(secret, staff_id, ends, password_hash)}"


def ticket_owner(ticket: str, now: datetime) -> UUID | None:
    """The account a ticket speaks of, while it may be good; it still has to be held against the account."""
    account, _, rest = ticket.partition(".")
    ends = rest.partition(".")[0]
    try:
        return UUID(account) if int(ends) > now.timestamp() else None
    except ValueError:
        return None


def ticket_fits(secret: bytes, ticket: str, staff_id: UUID, password_hash: str) -> bool:
    """Whether a ticket was made here for this account with this password."""
    _, ends, sign = (*ticket.split("."), "", "", "")[:3]
    return ends.isdecimal() and same(sign, _sign(secret, staff_id, int(ends), password_hash))


def _sign(secret: bytes, staff_id: UUID, ends: int, password_hash: str) -> str:
    return keyed_hash(secret, "ticket", f"{staff_id} {ends} {password_hash}")
