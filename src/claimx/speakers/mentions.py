"""What the words of a source say: a name, a pronoun, or a description of a person, organisation, group or document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from claimx.names import lists
from claimx.speakers import roles

if TYPE_CHECKING:
    from claimx.model import Span
    from claimx.speakers.people import People

Kind = Literal["person", "organization", "group", "document", "pronoun", "relative", "role", "unknown"]

PRONOUNS = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
    "i": "1", "me": "1", "my": "1", "myself": "1", "we": "1", "us": "1", "our": "1", "ourselves": "1",
    "they": "p", "them": "p", "their": "p", "themselves": "p", "it": "n", "its": "n", "itself": "n",
    "you": "2", "your": "2",
}  # fmt: skip
RELATIVE = frozenset("who whom whose which that whoever".split())
_DEFINITE = frozenset("the this that these those his her its their".split())
_INDEFINITE = frozenset("a an another some one two three several many most few any other others no".split())


@dataclass(frozen=True, slots=True)
class Mention:
    """A source, read. ``first`` to ``last`` are its tokens, ``head`` the index of its head noun, ``noun`` that in lower
    case; ``name`` is the index of the name that heads it. ``pronoun`` is the letter of :data:`PRONOUNS`."""

    span: Span
    first: int
    last: int
    kind: Kind
    head: int
    noun: str
    name: int | None = None
    office: roles.Office = roles.NONE
    definite: bool = False
    indefinite: bool = False
    plural: bool = False
    pronoun: str = ""


def read(people: People, span: Span) -> Mention | None:
    """Read a source. None if it covers no word."""
    words, tags = people.reading.words, people.reading.tags
    if span.end <= span.start:
        return None
    first, last = words.index(span.start), words.index(span.end - 1) + 1
    while first < last and tags[first] in '"(,.:-\n':
        first += 1
    while last > first and tags[last - 1] in "\"),.:-\n'":
        last -= 1
    if first >= last:
        return None
    start = _skip_lead(people, first, last)
    alone = words.lower(start)
    if start + 1 == last or tags[start + 1] in ",IWQ":
        if alone in PRONOUNS:
            return Mention(span, first, last, "pronoun", start, alone, pronoun=PRONOUNS[alone])
        if alone in RELATIVE:
            return Mention(span, first, last, "relative", start, alone)
    return _phrase(people, span, start, last)


def _skip_lead(people: People, first: int, last: int) -> int:
    """Behind "according to", "by", "only", "even" that the source may start with."""
    words, tags = people.reading.words, people.reading.tags
    at = first
    while at + 1 < last and at - first < 3 and (tags[at] in "IRTC" or words.lower(at) in ("according", "only", "even", "both")):
        at += 1
    return at


def _phrase(people: People, span: Span, first: int, last: int) -> Mention:
    words, tags = people.reading.words, people.reading.tags
    end = _zone(people, first, last)
    head = end - 1
    opening = words.lower(first)
    definite = opening in _DEFINITE
    indefinite = opening in _INDEFINITE or tags[first] == "#"
    index = _heading_name(people, first, end)
    if index is not None:
        kind = _kind(people, index)
        if kind == "role":
            return _described(people, span, first, last, end, definite, indefinite)
        return Mention(span, first, last, kind, head, words.lower(head), index)
    apposed = _apposed_name(people, end, last)
    if apposed is not None and lists.role(words.text(head)):
        office = roles.office(people, first, end)
        return Mention(span, first, last, "person", head, words.lower(head), apposed, office)
    return _described(people, span, first, last, end, definite, indefinite)


def _kind(people: People, index: int) -> Kind:
    """The kind of a name: a person's where it is the short name of one."""
    owner, kind = people.owner[index], people.names[index].kind
    if owner is not None:
        return owner.kind
    return kind if kind in ("person", "organization", "document", "role") else "unknown"


def _zone(people: People, first: int, last: int) -> int:
    """The end of the base noun phrase at the start of a source: before a preposition, clause or comma, names kept whole."""
    tags = people.reading.tags
    at = first
    while at < last:
        index = people.starting.get(at)
        if index is not None:
            at = min(last, people.names[index].last)
            continue
        if tags[at] in "IWQC.:(,BYAMZdT" and at > first:
            break
        if tags[at] == "K" and at > first:
            break
        at += 1
    while at > first + 1 and tags[at - 1] in "'\"RnG":
        at -= 1
    return at


def _heading_name(people: People, first: int, end: int) -> int | None:
    """The name that ends at the end of the base noun phrase."""
    for start in range(max(first, end - 16), end):
        index = people.starting.get(start)
        if index is not None and people.names[index].last >= end and people.names[index].first < end:
            return index
    for start in range(max(0, first - 6), first):  # the source starts within a name
        index = people.starting.get(start)
        if index is not None and people.names[index].last >= end:
            return index
    return None


def _apposed_name(people: People, end: int, last: int) -> int | None:
    """The person named behind a comma right after a description ("the chairman, Kelly Velton,")."""
    tags = people.reading.tags
    if end < last and tags[end] == ",":
        index = people.starting.get(end + 1)
        if index is not None and people.names[index].kind in ("person", "unknown") and people.names[index].last <= last + 1:
            return index
    return None


def _described(people: People, span: Span, first: int, last: int, end: int, definite: bool, indefinite: bool) -> Mention:
    words, tags = people.reading.words, people.reading.tags
    head = end - 1
    noun = words.lower(head)
    single = lists.singular(noun)
    plural = tags[head] == "S" or (single != noun and tags[head] not in "P")
    kind: Kind = "unknown"
    office = roles.NONE
    if tags[first] == "#" or noun in lists.rows("groups"):
        kind = "group"
    elif noun in lists.rows("documents"):
        kind = "document"
    elif lists.role(noun) is not None:
        kind = "group" if plural and single in lists.rows("roles") and noun not in lists.rows("roles") else "person"
        office = _office(people, first, end) if kind == "person" else office
    elif noun in lists.rows("organizations") or single in lists.rows("organizations"):
        kind = "group" if plural and noun not in lists.rows("organizations") else "organization"
    elif "-" in words.phrase(first, end) and words.phrase(first, end).lower().endswith("year-old"):
        kind, noun = "person", "year-old"
    elif plural:
        kind = "group"
    return Mention(span, first, last, kind, head, noun, None, office, definite, indefinite, plural)


def _office(people: People, first: int, end: int) -> roles.Office:
    base = roles.office(people, first, end)
    return roles.with_complements(people, base, end) if base.role else base
