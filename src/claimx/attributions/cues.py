"""Cues: is a word of the verb list a verb here, in which form, and what follows it.

The classes of lexicon/verbs.tsv say what a verb takes: ``say`` a clause or a quotation, on either side; ``think`` a
clause; ``intend`` an infinitive; ``judge`` a noun phrase ("criticised the plan", "called for calm"). ``weak`` verbs have
other, commoner senses and need plain evidence; ``tell`` verbs may have the hearer between them and what is said.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from claimx.attributions.classes import members
from claimx.attributions.following import following, when
from claimx.attributions.scan import Scan
from claimx.grammar import Pattern

CUES = Pattern("<say|think|intend|judge|utter|seem|say+|think+|judge+|utter+>")
_CLASSES = ("say", "think", "intend", "judge", "utter", "seem")
_WITH_PARTICLE = ("say", "think", "judge", "utter")
_GROUP = "RMYABb"
_CLAUSE_REACH = 16


@dataclass(slots=True)
class Cue:
    """A verb that can attribute: its group starts at GROUP, it stands AT, it ends before END (particle included).

    ``form`` is finite, infinitive, passive, participle (-ing) or reduced (a past participle without auxiliary).
    ``follows`` is what stands behind it, from START on: quote, that, clause, wh, to, object, colon or nothing ("").
    """

    at: int
    end: int
    group: int
    form: str
    classes: frozenset[str]
    start: int = 0
    follows: str = ""
    noun: bool = False

    @property
    def says(self) -> bool:
        """Whether it is a verb of saying that hardly means anything else."""
        return "say" in self.classes and "weak" not in self.classes


def read(scan: Scan, at: int, low: int, high: int) -> Cue | None:
    """The cue at a word of the verb list within the tokens LOW to HIGH; None if it is no verb there."""
    letter = scan.tags[at]
    if letter not in "dZVnGNS":
        return None
    classes, end = _classes(scan, at, high)
    if not classes or (letter in "NS" and not _mistaken(scan, at, low, classes)):
        return None
    group, form = _form(scan, at, low, letter)
    cue = Cue(at, end, group, form, classes)
    cue.start, cue.follows = following(scan, cue, high)
    if end < high and letter in "dn" and scan.tags[end] == "I" and (letter == "n" or not cue.says) and scan.words.lower(end) == "by":
        cue.form = "passive"
    elif form == "reduced" and "say" in classes and _finite_after_all(scan, cue, high):
        cue.form = "finite"
    if letter in "NS":
        cue.noun = "weak" in classes and not (at > low and scan.tags[at - 1] == "Y")  # had forecast
        if not cue.noun and "weak" in classes:
            return cue
        return cue if _verb_after_all(scan, cue) else None
    return cue


def _finite_after_all(scan: Scan, cue: Cue, high: int) -> bool:
    """Whether a form that is tagged a participle is rather the past tense: a content follows, or the sentence ends."""
    if cue.follows == "":
        return cue.says and (cue.end >= high or scan.tags[cue.end] in '.,"')
    return cue.follows in ("that", "quote", "clause", "colon")


def _verb_after_all(scan: Scan, cue: Cue) -> bool:
    """Whether a word that is tagged a noun attributes by what follows it."""
    if not cue.noun:
        plain = scan.tags[cue.at] == "N" and not scan.words.text(cue.at - 1).endswith("s")  # Ohio | state director
        return cue.follows in ("that", "quote", "clause", "colon", "gap", "") or (scan.tags[cue.at - 1] == "P" and not plain)
    if cue.follows == "that":  # not "the states that voted"
        return scan.words.lower(cue.start) == "that" and scan.tags[cue.start + 1 : cue.start + 2] not in ("d", "n")
    return cue.follows == "clause" or (cue.follows == "" and scan.tags[cue.end : cue.end + 1] != '"')


def _mistaken(scan: Scan, at: int, low: int, classes: frozenset[str]) -> bool:
    """Whether a word that is tagged a noun is rather the verb: "Democrats say"."""
    if at > low and scan.tags[at - 1] == "Y":
        return True
    if at > low and "say" in classes and scan.tags[at - 1] in "ZV" and scan.is_a(at - 1, "document"):
        return True
    return at > low and "say" in classes and scan.tags[at - 1] in "PSONJ#D)" and scan.words.text(at).islower()


def _classes(scan: Scan, at: int, high: int) -> tuple[frozenset[str], int]:
    """The classes of the verb at AT, with its particle if it has one, and the index behind it."""
    code = scan.codes[at]
    if _single(code) and scan.tags[at + 1 : at + 2] not in ("I", "R", "T", "J"):
        return _single(code), at + 1
    for name in _WITH_PARTICLE:
        if code in members(f"{name}+"):
            found = scan.words.longest(name, at, min(high, at + 5))
            if found is not None and found[1] > at + 1 and not (scan.tags[found[1] - 1] == "I" and when(scan, found[1])):
                return frozenset(found[0]["classes"].split()), found[1]
    return _single(code), at + 1


@cache
def _single(code: str) -> frozenset[str]:
    return frozenset(name for name in (*_CLASSES, "weak", "tell", "heavy", "outlook", "peg", "naming") if code in members(name))


def _form(scan: Scan, at: int, low: int, letter: str) -> tuple[int, str]:
    """Where the verb group starts, and the form of the verb."""
    tags = scan.tags
    group = at
    if letter in "nG" and at > low + 1 and tags[at - 1] == "'" and tags[at - 2] == "O":  # he's said
        return at - 1, "finite"
    if letter in "nG" and _contracted(scan, at, low):  # they're expecting
        return at, "finite"
    while group > low and (tags[group - 1] in _GROUP or (tags[group - 1] in "nT" and _inner(scan, group - 1))):
        group -= 1
    auxiliaries = tags[group:at]
    while group < at and tags[group] == "R":
        group += 1
    if letter in "dZ":
        return group, "finite"
    if letter in "VNS":
        if "T" in auxiliaries and not any(x in "MAYB" for x in auxiliaries):
            return group, "infinitive"
        return group, "finite"
    if letter == "n":
        if "b" in auxiliaries or "n" in auxiliaries or ("B" in auxiliaries and "Y" not in auxiliaries):
            return group, "passive"
        return group, "finite" if any(x in "YAM" for x in auxiliaries) else "reduced"
    return group, "finite" if any(x in "Bbn" for x in auxiliaries) else "participle"


def _contracted(scan: Scan, at: int, low: int) -> bool:
    """Whether the auxiliary of a participle hangs on the pronoun before it."""
    before = at - 1
    while before > low and scan.tags[before] == "R":
        before -= 1
    return before >= low and scan.tags[before] == "O" and "'" in scan.words.text(before)


def _inner(scan: Scan, index: int) -> bool:
    return scan.tags[index] == "T" or scan.words.lower(index) == "been"
