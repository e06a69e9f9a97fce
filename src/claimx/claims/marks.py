"""Words that take something off a claim's assertion: negation, hedge, question, condition, wish."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from claimx import lazy
from claimx.grammar import Pattern
from claimx.model import Mark
from claimx.tags import FINITE

if TYPE_CHECKING:
    from claimx.reading import Reading
    from claimx.sentences import Sentence

Kind = Literal["negated", "hedged", "question", "condition", "wish"]
_KINDS: tuple[Kind, ...] = ("negated", "hedged", "condition", "wish")
_PHRASED: tuple[Kind, ...] = ("negated", "condition", "wish")
_SINGLE = {kind: Pattern(f"<mark_{kind}&!month>") for kind in _KINDS}  # "May" is none
_TRIGGER = Pattern("|".join(f"<mark_{kind}&!month>" for kind in _KINDS))
_PHRASE = Pattern("|".join(f"<mark_{kind}+>" for kind in _PHRASED))
_ANY = Pattern(f"{_TRIGGER.source}|{_PHRASE.source}")
_NEGATION_REACH = 9
"""Tokens over which a "not" still says something of a figure."""

_VERB = lazy.compile(f"[{FINITE},]")
_DENIALS = frozenset("dVZGn")
_NOUNS = frozenset("NSJ")


def marks(reading: Reading, sentence: Sentence, begin: int, end: int, inside: tuple[int, int]) -> tuple[Mark, ...]:
    """The marks of the clause BEGIN to END around the figure that covers the tokens INSIDE.

    A negation or a wish holds for what follows it, so it has to stand before the figure; a hedge may follow
    ("40 people may have died"). Words of the figure itself ("no more than 40", "an expected 40") are its comparator's.
    """
    found: list[Mark] = []
    if _ANY.search(reading.words.codes, begin, end) is not None:
        found = [_mark(reading, kind, at, at + 1) for kind, at in _words(reading, begin, end, inside)]
        found += [_mark(reading, kind, at, last) for kind, at, last in _phrases(reading, begin, inside[0])]
    stop = sentence.last - 1
    while stop > inside[1] and reading.tags[stop] in '")':
        stop -= 1
    if stop >= inside[1] and reading.words.texts[stop] == "?":
        found.append(_mark(reading, "question", stop, stop + 1))
    return tuple(sorted(found, key=lambda mark: mark.start)) if found else ()


def _words(reading: Reading, begin: int, end: int, inside: tuple[int, int]) -> list[tuple[Kind, int]]:
    found: list[tuple[Kind, int]] = []
    for match in _TRIGGER.finditer(reading.words.codes[begin:end]):
        at = begin + match.start()
        if inside[0] <= at < inside[1]:
            continue
        kind = _kind(reading, at)
        if _holds(reading, kind, at, inside[0]):
            found.append((kind, at))
    return found


def _holds(reading: Reading, kind: Kind, at: int, figure: int) -> bool:
    """Whether a mark reaches the figure."""
    tags = reading.tags
    if kind == "hedged":
        return not (reading.words.lowers[at] == "likely" and tags[at + 1 : at + 2] in _NOUNS)  # "likely voters"
    if at > figure:
        return False
    if kind == "negated" and tags[at] not in _DENIALS:
        # "asked not to be named and put it at 40", "without power, 40 people": another verb takes over
        return figure - at <= _NEGATION_REACH and not _VERB.search(tags, at + 1, figure)
    return True


def _kind(reading: Reading, at: int) -> Kind:
    return next(kind for kind, pattern in _SINGLE.items() if pattern.match(reading.words.codes, at))


def _phrases(reading: Reading, begin: int, stop: int) -> list[tuple[Kind, int, int]]:
    found: list[tuple[Kind, int, int]] = []
    for match in _PHRASE.finditer(reading.words.codes[begin:stop]):
        at = begin + match.start()
        for kind in _PHRASED:
            longest = reading.words.longest(f"mark_{kind}", at, stop)
            if longest is not None and longest[1] > at + 1:
                found.append((kind, at, longest[1]))
    return found


def _mark(reading: Reading, kind: Kind, first: int, last: int) -> Mark:
    span = reading.span(first, last)
    return Mark(kind, span.text, span.start, span.end)
