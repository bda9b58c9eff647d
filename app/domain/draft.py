"""案: a span of months as one person means to publish it, looked at by a second one where the organisation wants so."""

from datetime import date, datetime
from uuid import UUID

from msgspec import Struct

from app.domain.errors import Refused


class OthersChanged(Refused):
    """Something else would go out than was looked at."""

    code = "changed"
    sentence = "見ているあいだに、変わったところがありました。いまの内容をもう一度確かめてください。"


class NotLookedAt(Refused):
    """The organisation wants a second person to look first, and nobody has looked at this."""

    code = "not_looked_at"
    sentence = "この団体では、もう一人が確かめてから公開します。案を見てもらってください。"


class OwnDraft(Refused):
    """Who made a draft cannot be the one who looks at it."""

    code = "own_draft"
    sentence = "ご自分のつくった案です。もう一人の主催の方に確かめてもらってください。"


class NobodyElse(Refused):
    """There is no second organiser who could look."""

    code = "nobody_else"
    sentence = "確かめる方がいません。主催の方がもう一人ログインできるようになってから、選んでください。"


class Draft(Struct, frozen=True, kw_only=True):
    """What staff_id means to publish for months from `first` on; digest is of what they saw. looked_*: by whom and when."""

    organisation_id: UUID
    first: date
    months: int
    digest: str
    staff_id: UUID
    made_at: datetime
    looked_staff_id: UUID | None = None
    looked_at: datetime | None = None


def is_current(draft: Draft | None, months: int, digest: str) -> bool:
    """Whether a draft is of just this: as many months, and nothing has changed since."""
    return draft is not None and (draft.months, draft.digest) == (months, digest)


def is_looked_at(draft: Draft | None, months: int, digest: str) -> bool:
    """Whether a second person has looked at just this."""
    return is_current(draft, months, digest) and draft is not None and draft.looked_staff_id is not None
