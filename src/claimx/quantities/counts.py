"""The counted noun phrase after a numeral, and its head's singular: "3,200 Russian citizens", "dozens of people"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from claimx import lexicon
from claimx.model import Unit

if TYPE_CHECKING:
    from claimx.quantities.scan import Scan

_NOT_COUNTED = frozenset(
    (
        "all",
        "each",
        "both",
        "some",
        "half",
        "percent",
        "am",
        "pm",
        "gmt",
        "say",
        "today",
        "yesterday",
        "tomorrow",
        "come",
        "et",
        "etc",
        "vs",
    )
)

_LONGEST = 9
"""Tokens that a counted noun phrase may have."""


class Counted(msgspec.Struct, frozen=True, gc=False):
    """The tokens FIRST up to LAST of a noun phrase; HEAD is its head; ``of`` where it is a part of a whole."""

    first: int
    last: int
    head: int
    of: bool


def after(scan: Scan, at: int, *, one: bool = False) -> Counted | None:
    """The noun phrase that a numeral ending before AT counts; ``one`` where it is singular."""
    of = scan.lowers[at] == "of"
    index, one = at, one and not of
    if of:
        index = _past_determiners(scan, at + 1)
    elif scan.lowers[index] == "-" and scan.tight(index) and scan.tight(index - 1):
        index += 1
        if scan.tags[index] in "NSJ" and scan.codes[index] in scan.sets.low and len(scan.lowers[index]) > 1:
            return Counted(index, index + 1, index, of=False)  # "a seven-member court", "a two-way street"
    first, head, end = index, -1, min(scan.length, index + _LONGEST)
    while index < end:
        tag = _as_noun(scan, index, first, head, one=one)
        if tag in "NSP":
            if scan.lowers[index] in _NOT_COUNTED:
                break
            head = index
            if _complete(scan, index, tag, one=one):
                break
        elif tag == "'":
            first, head = (index + 1 if of else first), -1
        elif not _modifies(scan, index, tag, first, head, one=one):
            break
        index += 1
    if head < 0 and of and scan.tags[first] in "Jn" and scan.tags[first + 1] in "BYAMdZV.,I":
        head = first  # "five of the dead", "four of those injured"
    if head < 0 or len(scan.lowers[head]) < 2:
        return None
    return Counted(first, head + 1, head, of)


def _past_determiners(scan: Scan, index: int) -> int:
    """The index behind "the", "his", "all the" in a part of a whole."""
    last = index + 4
    while index < last:
        tag = scan.tags[index]
        if scan.lowers[index] in ("only", "just", "about", "some", "her", "all"):
            tag = "D"
        if tag not in "DH#" and not (tag == "J" and scan.lowers[index] in ("all", "other", "such", "own")):
            break
        index += 1
    return index


def _as_noun(scan: Scan, index: int, first: int, head: int, *, one: bool) -> str:
    """The part of speech of a token in a counted phrase: after a number a plural is likelier than a verb in -s."""
    tag = scan.tags[index]
    if tag in "NSPU" and scan.codes[index] not in scan.sets.word:
        return "U"
    if tag == "Z" and index == first and scan.tags[index + 1] in "DHOT":
        return tag  # "the two encapsulates the choice"
    if tag == "Z" and (
        (head < 0 and (index == first or scan.tags[index - 1] in "JGnR")) or (head == index - 1 and not one and scan.tags[head] in "NP")
    ):
        return "S"
    if tag in "Vd" and index == first and scan.tags[index + 1] == "J":
        return "n"
    return tag


def _complete(scan: Scan, index: int, tag: str, *, one: bool) -> bool:
    """Does the counted phrase end with the noun at a token: a plural, a collective, a plural name?"""
    following, word = scan.tags[index + 1], scan.lowers[index]
    if tag == "S":
        return not (following in "NSP" and one) and not (following == "-" and scan.tight(index))
    if tag == "P":
        return following not in "NSPK'-" and word.endswith("s")
    return collective(word) and following not in "NS"


def _modifies(scan: Scan, index: int, tag: str, first: int, head: int, *, one: bool) -> bool:
    """Does a token that is no noun go on within the counted phrase?"""
    following = scan.tags[index + 1]
    if tag == "#":
        joined = scan.lowers[index - 1] == "-"  # "COVID-19 tests"
        return index - joined > first and scan.codes[index - 1 - joined] in scan.sets.cap
    if tag == "R":
        return head < 0 and following in "JnGdNSZP" and not one
    if tag in "JGn":
        if head < 0 or (scan.lowers[index - 1] == "-" and following in "NSPJ"):
            return True  # "two Swiss-made watches"
        if scan.tags[head] == "P":
            return following in "SN" and scan.lowers[index] not in ("last", "next")  # "four South Korean naval officers"
        # a number wants a plural: "eight state legislative candidates"
        return following in ("S" if tag in "Gn" else "SN") and not one and scan.tags[head] == "N"
    if tag == "I":
        return index == first and scan.lowers[index] == "outside" and following in "NJPG"
    if tag == "K":
        return index > first and _goes_on(scan, index)
    return tag == "-" and index > first and scan.tight(index) and scan.tight(index - 1)


def _goes_on(scan: Scan, index: int) -> bool:
    """Does a conjunction join modifiers ("Kia and Hyundai vehicles", "wild or farmed fish")?"""
    if scan.lowers[index] not in ("and", "or", "&", "/"):
        return False
    before, ahead = scan.tags[index - 1], scan.tags[index + 1]
    return (before in "JnG" and ahead in "JnG") or (before in "NPJ" and ahead in "NPJ" and scan.tags[index + 2] in "SNP-")


@cache
def _collectives() -> frozenset[str]:
    return frozenset(row["form"] for row in lexicon.rows("quantities/collectives"))


def collective(word: str) -> bool:
    """Is a word a plural without an s ("police", "crew")?"""
    return word in _collectives()


@cache
def _irregular() -> dict[str, str]:
    return {row["form"]: row["singular"] for row in lexicon.rows("quantities/plurals")}


_ES = re.compile(r"(?:ss|sh|ch|x|zz|ss)es$")


def singular(word: str) -> str:
    """The singular of a lower-case English noun; a singular comes back as it is."""
    known = _irregular().get(word)
    if known is not None:
        return known
    if word.endswith("men") and len(word) > 4:
        return word[:-3] + "man"
    if word.endswith("people") and len(word) > 8:
        return word[:-6] + "person"
    if not word.endswith("s") or len(word) < 4 or word.endswith(("ss", "us", "is", "'s")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("oes",)) or _ES.search(word):
        return word[:-2]
    return word[:-1]


def unit(scan: Scan, counted: Counted) -> Unit:
    """The unit of a count: the singular of the head."""
    head = scan.texts[counted.head]
    return Unit("count", None, singular(head.lower()) if scan.tags[counted.head] != "P" or head.islower() else _proper(head))


def _proper(head: str) -> str:
    return singular(head.lower()) if head.isupper() and len(head) > 4 else (head[:-1] if re.search(r"[^su]s$", head) else head)
