"""Letting people in: links that are used once, roles, and the end of them."""

import asyncio
from typing import Any
from uuid import UUID, uuid4

import pytest

from app.actions import end_person, let_in, reset_password
from app.actions.add_user import add_user
from app.actions.end_person import change_roles, end_membership, end_staff
from app.actions.let_in import (
    invite_to_organisation,
    invite_to_venue,
    join_anew,
    join_as,
    withdraw_invitation,
)
from app.actions.reset_password import password_link_by_admin, password_link_by_organiser, set_password
from app.actions.sign_in import WrongPassword, sign_in, signed_in
from app.actions.tidy import tidy
from app.domain.errors import Ended, Refused, Unknown, Unusable
from app.domain.staff import Membership, Role, Staff
from app.domain.staff_links import LastOrganiser, LinkUsed, MailTaken, NotTheirs
from app.storage.acts import acts_of
from app.storage.engine import rows
from app.storage.people import people_of
from tests.actions.gathering import SECRET, ZONE
from tests.rig.clock import Clock
from tests.rig.databases import Database
from tests.rig.town import add_organisation, add_series, add_venue

HANAKO, TARO = "hanako@example.org", "taro@example.org"
PASSWORD = "a good long password"
NEW = "engawa to mikan to neko"


class House:
    """Two organisations, the first with one organiser."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock

    async def build(self) -> "House":
        self.ward, self.npo = await add_organisation("ward"), await add_organisation("npo")
        self.hanako = await self.add(HANAKO, "organiser", "ward")
        return self

    async def add(self, mail: str, role: Role, organisation: str = "", **more: Any) -> UUID:
        return await add_user(mail, PASSWORD, role, self.clock(), organisation=organisation, **more)

    async def invite(
        self, role: Role = "viewer", series: tuple[UUID, ...] = (), link: UUID | None = None
    ) -> str:
        known: dict[str, Any] = {"made_by": self.hanako, "now": self.clock(), "secret": SECRET}
        return await invite_to_organisation(link or uuid4(), self.ward, role, series, **known)

    async def join(self, token: str, mail: str = TARO) -> Staff:
        staff = await signed_in(await join_anew(token, mail, PASSWORD, self.clock()), self.clock())
        assert staff is not None
        return staff

    async def reset(self, staff_id: UUID, organisation: UUID | None = None, **more: Any) -> str:
        known = {"made_by": self.hanako, "now": self.clock(), "secret": SECRET, **more}
        return await password_link_by_organiser(uuid4(), organisation or self.ward, staff_id, **known)

    async def whats(self, organisation: UUID | None = None) -> list[str]:
        found = await acts_of(organisation or self.ward, 50)
        return sorted(each.what for each in found)


@pytest.fixture
async def house(database: Database, clock: Clock) -> House:
    return await House(clock).build()


async def test_somebody_joins_by_a_link_and_may_do_what_it_says(house: House) -> None:
    salon, cafe = await add_series(house.ward, "salon"), await add_series(house.ward, "cafe")
    taro = await house.join(await house.invite("facilitator", (salon,)))
    assert taro.memberships == (Membership("facilitator", house.ward, "ward"),)
    assert (set(taro.series), cafe in taro.series) == ({salon}, False)
    assert await house.whats() == ["person_added", "person_invited", "person_joined"]


async def test_a_link_lets_one_person_in_however_many_open_it_at_once(house: House) -> None:
    token = await house.invite()
    tries = [join_anew(token, f"{name}@example.org", PASSWORD, house.clock()) for name in "abcde"]
    found = await asyncio.gather(*tries, return_exceptions=True)
    assert sorted(type(each).__name__ for each in found) == ["LinkUsed"] * 4 + ["str"]
    assert len(await people_of(house.ward)) == 2


async def test_without_the_conditional_write_a_link_would_let_two_in(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Negative control."""

    async def lenient(*_: object) -> bool:
        return True

    monkeypatch.setattr(let_in, "use_staff_link", lenient)
    token = await house.invite()
    for name in "ab":
        await house.join(token, f"{name}@example.org")
    assert len(await people_of(house.ward)) == 3


@pytest.mark.parametrize("what", ["used", "withdrawn", "seven days old", "unknown", "another kind"])
async def test_a_link_that_is_good_for_nothing_says_the_same_whatever_became_of_it(
    house: House, what: str
) -> None:
    link = uuid4()
    token = await house.invite(link=link)
    if what == "used":
        await house.join(token, "first@example.org")
    elif what == "withdrawn":
        await withdraw_invitation(link, house.ward, house.clock())
    elif what == "seven days old":
        house.clock.move(days=7)
    elif what == "unknown":
        token = token[::-1]
    else:
        taro = await house.add(TARO, "viewer", "ward")
        token = await house.reset(taro)
    with pytest.raises(LinkUsed) as refusal:
        await house.join(token, "second@example.org")
    assert str(refusal.value) == "このリンクは、もう使えません。"


