"""From drafts to the records of the model, with the evidence for each field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.model import Evidence, Quantity

if TYPE_CHECKING:
    from claimx.model import Number, Span
    from claimx.quantities.draft import Draft
    from claimx.quantities.scan import Scan


def record(scan: Scan, one: Draft, floor: int = 0) -> Quantity:
    """The quantity of a draft; its span takes in the comparator that stands directly at it."""
    start, end = scan.words.span(one.start, one.end)
    if one.comparator_at:
        if one.comparator_at[1] == one.start:  # its own, not one taken over from the figure before
            start = scan.words.starts[one.comparator_at[0]]
        elif one.comparator_at[0] == one.end:
            end = scan.words.end(one.comparator_at[1] - 1)
    text = scan.reading.page.text
    if text[end - 1] == "." and scan.texts[one.end - 1].count(".") == 1:
        end -= len(scan.texts[one.end - 1]) > 1  # the dot behind a symbol ends the sentence
    if start < floor < end:
        start = scan.words.starts[one.numeral.first]  # a word between two figures is the first one's
    value, low, high = _bounds(one)
    comparator = ">=" if one.numeral.form == "vague" else one.comparator
    subject = scan.reading.span(*one.subject) if one.subject else None
    return Quantity(
        text[start:end], start, end, value, low, high, comparator, one.change, one.unit, subject, one.rule, _evidence(scan, one, subject)
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


def _evidence(scan: Scan, one: Draft, subject: Span | None) -> tuple[Evidence, ...]:
    """Which words decided each field."""
    found = [_witness(scan, "value", one.numeral.form, one.numeral.first, one.numeral.last)]
    if one.comparator_at:
        found.append(_witness(scan, "comparator", "comparator", *one.comparator_at))
    if one.change_at:
        found.append(_witness(scan, "change", "change", *one.change_at))
    if one.unit_at:
        found.append(_witness(scan, "unit", one.rule, *one.unit_at))
    if subject:
        found.append(Evidence("subject", one.subject_rule, subject.text, subject.start, subject.end))
    return tuple(found)


def _witness(scan: Scan, name: str, rule: str, first: int, last: int) -> Evidence:
    start, end = scan.words.span(first, last)
    return Evidence(name, rule, scan.reading.page.text[start:end], start, end)
