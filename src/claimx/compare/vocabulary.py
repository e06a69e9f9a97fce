"""The words by which claims are compared: what is said, the things it is said of, modifiers, places. Read once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from claimx import lexicon

_FOLDER = Path(__file__).parent / "words"
PERSONAL = frozenset("die injure miss arrest charge convict evacuate displace rescue infect hospitalize kidnap".split())
"""Events whose noun stands for the people it happened to: 40 deaths are 40 people who died."""

STOP = frozenset(
    "a about above according across added adding after again against all almost along already also although among an and announced "
    "another any april are around as at august authorities be because been before being believe believes below between billion billions "
    "both but by can cent claimed climbed compared could day days december decline declined decreased did do does doing down dozen "
    "dozens drop dropped during each early eight either estimate estimated estimates even ever every expected expects fall fallen "
    "falling falls february fell few figure figures first five for four friday from further gained grew grow grown had has have having "
    "he her hers him his hit how hundred hundreds i if in including increase increased into is it its itself january july jumped june "
    "just last late least less level like many march may might million millions monday month months more most much must near nearly new "
    "nine no nor not noted noting november now number numbers october of off official officials on once one only or other our ours out "
    "over own per percent plunged rate rather reach reached report reported reports rise risen rises rising rose said same saturday say "
    "saying says september seven several shall she should since six slumped so soared some spokesman spokeswoman stated statement still "
    "stood such sunday surged tell tells ten than that the their them then there these they think this those thousand thousands three "
    "through thursday time to today told toll tomorrow too total toward towards tuesday two under until up upon very via was we "
    "wednesday week weeks were what when where which while who whom whose will with within without would year years yesterday yet you "
    "your ".split()
)
"""Words that say nothing of what a figure is about: grammar, reporting, rising and falling, time, numerals."""


def _rows(name: str) -> list[dict[str, str]]:
    lines = [line for line in (_FOLDER / f"{name}.tsv").read_text(encoding="utf-8").split("\n") if line and not line.startswith("#")]
    columns = lines[0].split("\t")
    return [dict(zip(columns, line.split("\t"), strict=True)) for line in lines[1:]]


_DOUBLED = re.compile(r"([bdfglmnprst])\1$")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem under which the inflections of a regular English word meet; nothing of a word of three letters is cut."""
    word = word.lower()
    word = irregular().get(word, word)
    if len(word) > 4 and word.endswith("ies"):
        word = word[:-3] + "y"
    elif len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-2] if word.endswith(("shes", "ches", "sses", "xes")) else word[:-1]
    if len(word) > 5 and word.endswith("ing"):
        word = word[:-3]
    elif len(word) > 4 and word.endswith("ed"):
        word = word[:-2]
    if len(word) > 3:
        word = word[:-1] if word.endswith("e") else word[:-1] + "i" if word.endswith("y") else word
    return _DOUBLED.sub(r"\1", word) if len(word) > 3 else word


@cache
def irregular() -> Mapping[str, str]:
    """From a form of an irregular verb to its base."""
    return {row["form"]: row["base"] for row in _rows("irregular")}


@cache
def events() -> Mapping[str, str]:
    """From the stem of a word to the concept that it says of a subject ("wound" to "injure")."""
    return {stem(form): row["concept"] for row in _rows("events") for form in row["forms"].split()}


@cache
def phrases() -> Mapping[str, str]:
    """From a phrase in lower case to the concept that it says of a subject."""
    return {row["form"]: row["concept"] for row in _rows("phrases")}


@cache
def ongoing() -> frozenset[str]:
    """The stems of what goes on for months and years, so that its figures are counted on."""
    return frozenset(
        stem(word) for word in "conflict war epidemic outbreak uprising insurgency violence fighting crisis drought famine".split()
    )


@cache
def lasting() -> frozenset[str]:
    """The concepts that hold for long (to live, to employ), where others happen at a time (to die, to arrest)."""
    return frozenset(row["concept"] for row in _rows("events") if row["kind"] == "state")


@cache
def things() -> Mapping[str, str]:
    """From the stem of a noun to the thing that it names ("nation" to "country")."""
    return {stem(form): row["concept"] for row in _rows("things") for form in row["forms"].split()}


@cache
def restrictive() -> frozenset[str]:
    """Adjectives that pick out a part ("foreign", "net"), lower case."""
    return frozenset(row["form"] for row in _rows("modifiers") if row["kind"] == "restrictive")


@cache
def generic() -> frozenset[str]:
    """Words before a noun that do not tell it from others ("other", "innocent"), lower case."""
    return frozenset(row["form"] for row in _rows("modifiers") if row["kind"] == "generic")


@cache
def empty() -> frozenset[str]:
    """The stems of nouns that measure the noun beside them ("rate", "number")."""
    return frozenset(stem(row["form"]) for row in _rows("empty"))


@cache
def nations() -> Mapping[str, str]:
    """From a nation or an adjective of one, as written, to the nation ("Russian" and "Russians" to "Russia")."""
    found: dict[str, str] = {}
    for row in lexicon.rows("names/nations"):
        if country := row.get("country", "").strip():
            found[row["form"].rstrip(".")] = country
            if "demonym" in row["classes"].split() and not row["form"].endswith(("s", "sh", "ch", "ese")):
                found.setdefault(row["form"] + "s", country)
    return found


@cache
def cities() -> frozenset[str]:
    """Names of places that are no nations."""
    return frozenset(lexicon.lines("names/places"))


@cache
def longest_place() -> int:
    """The most words that a name of a place has."""
    return min(4, max(len(name.split()) for name in (*nations(), *cities())))
