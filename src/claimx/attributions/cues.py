"""Cues: is a word of the verb list a verb here, in which form, and what follows it.

The classes of lexicon/verbs.tsv say what a verb takes: ``say`` a clause or a quotation, on either side; ``think`` a
clause; ``intend`` an infinitive; ``judge`` a noun phrase ("criticised the plan", "called for calm"). ``weak`` verbs have
other, commoner senses and need plain evidence; ``tell`` verbs may have the hearer between them and what is said.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from claimx.attributions.scan import FINITE, Scan, members
from claimx.attributions.source import is_time
from claimx.grammar import Pattern

CUES = Pattern("<say|think|intend|judge|utter|seem|say+|think+|judge+>")
_CLASSES = ("say", "think", "intend", "judge", "utter", "seem")
_WITH_PARTICLE = ("say", "think", "judge")
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
    if not classes:
        return None
    if letter in "NS" and not _mistaken(scan, at, low, classes):
        return None
    group, form = _form(scan, at, low, letter)
    cue = Cue(at, end, group, form, classes)
    cue.start, cue.follows = following(scan, cue, high)
    if end < high and letter in "dn" and scan.tags[end] == "I" and scan.words.lower(end) == "by":
        cue.form = "passive"
    elif (form == "reduced" and cue.says and cue.follows == "" and tags_end(scan, end, high)) or (
        form == "reduced" and cue.follows in ("that", "quote", "clause", "colon") and "say" in classes
    ):
        cue.form = "finite"
    cue.noun = letter in "NS" and "weak" in classes
    if (
        cue.noun
        and not (cue.follows == "that" and scan.words.lower(cue.start) == "that")
        and cue.follows != "clause"
        and (cue.follows or scan.tags[end : end + 1] == '"')
    ):
        return None
    if letter in "NS" and cue.follows not in ("that", "quote", "clause", "colon", "gap", ""):
        return None
    return cue


def tags_end(scan: Scan, at: int, high: int) -> bool:
    """Whether a clause ends at a token."""
    return at >= high or scan.tags[at] in '.,"'


def _mistaken(scan: Scan, at: int, low: int, classes: frozenset[str]) -> bool:
    """Whether a word that is tagged a noun is rather the verb: "Democrats say"."""
    return at > low and "say" in classes and scan.tags[at - 1] in "PSONJ#D)" and scan.words.text(at).islower()


def _classes(scan: Scan, at: int, high: int) -> tuple[frozenset[str], int]:
    """The classes of the verb at AT, with its particle if it has one, and the index behind it."""
    code = scan.codes[at]
    for name in _WITH_PARTICLE:
        if code in members(f"{name}+"):
            found = scan.words.longest(name, at, min(high, at + 5))
            if found is not None and found[1] > at + 1 and not (scan.tags[found[1] - 1] == "I" and _when(scan, found[1])):
                return frozenset(found[0]["classes"].split()), found[1]
    return _single(code), at + 1


def _when(scan: Scan, at: int) -> bool:
    """Whether a time starts at a token: "insisted | on Friday" has no particle."""
    return at in scan.starting and is_time(scan, at, scan.starting[at])


@cache
def _single(code: str) -> frozenset[str]:
    return frozenset(name for name in (*_CLASSES, "weak", "tell", "heavy", "outlook") if code in members(name))


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


def following(scan: Scan, cue: Cue, high: int) -> tuple[int, str]:
    """What stands behind a cue and where it starts, after the hearer, the time and the place of saying."""
    at, plain = cue.end, True
    if cue.says and scan.tags[at : at + 2] == 'O"':  # he said he "never did"
        return at, "clause"
    strict = "weak" in cue.classes
    kind, start = look(scan, at, high, strict)
    if kind in ("quote", "that", "colon", "wh", "to"):
        return start, kind
    for _ in range(8):
        step = _aside(scan, at, high, cue)
        if step is None:
            break
        plain = plain and (scan.tags[at] in "RIT,(G" or scan.is_a(at, "srctime"))
        at = step
        kind, start = look(scan, at, high, strict)
        if cue.says and plain and scan.tags[at : at + 2] == 'O"':
            return at, "clause"
        if kind == "quote" and "judge" in cue.classes and not cue.says and at > cue.end:  # called him "a fool"
            return cue.end, "object" if scan.tags[cue.end] in "DHOPSNJ" else kind
        if kind in ("quote", "that", "colon"):
            return start, kind
        if kind in ("to", "wh") and "tell" in cue.classes:
            return (start if kind == "wh" else cue.end), kind
        if (
            kind == "clause"
            and not scan.is_a(at, "lately")
            and not (scan.tags[at] == "I" and _when(scan, at + 1))
            and ("tell" in cue.classes or (cue.says and plain))
        ):
            return start, kind
    if cue.classes & {"say", "utter"} and (quoted := _led_to(scan, cue.end, high)) is not None:
        return quoted, "quote"
    return look(scan, cue.end, high, strict)[::-1]


def _led_to(scan: Scan, at: int, high: int) -> int | None:
    """The quotation to which a colon leads, with no other verb before it: 'wrote on her page: "..."'."""
    tags = scan.tags
    colon = tags.find(':"', at, min(high, at + 18))
    if colon < 0 or any(letter in FINITE + '.",' for letter in tags[at:colon]):
        return None
    return colon + 1


def _aside(scan: Scan, at: int, high: int, cue: Cue) -> int | None:
    """The index behind an adverb, a time, a prepositional phrase or a hearer that stands at AT."""
    tags = scan.tags
    if at >= high:
        return None
    if tags[at] == "R" or (tags[at] in "JP" and (scan.is_a(at, "lately") or (scan.is_a(at, "srctime") and tags[at] == "P"))):
        return at + 1
    if tags[at] == "I" and tags[at + 1 : at + 2] == "G":  # in writing
        return at + 2
    if tags[at] == "," and at + 2 < high and tags[at + 1] == "R" and tags[at + 2] == ",":  # acknowledged, however, that
        return at + 3 if tags[at + 3 : at + 4] != '"' else at + 2
    if tags[at] == "," and at + 1 < high and tags[at + 1] in "RIG" and at > cue.end:
        return at + 1
    if tags[at] == "," and (end := scan.starting.get(at + 1)) and end < high and tags[end] in ",IC" and at > cue.end:  # , New York,
        return end + (tags[end] == ",")
    if (
        tags[at] in "IT"
        and (end := scan.starting.get(at + 1))
        and end <= high
        and ("#" not in tags[at + 1 : end] or is_time(scan, at + 1, end))
    ):
        return _with_hung(scan, end, high)
    if tags[at] == "G" and at > cue.end and (end := scan.starting.get(at + 1)) and end <= high:
        return _with_hung(scan, end, high)
    end = scan.starting.get(at)
    if end is None and at == cue.end and tags[at] in "NSP" and (around := scan.reading.phrases.around(at)) is not None:
        end = around[1]  # the cue was read as a part of the phrase
    if end is not None and end <= high and (is_time(scan, at, end) or at == cue.end):
        return _with_hung(scan, end, high)
    return None


def _with_hung(scan: Scan, end: int, high: int) -> int:
    """The end of the prepositional phrases and the bracket behind a noun phrase."""
    tags = scan.tags
    while end + 1 < high:
        if tags[end] in "I'" and (further := scan.starting.get(end + 1)) and further <= high:
            end = further
        elif tags[end] == "(" and (closing := tags.find(")", end, min(high, end + 8))) > 0:
            end = closing + 1
        else:
            break
    return end


def look(scan: Scan, at: int, high: int, strict: bool = False) -> tuple[str, int]:
    """The kind of what starts at AT, and where its content starts."""
    tags = scan.tags
    while at < high and tags[at] == "R" and at + 1 < high and tags[at + 1] in 'C"R':
        at += 1
    if at >= high:
        return "", at
    letter = tags[at]
    if letter == '"':
        return "quote", at
    if letter in ",:" and at + 1 < high and tags[at + 1] == '"':
        return "quote", at + 1
    if letter in FINITE:
        return "gap", at
    if letter == ":" and scan.words.text(at) == ":":
        return "colon", at + 1
    if letter in "CDWOIQ" and scan.is_a(at, "complementizer"):
        return "that", at
    if letter == "C":
        return "", at
    if letter in "QW" or (letter == "D" and scan.words.lower(at) == "what"):
        return "wh", at
    if letter == "T":
        return ("" if tags[at + 1 : at + 2] in tuple("DHOPNSJ#$W") else "to"), at
    if letter in ",.:)" or (letter == "J" and scan.words.lower(at) == "such"):
        return "", at
    if clause_starts(scan, at, high, strict):
        return "clause", at
    if letter == "I" and tags[at + 1 : at + 2] not in ("#", "$") and not scan.is_a(at + 1 if at + 1 < high else at, "quantifier"):
        return "", at
    return "object", at


def clause_starts(scan: Scan, at: int, high: int, strict: bool = False) -> bool:
    """Whether a subject and its finite verb follow; between them may stand a parenthesis between two commas."""
    tags = scan.tags
    end = min(high, at + _CLAUSE_REACH)
    if tags[at] == "E":
        return True
    if tags[at] not in "DHOPSNJ#$RIGXn":
        return False
    if tags[at] == "O" and "'" in scan.words.text(at):  # they're, he'd
        return True
    commas = 0
    for index in range(at + 1, end):
        letter = tags[index]
        if letter in FINITE or (letter == "V" and tags[index - 1] in "SOPR") or (letter == "O" and "'" in scan.words.text(index)):
            if strict and letter == "d" and tags[index + 1 : index + 2] in ("I", "R"):  # an advantage based just on
                continue
            return commas != 1
        if letter in '.:"QC' or (letter in "WT" and strict):
            return False
        if letter == ",":
            commas += 1
            if commas > 2:
                return False
    return False
