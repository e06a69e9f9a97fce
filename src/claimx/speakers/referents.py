"""Whom each source means, asked in the order of the text, with the memory of who has spoken."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from claimx.names import lists
from claimx.speakers import descriptions, mentions, offices, pronouns
from claimx.speakers.entity import Entity

if TYPE_CHECKING:
    from claimx.model import Attribution, Span, SpeakerKind
    from claimx.speakers.mentions import Mention
    from claimx.speakers.people import People

_MOST_WORDS = 4
_LONGEST_APPOSITION = 24
_LONGEST_NAME = 40
_APOSTROPHES = frozenset("'’ʼ")


class Referents:
    """Finds the referents of sources. ``spoken`` is who spoke so far and at which token; ``named`` are the persons that
    speak under their own names anywhere on the page; ``lines`` are the first
    tokens of the sentences."""

    def __init__(self, people: People, attributions: tuple[Attribution, ...]) -> None:
        self.people = people
        self.spoken: list[tuple[int, Entity]] = []
        self.last_words: dict[Entity, int] = {}
        self.named: list[tuple[int, Entity]] = []
        self._quoted = sorted([(part.start, part.end) for one in attributions if one.kind == "direct" for part in one.content])
        self._quotes = [start for start, _ in self._quoted]
        self.lines = [sentence.first for sentence in people.reading.sentences]
        self._nameless: dict[str, Entity] = {}

    @cached_property
    def opening(self) -> int:
        """The token at which the opening of the page ends."""
        return descriptions.opening(self.people)

    def of(self, mention: Mention) -> Entity:
        """The referent of a source; a new one where the page has none."""
        entity = self._find(mention) or self.as_it_stands(mention)
        self.spoken.append((mention.first, entity))
        self.last_words[entity] = mention.first
        return entity

    def in_quotation(self, offset: int) -> bool:
        """Whether direct speech goes on at an offset."""
        at = bisect_right(self._quotes, offset) - 1
        return at >= 0 and offset < self._quoted[at][1]

    def described(self, span: Span) -> Entity | None:
        """Whom a noun phrase that is no source describes; None for a name or pronoun, which are looked up elsewhere."""
        mention = mentions.read(self.people, span)
        if mention is None or mention.name is not None or mention.kind in ("pronoun", "relative", "document", "unknown"):
            return None
        return self._find(mention) or (self.as_it_stands(mention) if mention.kind == "group" else None)

    def _find(self, mention: Mention) -> Entity | None:
        if mention.name is not None:
            return self._owner(mention, mention.name)
        if mention.kind == "pronoun":
            return pronouns.antecedent(self, mention)
        if mention.kind == "relative":
            return self._before_relative(mention)
        if mention.kind == "person":
            return descriptions.person(self, mention)
        if mention.kind == "organization":
            return descriptions.organization(self, mention)
        if mention.kind == "document":
            return descriptions.document(self, mention)
        if mention.kind == "unknown":
            words = self._capitals(mention)
            if not words:
                return None
            return (
                self.people.called(words, mention.first, "")
                or self.people.organization(" ".join(words))
                or self.people.known(words, mention.first)
            )
        return None

    def _owner(self, mention: Mention, index: int) -> Entity:
        people, name = self.people, self.people.names[index]
        entity = people.owner[index] or people.called(name.words, name.first, "") or people.adopt(index, mention.kind)
        if mention.office.role is not None and entity.role is None:
            entity.role, entity.organization = mention.office.role, mention.office.organization
        return entity

    def _before_relative(self, mention: Mention) -> Entity | None:
        """Who is named or described right before "who", a comma between them or not."""
        people, at = self.people, mention.first
        if at and people.reading.tags[at - 1] == ",":
            at -= 1
        name = people.name_at(at - 1) if at else None
        if name is not None and name.last == at:
            named = people.owner[people.starting[name.first]]
            apposed = self._apposed(at) if named is None or named.kind != "person" else None  # "Velton, head of the Ring Union, who"
            return apposed or named
        start = people.reading.phrases.ending.get(at)
        apposed = self._apposed(at) if start is not None else None
        if apposed is not None:
            return apposed
        inner = mentions.read(people, people.reading.span(start, at)) if start is not None else None
        if inner is None or inner.kind in ("pronoun", "relative"):
            return None
        return self._find(inner) or self.as_it_stands(inner)

    def _apposed(self, at: int) -> Entity | None:
        """The person to whom the noun phrase that ends at a token stands in apposition ("Velton, a maker of boats, who")."""
        people, tags = self.people, self.people.reading.tags
        for comma in range(at - 2, max(0, at - _LONGEST_APPOSITION), -1):
            if tags[comma] == ",":
                name = people.name_at(comma - 1)
                owner = people.owner[people.starting[name.first]] if name is not None and name.last == comma else None
                return owner if owner is not None and owner.kind == "person" else None
            if tags[comma] not in "DHJNSPnG#'-IK" and self.people.reading.words.texts[comma] not in _APOSTROPHES:
                return None
        return None

    def _capitals(self, mention: Mention) -> tuple[str, ...]:
        """The words of a source that is all capitalised, though no name by itself (in a headline: "Velton")."""
        words = self.people.reading.words
        found = tuple(words.texts[index] for index in range(mention.first, min(mention.head + 1, mention.first + _MOST_WORDS)))
        return found if all(word[:1].isupper() for word in found) else ()

    def as_it_stands(self, mention: Mention) -> Entity:
        """An entity under the words of the source; the same words are the same one."""
        words = self.people.reading.words
        end = min(mention.tail, mention.first + _LONGEST_NAME)
        if mention.kind == "document":  # a poll | released on Monday
            tags = self.people.reading.tags
            end = next((index for index in range(mention.head + 1, end) if tags[index] in "nd"), end)
        text = offices.strip_article(words.phrase(mention.first, end) or words.phrase(mention.first, mention.last))
        lower = text.lower()
        known = self._nameless.get(lower)
        if known is not None and mention.kind != "pronoun":
            return known
        kind = self._kind(mention)
        entity = Entity(kind, text, plural=mention.plural, first=mention.first, described=True)
        entity.role, entity.organization = mention.office.role, mention.office.organization
        entity.heads = frozenset((mention.noun, lists.singular(mention.noun)))
        if kind == "person":
            entity.nouns = frozenset((mention.noun,))
        row = (
            lists.role(mention.noun)
            if kind == "person"
            else lists.rows("organizations").get(mention.noun)
            if kind == "organization"
            else None
        )
        if row is not None:
            entity.heads |= set(row["is"].split())
            entity.gender = row.get("gender", "")
        self._nameless[lower] = entity
        return entity

    def _kind(self, mention: Mention) -> SpeakerKind:
        if mention.kind in ("organization", "group", "document", "person"):
            return mention.kind
        if mention.kind in ("pronoun", "relative"):
            return "organization" if mention.pronoun == "n" else "group" if mention.pronoun in ("p", "") else "person"
        if mention.plural:
            return "group"
        return "document" if self.people.reading.words.texts[mention.head][:1].islower() else "organization"
