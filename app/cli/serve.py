"""serve."""

import socket

import click
import uvicorn

from app.asgi import create_serving_app
from app.cli.running import run
from app.cli.serving import options, serve_app, start_log
from app.settings import Settings, from_environment


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option("--workers", default=1, show_default=True, type=click.IntRange(1, 64))
def serve(host: str, port: int, workers: int) -> None:
    """設定のデータベースで、ひだまりを開く."""
    settings = from_environment()
    if workers > 1 and settings.is_sqlite:
        raise click.UsageError(
            "SQLite では --workers は 1 だけです。増やすときは PostgreSQL をお使いください。"
        )
    run(nothing, settings)
    check_free(host, port)
    click.echo(f"{settings.base_url} で開いています。", err=True)
    if workers == 1:
        serve_app(create_serving_app(settings), host, port)
        return
    start_log()
    uvicorn.run("app.asgi:application", factory=True, workers=workers, **options(host, port))  # type: ignore[arg-type]


async def nothing(_: Settings) -> None:
    """Only whether the database is there and migrated."""


def check_free(host: str, port: int) -> None:
    """Raise ClickException where something else listens there."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as fault:
            raise click.ClickException(
                f"{host}:{port} は使われています。--port で別の番号をお選びください。"
            ) from fault
