"""The desk of an organiser who is signed in, on each engine."""

import pytest

from tests.rig.client import Client
from tests.rig.clock import Clock
from tests.web.organiser.desk import Desk, desk_of


@pytest.fixture
async def desk(client: Client, clock: Clock) -> Desk:
    return await desk_of(client, clock)
