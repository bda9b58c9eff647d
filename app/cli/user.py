"""user add, user reset."""

import sys
from uuid import uuid4

import click

from app.actions.add_user import add_user
from app.actions.reset_password import password_link_by_admin
from app.actions.sign_in import normal_mail
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


@user.command()
@click.argument("mail")
@click.option("--one-step", is_flag=True, help="確認コードも外す（電話も予備のコードもなくしたとき）")
def reset(mail: str, one_step: bool) -> None:
    """パスワードを忘れた人に渡す、一度だけ使えるリンクをつくる."""

    async def work(settings: Settings) -> str:
        token = await password_link_by_admin(
            uuid4(), normal_mail(mail), one_step=one_step, made_by=None, now=now(), secret=settings.secret
        )
        return f"{settings.base_url}/staff/password/{token}"

    address = run(work)
    click.echo(f"{address}\n{mail} に渡してください。7日のあいだ、一度だけ使えます。")


def asked_password() -> str:
    """From the terminal, twice and unseen; else the first line of stdin."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    password: str = click.prompt("パスワード", hide_input=True, confirmation_prompt="もう一度")
    return password
