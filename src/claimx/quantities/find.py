"""The entry point: numerals are found by their anchors, measured, joined, compared, and given their subjects."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimx.quantities import ages, context, draft, money, moves, numerals, ranges, records, shared, subjects, vetoes
from claimx.quantities.scan import Scan

if TYPE_CHECKING:
    from claimx.model import Quantity
    from claimx.quantities.draft import Draft
    from claimx.reading import Reading


def find(reading: Reading) -> tuple[Quantity, ...]:
    """All quantities of a page in text order; offsets into the text, which no two of them share."""
    scan = Scan(reading)
    purse = money.Purse(scan)
    elided = shared.Elided()
    found: list[Quantity] = []
    anchors = [match.start() for match in numerals.ANCHOR.forward.finditer(scan.codes)]
    chains = _chains(scan, anchors)
    at, index, most = 0, 0, len(anchors)
    for sentence in reading.sentences:
        if index == most:
            break
        if anchors[index] >= sentence.last:
            continue
        drafts: list[Draft] = []
        names: set[str] = set()
        at = max(at, sentence.first)
        while index < most and anchors[index] < sentence.last:
            anchor = anchors[index]
            index += 1
            if anchor < at:
                continue
            if anchor in chains and not _fraction(scan, anchor, chains[anchor]):
                at = chains[anchor]
                continue
            at = _read(scan, purse, anchor, at, drafts, names)
        if drafts:
            found += _finish(scan, drafts, sentence.first, elided, found[-1].end if found else 0)
    return tuple(found)


def _chains(scan: Scan, anchors: list[int]) -> dict[int, int]:
    """The chains of figures by the tokens at which they start, with the indices behind them; one starts at an anchor and in no other."""
    found: dict[int, int] = {}
    codes, figure, match, end = scan.codes, scan.sets.tight_figure, vetoes.CHAIN.forward.match, 0
    for anchor in anchors:
        if anchor >= end and codes[anchor] in figure:
            chain = match(codes, anchor)
            if chain is not None:
                found[anchor] = end = chain.end()
    return found


def _fraction(scan: Scan, first: int, last: int) -> bool:
    """Is a chain of figures one numeral ("1/2", "2-1/2")?"""
    numeral = numerals.read(scan, first)
    return numeral is not None and numeral.last >= last


def _read(scan: Scan, purse: money.Purse, anchor: int, at: int, drafts: list[Draft], names: set[str]) -> int:
    """Read the numeral at an anchor into the drafts, from the token AT on; the index behind what was read."""
    numeral = numerals.read(scan, anchor)
    if numeral is None or numeral.first < at:
        return anchor + 1
    numeral = ranges.share(scan, numeral) or numeral
    pair = ranges.pair(scan, numeral)
    if pair is not None and (ranges.is_score(scan, numeral, pair) or vetoes.is_clock(scan, pair.last)):
        return pair.last
    joint = "and" if scan.lowers[numeral.first - 1] == "between" else "or"
    listed = scan.lowers[numeral.last] == joint and scan.codes[numeral.last + 1] in scan.sets.cardinal
    made = draft.make(scan, purse, numeral, paired=pair is not None or listed)
    if isinstance(made, str):
        if made == "identifier" and numeral.plain:
            names.add(scan.texts[anchor])
        return numeral.last
    if numeral.plain and made.unit_at is None and scan.texts[anchor] in names and scan.codes[anchor + 1] in scan.sets.cap:
        return numeral.last  # "the iPhone 11 and the 11 Pro"
    if drafts:
        last = drafts[-1]
        if ranges.joins(scan, last, made):
            ranges.join(scan, last, made)
            drafts.pop()
        elif _cents(scan, last, made):
            return last.end
    drafts.append(made)
    return made.numeral.last if made.counted else max(made.end, made.numeral.last)


def _cents(scan: Scan, left: Draft, right: Draft) -> bool:
    """ "2 dollars 50 cents", "8 pounds 50": the second is a part of the first."""
    sterling = right.rule == "money-minor" and right.unit == money.unit("GBP")
    if sterling and left.unit_at and scan.lowers[left.end - 1] in ("pound", "pounds"):
        left.unit, left.rule = right.unit, "money-name"  # "10 pounds and 30 pence" are no weight
    if left.unit is None or left.unit.kind != "currency" or left.value is None or right.value is None or left.range_:
        return False
    gap = right.start - left.end - (scan.lowers[left.end] in ("and", ","))
    if gap != 0 or not isinstance(left.value, int):
        return False
    if right.rule == "money-minor" and right.value < 1:
        left.value = round(left.value + right.value, 4)
    elif right.unit is None and left.rule == "money-name" and _plain(scan, right) and right.start == left.end and 0 < right.value < 100:
        left.value = round(left.value + right.value / 100, 4)
    else:
        return False
    left.end = right.end
    return True


def _plain(scan: Scan, draft: Draft) -> bool:
    """Is a draft a bare whole number, in figures or words ("four dollars fifty")?"""
    return draft.numeral.plain or (draft.numeral.form == "word" and isinstance(draft.value, int) and draft.numeral.scale == 1)


def _finish(scan: Scan, drafts: list[Draft], first: int, elided: shared.Elided, floor: int) -> list[Quantity]:
    """Comparators, change, what one quantity takes over from another, and subjects; then the records, from the offset FLOOR on."""
    for right, left in pairwise(reversed(drafts)):
        context.lend_unit(scan, left, right)
    previous: Draft | None = None
    whole: Draft | None = None
    """The draft before, but not one that counts a part of another's things."""
    for one in drafts:
        context.compare(scan, one, previous, first)
        if whole is not None:
            context.share_unit(scan, whole, one)
            context.share_points(scan, drafts, one)
        moves.changes(scan, one, previous)
        previous, whole = one, shared.whole(scan, one, whole)
    whole = None
    scan.owned = {index for one in drafts for index in range(one.start, one.end)}
    for one in drafts:
        again = elided.find(scan, one, whole)
        given = (again, "elided") if again else subjects.find(scan, one, whole, first)
        if given:
            one.subject, one.subject_rule = given
            if one.unit is None and not one.counted and ages.of_subject(scan, one.value, one.subject):
                one.unit = ages.YEARS
        elided.learn(scan, one)
        whole = shared.whole(scan, one, whole)
    shared.spread(scan, drafts)
    made: list[Quantity] = []
    for one in drafts:
        made.append(records.record(scan, one, floor))
        floor = made[-1].end
    return made
