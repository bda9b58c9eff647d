"""publish."""

import click

from app.actions.publish import publish as publish_month
from app.cli.running import now, run
from app.domain.errors import Unknown, Unusable
from app.domain.month import read_month
from app.settings import Settings
from app.storage.organisations import organisation_by_slug


@click.command()
@click.argument("organisation")
@click.argument("month", metavar="YYYY-MM")
def publish(organisation: str, month: str) -> None:
    """団体のひと月を公開する."""
    try:
        first = read_month(month)
    except Unusable as fault:
        raise click.UsageError(str(fault)) from fault

    async def work(_: Settings) -> str:
        found = await organisation_by_slug(organisation)
        if found is None:
            raise Unknown(f"団体 {organisation} は見つかりません。")
        [done] = await publish_month(found.id, first, now=now())
        held = f"（たずねたいことが残る回が{len(done.held)}件あります）" if done.held else ""
        return f"{done.words}{held}"

    click.echo(run(work))
