"""Numerals: from a token at which one can start to its value, in figures, words, fractions and vague magnitudes.

3,200   1.2bn   816 000   40k   2 1/2   1.99×10−30   three hundred and forty-two thousand   half a million
two and a half   two-thirds   a dozen   tens of thousands   sixfold   minus 5
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from claimx import lexicon
from claimx.grammar import Pattern

if TYPE_CHECKING:
    from claimx.model import Number
    from claimx.quantities.scan import Scan

ANCHOR = Pattern("<num|cardinal|magnitude|fraction|fractionsign|vague|fold>")
"""Where a numeral can start."""

_LARGEST = 40
"""Digits: what is longer is no number of anything."""

_MANY = frozenset(("several", "few", "many", "couple", "multiple"))
_MINUS = frozenset(("-", "−", "–"))
_DENOMINATORS = frozenset((2, 3, 4, 5, 6, 8, 10, 12, 16, 32, 64, 100))


@dataclass(slots=True)
class Numeral:
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
def _values() -> dict[str, Fraction]:
    return {form: Fraction(row["value"]) for form, row in lexicon.table("numerals").items() if row["value"]}


def number(fraction: Fraction | int) -> Number:
    """An int where the value is whole, else the nearest float."""
    if isinstance(fraction, int):
        return fraction
    return fraction.numerator if fraction.denominator == 1 else fraction.numerator / fraction.denominator


def read(scan: Scan, at: int) -> Numeral | None:
    """The numeral that starts at a token; None if none does."""
    code, sets = scan.codes[at], scan.sets
    if code in sets.figure:
        return _figure(scan, at)
    if code in sets.cardinal:
        return _words(scan, at, at)
    if code in sets.magnitude:
        return _magnitude(scan, at)
    if code in sets.fraction:
        return _fraction(scan, at)
    if code in sets.vague:
        return _vague(scan, at)
    if code in sets.fraction_sign:
        return Numeral(at, at + 1, number(_values()[scan.text(at)]), form="fraction")
    return Numeral(at, at + 1, number(_values()[scan.lower(at)]), form="fold")


# ---- figures -------------------------------------------------------------------------------------------------------


def _figure(scan: Scan, at: int) -> Numeral | None:
    text = scan.lowers[at]
    if len(text) > _LARGEST or text.count(".") > 1:
        return None
    plain = text.isdecimal()
    value: Fraction | int = int(text) if plain else _decimal(text)
    last = at + 1
    if plain and not scan.tight(at):
        last, value = _spaced(scan, at, value)
    elif plain:
        last, value = _mixed(scan, last, value)
    first, negative = _sign(scan, at)
    if last == at + 1:
        last, value = _half(scan, last, value)
        last, value = _exponent(scan, last, value)
    plain = plain and last == at + 1 and not negative
    last, scale = _scaled(scan, last, figure=True)
    if scale > 1:
        last, value = _smaller(scan, last, value * scale, scale)
    return Numeral(first, last, number(-value if negative else value), plain=plain and scale == 1, scale=scale)


def _decimal(text: str) -> Fraction | int:
    whole, _, decimals = text.replace(",", "").partition(".")
    return Fraction(int(whole + decimals), 10 ** len(decimals)) if decimals else int(whole)


def _spaced(scan: Scan, at: int, value: Fraction | int) -> tuple[int, Fraction | int]:
    """Thin-space groups ("816 000") and a fraction after a blank ("2 1/2")."""
    last, text = at + 1, scan.text(at)
    following = scan.code(last)
    if following in scan.sets.fraction_sign:
        return last + 1, value + _values()[scan.text(last)]
    if following not in scan.sets.figure:
        return last, value
    if scan.lower(last + 1) == "/" and scan.tight(last):
        return _mixed(scan, last, value)
    if len(text) <= 3 and text[0] != "0":
        while scan.code(last) in scan.sets.integer and len(scan.text(last)) == 3 and not scan.tight(last - 1):
            value = value * 1000 + int(scan.text(last))
            last += 1
        if scan.code(last) in scan.sets.figure or scan.lower(last) in ("-", "/", ":"):
            return at + 1, int(text)
    return last, value


def _mixed(scan: Scan, last: int, value: Fraction | int) -> tuple[int, Fraction | int]:
    """A fraction: "1/2" alone, the "1/2" of "2 1/2" (the token LAST), "2-1/2" and "2½"."""
    if scan.code(last) in scan.sets.fraction_sign:
        return last + 1, value + _values()[scan.text(last)]
    whole: Fraction | int = 0
    at = last - 1
    if scan.lower(last) == "-" and scan.code(last + 1) in scan.sets.integer and scan.lower(last + 2) == "/":
        whole, at = value, last + 1
    elif scan.code(last) in scan.sets.integer:
        whole, at = value, last
    over, under = scan.text(at), scan.text(at + 2)
    if scan.lower(at + 1) == "/" and under.isdecimal() and over.isdecimal() and len(under) <= 3 and scan.tight(at + 1):
        after = scan.lower(at + 3) if scan.tight(at + 2) else ""
        if int(under) in _DENOMINATORS and 0 < int(over) < int(under) and after not in ("/", ":"):
            return at + 3, whole + Fraction(int(over), int(under))
    return last, value


def _sign(scan: Scan, at: int) -> tuple[int, bool]:
    """A minus before a figure: tight to it, and not tight to a word or figure before it (that is a hyphen)."""
    before = scan.lower(at - 1)
    if before in _MINUS and scan.tight(at - 1) and not (scan.text(at - 2).isupper() and len(scan.text(at - 2)) > 2):
        if at < 2 or not scan.tight(at - 2) or scan.text(at - 2) in "($=[\n" or scan.tag(at - 2) == "$":
            return at - 1, True
        if scan.lower(at - 2) in ("minus", "negative"):
            return at - 2, True
    elif before in ("minus", "negative"):
        return at - 1, True
    return at, False


def _half(scan: Scan, last: int, value: Fraction | int) -> tuple[int, Fraction | int]:
    """ "and a half", also with hyphens: "two-and-a-half"."""
    at = last + (scan.lower(last) == "-")
    if scan.lower(at) != "and":
        return last, value
    at += 1 + (scan.lower(at + 1) == "-")
    article = scan.lower(at)
    if article not in ("a", "one", "three"):
        return last, value
    at += 1 + (scan.lower(at + 1) == "-")
    part = _values().get(scan.lower(at)) if scan.code(at) in scan.sets.fraction else None
    if part is None or (article == "three") != scan.lower(at).endswith("s"):
        return last, value
    return at + 1, value + part * (3 if article == "three" else 1)


def _exponent(scan: Scan, last: int, value: Fraction | int) -> tuple[int, Fraction | int]:
    """ "1.99×10−30", "3 x 10^8", "6e23": powers of ten."""
    at, sign = last, scan.lower(last)
    if sign in ("×", "x", "*") and scan.text(at + 1) == "10":
        at += 2
        if scan.lower(at) in ("^", "**"):
            at += 1
        elif not (scan.tight(at - 1) and scan.lower(at) in _MINUS):
            return last, value
    elif sign in ("e", "E") and scan.tight(last) and scan.tight(last - 1):
        at += 1
    else:
        return last, value
    negative = scan.lower(at) in (*_MINUS, "--")
    at += negative or scan.lower(at) == "+"
    power = scan.text(at)
    if not power.isdecimal() or len(power) > 2:
        return last, value
    return at + 1, value * Fraction(10) ** (-int(power) if negative else int(power))


def _scaled(scan: Scan, last: int, *, figure: bool) -> tuple[int, int]:
    """The magnitude words after a numeral ("5 million", "5-million", "$5M", "2 hundred thousand") and their factor."""
    scale = 1
    for _ in range(3):
        at = last + 1 if scan.lower(last) == "-" and scan.tight(last) and scan.tight(last - 1) else last
        code = scan.code(at)
        if code in scan.sets.magnitude:
            scale *= int(_values()[scan.lower(at)])
            last = at + 1
        elif code in scan.sets.magnitude_sign and figure and scale == 1 and at == last and _sign_of_magnitude(scan, at):
            return at + 1, int(_values()[scan.text(at)])
        else:
            break
    return last, scale


def _sign_of_magnitude(scan: Scan, at: int) -> bool:
    """Is a letter a magnitude? "bn" always; "m" and "k" by what stands around them: money, or what is counted."""
    sign = scan.text(at)
    if sign not in _values():
        return False
    tight = scan.tight(at - 1)
    money = _money_before(scan, at - 1)
    if scan.tight(at) and scan.lower(at + 1) not in _CLOSING:
        return False
    if sign in ("bn", "Bn", "BN", "tn", "trn", "mn", "cr", "Cr"):
        return True
    if sign in ("k", "K"):
        return tight and (
            money or scan.lower(at + 1) not in ("run", "race", "walk", "resolution", "video", "tv", "uhd", "display", "screen")
        )
    if money:
        return tight or sign in ("B", "M", "mil", "bil", "mm", "MM", "tr", "m", "b")
    if sign in ("m", "M", "b", "B", "mil", "bil", "MM"):
        after = scan.tag(at + 1)
        if sign == "m":
            return tight and (after == "S" or scan.lower(at + 1) in ("of", "people") or _counts_ahead(scan, at))
        return tight or after == "S"
    return False


def _counts_ahead(scan: Scan, at: int) -> bool:
    """Does a plural follow the figure and its "m" over modifiers only ("2.7m digital and physical sales")?"""
    if "." not in scan.text(at - 1):
        return False
    for index in range(at + 1, at + 7):
        if scan.tag(index) == "S":
            return True
        if scan.tag(index) not in "JGndRNKPV":
            return False
    return False


_CLOSING = frozenset(
    (",", ".", ";", ":", "!", "?", ")", "]", '"', "”", "’", "'", "-", "–", "—", "--", "/", "+", "...", "…", "=", "€", "£", "$")
)


def _money_before(scan: Scan, at: int) -> bool:
    """Does a currency sign or code stand before the figure, as far as a range's other end ("$10-15bn")?"""
    for index in range(at - 1, max(-1, at - 7), -1):
        if scan.tag(index) == "$":
            return True
        text = scan.text(index)
        if not (
            text in ("-", "–", "to", ".", "/")
            or scan.code(index) in scan.sets.figure
            or (text.isupper() and len(text) <= 3)
            or text in ("Rs", "Rs.")
        ):
            return False
        if text.isupper() and scan.tight(index):
            return True
        if text in ("Rs", "Rs.") or (text.isupper() and len(text) == 3):
            return True
    return False


