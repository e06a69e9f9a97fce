"""Whom a source refers to: by name, by description ("the diplomat", "the ministry"), or by pronoun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.names import lists
from claimx.speakers import mentions, pronouns, roles
from claimx.speakers.people import Entity, typed

if TYPE_CHECKING:
    from claimx.model import Attribution, Span, SpeakerKind
    from claimx.speakers.mentions import Mention
    from claimx.speakers.people import People


_FAR = 200
"""Tokens over which an organisation that spoke is still the one that a description means."""
_COMPANY = frozenset("company group firm corporation bank agency organization organisation".split())
_CLOSE = 90
"""Tokens over which a speaker of whom nothing is known can be meant by a description."""
_OPENING = 3
"""Full sentences that may speak of somebody whom only a later one names; headlines before them do not count."""
_FULL = 14
_MOST_WORDS = 4


class Referents:
    """Finds the referents of sources, which are given in the order of the text."""

    def __init__(self, people: People, attributions: tuple[Attribution, ...]) -> None:
        self.people = people
        self.last: Entity | None = None
        self.last_at = -1
        self.spoken: list[tuple[int, Entity]] = []
        self.unnamed: dict[str, Entity] = {}
        self.named: list[tuple[int, Entity]] = []
        """Persons that speak under their own names, anywhere on the page, and at which token."""
        self.quoted = sorted((part.start, part.end) for one in attributions if one.kind == "direct" for part in one.content)
        self.opening = _opening(people)
        self.lines = [sentence.first for sentence in people.reading.sentences]

    def of(self, mention: Mention) -> Entity:
        """The referent of a source; a new one where the page has none."""
        entity = self._find(mention) or self.as_it_stands(mention)
        self.spoken.append((mention.first, entity))
        return entity

    def described(self, span: Span) -> Entity | None:
        """Whom a noun phrase that is no source describes; None for a name or pronoun, which are looked up elsewhere."""
        mention = mentions.read(self.people, span)
        if mention is None or mention.name is not None or mention.kind in ("pronoun", "relative", "document", "unknown"):
            return None
        return self._find(mention) or (self.as_it_stands(mention) if mention.kind == "group" else None)

    def _find(self, mention: Mention) -> Entity | None:
        if mention.name is not None:
            return self._named(mention)
        if mention.kind == "pronoun":
            return pronouns.antecedent(self, mention)
        if mention.kind == "relative":
            return self._before_relative(mention)
        if mention.kind == "person":
            return self._person(mention)
        if mention.kind == "organization":
            return self._organization(mention)
        if mention.kind == "document" and mention.definite:
            return self._document(mention)
        if mention.kind == "unknown":
            words = people_words(self.people, mention)
            return self.people.called(words, mention.first, "") if words else None
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
        """Who is named or described right before "who", a comma between them or not."""
        people = self.people
        at = mention.first
        if at and people.reading.tags[at - 1] == ",":
            at -= 1
        start = people.reading.phrases.ending.get(at)
        if start is not None and at not in people.lasting:
            inner = mentions.read(people, people.reading.span(start, at))
            return None if inner is None or inner.kind in ("pronoun", "relative") else self._find(inner) or self.as_it_stands(inner)
        for start in range(max(0, at - 16), at):
            index = people.starting.get(start)
            if index is not None and people.names[index].last == at and people.owner[index] is not None:
                return people.owner[index]
        return None

    def _person(self, mention: Mention) -> Entity | None:
        """A person by description: one whose role it is, or who can be called so; else the last one that spoke."""
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
                roles.describe(people, one)
            near = mention.first - spoken.get(id(one), -_FAR) < _CLOSE
            fits = _fits(noun, one, near)
            if not fits or not _gender_fits(mention, one):
                continue
            distance = mention.first - max(at, spoken.get(id(one), -1))
            value = fits + (1.0 if id(one) in spoken else 0.0) + 2.0 / (1 + distance / 60)
            if value > score:
                best, score = one, value
        found = best or self._person_ahead(mention) or self._speaker_ahead(mention)
        if found is not None and found.role is None and mention.definite and mention.office.role is not None:
            found.role, found.organization = mention.office.role, found.organization or mention.office.organization
        return found

    def _speaker_ahead(self, mention: Mention) -> Entity | None:
        """In a headline or lede: the one named speaker of the page of whom nothing else is said, if there is just one."""
        row = lists.role(mention.noun)
        if mention.first > self.opening or row is None or "generic" in row["classes"]:
            return None
        found = {id(one): one for at, one in self.named if at > mention.first and one.first > mention.first}
        if not found:
            later = [one for one in self.people.persons if one.first > mention.first and len(one.words) > 1]
            found = {id(one): one for one in later} if len(later) == len(self.people.persons) == 1 else {}
        for one in found.values():
            if not one.described:
                roles.describe(self.people, one)
        blank = [one for one in found.values() if one.role is None and _gender_fits(mention, one)]
        return blank[0] if len(blank) == 1 else None

    def _person_ahead(self, mention: Mention) -> Entity | None:
        """In a headline or lede: the person of that role whom the page names only later ("Minister: 40 killed")."""
        if mention.first > self.opening:
            return None
        found: list[Entity] = []
        for one in self.people.persons:
            if one.first > mention.first:
                if not one.described:
                    roles.describe(self.people, one)
                if mention.noun in one.heads and _gender_fits(mention, one):
                    found.append(one)
        return found[0] if len(found) == 1 else None

    def _organization(self, mention: Mention) -> Entity | None:
        if mention.named:
            return None
        if mention.indefinite:
            return self._ahead(mention)
        recent = [one for at, one in self.spoken if one.kind == "organization" and mention.first - at < _FAR]
        for one in reversed(recent):
            if mention.noun in one.heads or (self._company(mention) and one.words and not typed(one)):
                return one
        return self.people.meant(mention.noun, mention.first) or self._untyped(mention) or self._ahead(mention)

    def _company(self, mention: Mention) -> bool:
        """Whether the noun is one for any company or body ("the giant", "the firm")."""
        row = lists.rows("organizations").get(mention.noun)
        return row is not None and mention.definite and (row["classes"] == "orgnoun" or mention.noun in _COMPANY)

    def _untyped(self, mention: Mention) -> Entity | None:
        """The last organisation of which only the name is known, for what only companies are called ("the grocery giant")."""
        people = self.people
        if not self._company(mention):
            return None
        for index in range(len(people.names) - 1, -1, -1):
            entity = people.owner[index]
            at = people.names[index].first
            if at < mention.first - _FAR:
                break
            if at < mention.first and entity is not None and entity.kind == "organization" and not typed(entity):
                return entity
        return None

    def _ahead(self, mention: Mention) -> Entity | None:
        """In a headline or lede: the organisation that the page names only later ("Monitor: 40 killed")."""
        if mention.first > self.opening:
            return None
        found = [one for one in self.people.organizations if mention.noun in one.heads and one.first > mention.first]
        return min(found, key=lambda one: one.first) if found else None

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
            thing = reading.words.text(mention.head)[:1].islower()
            kind = "group" if mention.plural else "document" if thing else "organization"
        entity = Entity(kind, text, plural=mention.plural, first=mention.first, described=True)
        entity.role, entity.organization = mention.office.role, mention.office.organization
        entity.heads = {mention.noun, lists.singular(mention.noun)}
        entity.nouns = {mention.noun} if kind == "person" else set()
        row = lists.role(mention.noun)
        if kind == "person" and row is not None:
            entity.heads.update(row.get("is", "").split())
            entity.gender = row["gender"]
        if kind == "organization":
            organization = lists.rows("organizations").get(mention.noun)
            entity.heads.update(organization["is"].split() if organization else ())
        self.unnamed[key] = entity
        return entity


def people_words(people: People, mention: Mention) -> tuple[str, ...]:
    """The words of a source that is all capitalised, though no name by itself (in a headline: "Velton")."""
    words = people.reading.words
    found = tuple(words.text(index) for index in range(mention.first, mention.head + 1))
    return found if len(found) < _MOST_WORDS and all(word[:1].isupper() for word in found) else ()


def _opening(people: People) -> int:
    """The token at which the opening of the page ends."""
    full = 0
    for sentence in people.reading.sentences:
        full += sentence.last - sentence.first >= _FULL
        if full >= _OPENING:
            return sentence.first
    return len(people.reading.words)


def _fits(noun: str, one: Entity, near: bool) -> float:
    """How well a noun suits a person: it is his role or stands for it; or nothing is known of him and he has just spoken."""
    if noun in one.nouns:
        return 5.0
    if noun in one.heads:
        return 4.0
    row = lists.role(noun)
    if row is None:
        return 0.5 if near else 0.0
    if one.nouns & set(row["is"].split()) & _GENERAL:
        return 2.0
    return 0.5 if near and not one.nouns else 0.0


_GENERAL = frozenset("official politician lawmaker leader expert executive officer aide lawyer journalist scientist".split())


def _gender_fits(mention: Mention, one: Entity) -> bool:
    row = lists.role(mention.noun)
    wanted = row["gender"] if row is not None else ""
    return not wanted or not one.gender or wanted == one.gender
