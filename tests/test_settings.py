import stat
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from app.settings import ROOT, BadSetting, Settings, from_environment

SECRET = "s" * 32


def test_nothing_has_to_be_set(tmp_path: Path) -> None:
    settings = from_environment(tmp_path, {})
    assert settings == Settings(
        database=f"sqlite:///{tmp_path}/hidamari.sqlite",
        base_url="http://127.0.0.1:8000",
        secret=(tmp_path / "secret").read_bytes(),
        timezone=ZoneInfo("Asia/Tokyo"),
    )


def test_everything_can_be_set(tmp_path: Path) -> None:
    environment = {
        "HIDAMARI_DATABASE": "postgresql://hidamari@db/hidamari",
        "HIDAMARI_BASE_URL": "https://ibasho.example/",
        "HIDAMARI_SECRET": SECRET,
        "HIDAMARI_TIMEZONE": "Asia/Seoul",
        "HIDAMARI_MAIL_URL": "smtp://mail.example",
        "HIDAMARI_TRUSTED_PROXIES": "1",
        "HIDAMARI_RATE_LIMIT": "off",
    }
    settings = from_environment(tmp_path, environment)
    assert settings == Settings(
        database="postgresql://hidamari@db/hidamari",
        base_url="https://ibasho.example",
        secret=SECRET.encode(),
        timezone=ZoneInfo("Asia/Seoul"),
        mail_url="smtp://mail.example",
        trusted_proxies=1,
        rate_limit=False,
    )
    assert (settings.https, settings.is_sqlite, list(tmp_path.iterdir())) == (True, False, [])


def test_the_secret_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    first, second = (from_environment(tmp_path / "var", {}).secret for _ in range(2))
    file = tmp_path / "var" / "secret"
    assert (first, stat.S_IMODE(file.stat().st_mode), len(first)) == (second, 0o600, 43)
    assert list(file.parent.iterdir()) == [file]


def test_a_relative_path_counts_from_the_project(tmp_path: Path) -> None:
    settings = from_environment(
        tmp_path, {"HIDAMARI_DATABASE": "sqlite:///var/x.sqlite", "HIDAMARI_SECRET": SECRET}
    )
    assert settings.database == f"sqlite:///{ROOT}/var/x.sqlite"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HIDAMARI_DATABASE", "mysql://u@h/d"),
        ("HIDAMARI_BASE_URL", "ibasho.example"),
        ("HIDAMARI_SECRET", "short"),
        ("HIDAMARI_TIMEZONE", "Tokyo"),
        ("HIDAMARI_TIMEZONE", "../etc/passwd"),
        ("HIDAMARI_TRUSTED_PROXIES", "-1"),
        ("HIDAMARI_TRUSTED_PROXIES", "all"),
        ("HIDAMARI_RATE_LIMIT", "yes"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(tmp_path: Path, name: str, value: str) -> None:
    with pytest.raises(BadSetting, match=name):
        from_environment(tmp_path, {name: value})