async def test_a_link_is_good_to_the_end_of_its_seven_days(house: House) -> None:
    token = await house.invite()
    house.clock.move(days=7, seconds=-1)
    assert (await house.join(token)).mail == TARO


async def test_links_are_forgotten_thirty_days_after_they_ended(house: House) -> None:
    await house.invite()
    left = []
    for days in (37, 1):
        house.clock.move(days=days)
        await tidy(house.clock(), ZONE)
        left.append(len(await rows("SELECT id FROM staff_link")))
    assert left == [1, 0]


async def test_the_same_form_makes_one_link_and_another_form_s_id_shows_nothing(house: House) -> None:
    link = uuid4()
    tokens = {await house.invite(link=link) for _ in range(3)}
    assert (len(tokens), len(await rows("SELECT id FROM staff_link"))) == (1, 1)
    with pytest.raises(Refused):
        await house.invite("organiser", link=link)
    with pytest.raises(Refused):
        await invite_to_organisation(
            link, house.npo, "viewer", made_by=house.hanako, now=house.clock(), secret=SECRET
        )


async def test_a_copy_of_the_database_holds_no_link(house: House) -> None:
    token = await house.invite()
    [row] = await rows("SELECT * FROM staff_link")
    assert token not in str(row)


async def test_whoever_has_an_account_takes_a_role_beside_their_others(house: House) -> None:
    taro = await house.add(TARO, "organiser", "npo")
    with pytest.raises(MailTaken):
        await house.join(await house.invite())
    await join_as(await house.invite(), taro, house.clock())
    staff = await signed_in(await sign_in(TARO, PASSWORD, house.clock()), house.clock())
    assert staff is not None
    assert staff.memberships == (
        Membership("organiser", house.npo, "npo"),
        Membership("viewer", house.ward, "ward"),
    )


async def test_a_refused_password_leaves_the_link_unused(house: House) -> None:
    token = await house.invite()
    with pytest.raises(Unusable) as refusal:
        await join_anew(token, TARO, "password123", house.clock())
    assert (refusal.value.field, (await house.join(token)).mail) == ("password", TARO)


async def test_nobody_is_invited_to_series_of_others_or_as_admin(house: House) -> None:
    theirs = await add_series(house.npo, "salon")
    wrong: list[tuple[Role, tuple[UUID, ...]]] = [
        ("facilitator", (theirs,)),
        ("admin", ()),
        ("venue_manager", ()),
    ]
    for role, series in wrong:
        with pytest.raises(Unusable):
            await house.invite(role, series)
    assert await rows("SELECT id FROM staff_link") == []


async def test_a_venue_manager_comes_by_a_link_too(house: House) -> None:
    hall = await add_venue("hall")
    token = await invite_to_venue(uuid4(), hall, made_by=None, now=house.clock(), secret=SECRET)
    assert (await house.join(token)).memberships == (Membership("venue_manager", None, None, hall, "hall"),)


async def test_an_ended_person_is_signed_out_at_once_everywhere(house: House) -> None:
    taro = await house.add(TARO, "viewer", "ward")
    cookies = [await sign_in(TARO, PASSWORD, house.clock()) for _ in range(2)]
    await end_membership(house.ward, taro, house.clock())
    assert [await signed_in(cookie, house.clock()) for cookie in cookies] == [None, None]
    with pytest.raises(WrongPassword):
        await sign_in(TARO, PASSWORD, house.clock())
    assert await rows("SELECT password_hash, active FROM staff WHERE id = {}", taro) == [
        {"password_hash": "", "active": False}
    ]


async def test_whoever_was_ended_can_be_invited_again(house: House) -> None:
    taro = await house.add(TARO, "organiser", "ward")
    await end_membership(house.ward, taro, house.clock())
    again = await house.join(await house.invite())
    assert (again.id, [each.role for each in again.memberships]) == (taro, ["viewer"])


async def test_whoever_works_elsewhere_too_keeps_that(house: House) -> None:
    taro = await house.add(TARO, "viewer", "ward")
    await house.add(TARO, "organiser", "npo")
    await end_membership(house.ward, taro, house.clock())
    staff = await signed_in(await sign_in(TARO, PASSWORD, house.clock()), house.clock())
    assert staff is not None
    assert staff.memberships == (Membership("organiser", house.npo, "npo"),)


async def test_the_last_organiser_stays(house: House) -> None:
    await house.add(TARO, "viewer", "ward")
    for attempt in (
        end_membership(house.ward, house.hanako, house.clock()),
        end_staff(house.hanako, house.clock()),
        change_roles(house.ward, house.hanako, ["viewer"], (), house.clock()),
    ):
        with pytest.raises(LastOrganiser):
            await attempt
    assert await house.whats() == ["person_added", "person_added"]


async def test_two_organisers_who_end_each_other_at_once_leave_one(house: House) -> None:
    taro = await house.add(TARO, "organiser", "ward")
    ends = [end_membership(house.ward, each, house.clock()) for each in (taro, house.hanako)]
    found = await asyncio.gather(*ends, return_exceptions=True)
    assert sorted(type(each).__name__ for each in found) == ["LastOrganiser", "NoneType"]


