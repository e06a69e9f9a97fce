"""Change: is the figure what something rose or fell by? Verbs of change and "up" or "down" before it say so."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import msgspec

from claimx import lexicon

if TYPE_CHECKING:
    from claimx.model import Change
    from claimx.quantities.scan import Scan


class Found(msgspec.Struct, frozen=True, gc=False):
    """A direction and the tokens FIRST up to LAST that say it; ``thing`` where what is counted may be the change ("lost 40 men")."""

    change: Change
    first: int
    last: int
    thing: bool = True


@cache
def _verbs() -> dict[str, tuple[tuple[tuple[str, ...], Change, bool], ...]]:
    """Forms of change verbs by their last word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Change, bool]]] = {}
    for row in lexicon.rows("quantities/changes"):
        for form, _ in lexicon.forms(row):
            words = tuple(form.split())
            entry = (words, row["direction"], row["object"] == "yes")
            if entry not in found.setdefault(words[-1], []):
                found[words[-1]].append(entry)  # type: ignore[arg-type]
    return {word: tuple(sorted(entries, key=lambda entry: -len(entry[0]))) for word, entries in found.items()}


_BETWEEN = frozenset(
    (
        "by another an additional further only just as much some of their more extra around roughly approximately average "
        "again even still sharply slightly"
    ).split()
)
_BEING = frozenset(("moved", "went", "came", "ended", "closed", "finished", "opened", "stood", "trading", "traded", "remained", "remains"))
_ADDED = frozenset(("further", "additional", "record", "extra", "average"))
_LOSING = frozenset(("lose", "loses", "lost", "losing"))
"""With "by" they tell of a defeat ("lost by 3 points"), not of a decline."""
_ADJECTIVES = 5
_OBJECT = 7
"""Tokens that the object of a verb of change may have before its amount."""
_REACH = 10
"""Tokens between a verb of change and its "by"."""


def verb(scan: Scan, last: int) -> Found | None:
    """The verb of change that ends before a token."""
    entries = _verbs().get(scan.lowers[last - 1])
    if entries is None or scan.lowers[last] == "of":
        return None  # "a cut of 5%" is a noun
    for words, direction, thing in entries:
        first = last - len(words)
        if len(words) > 1 and any(scan.lowers[first + step] != word for step, word in enumerate(words)):
            continue
        tag = scan.tags[first]
        if tag == "V" and scan.tags[first - 1] == "\n":
            return None  # an instruction: "Add 250 ml of water"
        if tag in "VZdnGb" or (tag in "NSJR" and scan.tags[first - 1] in "TMRS" and scan.lowers[first - 1] not in ("a", "the")):
            return Found(direction, first, last, thing)
        if tag == "J" and words[0].endswith("ed") and scan.codes[last] in scan.sets.figure:
            return Found(direction, first, last, thing)  # "prices spiked 12 percent" reads as an adjective
        return None
    return None


def before(scan: Scan, first: int) -> Found | None:
    """The direction of the figure whose words (comparator and all) start at a token."""
    at, by = first, False
    if scan.lowers[at - 1] == "of" and scan.lowers[at - 2] == "average":
        at -= 2  # "rose by an average of 5%"
    for _ in range(4):
        word = scan.lowers[at - 1]
        if word == "off" and scan.tags[at - 2] == "B":
            return Found("down", at - 1, at)  # "Shares were off 5%"
        if word in ("up", "down") and not (word == "up" and scan.lowers[at] == "to"):
            found = verb(scan, at)
            if found is None and scan.tags[at - 2] in "VZdnG" and scan.lowers[at - 2] not in _BEING:
                return None  # "gave up 40 yards"
            return found or Found(word, at - 1, at)  # type: ignore[arg-type]
        found = verb(scan, at)
        if found:
            return None if by and scan.lowers[found.first] in _LOSING else found
        if word not in _BETWEEN and not (word in ("a", "an") and scan.lowers[at] in _ADDED):
            break
        by = by or word == "by"
        at -= 1
    return _by(scan, at) if by and scan.lowers[at - 1] != "short" else _appraised(scan, first)


def over_object(scan: Scan, first: int) -> Found | None:
    """The verb of change left of its object, a plain noun phrase that ends before a token."""
    if scan.tags[first - 1] not in "NSP":
        return None
    for last in range(first - 1, max(0, first - _OBJECT), -1):
        found = verb(scan, last)
        if found is not None:
            return found
        if scan.tags[last - 1] not in "NSPJDH'-":
            return None
    return None


def _appraised(scan: Scan, first: int) -> Found | None:
    """ "climbed a modest 3%", "fell a seasonally adjusted 4%": the verb of change left of an article with adjectives."""
    at = first
    while at > first - _ADJECTIVES and scan.tags[at - 1] in "JRnG-":
        at -= 1
    return verb(scan, at - 1) if at < first and scan.lowers[at - 1] in ("a", "an") else None


def _by(scan: Scan, at: int) -> Found | None:
    """ "raised its forecast for the year by": the verb of change left of an object, no other finite verb between."""
    for last in range(at, max(0, at - _REACH), -1):
        tag = scan.tags[last - 1]
        if tag in '.:\n"#$':
            return None
        found = verb(scan, last)
        if found:
            return None if scan.lowers[found.first] in _LOSING else found
        if tag in "BYAMZdV" and not any(earlier in "WQCTM" for earlier in scan.tags[max(0, last - 4) : last - 1]):
            return None  # "fell and now trails by 4 points", but "cuts what it spends by 5%"
    return None


_TAKING = frozenset("knock knocks knocked knocking wipe wipes wiped wiping take takes took taken taking chop chopped chopping".split())
_TAKEN = 8
"""Tokens from a verb of taking to its "off"."""


def behind(scan: Scan, last: int) -> Found | None:
    """ "closed 3% higher": the adverb behind the figure, unless it compares."""
    word, following = scan.lowers[last], scan.lowers[last + 1]
    level = following == "from" and scan.tags[last + 2] in "#$"  # "70 cents, down from 71"
    if word in ("up", "down") and not level and (scan.tags[last + 1] in ".,:K\n" or following in _SINCE):
        return Found("up" if word == "up" else "down", last, last + 1)  # "closed 3% up"
    if (
        word == "off"
        and scan.tags[last + 1] in "DHNSPJ"
        and any(scan.lowers[index] in _TAKING for index in range(max(0, last - _TAKEN), last))
    ):
        return Found("down", last, last + 1)  # "knocked 3% off the index", but "took two years off in May"
    direction = _ADVERBS.get(word)
    if direction is not None and following != "than" and scan.tags[last + 1] not in "NSJP":
        return Found(direction, last, last + 1)
    return None


_SINCE = frozenset("on from at in after since this over by against versus while as so with compared for".split())
"""What tells when or against what a figure was up or down."""
_ADVERBS: dict[str, Change] = {"higher": "up", "firmer": "up", "stronger": "up", "lower": "down", "softer": "down", "weaker": "down"}
