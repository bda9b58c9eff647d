"""demo: a house full of invented life, ready to be looked at."""

import hashlib
from pathlib import Path
from urllib.parse import quote

import click
import msgspec

from app.actions.demo import prepare_demo
from app.asgi import create_serving_app
from app.cli.running import now, run
from app.cli.serve import check_free
from app.cli.serving import serve_app
from app.settings import ROOT, Settings, from_environment
from app.storage.migrating import migrate

SEEDS = ROOT / "seeds"
HOST = "127.0.0.1"
STAMP = "filled.json"


class Guests(msgspec.Struct, frozen=True):
    """What is printed at the start, kept beside the day and the seed files it is of."""

    of: str
    mails: tuple[str, ...]
    password: str
    invitations: dict[str, tuple[str, ...]]


@click.command()
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option(
    "--dir", "folder", default=ROOT / "var" / "demo", type=click.Path(file_okay=False, path_type=Path)
)
def demo(port: int, folder: Path) -> None:
    """見本の予定を入れて、手元で開く."""
    folder = folder.resolve()
    settings = demo_settings(folder, port)
    check_free(HOST, port)

    async def work(_: Settings) -> Guests:
        return await fill(folder, settings)

    guests = run(work, settings, migrated=False)
    click.echo(guide(settings.base_url, guests))
    serve_app(create_serving_app(settings), HOST, port)


def demo_settings(folder: Path, port: int) -> Settings:
    """A house of its own in `folder`, whatever the environment says, without rate limits."""
    own = {"HIDAMARI_BASE_URL": f"http://{HOST}:{port}", "HIDAMARI_RATE_LIMIT": "off"}
    return msgspec.structs.replace(from_environment(folder, own), demo=True)


async def fill(folder: Path, settings: Settings) -> Guests:
    """Migrate and fill the house as of today; quick when that was done today already."""
    moment = now()
    today = moment.astimezone(settings.timezone).date()
    await migrate()
    stamp, wanted = folder / STAMP, f"{today} {fingerprint()}"
    if stamp.exists() and (kept := msgspec.json.decode(stamp.read_bytes(), type=Guests)).of == wanted:
        return kept
    report = await prepare_demo(
        SEEDS, now=moment, today=today, zone=settings.timezone, secret=settings.secret
    )
    guests = Guests(wanted, report.mails, report.password, report.invitations)
    # The words of invitations are in it.
    stamp.touch(mode=0o600)
    stamp.write_bytes(msgspec.json.encode(guests))
    return guests


def fingerprint() -> str:
    """Changes with any seed file."""
    digest = hashlib.sha256()
    for path in sorted(SEEDS.rglob("*.yaml")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def guide(base_url: str, guests: Guests) -> str:
    """Where to look, and how to sign in."""
    sign_ins = "\n".join(f"  {mail}" for mail in guests.mails)
    invitations = "\n".join(
        f"  {base_url}/i/{quote('-'.join(words))}  {title}（{' '.join(words)}）"
        for title, words in guests.invitations.items()
    )
    return f"""ひだまりの見本を開きました。止めるときは Ctrl+C です。

  予定を見る      {base_url}/
  会場の一覧      {base_url}/venues
  購読する        {base_url}/subscribe
  運営のページ    {base_url}/staff/sign-in

運営のページのログイン（パスワードはどれも {guests.password}）
{sign_ins}

紹介の言葉で開くページ
{invitations}
"""
