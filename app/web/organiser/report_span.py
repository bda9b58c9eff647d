"""Which report is asked for: from when to when, for the house or to be passed on."""

from collections.abc import Mapping
from datetime import date
from typing import Literal
from urllib.parse import urlencode

from msgspec import Struct

from app.domain.errors import Misfilled, Unusable
from app.domain.head_report import fiscal_span
from app.domain.month import fiscal_year
from app.web.forms import read_date
from app.web.i18n import link

Variant = Literal["internal", "shareable"]

LONGEST_DAYS = 3 * 366
YEARS = range(2000, 2201)


class Asked(Struct, frozen=True):
    """A span of days, both included, and the variant."""

    first: date
    last: date
    variant: Variant = "internal"

    @property
    def shareable(self) -> bool:
        """Whether small figures are left out."""
        return self.variant == "shareable"

    @property
    def query(self) -> str:
        """The same as the end of an address."""
        pairs = [("from", str(self.first)), ("to", str(self.last))]
        pairs += [("variant", self.variant)] if self.shareable else []
        return urlencode(pairs)

    def address(self, base: str, kind: str = "report") -> str:
        """Where this report stands; kind report.csv: its table."""
        return link(f"{base}/{kind}?{self.query}")


def asked_of(query: Mapping[str, str], today: date) -> Asked:
    """What an address asks for; the fiscal year of today where it says nothing. Raises Misfilled.

    What is passed on is always a whole fiscal year: two tables whose times overlap could be subtracted.
    """
    variant: Variant = "shareable" if query.get("variant") == "shareable" else "internal"
    faults: dict[str, str] = {}
    first = day_in(query, "from", faults) or fiscal_span(today)[0]
    last = day_in(query, "to", faults) or fiscal_span(first)[1]
    if not faults and last < first:
        faults["to"] = "始まりの日より後の日を選んでください。"
    if not faults and (last - first).days > LONGEST_DAYS:
        faults["to"] = "期間は3年までにしてください。"
    if faults:
        raise Misfilled(faults)
    return Asked(*fiscal_span(first), variant) if variant == "shareable" else Asked(first, last)


def day_in(query: Mapping[str, str], name: str, faults: dict[str, str]) -> date | None:
    """A day of the query; None if it is missing, or unusable, and then with its fault noted."""
    text = query.get(name, "").strip()
    if not text:
        return None
    try:
        found = read_date(text)
    except Unusable as refusal:
        faults[name] = str(refusal)
        return None
    if found.year not in YEARS:
        faults[name] = "2000年から2200年までの日を選んでください。"
    return found


def whole_year(asked: Asked) -> int | None:
    """The fiscal year, where exactly one is asked for."""
    is_whole = (asked.first, asked.last) == fiscal_span(asked.first)
    return fiscal_year(asked.first) if is_whole else None
