"""The flyers and the poster of a month, to be printed and sent; and the signs that paper cannot show."""

from datetime import datetime
from typing import Any

from litestar import Controller, Request, get
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Template

from app.actions.publish import preview_publication
from app.domain.programme import Organisation
from app.domain.staff import Staff
from app.publishing.flyer import unprintable_on
from app.web.house import house_of
from app.web.i18n import gettext as _
from app.web.organiser.access import GUARDS
from app.web.organiser.month_page import span_words
from app.web.organiser.month_texts import month_crumb, page_as_published
from app.web.organiser.page import crumbs_of, organiser_page
from app.web.public.pages import address, month_at
from app.web.views import Data


class MonthPaperController(Controller):
    path = "/staff/organisations/{slug:str}/months/{month:str}/paper"
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
    ) -> Template:
        first = month_at(month)
        span = await preview_publication(organisation.id, first, now=now)
        page = await page_as_published(organisation, span, house_of(request))
        return organiser_page(
            "month_paper",
            organisation,
            staff,
            label=span_words(span),
            crumbs=[*crumbs_of(organisation), month_crumb(organisation, first, span)],
            papers=papers_of(organisation, f"{first:%Y-%m}") if page.number and organisation.listed else [],
            number=page.number,
            waiting=any(seen.outcome.going for seen in span),
            changed=any(seen.changed for seen in span),
            signs=unprintable_on(page),
        )


def papers_of(organisation: Organisation, month: str) -> list[Data]:
    """What can be printed or sent: its address, and what it is good for."""
    own = ("organisations", organisation.slug)
    return [
        {"href": address(*own, f"{month}.pdf"), "label": _("ちらし"), "note": _("A4。20回くらいまで1枚")},
        {
            "href": address(*own, f"{month}.pdf", size="large"),
            "label": _("大きな字のちらし"),
            "note": _("字が読みにくい方に"),
        },
        {
            "href": address(*own, f"{month}.pdf", titles="discreet"),
            "label": _("控えめなちらし"),
            "note": _("会の名前と場所を出しません"),
        },
        {
            "href": address(*own, f"{month}.png"),
            "label": _("送るための画像"),
            "note": _("LINEなどで、スマートフォンに"),
        },
    ]
