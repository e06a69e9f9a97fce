"""The persons and organisations that a page names, each once, under the fullest name that it has."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from claimx import names
from claimx.names import lists
from claimx.speakers import brackets, genders, roles, spelling
from claimx.speakers.entity import Entity, organization

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimx.names import Name
    from claimx.reading import Reading

Words = tuple[str, ...]
_IN_FULL = frozenset(("person", "organization", "document", "unknown"))
"""Kinds of names of several words that are somebody's or something's full name."""
_UNEXPLAINED = frozenset(("demonym", "role", "document"))
"""Kinds of names that no longer name on the page explains."""
_NEAR = 120
"""Tokens behind a full name within which a bare surname means its bearer, though others have that surname too."""
_MOST_ALIKE = 40
"""Bearers of one word that are looked through; bounds the work on pages of one name repeated."""
_WINDOW = 400
"""Names before a token that are looked through for what it refers to."""


class People:
    """All names of a page and whom they name. ``names[i]`` names ``owner[i]`` (None: nobody that we know of)."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.names = names.find(reading)
        self.owner: list[Entity | None] = [None] * len(self.names)
        self.firsts = [name.first for name in self.names]
        self.starting = dict(zip(self.firsts, range(len(self.firsts)), strict=True))
        self.persons: list[Entity] = []
        self.organizations: list[Entity] = []
        self._by_word: dict[str, list[Entity]] = {}
        self._by_key: dict[str, Entity] = {}
        self._short: dict[str, Entity] = {}
        self._explained: dict[tuple[str, Words, bool], Entity | None] = {}
        self._genders, self._titled = genders.of_titles(reading, self.names)
        self._full_names()
        self._short_names()

    # ------------------------------------------------------------------------------------------------ building

    def _full_names(self) -> None:
        """The names of several words, the longest first, so that shorter ones join them."""
        every = self.names
        several = [index for index, name in enumerate(every) if len(name.words) > 1 and name.kind in _IN_FULL]
        several.sort(key=lambda index: len(every[index].words), reverse=True)
        settled: dict[tuple[str, Words], Entity] = {}
        strangers: list[int] = []
        for index in several:
            name = every[index]
            key = name.kind, name.words
            entity = settled.get(key)
            if entity is None:
                entity = self._full(name)
                if entity is not None:
                    settled[key] = entity
            if entity is not None:
                self._own(index, name, entity)
            elif name.kind == "unknown" and name.rare[0] == "x":
                strangers.append(index)
        for index in strangers:  # a relative, of whom no word tells that it is a name
            name = every[index]
            if self.is_person(name.words[-1:]):
                self._own(index, name, self._merged(name.words) or self._person(name.words, name.first))
        for one in sorted(self.organizations, key=lambda one: len(one.words)):
            if len(one.words) > 1:
                for abbreviation in spelling.abbreviations(one.words):
                    self._short.setdefault(abbreviation, one)
        for short, entity, text in brackets.long_forms(self):
            self._short[short], entity.name = entity, text

    def _full(self, name: Name) -> Entity | None:
        if name.kind == "person" or (name.kind in ("organization", "unknown") and self._personal(name)):
            words = self._shorter(name)
            return self._merged(words) or self._person(words, name.first)
        return self._organization(name) if name.kind != "unknown" else None

    def _personal(self, name: Name) -> bool:
        """Whether what stands around a name of common words makes it a person's ("Teal Baker, a spokesman for Velton")."""
        if name.sure or not 2 <= len(name.words) <= 3:
            return False
        tags, at = self.reading.tags, name.last
        introduced = tags[at : at + 1] == "," or (name.first > 0 and tags[name.first - 1] in "NSJ")
        return introduced and (tags[at : at + 3] == ",#," or roles.of_name(self, name).role is not None)

    def _short_names(self) -> None:
        """The names of one word, and those that only a longer one explains."""
        owner, by_word, short = self.owner, self._by_word, self._short
        for index, name in enumerate(self.names):
            kind, words = name.kind, name.words
            if owner[index] is not None or kind in _UNEXPLAINED:
                continue
            if kind == "person":
                found = self.called(words, name.first, self._genders.get(index, "")) or self._in_office(name)
                self._own(index, name, found or self._person(words, name.first))
            # most words are strange: no person has them and no organisation is shortened to them
            elif kind == "organization" or spelling.key(words[-1]) in by_word or (kind == "unknown" and words[0].replace(".", "") in short):
                self._explain(index, name)

    def _shorter(self, name: Name) -> Words:
        """A name without common words behind it that only a headline's capitals joined to it ("Ella Velton Explained")."""
        words, size = name.words, len(name.words)
        while size > 2 and name.rare[size - 1] == "." and not lists.is_first_name(words[size - 1]):
            size -= 1
            if spelling.joined(words[:size]) in self._exact:
                return words[:size]
        return words

    @cached_property
    def _exact(self) -> set[str]:
        """The persons' names of several words, as they are compared."""
        return {spelling.joined(name.words) for name in self.names if name.kind == "person" and len(name.words) > 1}

    def _in_office(self, name: Name) -> Entity | None:
        """Of several bearers of a surname, the one that the page gives the office that stands before it ("Mayor Velton")."""
        if name.role is None:
            return None
        office = self.reading.words.phrase(*name.role).lower()
        found = []
        for one in self._persons(name.words[-1]):
            if spelling.contains(name.words, one.words):
                roles.describe(self, one)
                if office in one.nouns or office == (one.role or "").lower():
                    found.append(one)
        return found[0] if len(found) == 1 else None

    def _explain(self, index: int, name: Name) -> None:
        """Find whom a word or a shortened name means. What no place of the page can change is asked once."""
        key = (name.kind, name.words, name.kind == "organization" and self._definite(name))
        if key in self._explained:
            found = self._explained[key]
        else:
            persons = self._persons(name.words[-1])
            found = self._one_of(persons, name.words, name.first, "") if persons else None
            if found is None and name.kind != "place":
                found = self._abbreviated(name)
            if found is None and name.kind == "organization":
                found = self._organization(name)
            if len(persons) < 2:  # else it depends on the place
                self._explained[key] = found
        if found is not None:
            self._own(index, name, found)

    def _own(self, index: int, name: Name, entity: Entity) -> None:
        self.owner[index] = entity
        entity.places.append(index)
        if len(name.words) > 1 and entity.name.isupper() and len(name.words) == len(entity.words):  # a headline's capitals
            entity.words, entity.name = name.words, " ".join(name.words)
        if index in self._genders and not entity.told:
            entity.gender, entity.told = self._genders[index], True
        if name.first < entity.first:
            entity.first = name.first

    def _person(self, words: Words, first: int) -> Entity:
        entity = Entity("person", " ".join(words), words, lists.gender(words[0]) if len(words) > 1 else "", first=first)
        self.persons.append(entity)
        self._enter(entity)
        return entity

    def _enter(self, entity: Entity) -> None:
        by_word = self._by_word
        for word in spelling.keys(entity.words):
            if word in by_word:
                by_word[word].append(entity)
            else:
                by_word[word] = [entity]
        self._by_key[spelling.joined(entity.words)] = entity

    def _bearers(self, word: str) -> list[Entity]:
        return self._by_word.get(spelling.key(word), [])[:_MOST_ALIKE]

    def _persons(self, word: str) -> list[Entity]:
        """The persons in whose names a word stands."""
        found = self._by_word.get(spelling.key(word))
        return [one for one in found[:_MOST_ALIKE] if one.kind == "person"] if found is not None else []

    def _merged(self, words: Words) -> Entity | None:
        """The person of a longer name that has all words of this one in order, if there is just one."""
        key = spelling.joined(words)
        exact = self._by_key.get(key)
        if exact is not None:
            return exact
        found = [one for one in self._persons(spelling.surname(words)) if spelling.shortens(words, one.words)]
        if len(found) != 1:
            return None
        self._by_key[key] = found[0]
        return found[0]

    def _organization(self, name: Name) -> Entity:
        key = spelling.joined(name.words)
        entity = self._by_key.get(key)
        if entity is None and len(name.words) > 1:
            longer = [one for one in self._bearers(name.words[-1]) if one.kind != "person" and spelling.cuts(name.words, one.words)]
            entity = longer[0] if len(longer) == 1 else None
        if entity is None:
            entity = organization("document" if name.kind == "document" else "organization", name.words, name.first)
            if name.kind == "document":
                entity.name = self._title(name)
            self.organizations.append(entity)
            self._enter(entity)
        self._by_key[key] = entity
        return entity

    def _title(self, name: Name) -> str:
        """A document's name with its year and whose it is ("the Road Fund's 2011 Report on Bridges")."""
        tags, first = self.reading.tags, name.first
        if first > 1 and tags[first - 1] == "#":
            first -= 1
        owner = self.name_at(first - 2) if first > 1 and tags[first - 1] == "'" else None
        return self.reading.words.phrase(owner.first if owner is not None else first, name.last)

    # ------------------------------------------------------------------------------------------------ asking

    def adopt(self, index: int, kind: str) -> Entity:
        """A new entity for a name that no other name of the page explains."""
        name = self.names[index]
        known = self._by_key.get(spelling.joined(name.words))
        if known is None:
            body = name.kind in ("place", "demonym", "organization") and not self.is_person(name.words)
            if kind == "organization" or body:
                known = self._organization(name)
            else:
                known = self._person(name.words, name.first)
                known.unsure = len(name.words) == 1 and name.kind == "unknown" and not lists.is_first_name(name.words[0])
        self._own(index, name, known)
        return known

    def known(self, words: Words, at: int) -> Entity | None:
        """A well-known organisation or nation whose name no run of capitals shows, as a sentence starts with it ("China")."""
        text = " ".join(words).lower()
        nation = lists.rows("nations").get(text)
        if text not in lists.rows("known") and (nation is None or "nation" not in nation["classes"].split()):
            return None
        entity = organization("organization", words, at)
        self.organizations.append(entity)
        self._enter(entity)
        return entity

    def called(self, words: Words, at: int, gender: str) -> Entity | None:
        """Whom a short name means at a token, by the full names of the page. None when in doubt."""
        persons = self._persons(words[-1])
        return self._one_of(persons, words, at, gender) if persons else None

    def _one_of(self, persons: list[Entity], words: Words, at: int, gender: str) -> Entity | None:
        found = [one for one in persons if spelling.contains(words, one.words)]
        if gender and found:
            found = [one for one in found if self._may_be(one, gender)]
        if len(found) < 2:
            return found[0] if found else None
        last = spelling.key(words[-1])
        found = [one for one in found if spelling.key(spelling.surname(one.words)) == last] or found
        if len(found) > 1:
            found = self._introduced(found, at)
        return found[0] if len(found) == 1 else None

    def _may_be(self, person: Entity, gender: str) -> bool:
        """Whether a title's gender can be a person's: it outweighs the first name unless the page has the other title too."""
        if not person.gender or person.gender == gender:
            return True
        if len(self._titled.get(spelling.key(spelling.surname(person.words)), ())) > 1 or person.told:
            return False
        return len(self._bearers(spelling.surname(person.words))) == 1

    def _introduced(self, found: list[Entity], at: int) -> list[Entity]:
        """Of several persons of one surname, the one introduced before this token, or the one named just before it."""
        before = [one for one in found if one.first < at]
        if len(before) < 2:
            return before
        latest: dict[Entity, int] = {}
        wanted = set(before)
        for name, one in self.back(at):
            if one in wanted:
                latest[one] = name.first
                wanted.remove(one)
                if not wanted:
                    break
        near = sorted(before, key=lambda one: -latest.get(one, -1))
        gap, other = (at - latest.get(one, -_NEAR) for one in near[:2])
        return near[:1] if gap < _NEAR <= other else []

    def back(self, at: int) -> Iterator[tuple[Name, Entity]]:
        """The names before a token that have an owner, the nearest first, as far back as is worth looking."""
        for index in islice(range(bisect_left(self.firsts, at) - 1, -1, -1), _WINDOW):
            entity = self.owner[index]
            if entity is not None:
                yield self.names[index], entity

    def between(self, start: int, at: int) -> list[tuple[Name, Entity]]:
        """The same from a token START on."""
        end = bisect_left(self.firsts, at)
        first = max(bisect_left(self.firsts, start), end - _WINDOW, 0)
        found = [(name, one) for name, one in zip(self.names[first:end], self.owner[first:end], strict=True) if one is not None]
        found.reverse()
        return found

    def _abbreviated(self, name: Name) -> Entity | None:
        """The organisation whose initials or shortened name this is."""
        if len(name.words) == 1:
            longer = self._short.get(name.words[0].replace(".", ""))
            if longer is not None and longer.words != name.words:
                return longer
        if name.kind == "unknown" or name.sure or len(name.words) > 1 or self._definite(name):
            alike = [one for one in self._bearers(name.words[-1]) if one.kind == "organization" and len(one.words) > len(name.words)]
            found = [one for one in alike if spelling.contains(name.words, one.words)]
            if " ".join(name.words).lower() in lists.rows("known"):  # the UN is not the UN Refugee Agency
                found = [one for one in found if spelling.cuts(name.words, one.words)]
            if name.words[-1].lower() in lists.organizations():  # "the House" is not the White House
                found = [one for one in found if one.name.lower() not in lists.rows("known")]
            return found[0] if len(found) == 1 else None
        return None

    def _definite(self, name: Name) -> bool:
        """Whether "the" stands before a name that is a common noun with a capital ("the Observatory")."""
        return name.first > 0 and self.reading.words.lowers[name.first - 1] == "the"

    def organization(self, text: str) -> Entity | None:
        """The organisation of a name or abbreviation."""
        found = self._by_key.get(spelling.joined(tuple(text.split()))) or self._short.get(text.replace(".", ""))
        return found if found is not None and found.kind != "person" else None

    def meant(self, noun: str, at: int) -> Entity | None:
        """The organisation that a noun refers to at a token ("the ministry"): the last one before it that is such."""
        return next((one for _, one in self.back(at) if one.kind == "organization" and noun in one.heads), None)

    def is_person(self, words: Words) -> bool:
        """Whether a name is a person's, though it may be unclear whose."""
        persons = self._persons(words[-1])
        return bool(persons) and any(spelling.contains(words, one.words) for one in persons)

    def name_at(self, token: int) -> Name | None:
        """The name that a token is in."""
        index = bisect_left(self.firsts, token + 1) - 1
        return self.names[index] if index >= 0 and self.names[index].last > token else None
