"""What a rule is: a pattern over the class string, the function that reads its match, and phrases that prove both."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from claimx.dates.calendar import Period
from claimx.grammar import Pattern
from claimx.model import TimexType

if TYPE_CHECKING:
    import re

    from claimx.dates.context import Context
    from claimx.reading import Reading

# what may be left out is an empty branch, and branches begin with one word: the engine passes over those that cannot be at a glance
PARTS = {
    # twenty-five  3,200  2½  a dozen  ten thousand
    "number": """(?: <num&!version> <fractionsign>? <magnitude>? | <tens> (?:<-> <cardinal>)? <magnitude>? | <cardinal> <magnitude>?
                 | <dt_a> <magnitude> | <magnitude> )""",
    # two and a half  a few  several  a couple of  dozens of
    "count": """(?: (?&number) (?: <->? <dt_and> <->? <dt_a> <->? <dt_half> )? | <dt_vague|vague> <dt_of>?
                | <dt_a> <dt_vague> <dt_of>? )""",
    # nearly  just over  more than  at least; or nothing
    "approx": "(?: <dt_approx> <dt_approx>?+ (?: <dt_more> <dt_than> | ) | <dt_more> <dt_than> | <dt_at> <dt_least> | )",
    # what an amount begins with: one look at a word tells most of those that begin none
    "amount": "(?= <dt_approx|dt_more|dt_at|num|tens|cardinal|dt_a|magnitude> ) (?&approx)",
    "amounts": """(?= <dt_approx|dt_more|dt_at|num|tens|cardinal|dt_a|magnitude|dt_vague|vague|dt_half|dt_the|dt_single|timeunits> )
                  (?&approx)""",
    "day": "(?: <day> | <ordinals+> <-> <ordinal> | <ordinal> )",
    "weekday": "(?: <weekday> <,>? | )",
    "year": "<year>",
    "unit": "<timeunit|timeunits>",
    "quarter": "<timeunit&fraction>",  # the one unit of time that is a fraction too
}
"""Parts that many patterns share; ``(?&name)`` in a pattern."""


class Time(msgspec.Struct, frozen=True, gc=False):
    """What an expression means: its TIMEX3 type and value, and the period for expressions that count from it."""

    type: TimexType
    value: str
    period: Period | None = None
    ambiguous: bool = False


class Hit:
    """A match of a rule: its tokens FIRST up to LAST, its groups by name, and the page around it."""

    __slots__ = ("first", "last", "match", "reading", "tags", "words")

    def __init__(self, reading: Reading, match: re.Match[str]) -> None:
        self.reading = reading
        self.words = reading.words
        self.tags = reading.tags
        self.match = match
        self.first, self.last = match.span()

    def __getitem__(self, name: str) -> str:
        """The text of a group in lower case, blanks unified; empty if it took no part or the pattern has no such group."""
        try:
            first, last = self.match.span(name)
        except IndexError:
            return ""
        if last - first == 1:
            return self.words.lowers[first]
        return self.words.phrase(first, last).lower() if last > first else ""

    def has(self, name: str) -> bool:
        """Whether a group took part in the match."""
        return name in self.match.re.groupindex and self.match.start(name) >= 0

    def span(self, name: str) -> tuple[int, int]:
        """The tokens of a group."""
        return self.match.span(name)

    def before(self, count: int = 1) -> str:
        """The word COUNT tokens before the match, in lower case."""
        return self.words.lowers[self.first - count] if self.first >= count else ""

    def after(self, count: int = 0) -> str:
        """The word that follows the match (COUNT more tokens on), in lower case."""
        at = self.last + count
        return self.words.lowers[at] if at < len(self.tags) else ""

    def tag_before(self) -> str:
        """The part of speech of the word before the match."""
        return self.tags[self.first - 1] if self.first else "\n"

    def tag_after(self) -> str:
        """The part of speech of the word that follows the match."""
        return self.tags[self.last] if self.last < len(self.tags) else "\n"


Resolve = Callable[[Hit, "Context"], "Time | None"]
Accept = Callable[[Hit], bool]
End = Callable[[Hit], "int | None"]


@dataclass(frozen=True)
class Rule:
    """A shape of time expression.

    ``trigger`` names the classes (as in a pattern) of which a match holds a word: the rule is tried only near such, and
    only if a word of each of ``needs``, classes parted by blanks, is near as well.
    ``accept`` may refuse a match by its surroundings before other rules lose the words to it; ``end`` finds where a
    name ends that the pattern only opens (a token index, None to refuse). ``yes`` maps phrases to
    their values as read on Wednesday, 2016-11-23; where only a part of a phrase is the expression it is in brackets.
    In the phrases of ``no`` the rule finds nothing.
    """

    name: str
    trigger: str
    pattern: Pattern
    resolve: Resolve
    yes: Mapping[str, str]
    no: tuple[str, ...]
    accept: Accept | None = None
    end: End | None = None
    needs: str = ""

    @cached_property
    def search(self) -> Callable[[str, int, int], re.Match[str] | None]:
        """The search of the compiled pattern."""
        return self.pattern.forward.search


def rule(
    pattern: str,
    *,
    trigger: str,
    yes: Mapping[str, str],
    no: tuple[str, ...],
    accept: Accept | None = None,
    end: End | None = None,
    needs: str = "",
) -> Callable[[Resolve], Rule]:
    """Make a rule of the function that resolves its matches. ValueError without both proofs."""
    if not yes or not no:
        raise ValueError("a rule needs phrases that it reads and phrases that it does not")

    def made(resolve: Resolve) -> Rule:
        name = getattr(resolve, "__name__", "rule")
        return Rule(name, trigger, Pattern(pattern, reverse=False, **PARTS), resolve, yes, no, accept, end, needs)

    return made
