"""The antecedent of a pronoun: by gender and number, recency, and who spoke last."""

from __future__ import annotations

from bisect import bisect_right
from itertools import islice
from typing import TYPE_CHECKING

from claimx.names import lists
from claimx.speakers.mentions import RELATIVE, read

if TYPE_CHECKING:
    from claimx.names import Name
    from claimx.speakers.entity import Entity
    from claimx.speakers.mentions import Mention
    from claimx.speakers.referents import Referents

_SENTENCES = 5
_LEAST = -3.0
_SUBJECTS = 2
_MOST = 60
_SPOKE = 2.0
_DESCRIBED = 1.5
_MOST_SALIENT = 1.5
"""What speaks for being meant: to have spoken, to be a subject by description, to be named as a subject."""
_UNSURE = 1.5
_UNKNOWN_GENDER = 0.3
_PER_SENTENCE = 0.9
_PER_BLOCK = 0.4
_MOST_BLOCKS = 3
"""What speaks against being meant: for each sentence and block between, up to so many blocks."""
_FINITE = frozenset("BYAMZd")
FINITE_OR_PLURAL = tuple("BYAMZdVR")
_BEHIND_SUBJECT = (*FINITE_OR_PLURAL, ",", "W")

Candidate = tuple[int, "Entity", float, "Name | None"]
"""A token, who is named or spoke there, the most that can speak for it, and the name whose place has the last word."""


def antecedent(referents: Referents, mention: Mention) -> Entity | None:
    """Whom a pronoun means, None when in doubt."""
    letter = mention.pronoun
    if letter == "2":
        return None
    best, score = None, _LEAST
    here = bisect_right(referents.lines, mention.first) - 1
    found = _candidates(referents, here, mention.first, letter)
    if letter not in "mf" or not found:
        found.extend(one for one in _subjects(referents, here, mention.first) if _agrees(letter, one[1]))
    if letter in "mf":
        found.extend(_unnamed(referents, here, mention.first, letter))
    if not found and letter in "mf":
        found = _despite_first_name(referents, here, mention.first)
    lines, sentences = referents.lines, referents.people.reading.sentences
    for at, entity, bonus, name in found:
        if bonus <= score:  # distance only speaks against it
            continue
        line = bisect_right(lines, at) - 1
        blocks = sentences[here].block - sentences[line].block if sentences else 0
        distance = _PER_SENTENCE * (here - line) + _PER_BLOCK * (blocks if blocks < _MOST_BLOCKS else _MOST_BLOCKS)
        unknown = _UNKNOWN_GENDER if letter in "mf" and not entity.gender else 0.0
        value = bonus - distance - unknown
        if value > score and name is not None:  # only then what stands around the name can decide
            value = _salience(referents, name, entity) - distance - unknown
        if value > score:
            best, score = entity, value
    if best is not None and best.kind == "person":
        if best.unsure and letter == "n":
            best.kind = "organization"
        elif letter in "mf":
            best.gender = letter
        best.unsure = False
    return best


def _despite_first_name(referents: Referents, here: int, at: int) -> list[Candidate]:
    """The only person that the sentence names before a pronoun, of whose gender a first name alone tells otherwise: rare
    first names are often of both."""
    start = referents.lines[here] if here >= 0 else 0
    near: list[Candidate] = [
        (name.first, one, 0.0, None) for name, one in referents.people.between(start, at)[:_MOST] if one.kind == "person"
    ]
    return near if len({one for _, one, _, _ in near}) == 1 and not near[0][1].told else []


def _agrees(letter: str, entity: Entity) -> bool:
    if letter in "mf":
        return entity.kind == "person" and entity.gender in ("", letter)
    if letter == "n":
        return entity.kind in ("organization", "document") or entity.unsure
    return (entity.kind in ("group", "organization") or entity.plural) and entity.name.lower() not in RELATIVE


def _candidates(referents: Referents, here: int, at: int, letter: str) -> list[Candidate]:
    """All that was named or spoke before a token and agrees with the pronoun."""
    found: list[Candidate] = []
    lines = referents.lines
    start = lines[max(0, here - _SENTENCES)] if lines else 0
    for position, entity in islice(reversed(referents.spoken), _MOST):
        if position < start:
            break
        if position < at and _agrees(letter, entity):
            found.append((position, entity, _SPOKE, None))
    named = referents.people.between(start, at)[:_MOST]
    found += [(name.first, entity, _MOST_SALIENT, name) for name, entity in named if _agrees(letter, entity)]
    return found


def _subjects(referents: Referents, here: int, at: int) -> list[Candidate]:
    """Who the sentences right before, and the words before the pronoun in its own, have as their subject by description."""
    reading = referents.people.reading
    found: list[Candidate] = []
    for number in range(max(0, here - _SUBJECTS), here + 1):
        first = reading.sentences[number].first
        while first < at and reading.tags[first] in '":-(':
            first += 1
        last = reading.phrases.starting.get(first)
        if last is None or last >= at or reading.tags[last : last + 1] not in FINITE_OR_PLURAL:
            continue
        entity = referents.described(reading.span(first, last))
        if entity is not None:
            found.append((first, entity, _DESCRIBED, None))
    return found


def _unnamed(referents: Referents, here: int, at: int, letter: str) -> list[Candidate]:
    """Of whom the sentences right before tell no name, though by a noun that they are a woman or a man: "One victim, a
    widow, lost $500. She said"."""
    reading = referents.people.reading
    for number in range(here - 1, max(-1, here - 1 - _SUBJECTS), -1):
        first = reading.sentences[number].first
        last = reading.phrases.starting.get(first)
        if last is not None and reading.tags[last : last + 1] == ",":  # who it is in apposition
            first, last = last + 1, reading.phrases.starting.get(last + 1)
        if last is None or last >= at or reading.tags[last : last + 1] not in _BEHIND_SUBJECT:
            continue
        noun = lists.role(reading.words.lowers[last - 1])
        mention = read(referents.people, reading.span(first, last)) if noun is not None and noun.get("gender") == letter else None
        if mention is not None and mention.kind == "person" and mention.name is None and mention.indefinite:
            return [(first, referents.as_it_stands(mention), _MOST_SALIENT, None)]
    return []


def _salience(referents: Referents, name: Name, entity: Entity) -> float:
    """Subjects are likelier than objects, narration likelier than what stands in a quotation, persons likelier than what
    may be none."""
    first, last = name.first, name.last
    reading = referents.people.reading
    tags = reading.tags
    value = 0.0
    following = tags[last : last + 1]
    if following in _FINITE or (following == "R" and tags[last + 1 : last + 2] in _FINITE):
        value += _MOST_SALIENT
    elif following == ",":
        value += 0.5
    elif following == "'":
        value -= 0.5
    if first and tags[first - 1] == "I":
        value -= 0.7
    if referents.in_quotation(reading.words.starts[first]):
        value -= 2.0
    if not name.sure and name.kind == "person" and len(name.words) > 1 and not entity.gender:
        value -= _UNSURE
    return value
