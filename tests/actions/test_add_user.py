from typing import Any

import pytest
from argon2 import extract_parameters, profiles

from app.actions.add_user import add_user
from app.actions.sign_in import NOBODY, WrongPassword, sign_in, signed_in
from app.domain.errors import Unknown, Unusable
from app.domain.staff import Membership, Role
from app.storage.engine import rows
from tests.rig.clock import Clock
from tests.rig.databases import Database
from tests.rig.town import add_organisation, add_series

MAIL, PASSWORD = "hanako@example.org", "a good long password"


async def test_a_member_can_sign_in_and_is_known(database: Database, clock: Clock) -> None:
    await add_user(f" {MAIL.upper()} ", PASSWORD, "admin", clock())
    staff = await signed_in(await sign_in(MAIL, PASSWORD, clock()), clock())
    assert staff is not None
    assert (staff.mail, staff.memberships, staff.has("admin")) == (MAIL, (Membership("admin"),), True)


async def test_adding_twice_renews_the_password_and_signs_out(database: Database, clock: Clock) -> None:
    await add_user(MAIL, PASSWORD, "admin", clock())
    token = await sign_in(MAIL, PASSWORD, clock())
    await add_user(MAIL, "another long password", "admin", clock())
    assert await signed_in(token, clock()) is None
    with pytest.raises(WrongPassword):
        await sign_in(MAIL, PASSWORD, clock())
    assert len(await rows("SELECT id FROM membership")) == 1


async def test_a_facilitator_sees_the_series_they_are_given(database: Database, clock: Clock) -> None:
    ward = await add_organisation("ward")
    first, second = await add_series(ward, "salon"), await add_series(ward, "cafe")
    for slug in ("salon", "cafe", "cafe"):
        await add_user(MAIL, PASSWORD, "facilitator", clock(), organisation="ward", series=(slug,))
    staff = await signed_in(await sign_in(MAIL, PASSWORD, clock()), clock())
    assert staff is not None
    assert staff.series == {first, second}


async def test_a_series_that_is_not_there_adds_nobody(database: Database, clock: Clock) -> None:
    await add_organisation("ward")
    with pytest.raises(Unknown):
        await add_user(MAIL, PASSWORD, "facilitator", clock(), organisation="ward", series=("salon",))
    assert await rows("SELECT id FROM staff") == []


def test_passwords_cost_an_attacker_as_much_as_argon2_advises() -> None:
    assert extract_parameters(NOBODY) == profiles.RFC_9106_LOW_MEMORY


async def test_the_password_is_kept_as_argon2_only(database: Database, clock: Clock) -> None:
    await add_user(MAIL, PASSWORD, "admin", clock())
    [row] = await rows("SELECT password_hash FROM staff")
    assert row["password_hash"].startswith("$argon2id$")


@pytest.mark.parametrize(
    ("mail", "password", "role", "given", "field"),
    [
        ("hanako", PASSWORD, "admin", {}, "mail"),
        ("a b@example.org", PASSWORD, "admin", {}, "mail"),
        (MAIL, "short", "admin", {}, "password"),
        (MAIL, PASSWORD, "organiser", {}, "organisation"),
        (MAIL, PASSWORD, "admin", {"organisation": "a"}, "organisation"),
        (MAIL, PASSWORD, "venue_manager", {}, "venue"),
        (MAIL, PASSWORD, "viewer", {"organisation": "a", "venue": "b"}, "venue"),
        (MAIL, PASSWORD, "viewer", {"organisation": "a", "series": ("b",)}, "series"),
    ],
)
async def test_what_does_not_fit_is_named(
    sqlite_database: Database,
    clock: Clock,
    mail: str,
    password: str,
    role: Role,
    given: dict[str, Any],
    field: str,
) -> None:
    with pytest.raises(Unusable) as refusal:
        await add_user(mail, password, role, clock(), **given)
    assert (refusal.value.field, await rows("SELECT id FROM staff")) == (field, [])


async def test_an_unknown_organisation_is_said_by_its_slug(sqlite_database: Database, clock: Clock) -> None:
    with pytest.raises(Unknown, match="nowhere"):
        await add_user(MAIL, PASSWORD, "viewer", clock(), organisation="nowhere")
