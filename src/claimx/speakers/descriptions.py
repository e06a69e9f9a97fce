"""Whom a description means: "the diplomat", "the ministry", "the grocery giant", and in headlines "Senior diplomat"."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from claimx.names import lists
from claimx.speakers import roles
from claimx.speakers.entity import learn
from claimx.speakers.offices import strip_article

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimx.speakers.entity import Entity
    from claimx.speakers.mentions import Mention
    from claimx.speakers.people import People
    from claimx.speakers.referents import Referents

_FAR = 200
"""Tokens over which an organisation that spoke is still the one that a description means."""
_CLOSE = 90
"""Tokens over which a speaker of whom nothing is known can be meant by a description."""
_OPENING = 3
"""Full sentences that may speak of somebody whom only a later one names; headlines before them do not count."""
_FULL = 14
_LONGEST_OPENING = 500
_MOST = 60
_COMPANY = frozenset("company group firm corporation bank agency organization organisation".split())
_GENERAL = frozenset("official politician lawmaker leader expert executive officer aide lawyer journalist scientist".split())


def person(referents: Referents, mention: Mention) -> Entity | None:
    """A person by description: whose role it is or who can be called so, the nearest first; else somebody yet to come."""
    if mention.indefinite:
        return None
    if mention.noun == "year-old":
        return _of_age(referents, mention)
    best, score = None, 0.0
    for at, one in _persons(referents, mention.first):
        _describe(referents.people, one)
        spoke = referents.last_words.get(one)
        near = spoke is not None and mention.first - spoke < _CLOSE
        fits = _fits(mention, one, near)
        if not fits or not _gender_fits(mention, one):
            continue
        distance = mention.first - max(at, spoke if spoke is not None else -1)
        value = fits + (spoke is not None) + 2.0 / (1 + distance / 60)
        if value > score:
            best, score = one, value
    found = best or _person_ahead(referents, mention) or _speaker_ahead(referents, mention)
    if found is not None and mention.definite and mention.office.role is not None and mention.office.head in (None, mention.noun):
        if found.role is None:
            found.role = mention.office.role
            learn(found, found.role)
        if found.organization is None and mention.noun in (found.role or "").lower().split():
            found.organization = mention.office.organization
    return found


def _of_age(referents: Referents, mention: Mention) -> Entity | None:
    """Whose age the page gives so ("Ella Velton, 54, ... the 54-year-old")."""
    reading = referents.people.reading
    ages = {reading.words.texts[index] for index in range(mention.first, mention.head + 1) if reading.tags[index] == "#"}
    for name, one in referents.people.back(mention.first):
        tags = reading.tags[name.last : name.last + 3]
        if one.kind == "person" and tags[:2] == ",#" and reading.words.texts[name.last + 1] in ages:
            return one
    return None


def _persons(referents: Referents, at: int) -> Iterator[tuple[int, Entity]]:
    """The persons named or speaking before a token, each at the nearest place."""
    seen: set[Entity] = set()
    for name, one in referents.people.back(at):
        if one.kind == "person" and one not in seen:
            seen.add(one)
            yield name.first, one
    for position, one in islice(reversed(referents.spoken), _MOST):
        if one.kind == "person" and one not in seen:
            seen.add(one)
            yield position, one


def _describe(people: People, one: Entity) -> None:
    if one.words and not one.described:
        roles.describe(people, one)


def _fits(mention: Mention, one: Entity, near: bool) -> float:
    """How well a noun suits a person: it is his role or stands for it; or nothing is known of him and he has just spoken."""
    noun = mention.noun
    row = lists.role(noun)
    if row is not None and "generic" in row["classes"]:
        return 5.0 if near and not mention.named else 3.0 if noun in one.heads else 0.0
    if noun in one.nouns:
        return 5.0
    if noun in one.heads:
        return 4.0
    near = near and not mention.named
    if row is None:
        return 0.5 if near else 0.0
    if one.nouns & set(row["is"].split()) & _GENERAL:
        return 2.0
    return 0.5 if near and not one.nouns else 0.0


def _gender_fits(mention: Mention, one: Entity) -> bool:
    row = lists.role(mention.noun)
    wanted = row["gender"] if row is not None else ""
    return not wanted or not one.gender or wanted == one.gender


def _person_ahead(referents: Referents, mention: Mention) -> Entity | None:
    """In a headline or lede: the person of that role whom the page names only later ("Minister: 40 killed")."""
    if mention.first > referents.opening:
        return None
    found: list[Entity] = []
    for one in islice(referents.people.persons, _MOST):
        if one.first > mention.first:
            _describe(referents.people, one)
            if mention.noun in one.heads and _gender_fits(mention, one):
                found.append(one)
    return found[0] if len(found) == 1 else None


def _speaker_ahead(referents: Referents, mention: Mention) -> Entity | None:
    """In a headline or lede: the one named speaker of the page of whom nothing else is said, if there is just one."""
    row = lists.role(mention.noun)
    if mention.first > referents.opening or row is None or "generic" in row["classes"]:
        return None
    found = dict.fromkeys(one for at, one in islice(referents.named, _MOST) if at > mention.first and one.first > mention.first)
    if not found:
        later = (one for one in islice(referents.people.persons, _MOST) if one.first > mention.first)
        found = dict.fromkeys(one for one in later if _introduced_as_subject(referents.people, one))
    for one in found:
        _describe(referents.people, one)
    blank = [one for one in found if one.role is None and _gender_fits(mention, one)]
    return blank[0] if len(blank) == 1 else None


def _introduced_as_subject(people: People, one: Entity) -> bool:
    """Whether the page first names a person in full, and as the subject of a verb."""
    name = people.names[min(one.places)]
    return len(name.words) > 1 and people.reading.tags[name.last : name.last + 1] in ("d", "Z", "n", "Y")


def organization(referents: Referents, mention: Mention) -> Entity | None:
    """An organisation by description: the last speaker that can be called so, else the last one named, else one to come."""
    if mention.named:
        words = referents.people.reading.words
        return referents.people.organization(strip_article(words.phrase(mention.first, mention.head + 1)))
    if mention.indefinite:
        return _organization_ahead(referents, mention)
    company = _company(mention)
    for at, one in islice(reversed(referents.spoken), _MOST):
        if mention.first - at >= _FAR:
            break
        if one.kind == "organization" and (mention.noun in one.heads or (company and one.words and not one.typed)):
            return one
    found = referents.people.meant(mention.noun, mention.first)
    if found is None and company:
        near = (one for name, one in referents.people.back(mention.first) if name.first > mention.first - _FAR)
        found = next((one for one in near if one.kind == "organization" and not one.typed), None)
    return found or _organization_ahead(referents, mention)


def _company(mention: Mention) -> bool:
    """Whether the noun is one for any company or body ("the giant", "the firm")."""
    row = lists.rows("organizations").get(mention.noun)
    return row is not None and mention.definite and (row["classes"] == "orgnoun" or mention.noun in _COMPANY)


def _organization_ahead(referents: Referents, mention: Mention) -> Entity | None:
    """In a headline or lede: the organisation that the page names only later ("Monitor: 40 killed")."""
    if mention.first > referents.opening:
        return None
    found = [one for one in islice(referents.people.organizations, _MOST) if mention.noun in one.heads and one.first > mention.first]
    return min(found, key=lambda one: one.first) if found else None


def document(referents: Referents, mention: Mention) -> Entity | None:
    """A document by description: the last one of that noun that was a source ("the poll"), or is named on the page."""
    noun = lists.singular(mention.noun)
    if mention.definite:
        for _, one in islice(reversed(referents.spoken), _MOST):
            if one.kind == "document" and noun in one.heads:
                return one
    if mention.named or (mention.indefinite and mention.first > referents.opening):
        return None
    if mention.definite:
        return next((one for _, one in referents.people.back(mention.first) if one.kind == "document" and noun in one.heads), None)
    named = [one for one in islice(referents.people.organizations, _MOST) if one.kind == "document" and noun in one.heads]
    return named[0] if len(named) == 1 and mention.first < named[0].first else None


def opening(people: People) -> int:
    """The token at which the opening of the page ends."""
    full, start = 0, None
    for sentence in people.reading.sentences:
        long = sentence.last - sentence.first >= _FULL
        if long and start is None:
            start = sentence.first
        full += long
        if full >= _OPENING:
            return min(sentence.first, (start or 0) + _LONGEST_OPENING)
    return (start or 0) + _LONGEST_OPENING
