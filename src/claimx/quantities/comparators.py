"""Comparators: the words that make a figure a bound or an estimate, before it, behind it, or behind its unit."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from claimx import lexicon

if TYPE_CHECKING:
    from claimx.model import Comparator
    from claimx.quantities.scan import Scan


class Found(msgspec.Struct, frozen=True, gc=False):
    """A comparator and the tokens FIRST up to LAST that say it."""

    sign: Comparator
    first: int
    last: int


class _Table(NamedTuple):
    forms: dict[tuple[str, ...], Comparator]
    edge: frozenset[str]
    longest: int


@cache
def _table(side: str) -> _Table:
    forms: dict[tuple[str, ...], Comparator] = {}
    for row in lexicon.rows("quantities/comparators"):
        if row["side"] == side:
            forms[tuple(pieces(row["form"]))] = row["comparator"]  # type: ignore[assignment]
            if row["form"].endswith("."):  # an abbreviation is one token where the lexicon has it
                forms[tuple(row["form"].split())] = row["comparator"]  # type: ignore[assignment]
    edge = frozenset(key[-1 if side == "left" else 0] for key in forms)
    return _Table(forms, edge, max(map(len, forms)))


def pieces(form: str) -> list[str]:
    """A form's tokens as the page's reading has them."""
    return re.findall(r"[^\W\d_]+|\.{2,}|\S", form)


_STRENGTH = {"~": 0, "=": 0, ">": 1, ">=": 1, "<": 1, "<=": 1}


def before(scan: Scan, first: int) -> Found | None:
    """The comparator that ends before a token: the longest; a bound further left goes before an estimate ("up to about")."""
    found = _longest_before(scan, first)
    if found is None:
        return None
    outer = _longest_before(scan, found.first)
    if outer is None or (outer.last - outer.first == 1 and _STRENGTH[found.sign] and _is_preposition(scan, outer)):
        return found
    sign = outer.sign if _STRENGTH[outer.sign] >= _STRENGTH[found.sign] else found.sign
    return Found(sign, outer.first, found.last)


def _is_preposition(scan: Scan, outer: Found) -> bool:
    """Is a single word before a bound none itself: "a report about over 40 cases", "under as much as 8 metres of mud"?"""
    return outer.sign == "~" or scan.lowers[outer.first] in ("under", "over", "above", "below", "beyond")


def _longest_before(scan: Scan, first: int) -> Found | None:
    forms, edge, longest = _table("left")
    last, word = first, scan.lowers[first - 1]
    if word in ("the", "a"):
        inner = scan.lowers[last - 2]
        if inner in edge and inner not in ("some", "under", "over", "near", "above", "below"):
            last, word = last - 1, inner
    if word == "-" and scan.tight(last - 1):
        last -= 1
        word = scan.lowers[last - 1]
    if word not in edge:
        return None
    words = scan.lowers[max(0, last - longest) : last]
    for count in range(len(words), 0, -1):
        sign = forms.get(tuple(words[-count:]))
        if sign is not None:
            start = last - count
            if count == 1 and _mistaken(scan, start, words[-1]):
                return None
            return Found(sign, start, first)
    return None


def _mistaken(scan: Scan, at: int, word: str) -> bool:
    if word == "c" or (word == "some" and scan.tags[at - 1] in "D"):
        return True
    if word in ("about", "around", "over") and scan.lowers[at - 1] in ("what", "talk", "how"):
        return True
    return word == "near" and scan.tags[at - 1] in "P"


def behind(scan: Scan, last: int) -> Found | None:
    """The comparator that starts at a token: "or more", "-plus", "+"."""
    forms, edge, longest = _table("right")
    word = scan.lowers[last]
    if word not in edge:
        return None
    words = scan.lowers[last : last + longest]
    for count in range(longest, 0, -1):
        sign = forms.get(tuple(words[:count]))
        if sign is not None:
            end = last + count
            if count == 1 and not _single(scan, last, word):
                return None
            if word == "-" and not (scan.tight(last) and scan.tight(last - 1)):
                return None
            if count > 1 and (scan.tags[end] in "#$" or scan.lowers[end] in _COMPARED):
                return None
            return Found(sign, last, end)
    return None


_COMPARED = frozenset(("than", "to", "a", "an"))
"""What goes on with another figure: "over 60 or under 18", "5 points or more than 3%", "40 or up to 50"."""


def _single(scan: Scan, at: int, word: str) -> bool:
    """May a single word behind the figure compare it ("50+", "20 odd years", "5% max")?"""
    if word == "+":
        return scan.tight(at - 1) and scan.codes[at + 1] not in scan.sets.figure
    if word in ("plus", "odd", "something"):
        return scan.tags[at + 1] == "S" or (word == "plus" and scan.tags[at + 1] == ".")
    if word == "ish":
        return scan.tight(at - 1)
    return scan.tags[at + 1] in ".,)\n"
