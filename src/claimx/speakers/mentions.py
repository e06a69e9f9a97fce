"""What the words of a source say: a name, a pronoun, or a description of a person, organisation, group or document."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Literal

import msgspec

from claimx.names import lists
from claimx.speakers import offices

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
_LONGEST_TAIL = 40
_POSTPOSED = frozenset("close familiar loyal privy critical aware due".split())
_LONGEST_ROLE = 3
_LONGEST_NAME = 15
_MOST_BEFORE = 5
"""Tokens of a name that may stand before the source that it heads."""
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday".split())
_LEADING = frozenset("according only even both just also that".split())
_DEFINITE = frozenset("the this that these those his her its their".split())
_INDEFINITE = frozenset("a an another some one two three several many most few any other others no".split())


class Mention(msgspec.Struct, frozen=True, gc=False):
    """A source, read. ``first`` to ``last`` are its tokens, ``head`` the index of its head noun, ``noun`` that in lower
    case; ``name`` is the index of the name that heads it. ``pronoun`` is the letter of :data:`PRONOUNS`."""

    span: Span
    first: int
    last: int
    kind: Kind
    head: int
    noun: str
    name: int | None = None
    office: offices.Office = offices.NONE
    definite: bool = False
    indefinite: bool = False
    plural: bool = False
    pronoun: str = ""
    named: bool = False
    """Whether a name stands in the description ("the Velton government")."""
    tail: int = 0
    """Where the words end that name the source if nothing else does: before ", who" and the like."""


def read(people: People, span: Span) -> Mention | None:
    """Read a source. None if it covers no word."""
    words, tags = people.reading.words, people.reading.tags
    if span.end <= span.start:
        return None
    first, last = bisect_right(words.starts, span.start) - 1, bisect_right(words.starts, span.end - 1)
    if tags[first] == '"':  # the title of a work first: '"Harvest" star Ella Velton'
        closing = tags.find('"', first + 1, last - 1)
        first = closing + 1 if closing > 0 else first
    while first < last and tags[first] in '"(,.:-\n':
        first += 1
    while last > first and tags[last - 1] in "\"),.:-\n'":
        last -= 1
    if first >= last or not any(words.texts[first:last]):
        return None
    index = people.starting.get(first)
    owner = people.owner[index] if index is not None and people.names[index].last == last else None
    if owner is not None and len(owner.words) > 1:  # the whole source is a name: the commonest case
        return Mention(span, first, last, owner.kind, last - 1, "", index, tail=last)
    start = _skip_lead(people, first, last)
    alone = words.lower(start).partition("'")[0]
    if start + 1 == last or tags[start + 1] in ",IWQ":
        if alone in PRONOUNS:
            return Mention(span, first, last, "pronoun", start, alone, pronoun=PRONOUNS[alone], tail=last)
        if alone in RELATIVE:
            return Mention(span, first, last, "relative", start, alone, tail=last)
    return _phrase(people, span, start, last)


def _tail(people: People, end: int, last: int) -> int:
    """The end of a source without the clause that explains it ("a source, who asked not to be named")."""
    tags = people.reading.tags
    while end > 1 and end == last and people.reading.words.lower(end - 1) in _DAYS:
        end = last = end - 1
    for at in range(end, min(last, end + _LONGEST_TAIL)):
        if tags[at] in "(:" or (tags[at] == "," and tags[at + 1 : at + 2] in ("W", "G", "n", "R", "I", "D", "Q")) or tags[at] == "W":
            return at
    return last


def _skip_lead(people: People, first: int, last: int) -> int:
    """Behind "according to", "by", "only", "even" that the source may start with."""
    words, tags = people.reading.words, people.reading.tags
    at = first
    while at + 1 < last and at - first < 3 and (tags[at] in "IT" or (tags[at] in "GRVDCOJ" and words.lower(at) in _LEADING)):
        at += 1
    return at


def _phrase(people: People, span: Span, first: int, last: int) -> Mention:
    words, tags = people.reading.words, people.reading.tags
    end = _zone(people, first, last)
    head = end - 1
    opening = words.lower(first)
    definite = opening in _DEFINITE
    indefinite = opening in _INDEFINITE or tags[first] == "#"
    if _coordinated(people, end, last):
        return Mention(span, first, last, "group", head, words.lower(head), plural=True, tail=last)
    index = _heading_name(people, first, end, last)
    if index is not None:
        kind = _kind(people, index)
        if kind != "role" and not _common(people, index, first) and not _members(people, index):
            return Mention(span, first, last, kind, head, words.lower(head), index)
    apposed = _apposed_name(people, end, last) if lists.role(words.text(head)) else None
    if apposed is not None:
        return Mention(span, first, last, "person", head, words.lower(head), apposed, _office(people, first, end))
    return _described(people, span, first, last, end, definite, indefinite)


def _coordinated(people: People, end: int, last: int) -> bool:
    """Whether "and" joins a second name to the first ("Velton and Harlan")."""
    tags = people.reading.tags
    if end + 1 >= last or tags[end] != "K" or not _ends_name(people, end) or people.reading.words.lower(end) not in ("and", "or"):
        return False
    index = people.starting.get(end + 1)
    return index is not None and people.names[index].kind in ("person", "unknown", "organization", "place")


def _ends_name(people: People, end: int) -> bool:
    """Whether a name, or a single word with a capital that may be one, ends before a token."""
    words = people.reading.words
    name = people.name_at(end - 1)
    if name is not None and name.last == end:
        return True
    return end > 0 and words.text(end - 1)[:1].isupper() and people.reading.tags[end - 1] == "N"


def _kind(people: People, index: int) -> Kind:
    """The kind of a name: a person's where it is the short name of one."""
    owner, kind = people.owner[index], people.names[index].kind
    if owner is not None:
        return owner.kind
    return kind if kind in ("person", "organization", "document", "role") else "unknown"


