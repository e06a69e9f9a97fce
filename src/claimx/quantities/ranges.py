"""Ranges, lists and shares of two numerals: "3 to 5", "between $62 and $68", "3-5 million", "one in five"."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from claimx.quantities import change, comparators, counts, money, numerals, units
from claimx.quantities.numeral import Numeral, number

if TYPE_CHECKING:
    from claimx.quantities.draft import Draft
    from claimx.quantities.scan import Scan

_DASHES = frozenset(("-", "–", "—", "−"))


def share(scan: Scan, numeral: Numeral) -> Numeral | None:
    """ "one in five", "9 out of 10", "one of four" as one numeral of the share."""
    over = numeral.value
    if not isinstance(over, int) or numeral.form not in ("figure", "word") or not 0 < over < 1000 or numeral.scale > 1:
        return None
    at = numeral.last
    word = scan.lowers[at]
    joined = word == "-" and scan.tight(at) and scan.lowers[at + 1] == "in" and scan.lowers[at + 2] == "-"  # "a one-in-five chance"
    if joined or (word == "out" and scan.lowers[at + 1] == "of"):
        at += 1
    elif word not in ("in", "of") or (word == "of" and over != 1) or scan.tight(at - 1):
        return None
    at += word == "out" and scan.lowers[at + 1] == "every"  # "two out of every three"
    step = at + 1 + joined
    if scan.lowers[step] == "a" and scan.codes[step + 1] in scan.sets.magnitude and word == "in":
        step += 1  # "one in a million"
    elif scan.codes[step] not in scan.sets.figure | scan.sets.cardinal:
        return None
    under = numerals.read(scan, step)
    if under is None or not isinstance(under.value, int) or under.value <= over or under.form not in ("figure", "word"):
        return None
    if 1500 <= under.value <= 2100:
        return None
    if units.after(scan, under.last, units.forms()) or money.behind(scan, under.last) or scan.lowers[under.last] == "per":
        return None
    fraction = number(Fraction(over, under.value))
    return Numeral(numeral.first, under.last, fraction, form="fraction")


def pair(scan: Scan, numeral: Numeral) -> Numeral | None:
    """The numeral that a dash or "to" ties to one that ends before it."""
    last = numeral.last
    if scan.lowers[last] not in ("-", "–", "—", "to") or numeral.form not in ("figure", "word"):
        return None
    following = scan.codes[last + 1]
    if following not in scan.sets.figure and (following not in scan.sets.cardinal or following in scan.sets.cap):
        return None
    return numerals.read(scan, last + 1)


def is_score(scan: Scan, left: Numeral, right: Numeral) -> bool:
    """Is "3-1" a result: two short bare figures with nothing measured or counted behind, and no word of a range before?"""
    if not (left.plain and right.plain and scan.lowers[left.last] in ("-", "–")):
        return False
    if not (scan.tight(left.last - 1) and scan.tight(left.last)) or right.first != left.last + 1:
        return False
    if len(scan.texts[left.first]) > 3 or scan.tags[left.first - 1] == "$" or money.before(scan, left.first) is not None:
        return False
    if units.after(scan, right.last, units.forms()) or money.behind(scan, right.last):
        return False
    low, high = int(scan.texts[left.first]), int(scan.texts[right.first])
    counted = counts.after(scan, right.last)
    if counted is not None and scan.tags[counted.head] in "SZ" and low < high:
        return False
    return low >= high or scan.lowers[left.first - 1] not in _RANGE_BEFORE


_RANGE_BEFORE = frozenset("aged ages between of about around from to range some for by at in approximately roughly only just age".split())


def _less(left: Draft, right: Draft) -> bool:
    return left.value is not None and right.value is not None and left.value < right.value


def joins(scan: Scan, left: Draft, right: Draft) -> bool:
    """Do two drafts with only a word or sign between them make one range?"""
    if left.value is None or right.value is None or left.range_ or right.range_ or left.numeral.form == "fraction":
        return False
    if not _between(scan, left, right) or not _alike(left, right):
        return False
    return not (_two_values(scan, left, right) or _result(scan, left, right))


_TOLERANCE = (["±"], ["+", "/", "-"], ["plus", "or", "minus"])
"""What stands between a value and how far it may be off: "3 ± 0.5 m"."""


def _between(scan: Scan, left: Draft, right: Draft) -> bool:
    gap = scan.lowers[left.end : right.start]
    if not gap or len(gap) > 3:
        return False
    if gap in _TOLERANCE:
        return True
    if gap == ["to"] or gap in (
        ["up", "to"],
        ["to", "+"],
        ["-", "to", "-"],
        ["-", "to"],
        ["to", "-"],
        ["to", "about"],
        ["to", "around"],
        ["to", "as", "much"],
        ["through"],
    ):
        return gap != ["through"] or left.unit is None
    if gap == ["and"] or gap in (["and", "about"], ["and", "around"]):
        if scan.lowers[left.start - 1] == "of" and scan.lowers[left.start - 2] in ("ages", "age"):
            return True
        compared = comparators.before(scan, left.start)
        return scan.lowers[(compared.first if compared else left.start) - 1] == "between"
    if len(gap) == 1 and gap[0] in _DASHES:
        tight = scan.tight(left.end - 1) and scan.tight(left.end)
        loose = not scan.tight(left.end - 1) and not scan.tight(left.end)
        return tight or (loose and left.unit is None and _less(left, right) and right.counted is None)
    return False


def _alike(left: Draft, right: Draft) -> bool:
    if left.unit is None or left.counted is not None:
        return left.counted is None
    if right.unit is None:
        return left.prefix or left.unit.kind == "age"
    if left.unit == right.unit:
        return True
    if left.unit.kind == right.unit.kind and left.unit.kind == "currency" and left.unit.code == right.unit.code:
        return True
    return right.unit.name.startswith(left.unit.name + " per ") or (right.counted is not None and left.prefix and right.numeral.scale > 1)


def _result(scan: Scan, left: Draft, right: Draft) -> bool:
    """Is "50 percent to 44 percent" how a vote went: two figures with units of their own, the larger first?"""
    if left.prefix or (right.unit_at is None and left.unit_at is not None) or not _less(right, left):
        return False
    if left.unit_at is None:  # "a vote of 90 to 10"
        tally = right.counted is not None and right.numeral.scale == 1  # "31 to 29 votes"
        lone = right.unit is None or tally or scan.tags[left.start - 1] == "P"  # "leads Jane Doe 45 to 40 percent"
        return lone and scan.lowers[left.end] == "to" and scan.lowers[left.start - 1] not in ("from", "between")
    return scan.lowers[left.end] in ("to", "-", "–") and scan.lowers[left.start - 1] not in ("from", "between", "of")


_RANGING = frozenset("range ranges ranged ranging vary varies varied varying anywhere cost costs costing between priced".split())


def _two_values(scan: Scan, left: Draft, right: Draft) -> bool:
    """Is "X to Y" where something stood and where it stands now ("rose from 3 to 5", "fell $2 to $56")?"""
    first = left.comparator_at[0] if left.comparator_at and left.comparator_at[0] < left.start else left.start
    before = scan.lowers[first - 1]
    while before != "from" and scan.tags[first - 1] in "DHJ" and left.start - first < _MODIFIERS:
        first -= 1  # "from the current $7 to $12"
        before = scan.lowers[first - 1]
    if before == "from":
        for last in range(first - 1, max(0, first - 12), -1):
            if scan.tags[last - 1] in ".:\n;":
                return False
            word = scan.lowers[last - 1]
            if word in _RANGING:
                return False
            if word in ("up", "down") or change.verb(scan, last) or word in _NOUNS:
                return True
        return False
    if before == "between":
        return False
    if left.unit is None:  # "fell 190.5 to 2,569", "by 300 to 5,000 cases", but "by 3 to 5 percent"
        if right.numeral.scale > 1 or left.value is None or right.value is None or left.value <= 0:
            return False
        exact = before == "by" and len(str(right.value).rstrip("0")) > 2  # no range ends so: "rose by 260 to 1,019"
        moved = right.unit is None or (right.counted is not None and before == "by")
        return (exact or right.value > _FAR * left.value) and moved and change.before(scan, first) is not None
    if change.before(scan, first) is None and not (left.unit.kind == "currency" and change.over_object(scan, first)):
        return False
    if left.unit.kind == "percent" and left.value is not None and right.value is not None:
        return not left.value <= right.value <= _FAR * left.value  # "will rise 3% to 5%", but "rose 0.2% to 5.1%"
    return True


_MODIFIERS = 3
_FAR = 5
"""What is that many times the figure before is no other end of a range."""

_NOUNS = frozenset(
    (
        "extended extend shifted went goes go increase rise drop decline decrease jump reduction cut fall growth hike change changed "
        "changing switch move moved moving revised upgraded downgraded"
    ).split()
)


def join(scan: Scan, left: Draft, right: Draft) -> None:
    """Make RIGHT the range of both, its end staying what follows."""
    low, high = left.value, right.value
    assert low is not None
    assert high is not None
    if scan.lowers[left.end : right.start] in _TOLERANCE:
        low, high = round(low - high, 12), round(low + high, 12)
    scale = right.numeral.scale
    if scale > 1 and left.numeral.scale == 1 and low <= high / scale and low < 1000:
        low = number(Fraction(low).limit_denominator(10**6) * scale)
    right.low, right.high = min(low, high), max(low, high)
    right.value = None if low != high else low
    right.range_ = True
    if right.unit is None or (right.counted is not None and left.prefix):
        right.unit, right.unit_at, right.prefix, right.counted = (
            left.unit,
            left.unit_at,
            left.prefix,
            None if left.prefix else right.counted,
        )
    right.start = left.start
    right.rule = f"range-{right.rule}"
    if left.comparator_at and right.comparator_at is None:
        right.comparator, right.comparator_at = left.comparator, left.comparator_at
    right.numeral.first = left.numeral.first
