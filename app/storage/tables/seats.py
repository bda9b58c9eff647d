"""Pools, and the reservations that hold or wait for their places."""

from piccolo.columns import UUID, Boolean, ForeignKey, Integer, Timestamptz, Varchar
from piccolo.table import Table

from app.storage.tables.programme import SeriesRow
from app.storage.tables.sessions import SessionRow


class PoolRow(Table, tablename="pool"):
    """席の枠 of a session for one (mode, seat). `turn` is the counter of its waiting order.

    reserved + walked_in may stand above capacity after it was lowered or staff counted one more in; no place is
    granted beyond it. arrived is のべ, left those who went home, above how many staff welcomed beyond the capacity.
    """

    id = UUID(primary_key=True)
    session_id = ForeignKey(references=SessionRow, null=False)
    mode = Varchar(length=10)
    seat = Varchar(length=10)
    limit_kind = Varchar(length=10, default="unstated")
    capacity = Integer(null=True, default=None)
    reserved = Integer(default=0)
    walked_in = Integer(default=0)
    waiting = Integer(default=0)
    arrived = Integer(default=0)
    left = Integer(default=0)
    turn = Integer(default=0)
    above = Integer(default=0)


class InvitationRow(Table, tablename="invitation"):
    """Four words that open a series by referral. The words are derived again, only their HMAC is kept."""

    id = UUID(primary_key=True)
    series_id = ForeignKey(references=SeriesRow, null=False)
    version = Integer(default=1)
    code_hash = Varchar(length=64)
    label = Varchar(length=80, default="")
    made_at = Timestamptz()
    ended_at = Timestamptz(null=True, default=None)


class ReservationRow(Table, tablename="reservation"):
    """予約: a nickname and the hashes of its secrets; nothing says when it was made or joins it to another.

    nickname is None once given up. way: web, api, telephone, door. arrived: checked in; gone: 帰った.
    """

    id = UUID(primary_key=True)
    session_id = ForeignKey(references=SessionRow, null=False)
    nickname = Varchar(length=80, null=True, default=None)
    role = Varchar(length=12, null=True, default=None)
    way = Varchar(length=10, default="web")
    given_up = Boolean(default=False)
    arrived = Boolean(default=False)
    gone = Boolean(default=False)
    version = Integer(default=1)
    link_hash = Varchar(length=64)
    feed_hash = Varchar(length=64)
    code_hash = Varchar(length=64)
    nonce_hash = Varchar(length=64)
    body_hash = Varchar(length=64)


class PlaceRow(Table, tablename="place"):
    """席: a reservation's part in a pool, held or waiting; at most one of each."""

    id = UUID(primary_key=True)
    reservation_id = ForeignKey(references=ReservationRow, null=False)
    pool_id = ForeignKey(references=PoolRow, null=False)
    state = Varchar(length=8)
    turn = Integer(null=True, default=None)


class NonceRow(Table, tablename="nonce"):
    """The hash of a form's nonce that was used for an act at the door, so that a repeat changes nothing."""

    hash = Varchar(length=64, primary_key=True)
    session_id = ForeignKey(references=SessionRow, null=False)


class TallyRow(Table, tablename="tally"):
    """What is kept when nicknames are forgotten: heads of a session by mode, seat, role and way."""

    id = UUID(primary_key=True)
    session_id = ForeignKey(references=SessionRow, null=False)
    mode = Varchar(length=10)
    seat = Varchar(length=10)
    role = Varchar(length=12, default="unsaid")
    way = Varchar(length=10)
    reserved = Integer(default=0)
    arrived = Integer(default=0)
