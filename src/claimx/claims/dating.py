"""The date that holds for a figure: the time expression in its sentence that dates the event, not the saying."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

import msgspec

from claimx import lazy
from claimx.model import Attribution, ClaimDate, Evidence, Quantity, TimeExpression

if TYPE_CHECKING:
    from claimx.claims.clauses import Place
    from claimx.reading import Reading

_REACH = 60
"""Characters between figure and expression beyond which the two seldom belong together."""

_BORDER_COST = 40
"""Characters that a clause border between the two counts for."""

_OPENING_COST = 45
"""What an expression that opens the sentence ("In January, ...") costs at most: it holds for all of it."""

_POINT = lazy.compile(r"(?!.*TXX)(?:\d{3}|XXXX-(?!Q?X)|XXXX$)")
"""Values that name a stretch of the calendar. PRESENT_REF, P3D, XXXX-QX ("the quarter") and TXX ("later") date nothing."""
_NO_YEAR = "XXXX"
"""A year that a page without a date leaves open ("last year"): what it dates has no other date."""


class Calendar(msgspec.Struct, frozen=True, gc=False):
    """The time expressions of a page that can date something, by place."""

    starts: list[int]
    times: tuple[TimeExpression, ...]

    @classmethod
    def of(cls, times: tuple[TimeExpression, ...]) -> Calendar:
        """Keep the dates and times with a place in the calendar."""
        kept = tuple(time for time in times if time.type in ("DATE", "TIME") and _POINT.match(time.value))
        return cls([time.start for time in kept], kept)

    def within(self, start: int, end: int) -> tuple[TimeExpression, ...]:
        """The expressions that start between two offsets."""
        return self.times[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


def date_of(
    reading: Reading,
    place: Place,
    quantity: Quantity,
    before: Quantity | None,
    attribution: Attribution | None,
    calendar: Calendar,
    published: str | None,
) -> tuple[ClaimDate | None, Evidence | None]:
    """The date of a figure and the words that it stands on; the publication date where the sentence has none.

    ``before`` is the figure before this one on the page: "40 in 2014 and 50 more" leaves 2014 to the 40.
    """
    best: TimeExpression | None = None
    least = _REACH
    for time in calendar.within(place.start, place.end):
        if _dates_the_saying(reading, time, quantity, attribution) or _is_compared(reading, time, quantity):
            continue
        cost = _cost(reading, place, quantity, before, time)
        if cost < least:
            best, least = time, cost
    if best is not None and best.value == _NO_YEAR:
        return None, None
    if best is not None:
        return ClaimDate(best.value, best.text, "expression"), Evidence("date", "nearest-expression", best.text, best.start, best.end)
    if published is not None:
        return ClaimDate(published[:10], None, "publication"), Evidence("date", "publication-date", "", quantity.start, quantity.start)
    return None, None


def _dates_the_saying(reading: Reading, time: TimeExpression, quantity: Quantity, attribution: Attribution | None) -> bool:
    """ "said on Tuesday that 40 people died": the expression stands outside of the content that holds the figure."""
    if attribution is None or attribution.cue is None:
        return False
    if any(span.start <= time.start < span.end for span in attribution.content):
        return False
    return any(span.start <= quantity.start < span.end for span in attribution.content)


def _is_compared(reading: Reading, time: TimeExpression, quantity: Quantity) -> bool:
    """ "fell 25% from a year ago", "the highest since 1991", "5% year on year": what a figure is compared with, not when it held."""
    if _YEAR_ON_YEAR.search(time.text):
        return True
    if time.start < quantity.end:
        return False
    words, at = reading.words, reading.words.index(time.start)
    between = words.lowers[words.index(quantity.end) : at]
    if "since" in between and any(word.endswith("est") or word in _SUPERLATIVES for word in between):
        return True
    return bool(between) and between[-1] in _COMPARING


_YEAR_ON_YEAR = lazy.compile(r"(?i)year\W+(?:on|over)\W+year")
_SUPERLATIVES = frozenset(("first", "worst", "best", "most", "least", "record"))
_COMPARING = frozenset(("from", "than", "with", "versus", "over"))


def _cost(reading: Reading, place: Place, quantity: Quantity, before: Quantity | None, time: TimeExpression) -> int:
    """Characters between the two, and so much more for each border between the clauses of the sentence."""
    near, far = (quantity.end, time.start) if time.start >= quantity.end else (time.end, quantity.start)
    if far <= near:
        return 0
    crossed = _crossed(reading, place, near, far)
    if crossed and _is_relative(reading, place, time):
        return _REACH
    cost = far - near + _BORDER_COST * crossed
    if time.start >= quantity.end:
        words = reading.words
        if "since" in words.lowers[words.index(quantity.end) : words.index(time.start)]:
            return min(cost, _OPENING_COST)  # "40 people have died since it began in 2011"
    else:
        if before is not None and before.end <= time.start and not _crossed(reading, place, before.end, time.start):
            return cost + _BORDER_COST
        if reading.words.index(time.start) <= place.sentence.first + 2:
            return min(cost, _OPENING_COST)
    return cost


def _is_relative(reading: Reading, place: Place, time: TimeExpression) -> bool:
    """Does an expression stand in a relative clause, which dates nothing outside ("which was founded in 1990, has 40 branches")?"""
    return reading.tags[place.borders[bisect_right(place.borders, reading.words.index(time.start)) - 1]] == "W"


def _crossed(reading: Reading, place: Place, near: int, far: int) -> int:
    """How many clauses of the sentence start between two offsets."""
    first, last = reading.words.index(near), reading.words.index(far)
    return max(0, bisect_right(place.borders, last) - bisect_right(place.borders, first))
