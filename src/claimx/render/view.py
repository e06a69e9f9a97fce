"""What of a document is shown: all places or the first of each claim, the layers, the evidence."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from claimx.model import Claim, Document, Evidence


def view(document: Document, layers: bool = False, fold: bool = False, explain: bool = False) -> Document:
    """``document`` without what was not asked for.

    ``layers`` keeps the quantities and attributions, ``explain`` the evidence of each field; ``fold`` keeps the first claim of
    those that say the same (``same_as`` names it).
    """
    claims = tuple(claim for claim in document.claims if not (fold and claim.same_as))
    shown = msgspec.structs.replace(
        document,
        claims=claims if explain else tuple(_without_evidence(claim) for claim in claims),
        quantities=document.quantities if layers else (),
        attributions=document.attributions if layers else (),
    )
    if layers and not explain:
        bare = tuple(msgspec.structs.replace(quantity, evidence=()) if quantity.evidence else quantity for quantity in shown.quantities)
        shown = msgspec.structs.replace(shown, quantities=bare)
    return shown


def _without_evidence(claim: Claim) -> Claim:
    if claim.quantity.evidence:
        claim = msgspec.structs.replace(claim, quantity=msgspec.structs.replace(claim.quantity, evidence=()))
    return msgspec.structs.replace(claim, evidence=()) if claim.evidence else claim


def evidence_of(claim: Claim) -> tuple[Evidence, ...]:
    """Why each field of ``claim`` has its value: its own evidence and that of its quantity, each once."""
    return tuple(dict.fromkeys((*claim.quantity.evidence, *claim.evidence)))


def grounds(claim: Claim) -> list[str]:
    """The evidence of ``claim`` for people, a line a field and rule: 'speaker: “He”, “noted” (preposed)'."""
    words: dict[tuple[str, str], list[str]] = {}
    for item in evidence_of(claim):
        words.setdefault((item.field, item.rule), []).extend([f"\u201c{item.text}\u201d"] if item.text else [])
    return [f"{field}: {', '.join(said)} ({rule})" if said else f"{field}: ({rule})" for (field, rule), said in words.items()]


def repeats_of(document: Document) -> dict[str, tuple[int, ...]]:
    """The lines on which a claim is made again, by the ``id`` of the first."""
    lines: dict[str, tuple[int, ...]] = {}
    for claim in document.claims:
        if claim.same_as:
            lines[claim.same_as] = (*lines.get(claim.same_as, ()), claim.line)
    return lines


def folded(document: Document, fold: bool) -> Iterator[Claim]:
    """The claims to show: all, or with ``fold`` the first of each."""
    return (claim for claim in document.claims if not (fold and claim.same_as))
