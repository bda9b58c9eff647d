"""What is there before an organiser begins: one group, one house, and who signs in. And the words of the journey."""

import subprocess
from datetime import date, timedelta

from app.actions.add_user import add_user
from app.storage.engine import opened
from app.storage.migrating import migrate
from tests.actions.gathering import ZONE
from tests.rig.client import PASSWORD
from tests.rig.clock import machine_now
from tests.rig.program import hidamari
from tests.rig.server import environment_for
from tests.rig.town import add_organisation, add_venue

ORGANISER = "shusai@hamlet.example"
FACILITATOR = "shinkou@hamlet.example"
DESK = "/staff/organisations/nagi"
TITLE = "なぎカフェ"
WORDS = "偶数月第3金曜 13:30～15:30"
FIRST, SECOND = "しろつめ", "のばら"
LISTENER = "online:listener"
NOTE = "ブラウザで開けます。カメラとマイクは切ったままでかまいません。"
JOIN_LINK = "https://meet.example.jp/nagi"


async def prepare(address: str) -> None:
    """Migrate, and add what the journey needs."""
    async with opened(address):
        await migrate()
        await people()


async def people() -> None:
    """A group, a house, and an organiser, in the open database."""
    now = machine_now()
    await add_organisation("nagi", name="なぎの会", area="狛江市", phone="03-0000-1111")
    await add_venue("nagi-house", name="なぎの家", area="狛江市", address="なぎ町1-2-3")
    await add_user(ORGANISER, PASSWORD, "organiser", now, organisation="nagi")


def entrust(address: str, series: str) -> None:
    """Give the new series a facilitator, as whoever runs the installation does."""
    role = ["--role", "facilitator", "--organisation", "nagi", "--series", series]
    subprocess.run(
        hidamari("user", "add", FACILITATOR, *role),
        env=environment_for(address),
        input=f"{PASSWORD}\n".encode(),
        capture_output=True,
        check=True,
    )


def local_today() -> date:
    """The date in Tokyo."""
    return machine_now().astimezone(ZONE).date()


def third_fridays(first: date, count: int) -> list[date]:
    """The third Fridays of even months from a day on, counted on one's fingers."""
    days = (first + timedelta(days=ahead) for ahead in range(500))
    return [day for day in days if day.month % 2 == 0 and day.weekday() == 4 and 15 <= day.day <= 21][:count]


def soon(today: date) -> date:
    """A day of this week that the words do not give: an additional date."""
    days = (today + timedelta(days=ahead) for ahead in (2, 3))
    return next(day for day in days if day not in third_fridays(today, 3))


def katakana(words: list[str]) -> str:
    """Words as somebody may type them: in katakana, with wide blanks."""
    return "　".join(
        "".join(chr(ord(letter) + 0x60) if "ぁ" <= letter <= "ゖ" else letter for letter in word)
        for word in words
    )
