"""One's own account: another password, and a second step of signing in whose codes count once."""

import asyncio
from datetime import timedelta

import pytest
from pyotp import TOTP

from app.actions import sign_in as module
from app.actions.add_user import add_user
from app.actions.own_account import (
    begin_second_step,
    change_password,
    end_other_sign_ins,
    end_second_step,
    renew_spares,
)
from app.actions.reset_password import password_link_by_admin, set_password
from app.actions.sign_in import (
    CodeWanted,
    TicketEnded,
    WrongCode,
    WrongPassword,
    sign_in,
    sign_in_with_code,
    signed_in,
)
from app.domain.errors import Overloaded, Refused, Unusable
from app.domain.second_step import key_of, step_of
from app.storage.engine import rows
from app.storage.second_step import new_salt, spares_left
from tests.actions.gathering import SECRET
from tests.rig.clock import Clock
from tests.rig.databases import Database

MAIL, PASSWORD, NEW = "hanako@example.org", "a good long password", "engawa to mikan to neko"


class Account:
    """Hanako, signed in, with a telephone that has learnt her key."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.salt = new_salt()

    async def build(self) -> "Account":
        self.id = await add_user(MAIL, PASSWORD, "admin", self.clock())
        self.cookie = await sign_in(MAIL, PASSWORD, self.clock())
        return self

    def code(self, **later: int) -> str:
        """What the telephone shows."""
        return TOTP(key_of(SECRET, self.id, self.salt)).at(self.clock() + timedelta(**later))

    async def begin(self, **later: int) -> tuple[str, ...]:
        known = {"here": self.cookie, "now": self.clock(), "secret": SECRET}
        return await begin_second_step(self.id, self.salt, self.code(**later), PASSWORD, **known)  # type: ignore[arg-type]

    async def ticket(self, password: str = PASSWORD) -> str:
        with pytest.raises(CodeWanted) as wanted:
            await sign_in(MAIL, password, self.clock())
        return wanted.value.ticket(SECRET, self.clock())

    async def enter(self, code: str, ticket: str = "") -> bool:
        """Whether a code lets her in."""
        try:
            found = await sign_in_with_code(ticket or await self.ticket(), code, self.clock(), SECRET)
        except WrongCode:
            return False
        return await signed_in(found, self.clock()) is not None


@pytest.fixture
async def account(database: Database, clock: Clock) -> Account:
    return await Account(clock).build()


async def test_a_code_of_the_telephone_is_asked_for_and_counts_once(account: Account) -> None:
    await account.begin()
    used = account.code()
    account.clock.move(seconds=30)
    fresh = account.code()
    found = [await account.enter(each) for each in (used, "000000", "", fresh, fresh)]
    assert found == [False, False, False, True, False]


async def test_of_two_who_send_one_code_at_once_one_gets_in(account: Account) -> None:
    await account.begin()
    account.clock.move(minutes=1)
    code, ticket = account.code(), await account.ticket()
    assert sorted(await asyncio.gather(*(account.enter(code, ticket) for _ in range(5)))) == [False] * 4 + [
        True
    ]


async def test_without_the_conditional_write_a_code_would_count_twice(
    account: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Negative control."""

    async def lenient(*_: object) -> bool:
        return True

    await account.begin()
    monkeypatch.setattr(module, "use_step", lenient)
    assert [await account.enter(account.code()) for _ in range(2)] == [True, True]


@pytest.mark.parametrize(("seconds", "fits"), [(-60, False), (-30, True), (0, True), (30, True), (60, False)])
async def test_a_clock_that_goes_half_a_minute_wrong_still_fits(
    account: Account, seconds: int, fits: bool
) -> None:
    key = key_of(SECRET, account.id, account.salt)
    assert (step_of(key, account.code(seconds=seconds), account.clock()) is not None) == fits


async def test_a_spare_code_counts_once_however_it_is_typed(account: Account) -> None:
    spares = await account.begin()
    typed = [spares[0].upper().replace("-", " "), spares[0], spares[1], "aaaaa-aaaaa"]
    assert [await account.enter(each) for each in typed] == [True, False, True, False]
    assert await spares_left(account.id) == 8


async def test_of_two_who_use_one_spare_code_at_once_one_gets_in(account: Account) -> None:
    spares, ticket = await account.begin(), await account.ticket()
    found = await asyncio.gather(*(account.enter(spares[0], ticket) for _ in range(5)))
    assert sorted(found) == [False] * 4 + [True]


