"""What is sent to the database while a test runs."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from app.storage.engine import ChosenEngine

Run = Callable[..., Awaitable[Any]]
# Plain statements, and Piccolo's queries.
WAYS = ("run", "run_querystring")


def sent_statements(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every statement from here on, as it stands in the code or as Piccolo wrote it."""
    sent: list[str] = []

    def noting(run: Run) -> Run:
        async def note(self: ChosenEngine, statement: object, *arguments: Any, **options: Any) -> Any:
            sent.append(str(statement))
            return await run(self, statement, *arguments, **options)

        return note

    for way in WAYS:
        monkeypatch.setattr(ChosenEngine, way, noting(getattr(ChosenEngine, way)))
    return sent
