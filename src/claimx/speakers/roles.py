"""The role and organisation of a person from what stands around his name: prefix, possessive, apposition."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimx.names import lists

if TYPE_CHECKING:
    from claimx.names import Name
    from claimx.reading import Reading
    from claimx.speakers.people import Entity, People

_FORMER = frozenset(("former", "ex", "then", "acting", "senior", "deputy", "top", "veteran", "longtime", "outgoing", "incoming", "retired"))
_MOST_LEFT = 14
_MOST_RIGHT = 30


@dataclass(frozen=True, slots=True)
class Office:
    """What somebody is: ``role`` and ``organization`` as written, ``head`` the role's noun in lower case."""

    role: str | None
    organization: str | None
    head: str | None
    owner: tuple[int, int] | None = None
    """The tokens of the organisation."""


NONE = Office(None, None, None)


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
    first = _phrase_start(people, name.first)
    return office(people, first, name.name[0])


def _of_lead(people: People, name: Name) -> Office:
    """ "chief executive of Velton Foods Debra Harlan": a role before the organisation that leads the name."""
    assert name.lead is not None
    at = name.first - 1
    owner = (name.lead[0], name.name[0])
    text = people.reading.words.phrase(*owner)
    if at > 0 and people.reading.tags[at] == "I":
        base = office(people, _phrase_start(people, at), at)
        if base.role is not None:
            return Office(base.role, text, base.head, owner)
    return NONE


def _phrase_start(people: People, at: int) -> int:
    """Where the noun phrase before a token starts; "secretary of state" and names with "of" in them are gone through."""
    tags, limit = people.reading.tags, max(0, at - _MOST_LEFT)
    first = at
    while first > limit:
        before = first - 1
        if tags[before] in "DHJNSP#nG'-":
            first = before
            continue
        name = name_at(people, before)
        if name is not None and name.first < before:
            first = name.first
        elif tags[before] == "I" and within_office(people, before):
            first = before - 1
        else:
            break
    return max(first, 0)


def within_office(people: People, at: int) -> bool:
    """Whether a preposition stands within an office of several words ("secretary of state")."""
    words = people.reading.words
    return at > 0 and words.phrase(at - 1, at + 2).lower() in lists.rows("roles")


def office(people: People, first: int, last: int) -> Office:
    """The role in the tokens FIRST to LAST, which end with the role ("the ministry's deputy spokesman")."""
    reading = people.reading
    words, tags = reading.words, reading.tags
    head = next((index for index in range(last - 1, first - 1, -1) if _is_office(words.lower(index))), None)
    if head is None:
        return NONE
    start, owner = _role_start(people, first, head)
    end = last
    while end > head + 1 and tags[end - 1] in ",-'\"":
        end -= 1
    kept = _without_courtesy(reading, start, end)
    if kept is None:
        return Office(None, _organization_text(people, owner), None, owner)
    former = [words.text(index) for index in range(first, start) if words.lower(index) in _FORMER]
    role = " ".join((*former, words.phrase(*kept)))
    return Office(role, _organization_text(people, owner), words.lower(head), owner)


def _is_office(word: str) -> bool:
    row = lists.role(word)
    if row is not None and "generic" not in row["classes"] and row["form"].lower() == word:
        return True
    return word in lists.rows("titles")


def _role_start(people: People, first: int, head: int) -> tuple[int, tuple[int, int] | None]:
    """Where the role starts, and the tokens of the organisation before it."""
    reading = people.reading
    tags, words = reading.tags, reading.words
    start = head
    if lists.role(words.text(head)) is None:
        return start, None  # a title alone takes no modifier
    while start > first:
        before = start - 1
        if tags[before] in "DH',#nG" or _names_organization(people, before):
            break
        start = before
    owner_end = start
    if owner_end > first and tags[owner_end - 1] == "'":
        owner_end -= 1
        owner_first = _phrase_start(people, owner_end)
        return start, (max(first, owner_first), owner_end)
    if owner_end > first and tags[owner_end - 1] not in "DH,":
        name = name_at(people, owner_end - 1)
        if name is not None:
            end = min(start, name.last)
            if name.role is not None and name.lead is not None and name.role[0] <= start:
                end = name.lead[1]
            return start, (name.first, end)
    if start < head and words.lower(start) == "-":
        start += 1
    return start, None


