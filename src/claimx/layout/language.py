"""Whether a text is in English at all, by its function words."""

from __future__ import annotations

import re
from functools import cache

from claimx import lexicon

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 4000
_FEWEST = 12
"""With fewer words nothing is said about the language."""


def foreign(text: str) -> str | None:
    """The name of the language that a text is in if that is not English ("another script" where no words tell)."""
    words = _WORD.findall(text[:_SAMPLE].lower())
    if len(words) < _FEWEST:
        return None
    letters = sum(map(len, words))
    if sum(len(word) for word in words if not word[0].isascii() and ord(word[0]) > 0x36F) > letters / 2:
        return "another script"
    hits = {name: sum(word in common for word in words) for name, common in _common().items()}
    english = hits.pop("English")
    name = max(hits, key=lambda one: hits[one])
    return name if hits[name] > max(3, 1.5 * english) and english < 0.16 * len(words) else None


@cache
def _common() -> dict[str, frozenset[str]]:
    return {row["form"]: frozenset(row["words"].split()) for row in lexicon.rows("layout/languages")}
