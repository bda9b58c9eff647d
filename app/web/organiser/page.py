"""What every page of an organisation's desk shares, a refusal included; and the way back."""

from typing import Any

from litestar.response import Template

from app.domain.errors import DomainError
from app.domain.programme import Organisation, Series
from app.domain.staff import Staff
from app.web.errors import messages_of, status_of
from app.web.facilitator.page import staff_links
from app.web.i18n import link


def base_of(organisation: Organisation) -> str:
    """Where the pages of an organisation begin."""
    return f"/staff/organisations/{organisation.slug}"


def may_change(staff: Staff, organisation: Organisation) -> bool:
    """Whether they organise here; a viewer only looks."""
    return organisation.id in staff.organisations("organiser")


def organiser_page(
    template: str,
    organisation: Organisation,
    staff: Staff,
    *,
    refusal: DomainError | None = None,
    **context: Any,
) -> Template:
    """A page of the desk. A refusal gives its status, its sentences by field as `errors`, any other as `problem`."""
    base, errors = base_of(organisation), messages_of(refusal)
    known = {
        "organisation": organisation,
        "base": base,
        "may_change": may_change(staff, organisation),
        "staff_links": [{"href": base, "label": organisation.name}, *staff_links(staff)],
        "staff_here": base,
        "problem": errors.pop("", ""),
        "errors": errors,
    }
    return Template(
        f"staff/organiser/{template}.html",
        context={**known, **context},
        status_code=status_of(refusal) if refusal else 200,
    )


def crumbs_of(organisation: Organisation, series: Series | None = None) -> list[dict[str, str]]:
    """The way back: the desk, and the dates of a series."""
    base = base_of(organisation)
    found = [{"href": link(base), "label": organisation.name}]
    if series is not None:
        found.append({"href": link(f"{base}/series/{series.id}/dates"), "label": series.title})
    return found
