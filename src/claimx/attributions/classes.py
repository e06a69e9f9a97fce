"""Word classes as sets, for a look at a token or two: characters of the class string, and how the phrases of a class start."""

from __future__ import annotations

from functools import cache

from claimx import lexicon
from claimx.alphabet import alphabet


@cache
def members(*names: str) -> frozenset[str]:
    """The characters of the class string whose words are of one of the classes NAMES. LookupError for an unknown class."""
    return frozenset().union(*map(alphabet().members, names))


@cache
def openings(*names: str) -> frozenset[tuple[str, ...]]:
    """The first two words of each phrase of the classes, in lower case: where none of them stands, no phrase needs to be looked for."""
    return frozenset(tuple(form.split()[:2]) for name in names for form in lexicon.phrases(name) if " " in form)
