"""A month goes out from the command line, unless a second person is to look first."""

import asyncio
import sqlite3
from contextlib import closing
from datetime import date

from app.storage.engine import opened
from tests.cli.test_commands import Ran
from tests.rig import town


def test_a_month_goes_out_once_and_not_before_it_is_looked_at(sqlite_address: str) -> None:
    async def prepare() -> None:
        async with opened(sqlite_address):
            owner = await town.add_organisation("ward")
            await town.add_session(await town.add_series(owner), date(2030, 11, 20), state="planned")

    def second_look(wanted: bool) -> None:
        with closing(sqlite3.connect(sqlite_address.removeprefix("sqlite:///"))) as store, store:
            store.execute("UPDATE organisation SET second_look = ?", [wanted])

    asyncio.run(prepare())
    second_look(True)
    refused = Ran(sqlite_address, "publish", "ward", "2030-11")
    assert (refused.code, refused.out) == (1, "")
    assert refused.error == (
        "hidamari: この団体では、もう一人が確かめてから公開します。案を見てもらってください。"
    )
    second_look(False)
    first, again = (Ran(sqlite_address, "publish", "ward", "2030-11") for _ in range(2))
    assert (first.code, first.out, first.err) == (0, "11月の第1版を出しました。\n", "")
    assert (again.code, again.out) == (0, "11月は、第1版から変わったところがありません。\n")
