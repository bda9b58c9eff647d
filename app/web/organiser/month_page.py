"""The page of months before they go out: every date of them in one list, what it asks, and what is new."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from litestar.response import Template

from app.actions.publish import MonthPreview, digest_of, preview_publication
from app.domain.draft import Draft, is_current
from app.domain.edition import Held
from app.domain.errors import DomainError
from app.domain.month import LONGEST_SPAN, add_months
from app.domain.programme import Organisation, Session
from app.domain.staff import Staff
from app.storage.drafts import draft_of, wants_second_look
from app.storage.session_rows import reservation_counts
from app.web.i18n import gettext as _
from app.web.i18n import link
from app.web.organiser.cards import session_line
from app.web.organiser.page import base_of, crumbs_of, organiser_page
from app.web.organiser.promises import promises_of
from app.web.public.pages import short_month
from app.web.wording import month as month_words

Data = dict[str, Any]
Span = tuple[MonthPreview, ...]
NOTHING_SAID: Data = {"said": "", "made": False}


async def month_page(
    organisation: Organisation,
    staff: Staff,
    month: date,
    now: datetime,
    *,
    months: int = 1,
    notes: Data | None = None,
    refusal: DomainError | None = None,
) -> Template:
    """The preview of a span with the button that publishes it."""
    span = await preview_publication(organisation.id, month, months=months, now=now)
    notes = notes or NOTHING_SAID
    return organiser_page(
        "month",
        organisation,
        staff,
        refusal=refusal,
        months=months,
        label=span_words(span),
        edition=edition_words(span),
        crumbs=crumbs_of(organisation),
        said=said_words(notes["said"], span),
        made=notes["made"],
        look=await look_of(organisation, staff, span),
        seen=digest_of(span),
        **ways_of(organisation, span),
        **await lists_of(organisation, span),
    )


def ways_of(organisation: Organisation, span: Span) -> Data:
    """Where the page is, and where it leads: other months, longer spans, paper, texts and the public page."""
    month = span[0].month
    here = f"{base_of(organisation)}/months/{month:%Y-%m}"
    return {
        "here": here,
        "pager": pager_of(organisation, month),
        "spans": spans_of(month),
        "public": public_of(organisation, span),
        "paper": link(f"{here}/paper"),
        "texts": link(f"{here}/texts"),
    }


def span_words(span: Span) -> str:
    """2026年11月, or 2026年11月～2027年1月."""
    return months_words(span[0].month, span[-1].month)


def months_words(first: date, last: date) -> str:
    """The same, of the first and the last month."""
    return month_words(first) if first == last else f"{month_words(first)}～{month_words(last)}"


def edition_words(span: Span) -> str:
    """How the span stands: 公開済み 第2版, まだ公開していません; for several months each by itself."""
    if len(span) > 1:
        return _("、").join(f"{month_words(each.month)} {edition_word(each)}" for each in span)
    return edition_word(span[0])


def edition_word(seen: MonthPreview) -> str:
    """公開済み 第2版, or まだ公開していません."""
    if seen.latest is None:
        return _("まだ公開していません")
    return _("公開済み 第%(number)s版") % {"number": seen.latest.number}


def said_words(code: str, span: Span) -> str:
    """What was done, in words."""
    numbered = {"month": span_words(span[:1]), "number": span[0].number}
    published = _("%(month)sの第%(number)s版を出しました。") % numbered
    return {
        "published": published
        if len(span) == 1
        else _("%(months)sを公開しました。") % {"months": span_words(span)},
        "others": _("ほかの方が、先に%(month)sの第%(number)s版を出しました。新しい版はつくっていません。")
        % numbered,
        "unchanged": _("前に出したときから、変わったところはありません。"),
        "drafted": _("案をつくりました。もう一人の主催の方に、このページを見てもらってください。"),
        "looked": _("確かめました。このまま公開できます。"),
        "opened": _("開くことにしました。"),
        "closed": _("休みにしました。"),
    }.get(code, "")


async def look_of(organisation: Organisation, staff: Staff, span: Span) -> str:
    """What the second look waits for: nothing (""), ask, again, wait, mine to do (look), or it is done (looked)."""
    if not await wants_second_look(organisation.id):
        return ""
    draft = await draft_of(organisation.id, span[0].month)
    if draft is None:
        return "ask"
    if not is_current(draft, len(span), digest_of(span)):
        return "again"
    return standing_of(draft, staff)


def standing_of(draft: Draft, staff: Staff) -> str:
    """looked, wait for somebody else, or look oneself."""
    if draft.looked_staff_id is not None:
        return "looked"
    return "wait" if draft.staff_id == staff.id else "look"


async def lists_of(organisation: Organisation, span: Span) -> Data:
    """The dates of each month that go out or ask something, what is new against the last edition, and what is out."""
    every = [session for seen in span for session in sessions_of(seen)]
    counts = await reservation_counts([each.id for each in every])
    groups = [group_of(organisation, seen, counts) for seen in span]
    return {
        "groups": groups,
        "questions": sum(row["why"] == "question" for group in groups for row in group["rows"]),
        "to_settle": sum(bool(row["why"]) for group in groups for row in group["rows"]),
        "open_rooms": sum(row["room"] for group in groups for row in group["rows"])
        + sum(row["room"] for group in groups for row in group["out"]),
        "changed": any(seen.changed or seen.outcome.going for seen in span),
        "promises": await promises_in(organisation, span),
    }


def sessions_of(seen: MonthPreview) -> tuple[Session, ...]:
    """Every session that a preview shows."""
    return (*seen.outcome.going, *seen.outcome.out, *(held.session for held in seen.outcome.held))


def group_of(organisation: Organisation, seen: MonthPreview, counts: Mapping[UUID, int]) -> Data:
    """One month: what goes out and what asks something in one list by date, changes, and what is out already."""
    rooms = {each.id for each in seen.without_room}
    held = {each.session.id: each for each in seen.outcome.held}
    shown = sorted((*seen.outcome.going, *(each.session for each in held.values())), key=place_of)
    return {
        "label": month_words(seen.month),
        "rows": [row_of(organisation, each, held.get(each.id), counts, rooms) for each in shown],
        "changes": [_(text) for text in seen.changes],
        "changed": seen.changed,
        "out": [row_of(organisation, each, None, counts, rooms) for each in seen.outcome.out],
    }


def place_of(session: Session) -> tuple[date, str, UUID]:
    """Where a session stands in a list."""
    return session.date, str(session.starts or ""), session.id


def row_of(
    organisation: Organisation,
    session: Session,
    held: Held | None,
    counts: Mapping[UUID, int],
    rooms: set[UUID],
) -> Data:
    """A date with what it asks, or with where it can be put right."""
    line = session_line(organisation, session, counts)
    fields = f"{base_of(organisation)}/series/{session.series.id}"
    return line | {
        "why": held.why if held else "",
        "text": _(held.text) if held else "",
        "edit": link(fields) + "#online_note",
        "room": session.id in rooms,
    }


async def promises_in(organisation: Organisation, span: Span) -> list[Data]:
    """The promises that lack dates in the span, each once."""
    found: dict[tuple[str, str, str], Data] = {}
    for seen in span:
        for line in await promises_of(organisation, seen.month):
            found.setdefault((line["title"], line["words"], line["said"]), line)
    return list(found.values())


def spans_of(month: date) -> list[tuple[str, str]]:
    """How many months to publish at once."""
    first = [("1", _("%(month)sだけ") % {"month": month_words(month)})]
    return first + [
        (
            str(count),
            _("%(month)sまでの%(count)sか月")
            % {"month": month_words(add_months(month, count - 1)), "count": count},
        )
        for count in range(2, LONGEST_SPAN + 1)
    ]


def pager_of(organisation: Organisation, month: date) -> tuple[Data, Data]:
    """The months before and after."""
    base = f"{base_of(organisation)}/months"
    before, after = add_months(month, -1), add_months(month, 1)
    return (
        {"href": link(f"{base}/{before:%Y-%m}"), "label": short_month(before, month)},
        {"href": link(f"{base}/{after:%Y-%m}"), "label": short_month(after, month)},
    )


def public_of(organisation: Organisation, span: Span) -> str:
    """The page that everybody sees, once the month is out."""
    if span[0].latest is None or not organisation.listed:
        return ""
    return link(f"/organisations/{organisation.slug}/{span[0].month:%Y-%m}")
