"""What every page of a venue manager shares."""

from typing import Any

from litestar.response import Template

from app.domain.programme import Venue
from app.domain.staff import Staff
from app.web.facilitator.page import staff_links
from app.web.forms import number_of

MOST_NUMBER = 500


def venue_page(
    template: str, venue: Venue, staff: Staff, *, status_code: int = 200, **context: Any
) -> Template:
    """A page about one venue."""
    base = f"/staff/venues/{venue.slug}"
    known = {
        "venue": venue,
        "base": base,
        "staff_links": staff_links(staff),
        "staff_here": f"{base}/rooms",
    }
    return Template(
        f"staff/venue_manager/{template}.html", context={**known, **context}, status_code=status_code
    )


def done_of(text: str) -> int:
    """How many were done, as an address of ours says it; 0 for anything else."""
    return min(number_of(text), MOST_NUMBER)
