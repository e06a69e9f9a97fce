"""A quantity, its subject, the attribution it stands in and the date that holds for it, joined to one record."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from claimx.claims.attributed import Contents
from claimx.claims.clauses import clause
from claimx.claims.dating import Calendar, date_of
from claimx.claims.fold import Seen
from claimx.claims.marks import marks
from claimx.claims.select import is_claim
from claimx.model import Attribution, Claim, ClaimDate, Evidence, Quantity, Span, TimeExpression

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimx.reading import Reading
    from claimx.sentences import Sentence


def join(
    reading: Reading,
    quantities: tuple[Quantity, ...],
    dates: tuple[TimeExpression, ...],
    attributions: tuple[Attribution, ...],
    published: str | None,
) -> tuple[Claim, ...]:
    """The claims of a page in the order of the text; ``published`` is the date they fall back on."""
    contents, calendar, seen = Contents(attributions), Calendar.of(dates), Seen()
    lines = _line_starts(reading.page.text)
    found: list[Claim] = []
    before: Quantity | None = None
    for sentence, quantity in _placed(reading, quantities):
        if is_claim(reading, quantity):
            number = f"c{len(found) + 1}"
            attribution = contents.innermost(quantity.start, quantity.end)
            date, dated = date_of(reading, sentence, quantity, before, attribution, calendar, published)
            found.append(
                _claim(
                    reading,
                    sentence,
                    quantity,
                    attribution,
                    number=number,
                    line=bisect_right(lines, quantity.start),
                    date=date,
                    same_as=seen.first(quantity, quantity.subject, number),
                    evidence=(*quantity.evidence, *_spoken(attribution), *((dated,) if dated else ())),
                )
            )
            before = quantity
    return tuple(found)


def _placed(reading: Reading, quantities: tuple[Quantity, ...]) -> Iterator[tuple[Sentence, Quantity]]:
    """The quantities that stand in a sentence, with it."""
    starts = [sentence.first for sentence in reading.sentences]
    for quantity in quantities:
        first = reading.words.index(quantity.start)
        at = bisect_right(starts, first) - 1
        if at >= 0 and first < reading.sentences[at].last:
            yield reading.sentences[at], quantity


def _claim(
    reading: Reading,
    sentence: Sentence,
    quantity: Quantity,
    attribution: Attribution | None,
    *,
    number: str,
    line: int,
    date: ClaimDate | None,
    same_as: str | None,
    evidence: tuple[Evidence, ...],
) -> Claim:
    words = reading.words
    inside = words.index(quantity.start), words.index(quantity.end - 1) + 1
    begin, end = clause(reading, sentence, *inside)
    span = _within(reading, *reading.words.span(begin, end), quantity, attribution)
    found = marks(reading, sentence, begin, end, inside)
    return Claim(
        id=number,
        text=span.text,
        start=span.start,
        end=span.end,
        line=line,
        sentence=reading.span(sentence.first, sentence.last).text,
        quantity=quantity,
        subject=quantity.subject,
        speaker=attribution.speaker if attribution is not None else None,
        attribution=attribution,
        date=date,
        negated=any(mark.kind == "negated" for mark in found),
        hedged=any(mark.kind == "hedged" for mark in found),
        same_as=same_as,
        rule=f"{quantity.rule}+{attribution.rule}" if attribution is not None else quantity.rule,
        marks=found,
        evidence=evidence,
    )


def _within(reading: Reading, start: int, end: int, quantity: Quantity, attribution: Attribution | None) -> Span:
    """The clause without what stands outside of the reported words: the cue, the source, the quotation marks."""
    for content in attribution.content if attribution is not None else ():
        if content.start <= quantity.start and quantity.end <= content.end:
            start, end = max(start, content.start), min(end, content.end)
    text = reading.page.text
    if text[start : start + 5].lower() == "that ":
        start += 5
    while start < quantity.start and text[start] in _EDGES:
        start += 1
    while end > quantity.end and text[end - 1] in _EDGES:
        end -= 1
    return reading.cut(start, end)


_EDGES = frozenset(" \n\r\t,;:\"“”„«»'‘’")


def _spoken(attribution: Attribution | None) -> tuple[Evidence, ...]:
    """The words that the speaker stands on: the source, and the cue."""
    if attribution is None:
        return ()
    spans = [span for span in (attribution.source, attribution.cue) if span is not None]
    return tuple(Evidence("speaker", attribution.rule, span.text, span.start, span.end) for span in spans)


def _line_starts(text: str) -> list[int]:
    """The offsets at which the lines of a text start, counted as editors do: by line feeds."""
    return [0, *(found.end() for found in re.finditer("\n", text))]
