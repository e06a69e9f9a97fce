"""What a figure has from the words around it, and from the figure before it: comparator, change, unit."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from claimx.quantities import change, comparators, draft
from claimx.quantities.numeral import number

if TYPE_CHECKING:
    from claimx.quantities.draft import Draft
    from claimx.quantities.scan import Scan


def compare(scan: Scan, one: Draft, previous: Draft | None, first: int) -> None:
    found = comparators.before(scan, one.start)
    if found is not None and (_lasting(scan, one, found) or _differing(scan, previous, found)):
        found = None
    if found is not None and found.first >= first and one.numeral.form != "vague":
        one.comparator, one.comparator_at = found.sign, (found.first, found.last)
    elif one.comparator_at is None and one.numeral.form != "vague":
        behind = comparators.behind(scan, one.end)
        if behind is None and one.counted is not None and scan.lowers[one.counted.last] in ("or", "at"):
            behind = comparators.behind(scan, one.counted.last)  # "100 people or so", "20 stitches at least"
        if behind is not None:
            one.comparator, one.comparator_at = behind.sign, (behind.first, behind.last)
    if one.range_ and one.comparator != "~":
        one.comparator, one.comparator_at = "=", None  # its bounds say all: "from up to 3 to 5 km"


_EXTENT = frozenset("of for than lasting lasted after just is was been took takes taken with aged are were from by to spent".split())


_PLAYED = frozenset(("inning", "game", "match", "start", "season", "round", "race", "lap"))
"""What play goes over, as work goes over years."""


def _lasting(scan: Scan, one: Draft, found: comparators.Found) -> bool:
    """Is "over" the time in which something happened ("£4bn over 10 years"), not a bound ("for over 10 years")?"""
    played = one.unit is not None and one.unit.name in _PLAYED and scan.tags[found.first - 1] in "NS"
    if (
        one.unit is None
        or (one.unit.kind != "duration" and not played)
        or scan.lowers[found.first] not in ("over", "around", "about", "under")
    ):
        return False
    return scan.lowers[found.first] == "over" and found.last - found.first == 1 and scan.lowers[found.first - 1] not in _EXTENT


def _differing(scan: Scan, previous: Draft | None, found: comparators.Found) -> bool:
    """Does "more than" tell by how much two figures differ ("a third less than the $30", "two more than the 10 of May")?"""
    if previous is None or found.first != previous.end or previous.counted is not None:
        return False  # "of 50 people more than 30 fled"
    return scan.lowers[found.last - 1] in ("than", "the") and scan.lowers[previous.start - 1] not in ("of", "the")


def lend_unit(scan: Scan, left: Draft, right: Draft) -> None:
    """ "8 or 9 euros", "20 x 30 cm": the first has the second's unit."""
    gap = scan.lowers[left.end : right.start]
    if left.unit is not None or right.unit is None or left.prefix or not gap:
        return
    if gap == ["-", "by", "-"] or (gap[0] in ("and", "or", ",", "to", "-", "by", "x", "×") and gap[1:] in _HYPHENED[gap[0] == "-"]):
        left.unit = right.unit
        _lend(left, right)


def share_unit(scan: Scan, left: Draft, right: Draft) -> None:
    """ "up from 2.4 million": the second of two figures that are compared has the first's unit."""
    gap = scan.lowers[left.end : right.start]
    if gap and (
        right.unit is None
        and left.unit is not None
        and left.unit.kind not in ("percent", "age", "ratio")
        and _likened(scan, left, right, gap)
    ):
        right.unit = left.unit
        draft.rate(scan, right)


_HYPHENED: tuple[list[list[str]], list[list[str]]] = ([[]], [["and"], ["or"]])
"""What may follow the first word between the figures of a list: "17- and 18-year-olds"."""


def _lend(left: Draft, right: Draft) -> None:
    """ "from 2 to 3 million", "5 or 6 million": the magnitude goes for both."""
    scale = right.numeral.scale
    top = right.value if right.value is not None else right.low
    if scale > 1 and left.numeral.scale == 1 and left.value is not None and top is not None and left.value <= top / scale:
        left.value = number(Fraction(left.value).limit_denominator(10**6) * scale)


