"""Bring a series up to date whose row of open data says something new; not over what people have done with it since."""

from datetime import date, datetime, tzinfo
from uuid import UUID

from app.actions.change_line import change_line
from app.actions.change_rule import change_rule
from app.actions.change_series import change_series
from app.actions.open_data_rows import address_of, line_of, place_of
from app.domain.errors import Refused
from app.domain.open_data import OpenRow, area_of
from app.domain.open_series import Doubt, Schedule, series_wish
from app.domain.planning import Line, Place
from app.domain.rule_change import reservations_of
from app.domain.series_wish import LineWish
from app.domain.text import searched
from app.storage.lines import line_words, lines_of_series
from app.storage.open_data import There, mark_source, set_bounds, standing_of
from app.storage.series import owner_on
from app.storage.transactions import write
from app.storage.venues import venues_by_id


class LeftAlone(Refused):
    """A series stays as it is though its row has changed."""

    code = "left_alone"
    sentence = "こちらで直したあとなので、そのままにしました"


class Reserved(LeftAlone):
    """New dates would move or end sessions that somebody has reserved."""

    sentence = "予約のある日が変わるので、そのままにしました"


async def update_series(
    row: OpenRow, schedule: Schedule, before: There, *, now: datetime, today: date, zone: tzinfo
) -> tuple[str, ...]:
    """The series as its row says it now, all or nothing; sessions keep their ids as with an edited rule.

    What comes back is what the row says and a series does not own: another address of its venue, another organiser.
    Raises LeftAlone where people have changed the series or its lines, Reserved where a reservation would be touched.
    """

    async def work() -> tuple[str, ...]:
        if await standing_of(before.series_id) != before.state:
            raise LeftAlone
        [line] = await lines_of_series(before.series_id, today)
        place, _ = await place_of(row, area_of(row))
        await change_series(before.series_id, series_wish(row, schedule), now=now, zone=zone)
        await _change_line(line, line_of(row, schedule, place), now=now, today=today, zone=zone)
        await mark_source(before.series_id, row)
        return await _not_its_own(row, before.series_id, place, today)

    return await write(work)


async def _not_its_own(row: OpenRow, series_id: UUID, place: Place | None, today: date) -> tuple[str, ...]:
    found = []
    venue = (await venues_by_id({place.venue_id})).get(place.venue_id) if place else None
    if venue and row.of("address") and venue.address != address_of(row):
        found.append(f"会場の住所は、変えていません：{address_of(row)}")
    owner, name = await owner_on(series_id, today), row.of("organiser")
    if owner and name and searched(owner.name) != searched(name):
        found.append(f"主催の団体は、変えていません：{name}")
    return tuple(found)


async def _change_line(line: Line, wish: LineWish, *, now: datetime, today: date, zone: tzinfo) -> None:
    if (line.places, line.pools) != (wish.places, wish.pools):
        await change_line(
            line.id, wish.places, wish.pools, now=now, today=today, vacate=line.vacate, zone=zone
        )
    typed = await line_words(line.id)
    if typed and (typed["words"], line.first, line.last) == (wish.words, wish.first, wish.last):
        return
    await set_bounds(line.id, wish.first, wish.last)
    done = await change_rule(line.id, wish.words, now=now, today=today, zone=zone)
    if reservations_of((*done.effect.moved, *done.effect.ended)):
        raise Reserved


def left_alone(row: OpenRow, schedule: Schedule, reason: LeftAlone) -> Doubt:
    """What an organiser should compare: the row says something new."""
    return Doubt(row.number, row.title, schedule.words, (f"表の内容が変わりましたが、{reason}",))
