"""The published month of an organisation as one value, from the rows as they are now: for texts, flyer and poster."""

from datetime import date, timedelta

from msgspec.structs import replace

from app.domain.edition import Content, Edition
from app.domain.edition_changes import differences
from app.domain.errors import Unknown
from app.domain.month import LONGEST_SPAN, last_day, span_of
from app.domain.programme import Organisation, Session
from app.publishing.month_page import MonthPage, month_page
from app.storage.editions import content_now, editions_as_of, latest_edition
from app.storage.session_filters import Filter
from app.storage.sessions import first_date, sessions_of
from app.storage.transactions import read
from app.web.house import House
from app.web.public.organisations import listed_organisation
from app.web.public.pages import asked_month

DAYS_AHEAD = 400


async def published_month(slug: str, asked: str, house: House, months: str | None = None) -> MonthPage:
    """The month of a path, `months` of them if that is 1 to 12, else as many as the newest paper covers.

    Raises Unknown for a month that has no edition yet: nothing is to be printed before it is published.
    """
    organisation = await listed_organisation(slug)
    month = asked_month(asked, house.today())

    async def work() -> MonthPage:
        newest = await latest_edition(organisation.id, month)
        if newest is None:
            raise Unknown
        return await page_of(organisation, newest, house, count_of(months) or covered(newest, month))

    return await read(work)


def count_of(months: str | None) -> int | None:
    """The months of a parameter, None if it is not 1 to 12."""
    count = int(months) if months and months.isascii() and months.isdigit() and len(months) < 3 else 0
    return count if 1 <= count <= LONGEST_SPAN else None


def covered(edition: Edition, month: date) -> int:
    """How many months the paper of an edition covers, where it begins with this month; else this one alone."""
    return edition.months if edition.first == month else 1


async def page_of(organisation: Organisation, newest: Edition, house: House, months: int) -> MonthPage:
    """The value of a span from the month of an edition on."""
    month = newest.content.month
    span = span_of(month, months)
    contents = [await content_now(organisation, each) for each in span]
    editions = await editions_as_of(organisation.id, month, months, house.clock())
    edition = paper_of(newest, tuple(editions.values()), months)
    return month_page(
        contents,
        organisation,
        base_url=house.settings.base_url,
        edition=edition,
        published_on=edition.published_at.astimezone(house.settings.timezone).date(),
        since=changes_since(editions, contents),
        next_date=await next_date(organisation, span[-1], house.today()),
        demo=house.settings.demo,
    )


def paper_of(newest: Edition, others: tuple[Edition, ...], months: int) -> Edition:
    """The edition whose number stands on a paper of a span: the newest that was made for just this span."""
    fitting = [each for each in others if (each.first, each.months) == (newest.content.month, months)]
    return max(fitting, key=lambda each: each.published_at, default=newest)


def changes_since(editions: dict[date, Edition], contents: list[Content]) -> tuple[str, ...]:
    """What is different now from what these editions said, month by month; a month without an edition is new as a whole."""
    return tuple(
        line
        for content in contents
        for line in differences(
            editions[content.month].content if content.month in editions else None, content
        )
    )


async def next_session(organisation: Organisation, month: date, today: date) -> Session | None:
    """The first session after a month (from today on, if the month is over), not cancelled."""
    found = await sessions_of(replace(following(organisation, month, today), limit=1))
    return found[0] if found else None


async def next_date(organisation: Organisation, month: date, today: date) -> date | None:
    """The first date after a month (from today on, if the month is over) that is not cancelled."""
    return await first_date(following(organisation, month, today))


def following(organisation: Organisation, month: date, today: date) -> Filter:
    """What comes after a month (from today on, if the month is over), not cancelled."""
    return Filter(
        first=max(today, last_day(month) + timedelta(days=1)),
        last=today + timedelta(days=DAYS_AHEAD),
        organisation_id=organisation.id,
        states=("published", "planned"),
    )
