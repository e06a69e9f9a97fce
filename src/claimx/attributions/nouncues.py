"""Nouns that attribute, with their source as possessor: "his decision to go", "the mayor's claim that ..."."""

from __future__ import annotations

from claimx.attributions import contents
from claimx.attributions.classes import members
from claimx.attributions.scan import Found, Range, Scan, Unit, enclosing

_PREPOSITIONS = frozenset(("for", "of", "on", "about", "against", "to", "over"))


def triggers(scan: Scan) -> list[int]:
    """The tokens of nouns that can attribute, with what may be a possessor in or before their phrase."""
    codes, tags, ending, nouns = scan.codes, scan.tags, scan.ending, members("cuenoun", "viewnoun")
    phrases = [(at, ending[at + 1]) for at in scan.nouns if codes[at] in nouns and tags[at] in "NS" and at + 1 in ending]
    return [at for at, first in phrases if tags[first] == "H" or "'" in tags[max(0, first - 1) : at]]


def find(scan: Scan, unit: Unit, places: list[int]) -> None:
    """Add the attributions of the nouns at PLACES that have a possessor and a content."""
    tags = scan.tags
    for at in places:
        if unit.found and enclosing(unit, at) is not None:
            continue
        first = scan.ending[at + 1]
        if first < unit.first:
            continue
        owner = _owner(tags, first, at)
        if owner is None and first - 1 > unit.first and tags[first - 1] == "'":  # in the workers' view
            start = scan.ending.get(first - 1)
            owner = (start, first - 1) if start is not None and start >= unit.first else None
            first = start if start is not None and owner is not None else first
        if owner is None:
            continue
        if (
            scan.is_a(at, "viewnoun")
            and first - 1 >= unit.first
            and tags[first - 1] in "IT"
            and (view := _view(scan, unit, first - 1, at + 1))
        ):
            unit.found.append(Found(owner, (at, at + 1), view, "view", True))
            continue
        if not scan.is_a(at, "cuenoun") or at + 2 >= unit.last:
            continue
        start = at + 1
        follows = tags[start]
        if follows == "I" and scan.is_a(at, "document") and scan.words.lower(start) == "of":
            continue
        if follows == "I" and scan.words.lower(start) in _PREPOSITIONS and scan.codes[at] != "":
            start += 1
        elif not (follows in "CTQ" or (follows in "DWO" and scan.words.lower(start) == "that")):
            continue
        last = contents.phrase_end(scan, start, unit.last)
        if first == unit.first or tags[first - 1] in ',KC"':
            last = _before_verb(tags, start, last, follows in "IT")
        content = contents.trim(scan, start, last)
        if content:
            unit.found.append(Found(owner, (at, start), content, "noun", False))


def _before_verb(tags: str, first: int, last: int, bare: bool) -> int:
    """Where the clause's own verb ends the content of its subject: at the first finite verb, in a that-clause at the second."""
    seen = bare
    for index in range(first + 1, last):
        if tags[index] in "BYAMZd" and tags[index - 1] not in "MYABRKOW":
            if seen:
                return index
            seen = True
        elif tags[index] in "BYAMZd" and tags[index - 1] in "OKW":
            seen = bare
    return last


def _view(scan: Scan, unit: Unit, first: int, last: int) -> list[Range]:
    """The content around "in the bank's view": what follows its comma at the start of a sentence, else what stands before."""
    if last < unit.last and scan.tags[last] == "," and first <= unit.first + 1:
        return contents.trim(scan, last + 1, unit.last)
    if first > unit.first + 2 and scan.tags[first - 1] == ",":
        return contents.trim(scan, unit.first, first - 1)
    return []


def _owner(tags: str, first: int, at: int) -> Range | None:
    """The possessor at the start of a noun phrase: "his", "the mayor's" without the 's."""
    if tags[first] == "H":
        return first, first + 1
    mark = tags.rfind("'", first + 1, at)
    return (first, mark) if mark > first else None
