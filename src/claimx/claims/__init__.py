"""A quantity, its subject, the attribution it stands in and the date that holds for it, joined to one record."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from claimx.claims.attributed import Contents
from claimx.claims.clauses import Place, clause
from claimx.claims.dating import Calendar, date_of
from claimx.claims.fold import Seen
from claimx.claims.marks import marks
from claimx.claims.select import is_claim
from claimx.model import Attribution, Claim, ClaimDate, Evidence, Quantity, Span, TimeExpression

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimx.reading import Reading


def join(
    reading: Reading,
    quantities: tuple[Quantity, ...],
    dates: tuple[TimeExpression, ...],
    attributions: tuple[Attribution, ...],
    published: str | None,
) -> tuple[Claim, ...]:
    """The claims of a page; ``published`` is the date they fall back on.

    The quantities come in the order of the text, as do the claims.
    """
    if not quantities:
        return ()
    contents, calendar, seen = Contents(attributions), Calendar.of(dates), Seen()
    text, at, line = reading.page.text, 0, 1
    found: list[Claim] = []
    before: Quantity | None = None
    for place, first, quantity in _placed(reading, quantities):
        if is_claim(reading, quantity):
            number = f"c{len(found) + 1}"
            attribution = contents.innermost(quantity.start, quantity.end)
            date, dated = date_of(reading, place, quantity, before, attribution, calendar, published)
            line, at = line + text.count("\n", at, quantity.start), quantity.start
            found.append(
                _claim(
                    reading,
                    place,
                    first,
                    quantity,
                    attribution,
                    number=number,
                    line=line,
                    date=date,
                    same_as=seen.first(quantity, quantity.subject, number),
                    evidence=(*quantity.evidence, *_spoken(attribution), *((dated,) if dated else ())),
                )
            )
            before = quantity
    return tuple(found)


def _placed(reading: Reading, quantities: tuple[Quantity, ...]) -> Iterator[tuple[Place, int, Quantity]]:
    """The quantities that stand in a sentence, with it and with their first tokens."""
    offsets, sentences = reading.words.starts, reading.sentences
    starts = [sentence.first for sentence in sentences]
    place: Place | None = None
    for quantity in quantities:
        first = bisect_right(offsets, quantity.start) - 1
        at = bisect_right(starts, first) - 1
        if at >= 0 and first < sentences[at].last:
            if place is None or place.sentence is not sentences[at]:
                place = Place.of(reading, sentences[at])
            yield place, first, quantity


def _claim(
    reading: Reading,
    place: Place,
    first: int,
    quantity: Quantity,
    attribution: Attribution | None,
    *,
    number: str,
    line: int,
    date: ClaimDate | None,
    same_as: str | None,
    evidence: tuple[Evidence, ...],
) -> Claim:
    starts = reading.words.starts
    # no more tokens than letters
    inside = first, bisect_right(starts, quantity.end - 1, first, min(len(starts), first + quantity.end - starts[first] + 1))
    begin, end = clause(reading, place, *inside)
    span = _within(reading, *reading.words.span(begin, end), quantity, attribution)
    found = marks(reading, place.sentence, begin, end, inside)
    kinds = {mark.kind for mark in found}
    return Claim(
        id=number,
        text=span.text,
        start=span.start,
        end=span.end,
        line=line,
        sentence=reading.page.text[place.start : place.end],
        quantity=quantity,
        subject=quantity.subject,
        speaker=attribution.speaker if attribution is not None else None,
        attribution=attribution,
        date=date,
        negated="negated" in kinds,
        hedged="hedged" in kinds,
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
    return tuple([Evidence("speaker", attribution.rule, span.text, span.start, span.end) for span in spans])
