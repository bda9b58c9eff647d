"""The application as a server runs it."""

import gc
from pathlib import Path

from litestar import Litestar

from app.asgi import create_app, create_serving_app
from tests.rig.client import settings_for


def is_looked_through(app: Litestar) -> bool:
    """Whether the search for garbage still comes by."""
    return any(each is app for each in gc.get_objects())


def test_the_search_for_garbage_passes_by_what_a_server_is_made_of(tmp_path: Path) -> None:
    settings = settings_for(f"sqlite:///{tmp_path}/a.sqlite")
    try:
        assert is_looked_through(create_app(settings))
        assert not is_looked_through(create_serving_app(settings))
    finally:
        gc.unfreeze()
