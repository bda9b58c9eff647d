"""What tests under fire share."""

import pytest


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest) -> str:
    """A fresh database, once on each engine, not opened."""
    return str(request.getfixturevalue(f"{request.param}_address"))
