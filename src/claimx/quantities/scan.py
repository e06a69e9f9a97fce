"""A page as the quantities see it: token texts on demand, and the sets of classes that single tokens are tested for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claimx.alphabet import alphabet

if TYPE_CHECKING:
    from claimx.reading import Reading


@dataclass(frozen=True, slots=True)
class Sets:
    """The characters of the class string by the classes that one token is asked for."""

    figure: frozenset[str]
    tight_figure: frozenset[str]
    cardinal: frozenset[str]
    tens: frozenset[str]
    magnitude: frozenset[str]
    magnitude_sign: frozenset[str]
    fraction: frozenset[str]
    fraction_sign: frozenset[str]
    vague: frozenset[str]
    fold: frozenset[str]
    number_word: frozenset[str]
    tight: frozenset[str]
    cap: frozenset[str]
    low: frozenset[str]
    word: frozenset[str]
    inert: frozenset[str]
    integer: frozenset[str]
    year: frozenset[str]
    break_: frozenset[str]
    month: frozenset[str]


@cache
def sets() -> Sets:
    """The sets, made once."""

    def one(*names: str) -> frozenset[str]:
        return frozenset().union(*(alphabet().members(name) for name in names))

    return Sets(
        figure=one("num"),
        tight_figure=one("num") & one("tight"),
        cardinal=one("cardinal"),
        tens=one("tens"),
        magnitude=one("magnitude"),
        magnitude_sign=one("magnitudesign"),
        fraction=one("fraction"),
        fraction_sign=one("fractionsign"),
        vague=one("vague"),
        fold=one("fold"),
        number_word=one("cardinal", "magnitude"),
        tight=one("tight"),
        cap=one("cap", "caps"),
        low=one("low"),
        word=one("word"),
        inert=one("word") - one("magnitude", "magnitudesign", "vague", "fraction", "cardinal", "initial"),
        integer=one("int"),
        year=one("year"),
        break_=one("nl"),
        month=one("month"),
    )


_PADDING = 48
"""Empty tokens kept behind the last, so that a look beyond either end (an index of -1 too) reads one of them."""


class Scan:
    """A reading with its tokens as texts, texts in lower case, classes and tags, padded for looks beyond either end.

    There the texts are empty, the classes a blank, which is in no class, and the tags line breaks.
    """

    __slots__ = (
        "_last",
        "_tight",
        "codes",
        "continental",
        "length",
        "lowers",
        "owned",
        "reading",
        "sets",
        "shadow",
        "tags",
        "texts",
        "words",
    )

    def __init__(self, reading: Reading) -> None:
        words = reading.words
        self.reading = reading
        self.words = words
        self.length = len(words.codes)
        self.codes = words.codes + " " * _PADDING
        self.tags = reading.tags + "\n" * _PADDING
        self.texts: list[str] = words.texts + [""] * _PADDING
        self.lowers: list[str] = words.lowers + [""] * _PADDING
        self.shadow = words.shadow
        self.sets = sets()
        self.owned: set[int] = set()
        """The tokens of the sentence's quantities, which are no part of what is measured."""
        self.continental = _is_continental(self.shadow)
        """Does the page write "3.200,50"?"""
        self._tight, self._last = self.sets.tight, self.length - 1

    def tight(self, index: int) -> bool:
        """Does the next token follow a token without a blank?"""
        return self.codes[index] in self._tight and index != self._last


_DECIMAL_COMMA = re.compile(r",(?<=\d,)\d{1,2}(?![\d,]|\.\d)")
"""Starts with the comma itself, which the engine finds at once: most pages have no such thing."""
_COMMA_DECIMAL = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3})*,\d{1,2}(?![\d,]|\.\d)")
_COMMA_GROUP = re.compile(r"\d,\d{3}(?!\d)|\d\.\d{1,2}(?![\d.])")


def _is_continental(shadow: str) -> bool:
    """Only where the page is consistently so: a decimal comma, and neither a grouping comma nor a decimal point."""
    if _DECIMAL_COMMA.search(shadow) is None:
        return False
    return _COMMA_GROUP.search(shadow) is None and _COMMA_DECIMAL.search(shadow) is not None
