"""お招きとパスワードのリンク: a link that one person uses once within seven days, given from hand to hand."""

from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID

from msgspec import Struct

from app.domain.errors import Ended, Refused, Unusable
from app.domain.staff import Role

LASTS = timedelta(days=7)
Kind = Literal["join", "password"]
LINK_ENDED = "このリンクは、もう使えません。"


class StaffLink(Struct, frozen=True, kw_only=True):
    """kind join: whoever opens it gets the role, of an organisation with its series or of a venue. kind password: the
    account of staff_id gets a new password; one_step: and signs in without a second step again.

    organisation_id of a password link: the organisation whose organiser made it, None for an admin or the command line.
    """

    id: UUID
    kind: Kind
    role: Role | None = None
    organisation_id: UUID | None = None
    venue_id: UUID | None = None
    staff_id: UUID | None = None
    series: tuple[UUID, ...] = ()
    one_step: bool = False
    made_by: UUID | None = None
    made_at: datetime
    ends_at: datetime
    used_at: datetime | None = None

    def is_open(self, now: datetime) -> bool:
        """Whether it can be used."""
        return self.used_at is None and now < self.ends_at


class LinkUsed(Ended):
    """The link was used, withdrawn, has grown old or never was: the page says the same of all."""

    code = "link_ended"
    sentence = LINK_ENDED


class LastOrganiser(Refused):
    """Nobody would be left who can let anybody in."""

    code = "last_organiser"
    sentence = "主催の方がひとりもいなくなります。先に、ほかの方を主催としてお招きください。"


class NotTheirs(Refused):
    """The account also belongs elsewhere: a new password would open what is not this organisation's."""

    code = "works_elsewhere"
    sentence = "この方は、ほかの団体や会場の担当もしています。パスワードのリンクは、サーバーの管理の方にたのんでください。"


class MailTaken(Unusable):
    """There is an account with this address."""

    code = "mail_taken"
    sentence = "このアドレスの方は、もう登録されています。下の「ログインして受け取る」から進んでください。"
