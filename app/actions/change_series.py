"""Edit what a series says of itself."""

from collections.abc import Mapping
from datetime import datetime, tzinfo
from typing import Any
from uuid import UUID

from app.actions.create_series import columns_of
from app.actions.hold_rooms import TOKYO
from app.actions.promote import promote_waiting
from app.domain.series_wish import SeriesWish, check_series
from app.storage.acts import record_series
from app.storage.pools import sessions_of_series_that_wait
from app.storage.series_rows import (
    change_series_row,
    free_slug,
    keep_former_slug,
    series_row,
    take_back_slug,
)
from app.storage.transactions import write
from app.storage.versions import touch

NOT_SAID = {"slug"}


async def change_series(series_id: UUID, wish: SeriesWish, *, now: datetime, zone: tzinfo = TOKYO) -> None:
    """Replace what a series says of itself. A new address takes over; the old one still leads to it, for good.

    A later 繰り上げの締切 counts at once for those who wait.

    An empty address stays as it is. Raises Unknown, Misfilled with a sentence a field, Unusable for a taken address.
    """
    check_series(wish)

    async def work() -> None:
        before = await series_row(series_id)
        columns = {name: value for name, value in columns_of(wish).items() if name not in NOT_SAID}
        await change_series_row(series_id, {**columns, **await _address(before, wish.slug)}, now)
        await promote_waiting(await sessions_of_series_that_wait(series_id), now, zone)
        await record_series("series_changed", series_id, now, day=now.astimezone(zone).date())
        await touch("programme", now)

    await write(work)


async def _address(before: Mapping[str, Any], slug: str) -> dict[str, str]:
    if not slug or slug == before["slug"]:
        return {}
    await free_slug("series", slug, before["id"])
    await take_back_slug("series", slug, before["id"])
    await keep_former_slug("series", before["slug"], before["id"])
    return {"slug": slug}
