"""What holds for any text: exact spans, order, sane bounds; no crash; and no more than linear growth."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimx import quantities
from claimx.reading import Reading
from tests.growth import assert_linear
from tests.quantities.reading import found, page

_PIECES = st.sampled_from(
    "3 1,200 2.5 40 $ € £ % - – to and from between about more than at least up rose fell by in of "
    "the people km kg million bn k half a third quarter "
    "dozens hundreds tens one two twenty hundred thousand per year / ( ) , . ; : \" ' + x ½ US Rs S&P iPhone May "
    "2016 21 p.m. °C minus × ^ e ± # · below zero point off ~\n".split(" ")
)


def _check(text: str) -> None:
    last = -1
    for quantity in found(text):
        assert text[quantity.start : quantity.end] == quantity.text
        assert quantity.text
        assert quantity.start >= last, "no two quantities share a character"
        last = quantity.end
        assert quantity.comparator in ("=", "~", ">", ">=", "<", "<=")
        assert quantity.change in (None, "up", "down")
        for bound in (quantity.value, quantity.low, quantity.high):
            assert bound is None or math.isfinite(bound)
        assert quantity.value is not None or quantity.low is not None or quantity.high is not None
        if quantity.low is not None and quantity.high is not None:
            assert quantity.low <= quantity.high
        if quantity.subject is not None:
            assert text[quantity.subject.start : quantity.subject.end] == quantity.subject.text
        for evidence in quantity.evidence:
            assert text[evidence.start : evidence.end] == evidence.text


@given(st.lists(_PIECES, max_size=30))
@settings(max_examples=300, deadline=None)
def test_any_order_of_number_words(pieces: list[str]) -> None:
    _check(" ".join(pieces))


@settings(deadline=None)
@given(st.lists(_PIECES, max_size=20))
def test_glued(pieces: list[str]) -> None:
    _check("".join(pieces))


@pytest.mark.parametrize("text", ["3,200 a quarter mile", "2019 Sh.So. 47 left", "over 60 or under 18", "-5 -½ a half a mile"])
def test_what_two_numerals_could_both_own(text: str) -> None:
    _check(text)


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    _check(text)


@settings(deadline=None)
@given(st.text(alphabet="0123456789.,-–/:$€% \u00a0\u2009٣½²①", max_size=60))
def test_any_figures(text: str) -> None:
    _check(text)


@pytest.mark.parametrize(
    "piece",
    [
        "1 ",
        "3-",
        "1/",
        "one ",
        "one hundred and ",
        "$",
        "from 3 to ",
        "a ",
        "more than ",
        "5% or ",
        "half a ",
        "tens of ",
        "of 3 ",
        "1,",
        "9.",
        "(1) ",
        "two-",
        "rose by ",
    ],
)
def test_growth(piece: str) -> None:
    assert_linear(lambda times: Reading.of(page(piece * times)), quantities.find, 1000)
