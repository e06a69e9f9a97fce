"""Figures: 3,200, 816 000, 2 1/2, 1.2bn, $5M, 1.99×10−30, -5, and "3.200,50" where the page writes so."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from claimx.quantities.numeral import PLURALS, Numeral, number, values

if TYPE_CHECKING:
    from claimx.quantities.scan import Scan

_LARGEST = 40
"""Digits: what is longer is no number of anything."""

_MINUS = frozenset(("-", "−", "–"))
_DENOMINATORS = frozenset((2, 3, 4, 5, 6, 8, 10, 12, 16, 32, 64, 100))


def read(scan: Scan, at: int) -> Numeral | None:
    """The numeral whose first figure stands at a token; None for a version ("1.2.3") and for digits without end."""
    text = scan.lowers[at]
    if len(text) > _LARGEST or text.count(".") > 1:
        return None
    plain = text.isdecimal()
    value: Fraction | int = int(text) if plain else _decimal(text)
    last = at + 1
    if _alone(scan, last):
        first, negative = _sign(scan, at)
        return Numeral(first, last, number(-value if negative else value), plain=plain and not negative)
    if scan.continental:
        last, value = _continental(scan, at, value)
        plain = plain and last == at + 1
    if plain and len(text) < _GROUP and scan.lowers[last] == "," and scan.tight(at):
        last, value = _indian(scan, at, value)
        plain = last == at + 1
    if plain and not scan.tight(at):
        last, value = _spaced(scan, at, value)
    elif plain:
        last, value = _mixed(scan, last, value)
    first, negative = _sign(scan, at)
    if last == at + 1:
        last, value = with_half(scan, last, value)
        last, value = _exponent(scan, last, value)
    plain = plain and last == at + 1 and not negative
    last, scale = scaled(scan, last, figure=True)
    if scale > 1:
        last, value = _smaller(scan, last, value * scale, scale)
    return Numeral(first, last, number(-value if negative else value), plain=plain and scale == 1, scale=scale)


def _alone(scan: Scan, last: int) -> bool:
    """Does a common word follow a figure, as behind most of them, that can be no part of the numeral?"""
    if scan.codes[last] not in scan.sets.inert or scan.continental:
        return False
    return len(scan.lowers[last]) > 1 and scan.lowers[last] != "and"


def _continental(scan: Scan, at: int, value: Fraction | int) -> tuple[int, Fraction | int]:
    """ "3.200,50" and "12,5" on a page that writes all its figures so."""
    text, last = scan.lowers[at], at + 1
    whole, point, thousands = text.partition(".")
    if point and len(thousands) == _GROUP and len(whole) <= _GROUP:
        value = int(whole + thousands)
    elif point:
        return last, value
    if scan.tight(at) and scan.lowers[last] == "," and scan.tight(last) and scan.codes[last + 1] in scan.sets.integer:
        decimals = scan.lowers[last + 1]
        if len(decimals) < _GROUP:
            return last + 2, value + Fraction(int(decimals), 10 ** len(decimals))
    return last, value


_GROUP = 3


def _indian(scan: Scan, at: int, value: Fraction | int) -> tuple[int, Fraction | int]:
    """ "1,20,50,000": groups of two figures before the last of three."""
    end, digits = at + 1, scan.texts[at]
    while scan.lowers[end] == "," and scan.tight(end) and scan.codes[end + 1] in scan.sets.figure:
        group = scan.texts[end + 1]
        digits, end = digits + group.replace(",", ""), end + 2
        if len(group) == _LAST_GROUPS and group[2] == ",":
            return end, int(digits)
        if len(group) != 2 or not scan.tight(end - 1) or len(digits) > _LARGEST:
            break
    return at + 1, value


_LAST_GROUPS = len("50,000")


def _decimal(text: str) -> Fraction | int:
    whole, _, decimals = text.replace(",", "").partition(".")
    return Fraction(int(whole + decimals), 10 ** len(decimals)) if decimals else int(whole)


def _spaced(scan: Scan, at: int, value: Fraction | int) -> tuple[int, Fraction | int]:
    """Thin-space groups ("816 000") and a fraction after a blank ("2 1/2")."""
    last, text = at + 1, scan.texts[at]
    following = scan.codes[last]
    if following in scan.sets.fraction_sign:
        return last + 1, value + values()[scan.texts[last]]
    if following not in scan.sets.figure:
        return last, value
    if scan.lowers[last + 1] == "/" and scan.tight(last):
        return _mixed(scan, last, value)
    if len(text) <= _GROUP and text[0] != "0":
        while scan.codes[last] in scan.sets.integer and len(scan.texts[last]) == 3 and not scan.tight(last - 1):
            value = value * 1000 + int(scan.texts[last])
            last += 1
        if scan.codes[last] in scan.sets.figure or scan.lowers[last] in ("-", "/", ":"):
            return at + 1, int(text)
    return last, value


def _mixed(scan: Scan, last: int, value: Fraction | int) -> tuple[int, Fraction | int]:
    """A fraction: "1/2" alone, the "1/2" of "2 1/2" (the token LAST), "2-1/2" and "2½"."""
    if scan.codes[last] in scan.sets.fraction_sign:
        return last + 1, value + values()[scan.texts[last]]
    if scan.lowers[last] in ("'", "’") and value < 1000:
        grouped, end = value, last
        while (
            scan.lowers[end] in ("'", "’")
            and scan.codes[end + 1] in scan.sets.integer
            and len(scan.lowers[end + 1]) == _GROUP
            and scan.tight(end)
        ):
            grouped, end = grouped * 1000 + int(scan.lowers[end + 1]), end + 2
        if end > last:
            return end, grouped  # 100'000, as the Swiss write
    whole: Fraction | int = 0
    at = last - 1
    if scan.lowers[last] == "-" and scan.codes[last + 1] in scan.sets.integer and scan.lowers[last + 2] == "/":
        whole, at = value, last + 1
    elif scan.codes[last] in scan.sets.integer:
        whole, at = value, last
    over, under = scan.texts[at], scan.texts[at + 2]
    if scan.lowers[at + 1] == "/" and under.isdecimal() and over.isdecimal() and len(under) <= 3 and scan.tight(at + 1):
        after = scan.lowers[at + 3] if scan.tight(at + 2) else ""
        if int(under) in _DENOMINATORS and 0 < int(over) < int(under) and after not in ("/", ":"):
            return at + 3, whole + Fraction(int(over), int(under))
    return last, value


def _sign(scan: Scan, at: int) -> tuple[int, bool]:
    """A minus before a figure: tight to it, and not tight to a word or figure before it (that is a hyphen)."""
    before = scan.lowers[at - 1]
    if before in _MINUS and scan.tight(at - 1) and not (scan.texts[at - 2].isupper() and len(scan.texts[at - 2]) > 2):
        if at < 2 or not scan.tight(at - 2) or scan.texts[at - 2] in "($=[\n" or scan.tags[at - 2] == "$":
            return at - 1, True
        if scan.lowers[at - 2] in ("minus", "negative"):
            return at - 2, True
    elif before in ("minus", "negative") and scan.lowers[at - 2] not in ("or", "and"):
        return at - 1, True
    return at, False


def with_half(scan: Scan, last: int, value: Fraction | int) -> tuple[int, Fraction | int]:
    """Take in "and a half", "and three quarters", also with hyphens: "two-and-a-half"."""
    at = last + (scan.lowers[last] == "-")
    if scan.lowers[at] != "and":
        return last, value
    at += 1 + (scan.lowers[at + 1] == "-")
    article, count = scan.lowers[at], scan.sets.cardinal
    if scan.codes[at] in scan.sets.integer and scan.lowers[at + 1] == "/":
        ended, rest = _mixed(scan, at + 1, int(article))
        return (ended, value + rest) if rest < 1 else (last, value)  # "2 and 1/2 cups"
    if article not in ("a", "an") and scan.codes[at] not in count:
        return last, value
    times = values()[article] if scan.codes[at] in count else 1
    at += 1 + (scan.lowers[at + 1] == "-")
    part = values()[scan.lowers[at]] if scan.codes[at] in scan.sets.fraction else None
    if part is None or times * part >= 1 or (times != 1) != scan.lowers[at].endswith("s"):
        return last, value
    return at + 1, value + part * times


def _exponent(scan: Scan, last: int, value: Fraction | int) -> tuple[int, Fraction | int]:
    """ "1.99×10−30", "3 x 10^8", "6e23": powers of ten."""
    at, sign = last, scan.lowers[last]
    if value == 10:
        raised = _superscript(scan, last)
        if raised is not None:
            return raised[0], Fraction(10) ** raised[1]
    if sign in ("×", "x", "*", "·", "⋅") and scan.texts[at + 1] == "10":
        at += 2
        raised = _superscript(scan, at)
        if raised is not None:
            return raised[0], value * Fraction(10) ** raised[1]
        if scan.lowers[at] in ("^", "**"):
            at += 1
        elif not (scan.tight(at - 1) and scan.lowers[at] in _MINUS):
            return last, value
    elif sign == "^" and value <= 100 and value:
        at += 1 + (scan.lowers[at + 1] in _MINUS)
        power = scan.lowers[at]
        if not power.isdecimal() or len(power) > 2:
            return last, value
        return at + 1, Fraction(value) ** (-int(power) if scan.lowers[at - 1] in _MINUS else int(power))
    elif sign in ("e", "E") and scan.tight(last) and scan.tight(last - 1):
        at += 1
    else:
        return last, value
    negative = scan.lowers[at] in (*_MINUS, "--")
    at += negative or scan.lowers[at] == "+"
    power = scan.texts[at]
    if not power.isdecimal() or len(power) > 2:
        return last, value
    return at + 1, value * Fraction(10) ** (-int(power) if negative else int(power))


_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def _superscript(scan: Scan, at: int) -> tuple[int, int] | None:
    """The power written in superscript figures at a token: where it ends and its value."""
    negative = scan.lowers[at] == "⁻"
    text = scan.lowers[at + negative]
    if not scan.tight(at - 1) or not 0 < len(text) < 3 or any(digit not in "⁰¹²³⁴⁵⁶⁷⁸⁹" for digit in text):
        return None
    power = int(text.translate(_RAISED))
    return at + negative + 1, -power if negative else power


def scaled(scan: Scan, last: int, *, figure: bool) -> tuple[int, int]:
    """The magnitude words after a numeral ("5 million", "5-million", "$5M", "2 hundred thousand") and their factor."""
    scale = 1
    for _ in range(3):
        at = last + 1 if scan.lowers[last] == "-" and scan.tight(last) and scan.tight(last - 1) else last
        code = scan.codes[at]
        if code in scan.sets.magnitude or (scan.lowers[at] in PLURALS and scan.lowers[at + 1] != "of"):
            word = scan.lowers[at]
            scale *= PLURALS.get(word) or int(values()[word])
            last = at + 1
        elif (
            (code in scan.sets.magnitude_sign or _initial(scan, at))
            and figure
            and scale == 1
            and at == last
            and _sign_of_magnitude(scan, at)
        ):
            return at + 1, int(values()[scan.texts[at].removesuffix(".")])
        else:
            break
    return last, scale


def _initial(scan: Scan, at: int) -> bool:
    """Is a letter with a dot the magnitude at a sentence's end ("$5M.")? It reads as an initial."""
    return scan.tight(at - 1) and scan.texts[at] in ("M.", "B.", "K.", "T.")


