"""The word lists: sorted tab-separated files, one row a word or phrase, each with its classes and an example.

A file starts with a header row. Three columns are common to all: ``form`` (or ``base``, below), ``classes`` (blank-
separated class names) and ``example`` (a phrase in which the form is to be read so; a test runs them). The others
are the payload that the layer owning the file reads. Lines that start with ``#`` are comments.

Case: a form in lower case is found in any case ("said", "Said", "SAID"); one with a capital as it stands and in
capitals ("May", "MAY", never "may"); one that starts with ``=`` only exactly so ("=km").
Phrases: a form of several words gives its first word the class "NAME+" for each class NAME, so that a pattern can
trigger on ``<NAME+>`` and then ask :func:`longest`.
Verbs: a file whose first column is ``base`` has the columns s, ed, en, ing for the inflected forms; an empty cell is
regular. The forms get the classes of the row and vb, vbz, vbd, vbn or vbg (the Penn Treebank's names).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

Row = dict[str, str]
_FOLDER = Path(__file__).parent


@cache
def names() -> tuple[str, ...]:
    """The names of all word files, sorted."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.tsv")))


@cache
def rows(name: str) -> tuple[Row, ...]:
    """The rows of the file NAME.tsv as dicts from column to text; KeyError-free: every column is in every row."""
    text = (_FOLDER / f"{name}.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.split("\n") if line and not line.startswith("#")]
    columns = lines[0].split("\t")
    return tuple(_row(columns, line) for line in lines[1:])


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of the plain list NAME.txt without its comments."""
    text = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.split("\n") if line and not line.startswith("#"))


@cache
def folded(name: str) -> frozenset[str]:
    """The lines of a plain list in lower case, for a look-up."""
    return frozenset(map(str.lower, lines(name)))


def _row(columns: list[str], line: str) -> Row:
    cells = line.split("\t")
    cells += [""] * (len(columns) - len(cells))
    return dict(zip(columns, cells, strict=True))


@cache
def table(name: str) -> dict[str, Row]:
    """The rows of a file by form; verbs under each of their forms. The ``=`` of an exact form is taken off."""
    found: dict[str, Row] = {}
    for row in rows(name):
        for form, _ in forms(row):
            found.setdefault(form.removeprefix("="), row)
    return found


def forms(row: Row) -> Iterator[tuple[str, frozenset[str]]]:
    """Each form of a row with its classes."""
    classes = frozenset(row["classes"].split())
    if "base" not in row:
        yield row["form"], classes
        return
    base, _, rest = row["base"].partition(" ")
    tail = f" {rest}" if rest else ""
    inflected: dict[str, set[str]] = {base: {"vb"}}
    for column, tag, regular in (("s", "vbz", _s), ("ed", "vbd", _ed), ("en", "vbn", _ed), ("ing", "vbg", _ing)):
        # an irregular past ("told") is the participle too unless that has a cell of its own
        cell = row.get(column) or (column == "en" and row.get("ed")) or regular(base)
        inflected.setdefault(cell, set()).add(tag)
    for form, tags in inflected.items():
        yield form + tail, classes | tags


def _s(base: str) -> str:
    if _ends_in(base, "y"):
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh")) or _ends_in(base, "o") else "s")


def _ed(base: str) -> str:
    if _ends_in(base, "y"):
        return base[:-1] + "ied"
    return base + ("d" if base.endswith("e") else "ed")


def _ing(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    return (base[:-1] if base.endswith("e") and base[-2:-1] not in ("", "e", "o", "y") else base) + "ing"


def _ends_in(base: str, vowel: str) -> bool:
    """Whether a verb ends in a vowel after a consonant: "carry", "veto"."""
    return base.endswith(vowel) and base[-2:-1] not in ("", "a", "e", "i", "o", "u")


@cache
def classes() -> dict[str, frozenset[str]]:
    """The classes of every single-word form of all files, and NAME+ classes for the first words of phrases."""
    found: dict[str, set[str]] = {}
    for name in names():
        for row in rows(name):
            for form, given in forms(row):
                word, _, rest = form.partition(" ")
                tight = None if word.isalpha() else re.match(r"=?[^\W\d_]+(?=[-/&][^\W\d_]|\.[^\W\d_]{2}|'s\b)", word)
                if rest or tight:  # "year-old" is three tokens, "year's" two ("o'clock" and "a.m." one): the first opens the phrase
                    word = tight.group() if tight else word
                    given = frozenset(f"{one}+" for one in given)
                found.setdefault(word, set()).update(given)
    return {form: frozenset(given) for form, given in found.items()}


@cache
def phrases(name: str) -> dict[str, Row]:
    """All forms of the class NAME, over all files, in lower case: for :func:`longest`."""
    found: dict[str, Row] = {}
    for file in names():
        for row in rows(file):
            if name in row["classes"].split():
                for form, _ in forms(row):
                    found.setdefault(form.removeprefix("=").lower(), row)
    return found


@cache
def longest(name: str) -> int:
    """The most tokens that a form of the class NAME can have (hyphens and apostrophes count)."""
    return max((len(re.findall(r"\w+|[^\w\s]", form)) for form in phrases(name)), default=0)