def _smaller(scan: Scan, last: int, value: Fraction | int, scale: int) -> tuple[int, Fraction | int]:
    """A second, smaller magnitude: "5 crore 20 lakh", "3 million 200 thousand"."""
    if scan.code(last) in scan.sets.figure and scan.code(last + 1) in scan.sets.magnitude:
        text, smaller = scan.text(last), int(_values()[scan.lower(last + 1)])
        if text.isdecimal() and smaller < scale and int(text) * smaller < scale:
            return last + 2, value + int(text) * smaller
    return last, value


# ---- words ---------------------------------------------------------------------------------------------------------


def _words(scan: Scan, at: int, first: int) -> Numeral | None:
    """A spelled-out number from its first cardinal word on."""
    first, negative = (at - 1, True) if scan.lower(at - 1) in ("minus", "negative") else (first, False)
    last, value, scale = _spelled(scan, at)
    if scan.lower(last) == "point" and scan.code(last + 1) in scan.sets.cardinal and not scan.lower(last + 2).startswith("point"):
        last, value = _decimals(scan, last, value)
        last, scale = _scaled(scan, last, figure=False)
        value *= scale
    last, value, fraction = _parts(scan, last, value)
    if last < 0:
        return None
    ended, value = (last, value) if fraction else _half(scan, last, value)
    if ended != last:
        last, factor = _scaled(scan, ended, figure=False)
        value *= factor
    return Numeral(first, last, number(-value if negative else value), form="fraction" if fraction else "word", scale=scale)


