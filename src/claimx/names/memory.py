"""What was found out about a word or name is remembered over pages, up to a limit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

K = TypeVar("K")
V = TypeVar("V")


class _Memory(dict[K, V], Generic[K, V]):
    """The results of a function by its argument; it starts anew when it is full."""

    __slots__ = ("_function", "_limit")

    def __init__(self, function: Callable[[K], V], limit: int) -> None:
        super().__init__()
        self._function, self._limit = function, limit

    def __missing__(self, argument: K) -> V:
        found = self._function(argument)
        if len(self) >= self._limit:
            self.clear()
        self[argument] = found
        return found


def remembered(limit: int) -> Callable[[Callable[[K], V]], Callable[[K], V]]:
    """A decorator for a function of one hashable argument that remembers up to LIMIT results.

    A look-up is one of a dict: unlike :func:`functools.lru_cache` it moves nothing, so a page touches less memory.
    """

    def remembering(function: Callable[[K], V]) -> Callable[[K], V]:
        return _Memory(function, limit).__getitem__

    return remembering
