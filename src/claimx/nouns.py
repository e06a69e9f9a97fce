"""Base noun phrases ("the country's deputy foreign minister", "3,200 Russian citizens"), found in one pass over the tags.

A base phrase ends with its head and has no preposition, clause or comma in it; "NP of NP" is two phrases.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_PHRASE = re.compile(
    r"""
      O                                                       # he, everybody
    | (?: [DH]{1,2} (?:R(?=[Jn#]))? | R(?=[J#][NSP#J-]) )?    # the, all the, the very
      (?: [JNSP#$]                                            # large Foreign 40 $
        | (?<=[DHJR#'NPS-])[nG](?=[JNSPnG-])                  # the wounded man, a leading bank
        | (?<=I)n(?=[NSJ])                                      # in frozen food
      | R(?=[Jn][NSP])                                      # heavily armed men
        | K(?=[P])(?<=P.)                                     # Johnson & Johnson: only between names
        | -
        | '(?=[JNSPnG#])                                      # the ministry's spokesman
      ){0,14}
      [NSP#]
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Phrases:
    """Noun phrases by their edges: ``starting`` from the first token to the end (exclusive), ``ending`` the reverse.

    A phrase with a possessive is one; its parts are not listed.
    """

    starting: dict[int, int]
    ending: dict[int, int]

    def head(self, first: int) -> int:
        """The token of the head noun of the phrase that starts at FIRST."""
        return self.starting[first] - 1

    def around(self, index: int, most: int = 16) -> tuple[int, int] | None:
        """The phrase that a token is in."""
        for first in range(index, max(-1, index - most), -1):
            last = self.starting.get(first)
            if last is not None:
                return (first, last) if last > index else None
        return None


def phrases(tags: str) -> Phrases:
    """All base noun phrases of a page."""
    spans = [found.span() for found in _PHRASE.finditer(tags)]
    return Phrases(dict(spans), {last: first for first, last in spans})
