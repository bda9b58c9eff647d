from datetime import timedelta

import pytest

from app.actions.sign_in import signed_in
from app.storage.engine import rows
from tests.rig.client import Client, application, client_of, settings_for, staff_member
from tests.rig.clock import Clock
from tests.rig.databases import Database

ADMIN = "admin@example.org"


@pytest.fixture
async def admin(database: Database, clock: Clock) -> str:
    return await staff_member(ADMIN, "admin", clock)


async def test_the_right_password_opens_the_staff_pages(client: Client, admin: str) -> None:
    answer = await client.sign_in(admin)
    assert (answer.status_code, answer.headers["location"]) == (303, "/staff")
    assert "HttpOnly" in answer.headers["set-cookie"]
    assert "SameSite=lax" in answer.headers["set-cookie"]


@pytest.mark.parametrize(
    ("next_page", "target"),
    [
        ("/staff/sessions/1/attendance?x=1", "/staff/sessions/1/attendance?x=1"),
        ("https://elsewhere.example/staff", "/staff"),
        ("//elsewhere.example", "/staff"),
        ("/staff//elsewhere.example", "/staff"),
        ("/staff\\elsewhere", "/staff"),
        ("/staffelsewhere", "/staff"),
    ],
)
async def test_one_returns_only_to_our_own_pages(
    client: Client, admin: str, next_page: str, target: str
) -> None:
    typed = {"mail": admin, "password": "a good long password", "next": next_page}
    assert (await client.submit("/staff/sign-in", typed)).headers["location"] == target


@pytest.mark.parametrize("mail", [ADMIN, "nobody@example.org"])
async def test_a_wrong_password_and_an_unknown_address_get_the_same_words(
    client: Client, admin: str, mail: str
) -> None:
    answer = await client.sign_in(mail, "wrong")
    assert (answer.status_code, "staff" in client.cookies) == (422, False)
    assert "メールアドレスかパスワードが違うようです。" in answer.text
    assert f'value="{mail}"' in answer.text
    assert "wrong" not in answer.text.replace('class="wrong"', "")


async def test_empty_fields_get_a_word_each(client: Client) -> None:
    answer = await client.submit("/staff/sign-in", {"mail": "", "password": ""})
    assert (answer.status_code, answer.text.count('class="wrong"')) == (422, 2)


async def test_a_form_of_another_page_is_refused(client: Client, admin: str) -> None:
    stranger = client_of(client.app, settings_for(""))
    typed = {"mail": admin, "password": "a good long password"}
    answers = [
        await stranger.post("/staff/sign-in", data=typed),
        await stranger.post("/staff/sign-in", data={**typed, "_csrf_token": "0" * 96}),
    ]
    await stranger.get("/staff/sign-in")
    answers.append(await stranger.post("/staff/sign-in", data={**typed, "_csrf_token": "é" * 96}))
    assert [answer.status_code for answer in answers] == [403, 403, 403]
    assert "開きなおして" in answers[0].text


async def test_a_stale_cookie_is_replaced(client: Client, admin: str) -> None:
    client.cookies.set("form", "0" * 96)
    assert (await client.sign_in(admin)).status_code == 303


async def test_signing_out_ends_the_sign_in_and_clears_the_browser(client: Client, admin: str) -> None:
    await client.sign_in(admin)
    answer = await client.submit("/staff/sign-in", {}, action="/staff/sign-out")
    assert (answer.status_code, answer.headers["clear-site-data"]) == (303, '"cache", "storage"')
    assert (await rows("SELECT * FROM sign_in"), "staff" in client.cookies) == ([], False)


async def test_only_the_hash_of_a_sign_in_is_kept(client: Client, admin: str) -> None:
    await client.sign_in(admin)
    [row] = await rows("SELECT * FROM sign_in")
    assert client.cookies["staff"] not in str(row)


async def test_over_https_cookies_are_bound_to_host_and_https(
    sqlite_database: Database, clock: Clock
) -> None:
    await staff_member(ADMIN, "admin", clock)
    async with application(sqlite_database.address, clock, base_url="https://ibasho.example") as client:
        page = await client.get("/staff/sign-in")
        answer = await client.sign_in(ADMIN)
    assert page.headers["set-cookie"].startswith("__Host-form=")
    assert answer.headers["set-cookie"].startswith("__Host-staff=")
    assert all("Secure" in made.headers["set-cookie"] for made in (page, answer))
    assert page.headers["strict-transport-security"].startswith("max-age=31536000")


async def test_ten_wrong_passwords_make_one_wait_and_nobody_else(
    sqlite_database: Database, clock: Clock
) -> None:
    await staff_member(ADMIN, "admin", clock)
    async with application(sqlite_database.address, clock, rate_limit=True, trusted_proxies=1) as client:
        client.headers["x-forwarded-for"] = "192.0.2.7"
        tries = [(await client.sign_in(ADMIN, "wrong")).status_code for _ in range(11)]
        refused = await client.sign_in(ADMIN)
        client.headers["x-forwarded-for"] = "198.51.100.7"
        elsewhere = await client.sign_in(ADMIN)
        client.headers["x-forwarded-for"] = "192.0.2.99"
        clock.move(minutes=11)
        later = await client.sign_in(ADMIN)
    assert tries == [422] * 10 + [429]
    assert (refused.status_code, int(refused.headers["retry-after"])) == (429, 600)
    assert (elsewhere.status_code, later.status_code) == (303, 303)


@pytest.mark.parametrize(
    ("steps", "known"),
    [
        ([timedelta(hours=11)], True),
        ([timedelta(hours=12)], False),
        ([timedelta(hours=11)] * 15, True),
        ([timedelta(hours=11)] * 16, False),
    ],
    ids=["used the same day", "idle for twelve hours", "used for six days", "seven days old"],
)
async def test_a_sign_in_ends(
    client: Client, admin: str, clock: Clock, steps: list[timedelta], known: bool
) -> None:
    await client.sign_in(admin)
    token = client.cookies["staff"]
    for step in steps:
        clock.now += step
        found = await signed_in(token, clock())
    assert (found is not None) == known
