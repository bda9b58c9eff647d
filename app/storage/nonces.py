"""Nonces of acts that leave no row of their own: a switch, a head counted at the door."""

from uuid import UUID

from app.storage.engine import rows

USE = "INSERT INTO nonce (hash, session_id) VALUES ({}, {}) ON CONFLICT (hash) DO NOTHING RETURNING hash"


async def use_nonce(nonce_hash: str, session_id: UUID) -> bool:
    """Use a nonce up; False if it was used before. First statement of a write, so that a repeat changes nothing."""
    return bool(await rows(USE, nonce_hash, session_id))
