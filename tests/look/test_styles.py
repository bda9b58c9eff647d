"""The styles keep to the tokens of the Digital Agency and to what was asked of them."""

import re

from tests.look.samples import ROOT

SHEETS = {path.name: path.read_text() for path in (ROOT / "static/css").glob("*.css")}
EVERYTHING = "".join(SHEETS.values())
TOKENS = (ROOT / "static/vendor/digital-agency-tokens/tokens.css").read_text()


def test_the_tokens_kept_are_the_tokens_used() -> None:
    kept = set(re.findall(r"^\s*(--[\w-]+):", TOKENS, re.MULTILINE))
    used = set(re.findall(r"var\((--[\w-]+)\)", EVERYTHING))
    own = set(re.findall(r"(--[\w-]+):", EVERYTHING))
    assert kept == used - own


def test_styles_ask_nobody_else_for_anything_and_nothing_moves() -> None:
    assert re.findall(r"url\(|@import|@font-face|animation|transition", EVERYTHING) == []


def test_there_is_no_red() -> None:
    colours = re.findall(r"#([0-9a-f]{6})\b", EVERYTHING + TOKENS)
    red = [
        one for one in colours if int(one[:2], 16) > 150 and int(one[2:4], 16) < 90 and int(one[4:], 16) < 90
    ]
    assert red == []


def test_a_page_and_its_styles_stay_small() -> None:
    assert len((SHEETS["hidamari.css"] + SHEETS["print.css"] + TOKENS).encode()) < 30_000


def test_vendored_things_carry_their_licences() -> None:
    assert "MIT License" in (ROOT / "static/vendor/digital-agency-tokens/LICENSE").read_text()
    assert "SIL Open Font License" in (ROOT / "static/fonts/OFL.txt").read_text()
