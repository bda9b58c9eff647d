import hashlib
import hmac
from base64 import urlsafe_b64decode
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.secrets import (
    Secrets,
    code_hash,
    feed_token,
    invitation_hash,
    invitation_words,
    keyed_hash,
    link_token,
    looks_like_token,
    same,
    secrets_of,
    stored,
    token_hash,
    words_hash,
)
from app.domain.words import WORDS, parse, spell

SECRET = b"a secret of an installation, long enough"
OTHER = b"the secret of some other installation..."
ID = UUID("0b5a53c0-4b4c-4a52-8a39-1f3a8f4f6f10")
ANOTHER = UUID("0b5a53c0-4b4c-4a52-8a39-1f3a8f4f6f11")
VERSIONS = st.integers(1, 2**31 - 1)


def test_the_secrets_of_a_reservation_never_change() -> None:
    """Receipts that people hold depend on it: these were written down when the first one was given out."""
    key = hmac.digest(SECRET, b"hidamari/1/link", "sha256")
    digest = hmac.digest(key, ID.bytes + bytes([0, 0, 0, 1]), "sha256")
    assert urlsafe_b64decode(secrets_of(SECRET, ID, 1).link_token) == digest[:24]
    assert secrets_of(SECRET, ID, 1).words == ("ふじだな", "じょうびたき", "みぎがわ", "こまどり")


@given(st.uuids(), VERSIONS)
def test_secrets_are_derived_again_alike(owner: UUID, version: int) -> None:
    assert secrets_of(SECRET, owner, version) == secrets_of(SECRET, owner, version)


@given(st.uuids(), VERSIONS)
def test_a_token_has_192_bits_and_fits_an_address(owner: UUID, version: int) -> None:
    token = link_token(SECRET, owner, version)
    assert len(urlsafe_b64decode(token)) * 8 == 192
    assert looks_like_token(token)


@pytest.mark.parametrize(
    "others",
    [
        pytest.param(secrets_of(OTHER, ID, 1), id="another installation"),
        pytest.param(secrets_of(SECRET, ANOTHER, 1), id="another reservation"),
        pytest.param(secrets_of(SECRET, ID, 2), id="another version"),
    ],
)
def test_all_three_secrets_differ_for(others: Secrets) -> None:
    mine = secrets_of(SECRET, ID, 1)
    assert mine.link_token != others.link_token
    assert mine.feed_token != others.feed_token
    assert mine.words != others.words


def test_each_purpose_has_a_secret_of_its_own() -> None:
    code = secrets_of(SECRET, ID, 1).words
    bits = [link_token(SECRET, ID, 1)[:7], feed_token(SECRET, ID, 1)[:7]]
    assert bits[0] != bits[1]
    assert code != invitation_words(SECRET, ID, 1)
    assert code_hash(SECRET, "".join(code)) != invitation_hash(SECRET, "".join(code))


def test_what_is_stored_holds_no_secret_and_finds_it_again() -> None:
    mine = secrets_of(SECRET, ID, 1)
    kept = stored(SECRET, mine)
    assert kept.link == token_hash(mine.link_token) == hashlib.sha256(mine.link_token.encode()).hexdigest()
    assert kept.feed == token_hash(mine.feed_token)
    assert kept.code == code_hash(SECRET, "　".join(mine.words)) == words_hash(SECRET, mine.words)
    assert len({kept.link, kept.feed, kept.code}) == 3


def test_words_cannot_be_found_from_the_table_without_the_secret() -> None:
    mine = secrets_of(SECRET, ID, 1)
    joined = parse("".join(mine.words)) or ""
    assert stored(SECRET, mine).code not in {token_hash(joined), token_hash("".join(mine.words))}
    assert stored(SECRET, mine).code != code_hash(OTHER, joined)


def test_an_invitation_is_found_by_its_words() -> None:
    words = invitation_words(SECRET, ID, 3)
    assert invitation_hash(SECRET, "-".join(words)) == words_hash(SECRET, words, "invitation-lookup")


@pytest.mark.parametrize("typed", ["", "さくら", "ordinary words of nobody", "\ud800"])
def test_what_is_not_four_words_has_no_hash(typed: str) -> None:
    assert code_hash(SECRET, typed) is None
    assert invitation_hash(SECRET, typed) is None


@given(st.text())
def test_any_text_can_be_looked_up_as_a_token(typed: str) -> None:
    assert len(token_hash(typed)) == 64
    assert looks_like_token(typed) is False or len(typed) == 32


def test_the_keys_of_lookups_differ() -> None:
    hashes = {
        keyed_hash(SECRET, purpose, "text")
        for purpose in ("code-lookup", "invitation-lookup", "nonce", "body")
    }
    assert len(hashes) == 4


def test_a_value_printed_by_mistake_shows_no_secret() -> None:
    mine = secrets_of(SECRET, ID, 1)
    assert repr(mine) == str(mine) == "Secrets()"


def test_a_short_secret_is_refused() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        secrets_of(b"short", ID, 1)


@pytest.mark.parametrize("version", [0, -1, 2**31])
def test_a_version_out_of_bounds_is_refused(version: int) -> None:
    with pytest.raises(ValueError, match="count from 1"):
        secrets_of(SECRET, ID, version)


def test_same_compares_any_two_texts() -> None:
    assert same("あ", "あ")
    assert not same("あ", "い")
    assert not same("a", "ab")


def test_words_are_spread_over_the_whole_list() -> None:
    """20,000 reservations: every word stands in each place about 10 times; one that never does would be a lost bit."""
    drawn = [secrets_of(SECRET, UUID(int=number), 1).words for number in range(20_000)]
    assert len(set(drawn)) == len(drawn)
    for place in range(4):
        assert len({words[place] for words in drawn}) > 2040
    assert set(spell(0)) <= set(WORDS)
