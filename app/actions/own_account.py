"""One's own account: another password, other browsers signed out, a second step of signing in."""

from datetime import datetime
from uuid import UUID

from app.actions.sign_in import check, hash_of_password
from app.domain.errors import Refused, Unknown, Unusable
from app.domain.passwords import usable_password
from app.domain.second_step import SPARE_CODES, is_salt, key_of, spare_code, spare_hashes, step_of
from app.storage.second_step import keep_spares, new_spare_bytes, salt_of, switch_off, switch_on
from app.storage.staff import Known, end_sign_ins_of, known_by_id, save_password
from app.storage.transactions import write

WRONG = "いまのパスワードと違うようです。もう一度お試しください。"
WRONG_CODE = "コードが合いませんでした。アプリに出ている6けたを、もう一度入れてください。"


async def change_password(staff_id: UUID, old: str, new: str, *, here: str) -> None:
    """Another password; every browser but the one with the cookie `here` is signed out.

    Raises Unusable (field old or password).
    """
    known = await with_password(staff_id, old, "old")
    password_hash = await hash_of_password(usable_password(new, [known.mail]))

    async def work() -> None:
        await save_password(staff_id, password_hash)
        await end_sign_ins_of(staff_id, but=here)

    await write(work)


async def end_other_sign_ins(staff_id: UUID, *, here: str) -> None:
    """Sign out everywhere but in this browser."""
    await write(lambda: end_sign_ins_of(staff_id, but=here))


async def begin_second_step(
    staff_id: UUID, salt: str, code: str, password: str, *, here: str, now: datetime, secret: bytes
) -> tuple[str, ...]:
    """From now on a code is asked for; ten spare codes, which are shown this once. Other browsers are signed out.

    `salt` is the one whose key the telephone was shown. Raises Unusable (field password or code), Refused if there is a
    second step already.
    """
    await with_password(staff_id, password, "password")
    step = step_of(key_of(secret, staff_id, salt), code, now) if is_salt(salt) else None
    if step is None:
        raise Unusable(WRONG_CODE, "code")

    async def work() -> tuple[str, ...]:
        if not await switch_on(staff_id, salt, step):
            raise Refused("確認コードは、もう使うようになっています。")
        await end_sign_ins_of(staff_id, but=here)
        return await new_spares(staff_id, secret)

    return await write(work)


async def renew_spares(staff_id: UUID, password: str, secret: bytes) -> tuple[str, ...]:
    """Ten new spare codes; those before are good for nothing any more. Raises Unusable, Refused without a second step."""
    await with_password(staff_id, password, "password")

    async def work() -> tuple[str, ...]:
        if await salt_of(staff_id) is None:
            raise Refused("確認コードは、まだ使っていません。")
        return await new_spares(staff_id, secret)

    return await write(work)


async def new_spares(staff_id: UUID, secret: bytes) -> tuple[str, ...]:
    """Ten spare codes instead of those before, inside a write."""
    codes = tuple(spare_code(new_spare_bytes()) for _ in range(SPARE_CODES))
    await keep_spares(staff_id, spare_hashes(secret, staff_id, codes))
    return codes


async def end_second_step(staff_id: UUID, password: str) -> None:
    """The password alone is enough again. Raises Unusable (field password)."""
    await with_password(staff_id, password, "password")
    await write(lambda: switch_off(staff_id))


async def with_password(staff_id: UUID, password: str, field: str) -> Known:
    """The account, if the password is its own: a telephone left lying about changes nothing. Raises Unusable, Unknown."""
    known = await known_by_id(staff_id)
    if known is None:
        raise Unknown
    if not await check(known.password_hash, password):
        raise Unusable(WRONG, field)
    return known
