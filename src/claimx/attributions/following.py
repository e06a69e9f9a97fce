"""What stands behind a cue: a quotation, a clause, an infinitive, an object; after the hearer, the time and the place of saying."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.attributions.phrases import is_time
from claimx.attributions.scan import FINITE, Scan

if TYPE_CHECKING:
    from claimx.attributions.cues import Cue

_CLAUSE_REACH = 16


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
        if step is None or "seem" in cue.classes or (scan.tags[at] == "," and "say" not in cue.classes):
            break
        plain = plain and (scan.tags[at] in "RIT,(G" or scan.is_a(at, "srctime"))
        at = step
        kind, start = look(scan, at, high, strict)
        if cue.says and plain and scan.tags[at : at + 2] == 'O"':
            return at, "clause"
        if kind == "quote" and "judge" in cue.classes and not cue.says and at > cue.end:  # called him "a fool"
            return cue.end, "object" if scan.tags[cue.end] in "DHOPSNJ" else kind
        if kind in ("quote", "colon") or (kind == "that" and ("heavy" not in cue.classes or scan.is_a(at - 1, "srctime"))):
            return start, kind
        if kind in ("to", "wh") and "tell" in cue.classes:
            return (start if kind == "wh" else cue.end), kind
        if (
            kind == "clause"
            and not scan.is_a(at, "lately")
            and not (scan.tags[at] == "I" and when(scan, at + 1))
            and ("tell" in cue.classes or (cue.says and plain))
        ):
            return start, kind
    if cue.says and (clause := _later_that(scan, cue.end, high)) is not None:
        return clause, "that"
    if cue.classes & {"say", "utter"} and (quoted := _led_to(scan, cue.end, high)) is not None:
        return quoted, "quote"
    start, kind = look(scan, cue.end, high, strict)[::-1]
    if kind == "" and cue.says and scan.tags[cue.end : cue.end + 1] == "I" and any(x in FINITE for x in scan.tags[at:high]):
        return cue.end, "object"  # "says despite all that, nobody is ill"
    return start, kind


def _later_that(scan: Scan, at: int, high: int) -> int | None:
    """The "that" to which an adverbial leads, with no verb or comma before it: "said after the match that"."""
    for index in range(at, min(high, at + 10)):
        if scan.tags[index] in FINITE + '.,":':
            return None
        if scan.tags[index] in "CDWO" and scan.words.lower(index) == "that":
            return index
    return None


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
    if (tags[at] == "R" and not scan.is_a(at, "roughly")) or (
        tags[at] in "JP" and (scan.is_a(at, "lately") or (scan.is_a(at, "srctime") and tags[at] == "P"))
    ):
        return at + 1
    if tags[at] == "I" and tags[at + 1 : at + 2] == "G":  # in writing
        return at + 2
    if tags[at] == "," and at + 2 < high and tags[at + 1] == "R" and tags[at + 2] == ",":  # acknowledged, however, that
        return at + 3 if tags[at + 3 : at + 4] != '"' else at + 2
    if tags[at] == "," and at == cue.end:  # saying, apparently for the first time, that
        closing = tags.find(",", at + 2, min(high, at + 10))
        return closing + 1 if closing > 0 and not any(letter in FINITE + '".:C' for letter in tags[at:closing]) else None
    if tags[at] == "," and at + 1 < high and tags[at + 1] in "RIG":
        return at + 1
    if tags[at] == "," and (end := scan.starting.get(at + 1)) and end < high and tags[end] in ",IC" and at > cue.end:  # , New York,
        return end + (tags[end] == ",")
    if (
        tags[at] in "IT"
        and (end := scan.starting.get(at + 1))
        and end <= high
        and ("#" not in tags[at + 1 : end] or is_time(scan, at + 1, end))
    ):
        if tags[at + 1] == "O" and (further := scan.starting.get(end)) is not None and further <= high:  # on her page, tagged a pronoun
            end = further
        return _with_hung(scan, end, high)
    if tags[at] == "G" and at > cue.end and (end := scan.starting.get(at + 1)) and end <= high:
        return _with_hung(scan, end, high)
    end = scan.starting.get(at)
    if end is None and at == cue.end and tags[at] in "NSP" and (around := scan.reading.phrases.around(at)) is not None:
        end = around[1]  # the cue was read as a part of the phrase
    if end is not None and end <= high and (is_time(scan, at, end) or (at == cue.end and ("tell" in cue.classes or not cue.says))):
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
    if tags[at : at + 2] == '"X':
        return "quote", at
    if letter in ",:" and tags[at + 1 : at + 3] == '"X':
        return "quote", at + 1
    if letter in FINITE:
        return "gap", at
    if letter == "," and at + 1 < high and tags[at + 1] in "CDWO" and scan.words.lower(at + 1) == "that":  # added, that
        return "that", at + 1
    if letter == ":" and scan.words.text(at) == ":":
        return "colon", at + 1
    if scan.is_a(at, "asword") and tags[at + 1 : at + 2] in ("J", "R") and tags[at + 2 : at + 3] in ("C", "I"):
        return "object", at  # sees as much as 40
    if letter in "CDWOIQ" and scan.is_a(at, "complementizer"):
        return "that", at
    if letter == "C":
        return "", at
    if letter in "QW" or (letter == "D" and scan.words.lower(at) == "what"):
        return "wh", at
    if letter == "T":
        return ("" if tags[at + 1 : at + 2] in tuple("DHOPNSJ#$W") else "to"), at
    if letter in ",.:)" or (letter in "JD" and scan.words.lower(at) == "such" and tags[at + 1 : at + 2] == "I"):
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
    if tags[at] == "O" and (tags[at + 1 : at + 2] == "'" or "'" in scan.words.text(at)):  # he's, they're
        return True
    if tags[at] == "I":
        at = _behind_phrases(scan, at, high)
        if at >= high or not (at in scan.starting or tags[at] in "DOEH"):
            return False
    commas, relative = 0, False
    for index in range(at + 1, end):
        letter = tags[index]
        relative = (relative or (letter == "W" and commas == 1)) and letter != ","
        if relative and not strict:
            continue  # "say Lund, the man who took the town, held two guns"
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


def _behind_phrases(scan: Scan, at: int, high: int) -> int:
    """The index behind the prepositional phrases at AT."""
    for _ in range(4):
        if at >= high or scan.tags[at] != "I" or (end := scan.starting.get(at + 1)) is None:
            break
        at = end
    return at


def when(scan: Scan, at: int) -> bool:
    """Whether a time starts at a token: "insisted | on Friday" has no particle."""
    return at in scan.starting and is_time(scan, at, scan.starting[at])
