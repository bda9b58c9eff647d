"""What the README promises about stored data and settings is held against the code."""

import re
from pathlib import Path

import pytest

from app.storage.engine import rows
from tests.rig.databases import Database

README = Path(__file__).parent.parent / "README.md"
ROW = re.compile(r"^\| `(\w+)` \| ((?:`\w+` ?)+)\|", re.MULTILINE)
SETTING = re.compile(r"^\| `(HIDAMARI_\w+)` \|", re.MULTILINE)


def told() -> list[tuple[str, str]]:
    """Each column that the README names, with its table."""
    found = ROW.findall(README.read_text(encoding="utf-8"))
    return sorted((table, column) for table, columns in found for column in re.findall(r"`(\w+)`", columns))


async def test_every_stored_column_stands_in_the_readme_once(sqlite_database: Database) -> None:
    found = await rows(
        "SELECT tables.name AS name, columns.name AS column_name FROM sqlite_master AS tables"
        " JOIN pragma_table_info(tables.name) AS columns"
        " WHERE tables.type = 'table' AND tables.name <> 'migration' AND tables.name NOT LIKE 'sqlite%'"
    )
    assert told() == sorted((row["name"], row["column_name"]) for row in found)


def test_every_setting_stands_in_the_readme() -> None:
    source = (README.parent / "app" / "settings.py").read_text(encoding="utf-8")
    assert sorted(set(SETTING.findall(README.read_text(encoding="utf-8")))) == sorted(
        set(re.findall(r"HIDAMARI_\w+", source))
    )


@pytest.mark.parametrize(
    "word", ["diagnosis", "assessment", "progress", "gender", "birth", "user_agent", "ip"]
)
def test_nothing_of_the_kind_is_stored(word: str) -> None:
    assert not [column for _, column in told() if word in column.split("_")]
