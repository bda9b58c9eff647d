"""The rules of the bench, expanded by another project's library: `make bench-peers`.

recurring-ical-events needs an older python-dateutil than ours, so it gets an environment of its own.
"""

import json
import subprocess
import tempfile
import venv
from datetime import date, timedelta
from pathlib import Path

from app.domain.recurrence.expansion import expand
from app.domain.recurrence.reading import read
from tests.bench.expanding import PHRASES
from tests.bench.figures import Figure, rate_of, tell

PEER = "recurring-ical-events==3.8.2"
FIRST = date(2026, 1, 1)
LAST = FIRST + timedelta(days=400)
TIMES = 50
THEIRS = """
import json, sys, time
import icalendar, recurring_ical_events
first, last, rules = json.load(sys.stdin)
rates = []
for rule in rules:
    text = ("BEGIN:VCALENDAR\\r\\nVERSION:2.0\\r\\nPRODID:-//bench//EN\\r\\nBEGIN:VEVENT\\r\\nUID:1\\r\\n"
            "DTSTAMP:20200101T000000Z\\r\\nDTSTART:20200101T130000\\r\\nDTEND:20200101T150000\\r\\nRRULE:" + rule
            + "\\r\\nEND:VEVENT\\r\\nEND:VCALENDAR\\r\\n")
    query = recurring_ical_events.of(icalendar.Calendar.from_ical(text))
    started = time.perf_counter()
    for _ in range(20):
        query.between(tuple(first), tuple(last))
    rates.append(20 / (time.perf_counter() - started))
json.dump(rates, sys.stdout)
"""


def peer_rates(folder: Path) -> list[float]:
    """Windows a second of the other library. Raises SystemExit, saying so, where it cannot be installed."""
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    installed = subprocess.run(
        [python, "-m", "pip", "install", "-q", "--disable-pip-version-check", PEER],
        capture_output=True,
        check=False,
    )
    if installed.returncode:
        raise SystemExit(f"{PEER} could not be installed: there is nothing to compare with")
    asked = json.dumps(
        [tuple(FIRST.timetuple()[:3]), tuple(LAST.timetuple()[:3]), [rule for _, rule in PHRASES]]
    )
    done = subprocess.run([python, "-c", THEIRS], input=asked, capture_output=True, text=True, check=True)
    rates: list[float] = json.loads(done.stdout)
    return rates


def main() -> None:
    """Print ours beside theirs."""
    with tempfile.TemporaryDirectory() as folder:
        rates = peer_rates(Path(folder))
    for (words, _), theirs in zip(PHRASES, rates, strict=True):
        timetable = read(words).timetable
        assert timetable is not None

        def ours(timetable=timetable) -> int:  # type: ignore[no-untyped-def] # noqa: ANN001
            for _ in range(TIMES):
                expand(timetable, FIRST, LAST)
            return TIMES

        tell(rate_of(f"expand {words}", "windows/s", ours), Figure(PEER, theirs, "windows/s"))


if __name__ == "__main__":
    main()
