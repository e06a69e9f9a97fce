"""The one reading: tokens partition the text, classes, offsets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.grammar import Pattern
from claimx.words import Words
from tests.growth import assert_linear


def tokens(text: str) -> list[str]:
    words = Words(text)
    return [words.text(index) for index in range(len(words))]


@given(st.text(max_size=200))
def test_tokens_partition_the_text(text: str) -> None:
    words = Words(text)
    assert words.starts[0] == 0
    assert words.starts[-1] == len(text)
    assert len(words.starts) == len(words) + 1 == len(words.guesses) + 1
    for index in range(len(words)):
        assert words.starts[index] < words.starts[index + 1]
        assert words.index(words.starts[index]) == index


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3,200 left", ["3,200", "left"]),
        ("the U.S. army", ["the", "U.S.", "army"]),
        ("Mr. J. Smith's dog", ["Mr.", "J.", "Smith", "'s", "dog"]),
        ("a 5-year-old", ["a", "5", "-", "year", "-", "old"]),
        ("$1.2bn (3.5%)", ["$", "1.2", "bn", "(", "3.5", "%", ")"]),
        ("won't go", ["won't", "go"]),
        ("1990s and 21st", ["1990s", "and", "21st"]),
        ("see https://a.b/c?d=1 now", ["see", "https://a.b/c?d=1", "now"]),
        ("wait... what--no", ["wait", "...", "what", "--", "no"]),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


def test_patterns_over_classes() -> None:
    words = Words("In May 2016 we may say 5 words")
    assert [found.span() for found in Pattern("<month> <year>").finditer(words.codes)] == [(1, 3)]
    assert Pattern("<int&d1>").search(words.codes, 0, len(words)) is not None
    assert Pattern("<month&caps>").search(words.codes, 0, len(words)) is None
    found = Pattern("<month>", reverse=True).before(words.codes, 2)
    assert found is not None
    assert found.span() == (1, 2)


def test_an_unknown_class_raises() -> None:
    with pytest.raises(LookupError):
        Pattern("<no_such_class>").match("", 0)


@pytest.mark.parametrize("piece", ["a.", "1,", "'s", "\u200b", "A.B.", "-", "https://", ".5", "e\u0301"])
def test_reading_is_linear(piece: str) -> None:
    assert_linear(lambda times: piece * times, Words, 10_000)
