"""In whose attributed content a stretch of the text stands."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimx.model import Attribution


class Contents:
    """The contents of all attributions of a page, to be asked by offsets."""

    def __init__(self, attributions: tuple[Attribution, ...]) -> None:
        spans = sorted([(span.start, span.end, number) for number, given in enumerate(attributions) for span in given.content])
        self._attributions = attributions
        self._spans = spans
        self._starts = [start for start, _, _ in spans]
        self._reach = list(accumulate([end for _, end, _ in spans], max))

    def innermost(self, start: int, end: int) -> Attribution | None:
        """The attribution with the smallest content of those that hold more than half of START to END.

        One without a source ("is expected to") is left to the one around it that names who says so.
        """
        best: int | None = None
        at = bisect_left(self._starts, end) - 1
        while at >= 0 and self._reach[at] > start:
            left, right, number = self._spans[at]
            covered = min(right, end) - max(left, start)
            if covered * 2 > end - start and (best is None or self._rank(number) < self._rank(best)):
                best = number
            at -= 1
        return None if best is None else self._attributions[best]

    def _rank(self, number: int) -> tuple[bool, int]:
        given = self._attributions[number]
        return given.source is None, sum(span.end - span.start for span in given.content)
