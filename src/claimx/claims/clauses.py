"""Clauses of a sentence: the stretches with a finite verb of their own, between commas, conjunctions and dashes."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

import msgspec

from claimx import lazy

if TYPE_CHECKING:
    from claimx.reading import Reading
    from claimx.sentences import Sentence

# one set of letters comes first in the pattern, so that the engine skips to them
_BORDER = lazy.compile(
    r"""
    [:(),KCW](?:
        (?<=[:()])                                     # ; : - ( )
      | (?<=,)(?: (?=["']?[KCWQ])                      # , and   , which
                | (?=["']?[GnDHOPSJ#N])                # , leaving   , the minister
                | (?=R?[BYAMZd]) )                     # , which fell in May, has recovered
      | (?<=[^,K]K)(?: (?=["']?R?[DHOE])               # and the other
                     | (?=[RBYAMZdV]) )                # and fell
      | (?<=[^,][CW])(?=.)                             # that, because, who
    )
    """,
    re.VERBOSE,
)
_FINITE = lazy.compile(r"[BYAMZd]|(?<=[SOW])R?V")


class Place(msgspec.Struct, frozen=True, gc=False):
    """A sentence that figures stand in: its tokens, its offsets START to END and the tokens at which its clauses begin."""

    sentence: Sentence
    start: int
    end: int
    borders: list[int]

    @classmethod
    def of(cls, reading: Reading, sentence: Sentence) -> Place:
        """Look at a sentence."""
        start, end = reading.words.span(sentence.first, sentence.last)
        return cls(sentence, start, end, borders(reading.tags, sentence.first, sentence.last))


def borders(tags: str, first: int, last: int) -> list[int]:
    """Where the clauses of the tokens FIRST up to LAST begin; a stretch without a finite verb stays with its neighbour.

    The result starts with FIRST and does not hold LAST.
    """
    starts = [first]
    for found in _BORDER.finditer(tags, first + 1, last):
        at = found.start()
        if tags[at] in ",:()":
            at += 1
        if starts[-1] < at < last:
            starts.append(at)
    kept = [first]
    if len(starts) == 1:
        return kept
    finite = _FINITE.search(tags, first, starts[1]) is not None
    for start, end in zip(starts[1:], [*starts[2:], last], strict=True):
        own = _FINITE.search(tags, start, end) is not None
        if own and (finite or tags[start] in "WQ"):
            kept.append(start)
            finite = own
        else:
            finite = finite or own
    return kept


def clause(reading: Reading, place: Place, first: int, last: int) -> tuple[int, int]:
    """The tokens of the clause that holds the tokens FIRST up to LAST, without signs, "and" and "that" at its edges."""
    starts, tags = place.borders, reading.tags
    begin = starts[bisect_right(starts, first) - 1]
    following = bisect_left(starts, last)
    end = starts[following] if following < len(starts) else place.sentence.last
    while begin < first and (tags[begin] in ',:-)"K.' or reading.words.lowers[begin] == "that"):
        begin += 1
    while end > last and tags[end - 1] in ',:-("K\n':
        end -= 1
    return begin, end
