"""共催, 後援 and the like of a series: printed on page and flyer, and no right to change anything."""

from datetime import date, datetime
from uuid import UUID

from app.domain.errors import Refused
from app.domain.hosts import MOST_HOSTS, read_part
from app.domain.programme import Host, Organisation
from app.storage.acts import record_series
from app.storage.hosts import add_host, drop_host, organisation_called, parts_of
from app.storage.series import owner_on
from app.storage.series_rows import change_series_row, lock_series, series_row
from app.storage.tasks import add_tasks
from app.storage.transactions import write
from app.storage.versions import touch


async def give_part(series_id: UUID, role: str, name: str, *, now: datetime, today: date) -> None:
    """Name somebody as 共催, 後援 or the like; the same twice is once.

    A name that an organisation here bears is that organisation: it lists the series, and is told so. Any other name is
    only printed. Raises Unusable for a part or a name that cannot be, Refused for one too many, Unknown.
    """
    role, read = read_part(role, name)

    async def work() -> None:
        await lock_series([series_id])
        owner = await owner_on(series_id, today)
        known = await organisation_called(read)
        wanted = Host(organisation=known, role=role, printed="" if known else read)
        parts = (await parts_of({series_id})).get(series_id, ())
        _check(known, owner, len(parts))
        if wanted not in parts:
            await add_host(series_id, wanted)
            await _tell(series_id, wanted, owner, now)
            await _changed(series_id, now, today)

    await write(work)


def _check(known: Organisation | None, owner: Organisation | None, number: int) -> None:
    if known is not None and known == owner:
        raise Refused("主催の団体です。ここには、いっしょに開く団体を書いてください。")
    if number >= MOST_HOSTS:
        raise Refused(f"載せられるのは{MOST_HOSTS}団体までです。")


async def _tell(series_id: UUID, host: Host, owner: Organisation | None, now: datetime) -> None:
    """A task for the organisation: whoever is named should know of it."""
    if host.organisation is None or owner is None:
        return
    title = (await series_row(series_id))["title"]
    text = f"「{title}」に、{host.role}として載りました。ちがうときは、{owner.name}に知らせてください。"
    await add_tasks([(host.organisation.id, None, "hosted", text)], now)


async def take_part(host_id: UUID, series_id: UUID, *, now: datetime, today: date) -> None:
    """Take a part in a series away; a second time nothing changes."""

    async def work() -> None:
        if await drop_host(host_id, series_id):
            await _changed(series_id, now, today)

    await write(work)


async def _changed(series_id: UUID, now: datetime, today: date) -> None:
    await record_series("hosts_changed", series_id, now, day=today)
    await change_series_row(series_id, {}, now)
    await touch("programme", now)
