"""Whom a source refers to: by name, by description ("the diplomat", "the ministry"), or by pronoun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.names import lists
from claimx.speakers import roles
from claimx.speakers.people import Entity

if TYPE_CHECKING:
    from claimx.model import Attribution, SpeakerKind
    from claimx.speakers.mentions import Mention
    from claimx.speakers.people import People


class Referents:
    """Finds the referents of sources, which are given in the order of the text."""

    def __init__(self, people: People, attributions: tuple[Attribution, ...]) -> None:
        self.people = people
        self.last: Entity | None = None
        self.last_at = -1
        self.spoken: list[tuple[int, Entity]] = []
        self.unnamed: dict[str, Entity] = {}
        self.quoted = sorted((part.start, part.end) for one in attributions if one.kind == "direct" for part in one.content)
        self.lines = [sentence.first for sentence in people.reading.sentences]

    def of(self, mention: Mention) -> Entity:
        """The referent of a source; a new one where the page has none."""
        entity = self._find(mention) or self.as_it_stands(mention)
        self.spoken.append((mention.first, entity))
        return entity

    def _find(self, mention: Mention) -> Entity | None:
        if mention.name is not None:
            return self._named(mention)
        if mention.kind == "pronoun":
            from claimx.speakers import pronouns

            return pronouns.antecedent(self, mention)
        if mention.kind == "relative":
            return self._before_relative(mention)
        if mention.kind == "person":
            return self._person(mention)
        if mention.kind == "organization":
            return self._organization(mention)
        if mention.kind == "document" and mention.definite:
            return self._document(mention)
        return None

    def _named(self, mention: Mention) -> Entity | None:
        people = self.people
        assert mention.name is not None
        entity = people.owner[mention.name]
        if entity is None:
            entity = people.adopt(mention.name, mention.kind)
        if mention.office.role is not None and entity.role is None:
            entity.role, entity.organization = mention.office.role, mention.office.organization
        return entity

    def _before_relative(self, mention: Mention) -> Entity | None:
        """The name right before "who", a comma between them or not."""
        people = self.people
        at = mention.first
        if at and people.reading.tags[at - 1] == ",":
            at -= 1
        for start in range(max(0, at - 16), at):
            index = people.starting.get(start)
            if index is not None and people.names[index].last == at and people.owner[index] is not None:
                return people.owner[index]
        return None

    def _person(self, mention: Mention) -> Entity | None:
        """A person by description: one whose role it is, or who can be called so; else the last one that spoke."""
        from claimx.speakers.resolve import describe

        if mention.indefinite:
            return None
        people = self.people
        noun = mention.noun
        candidates: list[tuple[int, Entity]] = []
        for one in people.persons:
            before = [people.names[place].first for place in one.places if people.names[place].first < mention.first]
            if before:
                candidates.append((max(before), one))
        candidates.extend((at, one) for at, one in self.spoken if one.kind == "person" and not one.words)
        spoken = {id(one): at for at, one in self.spoken}
        best, score = None, 0.0
        for at, one in candidates:
            if one.words and not one.described:
                describe(people, one)
            fits = _fits(noun, one)
            if not fits or not _gender_fits(mention, one):
                continue
            distance = mention.first - max(at, spoken.get(id(one), -1))
            value = fits + (1.0 if id(one) in spoken else 0.0) + 2.0 / (1 + distance / 60)
            if value > score:
                best, score = one, value
        return best

    def _organization(self, mention: Mention) -> Entity | None:
        if mention.indefinite:
            return None
        recent = [(at, one) for at, one in self.spoken if one.kind == "organization" and mention.noun in one.heads]
        meant = self.people.meant(mention.noun, mention.first)
        if recent and mention.first - recent[-1][0] < 200:
            return recent[-1][1]
        return meant

    def _document(self, mention: Mention) -> Entity | None:
        noun = lists.singular(mention.noun)
        for _, one in reversed(self.spoken):
            if one.kind == "document" and noun in one.heads:
                return one
        return None

    def as_it_stands(self, mention: Mention) -> Entity:
        """An entity under the words of the source; the same words are the same one."""
        reading = self.people.reading
        text = roles.strip_article(reading.words.phrase(mention.first, mention.last))
        key = text.lower()
        known = self.unnamed.get(key)
        if known is not None and mention.kind != "pronoun":
            return known
        kind: SpeakerKind = "group" if mention.kind in ("pronoun", "relative") and mention.pronoun in ("p", "") else "person"
        if mention.kind in ("organization", "group", "document", "person"):
            kind = mention.kind
        elif mention.pronoun == "n":
            kind = "organization"
        elif mention.kind == "unknown":
            kind = "group" if mention.plural else "organization"
        entity = Entity(kind, text, plural=mention.plural, first=mention.first, described=True)
        entity.role, entity.organization = mention.office.role, mention.office.organization
        entity.heads = {mention.noun, lists.singular(mention.noun)}
        row = lists.role(mention.noun)
        if kind == "person" and row is not None:
            entity.heads.update(row.get("is", "").split())
            entity.gender = row["gender"]
        if kind == "organization":
            organization = lists.rows("organizations").get(mention.noun)
            entity.heads.update(organization["is"].split() if organization else ())
        self.unnamed[key] = entity
        return entity


def _fits(noun: str, one: Entity) -> float:
    if noun in one.heads:
        return 4.0
    row = lists.role(noun)
    if row is not None and any(head in row.get("is", "").split() for head in one.heads):
        return 1.0
    return 0.5 if not one.heads else 0.0


def _gender_fits(mention: Mention, one: Entity) -> bool:
    row = lists.role(mention.noun)
    wanted = row["gender"] if row is not None else ""
    return not wanted or not one.gender or wanted == one.gender