def _sign_of_magnitude(scan: Scan, at: int) -> bool:
    """Is a letter a magnitude? "bn" always; "m" and "k" by what stands around them: money, or what is counted."""
    sign = scan.texts[at].removesuffix(".")
    if sign not in values():
        return False
    tight = scan.tight(at - 1)
    money = _money_before(scan, at - 1)
    if scan.tight(at) and scan.lowers[at + 1] not in _CLOSING:
        return False
    if sign in ("bn", "Bn", "BN", "tn", "trn", "mn", "cr", "Cr"):
        return True
    if sign in ("k", "K"):
        if sign == "K" and not money and scan.tags[at + 1] not in "SJNnG":
            return False
        return tight and (
            money or scan.lowers[at + 1] not in ("run", "race", "walk", "resolution", "video", "tv", "uhd", "display", "screen")
        )
    if money:
        return tight or sign in ("B", "M", "mil", "bil", "mm", "MM", "tr", "m", "b")
    if sign in ("m", "M", "b", "B", "mil", "bil", "MM"):
        after = scan.tags[at + 1]
        if sign == "m":
            named = scan.lowers[at + 1 + (scan.lowers[at + 1] == "-")]
            return tight and (after == "S" or named in ("of", "people", "euro", "pound", "dollar") or _counts_ahead(scan, at))
        return (tight and after not in "dVZBYM") or after == "S"  # never the company 3M
    return False


