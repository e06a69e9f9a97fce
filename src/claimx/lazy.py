"""Regular expressions over text that are compiled on first use: a page needs some of them, and seldom all."""

from __future__ import annotations

import re
from typing import cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub")


class _Late:
    """Stands for a pattern until one of its methods is asked for; from then on its methods are those of the pattern."""

    def __init__(self, source: str, flags: int) -> None:
        self._given = (source, flags)

    def __getattr__(self, name: str) -> object:  # called only for what is not there yet
        compiled = re.compile(*self._given)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def compile(source: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern of a source, as :func:`re.compile` makes it but not before it is used. It has a pattern's methods, and is no more.

    An error in the source is found at the first use (:class:`re.error`).
    """
    return cast("re.Pattern[str]", _Late(source, int(flags)))
