"""The persons and organisations that a page names, each once, under the fullest name that it has."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claimx import names
from claimx.names import lists

if TYPE_CHECKING:
    from claimx.model import SpeakerKind
    from claimx.names import Name
    from claimx.reading import Reading


@dataclass(eq=False, slots=True)
class Entity:
    """Somebody or something that can be a source. ``words`` are those of the fullest name, ``heads`` the nouns (in
    lower case) by which a text may call it, ``places`` the indices of its names on the page."""

    kind: SpeakerKind
    name: str
    words: tuple[str, ...] = ()
    gender: str = ""
    plural: bool = False
    role: str | None = None
    organization: str | None = None
    heads: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)
    """The nouns of a person's roles themselves; ``heads`` has what such a person can be called as well."""
    places: list[int] = field(default_factory=list)
    first: int = 0
    described: bool = False
    told: bool = False
    """Whether a title or pronoun, not the first name alone, tells the gender."""


class People:
    """All names of a page and whom they name. ``names[i]`` names ``owner[i]`` (None: nobody that we know of)."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.names = names.find(reading)
        self.owner: list[Entity | None] = [None] * len(self.names)
        self.firsts = [name.first for name in self.names]
        self.lasting = {name.last for name in self.names}
        self.starting = {name.first: index for index, name in enumerate(self.names)}
        self.persons: list[Entity] = []
        self.organizations: list[Entity] = []
        self._by_word: dict[str, list[Entity]] = {}
        self._by_key: dict[str, Entity] = {}
        self._titled = self._title_genders()
        self._full_names()
        self._short_names()

    def _title_genders(self) -> dict[str, set[str]]:
        """By surname, the genders of the titles that it stands with on the page."""
        found: dict[str, set[str]] = {}
        for name in self.names:
            gender = _title_gender(self.reading, name) if name.kind == "person" and name.role else ""
            if gender:
                found.setdefault(_key(_surname(name.words)), set()).add(gender)
        return found

    def _full_names(self) -> None:
        exact = {_joined(name.words) for name in self.names if name.kind == "person" and len(name.words) > 1}
        order = sorted(range(len(self.names)), key=lambda index: (-len(self.names[index].words), index))
        for index in order:
            name = self.names[index]
            if name.kind == "person" and len(name.words) > 1:
                short = _shorter(name, exact)
                self._own(index, self._merged(short) or self._new_person(short, name.first))
            elif name.kind in ("organization", "document") and len(name.words) > 1:
                self._own(index, self._organization(name))

    def _short_names(self) -> None:
        for index, name in enumerate(self.names):
            if self.owner[index] is not None:
                continue
            if name.kind == "person":
                found = self.called(name.words, name.first, _title_gender(self.reading, name))
                self._own(index, found or self._new_person(name.words, name.first))
            elif name.kind in ("unknown", "organization", "place"):
                found = self.called(name.words, name.first, "") or (self._abbreviated(name) if name.kind != "place" else None)
                if found is None and name.kind == "organization":
                    found = self._organization(name)
                if found is not None:
                    self._own(index, found)

    def _definite(self, name: Name) -> bool:
        """Whether "the" stands before a name that is a common noun with a capital ("the Observatory")."""
        return name.first > 0 and self.reading.words.lower(name.first - 1) == "the"

    def _own(self, index: int, entity: Entity) -> None:
        self.owner[index] = entity
        entity.places.append(index)
        name = self.names[index]
        if name.kind == "person" and name.role is not None and not entity.told:
            gender = _title_gender(self.reading, name)
            if gender:
                entity.gender, entity.told = gender, True
        entity.first = min(entity.first, name.first)

    def _new_person(self, words: tuple[str, ...], first: int) -> Entity:
        gender = lists.gender(words[0]) if len(words) > 1 else ""
        entity = Entity("person", " ".join(words), words, gender, first=first)
        self.persons.append(entity)
        for word in words:
            self._by_word.setdefault(_key(word), []).append(entity)
        self._by_key[_joined(words)] = entity
        return entity

    def _merged(self, words: tuple[str, ...]) -> Entity | None:
        """The person of a longer name that has all words of this one in order, if there is just one."""
        exact = self._by_key.get(_joined(words))
        if exact is not None:
            return exact
        alike = self._by_word.get(_key(_surname(words)), ())
        found = [entity for entity in alike if entity.kind == "person" and _shortens(words, entity.words)]
        if len(found) == 1:
            self._by_key[_joined(words)] = found[0]
            return found[0]
        return None

    def _organization(self, name: Name) -> Entity:
        key = _joined(name.words)
        entity = self._by_key.get(key)
        if entity is None and len(name.words) > 1:
            longer = [one for one in self._by_word.get(_key(name.words[-1]), ()) if one.kind != "person" and _tail(name.words, one.words)]
            entity = longer[0] if len(longer) == 1 else None
        if entity is None:
            kind: SpeakerKind = "document" if name.kind == "document" else "organization"
            entity = Entity(kind, " ".join(name.words), name.words, first=name.first, heads=_heads(name.words))
            self.organizations.append(entity)
            for word in name.words:
                self._by_word.setdefault(_key(word), []).append(entity)
        self._by_key[key] = entity
        return entity

    def adopt(self, index: int, kind: str) -> Entity:
        """A new entity for a name that no other name of the page explains."""
        name = self.names[index]
        known = self._by_key.get(_joined(name.words))
        if known is None:
            if kind == "organization" or name.kind in ("place", "demonym", "organization"):
                known = self._organization(name)
            else:
                known = self._new_person(name.words, name.first)
        self._own(index, known)
        return known

    def called(self, words: tuple[str, ...], at: int, gender: str) -> Entity | None:
        """Whom a short name means, by the full names of the page. None when in doubt."""
        last = _key(words[-1])
        found = [one for one in self._by_word.get(last, ()) if one.kind == "person" and _contains(words, one.words)]
        if gender:
            found = [one for one in found if self._may_be(one, gender)]
        by_surname = [one for one in found if _key(_surname(one.words)) == last]
        found = by_surname or found
        if len(found) > 1:
            found = self._introduced(found, at)
        return found[0] if len(found) == 1 else None

    def _may_be(self, person: Entity, gender: str) -> bool:
        """Whether a title's gender can be a person's: it outweighs the first name unless the page has the other title too."""
        if not person.gender or person.gender == gender:
            return True
        if len(self._titled.get(_key(_surname(person.words)), ())) > 1 or person.told:
            return False
        return len(self._by_word.get(_key(_surname(person.words)), ())) == 1

    def _introduced(self, found: list[Entity], at: int) -> list[Entity]:
        """Of several persons of one surname, the one introduced before this name, or just before it."""
        before = [one for one in found if one.first < at]
        if len(before) < 2:
            return before
        latest = {id(one): max(place for place in one.places if self.names[place].first < at) for one in before}
        near = sorted(before, key=lambda one: -latest[id(one)])
        gap = self.names[latest[id(near[0])]].first
        other = self.names[latest[id(near[1])]].first
        return near[:1] if at - gap < _NEAR <= at - other else []

    def _abbreviated(self, name: Name) -> Entity | None:
        """The organisation whose initials or shortened name this is."""
        if len(name.words) == 1:
            short = name.words[0].replace(".", "")
            longer = [one for one in self.organizations if len(one.words) > 1 and _abbreviates(short, one.words)]
            if longer:
                return min(longer, key=lambda one: len(one.words))
        if name.kind == "unknown" or len(name.words) > 1 or self._definite(name):
            alike = self._by_word.get(_key(name.words[-1]), ())
            found = [
                one for one in alike if one.kind == "organization" and len(one.words) > len(name.words) and _contains(name.words, one.words)
            ]
            return found[0] if len(found) == 1 else None
        return None

    def organization(self, text: str) -> Entity | None:
        """The organisation of a name or abbreviation."""
        found = self._by_key.get(_joined(tuple(text.split())))
        if found is None and " " not in text:
            short = text.replace(".", "")
            found = next((one for one in self.organizations if len(one.words) > 1 and _abbreviates(short, one.words)), None)
        return found if found is not None and found.kind != "person" else None

    def meant(self, noun: str, at: int) -> Entity | None:
        """The organisation that a noun refers to at a token ("the ministry"): the last one before it that is such."""
        best, where = None, -1
        for one in self.organizations:
            if noun in one.heads:
                before = [self.names[place].first for place in one.places if self.names[place].first < at]
                if before and max(before) > where:
                    best, where = one, max(before)
        return best

    def is_person(self, words: tuple[str, ...]) -> bool:
        """Whether a name is a person's, though it may be unclear whose."""
        return any(one.kind == "person" and _contains(words, one.words) for one in self._by_word.get(_key(words[-1]), ()))


