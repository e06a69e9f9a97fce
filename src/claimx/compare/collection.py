"""What the claims of a collection are about, with what the collection as a whole and the sentence before add to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from claimx.compare.features import Context, Features, features
from claimx.compare.period import NONE
from claimx.model import Claim

_FLOWS = frozenset([("percent", "%")])
_RECENT = 120
_COMMON_DOCUMENTS, _COMMON_SHARE = 8, 0.05


def common_words(abouts: list[Context]) -> frozenset[str]:
    """The words and names that so many of the documents have that sharing them says nothing; none in a small collection."""
    counts = Counter(word for about in abouts for word in about.words | about.title | about.names)
    least = max(_COMMON_DOCUMENTS, len(abouts) * _COMMON_SHARE)
    return frozenset(word for word, number in counts.items() if number > least)


def read(claims: Sequence[Claim], about: Context, common: frozenset[str]) -> list[Features]:
    """The features of a document's claims; a share or a sum without a period has that of the one before it, if that has just ended."""
    found: list[Features] = []
    last = NONE
    for claim in claims:
        one = _told_apart(features(claim, about), common)
        if one.period.kind == "span":
            last = one.period
        elif one.period.kind == "none" and last is not NONE and one.key[0] in _FLOWS and 0 <= about.day - last.end <= _RECENT:
            one = replace(one, period=last)
        found.append(one)
    return found


def _told_apart(one: Features, common: frozenset[str]) -> Features:
    """The features without what is common to the collection."""
    if not common or not common & (one.content | one.names | one.context.title | one.context.names):
        return one
    about = one.context._replace(title=one.context.title - common, names=one.context.names - common)
    return replace(one, content=one.content - common, names=one.names - common, context=about)
