"""The second step of signing in: the salt of its key, the half minute that was used last, and spare codes as HMACs."""

import secrets
from collections.abc import Iterable
from uuid import UUID, uuid4

from app.domain.second_step import SPARE_BYTES
from app.storage.engine import rows

SALT_BYTES = 16

SWITCH_ON = """
UPDATE staff SET totp_salt = {}, totp_step = {} WHERE id = {} AND active = {} AND totp_salt IS NULL RETURNING id
"""
SWITCH_OFF = "UPDATE staff SET totp_salt = NULL WHERE id = {}"
USE_STEP = """
UPDATE staff SET totp_step = {} WHERE id = {} AND totp_salt = {} AND totp_step < {} RETURNING id
"""
USE_SPARE = "DELETE FROM recovery_code WHERE staff_id = {} AND code_hash = {} RETURNING id"


def new_salt() -> str:
    """A salt that no key had before."""
    return secrets.token_hex(SALT_BYTES)


def new_spare_bytes() -> bytes:
    """What a spare code is spelled from."""
    return secrets.token_bytes(SPARE_BYTES)


async def salt_of(staff_id: UUID) -> str | None:
    """The salt of an account, None without a second step."""
    found = await rows("SELECT totp_salt FROM staff WHERE id = {} AND active = {}", staff_id, True)
    return found[0]["totp_salt"] if found else None


async def switch_on(staff_id: UUID, salt: str, step: int) -> bool:
    """Begin with a second step, whose code of that half minute was just used. False if there is one already."""
    return bool(await rows(SWITCH_ON, salt, step, staff_id, True))


async def switch_off(staff_id: UUID) -> None:
    """Sign in with the password alone again; the spare codes go."""
    await rows(SWITCH_OFF, staff_id)
    await rows("DELETE FROM recovery_code WHERE staff_id = {}", staff_id)


async def use_step(staff_id: UUID, salt: str, step: int) -> bool:
    """Use the code of a half minute. False if it, or a later one, was used before.

    One conditional UPDATE: of two who send the same code at once, one gets in.
    """
    return bool(await rows(USE_STEP, step, staff_id, salt, step))


async def use_spare(staff_id: UUID, code_hash: str) -> bool:
    """Use a spare code up. False if there is none with this hash (any more)."""
    return bool(await rows(USE_SPARE, staff_id, code_hash))


async def keep_spares(staff_id: UUID, hashes: Iterable[str]) -> None:
    """Keep spare codes instead of those before."""
    await rows("DELETE FROM recovery_code WHERE staff_id = {}", staff_id)
    for code_hash in hashes:
        await rows(
            "INSERT INTO recovery_code (id, staff_id, code_hash) VALUES ({}, {}, {})",
            uuid4(),
            staff_id,
            code_hash,
        )


async def spares_left(staff_id: UUID) -> int:
    """How many spare codes have not been used."""
    found = await rows("SELECT COUNT(*) AS number FROM recovery_code WHERE staff_id = {}", staff_id)
    return int(found[0]["number"])
