"""user add."""

import sys

import click

from app.actions.add_user import add_user
from app.cli.running import now, run
from app.domain.errors import Unusable
from app.domain.staff import ROLES, Role
from app.settings import Settings


@click.group()
def user() -> None:
    """運営に関わる人."""


@user.command()
@click.argument("mail")
@click.option("--role", type=click.Choice(ROLES), required=True, help="役割")
@click.option("--organisation", default="", metavar="SLUG", help="団体")
@click.option("--venue", default="", metavar="SLUG", help="会場")
@click.option("--series", multiple=True, metavar="SLUG", help="進行役が受付を見る定例（いくつでも）")
def add(mail: str, role: Role, organisation: str, venue: str, series: tuple[str, ...]) -> None:
    """人を加える。パスワードは画面でたずねるか、標準入力から読む."""
    password = asked_password()

    async def work(_: Settings) -> None:
        places = {"organisation": organisation, "venue": venue}
        await add_user(mail, password, role, now(), **places, series=series)

    try:
        run(work)
    except Unusable as fault:
        raise click.UsageError(str(fault)) from fault
    click.echo(f"{mail} を加えました。")


def asked_password() -> str:
    """From the terminal, twice and unseen; else the first line of stdin."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    password: str = click.prompt("パスワード", hide_input=True, confirmation_prompt="もう一度")
    return password