async def test_a_copy_of_the_database_gives_no_code(account: Account) -> None:
    spares = await account.begin()
    [row] = await rows("SELECT * FROM staff")
    kept = f"{row} {await rows('SELECT * FROM recovery_code')}"
    key = key_of(SECRET, account.id, account.salt)
    assert [
        each for each in (key, *spares, *(spare.replace("-", "") for spare in spares)) if each in kept
    ] == []
    assert key != key_of(b"the secret of some other installation...", account.id, account.salt)


async def test_the_ticket_is_good_for_ten_minutes_and_for_the_password_it_was_given_for(
    account: Account,
) -> None:
    await account.begin()
    ticket = await account.ticket()
    forged = ticket[:-1] + ("0" if ticket[-1] != "0" else "1")
    for bad in (forged, "x", "x.y.z", str(account.id), f"{account.id}.99999999999.0"):
        with pytest.raises(TicketEnded):
            await account.enter(account.code(), bad)
    account.clock.move(minutes=10)
    with pytest.raises(TicketEnded):
        await account.enter(account.code(), ticket)
    again = await account.ticket()
    await change_password(account.id, PASSWORD, NEW, here="")
    with pytest.raises(TicketEnded):
        await account.enter(account.code(), again)


async def test_nothing_begins_without_the_password_and_a_code_that_fits(account: Account) -> None:
    known = {"here": "", "now": account.clock(), "secret": SECRET}
    own, odd = account.salt, account.salt * 9
    odd_code = TOTP(key_of(SECRET, account.id, odd)).at(account.clock())
    for salt, code, password in (
        (own, account.code(), "wrong"),
        (own, "123456", PASSWORD),
        (odd, odd_code, PASSWORD),
    ):
        with pytest.raises(Unusable):
            await begin_second_step(account.id, salt, code, password, **known)  # type: ignore[arg-type]
    assert await signed_in(await sign_in(MAIL, PASSWORD, account.clock()), account.clock()) is not None


async def test_it_begins_once_and_ends_with_the_password(account: Account) -> None:
    first = await account.begin()
    with pytest.raises(Refused):
        await account.begin()
    second = await renew_spares(account.id, PASSWORD, SECRET)
    assert [await account.enter(each) for each in (first[0], second[0])] == [False, True]
    with pytest.raises(Unusable):
        await end_second_step(account.id, "wrong")
    await end_second_step(account.id, PASSWORD)
    assert (bool(await sign_in(MAIL, PASSWORD, account.clock())), await spares_left(account.id)) == (True, 0)


@pytest.mark.parametrize("one_step", [False, True])
async def test_a_new_password_alone_does_not_end_the_second_step(account: Account, one_step: bool) -> None:
    await account.begin()
    token = await password_link_by_admin(
        account.id, MAIL, one_step=one_step, made_by=None, now=account.clock(), secret=SECRET
    )
    await set_password(token, NEW, account.clock())
    if one_step:
        assert await sign_in(MAIL, NEW, account.clock())
    else:
        assert await account.ticket(NEW)


async def test_another_password_signs_out_everywhere_else(account: Account) -> None:
    other = await sign_in(MAIL, PASSWORD, account.clock())
    for old, new in (("wrong", NEW), (PASSWORD, "hanako1234")):
        with pytest.raises(Unusable):
            await change_password(account.id, old, new, here=account.cookie)
    await change_password(account.id, PASSWORD, NEW, here=account.cookie)
    there = [await signed_in(each, account.clock()) is not None for each in (account.cookie, other)]
    assert there == [True, False]
    with pytest.raises(WrongPassword):
        await sign_in(MAIL, PASSWORD, account.clock())


async def test_other_browsers_are_signed_out_by_hand(account: Account) -> None:
    other = await sign_in(MAIL, PASSWORD, account.clock())
    await end_other_sign_ins(account.id, here=account.cookie)
    there = [await signed_in(each, account.clock()) is not None for each in (account.cookie, other)]
    assert there == [True, False]


async def test_a_crowd_of_guesses_does_not_make_everybody_wait(
    sqlite_database: Database, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LONGEST_QUEUE", 3)
    found = await asyncio.gather(*(sign_in(MAIL, "wrong", clock()) for _ in range(9)), return_exceptions=True)
    assert {type(each) for each in found} == {WrongPassword, Overloaded}
