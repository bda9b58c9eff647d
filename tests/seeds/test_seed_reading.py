"""A slip in a seed file is refused with the file, the field and the reason."""

import pytest

from app.domain.seed_format import Contact, OrganisationSeed, SeedFile, SeriesSeed
from app.domain.seed_reading import SeedError, read_seed_file

SERIES = """
municipality: 墨田区
organisations:
  - {slug: sumida, name: 墨田区}
venues:
  - {slug: honjo, name: 本所, address: null, rooms: [{slug: ima, name: 居間}]}
series:
  - source_id: null
    slug: kazoku
    title: 家族会
    discreet_title: 集まり
    kind: family_meeting
    organisation: sumida
    audience: [family]
    eligibility: null
    registration: unstated
    fee: null
    contact: null
    modes: null
    venue: null
"""


def read(text: str) -> SeedFile:
    """The file as the loader reads it."""
    return read_seed_file(text.encode(), "sumida.yaml")


def test_a_file_becomes_values_and_null_stays_null() -> None:
    found = read(SERIES)
    assert found.organisations == (OrganisationSeed(slug="sumida", name="墨田区"),)
    assert found.series == (
        SeriesSeed(
            source_id=None,
            slug="kazoku",
            title="家族会",
            discreet_title="集まり",
            kind="family_meeting",
            organisation="sumida",
            audience=("family",),
            eligibility=None,
            registration="unstated",
            fee=None,
            contact=None,
            modes=None,
            venue=None,
        ),
    )


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        pytest.param("    fee: null\n", "", r"missing required field `fee`.*series\[0\]", id="a field left out"),
        pytest.param("    fee: null", "    fees: null", r"unknown field `fees`", id="a misspelt field"),
        pytest.param("unstated", "free", r"Invalid enum value 'free'.*registration", id="an unknown policy"),
        pytest.param("[family]", "[親]", r"Invalid enum value '親'.*audience\[0\]", id="an unknown audience"),
        pytest.param("discreet_title: 集まり", "discreet_title: 家族会", "tells too much", id="a title that tells"),
        pytest.param("organisation: sumida", "organisation: koto", "unknown organisation koto", id="an organisation"),
        pytest.param("venue: null", "venue: yahiro", "unknown venue yahiro", id="a venue"),
        pytest.param("venue: null", "venue: honjo\n    room: dai", "unknown room .*dai", id="a room"),
        pytest.param("venue: null", "venue: null\n    parent: salon", "unknown series salon", id="a parent"),
        pytest.param(
            "venue: null", "venue: null\n    internal: true", "never listed", id="an internal series that is listed"
        ),
        pytest.param(
            "venue: null",
            "venue: null\n    seats: [{mode: online, capacity: 8}]",
            "capacity goes with limit: number",
            id="a capacity without a limit",
        ),
        pytest.param("{slug: sumida, name: 墨田区}", "{slug: 墨田, name: 墨田区}", "organisations", id="a slug in kanji"),
        pytest.param("墨田区\norg", "080-1111-2222\norg", "line 2: a mobile number", id="a mobile number"),
        pytest.param("series:", "series: [", "sumida.yaml", id="no YAML at all"),
    ],
)  # fmt: skip
def test_a_slip_is_refused_with_its_reason(before: str, after: str, reason: str) -> None:
    assert before in SERIES
    with pytest.raises(SeedError, match=reason) as refusal:
        read(SERIES.replace(before, after, 1))
    assert str(refusal.value).startswith("sumida.yaml: ")


def test_a_slug_that_stands_twice_is_refused() -> None:
    with pytest.raises(SeedError, match="series kazoku stands 2 times"):
        read(SERIES + SERIES[SERIES.index("  - source_id") :])


def test_a_mobile_number_is_no_contact() -> None:
    with pytest.raises(SeedError, match="a mobile number"):
        read(SERIES.replace("contact: null", 'contact: {phone: "090-0000-0000"}'))
    assert Contact().phone is None
