"""Which sessions are asked for, as SQL that several statements share."""

from datetime import date
from typing import Any, TypedDict
from uuid import UUID

from msgspec import Struct

from app.domain.programme import SessionState

EVERY_STATE: tuple[SessionState, ...] = ("published", "planned", "cancelled")
OWNER = """(
    SELECT ownership.organisation_id FROM ownership
    WHERE ownership.series_id = session.series_id AND ownership.first <= session.date
    ORDER BY ownership.first DESC LIMIT 1
)"""
OWNED_OR_HOSTED = f"""({OWNER} = {{}} OR EXISTS (
    SELECT 1 FROM host WHERE host.series_id = session.series_id AND host.organisation_id = {{}}
))"""  # noqa: S608 -- only constants
WITH_POOL = "EXISTS (SELECT 1 FROM pool WHERE pool.session_id = session.id AND pool.{column} = {{}})"
FOR_AUDIENCE = "(series.audience = '' OR ',' || series.audience || ',' LIKE {})"
IN_AREA = f"""COALESCE(
    (SELECT venue.area FROM venue WHERE venue.id = session.venue_id),
    (SELECT organisation.area FROM organisation WHERE organisation.id = {OWNER})
) = {{}}"""  # noqa: S608 -- only constants
# The same rule as app.domain.visibility.session_is_public, so that a limit counts only what is shown.
PUBLIC = (
    "series.listed AND NOT series.internal "
    "AND (session.state = 'published' OR session.published_at IS NOT NULL OR series.planned_shown)"
)
IN_ORDER = (
    "ORDER BY session.date, CASE WHEN session.starts IS NULL THEN 0 ELSE 1 END, session.starts, session.id"
)


class Fragment(Struct, frozen=True):
    """A piece of SQL with the arguments of its `{}`."""

    sql: str
    arguments: tuple[Any, ...] = ()


class Narrowing(TypedDict, total=False):
    """What a list of sessions may be narrowed to; see Filter."""

    venue_id: UUID | None
    series_id: UUID | None
    organisation_id: UUID | None
    audience: str | None
    mode: str | None
    seat: str | None
    registration: tuple[str, ...]
    area: str | None
    states: tuple[SessionState, ...]
    listed_only: bool
    limit: int | None


class Filter(Struct, frozen=True, kw_only=True):
    """Sessions from first to last, both included; None leaves a question out."""

    first: date
    last: date
    venue_id: UUID | None = None
    series_id: UUID | None = None
    organisation_id: UUID | None = None
    audience: str | None = None
    mode: str | None = None
    seat: str | None = None
    registration: tuple[str, ...] = ()
    area: str | None = None
    states: tuple[SessionState, ...] = EVERY_STATE
    listed_only: bool = True
    limit: int | None = None


def conditions(wanted: Filter) -> list[Fragment]:
    """Every condition of a filter."""
    span = Fragment("session.date BETWEEN {} AND {}", (wanted.first, wanted.last))
    states = Fragment(f"session.state IN ({', '.join('{}' for _ in wanted.states)})", wanted.states)
    public = [Fragment(PUBLIC)] if wanted.listed_only else []
    return [span, states, *public, *of_place(wanted), *of_kind(wanted)]


def of_place(wanted: Filter) -> list[Fragment]:
    """Conditions of whose and where."""
    found = []
    if wanted.venue_id:
        found.append(Fragment("session.venue_id = {}", (wanted.venue_id,)))
    if wanted.series_id:
        found.append(Fragment("session.series_id = {}", (wanted.series_id,)))
    if wanted.organisation_id:
        found.append(Fragment(OWNED_OR_HOSTED, (wanted.organisation_id, wanted.organisation_id)))
    if wanted.area:
        found.append(Fragment(IN_AREA, (wanted.area,)))
    return found


def of_kind(wanted: Filter) -> list[Fragment]:
    """Conditions of for whom and how. A series without an audience is for every audience."""
    found = []
    if wanted.audience:
        found.append(Fragment(FOR_AUDIENCE, (f"%,{wanted.audience},%",)))
    if wanted.mode:
        found.append(Fragment(WITH_POOL.format(column="mode"), (wanted.mode,)))
    if wanted.seat:
        found.append(Fragment(WITH_POOL.format(column="seat"), (wanted.seat,)))
    if wanted.registration:
        places = ", ".join("{}" for _ in wanted.registration)
        found.append(Fragment(f"series.registration IN ({places})", wanted.registration))
    return found


def selection(columns: str, wanted: Filter) -> Fragment:
    """A SELECT of columns of the sessions of a filter, in order of date, start (unknown first) and id."""
    asked = conditions(wanted)
    where = " AND ".join(condition.sql for condition in asked)
    limit = f" LIMIT {wanted.limit:d}" if wanted.limit else ""
    sql = f"SELECT {columns} FROM session JOIN series ON series.id = session.series_id WHERE {where} {IN_ORDER}{limit}"  # noqa: S608 -- only constants
    return Fragment(sql, tuple(argument for condition in asked for argument in condition.arguments))