def _spelled(scan: Scan, at: int) -> tuple[int, Fraction | int, int]:
    """The tokens of a cardinal number from AT on: where they end, their value, and the largest magnitude among them."""
    values, sets = _values(), scan.sets
    total, current = Fraction(0), Fraction(0)
    last, scale = at, 1
    index, open_range = at, scan.lower(at - 1) in ("between", "from")
    for _ in range(24):
        code = scan.code(index)
        word = scan.lower(index)
        if code in sets.cardinal:
            value = values[word]
            if current and not (current % 100 == 0 or (current % 100 >= 20 and current % 10 == 0 and 0 < value < 10)):
                break
            if current and value == 0:
                break
            current += value
        elif code in sets.magnitude and index > at:
            factor = int(values[word])
            scale = max(scale, factor)
            if factor < 1000:
                current = (current or Fraction(1)) * factor
            elif current:
                total = total + current * factor if not total or factor < total else (total + current) * factor
                current = Fraction(0)
            else:
                total = total * factor
        else:
            break
        last = index + 1
        index = _next_number_word(scan, last, scaled=code in sets.magnitude, open_range=open_range)
        if index < 0:
            break
    return last, total + current, scale


def _next_number_word(scan: Scan, at: int, *, scaled: bool, open_range: bool) -> int:
    """The index of the number word that goes on after the one before AT: across a hyphen, "and" or comma; else -1."""
    sets = scan.sets
    if scan.code(at) in sets.number_word:
        return at
    sign = scan.lower(at)
    if sign == "-" and scan.tight(at) and scan.tight(at - 1) and scan.code(at + 1) in sets.number_word:
        return at + 1
    if scaled and sign == "and" and not open_range and scan.code(at + 1) in sets.cardinal and scan.lower(at + 1) != "zero":
        following = scan.code(at + 2) in sets.magnitude and scan.lower(at + 2) in ("hundred", scan.lower(at - 1))
        return -1 if following else at + 1
    if scaled and sign == "," and scan.code(at + 1) in sets.cardinal:
        ahead = [scan.code(at + step) in sets.magnitude for step in (2, 3, 4)]
        if any(ahead) and scan.lower(at + 2 + ahead.index(True)) != scan.lower(at - 1):
            return at + 1
    return -1