async def test_without_the_look_the_last_organiser_would_go(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Negative control."""

    async def lenient(*_: object) -> None:
        return None

    monkeypatch.setattr(end_person, "require_other_organiser", lenient)
    await end_membership(house.ward, house.hanako, house.clock())
    assert await people_of(house.ward) == ()


async def test_links_of_somebody_who_was_ended_let_nobody_in(house: House) -> None:
    taro = await house.add(TARO, "organiser", "ward")
    token = await invite_to_organisation(
        uuid4(), house.ward, "organiser", made_by=taro, now=house.clock(), secret=SECRET
    )
    await end_membership(house.ward, taro, house.clock())
    with pytest.raises(Ended):
        await house.join(token, "accomplice@example.org")


async def test_roles_and_series_are_chosen_anew(house: House) -> None:
    salon, theirs = await add_series(house.ward, "salon"), await add_series(house.npo, "cafe")
    taro = await house.add(TARO, "viewer", "ward")
    await change_roles(house.ward, taro, ["facilitator", "organiser"], (salon,), house.clock())
    [_, person] = await people_of(house.ward)
    assert (person.roles, list(person.series)) == (("facilitator", "organiser"), [salon])
    await change_roles(house.ward, taro, ["viewer"], (salon,), house.clock())
    [_, person] = await people_of(house.ward)
    assert (person.roles, person.series) == (("viewer",), {})
    wrong: list[tuple[list[Role], tuple[UUID, ...]]] = [
        ([], ()),
        (["admin"], ()),
        (["facilitator"], (theirs,)),
    ]
    for roles, series in wrong:
        with pytest.raises(Unusable):
            await change_roles(house.ward, taro, roles, series, house.clock())


async def test_a_forgotten_password_is_chosen_anew_and_signs_out(house: House) -> None:
    taro = await house.add(TARO, "viewer", "ward")
    cookie = await sign_in(TARO, PASSWORD, house.clock())
    token = await house.reset(taro)
    assert await signed_in(cookie, house.clock()) is not None
    await set_password(token, NEW, house.clock())
    assert await signed_in(cookie, house.clock()) is None
    assert await sign_in(TARO, NEW, house.clock())
    with pytest.raises(LinkUsed):
        await set_password(token, PASSWORD, house.clock())
    assert (await house.whats())[:2] == ["password_link_made", "password_reset"]


@pytest.mark.parametrize("elsewhere", ["admin", "organiser of another", "venue manager"])
async def test_an_organiser_makes_no_password_link_for_somebody_who_also_works_elsewhere(
    house: House, elsewhere: str
) -> None:
    taro = await house.add(TARO, "viewer", "ward")
    await works_elsewhere(house, elsewhere)
    with pytest.raises(NotTheirs):
        await house.reset(taro)


@pytest.mark.parametrize("elsewhere", ["admin", "organiser of another", "venue manager"])
async def test_a_password_link_dies_when_its_owner_comes_to_work_elsewhere(
    house: House, elsewhere: str
) -> None:
    token = await house.reset(await house.add(TARO, "viewer", "ward"))
    await works_elsewhere(house, elsewhere)
    with pytest.raises(LinkUsed):
        await set_password(token, NEW, house.clock())


async def test_without_the_second_look_an_organiser_would_take_over_another_organisation(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Negative control."""

    async def lenient(*_: object) -> bool:
        return True

    monkeypatch.setattr(reset_password, "is_good", lenient)
    token = await house.reset(await house.add(TARO, "viewer", "ward"))
    await works_elsewhere(house, "organiser of another")
    await set_password(token, NEW, house.clock())
    assert await sign_in(TARO, NEW, house.clock())


async def works_elsewhere(house: House, elsewhere: str) -> None:
    if elsewhere == "admin":
        await house.add(TARO, "admin")
    elif elsewhere == "venue manager":
        await add_venue("hall")
        await house.add(TARO, "venue_manager", venue="hall")
    else:
        await house.add(TARO, "organiser", "npo")


async def test_an_organiser_makes_no_link_for_somebody_of_another_organisation(house: House) -> None:
    taro = await house.add(TARO, "viewer", "npo")
    with pytest.raises(Unknown):
        await house.reset(taro)


async def test_the_admin_makes_a_link_for_anybody_and_their_organisations_read_of_it(house: House) -> None:
    await house.add(TARO, "viewer", "ward")
    await house.add(TARO, "organiser", "npo")
    known: dict[str, Any] = {"made_by": None, "now": house.clock(), "secret": SECRET}
    await set_password(await password_link_by_admin(uuid4(), TARO, **known), NEW, house.clock())
    assert await sign_in(TARO, NEW, house.clock())
    assert [await house.whats(each) for each in (house.ward, house.npo)] == [
        ["password_link_made", "password_reset", "person_added", "person_added"],
        ["password_link_made", "password_reset", "person_added"],
    ]
    with pytest.raises(Unknown):
        await password_link_by_admin(uuid4(), "nobody@example.org", **known)
