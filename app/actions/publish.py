"""Publish a month, or a span of months, in one act."""

from collections.abc import Iterable
from datetime import date, datetime
from hashlib import sha256
from uuid import UUID

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from app.domain.acts import Act
from app.domain.draft import NotLookedAt, OthersChanged, is_looked_at
from app.domain.edition import Content, Edition, Held, Outcome, sort_out
from app.domain.edition_changes import differences
from app.domain.errors import Unknown
from app.domain.month import span_of
from app.domain.programme import Organisation, Session
from app.storage.acts import record_act
from app.storage.drafts import delete_draft, draft_of, wants_second_look
from app.storage.editions import (
    NewEdition,
    add_edition,
    content_from,
    latest_edition,
    lock_organisation,
    sessions_of_month,
)
from app.storage.organisations import organisations_by_id
from app.storage.session_rows import publish_sessions
from app.storage.transactions import read, write
from app.storage.versions import touch


class PublishedMonth(Struct, frozen=True, kw_only=True):
    """What became of a month. edition is the newest one; new says whether this act made it.

    by_others: somebody else published it after the one who acts had seen the preview.
    """

    month: date
    edition: Edition | None = None
    new: bool = False
    by_others: bool = False
    published: tuple[Session, ...] = ()
    held: tuple[Held, ...] = ()

    @property
    def words(self) -> str:
        """What happened, for the one who published."""
        if self.edition is None:
            return "まだ出していません。"
        if self.new:
            return f"{self.month.month}月の第{self.edition.number}版を出しました。"
        if self.by_others:
            return f"{self.month.month}月は、ほかの方が先に第{self.edition.number}版を出しました。"
        return f"{self.month.month}月は、第{self.edition.number}版から変わったところがありません。"


class MonthPreview(Struct, frozen=True, kw_only=True):
    """What publishing a month would do, and what the edition would say."""

    month: date
    outcome: Outcome
    content: Content
    latest: Edition | None = None
    changes: tuple[str, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether there would be a new edition."""
        return self.latest is None or bool(self.changes)

    @property
    def number(self) -> int:
        """The number of the newest edition, 0 before the first."""
        return self.latest.number if self.latest else 0

    @property
    def without_room(self) -> tuple[Session, ...]:
        """Sessions that go out, or are out, as 部屋は調整中."""
        every = (*self.outcome.going, *self.outcome.out)
        return tuple(
            each for each in every if each.room_state in {"wish", "refused"} and each.state != "cancelled"
        )


def digest_of(span: Iterable[MonthPreview]) -> str:
    """A sign of what a preview shows: another one as soon as something else would go out, or has gone out."""
    shown = [(each.content, each.number, [str(going.id) for going in each.outcome.going]) for each in span]
    return sha256(msgspec.json.encode(shown)).hexdigest()


async def publish(
    organisation_id: UUID,
    first: date,
    *,
    months: int = 1,
    staff_id: UUID | None = None,
    seen: str | None = None,
    now: datetime,
) -> tuple[PublishedMonth, ...]:
    """Publish 1 to 12 months from the month of `first` on, all or none; one result a month.

    Sessions with an open question, and online ones without a note, stay planned and are reported. A month gets an
    edition only if it differs from the one before: of two who publish at once, the second is told so. `seen` is the
    digest of the preview that was looked at; None asks nothing about it.
    Raises Unusable for another number of months, Unknown for an unknown organisation, OthersChanged where something else
    would go out than was seen, NotLookedAt where a second person has to look first.
    """
    span = span_of(first, months)

    async def work() -> tuple[PublishedMonth, ...]:
        organisation = await lock_organisation(organisation_id)
        outlook = tuple([await _preview(organisation, month, now) for month in span])
        if not any(each.changed or each.outcome.going for each in outlook):
            return tuple(
                _unchanged(each, by_others=seen not in {None, digest_of(outlook)}) for each in outlook
            )
        await _may_go_out(organisation, outlook, seen)
        done = tuple([await _publish_month(organisation, each, span, staff_id, now) for each in outlook])
        await delete_draft(organisation.id, span[0])
        await touch("programme", now)
        return done

    return await write(work)


def _unchanged(outlook: MonthPreview, *, by_others: bool) -> PublishedMonth:
    return PublishedMonth(
        month=outlook.month, edition=outlook.latest, by_others=by_others, held=outlook.outcome.held
    )


async def _may_go_out(
    organisation: Organisation, outlook: tuple[MonthPreview, ...], seen: str | None
) -> None:
    digest = digest_of(outlook)
    if seen is not None and seen != digest:
        raise OthersChanged
    if await wants_second_look(organisation.id):
        draft = await draft_of(organisation.id, outlook[0].month)
        if not is_looked_at(draft, len(outlook), digest):
            raise NotLookedAt


async def _publish_month(
    organisation: Organisation,
    outlook: MonthPreview,
    span: tuple[date, ...],
    staff_id: UUID | None,
    now: datetime,
) -> PublishedMonth:
    going = outlook.outcome.going
    await publish_sessions([session.id for session in going], now)
    new = (
        await add_edition(_edition(organisation.id, outlook, span, staff_id, now))
        if outlook.changed
        else None
    )
    if new:
        act = Act(
            what="month_published", organisation_id=organisation.id, date=outlook.month, number=new.number
        )
        await record_act(act, now)
    return PublishedMonth(
        month=outlook.month,
        edition=new or outlook.latest,
        new=new is not None,
        published=going,
        held=outlook.outcome.held,
    )


def _edition(
    organisation_id: UUID, outlook: MonthPreview, span: tuple[date, ...], staff_id: UUID | None, now: datetime
) -> NewEdition:
    return NewEdition(
        organisation_id=organisation_id,
        content=outlook.content,
        number=outlook.number + 1,
        changes=outlook.changes,
        first=span[0],
        months=len(span),
        staff_id=staff_id,
        now=now,
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
    told = latest.content if latest else None
    content = await content_from(organisation, month, as_published(sessions, outcome, now), told)
    return MonthPreview(
        month=month,
        outcome=outcome,
        content=content,
        latest=latest,
        changes=differences(told, content),
    )
