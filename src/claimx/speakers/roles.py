"""The role and organisation of a named person, from what stands around his names: prefix, possessive, apposition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.names import lists
from claimx.speakers.entity import learn
from claimx.speakers.offices import (
    NONE,
    SIGNS,
    Office,
    is_office,
    office,
    organization_text,
    phrase_behind,
    phrase_start,
    with_complements,
    within_office,
)

if TYPE_CHECKING:
    from claimx.names import Name
    from claimx.speakers.entity import Entity
    from claimx.speakers.people import People

_MOST_LEFT = 14
_APPOSING = frozenset(",:-")
_MOST_PLACES = 10
"""Names of one person that are looked at: the role is given where somebody is introduced."""
_EVERYTHING = 4
"""What a place says that gives an organisation and a role that is more than a title."""


def describe(people: People, entity: Entity, *, learning: bool = True) -> None:
    """Find the role and organisation of a named person: of all places that name him the first that says most.

    With LEARNING all places are looked at, for the nouns of his other roles; else none behind one that says everything.
    """
    entity.described = True
    best, most = NONE, 0
    for place in _places(people, entity):
        name = people.names[place]
        if name.role is not None and learning:
            learn(entity, people.reading.words.phrase(*name.role))
        found = of_name(people, name)
        told = (found.organization is not None) + (found.role is not None)
        if found.role is not None and found.role.lower() not in lists.rows("titles"):
            told += 2
        if told > most:
            best, most = found, told
        if learning:
            learn(entity, found.role)
        elif most == _EVERYTHING:
            break
    if best.role is not None and entity.role is None:
        entity.role = best.role
    if best.organization is not None and entity.organization is None:
        entity.organization = best.organization


def _places(people: People, entity: Entity) -> list[int]:
    """The names of a person that may be introductions: the first, and those of several words or behind a role."""
    names, places = people.names, entity.places
    if len(places) < 2:
        return places
    full = [place for place in places if len(names[place].words) > 1 or names[place].role is not None]
    return sorted({*sorted(full)[:_MOST_PLACES], min(places)})


def of_name(people: People, name: Name) -> Office:
    """What the words around one name say of its bearer."""
    before = _before(people, name)
    if before.role and before.organization:
        return before
    after = _after(people, name)
    if before.role is None:
        return after if after.role or after.organization else before
    if after.role and _is_rank(before.role):
        return after
    if after.organization and before.organization is None:
        return Office(before.role, after.organization, before.head, after.owner)
    return before


def _is_rank(role: str) -> bool:
    return all(word.lower() in lists.rows("titles") for word in role.split())


def _before(people: People, name: Name) -> Office:
    """The prefix: from the start of the noun phrase to the name."""
    if name.lead is not None and name.role is None:
        return _of_lead(people, name)
    at = name.first
    before = people.reading.tags[at - 1] if at else "."
    if name.begin == at and before in SIGNS:
        return NONE
    if at > 1 and before == "D" and lists.role(people.reading.words.texts[at - 2]):
        at -= 1  # "spokesman the Rev. Ella Velton"
        return office(people, phrase_start(people, at), at)
    return office(people, phrase_start(people, at), name.begin)


def _of_lead(people: People, name: Name) -> Office:
    """ "chief executive of Velton Foods Debra Harlan": a role before the organisation that leads the name."""
    assert name.lead is not None
    at = name.first - 1
    owner = (name.lead[0], name.begin)
    text = people.reading.words.phrase(*owner)
    if at > 0 and people.reading.tags[at] == "I":
        base = office(people, phrase_start(people, at), at)
        if base.role is not None:
            return Office(base.role, text, base.head, owner)
    return NONE


def _after(people: People, name: Name) -> Office:
    """An apposition behind the name ("Velton, a spokesman for the ministry,") or "of X"."""
    tags, lowers = people.reading.tags, people.reading.words.lowers
    at = name.last
    following = tags[at : at + 1]
    if following == "(":
        closing = tags.find(")", at, at + 8)
        at = closing + 1 if closing >= 0 else at
        following = tags[at : at + 1]
    if following == "I" and lowers[at] in ("of", "from", "with", "at"):
        organization = phrase_behind(people, at + 1)
        return Office(None, organization_text(people, organization), None, organization) if organization else NONE
    if following not in _APPOSING:
        return NONE
    at += 1
    if tags[at : at + 2] == "#,":  # an age
        at += 2
    if tags[at : at + 3] in ("WBD", "WBN") or tags[at : at + 2] == "WB":
        at += 2
    return appositive(people, at)


def appositive(people: People, at: int) -> Office:
    """The office that a noun phrase starting at a token gives ("director of the department at the ministry")."""
    reading = people.reading
    tags, words = reading.tags, reading.words
    end = at
    while end < len(tags) and end - at < _MOST_LEFT and tags[end] in "DHJNSPnG#'-R":
        end += 1
    if tags[end : end + 1] == "K" and is_office(words.lowers[end - 1]):  # "president and chief executive of"
        further = phrase_behind(people, end + 1)
        end = further[1] if further and is_office(words.lowers[further[1] - 1]) else end
    while end > at and tags[end - 1] in "DHR#'":
        end -= 1
    if end <= at or not lists.role(words.texts[end - 1]):
        return NONE
    if lists.singular(words.lowers[end - 1]) != words.lowers[end - 1]:
        return NONE
    while end < len(tags) and tags[end] == "I" and within_office(people, end):  # "chief of staff"
        end += 2
    base = office(people, at, end)
    if base.role is None:
        return base
    return with_complements(people, base, end)
