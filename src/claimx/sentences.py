"""Sentences as token ranges. Abbreviations, initials, decimals and dotted names are single tokens and end no sentence."""

from __future__ import annotations

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
    for number, block in enumerate(page.blocks):
        first, last = words.index(block.start), words.index(max(block.start, block.end - 1)) + 1
        for end in (*_ends(words, tags, first, last), last):
            if end > first:
                found += _pieces(tags, first, end, number)
            first = end
    return tuple(found)


def _pieces(tags: str, first: int, last: int, block: int) -> Iterator[Sentence]:
    """A sentence; if it is too long, in pieces that end at the last sign that they hold, so that no reader is quadratic in it."""
    while last - first > _LONGEST:
        end = max(tags.rfind(sign, first, first + _LONGEST) for sign in ":,-") + 1 or first + _LONGEST
        yield Sentence(first, end, block)
        first = end
    yield Sentence(first, last, block)


def _ends(words: Words, tags: str, first: int, last: int) -> list[int]:
    """The indices behind the last tokens of sentences that end within a block."""
    ends = []
    at = tags.find(".", first, last)
    while at >= 0:
        end = _behind(words, tags, at, last)
        if end is not None:
            ends.append(end)
        at = tags.find(".", max(at + 1, end or 0), last)
    for found in _ABBREVIATION.finditer(words.codes[first:last]):  # "in the U.S. The", never "U.S. President"
        end = first + found.end()
        if end < last and tags[end] in "DHOQECKIBMA" and words.text(end)[0].isupper() and not words.text(end).isupper():
            ends.append(end)
    return sorted(set(ends))


def _behind(words: Words, tags: str, at: int, last: int) -> int | None:
    """The index behind a sentence whose final stop is the token AT; None if that ends no sentence."""
    end = at + 1
    while end < last and end - at <= _MOST_CLOSERS and (tags[end] == "." or (tags[end] in '")' and not spaced(words, end))):
        end += 1
    if end >= last:
        return last
    following = words.text(end)
    if not spaced(words, end):
        # "ended.The next": glued by the scraper; but "example.com", "Node.js"
        glued = following[:1].isupper() and at > 0 and words.text(at - 1)[-1:].islower() and len(words.text(at - 1)) > 2
        return end if glued else None
    if following[:1].islower():
        return None  # "he asked? she said": a quotation or a list goes on
    return end


def spaced(words: Words, index: int) -> bool:
    """Whether a blank or line break stands before a token."""
    start = words.starts[index]
    return start == 0 or words.shadow[start - 1].isspace()
