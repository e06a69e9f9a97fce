"""The verb that governs a figure, and that verb's subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.quantities.phrases import Tokens, chain, is_time, strip

if TYPE_CHECKING:
    from claimx.quantities.scan import Scan

Found = tuple[Tokens, str]
"""The tokens of a noun phrase, and the name of the rule that gave them."""

_DEEPEST = 3
"""Verbs that a subject is passed on over ("is expected to rise")."""

_SAYING = frozenset(("said", "says", "say", "told"))
_REPORTING = _SAYING | {"found", "finds", "showed", "shows", "added", "warned", "warns", "reported", "reports", "estimated", "estimates"}


def governor(scan: Scan, at: int, first: int) -> Found | None:
    """The verb that governs what starts at a token, and its subject."""
    index = at - 1
    least = max(first, at - 40)
    while index >= least:
        tag = scan.tags[index]
        if tag in "BYAMZdV" or (tag in "Gn" and _verbal(scan, index)):
            participle = tag == "G" and (scan.tags[index - 1] in ",:" or scan.lowers[index] == "having")
            found = (main_subject(scan, index - 1, first) if participle else None) or subject(scan, index, first)
            if found is not None:
                return found
            while index - 1 >= least and scan.tags[index - 1] in "BYAMZdVGnRTb":
                index -= 1
        elif tag in ":\n;" and scan.tags[index] != ":":
            return None
        index -= 1
    return None


def main_subject(scan: Scan, at: int, first: int) -> Found | None:
    """The subject of the clause that a participle left of a token goes on with (", shedding 5%")."""
    for index in range(at - 1, max(first, at - 40), -1):
        if scan.tags[index] in "BYAMZd":
            found = subject(scan, index, first)
            if found is not None:
                return found
    return None


def _verbal(scan: Scan, index: int) -> bool:
    """Is a participle a verb of its own ("the economy growing 3%"), no modifier ("a growing economy")?"""
    return scan.tags[index + 1] not in "NSP" or scan.tags[index - 1] in "BYbNSP"


def subject(scan: Scan, verb: int, first: int, depth: int = 0) -> Found | None:
    """The subject of the verb at a token: the phrase left of its auxiliaries, adverbs and "to"."""
    if depth > _DEEPEST:
        return None
    index = verb
    while index > first and scan.tags[index - 1] in "BYAMRbTVnGdZ":
        if scan.tags[index - 1] in "nZ" and (scan.tags[index - 2] in "DH" or (scan.tags[index] == "T" and scan.tags[index - 2] in "NJ")):
            break  # a noun that reads as a verb: "the set will", "consumer prices to rise"
        if scan.tags[index - 1] in "VZdGn" and scan.tags[index] not in "TBbnGR" and scan.tags[index - 1] not in "n":
            break
        index -= 1
    if scan.tags[index] == "T" and scan.tags[index - 1] == "Z" and scan.tags[index - 2] in "NJ":
        if not _controlled(scan, index, first):
            return subject(scan, index - 1, first, depth + 1)  # "the company plans to cut"
        span = chain(scan, index - 1, first)  # "expects prices to rise", where "prices" reads as a verb
        if span is not None:
            return (span[0], index), "clause"
    if scan.tags[index] == "T" and scan.tags[index - 1] in "NJ" and scan.tags[index - 2] in "BYAb":
        return subject(scan, index - 2, first, depth + 1)  # "is forecast to", "was due to"
    before = scan.tags[index - 1] if index > first else "\n"
    if before == "W":  # a relative clause: what it is said of
        index -= 1
        while index > first and scan.tags[index - 1] in ",I":
            index -= 1
    elif before == "," and index - 1 > first:
        index = _over_insertion(scan, index - 1, first)
    elif before == '"':
        index -= 1
    elif before == ")":
        index = next((step for step in range(index - 2, max(first, index - 14), -1) if scan.tags[step] == "("), index)
    span = chain(scan, index, first)
    if span is None and before == "O":
        span = _antecedent(scan, index - 1, depth)
    if span is None:
        return None
    if depth == 0 and scan.lowers[verb] in _SAYING:
        return None  # who says a figure is not what it measures, unless "they" means him
    return _outer(scan, span, first) or span, "clause"


def _outer(scan: Scan, span: Tokens, first: int) -> Tokens | None:
    """What a relative clause hangs on, where a phrase is the place or object of its verb: "those who swam off Ulm have come"."""
    at = span[0]
    while at > first and scan.tags[at - 1] in "DH#$":
        at -= 1
    place = scan.tags[at - 1] == "I" and scan.tags[at - 2] in "dZnVNSPU"
    thing = scan.tags[at - 1] in "dZ" and scan.tags[at - 2] == "W" and scan.lowers[at - 1] not in _SAYING
    clause = scan.tags[at - 1] in "QC" and any(tag in "dn" for tag in scan.tags[span[0] : span[1]])
    if not (place or thing or clause):
        return None
    for index in range(at - 2, max(first, at - _RELATIVE), -1):
        if scan.tags[index] == "W":
            while index > first and scan.tags[index - 1] in ",I":
                index -= 1
            return chain(scan, index, first)
    return None


_RELATIVE = 14
"""Tokens that a relative clause may have before the verb of the main one."""


_BACK = 60
"""Tokens that a pronoun looks back for what it stands for."""


def _antecedent(scan: Scan, pronoun: int, depth: int) -> Tokens | None:
    """Whom "he" or "she" stands for (the last name), what "it" or "they" stands for (the subject of the clause before)."""
    word, least = scan.lowers[pronoun], max(0, pronoun - _BACK)
    if word in ("he", "she"):
        for last in range(pronoun, least, -1):
            first = scan.reading.phrases.ending.get(last)
            if first is not None and scan.tags[last - 1] == "P" and not is_time(scan, (first, last)):
                return strip(scan, (first, last))
    elif word in ("it", "they"):
        for index in range(pronoun - 1, least, -1):
            if scan.tags[index] in "BYAMZd" and not (word == "it" and scan.lowers[index] in _REPORTING):
                found = subject(scan, index, least, depth + 2)
                if found is not None:
                    return found[0]
    return None


_CONTROL = ("expect", "see", "want", "allow", "caus", "forc", "predict", "forecast", "project", "estimat", "requir", "help", "enabl")


def _controlled(scan: Scan, index: int, first: int) -> bool:
    """Does a verb that takes an object and an infinitive stand not far left?"""
    return any(scan.lowers[step].startswith(_CONTROL) for step in range(max(first, index - 8), index - 2))


def _over_insertion(scan: Scan, comma: int, first: int) -> int:
    """The index of the comma that opens an insertion which a comma closes ("The dollar, meanwhile, fell"), else the given one."""
    for index in range(comma - 1, max(first, comma - 9), -1):
        if scan.tags[index] == ",":
            return index
        if scan.tags[index] in "BYAMZ":
            break
    return comma
