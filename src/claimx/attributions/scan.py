"""What the rules of this layer look at: the tags with the inside of quotations masked, and the units they work in.

A unit is a sentence, or several where a quotation runs over their borders. In ``tags`` every token inside a quotation is
MASKED, so that no cue or subject is looked for there; a last comma or stop before the closing mark stays, as it tells
whether the sentence goes on.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

import msgspec

from claimx import speech
from claimx.attributions import quotes
from claimx.attributions.classes import members
from claimx.grammar import Pattern

if TYPE_CHECKING:
    from claimx.attributions.quotes import Quotation
    from claimx.reading import Reading

MASKED = "X"
_LONGEST = 500
"""The most tokens to which sentences are joined: every look around a cue ends at its unit's borders."""

FINITE = frozenset("BYAMZd")
_DATELINE = re.compile(r".[PNJ#,.()/K]{0,12}[-:U]")
"""A dateline as far as its dash, or what may be one."""
_MOST_PLACES = 14
_PLACES = frozenset("PNJ#,.()-:U/K")
_FINITE_AHEAD = re.compile(r"[^,.QCWBYAMZd]*+[BYAMZd]")
"""A finite verb in the clause that goes on here."""
_DASHES = frozenset(("--", "–", "—", "―"))
_NOUNS = Pattern("<poll|cuenoun|viewnoun|whose>")
_APOSTROPHE = Pattern(r"<'&loose>(?<=<word&tight>.)(?=<word>)")

Range = tuple[int, int]
"""Token indices, the end exclusive."""


class Found(msgspec.Struct, gc=False):
    """An attribution in token indices, before it becomes a record. ``cue`` and ``source`` may be None."""

    source: Range | None
    cue: Range | None
    content: list[Range]
    rule: str
    says: bool = False
    outer: Range | None = None


class Unit(msgspec.Struct, gc=False):
    """The tokens FIRST up to LAST (exclusive) of one sentence or of sentences that a quotation joins."""

    first: int
    last: int
    block: int
    quotes: list[Quotation] = []
    found: list[Found] = []


class Scan:
    """A reading, its quotations and its units; ``nouns`` are the words that can attribute as nouns, and "whose"."""

    __slots__ = ("codes", "ending", "nouns", "quotations", "reading", "starting", "tags", "text", "units", "words")

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.page.text
        self.words = reading.words
        self.codes = reading.words.codes
        self.starting = reading.phrases.starting
        self.ending = reading.phrases.ending
        self.nouns = [found.start() for found in _NOUNS.finditer(self.codes)]
        self.quotations = quotes.find(reading)
        self.tags = _mask(_corrected(reading, self.nouns), self.quotations)
        self.units = _units(self)

    def dash(self, index: int) -> bool:
        """Whether a token is a dash between words: a hyphen only with a blank before it."""
        if self.tags[index] not in ":-U":
            return False
        text, start = self.words.texts[index], self.words.starts[index]
        return text in _DASHES or (text == "-" and self.words.shadow[max(0, start - 1) : start].isspace())

    def noun_too(self, index: int) -> bool:
        """Whether a word can be a noun as well, whatever it is here."""
        return "N" in speech.options(self.words.guesses[index])

    def is_a(self, index: int, name: str) -> bool:
        """Whether a token is of a class."""
        return self.codes[index] in members(name)


def _corrected(reading: Reading, nouns: list[int]) -> str:
    """The tags with "whose" as the relative that it is, and the mark of a plural possessor as a possessive."""
    tags, words, whose = reading.tags, reading.words, members("whose")
    corrected = [(at, "W") for at in nouns if words.codes[at] in whose]
    for found in _APOSTROPHE.finditer(words.codes):
        at = found.start()
        if tags[at - 1] in "SPN" and tags[at + 1] in "NSPJ#G" and words.texts[at - 1][-1:] in "sSz":
            corrected.append((at, "'"))
    pieces, done = [], 0
    for at, letter in sorted(corrected):
        pieces += [tags[done:at], letter]
        done = at + 1
    return "".join((*pieces, tags[done:]))