def share_points(scan: Scan, drafts: list[Draft], one: Draft) -> None:
    """An index level is in points where a figure before it in the sentence is: "gained 0.1% to 1,333.18"."""
    if one.unit is None and scan.lowers[one.start - 1] in ("to", "at") and isinstance(one.value, float):
        one.unit = next((other.unit for other in drafts if other.unit and other.unit.name == "point" and other.start < one.start), None)


def _likened(scan: Scan, left: Draft, right: Draft, gap: list[str]) -> bool:
    """Do the words between two figures set the second beside the first ("compared with", "from", "versus")?"""
    if gap[-1] in ("about", "nearly", "around", "almost", "roughly", "just"):
        gap.pop()
    if not gap or len(gap) > _NEAR:
        return False
    if gap[-1] in ("from", "than", "against", "versus"):
        return True
    if gap[-1] in ("with", "to", "of"):
        return len(gap) == 1 or not _COMPARING.isdisjoint(gap)
    if gap in (["and"], ["or"]):
        return scan.tags[right.end] in ".,\n" and left.counted is None
    return gap[-1] == "and" and _dated(scan, right.end) and any(_dated(scan, index) for index in range(left.end, right.start))


def _dated(scan: Scan, at: int) -> bool:
    """Does a date of the year start at a token ("last year", "in 2018")?"""
    if scan.lowers[at] in ("last", "this", "next"):
        return scan.lowers[at + 1] in ("year", "month", "week", "quarter")
    return scan.lowers[at] == "in" and (scan.codes[at + 1] in scan.sets.year or scan.codes[at + 1] in scan.sets.month)


_NEAR = 13
_COMPARING = frozenset(("compared", "comparing", "up", "down", "from", "compares"))


def _object(scan: Scan, one: Draft, verb: str) -> bool:
    """Is the figure no change but what is moved: "raised two children", "lifted 200 kg", "sank $5m into", "fell 3 votes short"?"""
    kind = one.unit.kind if one.unit else "count"
    last = one.counted.last if one.counted else one.end
    if verb.startswith(("rais", "rall")):
        return kind not in ("percent", "percentage_point", "ratio") and not (one.unit and one.unit.name == "point")
    if verb.startswith("lift"):
        return kind in ("currency", "mass", "count")
    return scan.lowers[last] == "short" or (verb.startswith(("sink", "sank", "sunk")) and scan.lowers[last] == "into")


def _level(scan: Scan, one: Draft) -> bool:
    """Is the figure how far something went ("fell below 20 degrees", "sank as low as $5"), not by how much?"""
    assert one.comparator_at is not None
    return scan.lowers[one.comparator_at[0]] in ("below", "above") or scan.lowers[one.start - 2] in ("low", "high")


def changes(scan: Scan, one: Draft, previous: Draft | None) -> None:
    start = min(one.start, one.comparator_at[0]) if one.comparator_at else one.start
    found = change.before(scan, start) or change.behind(scan, one.end)
    if found is not None and found.last == start and _object(scan, one, scan.lowers[found.first]):
        found = None
    if one.comparator_at is not None and one.comparator_at[0] < one.start and _level(scan, one):
        return
    if found is not None:
        one.change, one.change_at = found.change, (found.first, found.last)
        return
    if previous is None:
        return
    gap = scan.lowers[previous.counted.last if previous.counted else previous.end : start]
    if len(gap) < _NEAR and gap[-1:] == ["by"] and previous.unit == one.unit:  # "Shell was down 2%, Eni by 3%"
        one.change, one.change_at = previous.change, previous.change_at
        return
    if gap in (["or"], [",", "or"], ["("], ["and"], ["by"], ["/"], [","]):
        if previous.change is not None:
            one.change, one.change_at = previous.change, previous.change_at
        converted = gap in (["("], ["/"]) and one.unit is not None and one.unit.kind != "currency"
        if converted and one.comparator_at is None and previous.comparator != "~":
            one.comparator, one.comparator_at = previous.comparator, previous.comparator_at
