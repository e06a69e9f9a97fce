"""Noun phrases that end before a token: with prepositional phrases, participles, lists, and phrases that the tags do not show."""

from __future__ import annotations

from functools import cache

from claimx import lazy
from claimx.attributions.classes import members
from claimx.attributions.scan import MASKED, Range, Scan
from claimx.names import lists

_HANGS = frozenset("ITVRGnd")
"""Letters of the word by which one phrase hangs on another."""


_EXTENDS = frozenset("\"',RVZJdnGIC")
"""Letters of the word before a phrase by which it may start further left."""


_TWO_NAMES = lazy.compile(r"P[P'-]{0,4}KP[P'-]{0,4}")


def chain(scan: Scan, end: int, low: int) -> Range | None:
    """The noun phrase that ends before END, with what hangs on it."""
    tags = scan.tags
    stop = end
    if tags[end - 1] == ")":
        opening = tags.rfind("(", max(low, end - 14), end)
        if opening <= low:
            return None
        stop = opening
    first = ending(scan, stop, low)
    if first is None:
        return None
    if tags[first - 1] == "," and stop - first == 1 and lists.is_legal_form(scan.words.lowers[first]):
        before = ending(scan, first - 1, low)
        first = first if before is None else before  # "Velton Energy, Inc."
    for _ in range(6):
        before = _hung_on(scan, first, low) if tags[first - 1] in _HANGS else None
        if before is None:
            break
        first = before
    if tags[first - 1] == "K":
        first = _listed(scan, first, low)
    elif tags[first - 1] == "," and _TWO_NAMES.fullmatch(tags, first, stop):  # Lee, | Brown and Smith
        first = _items(scan, first, first, low)
    if (
        tags[first] in "DWO"
        and first + 1 < end
        and (tags[first + 1] in "PDHO#" or tags[end - 1] in "SP")
        and scan.words.lower(first) in ("that", "what")
    ):
        first += 1  # "a deadline that several officials said"
    return first, end


def ending(scan: Scan, end: int, low: int) -> int | None:
    """The start of the base noun phrase that ends before END; of a lone "who", "some", "many", too."""
    if end <= low or scan.tags[end - 1] == MASKED:
        return None
    first = scan.ending.get(end)
    if first is None:
        return _odd_phrase(scan, end, low)
    tags = scan.tags
    if end - first > 2:
        first = _behind_time(scan, first, end)
    if first <= low:
        first = low
    while first < end - 1 and tags[first] == "-":
        first += 1
    if first == low or (tags[first - 1] not in _EXTENDS and tags[first - 2] != "#"):
        return first
    if first - 1 > low and tags[first - 1] in "\"'":
        before = _quoted_name(scan, first, low) if tags[first - 1] == '"' else _plural_owner(scan, first, low)
        first = first if before is None else before
    if first - 4 >= low and tags[first - 4] == "D" and tags[first - 2 : first + 1] == "#,#" and scan.is_a(first - 3, "month"):
        return first - 4  # a Sept. 15, | 2021 email
    if first - 1 >= low and tags[first - 1] in "RVZJdnG" and scan.is_a(first - 1, "cap") and _names(scan, first, end, low):
        first -= 1
    return _more_than(scan, first, low)


def _behind_time(scan: Scan, first: int, end: int) -> int:
    """The start of the name that the tags join to a time before it: "over the next three years | Mr Lund"."""
    tags = scan.tags
    for index in range(end - 2, first, -1):
        if tags[index] in "NS" and tags[index + 1] == "P" and scan.codes[index] in _times():
            return index + 1
    return first


def _names(scan: Scan, first: int, end: int, low: int) -> bool:
    """Whether the capitalised word before a phrase is a part of it: South | Korea, '"...," Unite | secretary Lee said'."""
    if scan.tags[first - 1] == "R":
        return scan.tags[first] == "P"
    if first >= 2 and scan.tags[first - 2] == '"':
        return True
    return first - 1 == low and scan.tags[first] == "P" and scan.tags[end : end + 1] in ("d", "Z")  # Downing | Street said


def _plural_owner(scan: Scan, first: int, low: int) -> int | None:
    """The start of a phrase whose possessor ends in s': "the workers' union"."""
    owner = scan.ending.get(first - 1)
    return owner if owner is not None and owner >= low else None


def _odd_phrase(scan: Scan, end: int, low: int) -> int | None:
    """The start of what stands for a noun phrase before END and is none by its tags: "who", "some", "Rich", "a third | say"."""
    letter, before = scan.tags[end - 1], scan.tags[end - 2] if end - 2 >= low else ","
    if letter == "'" and end - 1 > low:  # friends of Lee's
        return scan.ending.get(end - 1)
    if letter == "J" and scan.tags[end : end + 1] not in "NSPJ" and before in "JNP'DH-":  # the 43-year-old; the mayor's chief | of staff
        first = end - 1
        while first > max(low, end - 9) and scan.tags[first - 1] in "DHJNSPn#'-":
            first -= 1
        return first
    if letter == "W":
        return end - 1
    if letter == "R" and scan.is_a(end - 1, "quantifier"):
        return _more_than(scan, end - 1, low)
    if letter in "NSP#" and end < len(scan.tags) and scan.tags[end] in "NSnd":  # the cue was read as the head: "a third say"
        around = scan.reading.phrases.around(end)
        return _more_than(scan, around[0], low) if around is not None and low <= around[0] < end else None
    if letter in "ZV" and before in ",.:" and scan.is_a(end - 1, "document"):
        return end - 1  # figures | show
    if letter in "ZV" and before == "N" and scan.tags[end : end + 1] in ("I", ",") and scan.is_a(end - 1, "document"):
        return scan.ending.get(end - 1)  # exit polls | from the north
    if letter in "nd" and scan.tags[end : end + 1] in ("d", "Z", "V", "N"):  # those | surveyed | said
        plain = _plain_phrase(scan, end - 1, low)
        return plain if plain is not None or before not in "DJ" else ending(scan, end - 1, low)
    if letter in "DJ" and before in ',.:"KCIOQR' and not scan.is_a(end - 1, "article"):
        return _more_than(scan, end - 1, low)
    if letter in "JVGdnRUZI" and scan.is_a(end - 1, "cap") and before in ',"P':
        name = _plain_phrase(scan, end - 1, low) if before == "P" else None
        return end - 1 if name is None else name  # a name that is a word too: Rich, Hale, Adam Sharp
    return _quoted_name(scan, end, low) if letter == '"' and end - 2 >= low else None


