"""Reads a text with the date layer alone: every line is a block, nothing is furniture."""

from claimx import dates
from claimx.model import TimeExpression
from claimx.page import Block, Page
from claimx.reading import Reading

_UNIFIED = str.maketrans("“”‘’\u00a0", "\"\"'' ")


def page(text: str) -> Page:
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(at, at + len(line), "paragraph"))
        at += len(line) + 1
    return Page(text, text.translate(_UNIFIED), None, None, None, None, tuple(blocks), ())


def find(text: str, published: str | None) -> tuple[TimeExpression, ...]:
    return dates.find(Reading.of(page(text)), published)
