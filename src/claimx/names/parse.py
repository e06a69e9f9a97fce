"""What a run of capitalised words names: a person with title and office, an organisation, a place, a document."""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from claimx.names import lists

Kind = Literal["person", "organization", "place", "demonym", "role", "document", "unknown"]
_INITIALS = re.compile(r"(?:[A-Z]\.)+[A-Z]?\.?$|[A-Z]$")
_GLUE = frozenset(("of", "for", "and", "&", "on", "the", "in", "at", "against"))
_NAME_SUFFIX = frozenset(("jr.", "jr", "sr.", "sr", "ii", "iii", "iv"))
_MOST_NAMES = 6


class Parsed(msgspec.Struct, frozen=True, gc=False):
    """What a run of words names. ``name``, ``role`` and ``lead`` are ranges of its words.

    ``role`` is the office or title before the name ("Deputy Foreign Minister", "Lt. Gen."), ``lead`` what stands before
    that: a nation, place, party or organisation ("Texas" in "Texas Gov. Greg Abbott").
    """

    kind: Kind
    name: tuple[int, int]
    role: tuple[int, int] | None = None
    lead: tuple[int, int] | None = None
    sure: bool = False


def parse(words: tuple[str, ...], rare: str) -> Parsed:
    """Parse a run. ``rare`` has an "x" for each word that is no common English word, and a "." for the others."""
    lower = tuple(word.lower() for word in words)
    size = len(words)
    end = size
    while end > 1 and lower[end - 1] in lists.rows("suffixes"):
        end -= 1
    office = _last_office(lower, end)
    found = _with_office(words, lower, office, end, size) if office is not None else None
    return found or _without_office(words, lower, rare, end, size)


def _with_office(words: tuple[str, ...], lower: tuple[str, ...], office: tuple[int, int], end: int, size: int) -> Parsed | None:
    first = _after_of(words, lower, office[1], end)
    lead = (0, office[0]) if office[0] else None
    if first is not None and first < end:
        if lead is not None and lower[0] in lists.rows("roles"):  # "Speaker of the House Rep. Ella Velton"
            office, lead = (0, office[1]), None
        if _may_be_person(lower, first, end) and not _is_first_with_surname(words, lower, office, end):
            return Parsed("person", (first, _name_end(lower, end, size)), (office[0], first), lead, sure=True)
        return None
    if office == (end - 1, end) and office[0] and lower[end - 1] in lists.organizations() and not lists.is_first_name(words[0]):
        return None  # "Velton Star", "Velton Guard"
    if office[0] and lower[office[0] - 1] in _GLUE:
        return None  # "Center for Justice"
    if office == (end - 1, end) and office[0] and _may_be_surname(lower[end - 1]) and lists.is_first_name(words[0]):
        return None  # "Ella King", "Ella Martha King"
    return Parsed("role", (0, end), (office[0], end), lead, sure=True)


def _name_end(lower: tuple[str, ...], end: int, size: int) -> int:
    """Jr. and III belong to the name, PhD and MP do not."""
    return end + 1 if end < size and lower[end] in _NAME_SUFFIX else end


def _last_office(lower: tuple[str, ...], end: int) -> tuple[int, int] | None:
    """The range of the last title or role among the words, with the words that modify it."""
    roles, titles, org = lists.rows("roles"), lists.rows("titles"), lists.organizations()
    for last in range(end, 0, -1):
        word = lower[last - 1]
        if word in org and last == end and word not in roles:
            return None
        if word in titles or word in roles:
            first = last - 1
            while first and _modifies(lower, first - 1, last):
                first -= 1
            return first, last
    return None


def _modifies(lower: tuple[str, ...], index: int, last: int) -> bool:
    word, roles = lower[index], lists.rows("roles")
    if word == "-":
        return index > 0
    if index and word in _BODIES:
        return False  # "Velton Police Chief", but "Police Chief"
    return word in _MODIFIERS or word in lists.rows("titles") or word in roles or " ".join(lower[index:last]) in roles


_ROYAL = frozenset("king queen prince duke earl pope baron".split())
_BODIES = frozenset("party police fire campaign army navy".split())
_MODIFIERS = frozenset(
    """deputy vice prime foreign chief senior junior former first second assistant associate acting interim lead executive
    managing general attorney defense defence interior finance health home justice treasury trade energy education labor
    labour agriculture transport environment press national security majority minority district lieutenant major rear
    supreme crown top special police fire principal staff army navy air marine house senate opposition party communications
    campaign under secretary state ex co business economic legal medical political financial operating technology technical
    information marketing scientific commercial administrative creative investment communications public relations""".split()
)


def _after_of(words: tuple[str, ...], lower: tuple[str, ...], at: int, end: int) -> int | None:
    """Where the name after an office starts: behind "of State" too. None if no name follows."""
    if at >= end:
        return None
    if lower[at] not in ("of", "for"):
        return at
    for index in range(at + 2, end - 1):
        if lists.is_first_name(words[index]) and lower[index] not in lists.organizations():
            return index
    return None


