"""Whether the cost of some work grows with the size of its input, and not with its square."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
_ATTEMPTS = 6
_NOISE = 0.02
"""Seconds below which a clock tells nothing."""


def assert_linear(make: Callable[[int], T], work: Callable[[T], object], size: int) -> None:
    """WORK on what MAKE makes of four times SIZE may not cost eight times as much as on SIZE.

    A busy machine can slow one of the two down, so the comparison is made up to six times and has to hold once; what is
    quadratic costs sixteen times as much every time.
    """
    small, large = make(size), make(4 * size)
    work(small)
    seen = []
    for _ in range(_ATTEMPTS):
        seen.append((_seconds(work, small), _seconds(work, large)))
        if seen[-1][1] < 8 * seen[-1][0] + _NOISE:
            return
    raise AssertionError(f"four times the input cost {[round(large / small, 1) for small, large in seen]} times as much")


def _seconds(work: Callable[[T], object], given: T) -> float:
    began = time.process_time()
    work(given)
    return time.process_time() - began
