"""hidamari import, in a process of its own."""

from pathlib import Path

from tests.cli.test_commands import Ran
from tests.samples.open_data import CANTEENS


def test_a_table_is_imported_with_a_report_and_progress(tmp_path: Path) -> None:
    address, file = f"sqlite:///{tmp_path}/h.sqlite", tmp_path / "食堂.csv"
    file.write_bytes(CANTEENS.encode("cp932"))
    assert Ran(address, "migrate").code == 0
    ran = Ran(address, "import", str(file))
    assert (ran.code, ran.err.splitlines()[-1]) == (0, "5/5行")
    assert ran.out.splitlines()[0] == "定例 5件（団体 3・会場 4が新しい）、更新 0件、前からある行 0件"
    assert "5行目 星の食卓「第3もしくは第4日曜日 12:00～」" in ran.out
    again = Ran(address, "import", str(file))
    assert again.out.splitlines() == ["定例 0件（団体 0・会場 0が新しい）、更新 0件、前からある行 5件"]


def test_a_file_that_is_no_table_is_refused_in_one_line(tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    file.write_text("氏名,年齢\n", encoding="utf-8")
    for arguments in ((str(file),), (str(tmp_path / "nothing.csv"),)):
        ran = Ran(f"sqlite:///{tmp_path}/h.sqlite", "import", *arguments)
        assert (ran.code, len(ran.err.splitlines())) == (2, 1)


def test_an_unknown_organisation_is_said(tmp_path: Path) -> None:
    address, file = f"sqlite:///{tmp_path}/h.sqlite", tmp_path / "x.csv"
    file.write_text(CANTEENS, encoding="utf-8")
    assert Ran(address, "migrate").code == 0
    ran = Ran(address, "import", str(file), "--organisation", "nobody")
    assert (ran.code, "nobody は見つかりません" in ran.error) == (1, True)
