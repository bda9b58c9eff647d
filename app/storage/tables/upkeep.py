"""Rows that keep the house: which process tidies, and how new the public content is."""

from piccolo.columns import BigInt, Timestamptz, Varchar
from piccolo.table import Table


class LeaseRow(Table, tablename="lease"):
    """Who does a chore that only one process may do, until when."""

    name = Varchar(length=40, primary_key=True)
    holder = Varchar(length=40)
    until = Timestamptz()


class VersionRow(Table, tablename="version"):
    """How often public content changed, and when last: `programme` for feeds, `availability` for the words on pages."""

    kind = Varchar(length=20, primary_key=True)
    number = BigInt(default=0)
    changed_at = Timestamptz()
