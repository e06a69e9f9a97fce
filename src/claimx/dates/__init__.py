"""Time expressions with their TIMEX3 type and value (ISO-TimeML), resolved against the publication date.

Two phases: `scan` finds the spans by ordered rules; then each is resolved in text order against the publication date
and what the text has spoken of so far (`context`), with the tense of its verb (`tense`).
"""

from __future__ import annotations

import datetime

from claimx.dates.calendar import Period
from claimx.dates.context import Context
from claimx.dates.numeric import day_first
from claimx.dates.scan import spans
from claimx.model import TimeExpression
from claimx.reading import Reading


def find(reading: Reading, published: str | None) -> tuple[TimeExpression, ...]:
    """All time expressions of a page in text order.

    ``published`` is an ISO date or datetime; without it, relative expressions keep an underspecified value
    (XXXX-WXX-2), never one of today. Offsets count code points into the page's text.
    """
    found_spans = spans(reading)
    if not found_spans:
        return ()
    # the page is searched for its order of day and month only if a date stands on it that needs it
    order = day_first(reading, published) if any(found.rule.name == "figures" for found in found_spans) else None
    context = Context(reading, _day(published), order)
    sentences = reading.sentences
    at, results = 0, []
    for found in found_spans:
        while at + 1 < len(sentences) and sentences[at].last <= found.first:
            at += 1
        opening, closing, block = (
            (sentences[at].first, sentences[at].last, sentences[at].block) if sentences else (0, len(reading.words), 0)
        )
        context.enter(found.first, found.last, at, opening, closing, block)
        time = found.rule.resolve(found.hit, context)
        if time is None:
            continue
        if time.period is not None:
            context.remember(time.period)
        elif time.type == "TIME" and time.value[:4].isdigit():
            context.remember(Period.around(datetime.date.fromisoformat(time.value[:10]), "day"))
        span = reading.span(found.first, found.last)
        results.append(TimeExpression(span.text, span.start, span.end, time.type, time.value, found.rule.name, time.ambiguous))
    return tuple(results)


def _day(published: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(published[:10]) if published else None
