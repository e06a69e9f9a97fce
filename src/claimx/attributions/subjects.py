"""The subject of a clause further left, for a cue that has none of its own: "and added", ", saying", "went on to say"."""

from __future__ import annotations

from claimx.attributions import source
from claimx.attributions.scan import FINITE, Range, Scan, Unit

_MOST_VERBS = 7
_BORDERS = ',:"K-\n'


def of_clause(scan: Scan, unit: Unit, edge: int) -> Range | None:
    """The subject of the nearest finite verb before EDGE that heads a clause of its own, not a relative or a that-clause."""
    tags = scan.tags
    tried = 0
    fallback: Range | None = None
    for index in range(edge - 1, unit.first, -1):
        if tags[index] not in FINITE and not (tags[index] == "V" and tags[index - 1] in "SOP"):
            continue
        if tags[index - 1] in "BYAM" and index - 1 > unit.first:
            continue
        tried += 1
        if tried > _MOST_VERBS:
            break
        group = index
        while group > unit.first and tags[group - 1] in "RBYAM":
            group -= 1
        subject = source.left(scan, group, unit.first)
        if subject is None or tags[subject[0]] in "WE" or subject[0] >= edge:
            continue
        before = subject[0] - 1
        if before <= unit.first or tags[before] in _BORDERS or (tags[before] == "C" and not scan.is_a(before, "complementizer")):
            return subject
        fallback = fallback or subject
    return fallback or _participle(scan, unit, edge)


def _participle(scan: Scan, unit: Unit, edge: int) -> Range | None:
    """The subject of a past tense that was read as a participle: "police arrested two and said ..."."""
    tags = scan.tags
    for index in range(edge - 1, unit.first, -1):
        if tags[index] == "n" and tags[index - 1] in "NSPO')":
            subject = source.left(scan, index, unit.first)
            if subject is not None and (subject[0] == unit.first or tags[subject[0] - 1] in _BORDERS):
                return subject
    return None


def nearest(scan: Scan, unit: Unit, edge: int) -> Range | None:
    """The subject of the nearest finite verb before EDGE."""
    tags = scan.tags
    for index in range(edge - 1, max(unit.first, edge - 14), -1):
        if tags[index] in '":.':
            return None
        if tags[index] in FINITE or (tags[index] == "V" and tags[index - 1] in "SOP"):
            group = index
            while group > unit.first and tags[group - 1] in "RMYABb":
                group -= 1
            return source.left(scan, group, unit.first)
    return None


def first(scan: Scan, unit: Unit) -> Range | None:
    """The subject of the first finite verb of a unit."""
    tags = scan.tags
    for index in range(unit.first + 1, unit.last):
        if tags[index] in FINITE or (tags[index] == "V" and tags[index - 1] in "SOP"):
            return source.left(scan, index, unit.first)
    return None
