"""The desk of the ward: its organisation, a house with a room, and who is signed in."""

from uuid import UUID

from msgspec import Struct

from tests.actions.programme import House, add_room
from tests.rig.client import Client, client_of, settings_for, staff_member
from tests.rig.clock import Clock
from tests.rig.town import add_organisation, add_venue

ORGANISER = "shusai@example.org"
BASE = "/staff/organisations/ward"


class Desk(Struct, frozen=True):
    """The client of an organiser who is signed in, and what the ward has."""

    client: Client
    house: House

    @property
    def organisation(self) -> UUID:
        return self.house.organisation


async def desk_of(client: Client, clock: Clock) -> Desk:
    """The ward with a house in Komae, and its organiser signed in."""
    organisation = await add_organisation("ward", name="なぎの会", area="狛江市", phone="03-0000-1111")
    venue = await add_venue("ward-house", name="なぎの家", area="狛江市")
    house = House(organisation, venue, await add_room(venue, "1階リビング"), clock())
    await client.sign_in(await staff_member(ORGANISER, "organiser", clock, organisation="ward"))
    return Desk(client, house)


async def signed_in(client: Client, mail: str) -> Client:
    """Somebody else in a browser of their own."""
    other = client_of(client.app, settings_for(""))
    await other.sign_in(mail)
    return other
