"""Time expressions with their TIMEX3 type and value (ISO-TimeML), resolved against the publication date.

Two phases: `scan` finds the spans by ordered rules; then each is resolved in text order against the publication date
and what the text has spoken of so far (`context`), with the tense of its verb (`tense`).
"""

from __future__ import annotations

import datetime

from claimx.dates.calendar import Period
from claimx.dates.context import Context
from claimx.dates.scan import spans
from claimx.model import TimeExpression
from claimx.reading import Reading
from claimx.sentences import Sentence


def find(reading: Reading, published: str | None) -> tuple[TimeExpression, ...]:
    """All time expressions of a page in text order.

    ``published`` is an ISO date or datetime; without it, relative expressions keep an underspecified value
    (XXXX-WXX-2), never one of today. Offsets count code points into the page's text.
    """
    found_spans = spans(reading)
    if not found_spans:
        return ()
    context = Context(reading, published)
    words, text = reading.words, reading.page.text
    sentences = reading.sentences or (Sentence(0, len(words), 0),)
    at, final, results = 0, len(sentences) - 1, []
    for found in found_spans:
        first, last = found.first, found.last
        while at < final and sentences[at].last <= first:
            at += 1
        context.enter(first, last, at, sentences[at])
        time = found.rule.resolve(found.hit, context)
        if time is None:
            continue
        if time.period is not None:
            context.remember(time.period)
        elif time.type == "TIME" and time.value[:4].isdigit():
            context.remember(Period.around(datetime.date.fromisoformat(time.value[:10]), "day"))
        start, end = words.span(first, last)
        results.append(TimeExpression(text[start:end], start, end, time.type, time.value, found.rule.name, time.ambiguous))
    return tuple(results)