_NEAR = 120


def _shorter(name: Name, exact: set[str]) -> tuple[str, ...]:
    """A name without common words behind it that only a headline's capitals joined to it ("Velton Explained")."""
    words, size = name.words, len(name.words)
    while size > 2 and name.rare[size - 1] == "." and not lists.is_first_name(words[size - 1]):
        size -= 1
        if _joined(words[:size]) in exact:
            return words[:size]
    return words


def _key(word: str) -> str:
    return lists.fold(word).lower().rstrip(".")


def _joined(words: tuple[str, ...]) -> str:
    return " ".join(map(_key, words))


def _surname(words: tuple[str, ...]) -> str:
    return next((word for word in reversed(words) if _key(word) not in ("jr", "sr", "ii", "iii", "iv")), words[-1])


def _contains(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the words of a short name stand together in a longer one ("Abdel Velton" in "Rami Abdel Velton")."""
    parts, whole = [_key(word) for word in short], [_key(word) for word in long]
    return any(whole[at : at + len(parts)] == parts for at in range(len(whole) - len(parts) + 1))


def _tail(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return len(short) < len(long) and [_key(word) for word in short] == [_key(word) for word in long[-len(short) :]]


def _shortens(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a name can be the same person's with words left out or as initials ("John Velton" of "John Q. Velton")."""
    at = 0
    for word in short:
        while at < len(long) and not _same_word(word, long[at]):
            at += 1
        if at == len(long):
            return False
        at += 1
    return True


def _same_word(one: str, other: str) -> bool:
    a, b = _key(one), _key(other)
    return a == b or (one.endswith(".") and len(a) == 1 and b.startswith(a)) or (other.endswith(".") and len(b) == 1 and a.startswith(b))


def _abbreviates(short: str, words: tuple[str, ...]) -> bool:
    if short.isupper() and 2 <= len(short) <= 6:
        large = "".join(word[0] for word in words if word[0].isupper())
        every = "".join(part[0] for word in words for part in word.split("-") if part).upper()
        return short in (large, every)
    return 3 <= len(short) <= 4 and any(
        word.startswith(short) and word[: len(short) + 1] != word and len(word) > len(short) + 2 for word in words
    )


def _title_gender(reading: Reading, name: Name) -> str:
    """The gender that a title or role before a name tells ("Mrs.", "Congresswoman")."""
    if name.role is None:
        return ""
    for index in range(*name.role):
        word = reading.words.lower(index)
        row = lists.rows("titles").get(word) or lists.rows("roles").get(word)
        if row is not None and row["gender"]:
            return row["gender"]
    return ""


def _heads(words: tuple[str, ...]) -> set[str]:
    """The nouns by which a text may refer to an organisation: its own words, and what its head can be called."""
    found = {word.lower() for word in words if word[0].isupper()}
    known = lists.rows("known").get(" ".join(words).lower())
    if known is not None:
        found.update(known["is"].split())
    table = lists.rows("organizations")
    glue = next((at for at, word in enumerate(words) if at and word.islower()), len(words))
    for head in (words[glue - 1], words[-1]):
        row = table.get(head.lower())
        if row is not None:
            found.update(row["is"].split())
            break
    return found


def typed(entity: Entity) -> bool:
    """Whether it is known what kind of organisation this is."""
    return bool(entity.heads - {word.lower() for word in entity.words})
