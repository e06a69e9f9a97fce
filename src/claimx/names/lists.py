"""The word lists of names (``lexicon/names``), each as what a look-up needs."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from claimx import lexicon
from claimx.names.memory import remembered

_NO_MARK = str.maketrans("łŁøØıđĐðæÆßʼ’", "lLoOidDdaAs''")


def fold(word: str) -> str:
    """A word without diacritics; one in capitals with only its first letter capital."""
    if not word.isascii():
        parts = unicodedata.normalize("NFKD", word.translate(_NO_MARK))
        word = "".join(letter for letter in parts if not unicodedata.combining(letter))
    return word.capitalize() if len(word) > 1 and word.isupper() else word


@cache
def first_names() -> dict[str, str]:
    """From a first name without diacritics to the gender of its bearers: m, f or u."""
    found: dict[str, str] = {}
    for line in lexicon.lines("names/first"):
        gender, _, names = line.partition("\t")
        found.update(dict.fromkeys(names.split(), gender))
    return found


@cache
def places() -> frozenset[str]:
    """Cities, states and regions, in lower case."""
    return lexicon.folded("names/places")


@cache
def rows(name: str) -> dict[str, lexicon.Row]:
    """The rows of a word file of this layer by their form in lower case."""
    return {row["form"].lower(): row for row in lexicon.rows(f"names/{name}")}


@cache
def organizations() -> frozenset[str]:
    """Words that head or end the name of an organisation ("ministry", "inc.")."""
    return frozenset(form for form, row in rows("organizations").items() if "orgword" in row["classes"])


def is_legal_form(word: str) -> bool:
    """Whether a word in lower case ends the name of a company and tells but its form ("inc.", "ltd")."""
    row = rows("organizations").get(word)
    return row is not None and "suffix" in row["classes"]


@cache
def role_openings() -> frozenset[str]:
    """What a role of several tokens starts with: its first word ("chief" of "chief of staff")."""
    return frozenset(re.split("[ -]", form)[0] for form in rows("roles") if " " in form or "-" in form)


@remembered(20_000)
def role(head: str) -> lexicon.Row | None:
    """The row of a role noun, in the singular or plural, also in capitals."""
    table, word = rows("roles"), head.lower()
    return table.get(word) or table.get(singular(word))


@remembered(20_000)
def singular(noun: str) -> str:
    """The singular of a regular plural, or the noun as it is."""
    if noun.endswith("men"):
        return noun[:-2] + "an"
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else noun


@remembered(20_000)
def gender(first_name: str) -> str:
    """The gender that a first name tells: m, f, or nothing. A double name ("Jean-Marc") goes by its first part."""
    names = first_names()
    found = names.get(fold(first_name)) or names.get(fold(first_name.partition("-")[0].strip()), "")
    return "" if found == "u" else found


@remembered(20_000)
def is_first_name(word: str) -> bool:
    """Whether a word is a first name."""
    names = first_names()
    folded = fold(word)
    return folded in names or ("-" in folded and folded.partition("-")[0] in names)
