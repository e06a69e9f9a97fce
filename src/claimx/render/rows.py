"""A claim as one flat row that stands for itself: what JSON Lines and CSV are written from."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from claimx.model import AttributionKind, Change, Claim, Comparator, DateBasis, Document, Evidence, Number, SpeakerKind
from claimx.render.view import evidence_of


class Row(msgspec.Struct, frozen=True, omit_defaults=True):
    """One claim with its document's data. Offsets count code points into the document's text; lines count from 1.

    ``content`` is the attributed words (several stretches are joined by " ... "), ``cue`` the words that attribute them,
    ``source`` the source as it is named there. ``marks`` are the words behind ``negated`` and ``hedged``, as "kind: word".
    """

    path: str | None
    title: str | None
    publisher: str | None
    published: str | None
    id: str
    line: int
    start: int
    end: int
    text: str
    sentence: str
    quantity: str
    quantity_start: int
    quantity_end: int
    value: Number | None
    low: Number | None
    high: Number | None
    comparator: Comparator
    change: Change | None
    unit_kind: str | None
    unit_code: str | None
    unit_name: str | None
    subject: str | None
    subject_start: int | None
    subject_end: int | None
    speaker: str | None
    speaker_role: str | None
    speaker_organization: str | None
    speaker_kind: SpeakerKind | None
    attribution: AttributionKind | None
    source: str | None
    cue: str | None
    content: str | None
    date: str | None
    date_text: str | None
    date_basis: DateBasis | None
    negated: bool
    hedged: bool
    marks: str | None
    same_as: str | None
    rule: str
    evidence: tuple[Evidence, ...] = ()


def rows(document: Document, explain: bool = False) -> Iterator[Row]:
    """The claims of ``document`` as rows, with the evidence of their fields if ``explain``."""
    return (row(document, claim, explain) for claim in document.claims)


def row(document: Document, claim: Claim, explain: bool = False) -> Row:
    """One claim as a row."""
    quantity, subject, speaker, attribution, date = claim.quantity, claim.subject, claim.speaker, claim.attribution, claim.date
    unit = quantity.unit
    return Row(
        path=document.path,
        title=document.title,
        publisher=document.publisher,
        published=document.published,
        id=claim.id,
        line=claim.line,
        start=claim.start,
        end=claim.end,
        text=claim.text,
        sentence=claim.sentence,
        quantity=quantity.text,
        quantity_start=quantity.start,
        quantity_end=quantity.end,
        value=quantity.value,
        low=quantity.low,
        high=quantity.high,
        comparator=quantity.comparator,
        change=quantity.change,
        unit_kind=unit.kind if unit else None,
        unit_code=unit.code if unit else None,
        unit_name=unit.name if unit else None,
        subject=subject.text if subject else None,
        subject_start=subject.start if subject else None,
        subject_end=subject.end if subject else None,
        speaker=speaker.name if speaker else None,
        speaker_role=speaker.role if speaker else None,
        speaker_organization=speaker.organization if speaker else None,
        speaker_kind=speaker.kind if speaker else None,
        attribution=attribution.kind if attribution else None,
        source=attribution.source.text if attribution and attribution.source else None,
        cue=attribution.cue.text if attribution and attribution.cue else None,
        content=" ... ".join(span.text for span in attribution.content) if attribution else None,
        date=date.value if date else None,
        date_text=date.text if date else None,
        date_basis=date.basis if date else None,
        negated=claim.negated,
        hedged=claim.hedged,
        marks="; ".join(f"{mark.kind}: {mark.text}" for mark in claim.marks) or None,
        same_as=claim.same_as,
        rule=claim.rule,
        evidence=evidence_of(claim) if explain else (),
    )
