"""The sign-ins of the demo: an organiser, a facilitator and a venue manager, all with one known password."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from app.actions.add_user import Post as Place
from app.actions.add_user import put_user
from app.actions.sign_in import hash_of_password
from app.domain.seed_format import PoolSeed, SeedFile, SeriesSeed
from app.domain.staff import Role
from app.storage.seed_rows import seed_id
from app.storage.staff import save_facilitation, save_membership, staff_by_mail
from app.storage.transactions import write

PASSWORD = "hidamari-demo"  # noqa: S105 -- known to everyone, on purpose
ORGANISER = "organiser@demo.example"
FACILITATOR = "facilitator@demo.example"
VENUE_MANAGER = "venue@demo.example"


class Post(NamedTuple):
    """What a demo sign-in may do: a role, and the slugs of what it is a role of."""

    mail: str
    role: Role
    slugs: tuple[str, ...]


async def make_staff(files: Sequence[SeedFile], now: datetime) -> tuple[str, ...]:
    """Make the sign-ins that are missing and give all their posts; the addresses."""
    series = [each for file in files for each in file.series]
    listened = [seed_id("series", each.slug) for each in series if has_online_listeners(each)]
    for post in posts(files):
        await take_post(post, listened if post.role == "facilitator" else [], now)
    return tuple(post.mail for post in posts(files))


def posts(files: Sequence[SeedFile]) -> tuple[Post, ...]:
    """Organiser of all demo organisations, facilitator of those with online listeners, manager of the managed venues."""
    organisations = tuple(each.slug for file in files for each in file.organisations)
    listened = dict.fromkeys(
        each.organisation for file in files for each in file.series if has_online_listeners(each)
    )
    managed = tuple(slug for file in files if file.demo for slug in file.demo.managed_venues)
    return (
        Post(ORGANISER, "organiser", organisations),
        Post(FACILITATOR, "facilitator", tuple(listened)),
        Post(VENUE_MANAGER, "venue_manager", managed),
    )


def has_online_listeners(series: SeriesSeed) -> bool:
    """Whether sessions of the series have listener seats online."""
    pools: list[PoolSeed] = [*series.seats, *(pool for line in series.lines for pool in line.pools)]
    return any((pool.mode, pool.seat) == ("online", "listener") for pool in pools)


async def take_post(post: Post, series_ids: Sequence[UUID], now: datetime) -> None:
    """Make the sign-in where it is missing, and give it every place of its post."""
    if await staff_by_mail(post.mail) is None:
        of_venue = post.role == "venue_manager"
        where = ("", post.slugs[0]) if of_venue else (post.slugs[0], "")
        await put_user(post.mail, await hash_of_password(PASSWORD), Place(post.role, *where), now)
    await give_places(post, series_ids)


async def give_places(post: Post, series_ids: Sequence[UUID]) -> None:
    """Give a sign-in its role in every organisation or venue, and the series it facilitates."""

    async def work() -> None:
        known = await staff_by_mail(post.mail)
        if known is None:
            return
        for slug in post.slugs:
            if post.role == "venue_manager":
                await save_membership(known.id, post.role, None, seed_id("venue", slug))
            else:
                await save_membership(known.id, post.role, seed_id("organisation", slug), None)
        for series_id in series_ids:
            await save_facilitation(known.id, series_id)

    await write(work)
