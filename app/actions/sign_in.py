"""Signing in and out of the staff pages."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from app.domain.errors import Unusable
from app.domain.staff import Staff
from app.storage import staff as store
from app.storage.transactions import write

HASHER = PasswordHasher()
# Of no password: an unknown address costs the same work as a known one, so that time tells nothing.
NOBODY = "$argon2id$v=19$m=65536,t=3,p=4$ItG7UtSyg0v3m0Fkf6istw$HnDjjC6tKm6S1U5RMmcm4pGRLIme3FcYfa6eMbu47hk"
AT_ONCE = ThreadPoolExecutor(max_workers=2, thread_name_prefix="argon2")
LONGEST_PASSWORD = 256


class WrongPassword(Unusable):
    """Address and password do not go together; which of them is wrong is not said."""

    code = "wrong_password"
    sentence = "メールアドレスかパスワードが違うようです。もう一度お試しください。"


async def sign_in(mail: str, password: str, now: datetime) -> str:
    """Sign in; the secret for the cookie. Raises WrongPassword, after the same work for known and unknown addresses."""
    known = await store.staff_by_mail(normal_mail(mail))
    fits = await check(known.password_hash if known else NOBODY, password)
    if known is None or not fits:
        raise WrongPassword(field="password")

    async def work() -> str:
        return await store.add_sign_in(known.id, now)

    return await write(work)


async def sign_out(token: str) -> None:
    """End the sign-in of a cookie. Repeating it does nothing."""

    async def work() -> None:
        await store.end_sign_in(token)

    await write(work)


async def signed_in(token: str, now: datetime) -> Staff | None:
    """Who is signed in with this cookie, None if nobody. Notes the use, every five minutes at most."""
    found = await store.sign_in_of(token, now)
    if found is None:
        return None
    if now - found["seen_at"] >= store.SEEN_EVERY:

        async def work() -> None:
            await store.see_sign_in(found["id"], now)

        await write(work)
    return await store.staff_by_id(found["staff_id"])


async def check(password_hash: str, password: str) -> bool:
    """Whether a password fits, in a thread as it takes a quarter of a second; a few at once."""
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(AT_ONCE, fits_hash, password_hash, password[:LONGEST_PASSWORD])


def fits_hash(password_hash: str, password: str) -> bool:
    """Whether a password fits an argon2 hash."""
    try:
        return HASHER.verify(password_hash, password)
    except (VerificationError, InvalidHashError):
        return False


def normal_mail(mail: str) -> str:
    """An address as it is kept: no blanks around it, in small letters."""
    return mail.strip().lower()
