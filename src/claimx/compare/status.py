"""How one figure stands to the one before it: it repeats, updates, refines or conflicts."""

from __future__ import annotations

import math
from typing import Literal, NamedTuple

from claimx.compare.features import Features
from claimx.model import Number

Status = Literal["repeats", "updates", "conflicts", "refines"]
ORDER: tuple[Status, ...] = ("repeats", "refines", "updates", "conflicts")
"""From the least to the most that a reader should know of; a group has the greatest of its members."""

_ABOUT = 0.1
"""How far an approximate figure reaches to both sides at most, as a part of it."""


class Interval(NamedTuple):
    """Bounds with infinity for an open end; ``open_low`` and ``open_high``: the bound itself is left out."""

    low: float
    high: float
    open_low: bool
    open_high: bool


def interval(features: Features) -> Interval:
    """The values that a figure allows; an approximate one reaches a little to both sides."""
    low, high = features.bounds
    bottom, top = -math.inf if low is None else _float(low), math.inf if high is None else _float(high)
    if features.comparator == "~":
        bottom, top = bottom - _reach(bottom), top + _reach(top)
    return Interval(bottom, top, features.comparator == ">", features.comparator == "<")


def _reach(value: float) -> float:
    """Half a unit of the last digit that is not zero: "about 35,000" is 34,500 to 35,500, "about 20,000" 18,000 to 22,000."""
    if not math.isfinite(value) or value == 0:
        return 0.0
    digits = f"{abs(value):.15g}"
    if "." in digits or "e" in digits:
        return abs(value) * _ABOUT / 2
    place = 10.0 ** (len(digits) - len(digits.rstrip("0")))
    return min(place / 2, abs(value) * _ABOUT)


def _float(value: Number) -> float:
    try:
        return float(value)
    except OverflowError:  # a number word too many: beyond what a float holds
        return math.inf if value > 0 else -math.inf


def exclude(a: Interval, b: Interval) -> bool:
    """Whether no value fits both."""
    if a.low > b.low or (a.low == b.low and a.high > b.high):
        a, b = b, a
    return a.high < b.low or (a.high == b.low and (a.open_high or b.open_low))


def inside(a: Interval, b: Interval) -> bool:
    """Whether every value of ``a`` fits ``b``, and not the other way round."""
    return b.low <= a.low and a.high <= b.high and (a.low, a.high) != (b.low, b.high)


def as_of(features: Features) -> int:
    """The day that a figure is the state of: the end of its own period, for a happening or without one the publication's."""
    own = features.period
    if own.kind in ("day", "span") and not (features.happening and features.context.day):
        return own.end
    return features.context.day or own.end


def relation(before: Features, after: Features) -> Status:
    """What the later figure does to the earlier one."""
    first, second = interval(before), interval(after)
    if before.bounds == after.bounds:
        return "repeats"
    if as_of(before) == as_of(after) != 0:
        if exclude(first, second):
            return "conflicts" if before.hedged == after.hedged else "updates"  # what comes of a forecast contradicts nobody
        return "refines" if inside(second, first) else "repeats"
    if {*before.bounds} & {*after.bounds} - {None}:  # the same number: "at least 153", then "153"
        return "repeats"
    open_ended = math.isinf(first.high) == math.isinf(second.high) and math.isinf(first.low) == math.isinf(second.low)
    if not open_ended and inside(first, second):
        return "repeats"  # "more than 40" says nothing new after 43
    if open_ended and "~" in (before.comparator, after.comparator) and not exclude(first, second):
        return "refines" if inside(second, first) else "repeats"
    return "updates"
