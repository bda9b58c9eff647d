import json
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import pytest

from tests.rig.program import hidamari
from tests.rig.server import environment_for

PHRASE = "原則、毎月第3日曜日 10時～12時"
DATES = ("--from", "2026-04-01", "--to", "2026-06-30")


class Ran:
    """How a command ended, and what it said."""

    def __init__(self, address: str, *arguments: str, stdin: str = "", **settings: str) -> None:
        done = subprocess.run(
            hidamari(*arguments),
            env=environment_for(address, **settings),
            input=stdin,
            capture_output=True,
            text=True,
            check=False,
        )
        self.code, self.out, self.err = done.returncode, done.stdout, done.stderr

    @property
    def error(self) -> str:
        """The one line of an error."""
        [line] = self.err.splitlines()
        return line


def test_a_phrase_becomes_dates_without_settings_or_database(tmp_path: Path) -> None:
    ran = Ran("mysql://nowhere", "expand", PHRASE, *DATES, "--json", HIDAMARI_SECRET="x")
    answer = json.loads(ran.out)
    assert (ran.code, ran.err) == (0, "")
    assert [session["date"] for session in answer["sessions"]] == ["2026-04-19", "2026-05-17", "2026-06-21"]


def test_a_phrase_becomes_a_table_for_people() -> None:
    ran = Ran("", "expand", PHRASE, *DATES)
    assert (ran.code, [day in ran.out for day in ("2026-04-19", "2026-05-17", "2026-06-21")]) == (
        0,
        [True] * 3,
    )


def test_a_batch_is_answered_in_its_order() -> None:
    ran = Ran("", "expand", "--batch", *DATES, stdin="b\t毎月第1月曜\t\na\t隔週水曜\t2026-04-01\n")
    answers = [json.loads(line) for line in ran.out.splitlines()]
    assert (ran.code, [answer["id"] for answer in answers]) == (0, ["b", "a"])
    assert answers[1]["sessions"][0]["date"] == "2026-04-01"


@pytest.mark.parametrize(
    "arguments",
    [
        ("nothing",),
        ("expand", PHRASE),
        ("expand", *DATES),
        ("expand", PHRASE, "--batch", *DATES),
        ("expand", PHRASE, "--from", "2026-04-01", "--to", "2026-03-01"),
        ("expand", PHRASE, "--from", "April", "--to", "2026-03-01"),
        ("serve", "--workers", "2"),
        ("serve", "--port", "99999"),
        ("publish", "somewhere", "November"),
        ("user", "add", "a@example.org"),
        ("user", "add", "a@example.org", "--role", "king"),
        ("backup",),
        ("restore", "/no/such/file"),
        ("seed", "/no/such/folder"),
    ],
    ids=" ".join,
)
def test_unusable_arguments_are_said_in_one_line(sqlite_address: str, arguments: tuple[str, ...]) -> None:
    ran = Ran(sqlite_address, *arguments)
    assert (ran.code, ran.out, ran.error[:10]) == (2, "", "hidamari: ")


@pytest.mark.parametrize(
    ("arguments", "settings"),
    [
        (("publish", "nowhere", "2026-11"), {}),
        (("migrate",), {"HIDAMARI_TIMEZONE": "Nowhere"}),
        (("migrate",), {"HIDAMARI_DATABASE": "mysql://nowhere"}),
        (("migrate",), {"HIDAMARI_DATABASE": "postgresql://nobody@127.0.0.1:1/none"}),
        (("check",), {"HIDAMARI_DATABASE": "sqlite:////proc/none/x.sqlite"}),
    ],
    ids=["unknown organisation", "zone", "kind of database", "no server", "no folder"],
)
def test_what_cannot_be_done_is_said_in_one_line(
    sqlite_address: str, arguments: tuple[str, ...], settings: dict[str, str]
) -> None:
    ran = Ran(sqlite_address, *arguments, **settings)
    assert (ran.code, ran.out, ran.error[:10]) == (1, "", "hidamari: ")


def test_a_fresh_database_wants_to_be_migrated_first(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path}/fresh.sqlite"
    before, first, second, after = (
        Ran(address, *arguments) for arguments in (("check",), ("migrate",), ("migrate",), ("check",))
    )
    assert (before.code, "hidamari migrate" in before.error) == (1, True)
    assert [(ran.code, ran.err) for ran in (first, second, after)] == [(0, "")] * 3
    assert (second.out, after.out) == ("データベースは最新です。\n", "問題はありません。\n")


def test_check_names_what_is_wrong_and_what_to_do_and_changes_nothing(sqlite_address: str) -> None:
    file = sqlite_address.removeprefix("sqlite:///")
    keys = sorted(str(uuid4()) for _ in range(7))
    with closing(sqlite3.connect(file)) as store, store:
        row = "INSERT INTO staff (id, mail, password_hash, active, made_at) VALUES (?, 'a@example.org', '', 1, '')"
        store.execute(row, [keys[0]])
        row = "INSERT INTO sign_in (id, staff_id, token_hash, made_at, seen_at) VALUES (?, ?, ?, '', '')"
        store.executemany(row, [(key, keys[0], f"no hash {key}") for key in keys])
    before = Path(file).read_bytes()
    ran = Ran(sqlite_address, "check")
    assert (ran.code, ran.error) == (1, "hidamari: 1種類の食いちがいがありました。何も変えていません。")
    assert ran.out.splitlines() == [
        "   7件  形のくずれたログインの鍵",
        f"        {' '.join(keys[:5])} …",
        "        ログインし直してください。",
    ]
    assert Path(file).read_bytes() == before


def test_a_member_is_added_with_a_password_from_stdin(sqlite_address: str) -> None:
    good = Ran(
        sqlite_address, "user", "add", "a@example.org", "--role", "admin", stdin="a good long password\n"
    )
    short = Ran(sqlite_address, "user", "add", "b@example.org", "--role", "admin", stdin="short\n")
    assert (good.code, good.out, good.err) == (0, "a@example.org を加えました。\n", "")
    assert (short.code, "10文字以上" in short.error) == (2, True)


def test_a_backup_comes_back(sqlite_address: str, tmp_path: Path) -> None:
    copy, folder = str(tmp_path / "copy.sqlite"), str(tmp_path / "kept")
    commands = [("backup", copy), ("backup", "--keep", "2", folder), ("restore", copy), ("check",)]
    assert [Ran(sqlite_address, *arguments).code for arguments in commands] == [0, 0, 0, 0]
    assert len(list(Path(folder).iterdir())) == 1


def test_seeds_can_be_loaded_twice_and_tidied(sqlite_address: str) -> None:
    ran = [Ran(sqlite_address, *arguments) for arguments in (("seed",), ("seed",), ("tidy",), ("check",))]
    assert [(one.code, one.err) for one in ran] == [(0, "")] * 4


def test_without_arguments_the_commands_are_listed() -> None:
    ran = Ran("")
    assert (ran.code, [name in ran.out for name in ("demo", "serve", "expand", "restore")]) == (2, [True] * 4)
