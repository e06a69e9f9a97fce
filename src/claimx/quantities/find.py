"""The entry point: numerals are found by their anchors, measured, joined, compared, and given their subjects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.model import Evidence, Quantity
from claimx.quantities import change, comparators, draft, money, numerals, ranges, subjects, vetoes
from claimx.quantities.scan import Scan

if TYPE_CHECKING:
    from claimx.quantities.draft import Draft
    from claimx.reading import Reading


def find(reading: Reading) -> tuple[Quantity, ...]:
    """All quantities of a page in text order; offsets into the text, which no two of them share."""
    scan = Scan(reading)
    purse = money.Purse(scan)
    found: list[Quantity] = []
    chains = {match.start(): match.end() for match in vetoes.CHAIN.finditer(scan.codes)}
    anchors = [match.start() for match in numerals.ANCHOR.finditer(scan.codes)]
    at, index = 0, 0
    for sentence in reading.sentences:
        drafts: list[Draft] = []
        names: set[str] = set()
        while index < len(anchors) and anchors[index] < sentence.last:
            anchor = anchors[index]
            index += 1
            if anchor < max(at, sentence.first):
                continue
            if anchor in chains and not _fractional(scan, anchor, chains[anchor]):
                at = chains[anchor]
                continue
            at = _read(scan, purse, anchor, drafts, names)
        if drafts:
            found += _finish(scan, drafts, sentence.first)
    return tuple(found)


def _fractional(scan: Scan, first: int, last: int) -> bool:
    """Is a chain a mixed fraction ("2-1/2")?"""
    return last - first == 5 and scan.lower(first + 1) == "-" and scan.lower(first + 3) == "/"


def _read(scan: Scan, purse: money.Purse, anchor: int, drafts: list[Draft], names: set[str]) -> int:
    """Read the numeral at an anchor into the drafts; the index behind what was read."""
    numeral = numerals.read(scan, anchor)
    if numeral is None:
        return anchor + 1
    numeral = ranges.share(scan, numeral) or numeral
    pair = ranges.pair(scan, numeral)
    if pair is not None and ranges.is_score(scan, numeral, pair):
        return pair.last
    made = draft.make(scan, purse, numeral, paired=pair is not None)
    if isinstance(made, str):
        if made == "identifier" and numeral.plain:
            names.add(scan.text(anchor))
        return numeral.last
    if numeral.plain and made.unit_at is None and scan.text(anchor) in names and scan.code(anchor + 1) in scan.sets.cap:
        return numeral.last  # "the iPhone 11 and the 11 Pro"
    if drafts:
        last = drafts[-1]
        if ranges.joins(scan, last, made):
            ranges.join(last, made)
            drafts.pop()
        elif _cents(scan, last, made):
            return last.end
    drafts.append(made)
    return made.numeral.last if made.counted else max(made.end, made.numeral.last)


def _cents(scan: Scan, left: Draft, right: Draft) -> bool:
    """ "2 dollars 50 cents", "8 pounds 50": the second is a part of the first."""
    if left.unit is None or left.unit.kind != "currency" or left.value is None or right.value is None or left.range_:
        return False
    gap = right.start - left.end - (scan.lower(left.end) in ("and", ","))
    if gap != 0 or not isinstance(left.value, int):
        return False
    if right.rule == "money-minor" and right.value < 1:
        left.value = round(left.value + right.value, 4)
    elif right.unit is None and left.rule == "money-name" and right.numeral.plain and right.start == left.end and 0 < right.value < 100:
        left.value = round(left.value + right.value / 100, 4)
    else:
        return False
    left.end = right.end
    return True


def _finish(scan: Scan, drafts: list[Draft], first: int) -> list[Quantity]:
    """Comparators, change, what one quantity takes over from another, and subjects; then the records."""
    previous: Draft | None = None
    for one in drafts:
        _compare(scan, one, first)
        if previous is not None:
            _share_unit(scan, previous, one)
        _change(scan, one, previous)
        previous = one
    previous = None
    scan.owned = {index for one in drafts for index in range(one.start, one.end)}
    for one in drafts:
        given = subjects.find(scan, one, previous, first)
        if given:
            one.subject, one.subject_rule = given
        previous = one
    return [_record(scan, one) for one in drafts]


def _compare(scan: Scan, one: Draft, first: int) -> None:
    found = comparators.before(scan, one.start)
    if found is not None and _lasting(scan, one, found):
        found = None
    if found is not None and found.first >= first and one.numeral.form != "vague":
        one.comparator, one.comparator_at = found.sign, (found.first, found.last)
    elif one.comparator_at is None and one.numeral.form != "vague":
        behind = comparators.behind(scan, one.end)
        if behind is not None:
            one.comparator, one.comparator_at = behind.sign, (behind.first, behind.last)


_EXTENT = frozenset("of for than lasting lasted after just is was been took takes taken with aged are were from by to spent".split())


def _lasting(scan: Scan, one: Draft, found: comparators.Found) -> bool:
    """Is "over" the time in which something happened ("£4bn over 10 years"), not a bound ("for over 10 years")?"""
    if one.unit is None or one.unit.kind != "duration" or scan.lower(found.first) not in ("over", "around", "about", "under"):
        return False
    return scan.lower(found.first) == "over" and found.last - found.first == 1 and scan.lower(found.first - 1) not in _EXTENT


def _share_unit(scan: Scan, left: Draft, right: Draft) -> None:
    """ "8 or 9 euros": the first has the second's unit; "up from 2.4 million": the second has the first's."""
    gap = [scan.lower(index) for index in range(left.end, right.start)]
    if left.unit is None and right.unit is not None and len(gap) == 1 and gap[0] in ("and", "or", ",", "to") and not left.prefix:
        left.unit, left.inherited = right.unit, [*left.inherited, "unit"]
        return
    if right.unit is None and left.unit is not None and left.unit.kind not in ("percent", "age", "ratio") and len(gap) < 14 and gap:
        if gap[-1] in ("about", "nearly", "around", "almost", "roughly", "just"):
            gap.pop()
        compared = not _COMPARING.isdisjoint(gap[:-1])
        if gap and (gap[-1] in ("from", "than", "against", "versus") or (gap[-1] in ("with", "to", "of") and compared) or len(gap) == 1):
            if gap[-1] in ("from", "than", "against", "versus", "with", "to", "of") or (
                gap[-1] in ("and", "or") and scan.tag(right.end) in ".,\n" and left.counted is None
            ):
                right.unit, right.inherited = left.unit, [*right.inherited, "unit"]
                draft.rate(scan, right)


_COMPARING = frozenset(("compared", "comparing", "up", "down", "from", "compares"))


def _change(scan: Scan, one: Draft, previous: Draft | None) -> None:
    start = min(one.start, one.comparator_at[0]) if one.comparator_at else one.start
    found = change.before(scan, start) or change.behind(scan, one.end)
    if found is not None:
        one.change, one.change_at = found.change, (found.first, found.last)
        return
    if previous is None:
        return
    gap = [scan.lower(index) for index in range(previous.counted.last if previous.counted else previous.end, start)]
    if gap in (["or"], [",", "or"], ["("], ["and"], ["by"], ["/"], [","]):
        if previous.change is not None:
            one.change, one.change_at = previous.change, previous.change_at
        converted = gap in (["("], ["/"]) and one.unit is not None and one.unit.kind != "currency"
        if converted and one.comparator_at is None and previous.comparator != "~":
            one.comparator, one.comparator_at = previous.comparator, previous.comparator_at


# ---- records -------------------------------------------------------------------------------------------------------


def _record(scan: Scan, one: Draft) -> Quantity:
    span = scan.words.span(one.start, one.end)
    start, end = span
    if one.comparator_at:
        left, right = scan.words.span(*one.comparator_at)
        if one.comparator_at[1] <= one.start + 1 and one.comparator_at[0] < one.start:
            start = left
        elif one.comparator_at[0] >= one.end:
            end = right
    value, low, high = _bounds(one)
    comparator = ">=" if one.numeral.form == "vague" else one.comparator
    text = scan.reading.page.text
    subject = scan.reading.span(*one.subject) if one.subject else None
    return Quantity(
        text[start:end], start, end, value, low, high, comparator, one.change, one.unit, subject, one.rule, _evidence(scan, one)
    )


def _bounds(one: Draft) -> tuple[int | float | None, int | float | None, int | float | None]:
    if one.range_ and one.value is None:
        return None, one.low, one.high
    if one.numeral.form == "vague":
        return None, one.numeral.low, None
    value = one.value
    if one.comparator in (">", ">="):
        return value, value, None
    if one.comparator in ("<", "<="):
        return value, None, value
    return value, value, value


def _evidence(scan: Scan, one: Draft) -> tuple[Evidence, ...]:
    """Which words decided each field."""
    found = [("value", one.numeral.form, (one.numeral.first, one.numeral.last))]
    if one.comparator_at:
        found.append(("comparator", "comparator", one.comparator_at))
    if one.change_at:
        found.append(("change", "change", one.change_at))
    if one.unit_at:
        found.append(("unit", one.rule, one.unit_at))
    if one.subject:
        found.append(("subject", one.subject_rule, one.subject))
    text, words = scan.reading.page.text, scan.words
    made = []
    for name, rule, tokens in found:
        start, end = words.span(*tokens)
        made.append(Evidence(name, rule, text[start:end], start, end))
    return tuple(made)
