"""Abbreviations in brackets: what they stand for is all of the name before them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimx.speakers import spelling

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimx.speakers.entity import Entity
    from claimx.speakers.people import People

_BRACKET = re.compile(r"\((?=[^)]{1,16}\))")
_LONGEST = 16
"""Tokens that a name may have before its abbreviation."""
_PAUSES = frozenset('.,:()"\n')


def long_forms(people: People) -> Iterator[tuple[str, Entity, str]]:
    """Each abbreviation with its organisation and the whole name, which a run of capitals does not show ("the Office for
    the Coordination of Harbour Affairs (OCHA)")."""
    tags, words = people.reading.tags, people.reading.words
    for found in _BRACKET.finditer(tags):
        bracket = found.start()
        index = people.starting.get(bracket + 1)
        if index is None:
            continue
        name = people.names[index]
        short = name.words[0]
        if tags[name.last : name.last + 1] != ")" or len(name.words) > 1 or not short.isupper():
            continue
        for other in range(index - 1, -1, -1):
            first = people.names[other].first
            if bracket - first > _LONGEST or not _PAUSES.isdisjoint(tags[first:bracket]):
                break
            entity = people.owner[other]
            initials = [text[0] for text in words.texts[first:bracket] if text[0].isupper()]
            if entity is not None and entity.kind == "organization" and spelling.selects(short, initials):
                yield short, entity, words.phrase(first, bracket)
                break
