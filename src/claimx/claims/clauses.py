"""Clauses of a sentence: the stretches with a finite verb of their own, between commas, conjunctions and dashes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimx.reading import Reading
    from claimx.sentences import Sentence

_BORDER = re.compile(
    r"""
      [:()]                                        # ; : - ( )
    | ,(?=["']?[KCWQ])                             # , and   , which
    | ,(?=["']?[GnDHOPSJ#N])                       # , leaving   , the minister
    | ,(?=R?[BYAMZd])                              # , which fell in May, has recovered
    | (?<=[^,K])K(?=["']?R?[DHOE])                 # and the other
    | (?<=[^,K])K(?=[RBYAMZdV])                    # and fell
    | (?<=[^,])[CW](?=.)                           # that, because, who
    """,
    re.VERBOSE,
)
_FINITE = re.compile(r"[BYAMZd]|(?<=[SOW])R?V")


def borders(tags: str, first: int, last: int) -> list[int]:
    """Where the clauses of the tokens FIRST up to LAST begin; a stretch without a finite verb stays with its neighbour.

    The result starts with FIRST and does not hold LAST.
    """
    starts = [first]
    for found in _BORDER.finditer(tags, first + 1, last):
        at = found.start() + (tags[found.start()] in ",:()")
        if starts[-1] < at < last:
            starts.append(at)
    ends = [*starts[1:], last]
    kept: list[int] = []
    for start, end in zip(starts, ends, strict=True):
        subordinate = tags[start] in "WQ"
        if not kept or (_FINITE.search(tags, start, end) and (subordinate or _FINITE.search(tags, kept[-1], start))):
            kept.append(start)
    return kept


def clause(reading: Reading, sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """The tokens of the clause that holds the tokens FIRST up to LAST, without signs, "and" and "that" at its edges."""
    starts = borders(reading.tags, sentence.first, sentence.last)
    begin = max(start for start in starts if start <= first)
    end = min((start for start in starts if start >= last), default=sentence.last)
    tags = reading.tags
    while begin < first and (tags[begin] in ',:-)"K.' or reading.words.lower(begin) == "that"):
        begin += 1
    while end > last and tags[end - 1] in ',:-("K\n':
        end -= 1
    return begin, end
