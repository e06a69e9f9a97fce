"""Readings of texts whose paragraphs are their lines, without layout's judgement of what is an article."""

from __future__ import annotations

import re

from claimx import attributions
from claimx.layout.shadow import unify
from claimx.model import Attribution
from claimx.page import Block, Page
from claimx.reading import Reading


def read(text: str, headline: bool = False) -> Reading:
    """A reading of a text; its first line is the title if HEADLINE."""
    shadow = unify(text)
    lines = list(re.finditer(r"[^\n]*\S", shadow))
    blocks = [Block(found.start(), found.end(), "title" if headline and not index else "paragraph") for index, found in enumerate(lines)]
    return Reading.of(Page(text, shadow, None, None, None, None, tuple(blocks), ()))


def found(text: str, headline: bool = False) -> tuple[Attribution, ...]:
    return attributions.find(read(text, headline))
