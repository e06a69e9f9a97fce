"""Sentences as token ranges. Abbreviations, initials, decimals and dotted names are single tokens and end no sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

import msgspec

from claimx.grammar import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimx.page import Page
    from claimx.words import Words

_MOST_CLOSERS = 4
_LONGEST = 250
"""Tokens that a sentence may have: what is longer is a list, a table or a text without stops, and is cut where it pauses."""
_ABBREVIATION = Pattern("<abbr>(?=<word>)")


class Sentence(msgspec.Struct, frozen=True, gc=False):
    """The tokens FIRST up to LAST (exclusive); ``block`` is the index of its block in the page."""

    first: int
    last: int
    block: int


def split(page: Page, words: Words, tags: str) -> tuple[Sentence, ...]:
    """The sentences of all blocks, in order, without overlap; a block's end always ends one."""
    found: list[Sentence] = []
    abbreviated = _abbreviated(words, tags)
    for number, block in enumerate(page.blocks):
        first, last = words.index(block.start), words.index(max(block.start, block.end - 1)) + 1
        for end in (*_ends(words, tags, abbreviated, first, last), last):
            if end - first > _LONGEST:
                found += _pieces(tags, first, end, number)
            elif end > first:
                found.append(Sentence(first, end, number))
            first = end
    return tuple(found)


def _pieces(tags: str, first: int, last: int, block: int) -> Iterator[Sentence]:
    """A sentence that is too long, in pieces that end at the last sign that they hold, so that no reader is quadratic in it."""
    while last - first > _LONGEST:
        end = max(tags.rfind(sign, first, first + _LONGEST) for sign in ":,-") + 1 or first + _LONGEST
        yield Sentence(first, end, block)
        first = end
    yield Sentence(first, last, block)


def _abbreviated(words: Words, tags: str) -> list[int]:
    """The indices behind abbreviations that end a sentence: "in the U.S. The", never "U.S. President"."""
    behind = (found.end() for found in _ABBREVIATION.finditer(words.codes))
    return [end for end in behind if tags[end] in "DHOQECKIBMA" and words.texts[end][0].isupper() and not words.texts[end].isupper()]


def _ends(words: Words, tags: str, abbreviated: list[int], first: int, last: int) -> list[int]:
    """The indices behind the last tokens of sentences that end within a block."""
    ends = abbreviated[bisect_right(abbreviated, first) : bisect_left(abbreviated, last)]
    at = tags.find(".", first, last)
    while at >= 0:
        end = _behind(words, tags, at, last)
        if end is not None:
            ends.append(end)
        at = tags.find(".", max(at + 1, end or 0), last)
    return sorted(set(ends))


def _behind(words: Words, tags: str, at: int, last: int) -> int | None:
    """The index behind a sentence whose final stop is the token AT; None if that ends no sentence."""
    end = at + 1
    while end < last and tags[end] in '.")' and end - at <= _MOST_CLOSERS and (tags[end] == "." or not spaced(words, end)):
        end += 1
    if end >= last:
        return last
    following = words.texts[end][:1]
    if spaced(words, end):
        return None if following.islower() else end  # "he asked? she said": a quotation or a list goes on
    # "ended.The next": glued by the scraper; but "example.com", "Node.js"
    glued = following.isupper() and at > 0 and words.texts[at - 1][-1:].islower() and len(words.texts[at - 1]) > 2
    return end if glued else None


def spaced(words: Words, index: int) -> bool:
    """Whether a blank or line break stands before a token."""
    start = words.starts[index]
    return start == 0 or words.shadow[start - 1].isspace()
