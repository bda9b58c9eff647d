import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import Unusable
from app.domain.text import (
    fold_radicals,
    length,
    many_lines,
    one_line,
    read_line,
    read_lines,
    searched,
    visible,
)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        pytest.param("⼦ども⾷堂", "子ども食堂", id="康熙部首"),
        pytest.param("⻘少年・⻑寿・⻄口・⺟子", "青少年・長寿・西口・母子", id="部首補助"),
        pytest.param("①２ｱ㈱", "①２ｱ㈱", id="ほかは変えない"),
        pytest.param("⺅", "⺅", id="字でない部首はそのまま"),
    ],
)
def test_radicals_are_shown_as_characters(typed: str, kept: str) -> None:
    assert fold_radicals(typed) == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        pytest.param("  ひだまり　サロン\t\n ", "ひだまり サロン", id="空白"),
        pytest.param("ひ\x00だ\x1bま\u200bり\ufeff", "ひだまり", id="見えない字"),
        pytest.param("\u202eりまだひ\u2069", "りまだひ", id="向き"),
        pytest.param("ひ\ud800だ", "ひだ", id="半端な字"),
        pytest.param("か\u3099", "が", id="合成"),
        pytest.param("２階 ①番", "２階 ①番", id="全角はそのまま"),
        pytest.param("\u0301", "", id="印だけ"),
        pytest.param("", "", id="空"),
    ],
)
def test_one_line_keeps_what_can_be_seen(typed: str, kept: str) -> None:
    assert one_line(typed) == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        pytest.param("一\r\n二\r三", "一\n二\n三", id="改行"),
        pytest.param("\n\n一\n\n\n\n二\n\n", "一\n\n二", id="空の行"),
        pytest.param("  一  \n　二", "一\n二", id="端の空白"),
        pytest.param("一\u2028二", "一\n二", id="行の区切り"),
    ],
)
def test_many_lines_keep_their_lines(typed: str, kept: str) -> None:
    assert many_lines(typed) == kept


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("ひだまり", 4),
        ("が", 1),
        ("か\u3099", 1),
        ("👨\u200d👩\u200d👧\u200d👦", 1),
        ("👍🏽", 1),
        ("🇯🇵🇫🇷", 2),
        ("🇯🇵🇫", 2),
        ("☕\ufe0f☕", 2),
        ("𠮷野家", 3),
    ],
)
def test_length_is_what_a_reader_counts(text: str, count: int) -> None:
    assert length(text) == count


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        pytest.param("ﾋﾀﾞﾏﾘ", "ひだまり", id="半角"),
        pytest.param("ヒダマリ サロン", "ひだまりさろん", id="カタカナと空白"),
        pytest.param("ＵＸ女子会", "ux女子会", id="全角の英字"),
        pytest.param("⼦ども⻑寿", "子ども長寿", id="部首"),
    ],
)
def test_searching_sees_one_form(typed: str, wanted: str) -> None:
    assert searched(typed) == wanted


@given(st.text())
def test_keeping_twice_changes_nothing(typed: str) -> None:
    assert one_line(one_line(typed)) == one_line(typed)
    assert many_lines(many_lines(typed)) == many_lines(typed)
    assert searched(searched(typed)) == searched(typed)


@given(st.text())
def test_all_that_is_kept_can_be_stored_and_sent(typed: str) -> None:
    assert "\x00" not in visible(typed)
    assert visible(typed).encode().decode() == visible(typed)


def test_more_letters_than_allowed_are_refused_by_field() -> None:
    assert read_line("あ" * 40, "label", 40) == "あ" * 40
    for reading in (read_line, read_lines):
        with pytest.raises(Unusable, match="40文字まで") as caught:
            reading("あ" * 41, "label", 40)
        assert caught.value.field == "label"
