"""What the words of a source say: a name, a pronoun, or a description of a person, organisation, group or document."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Literal

import msgspec

from claimx import lazy
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
_BEHIND_HEAD = frozenset("IWQC.:(,BYAMZdT")
"""Parts of speech that end the base noun phrase before them, unless an office goes on with them."""
_ENDING = frozenset("-KnGV")
"""Those that end it if a clause or another member of a list starts with them."""
_NO_HEAD = frozenset("'\"RnGV-")
"""Those that no base noun phrase ends with."""
_EXPLANATION = lazy.compile("[(:W]|,(?=[WGnRIDQ])")
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
    starts, lowers = words.starts, words.lowers
    if span.end <= span.start:
        return None
    first = bisect_right(starts, span.start) - 1
    last = bisect_right(starts, span.end - 1, first, min(len(starts), first + span.end - starts[first] + 1))  # no more tokens than letters
    if tags[first] == '"':  # the title of a work first: '"Harvest" star Ella Velton'
        closing = tags.find('"', first + 1, last - 1)
        first = closing + 1 if closing > 0 else first
    while first < last and tags[first] in '"(,.:-\n':
        first += 1
    while last > first and tags[last - 1] in "\"),.:-\n'":
        last -= 1
    if first >= last or not (lowers[first] or any(lowers[first:last])):
        return None
    index = people.starting.get(first)
    owner = people.owner[index] if index is not None and people.names[index].last == last else None
    if owner is not None and len(owner.words) > 1:  # the whole source is a name: the commonest case
        return Mention(span, first, last, owner.kind, last - 1, "", index, tail=last)
    start = first
    if tags[first] in "IT" or lowers[first] in _LEADING:
        start = _skip_lead(people, first, last)
    if start + 1 == last or tags[start + 1] in ",IWQ":
        alone = lowers[start].partition("'")[0]
        if alone in PRONOUNS:
            return Mention(span, first, last, "pronoun", start, alone, pronoun=PRONOUNS[alone], tail=last)
        if alone in RELATIVE:
            return Mention(span, first, last, "relative", start, alone, tail=last)
    return _phrase(people, span, start, last)


def _tail(people: People, end: int, last: int) -> int:
    """The end of a source without the clause that explains it ("a source, who asked not to be named")."""
    lowers = people.reading.words.lowers
    while end > 1 and end == last and lowers[end - 1] in _DAYS:
        end = last = end - 1
    if end == last:
        return last
    limit = min(last, end + _LONGEST_TAIL)
    found = _EXPLANATION.search(people.reading.tags, end, limit + 1)  # one more: what follows a comma
    return found.start() if found is not None and found.start() < limit else last


def _skip_lead(people: People, first: int, last: int) -> int:
    """Behind "according to", "by", "only", "even" that the source may start with."""
    lowers, tags = people.reading.words.lowers, people.reading.tags
    at = first
    while at + 1 < last and at - first < 3 and (tags[at] in "IT" or (tags[at] in "GRVDCOJ" and lowers[at] in _LEADING)):
        at += 1
    return at


def _phrase(people: People, span: Span, first: int, last: int) -> Mention:
    words, tags = people.reading.words, people.reading.tags
    end = _zone(people, first, last)
    head = end - 1
    noun = words.lowers[head]
    listed = end + 1 < last and tags[end] == "," and _LIST.fullmatch(tags, first, last) is not None
    if listed or (end + 1 < last and tags[end] == "K" and _coordinated(people, end)):
        return Mention(span, first, last, "group", head, noun, plural=True, tail=last)
    index = _heading_name(people, first, end, last)
    if index is not None:
        kind = _kind(people, index)
        if kind != "role" and not _common(people, index, first) and not _members(people, index):
            return Mention(span, first, last, kind, head, noun, index)
    apposed = _apposed_name(people, end, last) if lists.role(noun) else None
    if apposed is not None:
        return Mention(span, first, last, "person", head, noun, apposed, _office(people, first, end))
    return _described(people, span, first, last, end)


_LIST = lazy.compile(r"[NP][P'-]{0,4}(?:,P[P'-]{0,4}){1,6},?KP[P'-]{0,4}")
"""Names one after the other: "Velton, Harlan and Lund"."""


def _coordinated(people: People, end: int) -> bool:
    """Whether the conjunction at a token joins a second name to the first ("Velton and Harlan")."""
    if not _ends_name(people, end) or people.reading.words.lowers[end] not in ("and", "or"):
        return False
    index = people.starting.get(end + 1)
    return index is not None and people.names[index].kind in ("person", "unknown", "organization", "place")


def _ends_name(people: People, end: int) -> bool:
    """Whether a name, or a single word with a capital that may be one, ends before a token."""
    words = people.reading.words
    name = people.name_at(end - 1)
    if name is not None and name.last == end:
        return True
    return end > 0 and words.texts[end - 1][:1].isupper() and people.reading.tags[end - 1] == "N"


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
        return people.owner[index] is None and people.reading.words.lowers[name.first - 1] == "the"  # "the Veltons"
    if name.kind == "demonym" and name.first > 0 and people.reading.words.lowers[name.first - 1] == "the":
        return True  # "the French"
    return name.kind == "demonym" and name.words[-1].endswith(("s", "men", "women")) and name.words[-1].lower() not in lists.rows("nations")


def _common(people: People, index: int, first: int) -> bool:
    """Whether a name is but a common noun for an organisation, whose capital the start of a sentence explains."""
    name, words = people.names[index], people.reading.words
    row = lists.rows("organizations").get(words.lowers[name.first]) if name.last - name.first == 1 else None
    if row is None or (people.owner[index] is not None and len(people.owner[index].words) > 1):  # type: ignore[union-attr]
        return False
    return name.first == 0 or name.first > first + 1 or people.reading.tags[name.first - 1] in '.\n":D'


def _zone(people: People, first: int, last: int) -> int:
    """The end of the base noun phrase at the start of a source: before a preposition, clause or comma, names kept whole."""
    tags, starting = people.reading.tags, people.starting
    at = first
    while at < last:
        if at in starting:
            at = min(last, people.names[starting[at]].last)
            continue
        if at > first:
            tag = tags[at]
            if tag in _BEHIND_HEAD and not offices.within_office(people, at):
                break
            if tag in _ENDING and _clause_or_list(people, at, last):
                break
        at += 1
    return _without_tail(people, first, at)


def _clause_or_list(people: People, at: int, last: int) -> bool:
    """Whether a clause, a second member of a list or a remark between dashes starts at a token of a source."""
    tags, words = people.reading.tags, people.reading.words
    if tags[at] == "-":
        return words.starts[at + 1] - words.starts[at] > 1
    if tags[at] == "K":  # "liberal and conservative economists", "governor and committee chairman Ella Velton"
        before = words.lowers[at - 1]
        office = lists.role(before) is not None or before in lists.rows("titles")
        return not (tags[at - 1] == "J" or (office and at + 1 < last and tags[at - 1] != "S" and tags[at + 1] in "PN"))
    return tags[at - 1] in "NSP"


def _without_tail(people: People, first: int, at: int) -> int:
    """The end without adverbs, "himself" and adjectives that what follows belongs to ("a source close to ...")."""
    tags, lowers = people.reading.tags, people.reading.words.lowers
    while at > first + 1:
        tag, word = tags[at - 1], lowers[at - 1]
        if tag not in _NO_HEAD and not (tag == "O" and word.endswith(("self", "selves"))):
            adjective = (tag == "J" and lists.role(word) is None) or word in _POSTPOSED
            if not adjective or tags[at - 2] not in "NSP" or at - 1 in people.starting:
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


def _described(people: People, span: Span, first: int, last: int, end: int) -> Mention:
    words, tags = people.reading.words, people.reading.tags
    head = end - 1
    opening, noun = words.lowers[first], words.lowers[head]
    single = lists.singular(noun)
    known = noun in lists.rows("roles")
    plural = tags[head] == "S" or (single != noun and (tags[head] != "P" or (lists.role(noun) is not None and not known)))
    kind: Kind = "unknown"
    office = offices.NONE
    if (tags[first] == "#" and opening != "one") or _several(people, noun, end):
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
    definite, indefinite = opening in _DEFINITE, opening in _INDEFINITE or tags[first] == "#"
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
    noun = words.lowers[head]
    if lists.rows("nations").get(noun, {}).get("classes") == "demonym":
        return True
    return people.reading.tags[head] == "P" and noun.endswith("s") and words.lowers[first] == "the" and first + 1 == head


def _several(people: People, noun: str, end: int) -> bool:
    """Whether a noun is one for several people, or only says how many ("a handful of senators")."""
    row = lists.rows("groups").get(noun)
    if row is None:
        return False
    lowers = people.reading.words.lowers
    return "group" in row["classes"].split() or ("quantity" in row["classes"] and end < len(lowers) and lowers[end] == "of")


def _office(people: People, first: int, end: int) -> offices.Office:
    base = offices.office(people, first, end)
    return offices.with_complements(people, base, end) if base.role else base