def _members(people: People, index: int) -> bool:
    """Whether a name is the plural of a people, party or family ("Norwegians", "Republicans", "the Veltons")."""
    name = people.names[index]
    if name.kind == "unknown" and len(name.words) == 1 and name.words[0].endswith("s") and name.first > 0:
        return people.owner[index] is None and people.reading.words.lower(name.first - 1) == "the"  # "the Veltons"
    if name.kind == "demonym" and name.first > 0 and people.reading.words.lower(name.first - 1) == "the":
        return True  # "the French"
    return name.kind == "demonym" and name.words[-1].endswith(("s", "men", "women")) and name.words[-1].lower() not in lists.rows("nations")


def _common(people: People, index: int, first: int) -> bool:
    """Whether a name is but a common noun for an organisation, whose capital the start of a sentence explains."""
    name, words = people.names[index], people.reading.words
    row = lists.rows("organizations").get(words.lower(name.first)) if name.last - name.first == 1 else None
    if row is None or (people.owner[index] is not None and len(people.owner[index].words) > 1):  # type: ignore[union-attr]
        return False
    return name.first == 0 or name.first > first + 1 or people.reading.tags[name.first - 1] in '.\n":D'


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
            if offices.within_office(people, at):
                at += 1
                continue
            break
        if at > first and tags[at] in "-KnGdV" and _clause_or_list(people, first, at, last):
            break
        at += 1
    return _without_tail(people, first, at)


def _clause_or_list(people: People, first: int, at: int, last: int) -> bool:
    """Whether a clause, a second member of a list or a remark between dashes starts at a token of a source."""
    tags, words = people.reading.tags, people.reading.words
    if tags[at] == "-":
        return words.starts[at + 1] - words.starts[at] > 1
    if tags[at] == "K":  # "liberal and conservative economists", "governor and committee chairman Ella Velton"
        office = lists.role(words.lower(at - 1)) is not None or words.lower(at - 1) in lists.rows("titles")
        return not (tags[at - 1] == "J" or (office and at + 1 < last and tags[at - 1] != "S" and tags[at + 1] in "PN"))
    return tags[at] in "nGdV" and tags[at - 1] in "NSP"


def _without_tail(people: People, first: int, at: int) -> int:
    """The end without adverbs, "himself" and adjectives that what follows belongs to ("a source close to ...")."""
    tags = people.reading.tags
    while at > first + 1:
        tag, word = tags[at - 1], people.reading.words.lower(at - 1)
        adjective = (tag == "J" and lists.role(word) is None) or word in _POSTPOSED
        adjective = adjective and tags[at - 2] in "NSP" and at - 1 not in people.starting
        if tag not in "'\"RnGV-" and not adjective and not (tag == "O" and word.endswith(("self", "selves"))):
            break
        at -= 1
    return at


