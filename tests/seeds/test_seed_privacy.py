"""No private number, address or mailbox, and no title that tells a family too much."""

import re

import pytest

from app.domain.seed_format import INDISCREET
from app.domain.seed_reading import SeedError, refuse_private_numbers
from tests.seeds.sources import SEEDS, demo_files, seed_files, series_by_source

ALL = sorted(SEEDS.rglob("*.yaml"))


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.name)
def test_no_mobile_number_and_no_mail_address_stands_in_a_file(path: object) -> None:
    refuse_private_numbers(path.read_text(encoding="utf-8"), path.name)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "words",
    ["080-1234-5678", "０９０ー１２３４ー５６７８", "07012345678", "a.b@example.jp", "a＠city.example.lg.jp"],
)
def test_a_private_number_would_be_noticed(words: str) -> None:
    with pytest.raises(SeedError, match="line 2"):
        refuse_private_numbers(f"municipality: 町\n# {words}\n", "x.yaml")


def test_only_the_numbers_of_public_offices_are_in_the_seeds() -> None:
    numbers = {each.contact.phone for each in series_by_source().values() if each.contact} - {None}
    assert numbers == {"4566-2427", "03-3488-0313"}


def test_the_private_home_keeps_its_address_to_itself() -> None:
    homes = [venue for _, seed in seed_files() for venue in seed.venues if venue.name == "よしこさん家"]
    assert [(home.address_public, home.address) for home in homes] == [(False, None)]
    assert (
        re.search(
            r"元和泉\s*[0-9０-９一二三四五六七八九]", (SEEDS / "komae.yaml").read_text(encoding="utf-8")
        )
        is None
    )


def test_every_other_venue_of_the_sources_is_public() -> None:
    hidden = [venue.name for _, seed in seed_files() for venue in seed.venues if not venue.address_public]
    assert hidden == ["よしこさん家"]


def test_discreet_titles_tell_nothing() -> None:
    series = [each for _, seed in (*seed_files(), *demo_files()) for each in seed.series]
    assert [each.slug for each in series if any(word in each.discreet_title for word in INDISCREET)] == []
