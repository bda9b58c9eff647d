"""Reading a seed file: decoded, every field checked, nothing private in it, every name leading somewhere."""

import re
from collections import Counter
from collections.abc import Iterator
from unicodedata import normalize

import msgspec

from app.domain.errors import DomainError
from app.domain.seed_format import SeedFile, SeriesSeed

MOBILE = re.compile(r"0[5789]0[-‐ー ]?\d{4}[-‐ー ]?\d{4}")
MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")


class SeedError(DomainError):
    """A seed file that cannot be read: the message names the file, the field and what is wrong."""


def read_seed_file(content: bytes, name: str) -> SeedFile:
    """Give the file as a checked value. Raises SeedError naming the file, the field and what is wrong."""
    refuse_private_numbers(content.decode(), name)
    try:
        seed = msgspec.yaml.decode(content, type=SeedFile)
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise SeedError(f"{name}: {error}") from error
    for problem in problems(seed):
        raise SeedError(f"{name}: {problem}")
    return seed


def refuse_private_numbers(content: str, name: str) -> None:
    """Raise SeedError where a mobile number or a mail address stands anywhere in the file, comments included."""
    plain = normalize("NFKC", content)
    found = MOBILE.search(plain) or MAIL.search(plain)
    if found:
        line = plain.count("\n", 0, found.start()) + 1
        raise SeedError(f"{name}: line {line}: a mobile number or a mail address must be left out")


def problems(seed: SeedFile) -> Iterator[str]:
    """Tell what does not fit together within one file: doubled slugs, names that lead nowhere."""
    yield from doubled(seed)
    for series in seed.series:
        yield from dangling(series, seed)


def doubled(seed: SeedFile) -> Iterator[str]:
    """Slugs used twice for one kind of thing."""
    for noun, slugs in (
        ("organisation", [each.slug for each in seed.organisations]),
        ("venue", [each.slug for each in seed.venues]),
        ("series", [each.slug for each in seed.series] + [each.slug for each in seed.information]),
    ):
        for slug, times in Counter(slugs).items():
            if times > 1:
                yield f"{noun} {slug} stands {times} times"


def dangling(series: SeriesSeed, seed: SeedFile) -> Iterator[str]:
    """Names in a series that stand for nothing in the file. Related series may be in another file."""
    organisations = {each.slug for each in seed.organisations}
    venues = {each.slug for each in seed.venues}
    rooms = {(venue.slug, room.slug) for venue in seed.venues for room in venue.rooms}
    known = {each.slug for each in seed.series}
    for slug in {series.organisation, *(each.organisation for each in series.roles)} - organisations:
        yield f"series {series.slug}: unknown organisation {slug}"
    for slug in venues_named(series) - venues:
        yield f"series {series.slug}: unknown venue {slug}"
    for pair in rooms_named(series) - rooms:
        yield f"series {series.slug}: unknown room {pair}"
    for other in {series.parallel, series.parent, series.newer} - {None, *known}:
        yield f"series {series.slug}: unknown series {other}"


def venues_named(series: SeriesSeed) -> set[str]:
    """Give the venues a series and its lines name."""
    named = [series.venue, *(slug for line in series.lines for slug in (line.venue, *line.rotation))]
    return {slug for slug in named if slug is not None}


def rooms_named(series: SeriesSeed) -> set[tuple[str | None, str]]:
    """Give the rooms a series and its lines name, each with its venue (of the line, else of the series)."""
    places = [(series.venue, series.room)]
    places += [(line.venue or series.venue, line.room) for line in series.lines]
    return {(venue, room) for venue, room in places if room is not None}
