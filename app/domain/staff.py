"""Staff and what they may do. Roles: admin of the installation; organiser, facilitator, viewer of an organisation;
venue_manager of a venue.

An admin looks after the installation and sees no nicknames: no role stands in for another.
"""

from collections.abc import Iterable
from typing import Literal
from uuid import UUID

from msgspec import Struct

from app.domain.errors import NotAllowed

Role = Literal["admin", "organiser", "facilitator", "venue_manager", "viewer"]
ROLES: tuple[Role, ...] = ("admin", "organiser", "facilitator", "venue_manager", "viewer")
ORGANISATION_ROLES: tuple[Role, ...] = ("organiser", "facilitator", "viewer")


class Membership(Struct, frozen=True):
    """One role, and of what: organisation and venue by id and slug, both None for an admin."""

    role: Role
    organisation_id: UUID | None = None
    organisation: str | None = None
    venue_id: UUID | None = None
    venue: str | None = None


class Staff(Struct, frozen=True):
    """A staff member who is signed in. `series` are those whose sessions they facilitate."""

    id: UUID
    mail: str
    memberships: tuple[Membership, ...] = ()
    series: frozenset[UUID] = frozenset()

    def has(self, *roles: Role) -> bool:
        """Whether they hold one of the roles anywhere."""
        return any(membership.role in roles for membership in self.memberships)

    def organisations(self, *roles: Role) -> frozenset[UUID]:
        """The organisations in which they hold one of the roles."""
        return ids(membership.organisation_id for membership in self.memberships if membership.role in roles)

    def venues(self) -> frozenset[UUID]:
        """The venues they manage."""
        return ids(
            membership.venue_id for membership in self.memberships if membership.role == "venue_manager"
        )

    def organisation_slugs(self, *roles: Role) -> frozenset[str]:
        """The same organisations by slug."""
        found = (membership.organisation for membership in self.memberships if membership.role in roles)
        return frozenset(slug for slug in found if slug)

    def venue_slugs(self) -> frozenset[str]:
        """The venues they manage, by slug."""
        found = (membership.venue for membership in self.memberships if membership.role == "venue_manager")
        return frozenset(slug for slug in found if slug)

    def sees_nicknames_of(self, series_id: UUID, organisation_id: UUID | None) -> bool:
        """Whether they may see who comes: organisers of the organisation that runs the session, facilitators of its series.

        `organisation_id` is the owner of the series on the session's date.
        """
        organised = organisation_id in self.organisations("organiser")
        facilitated = organisation_id in self.organisations("facilitator") and series_id in self.series
        return organised or facilitated

    def must(self, allowed: bool) -> None:
        """Raise NotAllowed unless allowed."""
        if not allowed:
            raise NotAllowed


def ids(found: Iterable[UUID | None]) -> frozenset[UUID]:
    """Those that are there."""
    return frozenset(id_ for id_ in found if id_ is not None)
