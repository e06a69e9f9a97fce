"""CX2: claims and quotations that lack a part."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimx.check.findings import Finding, Lines, at
from claimx.model import Claim, Document

_QUOTATION = re.compile(r"[“\"]([^“”\"\r\n]{1,4000})[”\"]")
_SPEECH = 6  # words; shorter ones are titles and words at a distance
_PRONOUNS = frozenset("he she they it we i you him her them who this that these those one".split())


def findings(path: str, lines: Lines, document: Document) -> Iterator[Finding]:
    """The CX2 findings of one text."""
    for claim in document.claims:
        quantity = claim.quantity
        if _bare(claim):
            yield at(lines, path, "CX201", quantity.start, quantity.end, f"“{quantity.text}” counts or measures nothing that is named")
        if claim.attribution is not None and claim.attribution.source is not None:
            source = claim.attribution.source
            if _unresolved(claim):
                message = f"“{source.text}” says this, and the text does not show who that is"
                yield at(lines, path, "CX203", source.start, source.end, message)
    yield from _quotations(path, lines, document)


def _quotations(path: str, lines: Lines, document: Document) -> Iterator[Finding]:
    """Quotations as long as speech that no attribution with a source covers."""
    covered = sorted(
        (span.start, span.end)
        for attribution in document.attributions
        if attribution.source is not None or attribution.speaker is not None
        for span in attribution.content
    )
    at_, reach = 0, 0
    for found in _QUOTATION.finditer(lines.text):
        if len(found.group(1).split()) < _SPEECH:
            continue
        while at_ < len(covered) and covered[at_][0] < found.end(1):
            reach = max(reach, covered[at_][1])
            at_ += 1
        if reach <= found.start(1):
            yield at(lines, path, "CX202", found.start(), found.end(), "this quotation has no speaker")


def _bare(claim: Claim) -> bool:
    unit = claim.quantity.unit
    return claim.subject is None and (unit is None or (unit.kind == "count" and not unit.name))


def _unresolved(claim: Claim) -> bool:
    source = claim.attribution.source if claim.attribution else None
    if source is None or source.text.lower() not in _PRONOUNS:
        return False
    return claim.speaker is None or claim.speaker.name.lower() in _PRONOUNS
