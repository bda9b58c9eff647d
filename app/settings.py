"""Settings, read from the environment once, at start."""

import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from msgspec import Struct

ROOT = Path(__file__).resolve().parents[1]
SECRET_BYTES = 32
SHORTEST_SECRET = 32
DATABASES = ("sqlite:///", "postgresql://", "postgres://", "cockroachdb://")


class BadSetting(Exception):
    """A setting cannot be used; the message names it and says what is allowed."""


class Settings(Struct, frozen=True, kw_only=True):
    """What an installation may set. Only `from_environment` reads the environment."""

    database: str
    base_url: str
    secret: bytes
    timezone: ZoneInfo
    mail_url: str = ""
    trusted_proxies: int = 0
    rate_limit: bool = True
    demo: bool = False

    @property
    def https(self) -> bool:
        """Whether people come by https: then cookies are Secure and `__Host-`."""
        return self.base_url.startswith("https://")

    @property
    def is_sqlite(self) -> bool:
        """Whether one file holds everything, so that one process serves."""
        return self.database.startswith("sqlite:")


def from_environment(folder: Path = ROOT / "var", environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings; database and secret lie in `folder` unless named. Raises BadSetting."""
    return Settings(
        database=database_address(environment.get("HIDAMARI_DATABASE", ""), folder),
        base_url=base_url(environment.get("HIDAMARI_BASE_URL", "")),
        secret=installation_secret(environment.get("HIDAMARI_SECRET", ""), folder / "secret"),
        timezone=timezone(environment.get("HIDAMARI_TIMEZONE", "")),
        mail_url=environment.get("HIDAMARI_MAIL_URL", ""),
        trusted_proxies=count_of_proxies(environment.get("HIDAMARI_TRUSTED_PROXIES", "")),
        rate_limit=switch("HIDAMARI_RATE_LIMIT", environment.get("HIDAMARI_RATE_LIMIT", "on")),
    )


def database_address(value: str, folder: Path) -> str:
    """The address of the database; a relative SQLite path counts from the project's root."""
    address = value or f"sqlite:///{folder / 'hidamari.sqlite'}"
    if not address.startswith(DATABASES):
        raise BadSetting(f"HIDAMARI_DATABASE は {' '.join(DATABASES)} のどれかで始めてください。")
    if address.startswith("sqlite:///"):
        return f"sqlite:///{ROOT / address.removeprefix('sqlite:///')}"
    return address


def base_url(value: str) -> str:
    """The address people use, without a slash at its end."""
    address = (value or "http://127.0.0.1:8000").rstrip("/")
    if not address.startswith(("http://", "https://")):
        raise BadSetting("HIDAMARI_BASE_URL は http:// か https:// で始めてください。")
    return address


def timezone(value: str) -> ZoneInfo:
    """The zone in which sessions are held."""
    try:
        return ZoneInfo(value or "Asia/Tokyo")
    except (ZoneInfoNotFoundError, ValueError) as fault:
        raise BadSetting("HIDAMARI_TIMEZONE は Asia/Tokyo のように書いてください。") from fault


def count_of_proxies(value: str) -> int:
    """How many proxies of our own stand before us, 0 to 9."""
    if value and not (value.isascii() and value.isdigit() and len(value) == 1):
        raise BadSetting("HIDAMARI_TRUSTED_PROXIES は 0 から 9 までの数で書いてください。")
    return int(value or 0)


def switch(name: str, value: str) -> bool:
    """True for on, False for off."""
    if value not in {"on", "off"}:
        raise BadSetting(f"{name} は on か off で書いてください。")
    return value == "on"


def installation_secret(value: str, file: Path) -> bytes:
    """The secret behind every link and word: the one given, or the one in the file, made on the first start."""
    text = value or kept_secret(file)
    if len(text) < SHORTEST_SECRET:
        raise BadSetting(f"HIDAMARI_SECRET は {SHORTEST_SECRET} 文字以上にしてください。")
    return text.encode()


def kept_secret(file: Path) -> str:
    """The secret in the file, which only its owner may read. Two processes that start together agree on one."""
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_name(f"{file.name}.{os.getpid()}")
    if not file.exists():
        write_private(draft, secrets.token_urlsafe(SECRET_BYTES))
        try:
            # A link either makes the whole file or fails: nobody reads half a secret, and the first one stays.
            os.link(draft, file)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return file.read_text(encoding="ascii").strip()


def write_private(file: Path, text: str) -> None:
    """Write a file with mode 0600, whatever the umask."""
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())
