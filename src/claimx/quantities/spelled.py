"""Spelled-out numbers: three hundred and forty-two thousand, two and a half, two-thirds, minus one point five."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from claimx.quantities.figures import scaled, with_half
from claimx.quantities.numeral import PLURALS, Numeral, number, values

if TYPE_CHECKING:
    from claimx.quantities.scan import Scan


def read(scan: Scan, at: int) -> Numeral | None:
    """A spelled-out number from its first cardinal word on."""
    negative = scan.lowers[at - 1] in ("minus", "negative") and scan.lowers[at - 2] not in ("or", "and")
    first = at - negative
    if scan.lowers[at - 1] == "point" and scan.tags[at - 2] in "IVZdG\n" and scan.lowers[at - 2] not in ("at", "from"):
        last, value = _decimals(scan, at - 1, 0)  # "point five"
        last, scale = scaled(scan, last, figure=False)
        first = at - 1 - (scan.lowers[at - 2] in ("minus", "negative"))
        return Numeral(first, last, number(-value * scale if first < at - 1 else value * scale), form="word", scale=scale)
    last, value, scale = cardinal(scan, at)
    if scan.lowers[last] == "point" and scan.codes[last + 1] in scan.sets.cardinal and not scan.lowers[last + 2].startswith("point"):
        last, value = _decimals(scan, last, value)
        last, scale = scaled(scan, last, figure=False)
        value *= scale
    last, value, fraction = _parts(scan, last, value)
    if last < 0 or _ordinal(scan, last):
        return None
    whole = value
    ended, value = (last, value) if fraction else with_half(scan, last, value)
    if ended != last and scale >= _GRAND:
        last, value = ended, whole + (value - whole) * scale  # "two million and a half"
    elif ended != last:
        last, factor = scaled(scan, ended, figure=False)
        value *= factor
    return Numeral(first, last, number(-value if negative else value), form="fraction" if fraction else "word", scale=scale)


_CENT = Fraction(1, 100)
_GRAND = 1000
"""The magnitudes that "and a half" is half of."""


def cardinal(scan: Scan, at: int) -> tuple[int, Fraction | int, int]:
    """The tokens of a cardinal number from AT on: where they end, their value, and the largest magnitude among them."""
    words, sets = values(), scan.sets
    total: Fraction | int = 0
    current: Fraction | int = 0
    last, scale = at, 1
    index, open_range = at, scan.lowers[at - 1] in ("between", "from")
    for _ in range(24):
        code = scan.codes[index]
        word = scan.lowers[index]
        if code in sets.cardinal:
            value = words[word]
            if current and not (current % 100 == 0 or (current % 100 >= 20 and current % 10 == 0 and 0 < value < 10)):
                break
            if current and value == 0:
                break
            current += value
        elif (code in sets.magnitude or word in PLURALS) and index > at:
            factor = PLURALS.get(word) or int(words[word])
            scale = max(scale, factor)
            if factor < 1000:
                current = (current or 1) * factor
            elif current:
                total = total + current * factor if not total or factor < total else (total + current) * factor
                current = 0
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
    if scan.codes[at] in sets.number_word or scan.lowers[at] in PLURALS:
        return at
    sign = scan.lowers[at]
    if sign == "-" and scan.tight(at) and scan.tight(at - 1) and scan.codes[at + 1] in sets.number_word:
        return at + 1
    if scaled and sign == "and" and not open_range and scan.codes[at + 1] in sets.cardinal and scan.lowers[at + 1] != "zero":
        following = scan.codes[at + 2] in sets.magnitude and scan.lowers[at + 2] in ("hundred", scan.lowers[at - 1])
        return -1 if following else at + 1
    if scaled and sign == "," and scan.codes[at + 1] in sets.cardinal:
        ahead = [scan.codes[at + step] in sets.magnitude for step in (2, 3, 4)]
        if any(ahead) and scan.lowers[at + 2 + ahead.index(True)] != scan.lowers[at - 1]:
            return at + 1
    return -1


def _ordinal(scan: Scan, last: int) -> bool:
    """Does "first" make the number an ordinal: "twenty-first", "hundred and first"?"""
    at = last + (scan.lowers[last] in ("-", "and"))
    if scan.lowers[at] == "second" and at > last and scan.tight(last):  # "the twenty-second", but "a twenty-second run"
        return scan.lowers[last - 2] in ("the", "his", "her", "their", "its", "our", "my", "your")
    return scan.lowers[at] == "first" and scan.codes[last - 1] in scan.sets.tens | scan.sets.magnitude


def _decimals(scan: Scan, last: int, value: Fraction | int) -> tuple[int, Fraction | int]:
    digits, at = "", last + 1
    while scan.codes[at] in scan.sets.cardinal and len(digits) < 12:
        digit = values()[scan.lowers[at]]
        if digit > 99:
            break
        digits += str(int(digit))
        at += 1
    return at, value + Fraction(int(digits), 10 ** len(digits))


def _parts(scan: Scan, last: int, value: Fraction | int) -> tuple[int, Fraction | int, bool]:
    """ "two-thirds", "one half", "three quarters of"; last is -1 where the words are an ordinal ("twenty-fifth")."""
    at = last + 1 if scan.lowers[last] == "-" and scan.tight(last) else last
    if scan.codes[at] not in scan.sets.fraction:
        return last, value, False
    word = scan.lowers[at]
    plural = word.endswith("s") or word == "halves"
    if value >= 20 and value % 10 == 0 and not plural:
        return -1, value, False
    if plural != (value != 1) or (value >= 100 and values()[word] > _CENT):
        return last, value, False
    if word.startswith("quarter") and at == last:  # "the last three quarters" are time, and so are "two quarters"
        before = scan.lowers[last - 2]
        if before in ("last", "past", "next", "previous", "first", "final", "consecutive", "of", "for") or scan.lowers[at + 1] not in (
            "of",
            "the",
            "to",
            ".",
            "\n",
            "",
        ):
            return last, value, False
    last, scale = at + 1, 1
    following = at + 1
    if scan.lowers[following] == "of" and scan.lowers[following + 1] in ("a", "one") and scan.codes[following + 2] in scan.sets.magnitude:
        last, scale = following + 3, int(values()[scan.lowers[following + 2]])
    return last, value * values()[word] * scale, True