def _more_than(scan: Scan, first: int, low: int) -> int:
    """A quantity with the words before it: "more than half of", "nearly a third"."""
    tags = scan.tags
    if first - 2 >= low and tags[first - 1] in "IC" and scan.words.lower(first - 1) == "than" and scan.is_a(first - 2, "quantifier"):
        first -= 2
    if first - 2 >= low and tags[first - 2] == "#" and scan.words.lower(first - 1) == "per":  # 45 per cent
        first -= 2
    while first - 1 >= low and tags[first - 1] in "RI" and scan.is_a(first - 1, "roughly"):
        first -= 1
    return first


def _quoted_name(scan: Scan, end: int, low: int) -> int | None:
    """The start of a phrase with a nickname in marks before END ('John "Jack" ...')."""
    opening = scan.tags.rfind('"', max(low, end - 5), end - 1)
    if opening <= low or scan.tags[opening:end].count(MASKED) > 2:
        return None
    first = scan.ending.get(opening)
    return first if first is not None and first >= low and scan.is_a(opening - 1, "cap") else None


def _hung_on(scan: Scan, first: int, low: int) -> int | None:
    """The start of the phrase on which the one that starts at FIRST hangs: "people | familiar with | the matter"."""
    tags = scan.tags
    at = first - 1
    if at <= low:
        return None
    if tags[at] in "IT" and scan.codes[at] in links():
        before = ending(scan, at, low)
        if before is not None and tags[at - 1] != "W":
            return before
        if tags[at - 1] == ")":
            chained = chain(scan, at, low)
            return chained[0] if chained else None
        if (tags[at - 1] in "JnGd" or tags[at - 1 : at + 1] == "VT") and at - 1 > low:  # familiar with, briefed on, close to
            return _plain_phrase(scan, at - 1, low)
        if tags[at - 1] == "R" and tags[at - 2] in "JnGd" and at - 2 > low:
            return _plain_phrase(scan, at - 2, low)
        return None
    if tags[at] == "V" and tags[at - 1] == "T" and at - 1 > low:  # the man to mount | a challenge
        return _plain_phrase(scan, at - 1, low)
    if tags[at] == "R" and at > low + 1 and _when(scan, first):  # issued | earlier | this year
        at -= 1
    if tags[at] in "Gnd" and at > low and scan.codes[at] not in members("say") and (tags[at] != "d" or _when(scan, first)):
        before = _plain_phrase(scan, at, low)  # a group | backing | Clinton
        if before is not None:
            return before
    return None


def _when(scan: Scan, first: int) -> bool:
    """Whether the noun phrase that starts at a token says when: "released | this week"."""
    return is_time(scan, first, scan.starting.get(first, first + 1))


def _plain_phrase(scan: Scan, end: int, low: int) -> int | None:
    first = scan.ending.get(end)
    return first if first is not None and first >= low and scan.tags[end - 1] in "NSPO" else None


def _listed(scan: Scan, first: int, low: int) -> int:
    """The start of a list of sources: "Smith, Jones and Brown", "the FBI and the police"."""
    tags = scan.tags
    at = first - 1
    if at <= low or tags[at] != "K" or tags[first] == "O":
        return first
    join = at - 1 if tags[at - 1] == "," else at
    before = ending(scan, join, low)
    if before is None or tags[join - 1] not in "NSPO" or (tags[join - 1] == "O" and join != at):
        return first
    for _ in range(4):
        hung = _hung_on(scan, before, low)
        if hung is None:
            break
        before = hung
    best = before if join == at and _edge(scan, before, low) else first  # before ", and" two items are no list
    return _items(scan, before, best, low) if tags[before] != "O" else best


def _items(scan: Scan, before: int, best: int, low: int) -> int:
    """The start of a list with further items before commas, left of the one that starts at BEFORE; BEST if there are none."""
    tags = scan.tags
    for _ in range(4):
        item = scan.ending.get(before - 1) if before - 1 > low and tags[before - 1] == "," else None
        if item is None or item < low or tags[before - 2] not in "NSP":
            break
        before = item
        best = before if _edge(scan, before, low) else best
    return best


def _edge(scan: Scan, first: int, low: int) -> bool:
    """Whether a list of sources can begin at a token: nothing there makes its first item part of something else."""
    before = scan.tags[first - 1]
    return first <= low or (first - 1 == low and before not in "IT") or before in ',:C".K' or scan.is_a(first - 1, "absolute")


@cache
def links() -> frozenset[str]:
    return members("srclink")


@cache
def _times() -> frozenset[str]:
    return members("srctime", "month", "year")


def is_time(scan: Scan, first: int, last: int) -> bool:
    """Whether a noun phrase says when ("Monday", "last week", "Nov. 3"), not "his comment Monday"."""
    times, codes, tags = _times(), scan.codes, scan.tags
    for index in range(first, last):
        if codes[index] in times:
            return True
        if tags[index] not in "DJ#R":
            return False
    return False
