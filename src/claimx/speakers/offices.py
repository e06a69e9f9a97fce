"""Offices: the role and the organisation that a stretch of tokens gives ("the ministry's deputy spokesman").

The role is the last role noun with its modifiers; what is named or possesses before it is the organisation, else what
follows with a preposition ("director of research at Velton Foods").
"""

from __future__ import annotations

from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

import msgspec

from claimx.names import lists
from claimx.names.memory import remembered

if TYPE_CHECKING:
    from claimx.reading import Reading
    from claimx.speakers.people import People
    from claimx.words import Words

Tokens = tuple[int, int]
_FORMER = frozenset(("former", "ex", "then", "acting", "senior", "deputy", "top", "veteran", "longtime", "outgoing", "incoming", "retired"))
_COMPLEMENTS = frozenset("of for at with in on to from by".split())
_ARTICLES = frozenset("the a an this that these those".split())
_NO_START = frozenset(("-", "year", "old"))
_POSSESSIVES = frozenset("his her their its my our your".split())
_BODIES = frozenset(
    """ministry department agency army navy military police government administration company firm bank university hospital
    school church party court embassy commission committee council union group team club parliament palace treasury
    airline kremlin pentagon""".split()
)
"""Common nouns for bodies that a role may stand behind ("ministry spokesman")."""
_PUBLIC = frozenset(
    """official politician leader lawmaker minister officer soldier diplomat judge monarch royal chairman chairwoman director
    coach""".split()
)
"""What the bearer of a role is if a country or town can be what he holds it in."""
_BEFORE_HEAD = frozenset("DHJNSP#nG'-")
"""Parts of speech that stand before the head of a noun phrase."""
SIGNS = frozenset(',.:"()')
"""Those that neither a name nor an office goes on over."""
_MOST_LEFT = 14
_MOST_RIGHT = 30
_MOST_NAMES = 200


class Office(msgspec.Struct, frozen=True, gc=False):
    """What somebody is: ``role`` and ``organization`` as written, ``head`` the role's noun in lower case."""

    role: str | None
    organization: str | None
    head: str | None
    owner: Tokens | None = None
    """The tokens of the organisation."""


NONE = Office(None, None, None)


def office(people: People, first: int, last: int) -> Office:
    """The role in the tokens FIRST to LAST, which end with the role ("the ministry's deputy spokesman")."""
    if first >= last:
        return NONE
    reading = people.reading
    words, tags = reading.words, reading.tags
    head, end = _head(people, first, last)
    if head is None:
        return NONE
    start, owner = _role_start(people, first, head)
    while end > head + 1 and tags[end - 1] in ",-'\"":
        end -= 1
    kept = _without_courtesy(reading, start, end)
    if kept is None:
        return Office(None, organization_text(people, owner), None, owner)
    role = words.phrase(*kept)
    if start > first:
        role = " ".join((*(words.texts[index] for index in range(first, start) if words.lowers[index] in _FORMER), role))
    if owner is not None and not _public(words.lowers[head]) and _is_place(people, owner):
        adjective = f"{words.phrase(*owner)} " if tags[owner[1]] != "'" else ""
        return Office(f"{adjective}{role}", None, words.lowers[head])  # "an English professor"
    return Office(role, organization_text(people, owner), words.lowers[head], owner)


def _public(head: str) -> bool:
    """Whether a role is held in a country or a town: a minister's, not a farmer's."""
    row = lists.role(head) or lists.rows("titles").get(head)
    return row is None or head in _PUBLIC or bool(_PUBLIC & set(row["is"].split()))


def _is_place(people: People, tokens: Tokens) -> bool:
    """Whether tokens name a nation, a people or a town."""
    text = strip_article(people.reading.words.phrase(*tokens)).lower()
    return text in lists.rows("nations") or text in lists.places()


def _head(people: People, first: int, last: int) -> tuple[int | None, int]:
    """The head of the last role among the tokens and the end of the role's words: a rank behind a role is left out
    ("spokesman Maj. Gen."), and stands for one where there is none."""
    lowers, tags, titles = people.reading.words.lowers, people.reading.tags, lists.rows("titles")
    title: int | None = None
    end = last
    for index in range(last - 1, first - 1, -1):
        word = lowers[index]
        if word in titles and lists.role(word) is None:
            title = index if title is None else title
            end = index
        elif is_office(word):
            return index, max(end, index + 1)
        elif tags[index] in ",'DH":
            break
    return title, last


@remembered(20_000)
def is_office(word: str) -> bool:
    """Whether a word in lower case is an office or a title, not a noun for anybody ("official")."""
    row = lists.role(word)
    if row is not None and "generic" not in row["classes"] and row["form"].lower() == word:
        return True
    return word in lists.rows("titles")


