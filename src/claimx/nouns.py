"""Base noun phrases ("the country's deputy foreign minister", "3,200 Russian citizens"), found in one pass over the tags.

A base phrase ends with its head and has no preposition, clause or comma in it; "NP of NP" is two phrases.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_HEAD = r"""
      (?: [JNSP#$]                                            # large Foreign 40 $
        | (?<=[DHJR#'NPS-])[nG](?=[JNSPnG-])                  # the wounded man, a leading bank
        | (?<=I)n(?=[NSJ])                                    # in frozen food
        | R(?=[Jn][NSP])                                      # heavily armed men
        | (?<=P)K(?=P)                                        # Johnson & Johnson: only between names
        | -
        | '(?=[JNSPnG#])                                      # the ministry's spokesman
      ){0,14}
      [NSP#]
"""
"""What leads to a head, and the head."""

_PHRASE = re.compile(
    # the first letter is a set by itself, which the engine skips to, and is looked back at
    rf"""
      [ODHRJNSP#$nGK'-]
      (?: (?<=O)                                              # he, everybody
        | (?<=[DH]) [DH]? (?:R(?=[Jn#]))? {_HEAD}             # the, all the, the very
        | (?: (?<=[JNSP#$-])
            | (?<=R)(?=[J#][NSP#J-]|[Jn][NSP])
            | (?<=[DHJR#'NPS-][nG])(?=[JNSPnG-]) | (?<=In)(?=[NSJ])
            | (?<=PK)(?=P) | (?<=')(?=[JNSPnG#])
          ) (?: {_HEAD} | (?<=[NSP#]) ) )
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