def name_at(people: People, token: int) -> Name | None:
    """The name that a token is in."""
    for back in range(token, max(-1, token - 16), -1):
        index = people.starting.get(back)
        if index is not None:
            name = people.names[index]
            return name if name.last > token else None
    return None


def _names_organization(people: People, token: int) -> bool:
    """Whether a token belongs to the name of an organisation, a place or a nation that stands before a role."""
    if people.reading.tags[token] not in "PNSJ-":
        return False
    name = name_at(people, token)
    if name is None:
        return False
    if name.role is not None and name.lead is not None:
        return token < name.lead[1]
    return name.role is None


def _without_courtesy(reading: Reading, first: int, last: int) -> tuple[int, int] | None:
    """A role's tokens without Mr., Dr. and the like; None if nothing is left."""
    titles = lists.rows("titles")

    def courtesy(index: int) -> bool:
        row = titles.get(reading.words.lower(index))
        return row is not None and "courtesy" in row["classes"] and reading.words.lower(index) not in lists.rows("roles")

    while first < last and (courtesy(first) or reading.tags[first] in "DH,-'"):
        first += 1
    while last > first and (courtesy(last - 1) or reading.tags[last - 1] in "DH,"):
        last -= 1
    return (first, last) if first < last else None


def _organization_text(people: People, owner: tuple[int, int] | None) -> str | None:
    """The organisation's name: in full where the page has it so; the country that an adjective stands for."""
    if owner is None or owner[0] >= owner[1]:
        return None
    reading = people.reading
    text = strip_article(reading.words.phrase(*owner))
    lower = text.lower()
    if lower in ("country", "nation"):
        return country(people, owner[0])
    if lower in ("his", "her", "their", "its", "my", "our"):
        return None
    row = lists.rows("nations").get(lower)
    if row is not None:
        return row["country"] or None
    name = name_at(people, owner[1] - 1)
    if name is not None and name.first >= owner[0]:
        entity = people.owner[people.starting[name.first]]
        if name.lead is not None and owner[1] <= name.lead[1]:  # the organisation leads the person's own name
            known = people.organization(text)
            return known.name if known is not None else text
        if (entity is not None and entity.kind == "person") or people.is_person(name.words):
            return None
        if entity is not None and name.name == (name.first, name.last) and name.first == owner[0]:
            return entity.name
    elif lower.rpartition(" ")[2] in lists.rows("organizations"):
        found = people.meant(lower.rpartition(" ")[2], owner[0])
        return found.name if found is not None else text
    return text or None


def strip_article(text: str) -> str:
    """A phrase without the article or possessive that it starts with."""
    first, _, rest = text.partition(" ")
    return rest if rest and first.lower() in _ARTICLES else text


_ARTICLES = frozenset("the a an this that these those his her its their our my".split())


def country(people: People, at: int) -> str | None:
    """The country that "the country" means: the one that the page names or calls by its adjective most often up to there."""
    counts: dict[str, int] = {}
    nations = lists.rows("nations")
    for name in people.names:
        if name.first >= at and counts:
            break
        row = nations.get(people.reading.words.phrase(name.first, name.last).lower())
        if row is None and name.lead is not None:
            row = nations.get(people.reading.words.phrase(*name.lead).lower())
        if row is None:
            row = nations.get(name.words[0].lower()) if name.words else None
        if row is not None and row["country"]:
            weight = 2 if "demonym" in row["classes"] else 1
            counts[row["country"]] = counts.get(row["country"], 0) + weight
    return max(counts, key=lambda one: counts[one]) if counts else None


def _after(people: People, name: Name) -> Office:
    """An apposition behind the name ("Velton, a spokesman for the ministry,") or "of X"."""
    reading = people.reading
    tags, words = reading.tags, reading.words
    at = name.last
    if tags[at : at + 1] == "(":
        closing = tags.find(")", at, at + 8)
        at = closing + 1 if closing >= 0 else at
    if tags[at : at + 1] == "I" and words.lower(at) in ("of", "from", "with", "at"):
        organization = _phrase_behind(people, at + 1)
        return Office(None, _organization_text(people, organization), None, organization) if organization else NONE
    if tags[at : at + 1] not in (",", ":", "-"):
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
    while end > at and tags[end - 1] in "DHR#'":
        end -= 1
    if end <= at or not lists.role(words.text(end - 1)):
        return NONE
    if lists.singular(words.lower(end - 1)) != words.lower(end - 1):
        return NONE
    base = office(people, at, end)
    if base.role is None:
        return base
    return with_complements(people, base, end)


