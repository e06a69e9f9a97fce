"""The same claim made again: headline, standfirst and body often tell one figure three times."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimx.model import Quantity, Span

Key = tuple[object, ...]


class Seen:
    """Remembers the claims of a page by figure and by what is counted."""

    def __init__(self) -> None:
        self._first: dict[Key, str] = {}

    def first(self, quantity: Quantity, subject: Span | None, number: str) -> str | None:
        """The id of the first claim with this figure of this subject; None if the claim NUMBER is the first.

        A figure of another comparator is another figure unless the bounds agree: "over" and "more than" are one.
        """
        unit = quantity.unit
        key: Key = (
            quantity.low,
            quantity.high,
            quantity.change,
            unit.kind if unit is not None else "count",
            unit.code if unit is not None else None,
            _counted(quantity, subject),
        )
        first = self._first.setdefault(key, number)
        return first if first != number else None


def _counted(quantity: Quantity, subject: Span | None) -> str | None:
    unit = quantity.unit
    if unit is not None and unit.kind == "count":
        return unit.name
    return subject.text.lower().split()[-1] if subject is not None else None
