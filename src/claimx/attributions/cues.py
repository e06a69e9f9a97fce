"""Cues: is a word of the verb list a verb here, in which form, and what follows it.

The classes of lexicon/verbs.tsv say what a verb takes: ``say`` a clause or a quotation, on either side; ``think`` a
clause; ``intend`` an infinitive; ``judge`` a noun phrase ("criticised the plan", "called for calm"). ``weak`` verbs have
other, commoner senses and need plain evidence; ``tell`` verbs may have the hearer between them and what is said.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import msgspec

from claimx.attributions import source
from claimx.attributions.classes import members, openings
from claimx.attributions.following import following, look, when
from claimx.attributions.scan import Range, Scan, Unit, floor
from claimx.grammar import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

_CUES = Pattern("<say|think|intend|judge|utter|seem|say+|think+|judge+|utter+>")
_CLASSES = ("say", "think", "intend", "judge", "utter", "seem")
_WITH_PARTICLE = ("say", "think", "judge", "utter")
_PARTICLES = frozenset("IRTJ")
_GROUP = frozenset("RMYABb")
_AUXILIARIES, _PROGRESSIVE = frozenset("MAYB"), frozenset("Bbn")
_VERBS = frozenset("dZVnG")
_BEFORE_VERB = frozenset("ZVPSONJ#D)")
"""What stands before a verb of saying that is tagged a noun."""
_BEFORE_PARTICIPLE = frozenset('K,ICQNSP)"')
"""What stands before a participle with the subject of another verb, or of none."""


class Cue(msgspec.Struct, gc=False):
    """A verb that can attribute: its group starts at GROUP, it stands AT, it ends before END (particle included).

    ``form`` is finite, infinitive, passive, participle (-ing) or reduced (a past participle without auxiliary).
    ``follows`` is what stands behind it, from START on: quote, that, clause, wh, to, object, colon or nothing ("").
    ``says`` tells a verb of saying that hardly means anything else; ``noun`` one that is tagged a noun and may be it;
    ``subject`` is what stands before a finite one, if that can be its source, and ``right`` the content behind it then.
    """

    at: int
    end: int
    group: int
    form: str
    classes: frozenset[str]
    says: bool
    start: int = 0
    follows: str = ""
    noun: bool = False
    subject: Range | None = None
    right: list[Range] | None = None


def triggers(scan: Scan) -> list[int]:
    """The words of the verb list that are tagged verbs, or nouns where a verb can stand."""
    tags, codes = scan.tags, scan.codes
    saying = members("say", *(f"{name}+" for name in _WITH_PARTICLE))
    verbs = [
        at
        for found in _CUES.finditer(codes)
        if (letter := tags[at := found.start()]) in _VERBS
        or (letter in "NS" and ((before := tags[at - 1]) == "Y" or (before in _BEFORE_VERB and codes[at] in saying)))
    ]
    alone, phrases, lowers = members(*_CLASSES), openings(*_WITH_PARTICLE), scan.words.lowers
    return [at for at in verbs if codes[at] in alone or tuple(lowers[at : at + 2]) in phrases]


def read(scan: Scan, triggers: Iterable[tuple[Unit, list[int]]]) -> list[tuple[Unit, list[Cue]]]:
    """The cues at the triggers of each unit, without what is no verb there and what nothing can be attributed by.

    Each step goes over the whole page before the next one starts: what it works with stays in the processor's caches.
    """
    found = [(unit, [cue for at in places if (cue := _cue(scan, unit, at)) is not None]) for unit, places in triggers]
    for unit, cues in found:
        for cue in cues:
            cue.follows, cue.start = look(scan, cue.end, unit.last, "weak" in cue.classes)
    for unit, cues in found:
        for cue in cues:
            cue.start, cue.follows = following(scan, cue, unit.last)
    found = [(unit, [cue for cue in cues if _attributes(scan, unit, cue)]) for unit, cues in found]
    for unit, cues in found:
        for cue in cues:
            if cue.form == "finite":
                cue.subject = source.left(scan, cue.group, floor(unit, cue.group) if unit.quotes else unit.first)
    return found


def _cue(scan: Scan, unit: Unit, at: int) -> Cue | None:
    """The verb at a trigger, as far as what stands before it tells; None if it is none or attributes nothing in its form."""
    letter, low, high = scan.tags[at], unit.first, unit.last
    classes, end = _classes(scan, at, high)
    if not classes or (letter in "NS" and not _mistaken(scan, at, low, classes)):
        return None
    group, form = _form(scan, at, low, letter)
    says = "say" in classes and "weak" not in classes
    if letter in "dn" and (letter == "n" or not says) and end < high and scan.tags[end] == "I" and scan.words.lowers[end] == "by":
        form = "passive"
    elif form != "finite" and _barren(scan, form, classes, group, low):
        return None
    return Cue(at, end, group, form, classes, says)


def _attributes(scan: Scan, unit: Unit, cue: Cue) -> bool:
    """Whether a verb can attribute, by what follows it; tells as well whether it is finite after all, or a noun."""
    classes, at = cue.classes, cue.at
    if cue.form == "reduced" and "say" in classes and _finite_after_all(scan, cue, unit.last):
        cue.form = "finite"
    if scan.tags[at] in "NS":
        had = at > unit.first and scan.tags[at - 1] == "Y"  # had forecast
        cue.noun = "weak" in classes and not had
        if not (had and "weak" in classes) and not _verb_after_all(scan, cue):
            return False
    return cue.form != "finite" or cue.says or not _idle(scan, cue, unit.first)


def _barren(scan: Scan, form: str, classes: frozenset[str], group: int, low: int) -> bool:
    """Whether verbs of these classes attribute nothing in a form without "by": "to praise", "was praised", "the mayor, praised as ..."."""
    if form == "infinitive":
        return "say" not in classes
    if form == "passive":
        return "say" not in classes and "think" not in classes
    if form == "reduced":
        return classes.isdisjoint(("say", "utter", "tell"))
    before = group - 1
    while before > low and scan.tags[before] == "R":
        before -= 1
    return before >= low and scan.tags[before] not in _BEFORE_PARTICIPLE and not scan.is_a(group - 1, "asword")


def _idle(scan: Scan, cue: Cue, low: int) -> bool:
    """Whether a verb with other senses has nothing behind it that it takes, and no sign before it that ends what it may have there."""
    if (cue.follows and (cue.follows != "to" or "intend" in cue.classes)) or "seem" in cue.classes:
        return False
    if cue.classes.isdisjoint(("say", "utter", "think")):
        return True
    find, group = scan.tags.find, cue.group
    return find(",", low, group) < 0 and find('"', low, group) < 0 and find(":", low, group) < 0


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
    before = scan.tags[at - 1]
    if at <= low or (before != "Y" and "say" not in classes):
        return False
    if before in "ZV":
        return scan.is_a(at - 1, "document")
    return before == "Y" or scan.words.texts[at].islower()


def _classes(scan: Scan, at: int, high: int) -> tuple[frozenset[str], int]:
    """The classes of the verb at AT, with its particle if it has one, and the index behind it."""
    single, names = _verb(scan.codes[at])
    if names and at + 1 < high and (not single or scan.tags[at + 1] in _PARTICLES):
        start = tuple(scan.words.lowers[at : at + 2])
        for name in names:
            found = scan.words.longest(name, at, min(high, at + 5)) if start in openings(name) else None
            if found is not None and found[1] > at + 1 and not (scan.tags[found[1] - 1] == "I" and when(scan, found[1])):
                return frozenset(found[0]["classes"].split()), found[1]
    return single, at + 1


@cache
def _verb(code: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The classes of a verb that stands alone, and those that it can have with a particle."""
    alone = frozenset(name for name in (*_CLASSES, "weak", "tell", "heavy", "outlook", "peg", "naming") if code in members(name))
    return alone, tuple(name for name in _WITH_PARTICLE if code in members(f"{name}+"))


