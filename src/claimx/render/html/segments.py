"""A text cut into segments that carry what stands there: a figure, a subject, a source, a cue, a date, a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

KINDS = ("number", "subject", "source", "cue", "date", "title")
"""The kinds of spans, the most telling first: it gives a segment its look where several meet."""


class Mark(NamedTuple):
    """A span of the text, its kind, and the anchor of the claim it belongs to ("" for none). ``kind`` may be "sentence"."""

    start: int
    end: int
    kind: str
    anchor: str


class Segment(NamedTuple):
    """A stretch of text without a border of any mark in it.

    ``kind`` is its look ("" for plain text), ``sentences`` the anchors of the claims whose sentence it stands in, ``id``
    the anchor of the figure that begins here ("" if none), ``link`` the anchor of the figure it is part of.
    """

    text: str
    kind: str
    sentences: str
    id: str
    link: str


def cut(text: str, marks: Iterable[Mark], start: int = 0, end: int | None = None) -> list[Segment]:
    """Cut ``text`` from ``start`` to ``end`` at the borders of the marks. Marks may overlap, nest, repeat or lie outside."""
    end = len(text) if end is None else end
    inside = sorted({mark for mark in marks if mark.start < mark.end and mark.end > start and mark.start < end})
    borders = sorted({start, end, *(min(max(edge, start), end) for mark in inside for edge in (mark.start, mark.end))})
    segments: list[Segment] = []
    active: list[Mark] = []
    following = 0
    named: set[str] = set()
    for left, right in pairwise(borders):
        while following < len(inside) and inside[following].start <= left:
            active.append(inside[following])
            following += 1
        active = [mark for mark in active if mark.end > left]
        segments.append(_segment(text[left:right], active, named))
    return segments


def _segment(text: str, active: Sequence[Mark], named: set[str]) -> Segment:
    kinds = {mark.kind for mark in active}
    kind = next((one for one in KINDS if one in kinds), "")
    figure = next((mark.anchor for mark in active if mark.kind == "number"), "")
    anchor = figure if figure not in named else ""
    named.add(anchor)
    sentences = " ".join(dict.fromkeys(mark.anchor for mark in active if mark.kind == "sentence"))
    return Segment(text, kind, sentences, anchor, figure)
