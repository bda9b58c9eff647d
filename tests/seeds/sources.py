"""The copy of the source tables that the seeds are held against, and the seed files themselves."""

import csv
import re
from functools import cache
from pathlib import Path
from unicodedata import normalize

from app.domain.seed_format import InformationSeed, SeedFile, SeriesSeed
from app.domain.seed_reading import read_seed_file

HERE = Path(__file__).parent
SEEDS = HERE.parent.parent / "seeds"


def folded(words: str) -> str:
    """Radical letters that PDF extraction left behind, as ordinary kanji; everything else untouched."""
    plain = words.replace("\u2ed8", "青")
    return re.sub("[\u2f00-\u2fdf]", lambda found: normalize("NFKC", found[0]), plain)


@cache
def programmes() -> dict[str, dict[str, str]]:
    """The rows of programmes.tsv by id, folded."""
    with (HERE / "programmes.tsv").open(encoding="utf-8", newline="") as table:
        rows = csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["id"]: {field: folded(words) for field, words in row.items()} for row in rows}


@cache
def expected_dates() -> tuple[dict[str, str], ...]:
    """The rows of expected_dates.tsv."""
    with (HERE / "expected_dates.tsv").open(encoding="utf-8", newline="") as table:
        return tuple(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def seed_files() -> tuple[tuple[str, SeedFile], ...]:
    """Every seed file made from the sources, with its name."""
    return tuple(
        (path.name, read_seed_file(path.read_bytes(), path.name)) for path in sorted(SEEDS.glob("*.yaml"))
    )


@cache
def demo_files() -> tuple[tuple[str, SeedFile], ...]:
    """Every invented file of the demo, with its name."""
    paths = sorted((SEEDS / "demo").glob("*.yaml"))
    return tuple((path.name, read_seed_file(path.read_bytes(), path.name)) for path in paths)


@cache
def entries() -> tuple[SeriesSeed | InformationSeed, ...]:
    """Series and information of all files."""
    return tuple(entry for _, seed in seed_files() for entry in entries_of(seed))


def entries_of(seed: SeedFile) -> list[SeriesSeed | InformationSeed]:
    """Series and information of one file."""
    return [*seed.series, *seed.information]


@cache
def series_by_source() -> dict[str, SeriesSeed]:
    """The series of all files by source id."""
    return {
        each.source_id: each for _, seed in seed_files() for each in seed.series if each.source_id is not None
    }