def with_complements(people: People, base: Office, at: int) -> Office:
    """Add "of X", "for Y", "at Z" behind a role: the last named one is the organisation, the others belong to the role."""
    reading = people.reading
    words, tags = reading.words, reading.tags
    parts: list[tuple[int, tuple[int, int]]] = []
    start, limit = at, at + _MOST_RIGHT
    while at < min(limit, len(tags) - 1) and tags[at] == "I" and words.lower(at) in _COMPLEMENTS:
        phrase = _phrase_behind(people, at + 1)
        if phrase is None:
            break
        parts.append((at, phrase))
        at = phrase[1]
        if tags[at : at + 1] == "K" and tags[at + 1 : at + 2] in ("P", "N", "D") and words.lower(at) in ("and", "&"):
            further = _phrase_behind(people, at + 1)
            if further and not lists.role(words.text(further[1] - 1)):
                parts[-1] = (parts[-1][0], (phrase[0], further[1]))
                at = further[1]
    if not parts:
        return base
    if base.organization is not None:
        return Office(f"{base.role} {words.phrase(start, parts[-1][1][1])}", base.organization, base.head, base.owner)
    named = [(prep, phrase) for prep, phrase in parts if _is_named(people, phrase)]
    row = lists.role(base.head or "")
    if not named or (row is not None and "work" in row["classes"]):
        return Office(f"{base.role} {words.phrase(start, parts[-1][1][1])}", None, base.head)
    prep, phrase = named[-1] if words.lower(named[-1][0]) not in ("in", "on", "to", "from") else named[0]
    role = base.role if prep == start else f"{base.role} {words.phrase(start, prep)}"
    return Office(role, _organization_text(people, phrase), base.head, phrase)


_COMPLEMENTS = frozenset("of for at with in on to from by".split())


def _is_named(people: People, phrase: tuple[int, int]) -> bool:
    """Whether a phrase is, or ends in, the name of something, or a noun for an organisation."""
    return any(token in people.starting for token in range(*phrase)) or people.reading.words.lower(phrase[1] - 1) in lists.rows(
        "organizations"
    )


def _phrase_behind(people: People, at: int) -> tuple[int, int] | None:
    """The noun phrase that starts at a token, with the whole of a name in it."""
    reading = people.reading
    tags = reading.tags
    end, first = at, at
    while end < len(tags) and end - at < _MOST_LEFT:
        index = people.starting.get(end)
        if index is not None:
            end = people.names[index].last
        elif tags[end] in "DHJNSPnG#'-$":
            end += 1
        else:
            break
    while end > first and tags[end - 1] in "DHG'-":
        end -= 1
    return (first, end) if end > first else None


def learn(entity: Entity, role: str | None) -> None:
    """Add to a person the nouns of a role, and those by which a text may call its bearer."""
    parts = (role or "").lower().split()
    for size in (1, 2, 3):
        for at in range(len(parts) - size + 1):
            text = " ".join(parts[at : at + size])
            title = lists.rows("titles").get(text)
            if title is not None:
                entity.nouns.update(title["is"].split()[:1])
                entity.heads.update(title["is"].split())
            row = lists.role(text)
            if row is not None:
                entity.nouns.add(row["form"].lower())
                entity.heads.update((row["form"].lower(), *row["is"].lower().split()))


def describe(people: People, entity: Entity) -> None:
    """Find the role and organisation of a named person: of all places that name him the first that says most."""
    entity.described = True
    best, most = NONE, 0
    for place in sorted(entity.places):
        name = people.names[place]
        if name.role is not None:
            learn(entity, people.reading.words.phrase(*name.role))
        office = of_name(people, people.names[place])
        told = (office.organization is not None) + (office.role is not None)
        if office.role is not None and office.role.lower() not in lists.rows("titles"):
            told += 2
        if told > most:
            best, most = office, told
        learn(entity, office.role)
    if best.role is not None and entity.role is None:
        entity.role = best.role
    if best.organization is not None and entity.organization is None:
        entity.organization = best.organization
