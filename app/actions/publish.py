"""Publish a month, or a span of months, in one act."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from app.domain.edition import Content, Edition, Held, Outcome, content_of, differences, sort_out
from app.domain.errors import Unknown
from app.domain.month import span_of
from app.domain.programme import Organisation, Session
from app.storage.editions import add_edition, latest_edition, lock_organisation, sessions_of_month
from app.storage.organisations import organisations_by_id
from app.storage.session_rows import publish_sessions
from app.storage.transactions import read, write
from app.storage.versions import touch


class PublishedMonth(Struct, frozen=True, kw_only=True):
    """What became of a month. edition is the newest one; new says whether this act made it."""

    month: date
    edition: Edition | None = None
    new: bool = False
    published: tuple[Session, ...] = ()
    held: tuple[Held, ...] = ()

    @property
    def words(self) -> str:
        """What happened, for the one who published."""
        if self.edition is None:
            return "まだ出していません。"
        if self.new:
            return f"{self.month.month}月の第{self.edition.number}版を出しました。"
        return f"{self.month.month}月は、第{self.edition.number}版から変わったところがありません。"


class MonthPreview(Struct, frozen=True, kw_only=True):
    """What publishing a month would do."""

    month: date
    outcome: Outcome
    latest: Edition | None = None
    changes: tuple[str, ...] = ()
    changed: bool = True

    @property
    def without_room(self) -> tuple[Session, ...]:
        """Sessions that go out, or are out, as 部屋は調整中."""
        every = (*self.outcome.going, *self.outcome.out)
        return tuple(
            each for each in every if each.room_state in {"wish", "refused"} and each.state != "cancelled"
        )


async def publish(
    organisation_id: UUID, first: date, *, months: int = 1, staff_id: UUID | None = None, now: datetime
) -> tuple[PublishedMonth, ...]:
    """Publish 1 to 12 months from the month of `first` on, all or none; one result a month.

    Sessions with an open question, and online ones without a note, stay planned and are reported. A month gets an
    edition only if it differs from the one before: of two who publish at once, the second is told so.
    Raises Unusable for another number of months, Unknown for an unknown organisation.
    """
    span = span_of(first, months)

    async def work() -> tuple[PublishedMonth, ...]:
        organisation = await lock_organisation(organisation_id)
        done = [await _publish_month(organisation, month, staff_id, now) for month in span]
        if any(month.new or month.published for month in done):
            await touch("programme", now)
        return tuple(done)

    return await write(work)


async def _publish_month(
    organisation: Organisation, month: date, staff_id: UUID | None, now: datetime
) -> PublishedMonth:
    sessions = await sessions_of_month(organisation.id, month)
    outcome = sort_out(organisation.id, sessions)
    await publish_sessions([session.id for session in outcome.going], now)
    latest = await latest_edition(organisation.id, month)
    content = content_of(organisation, month, as_published(sessions, outcome, now))
    kept = await _keep(organisation.id, latest, content, staff_id, now)
    return PublishedMonth(
        month=month, edition=kept, new=kept is not latest, published=outcome.going, held=outcome.held
    )


async def _keep(
    organisation_id: UUID, latest: Edition | None, content: Content, staff_id: UUID | None, now: datetime
) -> Edition:
    """The edition with this content: the latest one, or a new one where it differs."""
    if latest is not None and latest.content == content:
        return latest
    changes = differences(latest.content if latest else None, content)
    return await add_edition(
        organisation_id, content, latest.number + 1 if latest else 1, changes, staff_id=staff_id, now=now
    )


def as_published(sessions: Iterable[Session], outcome: Outcome, now: datetime) -> tuple[Session, ...]:
    """The sessions as they are once those that go out have gone out."""
    going = {session.id for session in outcome.going}
    return tuple(
        replace(session, state="published", published_at=now) if session.id in going else session
        for session in sessions
    )


async def preview_publication(
    organisation_id: UUID, first: date, *, months: int = 1, now: datetime
) -> tuple[MonthPreview, ...]:
    """What publishing would do, month by month. Raises Unusable and Unknown like `publish`."""
    span = span_of(first, months)

    async def work() -> tuple[MonthPreview, ...]:
        organisation = (await organisations_by_id({organisation_id})).get(organisation_id)
        if organisation is None:
            raise Unknown
        return tuple([await _preview(organisation, month, now) for month in span])

    return await read(work)


async def _preview(organisation: Organisation, month: date, now: datetime) -> MonthPreview:
    sessions = await sessions_of_month(organisation.id, month)
    outcome = sort_out(organisation.id, sessions)
    latest = await latest_edition(organisation.id, month)
    content = content_of(organisation, month, as_published(sessions, outcome, now))
    return MonthPreview(
        month=month,
        outcome=outcome,
        latest=latest,
        changes=differences(latest.content if latest else None, content),
        changed=latest is None or latest.content != content,
    )
