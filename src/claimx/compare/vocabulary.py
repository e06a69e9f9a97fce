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
    "a an and are as at be been but by for from had has have having he her hers him his i if in into is it its itself may might more most "
    "must no nor not of off on only or other our out over own per shall she should since so some such than that the their them then there "
    "these they this those through to under until up was we were what when where which while who whom whose will with within without would "
    "you your about above across after again against all almost along already also although among another any around because before being "
    "below between both can could did do does doing down during each either even ever every few further how just least less like many "
    "much near nearly now once ours per rather same several still too toward towards upon very via yet including least total "
    "said say says saying told tell tells according added adding noted noting announced reported reports report stated statement claimed "
    "estimated estimates estimate expected expects believe believes think spokesman spokeswoman official officials authorities "
    "rose rise rises risen rising fell fall falls fallen falling grew grow grown increased increase decreased decline declined dropped drop "
    "climbed gained jumped soared surged slumped plunged hit reached reach stood compared year years month months week weeks day days today "
    "yesterday tomorrow time number numbers figure figures toll rate level new first last early late monday tuesday wednesday thursday "
    "friday saturday sunday january february march april june july august september october november december one two three four five six "
    "seven eight nine ten hundred hundreds thousand thousands million millions billion billions dozen dozens percent per cent".split()
)
"""Words that say nothing of what a figure is about: grammar, reporting, rising and falling, time, numerals."""


def _rows(name: str) -> list[dict[str, str]]:
    lines = [line for line in (_FOLDER / f"{name}.tsv").read_text(encoding="utf-8").split("\n") if line and not line.startswith("#")]
    columns = lines[0].split("\t")
    return [dict(zip(columns, line.split("\t"), strict=True)) for line in lines[1:]]


_DOUBLED = re.compile(r"([bdgmnprt])\1$")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem under which the inflections of a regular English word meet; nothing of a word of three letters is cut."""
    word = word.lower()
    if len(word) > 4 and word.endswith("ies"):
        word = word[:-3] + "y"
    elif len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-2] if word.endswith(("shes", "ches", "sses", "xes")) else word[:-1]
    if len(word) > 5 and word.endswith("ing"):
        word = _DOUBLED.sub(r"\1", word[:-3])
    elif len(word) > 4 and word.endswith("ed"):
        word = _DOUBLED.sub(r"\1", word[:-2])
    if len(word) > 3:
        word = word[:-1] if word.endswith("e") else word[:-1] + "i" if word.endswith("y") else word
    return word


@cache
def events() -> Mapping[str, str]:
    """From the stem of a word to the concept that it says of a subject ("wound" to "injure")."""
    return {stem(form): row["concept"] for row in _rows("events") for form in row["forms"].split()}


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
            found[row["form"]] = country
            if "demonym" in row["classes"].split() and not row["form"].endswith(("s", "sh", "ch", "ese")):
                found.setdefault(row["form"] + "s", country)
    return found


@cache
def cities() -> frozenset[str]:
    """Names of places that are no nations."""
    path = Path(lexicon.__file__).parent / "names" / "places.txt"
    return frozenset(line for line in path.read_text(encoding="utf-8").split("\n") if line and not line.startswith("#"))


@cache
def longest_place() -> int:
    """The most words that a name of a place has."""
    return min(4, max(len(name.split()) for name in (*nations(), *cities())))