def _decimals(scan: Scan, last: int, value: Fraction | int) -> tuple[int, Fraction | int]:
    digits, at = "", last + 1
    while scan.code(at) in scan.sets.cardinal and len(digits) < 12:
        digit = _values()[scan.lower(at)]
        if digit > 99:
            break
        digits += str(int(digit))
        at += 1
    return at, value + Fraction(int(digits), 10 ** len(digits))


def _parts(scan: Scan, last: int, value: Fraction | int) -> tuple[int, Fraction | int, bool]:
    """ "two-thirds", "one half", "three quarters of"; last is -1 where the words are an ordinal ("twenty-fifth")."""
    at = last + 1 if scan.lower(last) == "-" and scan.tight(last) else last
    if scan.code(at) not in scan.sets.fraction:
        return last, value, False
    word = scan.lower(at)
    plural = word.endswith("s") or word == "halves"
    if value >= 20 and value % 10 == 0 and not plural:
        return -1, value, False
    if plural != (value != 1) or value >= 100:
        return last, value, False
    if word.startswith("quarter") and at == last:  # "the last three quarters" are time, and so are "two quarters"
        before = scan.lower(last - 2)
        if before in ("last", "past", "next", "previous", "first", "final", "consecutive", "of", "for") or scan.lower(at + 1) not in (
            "of",
            "the",
            "to",
            ".",
        ):
            return last, value, False
    last, scale = at + 1, 1
    following = at + 1
    if scan.lower(following) == "of" and scan.lower(following + 1) in ("a", "one") and scan.code(following + 2) in scan.sets.magnitude:
        last, scale = following + 3, int(_values()[scan.lower(following + 2)])
    return last, value * _values()[word] * scale, True


def _magnitude(scan: Scan, at: int) -> Numeral | None:
    """A magnitude word that no figure or cardinal opened: "a million", "several hundred", the "billion" of "billion-euro"."""
    before = scan.lower(at - 1)
    if before in ("a", "an", "one"):
        last, value, scale = _spelled(scan, at)
        if last == at:
            scale = int(_values()[scan.lower(at)])
            value, last = scale, at + 1
            last, factor = _scaled(scan, last, figure=False)
            value, scale = value * factor, scale * factor
            ended, rest, _ = _spelled(scan, _skip_and(scan, last))
            if ended > last + 1 or (ended > last and _skip_and(scan, last) == last):
                last, value = ended, value + rest
        last, value = _half(scan, last, value)
        return Numeral(at - 1, last, number(value), form="word", scale=scale)
    of = at - (before == "of") - 1
    if scan.lower(of) in _MANY:
        first = of - (scan.lower(of - 1) == "a")
        last, scale = _scaled(scan, at, figure=False)
        return Numeral(first, last, None, low=2 * scale, form="vague", scale=scale)
    if scan.lower(at + 1) == "-" and scan.tight(at) and scan.tight(at + 1) and not scan.tight(at - 1):
        return Numeral(at, at + 1, number(_values()[scan.lower(at)]), form="word", scale=int(_values()[scan.lower(at)]))
    return None


