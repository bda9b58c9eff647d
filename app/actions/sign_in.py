"""Signing in and out of the staff pages."""

import asyncio
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import TypeVar

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from app.domain.errors import Overloaded, Unusable
from app.domain.passwords import LONGEST
from app.domain.second_step import key_of, spare_hash, step_of, ticket_fits, ticket_of, ticket_owner
from app.domain.staff import Staff
from app.storage import staff as store
from app.storage.second_step import use_spare, use_step
from app.storage.staff import Known
from app.storage.transactions import write

T = TypeVar("T")

HASHER = PasswordHasher()
# Of no password: an unknown address costs the same work as a known one, so that time tells nothing.
NOBODY = "$argon2id$v=19$m=65536,t=3,p=4$ItG7UtSyg0v3m0Fkf6istw$HnDjjC6tKm6S1U5RMmcm4pGRLIme3FcYfa6eMbu47hk"
# Two a quarter of a second: whoever would be answered after more than five seconds is told at once to come again.
AT_ONCE = 2
LONGEST_QUEUE = 40
MAIL = re.compile(r"[^@\s]{1,64}@[^@\s]{1,189}")


class WrongPassword(Unusable):
    """Address and password do not go together; which of them is wrong is not said."""

    code = "wrong_password"
    sentence = "メールアドレスかパスワードが違うようです。もう一度お試しください。"


class CodeWanted(Unusable):
    """The password is right, and the account has a second step. `ticket` says so to the page that asks for the code."""

    code = "code_wanted"
    sentence = "確認コードを入れてください。"

    def __init__(self, known: Known) -> None:
        """The account that is asked for its code."""
        super().__init__(field="code")
        self.known = known

    def ticket(self, secret: bytes, now: datetime) -> str:
        """What stands in the form that asks for the code, for ten minutes."""
        return ticket_of(secret, self.known.id, self.known.password_hash, now)


class WrongCode(Unusable):
    """The code is none of this account's, or was used before."""

    code = "wrong_code"
    sentence = "コードが違うか、もう使われています。次に出るコードを入れてください。"


class TicketEnded(Unusable):
    """Too long ago, or the password is another by now."""

    code = "ticket_ended"
    sentence = "時間がたったので、もう一度はじめからログインしてください。"


async def sign_in(mail: str, password: str, now: datetime) -> str:
    """Sign in; the secret for the cookie. Raises WrongPassword, after the same work for known and unknown addresses,
    and CodeWanted where the account has a second step.
    """
    known = await store.staff_by_mail(normal_mail(mail))
    fits = await check(known.password_hash if known else NOBODY, password)
    if known is None or not fits:
        raise WrongPassword(field="password")
    if known.totp_salt:
        raise CodeWanted(known)

    async def work() -> str:
        if await store.known_by_id(known.id) != known:
            # While the password was looked at, it became another, or the account ended.
            raise WrongPassword(field="password")
        return await store.add_sign_in(known.id, now)

    return await write(work)


async def sign_in_with_code(ticket: str, typed: str, now: datetime, secret: bytes) -> str:
    """The second step; the secret for the cookie. A code of the telephone or a spare one, each good for one sign-in.

    Raises TicketEnded where the first step has to be taken again, WrongCode.
    """

    async def work() -> str:
        known = await ticket_holder(ticket, now, secret)
        if not await use_code(known, typed, now, secret):
            raise WrongCode(field="code")
        return await store.add_sign_in(known.id, now)

    return await write(work)


async def ticket_holder(ticket: str, now: datetime, secret: bytes) -> Known:
    """Who has just given the right password. Raises TicketEnded."""
    staff_id = ticket_owner(ticket, now)
    known = await store.known_by_id(staff_id) if staff_id else None
    if known is None or not ticket_fits(secret, ticket, known.id, known.password_hash):
        raise TicketEnded(field="password")
    return known


async def use_code(known: Known, typed: str, now: datetime, secret: bytes) -> bool:
    """Use a code up, inside a write; whether it was one of this account's and new."""
    if known.totp_salt is None:
        return False
    step = step_of(key_of(secret, known.id, known.totp_salt), typed, now)
    if step is not None:
        return await use_step(known.id, known.totp_salt, step)
    return await use_spare(known.id, spare_hash(secret, known.id, typed))


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


class Hashing:
    """Work with argon2, in threads as it takes a quarter of a second; a few at once, and no more wait than may."""

    def __init__(self) -> None:
        """Nobody waits."""
        self.threads = ThreadPoolExecutor(max_workers=AT_ONCE, thread_name_prefix="argon2")
        self.waiting = 0

    async def run(self, work: Callable[[], T]) -> T:
        """What the work gives. Raises Overloaded: a crowd of guesses must not make everybody wait for minutes."""
        if self.waiting >= LONGEST_QUEUE:
            raise Overloaded
        self.waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self.threads, work)
        finally:
            self.waiting -= 1


HASHING = Hashing()


async def check(password_hash: str, password: str) -> bool:
    """Whether a password fits. Raises Overloaded."""
    return await HASHING.run(lambda: fits_hash(password_hash, password[:LONGEST]))


async def hash_of_password(password: str) -> str:
    """What is kept of a password. Raises Overloaded."""
    return await HASHING.run(lambda: HASHER.hash(password))


def fits_hash(password_hash: str, password: str) -> bool:
    """Whether a password fits an argon2 hash."""
    try:
        return HASHER.verify(password_hash, password)
    except (VerificationError, InvalidHashError):
        return False


def usable_mail(mail: str) -> str:
    """An address as it is kept. Raises Unusable (field mail)."""
    if not MAIL.fullmatch(mail.strip()):
        raise Unusable("メールアドレスの形ではないようです。", "mail")
    return normal_mail(mail)


def normal_mail(mail: str) -> str:
    """An address as it is kept: no blanks around it, in small letters."""
    return mail.strip().lower()
