"""A text as layout understood it: the shadow that all later stages read, and what stands where.

The shadow has exactly the length of the text, so an offset means the same in both. In it page furniture is blanked
to line breaks, hard-wrapped lines are joined by blanks, quotation marks, apostrophes, dashes and odd spaces are
unified, and what is left over of a sequence that reads as one character (mojibake, a hyphenated line end) is FILLER.
"""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from claimx.model import Warning

FILLER = "\u200b"
"""Stands in the shadow for a character that belongs to the word around it but to none of its letters."""


class Block(msgspec.Struct, frozen=True, gc=False):
    """A stretch of the shadow that is read: kind is "title", "standfirst", "dateline" or "paragraph"."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Page:
    """The text, its shadow and the blocks of article text in it, in order and without overlap.

    ``title`` is the offsets of the headline; ``published`` and ``updated`` are ISO dates or datetimes as printed.
    """

    text: str
    shadow: str
    title: tuple[int, int] | None
    publisher: str | None
    published: str | None
    updated: str | None
    blocks: tuple[Block, ...]
    warnings: tuple[Warning, ...]
