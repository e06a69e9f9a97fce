"""Attributions whose cue is no verb: "according to X", "in X's view", "in a poll by X"."""

from __future__ import annotations

from claimx.attributions import contents, source
from claimx.attributions.classes import openings
from claimx.attributions.scan import MASKED, Found, Range, Scan, Unit
from claimx.grammar import Pattern

_TRIGGER = Pattern("<srcprep+>(?=.)")
_CLAUSE = ("", "K", "C", ":")
"""What stands before the cue where it opens a clause: then what is said follows it."""


def triggers(scan: Scan) -> list[int]:
    """The tokens at which "according to" and its like start."""
    tags, lowers, starts = scan.tags, scan.words.lowers, openings("srcprep")
    places = [found.start() for found in _TRIGGER.finditer(scan.codes)]
    return [at for at in places if (lowers[at], lowers[at + 1]) in starts and tags[at] != MASKED]


def find(scan: Scan, unit: Unit, places: list[int]) -> None:
    """Add the attributions at PLACES to a unit."""
    for at in places:
        matched = scan.words.longest("srcprep", at, unit.last)
        named = source.right(scan, matched[1], unit.last) if matched is not None else None
        if matched is None or named is None:
            continue
        if named[1] < unit.last and scan.tags[named[1]] in "dn" and scan.is_a(named[1], "issues"):
            named = named[0], contents.aside_end(scan, named[1] + 1, unit.last)  # a fact sheet lawmakers | released on Monday
        if at <= unit.first + 1:
            named = _before_clause(scan.tags, named, unit.last)
        low = _low(scan, unit, at)
        content = _content(scan, unit, low, at, named[1], _opening(scan, unit, low, at))
        if content:
            unit.found.append(Found(named, (at, matched[1]), content, "according", True))


def _before_clause(tags: str, named: Range, high: int) -> Range:
    """A source at the start of a sentence: what looks like its apposition may be the clause itself."""
    first, last = named
    behind = last < high and tags[last] == "," and not contents.VERBS.isdisjoint(tags[last:high])
    comma = tags.find(",", first, last)
    return (first, comma) if not behind and comma > first else named


def _low(scan: Scan, unit: Unit, at: int) -> int:
    """Where what is said before the cue starts: behind earlier attributions and the bracket that it stands in."""
    spans = [span for found in unit.found for span in (*found.content, found.source or (0, 0))]
    low = max([unit.first, *(last for _, last in spans if last <= at)])
    bracket = scan.tags.rfind("(", low, at)  # "(50,000, according to the police)"
    return bracket + 1 if bracket >= low and scan.tags.find(")", bracket, at) < 0 else low


def _opening(scan: Scan, unit: Unit, low: int, at: int) -> str:
    """The letter before the cue, as far as it matters: K or C where the cue opens a clause behind a comma."""
    tags = scan.tags
    before = tags[at - 1] if at > low else ""
    if before == "," and at - 2 >= low and (tags[at - 2] == "C" or scan.words.lower(at - 2) == "that"):
        return "C"  # said that, according to X, ...
    if before == "," and at - 2 == unit.first and tags[at - 2] in "KR":
        return "K"  # But, according to X, ...
    return before


def _content(scan: Scan, unit: Unit, low: int, at: int, last: int, before: str) -> list[Range]:
    """The content on the left of the cue and behind the source that ends at LAST, or on one side."""
    tags = scan.tags
    comma = last + 1 < unit.last and tags[last] == ","
    content: list[Range] = []
    if before not in _CLAUSE and at > low + 1:
        content.append(_trim(tags, low, at))
        if comma and before == "," and tags[last + 1] != "W":
            content.append(_trim(tags, last + 1, unit.last))
    elif last < unit.last:
        content.append(_trim(tags, last + 1 if comma else last, unit.last))
    return [span for span in content if span[1] > span[0]]


def _trim(tags: str, first: int, last: int) -> Range:
    while first < last and tags[first] in ",K":
        first += 1
    while last > first and tags[last - 1] in ",.:":
        last -= 1
    return first, last
