"""The seeds say what the source says, in its words, each programme once."""

from collections import Counter
from collections.abc import Iterator

import msgspec
import pytest

from app.domain.seed_format import InformationSeed, SeriesSeed
from tests.seeds.sources import entries, entries_of, programmes, seed_files, series_by_source

WORDS_OF_SERIES = (
    "title", "eligibility", "fee", "organiser_words", "venue_words", "opening_text", "when_text",
    "registration_words", "about", "flow", "belongings", "way_in", "source_notes",
)  # fmt: skip
WORDS_OF_INFORMATION = ("title", "when_text", "organiser_words", "audience_words", "about", "source_notes")
INFORMATION_KINDS = ("newsletter", "broadcast", "web content", "slot availability notice")
STAFF_KINDS = ("council", "course (staff training", "course (case study", "tour (staff", "hearing")


def phrases(entry: SeriesSeed | InformationSeed) -> Iterator[tuple[str, str]]:
    """Each field of quoted words with its words."""
    named = WORDS_OF_SERIES if isinstance(entry, SeriesSeed) else WORDS_OF_INFORMATION
    for field in named:
        words = getattr(entry, field)
        if words is not None:
            yield field, words
    if entry.promise is not None:
        yield "promise", entry.promise.words
    if isinstance(entry, SeriesSeed):
        yield from phrases_of_parts(entry)
    else:
        yield from (("channels", words) for words in entry.channels)


def phrases_of_parts(series: SeriesSeed) -> Iterator[tuple[str, str]]:
    """Quoted words deeper down: lines, notes per mode, the name of a contact."""
    yield from (("line", line.words) for line in series.lines)
    if series.mode_notes.online is not None:
        yield "mode_notes", series.mode_notes.online
    if series.contact is not None:
        yield from (("contact", words) for words in (series.contact.name,) if words)


def passage(source_id: str) -> str:
    """All that the table takes from the lines of the source that tell of a programme."""
    lines = programmes()[source_id]["source_lines"]
    same = [row for row in programmes().values() if row["source_lines"] == lines]
    return " ".join(words for row in same for words in row.values())


def invented(words: str, row: str) -> list[str]:
    """The pieces of some words that do not stand in a row of the source."""
    return [piece for piece in words.split() if piece not in row]


def test_every_programme_of_the_source_stands_in_the_seeds_exactly_once() -> None:
    assert Counter(entry.source_id for entry in entries()) == dict.fromkeys(programmes(), 1)


def test_there_is_a_file_for_each_of_the_nineteen_municipalities_and_for_the_prefecture() -> None:
    assert Counter(seed.municipality for _, seed in seed_files()) == dict.fromkeys(
        (row["municipality"] for row in programmes().values()), 1
    )


def test_a_programme_stands_in_the_file_of_its_municipality() -> None:
    astray = [
        entry.source_id
        for _, seed in seed_files()
        for entry in entries_of(seed)
        if programmes()[str(entry.source_id)]["municipality"] != seed.municipality
    ]
    assert astray == []


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: str(entry.source_id))
def test_all_words_are_quotations_from_the_row_of_the_source(entry: SeriesSeed | InformationSeed) -> None:
    row = passage(str(entry.source_id))
    assert {field: invented(words, row) for field, words in phrases(entry) if invented(words, row)} == {}


def test_an_invented_word_would_be_noticed() -> None:
    row = " ".join(programmes()["SMD-09"].values())
    assert invented("原則、毎月第3日曜日 13時～15時", row) == ["13時～15時"]


def test_names_of_organisations_and_venues_stand_in_the_rows_of_their_municipality() -> None:
    invented_names = []
    for _, seed in seed_files():
        rows = [row for row in programmes().values() if row["municipality"] == seed.municipality]
        text = " ".join(words for row in rows for words in row.values())
        names = [each.name for each in seed.organisations] + [each.name for each in seed.venues]
        names += [room.name for venue in seed.venues for room in venue.rooms]
        places = [
            words for venue in seed.venues for words in (venue.address, venue.inside, venue.about) if words
        ]
        invented_names += [words for words in names + places if words not in text]
    assert invented_names == []


def test_numbers_and_web_addresses_stand_in_the_rows_of_their_municipality() -> None:
    for entry in entries():
        place = programmes()[str(entry.source_id)]["municipality"]
        said = " ".join(row["contact"] for row in programmes().values() if row["municipality"] == place)
        assert [found for found in ways_to_ask(entry) if found not in said] == [], entry.source_id


def ways_to_ask(entry: SeriesSeed | InformationSeed) -> list[str]:
    """Telephone number and web address of an entry, as far as it has them."""
    if isinstance(entry, InformationSeed):
        return [entry.web] if entry.web else []
    return [found for found in (entry.contact.phone, entry.contact.web) if found] if entry.contact else []


def test_newsletters_broadcasts_and_web_content_are_information_and_nothing_else_is() -> None:
    expected = {each for each, row in programmes().items() if row["kind"].startswith(INFORMATION_KINDS)}
    assert {entry.source_id for entry in entries() if isinstance(entry, InformationSeed)} == expected


def test_councils_hearings_and_staff_training_are_internal_and_unlisted() -> None:
    open_ones = {
        each
        for each, row in programmes().items()
        if row["kind"].startswith(STAFF_KINDS)
        and not (series_by_source()[each].internal and not series_by_source()[each].listed)
    }
    assert open_ones == set()


def test_an_unlisted_series_says_why() -> None:
    assert [
        each.slug for each in series_by_source().values() if not each.listed and not each.unlisted_because
    ] == []


def test_what_the_source_leaves_open_stays_null() -> None:
    guessed = {
        each.source_id
        for each in series_by_source().values()
        if (each.fee and not programmes()[str(each.source_id)]["fee"])
        or (each.modes and not programmes()[str(each.source_id)]["mode"])
        or any(pool.limit != "unstated" for pool in each.seats)
    }
    assert guessed == set()


def test_registration_is_unstated_where_nothing_is_said_of_coming() -> None:
    said = {
        each.source_id
        for each in series_by_source().values()
        if each.registration not in {"unstated", "closed"} and not each.internal
    }
    assert said == {
        "SMD-09", "SMD-12", "KME-08", "OTA-03", "HNO-02", "HNO-07", "TSM-06", "ADC-03", "ADC-23",
    }  # fmt: skip


def test_linked_series_lead_to_one_another() -> None:
    series = series_by_source()
    assert series["SJK-03"].parent == "sjk-02"
    assert (series["HNO-10"].parallel, series["HNO-11"].parallel) == ("hno-11", "hno-10")
    known = {entry.slug for entry in entries()}
    assert {other for each in series.values() for other in each.related} - known == set()


def test_slugs_are_used_once_in_all_files() -> None:
    organisations = Counter(each.slug for _, seed in seed_files() for each in seed.organisations)
    venues = Counter(each.slug for _, seed in seed_files() for each in seed.venues)
    assert {*organisations.values(), *venues.values()} == {1}


def test_reading_a_file_and_writing_it_again_loses_nothing() -> None:
    for _, seed in seed_files():
        assert msgspec.yaml.decode(msgspec.yaml.encode(seed), type=type(seed)) == seed
