"""From token indices to the records of the model."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimx.attributions.scan import MASKED
from claimx.model import Attribution, AttributionKind, Span

_QUOTED = MASKED + ',.:"'
_VERBATIM = frozenset(("interview", "transcript", "post", "block"))
_CONTRACTION = re.compile(r"['’ʼ](?:re|ve|m|d|ll|s)$", re.IGNORECASE)

if TYPE_CHECKING:
    from claimx.attributions.scan import Found, Range, Scan


def records(scan: Scan) -> tuple[Attribution, ...]:
    """The records of all that was found, in the order of the text."""
    made = [_record(scan, found) for unit in scan.units for found in unit.found if found.content]
    made.sort(key=lambda attribution: (attribution.content[0].start, attribution.content[-1].end))
    return tuple(made)


def _record(scan: Scan, found: Found) -> Attribution:
    content = tuple([_span(scan, span) for span in sorted(found.content)])
    return Attribution(
        source=_source(scan, found.source) if found.source else None,
        cue=_span(scan, found.cue) if found.cue else None,
        content=content,
        kind=_kind(scan, found),
        speaker=None,
        rule=found.rule,
        outer=_span(scan, found.outer) if found.outer else None,
    )


def _source(scan: Scan, span: Range) -> Span:
    """A source; of "they're" the pronoun alone."""
    whole = _span(scan, span)
    ending = _CONTRACTION.search(whole.text) if scan.tags[span[1] - 1] == "O" else None
    return whole if ending is None else scan.reading.cut(whole.start, whole.start + ending.start())


def _span(scan: Scan, span: Range) -> Span:
    """The text of tokens; a quotation mark written as two apostrophes is one token of which both belong to the text."""
    first, behind = span
    last, words, tags, text = behind - 1, scan.words, scan.tags, scan.text
    starts = words.starts
    start, end = starts[first], starts[last]
    end += len(words.shadow[end : starts[behind]].rstrip())
    if tags[first] == '"' and start > 0 and text.startswith("''", start - 1):
        start -= 1
    if tags[last] == '"' and text.startswith("''", end - 1):
        end += 1
    return Span(text[start:end], start, end)


def _kind(scan: Scan, found: Found) -> AttributionKind:
    """direct: nothing but quotations; mixed: a quotation within the reporter's words; indirect: none."""
    if found.rule in _VERBATIM:
        return "direct"
    tags = scan.tags
    for first, last in found.content:
        if tags.find(MASKED, first, last) >= 0:
            break
    else:
        return "indirect"
    letters = "".join([tags[first:last] for first, last in found.content])
    return "mixed" if letters.strip(_QUOTED) else "direct"
