"""From the sources of attributions to speakers: one record a speaker, under the fullest name that the page has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from claimx.model import Span, Speaker
from claimx.speakers import mentions, roles
from claimx.speakers.people import People
from claimx.speakers.referents import Referents

if TYPE_CHECKING:
    from claimx.model import Attribution
    from claimx.reading import Reading
    from claimx.speakers.entity import Entity
    from claimx.speakers.mentions import Mention


def resolve(reading: Reading, attributions: tuple[Attribution, ...]) -> tuple[tuple[Attribution, ...], tuple[Speaker, ...]]:
    """Give each attribution its speaker, and list the speakers in the order of their first mention as a source.

    An attribution without a source, and a pronoun that nobody can be found for, keep what they have: no speaker, or one
    under the words as they stand.
    """
    if not attributions:
        return (), ()
    people = People(reading)
    found = _entities(people, attributions)
    sources = [(source, entity) for index, entity in found.items() if (source := attributions[index].source) is not None]
    sources.sort(key=lambda pair: pair[0].start)
    spans: dict[Entity, dict[tuple[int, int], Span]] = {}
    for source, entity in sources:
        if entity in spans:
            spans[entity][source.start, source.end] = source
        else:
            spans[entity] = {(source.start, source.end): source}
    for entity in spans:
        if entity.kind == "person" and not entity.described:
            roles.describe(people, entity, learning=False)
    records = {
        entity: _record(entity, f"s{number}", tuple([at[place] for place in sorted(at)]))
        for number, (entity, at) in enumerate(spans.items(), 1)
    }
    given = [
        msgspec.structs.replace(one, speaker=records[found[index]]) if index in found else one for index, one in enumerate(attributions)
    ]
    return tuple(given), tuple(records.values())


def _entities(people: People, attributions: tuple[Attribution, ...]) -> dict[int, Entity]:
    """Who speaks in each attribution that has a source."""
    read: list[tuple[int, Mention]] = []
    for index, one in enumerate(attributions):
        mention = mentions.read(people, one.source) if one.source is not None else None
        if mention is not None:
            read.append((index, mention))
    read.sort(key=lambda pair: pair[1].first)
    referents = Referents(people, attributions)
    for _, mention in read:
        owner = people.owner[mention.name] if mention.name is not None else None
        if owner is not None and owner.kind == "person":
            referents.named.append((mention.first, owner))
    found: dict[int, Entity] = {}
    for index, mention in read:
        if mention.pronoun != "1":
            found[index] = referents.of(mention)
    for index, mention in read:
        if mention.pronoun == "1":
            found[index] = _first_person(mention, index, attributions, found) or referents.as_it_stands(mention)
    return found


def _first_person(mention: Mention, index: int, attributions: tuple[Attribution, ...], found: dict[int, Entity]) -> Entity | None:
    """ "I" and "we" in somebody's words are that speaker: of the attributions around it the smallest."""
    best, size = None, 1 << 62
    for other, one in enumerate(attributions):
        if other == index or other not in found:
            continue
        for content in one.content:
            if content.start <= mention.span.start and mention.span.end <= content.end and content.end - content.start < size:
                best, size = found[other], content.end - content.start
    return best


def _record(entity: Entity, number: str, spans: tuple[Span, ...]) -> Speaker:
    return Speaker(number, entity.name, entity.role, entity.organization, entity.kind, spans)
