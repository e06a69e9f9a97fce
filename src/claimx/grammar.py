"""Patterns over the class string: ordinary verbose regular expressions in which ``<name>`` stands for a word.

    <month>             a word of the class month
    <month|monthno>     of either class
    <say&low>           of both           <verb&!cap>     of the first and not of the second
    <,>                 the sign itself   <.>             (a dot alone outside of the brackets is any word)
    (?&np)              the named part np, given as a keyword

Everything else is `re`'s own syntax with the verbose flag. One character of the string is one word, so the offsets
of a match are word indices and a look-behind has a fixed width. Bound every repetition.
"""

from __future__ import annotations

import re
from functools import cache, cached_property

import regex

from claimx.alphabet import alphabet, charset

_NAME = re.compile(r"(?<!\\)(?<!\(\?P)<(?![=!?])(?P<classes>[^<>\s]+?|[<>])>")
_PART = re.compile(r"\(\?&(?P<name>\w+)\)")


class Pattern:
    """A pattern that is compiled on first use.

    ``reverse`` makes it match backwards: ``match(codes, endpos)`` then ends at endpos, and the source is still
    written from left to right. Use it for what stands left of an anchor.
    """

    def __init__(self, source: str, *, reverse: bool = False, **parts: str) -> None:
        self.source = source
        self.parts = parts
        self.reverse = reverse

    @cached_property
    def forward(self) -> re.Pattern[str]:
        """The compiled pattern for matching from left to right."""
        return re.compile(expand(self.source, self.parts), re.VERBOSE)

    @cached_property
    def backward(self) -> regex.Pattern[str]:
        """The compiled pattern for matching from right to left."""
        return regex.compile(expand(self.source, self.parts), regex.VERBOSE | regex.REVERSE)

    def finditer(self, codes: str) -> list[re.Match[str]]:
        """All matches over the class string, without overlap, from left to right."""
        return list(self.forward.finditer(codes))

    def match(self, codes: str, at: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The match that starts at the word AT."""
        return self.forward.match(codes, at) if end is None else self.forward.match(codes, at, end)

    def search(self, codes: str, at: int, end: int) -> re.Match[str] | None:
        """The first match that lies within the words AT to END."""
        return self.forward.search(codes, at, end)

    def before(self, codes: str, at: int, start: int = 0) -> regex.Match[str] | None:
        """The match that ends before the word AT and starts no earlier than START."""
        return self.backward.match(codes, start, at)


def expand(source: str, parts: dict[str, str]) -> str:
    """The `re` source of a pattern. LookupError for an unknown class or part."""
    for _ in range(9):  # parts may name parts
        if not _PART.search(source):
            break
        source = _PART.sub(lambda found: f"(?:{parts[found['name']]})", source)
    return _NAME.sub(lambda found: members(found["classes"]), source)


@cache
def members(expression: str) -> str:
    """The character set of an expression of classes, as "say&low|cue&!cap"."""
    letters = alphabet()
    if len(expression) == 1 or expression in ("...", "--"):
        return charset(letters.mask(expression))
    union = 0
    for product in expression.split("|"):
        kept = letters.everything()
        for factor in product.split("&"):
            wanted = letters.mask(factor.removeprefix("!"))
            kept &= ~wanted if factor.startswith("!") else wanted
        union |= kept
    if not union:
        raise LookupError(f"no word is of the classes {expression!r}")
    return charset(union)