def _may_be_person(lower: tuple[str, ...], first: int, end: int) -> bool:
    names = lower[first:end]
    if len(names) > _MOST_NAMES or any(word in _GLUE for word in names):
        return False
    org = lists.organizations()
    if names[-1] in org and not (len(names) == 2 and lists.is_first_name(names[0].capitalize())):
        return False
    if len(names) == 1:
        return names[0] not in lists.rows("nations") and names[0] not in lists.rows("documents")
    return not any(word in lists.rows("nations") for word in names[1:]) and not any(word in org for word in names[1:-1])


def _may_be_surname(word: str) -> bool:
    row = lists.rows("roles").get(word)
    return row is not None and "surname" in row["classes"]


def _is_first_with_surname(words: tuple[str, ...], lower: tuple[str, ...], office: tuple[int, int], end: int) -> bool:
    """ "Dean Velton", "Earl Velton": an office that is a first name too, right before a single name."""
    if office != (0, 1) or end != 2 or not _may_be_surname(lower[0]) or not lists.is_first_name(words[0]):
        return False
    return lower[0] not in _ROYAL or not lists.is_first_name(words[1])  # "Prince Harald", but "Prince Velton"


def _without_office(words: tuple[str, ...], lower: tuple[str, ...], rare: str, end: int, size: int) -> Parsed:
    nations, org = lists.rows("nations"), lists.organizations()
    whole = (0, size)
    joined = " ".join(lower[:end])
    if joined in lists.rows("known"):
        return Parsed("organization", whole, sure=True)
    if joined in nations or joined in lists.places():
        kind: Kind = "demonym" if joined in nations and "demonym" in nations[joined]["classes"] else "place"
        return Parsed(kind, whole, sure=end > 1 or not lists.is_first_name(words[0]))
    if end == 1:
        return _single(words[0], lower[0], whole)
    glued = any(word in _GLUE for word in lower)
    if not glued and lower[end - 1] in lists.rows("documents") and lower[end - 1] not in org and rare[end - 1] != "x":
        return Parsed("document", whole, sure=True)
    if glued and _document(lower[:end]):
        return Parsed("document", whole, sure=True)
    if glued or (lower[end - 1] in org and not (end == 2 and lists.is_first_name(words[0]) and _weak(lower[1]))):
        return Parsed("organization", whole, sure=True)
    if any(word in nations for word in lower[lists.is_first_name(words[0]) : end]):
        return Parsed("organization", whole)
    named = lists.is_first_name(words[0]) or _INITIALS.match(words[0]) or _INITIALS.match(words[1])
    doubtful = lower[0] in nations or lower[0] in lists.places()
    if named and end <= _MOST_NAMES and not (doubtful and rare[end - 1] != "x") and not any(word in org for word in lower[1 : end - 1]):
        return Parsed("person", (0, _name_end(lower, end, size)), sure=not doubtful)
    led = _led(words, lower, rare, end)
    if led:
        return Parsed("person", (led, _name_end(lower, end, size)), lead=(0, led))
    if any(word in lists.rows("particles") for word in lower[:end]) and end <= _MOST_NAMES and words[0].isalpha():
        return Parsed("person", whole)
    if "x" not in rare[:end] or (len(words[0]) <= 5 and words[0].isupper() and not words[-1].isupper()):
        return Parsed("organization", whole)
    if 2 <= end <= 4 and rare[end - 1] == "x" and "." not in rare[:end] and not any(word in org for word in lower):
        return Parsed("person", whole)
    return Parsed("unknown", whole)


def _document(lower: tuple[str, ...]) -> bool:
    """Whether a document heads a name with "on" or "of" in it ("Report on Rivers")."""
    head = lower[next(at for at, word in enumerate(lower) if word in _GLUE) - 1]
    return head in lists.rows("documents") and head not in lists.organizations()


def _led(words: tuple[str, ...], lower: tuple[str, ...], rare: str, end: int) -> int:
    """Where a person's name starts behind an organisation's without a role between ("Super Velton Debra Harlan"); 0 if so nowhere."""
    for first in range(1, end - 1):
        if lists.is_first_name(words[first]) and not lists.is_first_name(words[first - 1]) and lower[first] not in lists.places():
            before = all(mark == "." for mark in rare[:first]) or words[first - 1].isupper()
            return first if before and rare[end - 1] == "x" and len(words[first]) > 2 else 0
    return 0


def _weak(word: str) -> bool:
    """Organisation words that are surnames as well: "Ella Post" after a first name."""
    return word in _SURNAMES


_SURNAMES = frozenset(("post", "bank", "house", "church", "gates", "steel", "power", "sun", "star", "guard", "court", "lords", "school"))


def _single(word: str, lower: str, whole: tuple[int, int]) -> Parsed:
    if 2 <= len(word) <= 6 and word.isupper() and word.isalpha():
        return Parsed("organization", whole)
    if lower in lists.organizations():
        return Parsed("organization", whole)
    if lists.singular(lower) in lists.rows("nations"):
        return Parsed("demonym", whole, sure=True)
    return Parsed("unknown", whole)
