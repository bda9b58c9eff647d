"""/healthz: whether this process can read its database."""

from litestar import Controller, get

from app.storage.engine import rows


class HealthController(Controller):
    path = "/healthz"

    @get()
    async def show(self) -> dict[str, str]:
        await rows("SELECT 1 AS one")
        return {"status": "ok"}
