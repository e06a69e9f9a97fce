"""The counted noun phrase after a numeral, and its head's singular: "3,200 Russian citizens", "dozens of people"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claimx import lexicon
from claimx.model import Unit

if TYPE_CHECKING:
    from claimx.quantities.scan import Scan

_NOT_COUNTED = frozenset(
    ("all", "each", "both", "some", "half", "percent", "am", "pm", "gmt", "today", "yesterday", "tomorrow", "come", "et", "etc", "vs")
)

_LONGEST = 9
"""Tokens that a counted noun phrase may have."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The tokens FIRST up to LAST of a noun phrase; HEAD is its head; ``of`` where it is a part of a whole."""

    first: int
    last: int
    head: int
    of: bool


def after(scan: Scan, at: int, *, one: bool = False) -> Counted | None:
    """The noun phrase that a numeral ending before AT counts; ``one`` where it is singular."""
    of = scan.lower(at) == "of"
    index = at + of
    if of:
        while scan.tag(index) in "DHJ#" and index < at + 5 and scan.code(index) in scan.sets.word:
            if scan.tag(index) == "J" and scan.lower(index) not in ("all", "other", "such", "own"):
                break
            index += 1
    elif scan.lower(index) == "-" and scan.tight(index) and scan.tight(index - 1):
        index += 1
    first, head = index, -1
    end = min(scan.length, index + _LONGEST)
    while index < end:
        tag = scan.tags[index]
        if tag in "Vd" and index == first and scan.tag(index + 1) == "J":
            tag = "n"
        if tag in "NSPU" and scan.code(index) not in scan.sets.word:
            break
        if tag == "Z" and head < 0 and (index == first or scan.tags[index - 1] in "JGnR"):
            tag = "S"
        if tag in "NSP":
            if scan.lower(index) in _NOT_COUNTED:
                break
            following = scan.tag(index + 1)
            if tag == "S" and not (following in "NSP" and one):
                return Counted(first, index + 1, index, of)
            head = index
            if tag == "P" and following not in "NSPK'-" and scan.lower(index).endswith("s"):
                return Counted(first, index + 1, index, of)
            if tag == "N" and collective(scan.lower(index)) and following not in "NS":
                return Counted(first, index + 1, index, of)
        elif tag in "JGnR" or (tag == "#" and index > first and scan.code(index - 1) in scan.sets.cap):
            if head >= 0 and tag != "#" and not (tag in "Gnd" and scan.tag(index + 1) in "S" and not one):
                break
            if tag == "R" and scan.tag(index + 1) not in "JnGdNSZ":
                break
        elif tag in "K'-":
            if index == first or (tag == "K" and not _goes_on(scan, index)):
                break
            if tag == "-" and not (scan.tight(index) and scan.tight(index - 1)):
                break
            if tag == "'":
                first = index + 1 if of else first
                head = -1
        else:
            break
        index += 1
    if head < 0 or len(scan.lower(head)) < 2:
        return None
    return Counted(first, head + 1, head, of)


def _goes_on(scan: Scan, index: int) -> bool:
    """Does a conjunction join modifiers ("Kia and Hyundai vehicles", "wild or farmed fish")?"""
    if scan.lower(index) not in ("and", "or", "&", "/"):
        return False
    before, ahead = scan.tag(index - 1), scan.tag(index + 1)
    return (before in "JnG" and ahead in "JnG") or (before in "NPJ" and ahead in "NPJ" and scan.tag(index + 2) in "SNP-")


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
    head = scan.text(counted.head)
    return Unit("count", None, singular(head.lower()) if scan.tags[counted.head] != "P" or head.islower() else _proper(head))


def _proper(head: str) -> str:
    return singular(head.lower()) if head.isupper() and len(head) > 4 else (head[:-1] if re.search(r"[^su]s$", head) else head)
