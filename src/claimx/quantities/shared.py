"""Subjects that one figure takes from others of its sentence or from the sentence before: lists, "respectively", ellipsis."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimx.quantities.draft import Draft
    from claimx.quantities.phrases import Tokens
    from claimx.quantities.scan import Scan

_MOST = 6
"""Figures and names that a list with "respectively" may have."""


def spread(scan: Scan, drafts: list[Draft]) -> None:
    """Give the drafts of a sentence the subjects that they share or that are told out to them in turn."""
    for left, right in pairwise(drafts):
        if left.counted is None and right.counted is not None and left.unit is not None and left.unit is right.unit:
            left.subject, left.subject_rule = right.subject, "counted"  # "40 and 50 cars"
    if "respectively" in scan.lowers[drafts[-1].end : drafts[-1].end + 6]:
        _respectively(scan, drafts)


def _respectively(scan: Scan, drafts: list[Draft]) -> None:
    """ "Revenue and profit rose 5% and 3%, respectively": as many things as figures, one each."""
    group = [drafts[-1]]
    for draft in reversed(drafts[:-1]):
        between = scan.lowers[draft.end : group[0].start]
        if len(group) == _MOST or not between or not all(word in _LISTED for word in between):
            break
        group.insert(0, draft)
    head = group[0]
    if len(group) < 2 or head.subject is None or head.counted is not None or head.subject_rule == "counted":
        return
    things = _coordinated(scan, head.subject)
    if len(things) == len(group):
        for draft, thing in zip(group, things, strict=True):
            draft.subject, draft.subject_rule = thing, "respectively"


_LISTED = frozenset(("and", ",", "or", "by", "to", "a", "an", "about", "nearly", "some", "over"))


def _coordinated(scan: Scan, last: Tokens) -> list[Tokens]:
    """The phrases of the list that a phrase ends, in order."""
    things = [last]
    phrases = scan.reading.phrases
    while len(things) < _MOST:
        at = things[0][0]
        while scan.tags[at - 1] in "DH":
            at -= 1
        while scan.tags[at - 1] in "K,":
            at -= 1
        first = phrases.ending.get(at)
        if first is None or at >= things[0][0]:
            break
        while first < at - 1 and scan.tags[first] in "DH":
            first += 1
        things.insert(0, (first, at))
    return things


class Elided:
    """What a verb counted last: "sold 40 cars. Its rival sold 50"."""

    __slots__ = ("_counted",)

    def __init__(self) -> None:
        self._counted: dict[str, Tokens] = {}

    def learn(self, scan: Scan, draft: Draft) -> None:
        """Remember what the verb left of a draft counted."""
        if draft.counted is not None and scan.tags[draft.start - 1] in _VERB:
            self._counted[scan.lowers[draft.start - 1]] = (draft.counted.first, draft.counted.last)

    def find(self, scan: Scan, draft: Draft, previous: Draft | None) -> Tokens | None:
        """What a figure without a noun counts: the thing before it in a list, or what the verb left of it has counted before."""
        if previous is not None and counts_again(draft, previous):
            return previous.subject
        return self._counted.get(scan.lowers[draft.start - 1]) if is_object(scan, draft) else None


_VERB = frozenset("dZVGn")


def counts_again(draft: Draft, previous: Draft) -> bool:
    """Has a figure the noun of the figure before ("40 jobs in Ulm, 30 in Bonn")?"""
    if draft.unit is None or draft.counted is not None or draft.unit_at is not None:
        return False
    return draft.unit is previous.unit and draft.unit.kind == "count"


def whole(scan: Scan, draft: Draft, previous: Draft | None) -> Draft:
    """What figures further right can take over from: a draft, or the one before, of which it counts a part (", including 3 men,")."""
    if previous is None or previous.counted is None:
        return draft
    at = draft.comparator_at[0] if draft.comparator_at and draft.comparator_at[0] < draft.start else draft.start
    part = scan.lowers[at - 1] == "including" or scan.lowers[at - 2 : at] in (["among", "them"], ["of", "them"])
    return previous if part else draft


def is_object(scan: Scan, draft: Draft) -> bool:
    """Is a bare figure the object of a verb that counts others than its subject ("kill 14", "has 151")?"""
    if draft.unit is not None or draft.counted is not None or draft.change_at is not None:
        return False
    at = draft.start - 1
    return scan.tags[at] in "dnZVGY" and not scan.lowers[at].startswith(_LEVELS)


_LEVELS = (
    "reach", "hit", "total", "averag", "number", "exceed", "top", "near", "pass", "surpass", "equal", "scor", "remain", "stand",
    "stood", "approach", "climb", "fell", "fall", "ris", "rose", "cross", "break", "broke", "touch", "gain", "add", "lost", "los",
)  # fmt: skip
"""Verbs whose object is a level of their subject ("the index hit 40")."""
