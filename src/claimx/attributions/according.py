"""Attributions whose cue is no verb: "according to X", "in X's view", "in a poll by X"."""

from __future__ import annotations

from claimx.attributions import source
from claimx.attributions.scan import Found, Range, Scan, Unit
from claimx.grammar import Pattern

_TRIGGER = Pattern("<srcprep+>")


def triggers(scan: Scan) -> list[int]:
    """The tokens at which "according to" and its like start."""
    return [found.start() for found in _TRIGGER.finditer(scan.codes) if scan.tags[found.start()] != "X"]


def find(scan: Scan, unit: Unit, places: list[int]) -> None:
    """Add the attributions at PLACES to a unit."""
    tags = scan.tags
    for at in places:
        matched = scan.words.longest("srcprep", at, unit.last)
        if matched is None:
            continue
        named = source.right(scan, matched[1], unit.last)
        if named is None:
            continue
        first, last = named
        if at <= unit.first + 1 and not _clause_behind(tags, last, unit.last):  # the apposition was the sentence
            comma = tags.find(",", first, last)
            last = comma if comma > first else last
        low = max([unit.first, *(span[1] for found in unit.found for span in (*found.content, found.source or (0, 0)) if span[1] <= at)])
        bracket = tags.rfind("(", low, at)
        if bracket >= low and tags.find(")", bracket, at) < 0:  # "(50,000, according to the police)"
            low = bracket + 1
        before = tags[at - 1] if at > low else ""
        if (
            before == "," and at - 2 >= low and (tags[at - 2] == "C" or scan.words.lower(at - 2) == "that")
        ):  # said that, according to X, ...
            before = "C"
        if before == "," and at - 2 == unit.first and tags[at - 2] in "KR":  # But, according to
            before = "K"
        content: list[Range] = []
        if before not in ("", "K", "C", ":") and at > low + 1:
            content.append(_trim(tags, low, at))
        elif last < unit.last:
            rest = last + 1 if tags[last] == "," else last
            content.append(_trim(tags, rest, unit.last))
        if (
            content
            and before not in ("", "K", "C", ":")
            and last + 1 < unit.last
            and tags[last] == ","
            and before == ","
            and tags[last + 1] != "W"
        ):
            content.append(_trim(tags, last + 1, unit.last))
        content = [span for span in content if span[1] > span[0]]
        if content:
            unit.found.append(Found((first, last), (at, matched[1]), content, "according", True))


def _clause_behind(tags: str, at: int, high: int) -> bool:
    """Whether a comma and a finite verb follow."""
    return at < high and tags[at] == "," and any(letter in "BYAMZdVX" for letter in tags[at:high])


def _trim(tags: str, first: int, last: int) -> Range:
    while first < last and tags[first] in ",K":
        first += 1
    while last > first and tags[last - 1] in ",.:":
        last -= 1
    return first, last
