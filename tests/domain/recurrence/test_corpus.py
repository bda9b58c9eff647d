"""Real phrases with the dates they mean (corpus/), and wordings varied by hand with the reading they should have.

phrases.tsv is the given sample; gathered.tsv was written by people who did not know the program, with the dates they
worked out by the calendar (⏎ is a line's end); varied.tsv says for each wording how it is read back.
"""

import csv
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.domain.recurrence.reading import read
from app.domain.recurrence.report import answer
from app.domain.recurrence.wording import wording

FOLDER = Path(__file__).parent / "corpus"
FIRST, LAST = date(2026, 4, 1), date(2027, 3, 31)
AT_LEAST_EXACT = 92


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def stated_hours() -> dict[str, dict[str, set[tuple[str, ...]]]]:
    found: dict[str, dict[str, set[tuple[str, ...]]]] = defaultdict(lambda: defaultdict(set))
    for row in rows("occurrences.tsv"):
        found[row["id"]][row["date"]].add((row["start"], row["end"]))
    return found


HOURS = stated_hours()


def verdict(row: dict[str, str], answered: dict[str, Any]) -> str:
    """exact, times, refused, flagged, or silent: a wrong answer that says nothing."""
    got, want = {s["date"] for s in answered["sessions"]}, set(row["expected"].split())
    says = {remark["code"] for remark in answered["remarks"]} & {"partial", "conflict"}
    if row["expected"] == "VAGUE":
        return "silent" if got else ("exact" if answered["missing"] else "flagged")
    if got != want:
        flagged = "flagged" if answered["missing"] or says else "silent"
        return "refused" if not got and answered["missing"] else flagged
    if any(f"{code}=" in row["note"] and code not in says for code in ("partial", "conflict")):
        return "silent"
    return "exact" if all(fits(s, HOURS[row["id"]][s["date"]]) for s in answered["sessions"]) else "times"


def fits(session: dict[str, Any], stated: set[tuple[str, ...]]) -> bool:
    return not stated or any(
        start in ("", session["start"]) and end in ("", session["end"]) for start, end in stated
    )


def answered(row: dict[str, str]) -> dict[str, Any]:
    anchor = date.fromisoformat(row["anchor"]) if row["anchor"] else None
    return answer(row["phrase"].replace("⏎", "\n"), FIRST, LAST, anchor)


def test_the_real_phrases_are_read_exactly_and_none_is_silently_wrong() -> None:
    verdicts = {row["phrase"]: verdict(row, answered(row)) for row in rows("phrases.tsv")}
    assert [phrase for phrase, said in verdicts.items() if said == "silent"] == []
    assert Counter(verdicts.values())["exact"] >= AT_LEAST_EXACT


@pytest.mark.parametrize("row", rows("gathered.tsv"), ids=lambda row: row["id"])
def test_a_gathered_phrase_means_its_dates(row: dict[str, str]) -> None:
    said = answered(row)
    assert (row["phrase"], verdict(row, said)) == (row["phrase"], "exact")
    stated = {tuple(hours.split("-")) for hours in row["hours"].split("|") if hours}
    assert [session for session in said["sessions"] if not fits(session, stated)] == []


def test_the_scoring_finds_a_wrong_date_a_guess_and_a_wrong_hour() -> None:
    by_id = {row["id"]: row for row in rows("phrases.tsv")}
    right = answered(by_id["P002"])
    lost = {**right, "sessions": right["sessions"][1:]}
    late = {**right, "sessions": [{**s, "start": "11:00"} for s in right["sessions"]]}
    guessed = {**answered(by_id["P259"]), "sessions": right["sessions"]}
    found = [verdict(by_id["P002"], lost), verdict(by_id["P002"], late), verdict(by_id["P259"], guessed)]
    assert found == ["silent", "times", "silent"]


@pytest.mark.parametrize("row", rows("varied.tsv"), ids=lambda row: row["phrase"])
def test_a_wording_is_read_as(row: dict[str, str]) -> None:
    reading = read(row["phrase"], date.fromisoformat(row["anchor"]) if row["anchor"] else None)
    words = wording(reading.timetable) if reading.timetable else "missing " + ",".join(reading.missing)
    says = {remark.code for remark in reading.remarks}
    assert (words, ",".join(sorted(says))) == (row["reading"], row["says"])


@pytest.mark.parametrize("row", [r for r in rows("varied.tsv") if not r["reading"].startswith("missing")])
def test_a_reading_reads_back(row: dict[str, str]) -> None:
    timetable = read(row["phrase"], date.fromisoformat(row["anchor"]) if row["anchor"] else None).timetable
    assert timetable is not None
    assert read(wording(timetable)).timetable == timetable
