"""The log of acts: who did what at the desk, and when. No nickname stands in it, no secret and nothing typed freely.

What is named is what the organisation itself has named: a title, a date, a month, a count. People who work here are
named by their account alone, so that an address goes with the account.
"""

from datetime import datetime, timedelta
from typing import Literal, get_args
from uuid import UUID

from msgspec import Struct

from app.domain.month import Day

KEPT = timedelta(days=3 * 365 + 1)
LONGEST_TITLE = 200

What = Literal[
    "month_published",
    "draft_made",
    "draft_looked",
    "series_made",
    "series_changed",
    "line_added",
    "line_changed",
    "rule_changed",
    "date_added",
    "date_removed",
    "date_answered",
    "session_cancelled",
    "session_restored",
    "session_moved",
    "capacity_changed",
    "reception_closed",
    "reception_opened",
    "door_link_made",
    "door_link_ended",
    "words_made",
    "words_renewed",
    "words_ended",
    "days_closed",
    "days_opened",
    "periods_set",
    "publishing_set",
    "embedding_set",
    "hand_over_offered",
    "hand_over_accepted",
    "hand_over_declined",
    "handed_over",
    "hosts_changed",
    "room_asked",
    "room_granted",
    "room_refused",
    "room_given_back",
    "room_used",
    "venue_changed",
    "report_exported",
    "report_shared",
    "sharing_ended",
    "heads_corrected",
    "month_closed",
    "person_invited",
    "invitation_withdrawn",
    "person_joined",
    "person_added",
    "roles_changed",
    "person_ended",
    "password_link_made",
    "password_reset",
    "organisation_added",
    "venue_added",
]
WHATS: tuple[What, ...] = get_args(What)


class Act(Struct, frozen=True, kw_only=True):
    """One act, for the organisation or the venue whose matter it is.

    about_id: the thing, for whoever keeps the books; of a person who works here, the account. title: what it is called,
    as the organisation has written it. date: a day, or the first of a month. number: how many, or an edition.
    """

    what: What
    organisation_id: UUID | None = None
    venue_id: UUID | None = None
    about_id: UUID | None = None
    title: str = ""
    date: Day | None = None
    number: int | None = None


class Done(Struct, frozen=True, kw_only=True):
    """An act as it is read. mail: who did it, None for the command line; about_mail: the person it was about."""

    id: UUID
    made_at: datetime
    what: What
    mail: str | None = None
    about_mail: str | None = None
    title: str = ""
    date: Day | None = None
    number: int | None = None