def _role_start(people: People, first: int, head: int) -> tuple[int, Tokens | None]:
    """Where the role starts, and the tokens of the organisation before it."""
    reading = people.reading
    tags, words = reading.tags, reading.words
    start = head
    title = lists.rows("titles").get(words.lowers[head], {}) if lists.role(words.texts[head]) is None else {}
    if "courtesy" in title.get("classes", ""):
        return start, None
    while start > first:
        before = start - 1
        if title and words.lowers[before] not in lists.rows("titles") and words.lowers[before] not in _FORMER:
            break  # a rank takes no other modifier
        if _is_body(people, before, head):
            named = people.name_at(before - 1) if before > first else None
            return start, (named.first if named is not None else before, start)  # "Velton ministry spokesman"
        if tags[before] in "DH',#nG" or _names_organization(people, before):
            break
        start = before
    owner_end = start
    if owner_end > first and tags[owner_end - 1] == "'":
        owner_end -= 1
        owner_first = phrase_start(people, owner_end)
        return start, (max(first, owner_first), owner_end)
    if owner_end > first and tags[owner_end - 1] not in "DH,":
        name = people.name_at(owner_end - 1)
        if name is not None:
            end = min(start, name.last)
            if name.role is not None and name.lead is not None and name.role[0] <= start:
                end = name.lead[1]
            return start, (name.first, end)
    while start < head and words.lowers[start] in _NO_START:
        start += 1
    return start, None


def phrase_start(people: People, at: int) -> int:
    """Where the noun phrase before a token starts; "secretary of state" and names with "of" in them are gone through."""
    tags, limit = people.reading.tags, max(0, at - _MOST_LEFT)
    first = at
    while True:
        while first > limit and tags[first - 1] in _BEFORE_HEAD:
            first -= 1
        before = first - 1
        if first <= limit or tags[before] in SIGNS:
            break
        name = people.name_at(before)
        if name is not None and name.first < before:
            first = name.first
        elif tags[before] == "I" and within_office(people, before):
            first = before - 1
        elif first < at and is_role(people.reading.words, before, first + 1):
            first = before  # "lead author": its first word may be read as a verb
        elif tags[before] == "K" and before > limit and is_office(people.reading.words.lowers[before - 1]):
            first = before - 1  # "president and chief executive"
        else:
            break
    return max(first, 0)


def within_office(people: People, at: int) -> bool:
    """Whether a preposition stands within an office of several words ("secretary of state")."""
    words = people.reading.words
    return 0 < at < len(words) - 1 and is_role(words, at - 1, at + 2)


def is_role(words: Words, first: int, last: int) -> bool:
    """Whether several tokens are a role in the lists ("lead author")."""
    return words.lowers[first] in lists.role_openings() and words.phrase(first, last).lower() in lists.rows("roles")


def _is_body(people: People, token: int, head: int) -> bool:
    """Whether a common noun for an organisation stands before a role and is no part of it ("ministry spokesman")."""
    words = people.reading.words
    if words.lowers[token] not in _BODIES or people.name_at(token) is not None:
        return False
    return not is_role(words, token, head + 1)


def _names_organization(people: People, token: int) -> bool:
    """Whether a token belongs to the name of an organisation, a place or a nation that stands before a role."""
    if people.reading.tags[token] not in "PNSJ-":
        return False
    name = people.name_at(token)
    if name is None:
        return False
    if name.role is not None and name.lead is not None:
        return token < name.lead[1]
    return name.role is None


def _without_courtesy(reading: Reading, first: int, last: int) -> Tokens | None:
    """A role's tokens without Mr., Dr. and the like; None if nothing is left."""
    tags, lowers, courtesies = reading.tags, reading.words.lowers, _courtesies()
    while first < last and (lowers[first] in courtesies or tags[first] in "DH,-'"):
        first += 1
    while last > first and (lowers[last - 1] in courtesies or tags[last - 1] in "DH,"):
        last -= 1
    return (first, last) if first < last else None


@cache
def _courtesies() -> frozenset[str]:
    titles = lists.rows("titles")
    return frozenset(word for word in titles if "courtesy" in titles[word]["classes"] and word not in lists.rows("roles"))