def _heading_name(people: People, first: int, end: int, last: int) -> int | None:
    """The name that ends at the end of the base noun phrase; the source may start within it."""
    index = bisect_left(people.firsts, end) - 1
    if index < 0 or people.firsts[index] < max(end - _LONGEST_NAME, first - _MOST_BEFORE):
        return None
    return index if end <= people.names[index].last <= last else None


def _apposed_name(people: People, end: int, last: int) -> int | None:
    """The person named behind a comma after a description ("the chairman, Kelly Velton," "the head of the fund, ...")."""
    tags = people.reading.tags
    behind = end + 1 + (tags[end + 1 : end + 2] == "D")
    index = people.starting.get(behind)
    if index is not None and people.names[index].lead is not None and tags[end] == "I" and people.names[index].last <= last:
        return index if people.names[index].kind == "person" else None  # "president of Velton Foods Ella Harlan"
    comma = tags.find(",", end, min(last, end + _LONGEST_TAIL))
    if comma >= 0 and not re.search(r"[^IDHJNSPnG#'K-]", tags[end:comma]):
        index = people.starting.get(comma + 1)
        if index is not None and people.names[index].kind in ("person", "unknown") and people.names[index].last <= last + 1:
            return index
    return None


def _described(people: People, span: Span, first: int, last: int, end: int, definite: bool, indefinite: bool) -> Mention:
    words, tags = people.reading.words, people.reading.tags
    head = end - 1
    noun = words.lower(head)
    single = lists.singular(noun)
    known = noun in lists.rows("roles")
    plural = tags[head] == "S" or (single != noun and (tags[head] != "P" or (lists.role(noun) is not None and not known)))
    kind: Kind = "unknown"
    office = offices.NONE
    several = tags[first] == "#" and words.lower(first) != "one"
    if several or _quantified(people, noun, end) or "group" in lists.rows("groups").get(noun, {}).get("classes", "").split():
        kind = "group"
    elif noun in lists.rows("documents"):
        kind = "document"
    elif lists.role(noun) is not None:
        kind = "group" if plural and not known else "person"
        noun = _whole_role(people, first, end)
        office = _office(people, first, end) if kind == "person" else office
    elif noun in lists.rows("organizations") or single in lists.rows("organizations"):
        kind = "group" if plural and noun not in lists.rows("organizations") else "organization"
    elif noun == "old" and words.phrase(first, end).lower().endswith("year-old"):
        kind, noun = "person", "year-old"
    elif plural or _whole_people(people, first, head):
        kind = "group"
    within = people.names[bisect_left(people.firsts, first) : bisect_left(people.firsts, end)]
    named = any(name.last < end and name.kind not in ("demonym", "role", "place") for name in within)
    tail = _tail(people, end, last)
    return Mention(span, first, last, kind, head, noun, None, office, definite, indefinite, plural, named=named, tail=tail)


def _whole_role(people: People, first: int, end: int) -> str:
    """The longest role that ends a phrase ("prime minister", not "minister")."""
    words = people.reading.words
    for size in range(min(_LONGEST_ROLE, end - first), 1, -1):
        if offices.is_role(words, end - size, end):
            return words.phrase(end - size, end).lower()
    return words.lowers[end - 1]


def _whole_people(people: People, first: int, head: int) -> bool:
    """Whether a phrase is a nation or a family as a whole ("the French", "the Garlands")."""
    words = people.reading.words
    noun = words.lower(head)
    if lists.rows("nations").get(noun, {}).get("classes") == "demonym":
        return True
    return people.reading.tags[head] == "P" and noun.endswith("s") and words.lower(first) == "the" and first + 1 == head


def _quantified(people: People, noun: str, end: int) -> bool:
    """Whether a noun only says how many ("a handful of senators")."""
    row = lists.rows("groups").get(noun)
    return row is not None and "quantity" in row["classes"] and end < len(people.reading.words) and people.reading.words.lower(end) == "of"


def _office(people: People, first: int, end: int) -> offices.Office:
    base = offices.office(people, first, end)
    return offices.with_complements(people, base, end) if base.role else base
