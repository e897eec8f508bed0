"""Which of "a" and "an" a word takes."""

import pytest

from verifier.english.sounds import starts_with_vowel


@pytest.mark.parametrize(
    "word", ["apple", "hour", "honest", "8", "80", "18", "11", "FBI", "MP", "e-mail", "F-16", "uncle", "unarmed"]
)
def test_an(word: str) -> None:
    assert starts_with_vowel(word) is True


@pytest.mark.parametrize(
    "word", ["European", "one", "university", "user", "UN", "U.S.", "10", "1", "ewe", "U-turn", "BBC", "unary"]
)
def test_a(word: str) -> None:
    assert starts_with_vowel(word) is False


@pytest.mark.parametrize(
    "word", ["historic", "herb", "NATO", "Uzbek", "1800", "", "é", "mRNA", "M", "Ouattara", "“", "ftp", "XIV"]
)
def test_not_certain(word: str) -> None:
    assert starts_with_vowel(word) is None
