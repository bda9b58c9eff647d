"""A feed taken apart by hand, as the most pedantic client would."""

import re

# What must not stand in any line.
UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
# Every property that a feed of ours has.
KNOWN = frozenset(
    """BEGIN END VERSION PRODID CALSCALE METHOD UID NAME X-WR-RELCALID X-WR-CALNAME X-WR-TIMEZONE REFRESH-INTERVAL X-PUBLISHED-TTL
    TZID DTSTART DTEND TZOFFSETFROM TZOFFSETTO TZNAME SUMMARY DESCRIPTION LOCATION CATEGORIES URL STATUS TRANSP CLASS
    DTSTAMP LAST-MODIFIED SEQUENCE""".split()  # noqa: SIM905 -- a list of words is easier to read
)


def physical(feed: bytes) -> list[bytes]:
    """The lines as they are sent."""
    return feed.split(b"\r\n")[:-1]


def unfolded(feed: bytes) -> list[str]:
    """The lines as they are meant."""
    return feed.replace(b"\r\n ", b"").decode().split("\r\n")[:-1]


def head(feed: bytes) -> list[str]:
    """The properties of the calendar itself."""
    lines = unfolded(feed)
    return lines[1 : lines.index("BEGIN:VTIMEZONE")]


def zone(feed: bytes) -> list[str]:
    """The lines of its time zone."""
    lines = unfolded(feed)
    return lines[lines.index("BEGIN:VTIMEZONE") : lines.index("END:VTIMEZONE") + 1]


def events(feed: bytes) -> list[list[str]]:
    """The lines of each event, without BEGIN and END."""
    found: list[list[str]] = []
    for line in unfolded(feed):
        if line == "BEGIN:VEVENT":
            found.append([])
        elif line == "END:VEVENT":
            found[-1].append("")
        elif found and "" not in found[-1]:
            found[-1].append(line)
    return [lines[:-1] for lines in found]


def values(event: list[str], name: str) -> list[str]:
    """The values of a property, each with its parameters before it."""
    return [line.removeprefix(name).removeprefix(":") for line in event if re.match(f"{name}[:;]", line)]


def value(event: list[str], name: str) -> str:
    """The one value of a property."""
    [found] = values(event, name)
    return found


def event_of(feed: bytes, uid: object) -> list[str]:
    """The event of a session."""
    [found] = [event for event in events(feed) if value(event, "UID") == f"{uid}@hidamari"]
    return found


def names(lines: list[str]) -> set[str]:
    """The names of the properties."""
    return {re.split("[:;]", line, maxsplit=1)[0] for line in lines}


def unescaped(text: str) -> str:
    """A text as it was before its signs were escaped (RFC 5545, 3.3.11)."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], text)
