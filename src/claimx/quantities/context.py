"""What a figure has from the words around it, and from the figure before it: comparator, change, unit."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from claimx.quantities import comparators, draft
from claimx.quantities.numeral import number

if TYPE_CHECKING:
    from claimx.quantities.draft import Draft
    from claimx.quantities.scan import Scan


def compare(scan: Scan, one: Draft, previous: Draft | None, first: int) -> None:
    found = comparators.before(scan, one.start)
    if found is not None and (_lasting(scan, one, found) or _differing(scan, previous, found) or _raised(scan, one, found)):
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


_AMOUNTS = frozenset(("more", "less", "fewer", "longer", "shorter"))

_PLAYED = frozenset(("inning", "game", "match", "start", "season", "round", "race", "lap"))
"""What play goes over, as work goes over years."""


def _lasting(scan: Scan, one: Draft, found: comparators.Found) -> bool:
    """Is "over" the time in which something happened ("£4bn over 10 years"), not a bound ("for over 10 years"), or "than" one's date?"""
    if one.unit is not None and one.unit.kind == "duration" and scan.lowers[found.last - 1] == "than":
        # "prices are higher than three months ago", but "more than three months ago"
        return scan.lowers[one.end] in ("ago", "earlier", "before") and scan.lowers[found.last - 2] not in _AMOUNTS
    played = one.unit is not None and one.unit.name in _PLAYED and scan.tags[found.first - 1] in "NS"
    if (
        one.unit is None
        or (one.unit.kind != "duration" and not played)
        or scan.lowers[found.first] not in ("over", "around", "about", "under")
    ):
        return False
    return scan.lowers[found.first] == "over" and found.last - found.first == 1 and scan.lowers[found.first - 1] not in _EXTENT


def _raised(scan: Scan, one: Draft, found: comparators.Found) -> bool:
    """Is "up to" where something stands now ("sent the yield up to 2.6% from 2.5%")?"""
    return scan.lowers[found.first] == "up" and scan.lowers[one.end] == "from" and scan.tags[one.end + 1] in "#$"


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
        and (_likened(scan, left, right, gap) or len(parallel(scan, left, right, right.start)) == 1)
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
    if gap[-1] == "than":
        return True
    if gap[-1] in ("from", "against", "versus"):
        # "400 cars, up from 300", but not "two bills raised the cap from 300"
        return left.counted is None or not _COMPARING.isdisjoint(gap[:-1]) or not has_verb(scan, left.counted.last, right.start)
    if gap[-1] in ("with", "to", "of"):
        return len(gap) == 1 or not _COMPARING.isdisjoint(gap)
    return gap in (["and"], ["or"]) and scan.tags[right.end] in ".,\n" and left.counted is None


def has_verb(scan: Scan, first: int, last: int) -> bool:
    """Does a finite verb stand among the tokens FIRST up to LAST?"""
    return any(tag in "BYAMZdV" for tag in scan.tags[first:last])


def parallel(scan: Scan, left: Draft, right: Draft, start: int) -> set[str]:
    """What both of two figures are told of, the second from START on: "40 jobs in Ulm, 30 in Bonn", "5% in May and 3 last year".

    Empty where they are in no list, or only one has a place or time; two words where a place stands beside a time.
    """
    behind = left.counted.last if left.counted else left.end
    if scan.lowers[start - 1] not in ("and", ",") or start - behind > _NEAR:
        return set()
    second = _placed(scan, right.end)
    if not second or any(tag in "BYAMZdVnGb:;WC" for tag in scan.tags[behind:start]):
        return set()
    first = next(filter(None, (_placed(scan, index) for index in range(behind, start))), "")
    return {first, second} if first else set()


def _placed(scan: Scan, at: int) -> str:
    """The preposition of place or time at a token, "when" for a date."""
    word, code = scan.lowers[at], scan.codes[at + 1]
    if word in ("last", "this", "next"):
        return "when" if scan.lowers[at + 1] in ("year", "month", "week", "quarter") else ""
    if scan.tags[at] != "I" or word in ("of", "from", "than", "with", "by", "as"):
        return ""
    return "when" if code in scan.sets.year or code in scan.sets.month else word


_NEAR = 13
_COMPARING = frozenset(("compared", "comparing", "up", "down", "from", "compares"))
