"""A numeral as read: its tokens, value and form; and what the words of numbers are worth."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from claimx import lexicon

if TYPE_CHECKING:
    from claimx.model import Number

PLURALS = {"dozens": 12, "hundreds": 100, "thousands": 1000, "millions": 10**6, "billions": 10**9, "trillions": 10**12}
"""Vague by themselves; behind a number they are its magnitude ("two millions")."""


class Numeral(msgspec.Struct, gc=False):
    """The tokens FIRST up to LAST. ``value`` is None for a vague magnitude, whose least value is ``low``.

    ``form`` is figure, word, fraction, vague or fold; ``plain`` a figure without sign, point, comma and magnitude, which
    may be a year or a part of a name; ``scale`` the magnitude word's factor.
    """

    first: int
    last: int
    value: Number | None
    low: Number | None = None
    form: str = "figure"
    plain: bool = False
    scale: int = 1


@cache
def values() -> dict[str, Fraction | int]:
    """The values of the numeral words and signs."""
    return {form: _whole(Fraction(row["value"])) for form, row in lexicon.table("numerals").items() if row["value"]}


def _whole(value: Fraction) -> Fraction | int:
    """An int where the value is whole, which is quicker to reckon with."""
    return value.numerator if value.denominator == 1 else value


def number(fraction: Fraction | int) -> Number:
    """An int where the value is whole, else the nearest float."""
    if isinstance(fraction, int):
        return fraction
    return fraction.numerator if fraction.denominator == 1 else fraction.numerator / fraction.denominator