def enclosing(unit: Unit, at: int) -> Found | None:
    """The innermost attribution in whose content a token stands."""
    for found in reversed(unit.found):
        for first, last in found.content:
            if first <= at < last:
                return found
    return None


def floor(unit: Unit, edge: int) -> int:
    """How far to the left of EDGE a subject may be looked for: to the last quotation that can be speech."""
    low = unit.first
    for quotation in unit.quotes:
        if quotation.last <= edge and not quotation.short:
            low = quotation.last
    return low


def _mask(tags: str, quotations: list[Quotation]) -> str:
    pieces, done = [], 0
    for quotation in quotations:
        first = quotation.first + (tags[quotation.first] == '"')  # what an earlier paragraph opened has no mark here
        last = max(first, quotation.last - (not quotation.open))  # of a mark that closes at once what was left open, nothing
        while last > first and tags[last - 1] in ',."':
            last -= 1
        pieces += [tags[done:first], MASKED * (last - first)]
        done = last
    return "".join((*pieces, tags[done:]))


def _units(scan: Scan) -> list[Unit]:
    units: list[Unit] = []
    tags, quotations = scan.tags, scan.quotations
    starts = [quotation.first for quotation in quotations]
    before = None
    for sentence in scan.reading.sentences:
        first, last, block = sentence.first, sentence.last, sentence.block
        while first < last and tags[first] == "\n":
            first += 1
        if first >= last:
            continue
        if before is None or before.block != block:
            if _DATELINE.match(tags, first, last - 1):
                first = _behind_dateline(scan, first, last)
        elif quotations and last - before.first <= _LONGEST and _joined(scan, before, first, last, starts):
            before.last = last
            continue
        before = Unit(first, last, block)
        units.append(before)
    at = 0
    for unit in units:
        while at < len(quotations) and quotations[at].first < unit.last:
            unit.quotes.append(quotations[at])
            at += 1
    return units


def _behind_dateline(scan: Scan, first: int, last: int) -> int:
    """The token behind "LAGOS, May 3 (Agency) - " at the start of a paragraph; FIRST if there is none."""
    tags, place = scan.tags, scan.words.texts[first]
    for index in range(first + 1, min(last - 1, first + _MOST_PLACES)):
        if tags[index] not in _PLACES:
            return first
        if scan.dash(index):
            return index + 1 if tags[index - 1] == ")" or (place.isupper() and len(place) > 1) else first
    return first


def _joined(scan: Scan, before: Unit, first: int, last: int, starts: list[int]) -> bool:
    """Whether a sentence goes on a unit: inside one quotation, or as the cue of the quotation that ends there."""
    at = bisect_left(starts, first) - 1
    if at < 0:
        return False
    quotation = scan.quotations[at]
    if quotation.first < first < quotation.last:
        return True
    return quotation.last == first and quotation.first >= before.first and _tag_line(scan, first, last)


def _tag_line(scan: Scan, first: int, last: int) -> bool:
    """'He said.', 'Mr. Lee shouted at the police, a point he likes.': a sentence that says only who spoke, and how."""
    tags = scan.tags
    end = scan.starting.get(first) or (first + 1 if tags[first] == "D" else None)
    while end is not None and end < last and tags[end] in "-J#N":  # the 43-year-old
        end += 1
    while end is not None and end < last and tags[end] in "I(":
        end = scan.starting.get(end + 1) if tags[end] == "I" else min(last, tags.find(")", end, last) + 1) or None
    if end is not None and end < last and tags[end] == ",":  # Lee, the mayor, said
        comma = tags.find(",", end + 1, min(last, end + 14))
        end = comma + 1 if comma > 0 else end
    if end is None or end >= last - 1 or tags[end] not in "dZn" or scan.codes[end] not in members("say", "utter"):
        return False
    following = tags[end + 1]
    if following in ':"' or scan.is_a(end + 1, "complementizer") or (following == "," and '"' in tags[end:last]):
        return False
    return _FINITE_AHEAD.match(tags, end + 1, last) is None
