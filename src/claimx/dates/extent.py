"""How far an expression reaches: modifiers that TIMEX3 counts to it ("early", "the end of", "earlier", "mid-")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.grammar import Pattern

if TYPE_CHECKING:
    from claimx.dates.rule import Hit

_EDGE = Pattern(
    """ (?: <dt_the> (?: <dt_very> )? (?: <dt_early|dt_late> )? <dt_edge> <dt_of>
          | <dt_the> <ordinal> <dt_half> <dt_of> (?: <dt_the> )?
          | <dt_early|dt_late|dt_mid> <->?
          | <dt_early|dt_late|dt_earlier> (?: <dt_in|dt_on> )?
          | <dt_earlier>
        )""",
    reverse=True,
)
_MODIFIER = Pattern("<dt_of|dt_the|dt_early|dt_late|dt_mid|dt_earlier|dt_in|dt_on|->")
"""What a modifier ends in: a quick look."""
_ABOUT = frozenset(("over", "under", "around", "about"))


def widen(hit: Hit, low: int, high: int) -> tuple[int, int]:
    """The tokens of a match with the modifiers before it that are part of it, not before LOW nor beyond HIGH."""
    first, last = hit.first, hit.last
    codes, lowers = hit.words.codes, hit.words.lowers
    if lowers[first] in _ABOUT and not _quantifies(hit):
        first += 1
    if lowers[first] in ("more", "less") and first and (hit.tag_before() == "#" or hit.before() in _COUNTED):
        first += 2  # "8 percent more than a year earlier"
    if lowers[first] == "the" and last - first > 2 and lowers[last - 2] == "-" and hit.tag_after() in "NSJ":
        first += 1  # "the third-quarter loss": the article is that of the loss
    if first > low and _MODIFIER.match(codes, first - 1):
        found = _EDGE.before(codes, first, low)
        if found is not None and not _own(hit, found.start(), first):
            first = found.start()
            if first > low and lowers[first - 1] == "the" and lowers[first] in ("early", "late", "mid"):
                first -= 1
    return first, last


def _own(hit: Hit, start: int, first: int) -> bool:
    """Whether the modifier belongs to something else: "earlier" before a bare date is an adverb."""
    return hit.words.lower(start) in ("earlier", "later") and hit.words.lower(first) not in _COMPARABLE


_COUNTED = frozenset("percent % pct points point cents dollars times million billion trillion".split())
_COMPARABLE = frozenset("this that last next in on today yesterday the tomorrow tonight".split())
_LASTING = frozenset(
    "is was be been lasted last lasts took take takes taken spent spend waited running ran just well slightly little".split()
)


def _quantifies(hit: Hit) -> bool:
    """Whether "over" counts ("in over five years"), or is the preposition of what it stands before ("$3 over five years")."""
    if hit.words.lower(hit.first) in ("about", "around") or hit.words.lower(hit.last - 1) == "ago":
        return True
    return hit.tag_before() == "I" or hit.before() in _LASTING
