"""What a phrase means does not hang on how it is spelt; and what it leaves open is never answered."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.recurrence.reading import read
from tests.domain.recurrence.spellings import Said, nth_weekday, spellings, weekly

ALTERNATIVES = ["または", "又は", "もしくは", "あるいは", "、または", " or "]
NO_SCHEDULE = st.text(
    st.sampled_from(
        "あいうえおかきこさしすせたちてなにぬねひふほまみむめやゆよらりるれろアイウカキサンスタトラ会食笑顔広場"
    ),
    max_size=12,
).filter(lambda text: not any(word in text for word in ("ラスト", "なし")))


def is_read_as_meant(said: Said) -> None:
    timetable, words = said
    reading = read(words)
    assert (reading.timetable, reading.missing) == (timetable, ()), words


def never_chooses(one: str, other: str, between: str) -> None:
    reading = read(f"{one}{between}{other}")
    assert (reading.timetable, "choice" in reading.missing) == (None, True)


@given(spellings)
@settings(max_examples=120, deadline=None)
def test_a_meaning_is_read_in_any_spelling(said: Said) -> None:
    is_read_as_meant(said)


@pytest.mark.soak
@given(spellings)
@settings(max_examples=30_000, deadline=None)
def test_a_meaning_is_read_in_any_spelling_and_again(said: Said) -> None:
    is_read_as_meant(said)


@given(nth_weekday(), st.one_of(nth_weekday(), weekly()), st.sampled_from(ALTERNATIVES))
@settings(max_examples=60, deadline=None)
def test_an_alternative_is_never_chosen(
    one: tuple[object, str], other: tuple[object, str], between: str
) -> None:
    never_chooses(one[1], other[1], between)


@given(NO_SCHEDULE, spellings, NO_SCHEDULE)
@settings(max_examples=60, deadline=None)
def test_other_text_around_changes_no_date_silently(before: str, said: Said, after: str) -> None:
    timetable, words = said
    reading = read(f"{before}　{words}　{after}")
    assert reading.timetable == timetable or reading.missing or reading.remarks, words


@pytest.mark.soak
@given(NO_SCHEDULE, spellings, NO_SCHEDULE)
@settings(max_examples=20_000, deadline=None)
def test_other_text_around_changes_no_date_silently_and_again(before: str, said: Said, after: str) -> None:
    timetable, words = said
    reading = read(f"{before}　{words}　{after}")
    assert reading.timetable == timetable or reading.missing or reading.remarks, words
