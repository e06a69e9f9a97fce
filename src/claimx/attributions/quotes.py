"""Quotation spans: pairs of double quotation marks, with what an unbalanced mark means, and which of them are speech.

A span lives in its block: an opening mark that is never closed runs to the block's end (a quotation that goes on in the
next paragraph repeats its opening mark there), a closing mark that was never opened starts at the block's start only if
the block before was left open. Single marks are nested quotations and apostrophes; in a headline they quote too.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

import msgspec

from claimx.attributions.classes import members

if TYPE_CHECKING:
    from claimx.page import Block
    from claimx.reading import Reading

_OPENING, _CLOSING = "“„«‟`", "”»"
_LONGEST_TITLE = 13
_SHORT = 3
"""A quotation of at most so many words that ends without a stop is a title, a nickname or a term."""
_SIGNS = b',.:"-()\n'


class Quotation(msgspec.Struct, gc=False):
    """The tokens FIRST up to LAST (exclusive), marks included; OPEN if no mark closes it; WORDS counts its words.

    TITLE is set where all words but the small ones are capitalised, as in the title of a book.
    """

    first: int
    last: int
    words: int
    open: bool
    title: bool

    @property
    def short(self) -> bool:
        """Whether it is too short to be speech by itself."""
        return self.words <= _SHORT


def find(reading: Reading) -> list[Quotation]:
    """All quotation spans of a page, in order, without overlap."""
    words = reading.words
    shadow, text, starts = words.shadow, reading.page.text, words.starts
    found: list[Quotation] = []
    left_open, index = False, -1
    for block in reading.page.blocks:
        at = shadow.find('"', block.start, block.end)
        if at < 0:
            if block.kind == "title":
                found += _single(reading, block)
            left_open = False
            continue
        begin, seen = -1, False
        while at >= 0:
            index = bisect_right(starts, at, index + 1) - 1
            if starts[index] == at:
                mark = text[at]
                closes = mark in _CLOSING or _closes(shadow, block, at, mark, begin >= 0)
                if mark == '"' and at > block.start and shadow[at - 1] == '"' and _doubled(found, begin, index):
                    pass
                elif begin < 0 and closes and not seen and left_open:
                    found.append(_span(reading, words.index(block.start), index + 1, False))
                elif begin < 0 and mark not in _CLOSING:
                    begin = index
                elif begin >= 0 and closes:
                    found.append(_span(reading, begin, index + 1, False))
                    begin = -1
                elif begin >= 0 and mark in _OPENING:  # the one before was never closed
                    begin = index
                seen = True
            at = shadow.find('"', at + 1, block.end)
        left_open = begin >= 0
        if left_open and (limit := words.index(block.end - 1) + 1) - begin > 3:
            found.append(_span(reading, begin, limit, True))
    return found


def _doubled(found: list[Quotation], begin: int, index: int) -> bool:
    """Whether a mark repeats the one before it, as tables write quotations (""so""): a closing one is added to its span."""
    if begin < 0 and found and found[-1].last == index:
        found[-1].last = index + 1
        return True
    return begin >= 0 and begin == index - 1


def _closes(shadow: str, block: Block, at: int, mark: str, inside: bool) -> bool:
    """Whether a mark that does not say so itself closes: by the blanks around it."""
    before = shadow[at - 1] if at > block.start else " "
    after = shadow[at + 1] if at + 1 < block.end else " "
    if mark in _OPENING:  # a wrong mark at the end: “...“
        return inside and not before.isspace() and (after.isspace() or after in ".,;")
    if inside:
        return not (before.isspace() and after.isalnum())
    return not before.isspace() and before not in "([—–-\u200b" and not after.isalnum()


def _span(reading: Reading, first: int, last: int, left_open: bool) -> Quotation:
    words = len(reading.tags[first + 1 : last].encode().translate(None, _SIGNS))
    return Quotation(first, last, words, left_open, _title(reading, first + 1, last))


def _title(reading: Reading, first: int, last: int) -> bool:
    """Whether a quotation of two to ten words is capitalised like a title."""
    if not 3 <= last - first <= _LONGEST_TITLE:
        return False
    capital, small = members("cap"), 0
    words = 0
    for index in range(first, last):
        letter = reading.tags[index]
        if letter in ",.:\"-()\n'":
            continue
        if letter in ".:" and reading.words.text(index) in "?!":
            return False
        words += 1
        if reading.words.codes[index] not in capital:
            if letter not in "DIKT#":
                return False
            small += 1
    return words - small >= 2


def _single(reading: Reading, block: Block) -> list[Quotation]:
    """Pairs of single marks in a headline: those with a blank or an edge on their outer side."""
    words, tags = reading.words, reading.tags
    first, last = words.index(block.start), words.index(max(block.start, block.end - 1)) + 1
    found, begin = [], -1
    for index in range(first, last):
        if tags[index] != '"' or words.texts[index] != "'":
            continue
        start, end = words.starts[index], words.end(index)
        before = words.shadow[start - 1 : start] if start > block.start else " "
        after = words.shadow[end : end + 1] if end < block.end else " "
        if begin < 0 and before.isspace() and not after.isspace():
            begin = index
        elif begin >= 0 and not after.isalnum():
            found.append(_span(reading, begin, index + 1, False))
            begin = -1
    return found
