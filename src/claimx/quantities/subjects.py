"""What a percentage, a sum or a measure is of: the noun phrase it is a share, price, size or change of, from the clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.tags import FINITE

if TYPE_CHECKING:
    from claimx.quantities.draft import Draft
    from claimx.quantities.scan import Scan

Tokens = tuple[int, int]


def find(scan: Scan, draft: Draft, previous: Draft | None, first: int) -> tuple[Tokens, str] | None:
    """The subject of a draft in the sentence that starts at the token FIRST, and the rule that gave it."""
    if draft.counted is not None:
        return (draft.counted.first, draft.counted.last), "counted"
    for rule in (_of_whole, _attributive, _measured_by, _parenthesis, _listed):
        found = rule(scan, draft, previous, first)
        if found is not None:
            return found, rule.__name__.lstrip("_")
    found = _clause(scan, draft, first)
    if found is not None:
        return found, "clause"
    return None


def _strip(scan: Scan, span: Tokens) -> Tokens | None:
    """A noun phrase without determiner and possessive pronoun; None for pronouns."""
    first, last = span
    while first < last and scan.tags[first] in "DH":
        first += 1
    if first >= last or scan.tags[last - 1] == "O" or scan.tags[last - 1] == "#":
        return None
    return first, last


def _phrase(scan: Scan, at: int) -> Tokens | None:
    """The noun phrase that starts at a token."""
    last = scan.reading.phrases.starting.get(at)
    if last is None:
        around = scan.reading.phrases.around(at)
        if around is None:
            return None
        last = around[1]
    return _strip(scan, (at, last))


def _of_whole(scan: Scan, draft: Draft, previous: Draft | None, first: int) -> Tokens | None:
    if scan.lower(draft.end) in ("of", "off", "in") and scan.lower(draft.end) != "in":
        return _phrase(scan, draft.end + 1)
    return None


def _attributive(scan: Scan, draft: Draft, previous: Draft | None, first: int) -> Tokens | None:
    """ "a 25% tax", "an $800 stone oven", "a 6.1-inch display"."""
    tag = scan.tag(draft.end)
    if tag in "NSPJGn" and scan.lower(draft.end) not in (
        "more",
        "less",
        "higher",
        "lower",
        "long",
        "wide",
        "tall",
        "deep",
        "high",
        "ago",
        "later",
    ):
        around = scan.reading.phrases.around(draft.end)
        if around is not None and around[1] > draft.end:
            return _strip(scan, (draft.end, around[1]))
    return None


def _measured_by(scan: Scan, draft: Draft, previous: Draft | None, first: int) -> Tokens | None:
    """ "speeds of up to 400 km/h", "a total of $5"."""
    start = draft.comparator_at[0] if draft.comparator_at and draft.comparator_at[0] < draft.start else draft.start
    if scan.lower(start - 1) == "of":
        before = scan.reading.phrases.ending.get(start - 1)
        if before is not None:
            return _strip(scan, (before, start - 1))
    return None


def _parenthesis(scan: Scan, draft: Draft, previous: Draft | None, first: int) -> Tokens | None:
    """ "X (Q": the previous quantity's subject, or the phrase before the bracket."""
    if scan.lower(draft.start - 1) != "(":
        return None
    if previous is not None and previous.end >= draft.start - 3 and previous.subject:
        return previous.subject
    before = scan.reading.phrases.ending.get(draft.start - 1)
    return _strip(scan, (before, draft.start - 1)) if before is not None else None


def _listed(scan: Scan, draft: Draft, previous: Draft | None, first: int) -> Tokens | None:
    if previous is None or previous.subject is None or previous.end < first or previous.counted is not None:
        return None
    gap = [scan.lower(index) for index in range(previous.end, draft.start)]
    if len(gap) <= 3 and gap and all(word in ("to", "or", ",", "and", "from", "at", "more", "than") for word in gap):
        return previous.subject
    return None


def _clause(scan: Scan, draft: Draft, first: int) -> Tokens | None:
    """The subject of the nearest finite verb left of the figure."""
    at = draft.start - 1
    while at >= first:
        if scan.tags[at] in FINITE:
            break
        at -= 1
    while at > first and (scan.tags[at - 1] in FINITE or scan.tags[at - 1] in "RM"):
        at -= 1
    if at <= first:
        return None
    for last in range(at, max(first, at - 24), -1):
        before = scan.reading.phrases.ending.get(last)
        if before is not None and before >= first and scan.tag(before - 1) not in "IT":
            return _strip(scan, (before, last))
    return None
