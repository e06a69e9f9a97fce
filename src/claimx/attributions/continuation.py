"""Quotations without a cue of their own: they go on what was said before."""

from __future__ import annotations

from claimx.attributions.quotes import Quotation
from claimx.attributions.scan import Found, Range, Scan, Unit

_LONG = 6


def find(scan: Scan) -> None:
    """Give every quotation that no attribution covers the source of the one before."""
    said: Range | None = None
    for unit in scan.units:
        for quotation in unit.quotes:
            if any(first <= quotation.first and quotation.last <= last + 2 for found in unit.found for first, last in found.content):
                continue
            if said is not None and _speech(scan, unit, quotation):
                unit.found.append(Found(said, None, [(quotation.first, quotation.last)], "continued", True))
        for found in unit.found:
            if found.says and found.source and not found.outer:
                said = found.source


def _speech(scan: Scan, unit: Unit, quotation: Quotation) -> bool:
    """Whether a quotation without a cue is speech: long, a whole sentence, or after a comma or colon."""
    if quotation.first == unit.first and quotation.words > 2:
        return True
    return quotation.words >= _LONG or (quotation.first > unit.first and scan.tags[quotation.first - 1] in ",:" and quotation.words > 2)
