"""What is said: the stretch on the right of a cue, on its left, or on both sides of it."""

from __future__ import annotations

import re

from claimx.attributions.cues import Cue
from claimx.attributions.scan import FINITE, MASKED, Range, Scan, Unit

_PAUSE = re.compile("[:,CK]")
VERBS = FINITE | {"V", MASKED}
"""Letters without which a stretch is no clause: finite verbs, and the inside of a quotation."""
_NO_PARENTHESIS = VERBS | frozenset("C:W")
_REPORTERS = FINITE | frozenset("W.:")
"""Letters that do not stand between an object and the short quotation that it leads to."""


def right(scan: Scan, unit: Unit, cue: Cue, whole: bool = False) -> list[Range]:
    """The content behind a cue: a clause to the end of the unit, a phrase to the end of its clause unless it is WHOLE."""
    last = unit.last
    whole = whole or (cue.says and "judge" not in cue.classes)
    if (cue.follows == "object" and not whole) or cue.follows == "to":
        last = _to_quotation(scan, unit, phrase_end(scan, cue.start, unit.last))
    if cue.follows == "quote" and scan.tags[cue.start - 1] in ",:":  # what follows the quotation is the reporter's
        after = [one for one in unit.quotes if one.first >= cue.start]
        last = after[0].last if len(after) == 1 else last
    return trim(scan, cue.start, last)


def _to_quotation(scan: Scan, unit: Unit, last: int) -> int:
    """The end of an object, or of the short quotation that it leads to: 'called Lee, his rival, a "fool"'."""
    for quotation in unit.quotes:
        if quotation.first >= last:
            between = scan.tags[last : quotation.first]
            return quotation.last if quotation.last - last < 24 and _REPORTERS.isdisjoint(between) else last
    return last


def phrase_end(scan: Scan, start: int, high: int) -> int:
    """Where the object of a verb ends: before a comma, a dash, a subordinate clause."""
    tags, index = scan.tags, start
    while (found := _PAUSE.search(tags, index + 1, high)) is not None:
        index = found.start()
        letter, following = tags[index], tags[index + 1 : index + 2]
        behind = _parenthesis(tags, index, high) if letter == "," else 0
        if behind:
            index = behind
        elif letter == "K":
            if following in ("d", "Z"):
                return index  # "called it a mess and left"
        elif not _goes_on(scan, index, start, high) and (
            letter != "," or following not in ("#", "J", "P", "N") or _main_clause(scan, index + 1, high)
        ):
            return index
    return high


def _goes_on(scan: Scan, index: int, start: int, high: int) -> bool:
    """Whether an object goes on behind the comma, dash or conjunction at INDEX."""
    tags, following = scan.tags, scan.tags[index + 1 : min(high, index + 6)]
    if tags[index] == ":":  # "its forecast - a modest 3.2 percent"
        return following[:1] in ("D", "#") and "#" in tags[index : index + 6]
    if tags[index] == "C":  # "described him as a fool", "vowed to close the gap before it opens the door"
        return scan.is_a(index, "asword") or tags[start] == "T"
    if following[:1] == "K" and following[1:2] in ("#", "$"):  # "a loss of $3 million, or 12 cents a share"
        return True
    if not following:
        return False
    if following[:1] == "W":  # "denounced the ban, which hits millions"
        return True
    if scan.is_a(index + 1, "versus") and "#" in tags[start:index]:  # "1.6 percent, down from 2.3 percent"
        return True
    return scan.is_a(index + 1, "addition")  # "of theft, including that of 40 cars"


def _parenthesis(tags: str, comma: int, high: int) -> int:
    """The comma that ends the parenthesis before an infinitive: "called for the wage, now $7 an hour, to be raised"; 0 if there is none."""
    closing = tags.find(",T", comma + 1, min(high, comma + 10))
    return closing if closing > 0 and _NO_PARENTHESIS.isdisjoint(tags[comma:closing]) else 0


def _main_clause(scan: Scan, at: int, high: int) -> bool:
    """Whether a subject and its finite verb stand at a token."""
    end = scan.starting.get(at, high)
    return end < high and scan.tags[at] not in "KCW" and scan.tags[end] in "BYAMZd"


def tail(scan: Scan, unit: Unit, end: int, says: bool) -> list[Range]:
    """The second half of a content in the middle of which a cue ends, or the source behind it: '..., he said, ...'."""
    tags = scan.tags
    for quotation in unit.quotes:
        if quotation.first >= end and not quotation.title and (not quotation.short or tags[quotation.first - 1] == ","):
            between = tags[end : quotation.first]
            if len(between) < 40 and ("." not in between):
                return trim(scan, quotation.first, unit.last)
            break
    return trim(scan, end + 1, unit.last) if says and not unit.quotes and end < unit.last and tags[end] == "," else []


def left(scan: Scan, unit: Unit, edge: int) -> list[Range]:
    """The content on the left of a source or cue that starts at EDGE, if a comma or a closing mark ends it there."""
    tags = scan.tags
    last = edge
    if last - 1 <= unit.first or tags[last - 1] not in ',":':
        return []
    if tags[last - 1] == '"':
        for quotation in unit.quotes:
            if (
                quotation.last == last
                and not (quotation.title and quotation.first - unit.first < 3)
                and not (quotation.short and tags[last - 2] not in ",.:")
            ):
                break
        else:
            return []
    start = unit.first
    for found in unit.found:
        for span in (*found.content, *([found.cue] if found.cue else []), *([found.source] if found.source else [])):
            if span[1] <= last - 1 and span[1] > start:
                start = span[1]
    while start < last and tags[start] in ",K:":
        start += 1
    if tags[last - 1] == '"' and ':"' in tags[start:last]:  # "posted a message: '...,' she wrote"
        start = tags.rfind(':"', start, last) + 1
    if last - start < 3:
        return []
    if tags[last - 1] == ",":
        if VERBS.isdisjoint(tags[start : last - 1]):
            return []
        last -= 1
    if tags[start] in "CQ" and tags[last - 1] != '"' and "," not in tags[start:last]:
        return []  # "When asked, he said"
    return [(start, last)]


def aside_end(scan: Scan, at: int, high: int) -> int:
    """The end of the adverbs, times and prepositional phrases from AT on: "on Friday in a statement"."""
    tags = scan.tags
    for _ in range(6):
        if at < high and tags[at] == "R":
            at += 1
        elif (at < high and tags[at] in "ITG" and (end := scan.starting.get(at + 1)) and end <= high) or (
            at < high and (end := scan.starting.get(at)) and end <= high
        ):
            at = end
        else:
            break
    return at


def trim(scan: Scan, first: int, last: int) -> list[Range]:
    """A content without the comma before it and the stop behind it; what a quotation has in it stays."""
    tags = scan.tags
    while first < last and tags[first] in ",\n":
        first += 1
    while last > first and (tags[last - 1] in ",.:\n" or (tags[last - 1] == ")" and "(" not in tags[first:last])):
        last -= 1
    return [(first, last)] if last > first else []