def organization_text(people: People, owner: Tokens | None) -> str | None:
    """The organisation's name: in full where the page has it so; the country that an adjective stands for."""
    if owner is None or owner[0] >= owner[1]:
        return None
    reading = people.reading
    text = strip_article(reading.words.phrase(*owner))
    lower, words = text.lower(), text.split()
    if lower in ("country", "nation"):
        return country(people, owner[0])
    if lower in _POSSESSIVES:
        return None
    nations = lists.rows("nations")
    if lower in nations:
        return nations[lower]["country"] or None
    if all(word in nations for word in lower.split()):  # "U.S. Democratic"
        return next((nations[word]["country"] for word in lower.split() if nations[word]["country"]), None)
    name = people.name_at(owner[1] - 1)
    if name is not None and name.first >= owner[0]:
        entity = people.owner[people.starting[name.first]]
        if name.lead is not None and owner[1] <= name.lead[1]:  # the organisation leads the person's own name
            known = people.organization(text)
            return None if people.is_person((words[-1],)) else known.name if known is not None else text
        if (entity is not None and entity.kind == "person") or people.is_person(name.words):
            return None
        if entity is not None and (name.begin, name.end) == (name.first, name.last) and _only_adjectives(people, owner[0], name.first):
            return entity.name
    elif text == lower and lower.rpartition(" ")[2] in lists.rows("organizations"):
        found = people.meant(lower.rpartition(" ")[2], owner[0])
        return found.name if found is not None else text
    return text or None


def _only_adjectives(people: People, first: int, last: int) -> bool:
    """Whether nothing but an article and small adjectives stands before a name ("the conservative Centre for Roads")."""
    tags, words = people.reading.tags, people.reading.words
    return all((tags[index] in "DJ" and words.texts[index][:1].islower()) or tags[index] == "D" for index in range(first, last))


def strip_article(text: str) -> str:
    """A phrase without the article or possessive that it starts with."""
    first, _, rest = text.partition(" ")
    return rest if rest and first.lower() in _ARTICLES else text


def country(people: People, at: int) -> str | None:
    """The country that "the country" means: the one that the page names or calls by its adjective most often up to there."""
    counts: dict[str, int] = {}
    nations, words = lists.rows("nations"), people.reading.words
    for name in islice(people.names, _MOST_NAMES):
        if name.first >= at and counts:
            break
        row = nations.get(words.phrase(*name.lead).lower()) if name.lead is not None else None
        row = row or nations.get(words.phrase(name.first, name.last).lower()) or nations.get(name.words[0].lower())
        if row is not None and row["country"]:
            weight = 2 if "demonym" in row["classes"] else 1
            counts[row["country"]] = counts.get(row["country"], 0) + weight
    return max(counts, key=lambda one: counts[one]) if counts else None


def with_complements(people: People, base: Office, at: int) -> Office:
    """Add "of X", "for Y", "at Z" behind a role: the last named one is the organisation, the others belong to the role."""
    reading = people.reading
    words, tags = reading.words, reading.tags
    parts: list[tuple[int, Tokens]] = []
    start, limit = at, at + _MOST_RIGHT
    while at < min(limit, len(tags) - 1) and tags[at] == "I" and tags[at + 1] != "G" and words.lowers[at] in _COMPLEMENTS:
        phrase = phrase_behind(people, at + 1)
        if phrase is None:
            break
        parts.append((at, phrase))
        at = phrase[1]
        if tags[at : at + 1] == "K" and tags[at + 1 : at + 2] in ("P", "N", "D") and words.lowers[at] in ("and", "&"):
            further = phrase_behind(people, at + 1)
            if further and not lists.role(words.texts[further[1] - 1]):
                parts[-1] = (parts[-1][0], (phrase[0], further[1]))
                at = further[1]
    if not parts:
        return base
    if base.organization is not None:
        return Office(f"{base.role} {words.phrase(start, parts[-1][1][1])}", base.organization, base.head, base.owner)
    named = [(prep, phrase) for prep, phrase in parts if any(token in people.starting for token in range(*phrase))]
    if not named:
        bodies = ("for", "at", "with", "of")
        named = [(prep, phrase) for prep, phrase in parts if words.lowers[prep] in bodies and _is_named(people, phrase)]
    row = lists.role(base.head or "")
    if not named or (row is not None and "work" in row["classes"]):
        return Office(f"{base.role} {words.phrase(start, parts[-1][1][1])}", None, base.head)
    bodies_first = [pair for pair in named if not _is_place(people, pair[1])] or (named if _public(base.head or "") else [])
    if not bodies_first:
        return base
    prep, phrase = bodies_first[-1] if words.lowers[bodies_first[-1][0]] not in ("in", "on", "to", "from") else bodies_first[0]
    role = base.role if prep == start else f"{base.role} {words.phrase(start, prep)}"
    return Office(role, organization_text(people, phrase), base.head, phrase)


def _is_named(people: People, phrase: Tokens) -> bool:
    """Whether a phrase is, or ends in, the name of something, or a noun for an organisation."""
    if any(token in people.starting for token in range(*phrase)):
        return True
    return people.reading.words.lowers[phrase[1] - 1] in lists.rows("organizations")


def phrase_behind(people: People, at: int) -> Tokens | None:
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