def _skip_and(scan: Scan, at: int) -> int:
    return at + (scan.lower(at) == "and" and scan.code(at + 1) in scan.sets.cardinal)


_AFTER_PART = frozenset(
    "of off to from , . ; : ! ? ) less more higher lower and or over since in by on the as than compared during while last this".split()
)
_AFTER_HALF = frozenset(
    "of the a an its their his her our my your all those these that as per to were are is was have had say said from , .".split()
)
_NOT_HALF = frozenset("first second other better the this that last latter final each every in 's second-".split())


def _fraction(scan: Scan, at: int) -> Numeral | None:
    """A fraction word that no cardinal opened: "a third of", "half the", "half a million", "a quarter of a million"."""
    word, before = scan.lower(at), scan.lower(at - 1)
    value = _values()[word]
    if word == "half":
        return _halved(scan, at)
    if before in ("a", "an") and not word.endswith("s"):
        following = scan.lower(at + 1)
        if following == "of" and scan.lower(at + 2) in ("a", "one") and scan.code(at + 3) in scan.sets.magnitude:
            return Numeral(at - 1, at + 4, number(value * _values()[scan.lower(at + 3)]), form="word")
        if scan.code(at + 1) in scan.sets.magnitude and not scan.tight(at):
            return Numeral(at - 1, at + 2, number(value * _values()[following]), form="word")
        if (following in _AFTER_PART or at + 1 >= scan.length or following == "\n") and (
            following in ("of", "off")
            or word == "quarter"
            or scan.tag(at - 2) in "IRTVZdnG"
            or scan.lower(at - 2) in ("than", "over", "about")
        ):
            return Numeral(at - 1, at + 1, number(value), form="fraction")
    return None


def _halved(scan: Scan, at: int) -> Numeral | None:
    before, following = scan.lower(at - 1), scan.lower(at + 1)
    first = at - (before == "a" and scan.lower(at - 2) != "and")
    step = at + 1 + (following in ("a", "an", "-"))
    if scan.code(step) in scan.sets.magnitude:
        last, scale = _scaled(scan, step, figure=False)
        return Numeral(first, last, number(Fraction(scale, 2)), form="word", scale=scale)
    if before in _NOT_HALF or (before == "a" and scan.lower(at - 2) == "and"):
        return None
    if following in ("an", "a") or (following == "-" and scan.tight(at)):
        return Numeral(first, step, 0.5, form="fraction")
    if following in _AFTER_HALF or scan.code(at + 1) == " ":
        return Numeral(first, at + 1, 0.5, form="fraction")
    return None


def _vague(scan: Scan, at: int) -> Numeral | None:
    """ "dozens", "hundreds", "tens of thousands of", "hundreds of millions of": the least that is meant."""
    word, values = scan.lower(at), lexicon.table("numerals")
    if word == "scores" and scan.lower(at + 1) != "of":
        return None
    low, last = values[word]["value"], at + 1
    least = Fraction(low) if low else None
    factor = {"tens": 10, "hundreds": 100, "thousands": 1000, "dozens": 12}.get(word, 1)
    if scan.lower(at + 1) == "of" and scan.code(at + 2) in scan.sets.vague and scan.lower(at + 2) != "scores":
        inner = Fraction(values[scan.lower(at + 2)]["value"] or 0)
        least, last = factor * inner, at + 3  # "tens of thousands": at least twenty thousand
    elif scan.lower(at + 1) == "of" and scan.code(at + 2) in scan.sets.magnitude:
        least, last = 2 * factor * _values()[scan.lower(at + 2)], at + 3
    if least is None:
        return None
    first = at - (scan.lower(at - 1) in _MANY and not scan.tight(at - 1))
    first -= first < at and scan.lower(first - 1) == "a"
    return Numeral(first, last, None, low=number(least), form="vague")
