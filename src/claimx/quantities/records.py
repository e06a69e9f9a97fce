"""From drafts to the records of the model, with the evidence for each field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.model import Evidence, Quantity

if TYPE_CHECKING:
    from claimx.model import Number
    from claimx.quantities.draft import Draft
    from claimx.quantities.scan import Scan


def record(scan: Scan, one: Draft, floor: int = 0) -> Quantity:
    """The quantity of a draft; its span takes in the comparator that stands directly at it."""
    span = scan.words.span(one.start, one.end)
    start, end = span
    if one.comparator_at:
        left, right = scan.words.span(*one.comparator_at)
        if one.comparator_at[1] == one.start:  # its own, not one taken over from the figure before
            start = left
        elif one.comparator_at[0] == one.end:
            end = right
    text = scan.reading.page.text
    if text[end - 1] == "." and scan.text(one.end - 1).count(".") == 1:
        end -= len(scan.text(one.end - 1)) > 1  # the dot behind a symbol ends the sentence
    if start < floor < end:
        start = floor  # a word between two figures is the first one's
    value, low, high = _bounds(one)
    comparator = ">=" if one.numeral.form == "vague" else one.comparator
    subject = scan.reading.span(*one.subject) if one.subject else None
    return Quantity(
        text[start:end], start, end, value, low, high, comparator, one.change, one.unit, subject, one.rule, _evidence(scan, one)
    )


def _bounds(one: Draft) -> tuple[Number | None, Number | None, Number | None]:
    if one.range_ and one.value is None:
        return None, one.low, one.high
    if one.numeral.form == "vague":
        return None, one.numeral.low, None
    value = one.value
    if one.comparator in (">", ">="):
        return value, value, None
    if one.comparator in ("<", "<="):
        return value, None, value
    return value, value, value


def _evidence(scan: Scan, one: Draft) -> tuple[Evidence, ...]:
    """Which words decided each field."""
    found = [("value", one.numeral.form, (one.numeral.first, one.numeral.last))]
    if one.comparator_at:
        found.append(("comparator", "comparator", one.comparator_at))
    if one.change_at:
        found.append(("change", "change", one.change_at))
    if one.unit_at:
        found.append(("unit", one.rule, one.unit_at))
    if one.subject:
        found.append(("subject", one.subject_rule, one.subject))
    text, words = scan.reading.page.text, scan.words
    made = []
    for name, rule, tokens in found:
        start, end = words.span(*tokens)
        made.append(Evidence(name, rule, text[start:end], start, end))
    return tuple(made)