def _form(scan: Scan, at: int, low: int, letter: str) -> tuple[int, str]:
    """Where the verb group starts, and the form of the verb."""
    tags = scan.tags
    group = at
    if letter in "nG":
        if at > low + 1 and tags[at - 1] == "'" and tags[at - 2] == "O":  # he's said
            return at - 1, "finite"
        if _contracted(scan, at, low):  # they're expecting
            return at, "finite"
    while group > low and (tags[group - 1] in _GROUP or (tags[group - 1] in "nT" and _inner(scan, group - 1))):
        group -= 1
    if group == at:
        return at, "reduced" if letter == "n" else "participle" if letter == "G" else "finite"
    auxiliaries = tags[group:at]
    while group < at and tags[group] == "R":
        group += 1
    if letter in "dZ":
        return group, "finite"
    if letter in "VNS":
        if "T" in auxiliaries and _AUXILIARIES.isdisjoint(auxiliaries):
            return group, "infinitive"
        return group, "finite"
    if letter == "n":
        if "b" in auxiliaries or "n" in auxiliaries or ("B" in auxiliaries and "Y" not in auxiliaries):
            return group, "passive"
        return group, "reduced" if _AUXILIARIES.isdisjoint(auxiliaries) else "finite"
    return group, "participle" if _PROGRESSIVE.isdisjoint(auxiliaries) else "finite"


def _contracted(scan: Scan, at: int, low: int) -> bool:
    """Whether the auxiliary of a participle hangs on the pronoun before it."""
    before = at - 1
    while before > low and scan.tags[before] == "R":
        before -= 1
    return before >= low and scan.tags[before] == "O" and "'" in scan.words.text(before)


def _inner(scan: Scan, index: int) -> bool:
    return scan.tags[index] == "T" or scan.words.lower(index) == "been"
