"""What the rules of this layer look at: the tags with the inside of quotations masked, and the units they work in.

A unit is a sentence, or several where a quotation runs over their borders. In ``tags`` every token inside a quotation is
MASKED, so that no cue or subject is looked for there; a last comma or stop before the closing mark stays, as it tells
whether the sentence goes on.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from claimx.alphabet import alphabet
from claimx.attributions import quotes

if TYPE_CHECKING:
    from claimx.attributions.quotes import Quotation
    from claimx.reading import Reading

MASKED = "X"
FINITE = "BYAMZd"

Range = tuple[int, int]
"""Token indices, the end exclusive."""


@dataclass(slots=True)
class Found:
    """An attribution in token indices, before it becomes a record. ``cue`` and ``source`` may be None."""

    source: Range | None
    cue: Range | None
    content: list[Range]
    rule: str
    says: bool = False
    outer: Range | None = None


@dataclass(slots=True)
class Unit:
    """The tokens FIRST up to LAST (exclusive) of one sentence or of sentences that a quotation joins."""

    first: int
    last: int
    block: int
    quotes: list[Quotation]
    found: list[Found] = field(default_factory=list)


class Scan:
    """A reading, its quotations and its units."""

    __slots__ = ("codes", "ending", "quotations", "reading", "starting", "tags", "units", "words")

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.words = reading.words
        self.codes = reading.words.codes
        self.starting = reading.phrases.starting
        self.ending = reading.phrases.ending
        self.quotations = quotes.find(reading)
        self.tags = _mask(reading.tags, self.quotations)
        self.units = _units(self)

    def is_a(self, index: int, name: str) -> bool:
        """Whether a token is of a class."""
        return self.codes[index] in members(name)


@cache
def members(name: str) -> frozenset[str]:
    """The characters of the class string whose words are of a class."""
    return frozenset(alphabet().members(name))


def _mask(tags: str, quotations: list[Quotation]) -> str:
    pieces, done = [], 0
    for quotation in quotations:
        first, last = quotation.first + 1, quotation.last - (not quotation.open)
        while last > first and tags[last - 1] in ",.":
            last -= 1
        pieces += [tags[done:first], MASKED * (last - first)]
        done = last
    return "".join((*pieces, tags[done:]))


def _units(scan: Scan) -> list[Unit]:
    units: list[Unit] = []
    tags, quotations = scan.tags, scan.quotations
    starts = [quotation.first for quotation in quotations]
    for sentence in scan.reading.sentences:
        first, last = sentence.first, sentence.last
        while first < last and tags[first] == "\n":
            first += 1
        if first >= last:
            continue
        before = units[-1] if units and units[-1].block == sentence.block else None
        if before is not None and _joined(scan, before, first, last, starts):
            before.last = last
        else:
            units.append(Unit(first, last, sentence.block, []))
    at = 0
    for unit in units:
        while at < len(quotations) and quotations[at].first < unit.last:
            unit.quotes.append(quotations[at])
            at += 1
    return units


def _joined(scan: Scan, before: Unit, first: int, last: int, starts: list[int]) -> bool:
    """Whether a sentence goes on a unit: inside one quotation, or as the cue of the quotation that ends there."""
    at = bisect_right(starts, first - 1) - 1
    if at < 0:
        return False
    quotation = scan.quotations[at]
    if quotation.first < first < quotation.last:
        return True
    return quotation.last == first and quotation.first >= before.first and _tag_line(scan, first, last)


def _tag_line(scan: Scan, first: int, last: int) -> bool:
    """'He said.', 'Mr. Smith told reporters on Monday.': a short sentence that is nothing but source and cue."""
    if last - first > 12:
        return False
    end = scan.starting.get(first)
    if end is None or end >= last - 1 or scan.codes[end] not in members("say") or scan.tags[end] not in "dZ":
        return False
    return not any(letter in "BYAMZC" for letter in scan.tags[end + 1 : last]) and '"' not in scan.tags[end:last]
