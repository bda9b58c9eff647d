"""The dates of the seeded rules over two fiscal years are those of the source's table, all of them and no more."""

from collections.abc import Iterator
from datetime import date, time

import pytest

from app.domain.recurrence.expansion import Occurrence, expand
from app.domain.recurrence.reading import Reading, read
from app.domain.seed_format import SeriesSeed
from app.storage.seed_lines import read_line
from tests.seeds.sources import demo_files, expected_dates, seed_files, series_by_source

FIRST, LAST = date(2026, 4, 1), date(2028, 3, 31)
WEEKDAYS = "月火水木金土日"
FIELDS = ("programme_id", "fiscal_year", "date", "weekday", "start", "end", "holiday", "year_end")
EXPANDED = ("KME-08", "KME-13", "KNT-08", "SMD-07", "SMD-08", "SMD-09")

Row = tuple[str, ...]


def row_of(source_id: str, found: Occurrence) -> Row:
    """An occurrence as a row of the table."""
    flags = {flag.code: flag.text for flag in found.flags}
    return (
        source_id,
        str(found.date.year - (found.date.month < 4)),
        found.date.isoformat(),
        WEEKDAYS[found.date.weekday()],
        clock(found.start),
        clock(found.end),
        holiday_in(flags.get("holiday", "")),
        "yes" if "year_end" in flags else "",
    )


def holiday_in(words: str) -> str:
    """The name of the holiday as the table has it: every substitute day is a 振替休日."""
    return "振替休日" if "振替休日" in words else words.removesuffix("に当たります")


def clock(moment: time | None) -> str:
    """10:00, or nothing where it is not said."""
    return moment.strftime("%H:%M") if moment else ""


def rows_of(series: SeriesSeed) -> Iterator[Row]:
    """The rows that the lines of a series give."""
    for line in series.lines:
        timetable = read(line.words).timetable
        assert timetable is not None, line.words
        for found in expand(timetable, FIRST, LAST, policy=series.holidays):
            yield row_of(str(series.source_id), found)


def test_the_table_holds_261_dates_of_six_programmes() -> None:
    assert len(expected_dates()) == 261
    assert sorted({row["programme_id"] for row in expected_dates()}) == list(EXPANDED)


def test_exactly_the_programmes_of_the_table_have_lines_with_dates() -> None:
    assert sorted(each for each, series in series_by_source().items() if series.lines) == list(EXPANDED)


def test_the_seed_rules_give_all_dates_of_the_table_with_hours_and_flags() -> None:
    made = {row for series in series_by_source().values() for row in rows_of(series)}
    assert made == {tuple(row[field] for field in FIELDS) for row in expected_dates()}


@pytest.mark.parametrize("source_id", EXPANDED)
def test_each_programme_gives_each_of_its_dates_once(source_id: str) -> None:
    made = list(rows_of(series_by_source()[source_id]))
    expected = [row["date"] for row in expected_dates() if row["programme_id"] == source_id]
    assert [row[2] for row in made] == sorted(expected)


def test_a_shifted_rule_would_be_noticed() -> None:
    timetable = read("毎月第3日曜日 10時～12時").timetable
    assert timetable is not None
    other = {row_of("SMD-09", found) for found in expand(timetable, FIRST, LAST, policy="closed")}
    assert other != {
        tuple(row[field] for field in FIELDS) for row in expected_dates() if row["programme_id"] == "SMD-09"
    }


COUNTED = [series for series in series_by_source().values() if series.promise]


@pytest.mark.parametrize("series", COUNTED, ids=lambda series: str(series.source_id))
def test_a_count_gives_a_promise_and_no_dates(series: SeriesSeed) -> None:
    assert series.promise is not None
    reading = read(series.promise.words)
    assert reading.timetable is None
    if reading.promise is not None:
        said = (reading.promise.count, reading.promise.per, reading.promise.about)
        assert said == (series.promise.count, series.promise.per, series.promise.about)


def demo_lines() -> list[tuple[str, str, Reading]]:
    """The typed words of the demo, read as if today were the first day of the table."""
    return [
        (series.slug, line.words, read_line(line, FIRST)[1])
        for _, seed in demo_files()
        for series in seed.series
        for line in series.lines
    ]


def test_all_words_of_the_demo_give_dates() -> None:
    assert [
        (slug, words, reading.missing) for slug, words, reading in demo_lines() if not reading.timetable
    ] == []


def test_every_series_of_the_demo_that_keeps_dates_by_hand_gets_some() -> None:
    for _, seed in demo_files():
        assert seed.demo is not None
        by_hand = {session.series for session in seed.demo.sessions}
        lined = {series.slug for series in seed.series if series.lines or series.parent}
        assert {series.slug for series in seed.series} == by_hand | lined


def test_only_the_sources_of_the_twenty_files_are_expanded() -> None:
    assert len(seed_files()) == 20
