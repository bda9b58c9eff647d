"""Every Japanese text that a page says has its English in the catalogue, and the catalogue holds nothing else."""

import re
from collections.abc import Iterator

import pytest

from app.web.i18n import LANGUAGE, english, gettext
from tests.web.words import merged, texts

PLACES = re.compile(r"%\((\w+)\)[sd]")


@pytest.fixture
def in_english() -> Iterator[None]:
    token = LANGUAGE.set("en")
    yield
    LANGUAGE.reset(token)


def test_every_text_has_its_english() -> None:
    assert sorted(set(texts()) - set(english())) == []


def test_no_english_stands_alone() -> None:
    assert sorted(set(english()) - set(texts())) == []


def test_what_is_filled_in_is_the_same_in_both() -> None:
    differing = {
        text: other
        for text, other in english().items()
        if sorted(PLACES.findall(text)) != sorted(PLACES.findall(other))
    }
    assert differing == {}


def test_nothing_else_looks_like_a_place_to_fill() -> None:
    assert {other for other in english().values() if "%" in PLACES.sub("", other)} == set()


def test_only_what_has_to_be_typed_is_left_in_japanese() -> None:
    typed = re.compile("「?定員なし|5月と11月")
    left = {other for other in english().values() if re.search(r"[\u3040-\u309f]", typed.sub("", other))}
    assert left == set()


def test_the_texts_of_templates_python_and_refusals_are_all_found() -> None:
    found = texts()
    assert {
        "本文へ進む": "templates/base.html",
        "明日": "app/web/views.py",
        "この席は満席になりました。": "app/domain/errors.py",
        "%(1)sは、もう予定に入っています。": "app/actions/add_date.py",
        "何曜日ですか": "app/domain/recurrence/questions.py",
        "共催": "app/domain/seed_format.py",
    }.items() <= {text: files[0] for text, files in found.items()}.items()


def test_a_new_text_waits_at_the_end_and_an_old_one_goes() -> None:
    known = dict.fromkeys([*texts(), "だれも言わない"], "…")
    del known["本文へ進む"]
    ids = [str(message.id) for message in merged(known) if message.id]
    assert (ids[-1], "だれも言わない" in ids) == ("本文へ進む", False)


@pytest.mark.usefixtures("in_english")
def test_a_refusal_that_names_something_is_said_in_english() -> None:
    assert gettext("20文字までで書いてください。") == "Please use up to 20 characters."
    assert gettext("「隔週」は、最初の日はいつですか（例: 2026年4月8日）") == (
        "“隔週”: What is the first date? (For example: 2026年4月8日)"
    )


@pytest.mark.usefixtures("in_english")
def test_the_words_of_an_organiser_stay_as_they_are() -> None:
    assert gettext("ふらっとカフェ") == "ふらっとカフェ"


@pytest.mark.usefixtures("in_english")
@pytest.mark.parametrize(
    ("said", "other"),
    [
        (
            "12月9日（水）はお休みです（雪）。ほかの日を選んでください。",
            "Wed 9/12 is a closed day (雪). Please choose another day.",
        ),
        ("なぎ　11月30日（月） 13:00～：加わりました", "なぎ, Mon 30/11 13:00～: added"),
        ("12月29日(火)は年末年始のためお休みです", "Closed on Tue 29/12: turn of the year"),
        ("今年度はあと2回", "this year (from April): 2 more to enter"),
        ("勤労感謝の日に当たります", "This is Labour Thanksgiving Day"),
    ],
)
def test_what_the_domain_puts_together_is_said_in_english(said: str, other: str) -> None:
    assert gettext(said) == other
