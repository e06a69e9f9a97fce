"""Which quantities of a page are claims: those that count or measure something, not a turn of phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.names import lists

if TYPE_CHECKING:
    from claimx.model import Quantity
    from claimx.reading import Reading

_COUNTING = frozenset(("only", "just", "exactly"))
"""Words that make the "one" after them a number."""


def is_claim(reading: Reading, quantity: Quantity) -> bool:
    """Whether a figure states how much or how many there is of something."""
    if quantity.value == 1 and (quantity.unit is None or quantity.unit.kind == "count"):
        return _truly_one(reading, quantity)
    return True


def _truly_one(reading: Reading, quantity: Quantity) -> bool:
    """ "one man was killed", "at least one ship", "only one ship", "1 ship"; not "one of the", "no one", "one proposal".

    With most nouns "one" says no more than "a"; persons are counted.
    """
    words, tags = reading.words, reading.tags
    at = words.index(quantity.start)
    while words.starts[at] < quantity.end and words.lowers[at] != "one":
        at += 1
    if words.starts[at] >= quantity.end:
        return True  # a figure: "1 ship"
    last = at + 1
    while last < len(words) and tags[last] in "JnG-P":
        last += 1
    while last < len(words) and tags[last] in "NP":
        last += 1
    if last == at + 1 or (at > 0 and tags[at - 1] in "DHJ"):
        return False
    counted = quantity.comparator != "=" or (at > 0 and words.lowers[at - 1] in _COUNTING)
    return counted or lists.role(words.lowers[last - 1]) is not None
