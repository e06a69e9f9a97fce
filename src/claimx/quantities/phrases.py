"""Noun phrases around a figure, as token spans: chains over prepositions, dates left out, determiners stripped."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from claimx import lexicon

if TYPE_CHECKING:
    from claimx.quantities.scan import Scan

Tokens = tuple[int, int]

_CHAIN = frozenset(
    (
        "of in for from on among between with by at against to including over under near off across along around inside outside "
        "within throughout behind beyond"
    ).split()
)
_LINKS = 4
"""Phrases that a chain may have."""


@cache
def time_nouns() -> frozenset[str]:
    """Nouns that name a time ("year", "Tuesday")."""
    return frozenset(row["form"] for row in lexicon.rows("quantities/timenouns"))


def is_time(scan: Scan, span: Tokens) -> bool:
    """Is a phrase a date ("last year", "Tuesday", "the fourth quarter", "2016")?"""
    last = span[1] - 1
    return (
        scan.lowers[last] in time_nouns()
        or scan.codes[last] in scan.sets.year
        or (scan.codes[last] in scan.sets.month and scan.codes[last] in scan.sets.cap)
    )


def strip(scan: Scan, span: Tokens) -> Tokens | None:
    """A noun phrase without determiner and possessive pronoun; None for pronouns and bare numbers."""
    first, last = span
    while first < last and (scan.tags[first] in "DHR-" or (scan.tags[first] == "J" and scan.lowers[first] == "such")):
        if scan.lowers[first] in ("those", "these") and scan.tags[first + 1] in "nd":
            break  # "those questioned": a pronoun
        first += 1
    if first >= last or scan.tags[last - 1] == "O" or all(scan.tags[index] in "#$" for index in range(first, last)):
        return None
    return first, last


def covering(scan: Scan, at: int) -> int | None:
    """Where the noun phrase that a token is in ends."""
    last = scan.reading.phrases.starting.get(at)
    if last is not None:
        return last
    around = scan.reading.phrases.around(at)
    return around[1] if around else None


def phrase_at(scan: Scan, at: int) -> Tokens | None:
    """The noun phrase that starts at a token, with the "of" phrase behind it."""
    last = covering(scan, at)
    if last is None:
        return None
    for _ in range(2):
        further = scan.reading.phrases.starting.get(last + 1) if scan.lowers[last] == "of" else None
        if further is None:
            break
        last = further
    return strip(scan, (at, last))


def chain(scan: Scan, last: int, least: int) -> Tokens | None:
    """The noun phrase that ends before a token, with the phrases it hangs on ("growth in the United States"); no dates."""
    first: int | None = None
    for _ in range(4):  # dates and adverbs at the end are no part of it
        while last > least and scan.tags[last - 1] == "R":
            last -= 1
        first = _ending(scan, last)
        if first is None or first < least:
            return None
        if first < last - 1 and scan.lowers[last - 1] in ("today", "yesterday", "tomorrow", "tonight"):
            last -= 1
        if not is_time(scan, (first, last)):
            break
        last = first - 1 if scan.tags[first - 1] in "IK" else first
    else:
        return None
    if last - 1 in scan.owned:
        return None
    start = first
    for _ in range(_LINKS):
        further = _linked(scan, start, least)
        if further is None or further < least:
            break
        if is_time(scan, (further, start - 1)) or start - 2 in scan.owned or scan.tags[start - 2] == "O":
            break
        start = further
    while start in scan.owned and start < last:
        start += 1
    return strip(scan, (start, last))


def _ending(scan: Scan, last: int) -> int | None:
    """Where the noun phrase that ends before a token starts, also where a figure goes on behind it."""
    first = scan.reading.phrases.ending.get(last)
    if first is None and scan.tags[last - 1] in "NSP#":
        around = scan.reading.phrases.around(last - 1)
        first = around[0] if around is not None else None
    if first is None and scan.tags[last - 1] in "nGVZd" and (scan.tags[last - 2] in "DH" or scan.lowers[last - 2] == "of"):
        return last - 2 + (scan.lowers[last - 2] == "of")  # "the set", "of missing", where these read as verbs
    if first is not None and scan.lowers[first - 1] == "," and "based" in scan.lowers[first:last]:
        return scan.reading.phrases.ending.get(first - 1, first)  # "the Ulm, Germany-based company"
    return first


def _linked(scan: Scan, start: int, least: int) -> int | None:
    """The start of the phrase that one starting at START hangs on: over a preposition, "of dying from", "infected with"."""
    ending = scan.reading.phrases.ending
    if scan.lowers[start - 1] not in _CHAIN:
        return None
    further = ending.get(start - 1)
    if further is not None:
        return further
    verb = start - 2
    if scan.tags[verb] == "G" and scan.lowers[verb - 1] in ("of", "for", "in", "from", "by"):
        return ending.get(verb - 1)
    if scan.tags[verb] in "nd" or (scan.tags[verb] in "G" and scan.tags[verb - 1] in "NSP"):
        return ending.get(verb - (scan.tags[verb - 1] == "R"))
    return None
