"""Which quantities of a page are claims: those that count or measure something, not a turn of phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimx.model import Quantity
    from claimx.reading import Reading

_IDIOMS = frozenset("day thing way time side hand point reason example another step stage kind sort type form night morning".split())
"""Nouns with which "one" is an indefinite article: "one day", "on the one hand"."""


def is_claim(reading: Reading, quantity: Quantity) -> bool:
    """Whether a figure states how much or how many there is of something."""
    if quantity.value == 1 and (quantity.unit is None or quantity.unit.kind == "count"):
        return _truly_one(reading, quantity)
    return True


def _truly_one(reading: Reading, quantity: Quantity) -> bool:
    """ "one man was killed", "1 person", "only one ship"; not "one of the", "no one", "one day", "the one thing"."""
    words, tags = reading.words, reading.tags
    at = words.index(quantity.start)
    while words.starts[at] < quantity.end and words.lower(at) != "one":
        at += 1
    if words.starts[at] >= quantity.end:
        return True  # a figure: "1 person"
    following = at + 1
    while following < len(words) and tags[following] in "JnG-P":
        following += 1
    if following >= len(words) or tags[following] not in "NSP" or words.lower(following) in _IDIOMS:
        return False
    return at == 0 or tags[at - 1] not in "DHJ"
