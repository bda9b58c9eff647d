"""Placing the dates on another site: the lines to copy there, and the sites that may show them."""

from datetime import datetime
from typing import Any

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromQuery
from litestar.response import Redirect, Template

from app.actions.allow_embedding import allow_embedding
from app.domain.errors import Unusable
from app.domain.programme import Organisation
from app.domain.staff import Staff
from app.storage.embed_places import embed_places
from app.web.forms import Typed
from app.web.house import house_of
from app.web.i18n import gettext as _
from app.web.i18n import link
from app.web.organiser.access import GUARDS
from app.web.organiser.page import base_of, crumbs_of, organiser_page
from app.web.public.pages import address

AnyRequest = Request[Any, Any, Any]


class EmbeddingController(Controller):
    path = "/staff/organisations/{slug:str}/embedding"
    guards = GUARDS

    @get()
    async def show(
        self,
        request: AnyRequest,
        organisation: NamedDependency[Organisation],
        staff: NamedDependency[Staff],
        said: FromQuery[str] = "",
    ) -> Template:
        places = await embed_places(organisation.id)
        return embedding_page(request, organisation, staff, "\n".join(places), said=said == "saved")

    @post(status_code=303)
    async def save(
        self,
        request: AnyRequest,
        organisation: NamedDependency[Organisation],
        staff: NamedDependency[Staff],
        typed: NamedDependency[Typed],
        now: NamedDependency[datetime],
    ) -> Response[Any]:
        text = typed.get("places") or ""
        try:
            await allow_embedding(organisation.id, text, now=now)
        except Unusable as refusal:
            return embedding_page(request, organisation, staff, text, refusal=refusal)
        return Redirect(link(f"{base_of(organisation)}/embedding?said=saved") + "#said", status_code=303)


def embedding_page(
    request: AnyRequest,
    organisation: Organisation,
    staff: Staff,
    places: str,
    *,
    said: bool = False,
    refusal: Unusable | None = None,
) -> Template:
    """The page with the sites as they stand, or as they were typed."""
    base_url = house_of(request).settings.base_url
    return organiser_page(
        "embedding",
        organisation,
        staff,
        refusal=refusal,
        crumbs=crumbs_of(organisation),
        places=places,
        said=_("保存しました。") if said else "",
        frame=f"{base_url}{address('embed', 'organisations', organisation.slug)}",
    )
