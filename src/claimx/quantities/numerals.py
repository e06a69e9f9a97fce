"""Numerals: from a token at which one can start to its value, in figures, words, fractions and vague magnitudes.

3,200   1.2bn   816 000   40k   2 1/2   1.99×10−30   three hundred and forty-two thousand   half a million
two and a half   two-thirds   a dozen   tens of thousands   sixfold   minus 5
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from claimx import lexicon
from claimx.grammar import Pattern
from claimx.quantities import figures, money, spelled, units
from claimx.quantities.figures import scaled, with_half
from claimx.quantities.numeral import Numeral, number, values
from claimx.quantities.spelled import cardinal

if TYPE_CHECKING:
    from claimx.quantities.scan import Scan

ANCHOR = Pattern("<num|cardinal|magnitude|fraction|fractionsign|vague|fold>")
"""Where a numeral can start."""

_MANY = frozenset(("several", "few", "many", "couple", "multiple"))


def read(scan: Scan, at: int) -> Numeral | None:
    """The numeral that starts at a token; None if none does."""
    code, sets = scan.codes[at], scan.sets
    if code in sets.figure:
        return figures.read(scan, at)
    if code in sets.cardinal:
        return spelled.read(scan, at)
    if code in sets.magnitude:
        return _magnitude(scan, at)
    if code in sets.fraction:
        return _fraction(scan, at)
    if code in sets.vague:
        return _vague(scan, at)
    if code in sets.fraction_sign:
        return Numeral(at, at + 1, number(values()[scan.texts[at]]), form="fraction")
    return Numeral(at, at + 1, number(values()[scan.lowers[at]]), form="fold")


def _magnitude(scan: Scan, at: int) -> Numeral | None:
    """A magnitude word that no figure or cardinal opened: "a million", "several hundred", the "billion" of "billion-euro"."""
    before = scan.lowers[at - 1]
    if before in ("a", "an", "one"):
        last, value, scale = cardinal(scan, at)
        if last == at:
            scale = int(values()[scan.lowers[at]])
            value, last = scale, at + 1
            last, factor = scaled(scan, last, figure=False)
            value, scale = value * factor, scale * factor
            ended, rest, _ = cardinal(scan, _skip_and(scan, last))
            if ended > last + 1 or (ended > last and _skip_and(scan, last) == last):
                last, value = ended, value + rest
        ended, more = with_half(scan, last, value)
        if ended > last:  # "a million and a half"
            last, value = ended, value + (more - value) * (scale if scale >= 1000 else 1)
        return Numeral(at - 1, last, number(value), form="word", scale=scale)
    of = at - (before == "of") - 1
    if scan.lowers[of] in _MANY:
        first = of - (scan.lowers[of - 1] == "a")
        last, scale = scaled(scan, at, figure=False)
        return Numeral(first, last, None, low=2 * scale, form="vague", scale=scale)
    if scan.lowers[at + 1] == "-" and scan.tight(at) and scan.tight(at + 1) and not scan.tight(at - 1):
        return Numeral(at, at + 1, number(values()[scan.lowers[at]]), form="word", scale=int(values()[scan.lowers[at]]))
    if before in ("", "the", "this", "that", "his", "her") or scan.tags[at - 1] == "\n":
        last, scale = scaled(scan, at, figure=False)  # "hundred dollars", but no "Million Dollar Baby"
        measured = units.after(scan, last, units.forms()) or money.behind(scan, last)
        if measured and (scan.tags[last] == "S" or scan.lowers[last] == "percent") and scan.tags[at + 1] != "-":
            return Numeral(at, last, scale, form="word", scale=scale)
    return None


def _skip_and(scan: Scan, at: int) -> int:
    return at + (scan.lowers[at] == "and" and scan.codes[at + 1] in scan.sets.cardinal)


_AFTER_PART = frozenset(
    "of off to from , . ; : ! ? ) less more higher lower and or over since in by on the as than compared during while last this".split()
)
_AFTER_HALF = frozenset(
    "of the a an its their his her our my your all those these that as per to were are is was have had say said from , .".split()
)
_NOT_HALF = frozenset("first second other better the this that last latter final each every in 's second-".split())


def _fraction(scan: Scan, at: int) -> Numeral | None:
    """A fraction word that no cardinal opened: "a third of", "half the", "half a million", "a quarter of a million"."""
    word, before = scan.lowers[at], scan.lowers[at - 1]
    value = values()[word]
    if before == "a" and word in ("half", "quarter") and _measured(scan, at + 1):
        return Numeral(at - 1, at + 1, number(value), form="fraction")  # "a quarter point", "a half-mile walk"
    if word == "half":
        return _halved(scan, at)
    if before in ("a", "an") and not word.endswith("s"):
        following = scan.lowers[at + 1]
        if following == "-" and scan.lowers[at + 1 : at + 6] == ["-", "of", "-", "a", "-"] and scan.codes[at + 6] in scan.sets.magnitude:
            return Numeral(at - 1, at + 7, number(value * values()[scan.lowers[at + 6]]), form="word")
        if following == "of" and scan.lowers[at + 2] in ("a", "one") and scan.codes[at + 3] in scan.sets.magnitude:
            return Numeral(at - 1, at + 4, number(value * values()[scan.lowers[at + 3]]), form="word")
        if scan.codes[at + 1] in scan.sets.magnitude and not scan.tight(at):
            return Numeral(at - 1, at + 2, number(value * values()[following]), form="word")
        compared = scan.lowers[at - 2] in ("nearly", "almost", "roughly", "only", "about", "over", "than")
        if compared and (scan.tags[at + 1] in "VBYMIR" or following in ("say", "think", "support", "want", "blame")):
            return Numeral(at - 1, at + 1, number(value), form="fraction")  # "nearly a third say"
        if (following in _AFTER_PART or at + 1 >= scan.length or following == "\n") and (
            following in ("of", "off")
            or word == "quarter"
            or at < 2
            or scan.tags[at - 2] in "IRTVZdnG"
            or scan.lowers[at - 2] in ("than", "over", "about")
        ):
            return Numeral(at - 1, at + 1, number(value), form="fraction")
    return None


def _measured(scan: Scan, at: int) -> bool:
    """Does a unit in the singular stand at a token, which half or a quarter of is taken?"""
    found = units.after(scan, at, units.forms())
    return found is not None and found[0].kind != "ratio" and not scan.lowers[found[1] - 1].endswith("s")


def _halved(scan: Scan, at: int) -> Numeral | None:
    before, following = scan.lowers[at - 1], scan.lowers[at + 1]
    first = at - (before == "a" and scan.lowers[at - 2] != "and")
    step = at + 1 + (following in ("a", "an", "-"))
    if scan.codes[step] in scan.sets.magnitude:
        last, scale = scaled(scan, step, figure=False)
        return Numeral(first, last, number(Fraction(scale, 2)), form="word", scale=scale)
    if before == "a" and scan.lowers[at - 2] == "and" and scan.lowers[at - 4] in ("a", "an"):
        unit = units.after(scan, at - 3, units.forms())
        return Numeral(at - 4, at - 3, 1, form="word") if unit and unit[1] == at - 2 else None  # "a mile and a half"
    if (before in _NOT_HALF and not (before == "in" and following == "of")) or (before == "a" and scan.lowers[at - 2] == "and"):
        return None
    if following == "-" and not _measured(scan, at + 1):
        return None  # "half-joking", "half-time"
    if following in ("an", "a") or (following == "-" and scan.tight(at)):
        return Numeral(first, step, 0.5, form="fraction")
    if following in _AFTER_HALF or scan.codes[at + 1] == " ":
        return Numeral(first, at + 1, 0.5, form="fraction")
    return None


def _vague(scan: Scan, at: int) -> Numeral | None:
    """ "dozens", "hundreds", "tens of thousands of", "hundreds of millions of": the least that is meant."""
    word, rows = scan.lowers[at], lexicon.table("numerals")
    if word == "scores" and scan.lowers[at + 1] != "of":
        return None
    low, last = rows[word]["value"], at + 1
    least: Fraction | int | None = Fraction(low) if low else None
    factor = {"tens": 10, "hundreds": 100, "thousands": 1000, "dozens": 12}.get(word, 1)
    if scan.lowers[at + 1] == "of" and scan.codes[at + 2] in scan.sets.vague and scan.lowers[at + 2] != "scores":
        inner = Fraction(rows[scan.lowers[at + 2]]["value"] or 0)
        least, last = factor * inner, at + 3  # "tens of thousands": at least twenty thousand
    elif scan.lowers[at + 1] == "of" and scan.codes[at + 2] in scan.sets.magnitude:
        least, last = 2 * factor * values()[scan.lowers[at + 2]], at + 3
    if least is None:
        return None
    first = at - (scan.lowers[at - 1] in _MANY and not scan.tight(at - 1))
    first -= first < at and scan.lowers[first - 1] == "a"
    return Numeral(first, last, None, low=number(least), form="vague")
