"""Passages as the tests write them: sources in braces, resolved as the attributions of the passage."""

from __future__ import annotations

import re

from claimx import speakers
from claimx.model import Attribution, Span, Speaker
from claimx.page import Block, Page
from claimx.reading import Reading

_PLAIN = str.maketrans("“”‘’", "\"\"''")


def unmark(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """A passage without its braces, and the offsets of what stood in them."""
    text, spans, start = "", [], 0
    for piece in re.split(r"([{}])", marked):
        if piece == "{":
            start = len(text)
        elif piece == "}":
            spans.append((start, len(text)))
        else:
            text += piece
    return text, spans


def reading(text: str) -> Reading:
    """A text read as a page of plain paragraphs."""
    shadow = text.translate(_PLAIN)
    blocks = tuple(Block(found.start(), found.end(), "paragraph") for found in re.finditer(r"[^\n]+", shadow))
    return Reading.of(Page(text, shadow, None, None, None, None, blocks, ()))


def resolve(marked: str, contents: dict[str, str] | None = None) -> tuple[Speaker | None, ...]:
    """The speakers of the sources of a passage, in order. CONTENTS are the words that a source's attribution reports."""
    text, spans = unmark(marked)
    found = []
    for number, (start, end) in enumerate(spans):
        said = (contents or {}).get(str(number))
        at = text.index(said) if said else 0
        content = (Span(said, at, at + len(said)),) if said else ()
        found.append(Attribution(Span(text[start:end], start, end), None, content, "direct" if said else "indirect", None, "test"))
    given, listed = speakers.resolve(reading(text), tuple(found))
    assert {id(one.speaker) for one in given if one.speaker} == set(map(id, listed))
    return tuple(one.speaker for one in given)