def _counts_ahead(scan: Scan, at: int) -> bool:
    """Does a plural follow the figure and its "m" over modifiers only ("2.7m digital and physical sales")?"""
    if "." not in scan.texts[at - 1]:
        return False
    for index in range(at + 1, at + 7):
        if scan.tags[index] == "S":
            return True
        if scan.tags[index] not in "JGndRNKPV":
            return False
    return False


_CLOSING = frozenset(
    (",", ".", ";", ":", "!", "?", ")", "]", '"', "”", "’", "'", "-", "–", "—", "--", "/", "+", "...", "…", "=", "€", "£", "$")
)


def _money_before(scan: Scan, at: int) -> bool:
    """Does a currency sign or code stand before the figure, as far as a range's other end ("$10-15bn")?"""
    for index in range(at - 1, max(-1, at - 7), -1):
        if scan.tags[index] == "$":
            return True
        text = scan.texts[index]
        if not (
            text in ("-", "–", "to", ".", "/")
            or scan.codes[index] in scan.sets.figure
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
    if scan.codes[last] in scan.sets.figure and scan.codes[last + 1] in scan.sets.magnitude:
        text, smaller = scan.texts[last], int(values()[scan.lowers[last + 1]])
        if text.isdecimal() and smaller < scale and int(text) * smaller < scale:
            return last + 2, value + int(text) * smaller
    return last, value
