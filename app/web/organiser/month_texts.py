"""Texts of a month, ready to be copied: for the ward's paper, for LINE, for mail and すぐーる."""

from datetime import date, datetime
from typing import Any

from litestar import Controller, Request, get
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery
from litestar.response import Template

from app.actions.publish import MonthPreview, preview_publication
from app.domain.programme import Organisation
from app.domain.staff import Staff
from app.domain.ward_paper import deadline_of
from app.publishing.month_page import MonthPage, month_page
from app.publishing.texts import USUAL_LIMIT, line_text, mail_text, read_purpose
from app.publishing.ward_text import ward_text
from app.storage.publishing import Publishing, publishing_of
from app.web.house import House, house_of
from app.web.i18n import gettext as _
from app.web.organiser.access import GUARDS
from app.web.organiser.month import count_of
from app.web.organiser.month_page import span_words
from app.web.organiser.page import base_of, crumbs_of, organiser_page
from app.web.public.pages import month_at
from app.web.public.published import next_date
from app.web.wording import day

Data = dict[str, Any]


class MonthTextsController(Controller):
    path = "/staff/organisations/{slug:str}/months/{month:str}/texts"
    guards = GUARDS

    @get()
    async def show(
        self,
        *,
        request: Request[Any, Any, Any],
        organisation: NamedDependency[Organisation],
        month: FromPath[str],
        staff: NamedDependency[Staff],
        now: NamedDependency[datetime],
        months: FromQuery[str] = "",
        limit: FromQuery[str] = "",
    ) -> Template:
        first = month_at(month)
        span = await preview_publication(organisation.id, first, months=count_of(months), now=now)
        page = await page_as_published(organisation, span, house_of(request))
        return organiser_page(
            "month_texts",
            organisation,
            staff,
            label=span_words(span),
            crumbs=[*crumbs_of(organisation), month_crumb(organisation, first, span)],
            waiting=any(seen.latest is None or seen.outcome.going for seen in span),
            months=len(span),
            **within(page, await publishing_of(organisation.id), limit),
        )


def month_crumb(organisation: Organisation, first: date, span: tuple[MonthPreview, ...]) -> Data:
    """The way back to the month."""
    return {"href": f"{base_of(organisation)}/months/{first:%Y-%m}", "label": span_words(span[:1])}


async def page_as_published(
    organisation: Organisation, span: tuple[MonthPreview, ...], house: House
) -> MonthPage:
    """The months as they stand once they are published."""
    return month_page(
        [seen.content for seen in span],
        organisation,
        base_url=house.settings.base_url,
        edition=span[0].latest,
        next_date=await next_date(organisation, span[-1].month, house.today()),
        demo=house.settings.demo,
    )


def within(page: MonthPage, chosen: Publishing, limit: str) -> Data:
    """The texts, within the characters that were asked for, else within those the ward's paper takes; its deadline."""
    longest = read_purpose("ward", limit or str(chosen.ward.limit or USUAL_LIMIT)).limit
    return {
        "limit": longest,
        "deadline": deadline_words(chosen, page.months[0]),
        "texts": texts_of(page, longest),
    }


def deadline_words(chosen: Publishing, month: date) -> str:
    """Until when the ward takes the text, if the organisation has said so."""
    closing = deadline_of(chosen.ward, month)
    return _("広報紙の締切は%(day)sです。") % {"day": day(closing)} if closing else ""


def texts_of(page: MonthPage, limit: int) -> list[Data]:
    """Each text with what it is for, its length and what had to be left out."""
    ward = ward_text(page, limit)
    return [
        text_block("ward", _("広報紙に"), ward.text, ward.left_out),
        text_block("line", _("LINEに"), line_text(page)),
        text_block("mail", _("メール・すぐーるに"), mail_text(page)),
    ]


def text_block(name: str, label: str, text: str, left_out: tuple[str, ...] = ()) -> Data:
    """A text with its number of characters, line ends counted."""
    body = text.strip("\n")
    return {
        "id": name,
        "label": label,
        "text": body,
        "length": len(body),
        "left_out": [_(words) for words in left_out],
    }
