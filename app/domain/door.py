"""The door of one session: from when to when its link opens, and the note that facilitators leave one another."""

from datetime import datetime, timedelta, tzinfo

from app.domain.errors import Ended, Refused
from app.domain.programme import Session
from app.domain.registration import MIDNIGHT, end_of_day, ends_at, instant
from app.domain.text import read_lines

LONGEST_NOTE = 400
LINK_ENDED = "この受付のリンクは、終わったか、見つかりません。主催の方にお尋ねください。"


class NotYetOpen(Refused):
    """The link is right, and its day has not come. `opens_at` is aware UTC."""

    code = "not_yet"
    sentence = "この受付は、前の日の0時からひらけます。"

    def __init__(self, opens_at: datetime) -> None:
        """With the instant from which the link opens."""
        super().__init__()
        self.opens_at = opens_at


def link_opens_at(session: Session, zone: tzinfo) -> datetime:
    """The local midnight with which the day before the session begins."""
    return instant(session.date - timedelta(days=1), MIDNIGHT, zone)


def link_ends_at(session: Session, zone: tzinfo) -> datetime:
    """The first local midnight at or after the end, which may be that of the next day."""
    last = ends_at(session, zone) - timedelta(microseconds=1)
    return end_of_day(last.astimezone(zone).date(), zone)


def require_link_open(session: Session, now: datetime, zone: tzinfo) -> None:
    """Raise NotYetOpen before the link opens, Ended once its day is over."""
    opens = link_opens_at(session, zone)
    if now < opens:
        raise NotYetOpen(opens)
    if now >= link_ends_at(session, zone):
        raise Ended(LINK_ENDED)


def read_note(typed: str) -> str:
    """A note as it is kept, empty for none. Raises Unusable, naming the field, for more than 400 letters."""
    return read_lines(typed, "note", LONGEST_NOTE)
