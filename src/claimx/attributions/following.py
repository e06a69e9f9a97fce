"""What stands behind a cue: a quotation, a clause, an infinitive, an object; after the hearer, the time and the place of saying."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimx.attributions.phrases import is_time
from claimx.attributions.scan import FINITE, MASKED, Scan
from claimx.grammar import Pattern

if TYPE_CHECKING:
    from claimx.attributions.cues import Cue

_CLAUSE_REACH = 16
_THAT = Pattern("<complementizer>")
_BORDER = re.compile(r"[BYAMZd(]")
_AT_ONCE = frozenset(("quote", "that", "colon", "wh", "to"))
"""What a cue takes right behind it, so that no aside is looked for."""
_BEFORE_THAT = FINITE | frozenset('.,":')
_BEFORE_QUOTATION = FINITE | frozenset('.",')
_NO_PARENTHESIS = FINITE | frozenset('".:C')
"""Letters that do not stand between a cue and the "that", the colon or the comma that is looked for behind it."""
_NO_ASIDE = frozenset('.:"BMAYZVdCQEb()\nU')
"""Letters with which no aside starts."""
_PLAIN = frozenset("RIT,(G")
_SUBJECTS = frozenset("DHOPSNJ#$RIGXn")
"""Letters with which the subject of a clause can start."""
_BEFORE_BASE = frozenset("SOPR")
"""What stands before a base form that is the verb of its clause."""
_TELLING = FINITE | frozenset('VO.:"QC,WT')
"""Letters that tell whether a clause goes on to its verb; what else stands in it belongs to its subject."""
_NOMINAL = frozenset("DHOPNSJ#$W")


def following(scan: Scan, cue: Cue, high: int) -> tuple[int, str]:
    """What stands behind a cue and where it starts, after the hearer, the time and the place of saying.

    CUE has what :func:`look` tells of what stands right behind it.
    """
    tags, end, says = scan.tags, cue.end, cue.says
    if says and tags[end : end + 2] == 'O"':  # he said he "never did"
        return end, "clause"
    kind, start, at = cue.follows, cue.start, end
    if kind in _AT_ONCE:
        return start, kind
    if end < high and tags[end] not in _NO_ASIDE and "seem" not in cue.classes and (says or "tell" in cue.classes or _led(scan, end, high)):
        found, at = _behind_asides(scan, cue, high)
        if found is not None:
            return found
    if says and (clause := _later_that(scan, end, high)) is not None:
        return clause, "that"
    if (says or not cue.classes.isdisjoint(("say", "utter"))) and (quoted := _led_to(scan, end, high)) is not None:
        return quoted, "quote"
    if says and kind == "" and tags[end : end + 1] == "I" and not FINITE.isdisjoint(tags[at:high]):
        return end, "object"  # "says despite all that, nobody is ill"
    return start, kind


def _behind_asides(scan: Scan, cue: Cue, high: int) -> tuple[tuple[int, str] | None, int]:
    """What stands behind the asides that follow a cue, if it is something that the cue takes there; and where they end."""
    tags, classes, says, at = scan.tags, cue.classes, cue.says, cue.end
    plain = True
    for _ in range(8):
        step = _aside(scan, at, high, cue)
        if step is None or (tags[at] == "," and "say" not in classes):
            break
        plain = plain and says and (tags[at] in _PLAIN or scan.is_a(at, "srctime"))
        at = step
        if plain and tags[at : at + 2] == 'O"':
            return (at, "clause"), at
        kind, start = look(scan, at, high, "weak" in classes)
        if kind == "quote" and not says and "judge" in classes:  # called him "a fool"
            return (cue.end, "object" if tags[cue.end] in "DHOPSNJ" else kind), at
        if kind in ("quote", "colon") or (kind == "that" and ("heavy" not in classes or scan.is_a(at - 1, "srctime"))):
            return (start, kind), at
        if kind in ("to", "wh") and "tell" in classes:
            return (start if kind == "wh" else cue.end, kind), at
        if (
            kind == "clause"
            and (plain or "tell" in classes)
            and not scan.is_a(at, "lately")
            and not (tags[at] == "I" and when(scan, at + 1))
        ):
            return (start, kind), at
    return None, at


def _led(scan: Scan, at: int, high: int) -> bool:
    """Whether anything that a verb with other senses takes behind an aside can stand there: a mark, a colon, a "that".

    No aside goes over a finite verb, unless it has a bracket.
    """
    border = _BORDER.search(scan.tags, at, high)
    end = border.start() if border is not None and border[0] != "(" else high
    find = scan.tags.find
    if find('"', at, end + 1) >= 0 or find(":", at, end + 1) >= 0:  # one more: what follows a comma
        return True
    return _THAT.search(scan.codes, at, end) is not None


def _later_that(scan: Scan, at: int, high: int) -> int | None:
    """The "that" to which an adverbial leads, with no verb or comma before it: "said after the match that"."""
    tags, lowers = scan.tags, scan.words.lowers
    for index in range(at, min(high, at + 10)):
        if tags[index] in _BEFORE_THAT:
            return None
        if lowers[index] == "that" and tags[index] in "CDWO":
            return index
    return None


def _led_to(scan: Scan, at: int, high: int) -> int | None:
    """The quotation to which a colon leads, with no other verb before it: 'wrote on her page: "..."'."""
    tags = scan.tags
    colon = tags.find(':"', at, at + 18)
    if colon < 0 or colon + 2 > high or not _BEFORE_QUOTATION.isdisjoint(tags[at:colon]):
        return None
    return colon + 1


def _aside(scan: Scan, at: int, high: int, cue: Cue) -> int | None:
    """The index behind an adverb, a time, a prepositional phrase or a hearer that stands at AT."""
    tags, starting = scan.tags, scan.starting
    if at >= high or tags[at] in _NO_ASIDE:
        return None
    letter = tags[at]
    if letter == ",":
        return _behind_comma(scan, at, high, at == cue.end)
    if (letter == "R" and not scan.is_a(at, "roughly")) or (
        letter in "JP" and (scan.is_a(at, "lately") or (letter == "P" and scan.is_a(at, "srctime")))
    ):
        return at + 1
    if letter in "IT":
        if letter == "I" and tags[at + 1 : at + 2] == "G":  # in writing
            return at + 2
        end = starting.get(at + 1)
        if end and end <= high and ("#" not in tags[at + 1 : end] or is_time(scan, at + 1, end)):
            if tags[at + 1] == "O" and (further := starting.get(end)) is not None and further <= high:  # on her page, tagged a pronoun
                end = further
            return _with_hung(scan, end, high)
    if letter == "G" and at > cue.end and (end := starting.get(at + 1)) and end <= high:
        return _with_hung(scan, end, high)
    end = starting.get(at)
    if end is None and at == cue.end and letter in "NSP" and (around := scan.reading.phrases.around(at)) is not None:
        end = around[1]  # the cue was read as a part of the phrase
    if end is not None and end <= high and ((at == cue.end and (not cue.says or "tell" in cue.classes)) or is_time(scan, at, end)):
        return _with_hung(scan, end, high)
    return None


def _behind_comma(scan: Scan, at: int, high: int, close: bool) -> int | None:
    """The index behind an aside that a comma opens; CLOSE where it stands right behind the cue."""
    tags = scan.tags
    if at + 2 < high and tags[at + 1] == "R" and tags[at + 2] == ",":  # acknowledged, however, that
        return at + 3 if tags[at + 3 : at + 4] != '"' else at + 2
    if close:  # saying, apparently for the first time, that
        closing = tags.find(",", at + 2, min(high, at + 10))
        return closing + 1 if closing > 0 and _NO_PARENTHESIS.isdisjoint(tags[at:closing]) else None
    if at + 1 < high and tags[at + 1] in "RIG":
        return at + 1
    end = scan.starting.get(at + 1)
    return end + (tags[end] == ",") if end and end < high and tags[end] in ",IC" else None  # , New York,


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
    while at + 1 < high and tags[at] == "R" and tags[at + 1] in 'C"R':
        at += 1
    if at >= high:
        return "", at
    letter, after = tags[at], tags[at + 1 : at + 2]
    if letter in FINITE:
        return "gap", at
    if letter in ',.:)"':
        return _behind_sign(scan, at, high)
    if after in ("J", "R") and tags[at + 2 : at + 3] in ("C", "I") and scan.is_a(at, "asword"):
        return "object", at  # sees as much as 40
    if letter in "CDWOQ" and scan.is_a(at, "complementizer"):
        return "that", at
    if letter == "C":
        return "", at
    if letter in "QW" or (letter == "D" and scan.words.lowers[at] == "what"):
        return "wh", at
    if letter == "T":
        return "" if after in _NOMINAL else "to", at
    if after == "I" and letter in "JD" and scan.words.lowers[at] == "such":
        return "", at
    if clause_starts(scan, at, high, strict):
        return "clause", at
    if letter == "I" and after not in ("#", "$") and not scan.is_a(at + 1 if at + 1 < high else at, "quantifier"):
        return "", at
    return "object", at


def _behind_sign(scan: Scan, at: int, high: int) -> tuple[str, int]:
    """The kind of what a sign opens: a quotation, a "that" behind a comma, what follows a colon."""
    tags, sign = scan.tags, scan.tags[at]
    if sign == '"':
        return "quote" if tags[at + 1 : at + 2] == MASKED else "object", at
    if sign in ",:" and tags[at + 1 : at + 3] == '"' + MASKED:
        return "quote", at + 1
    if sign == "," and at + 1 < high and tags[at + 1] in "CDWO" and scan.words.lowers[at + 1] == "that":  # added, that
        return "that", at + 1
    if sign == ":" and scan.words.texts[at] == ":":
        return "colon", at + 1
    return "", at


def clause_starts(scan: Scan, at: int, high: int, strict: bool = False) -> bool:
    """Whether a subject and its finite verb follow; between them may stand a parenthesis between two commas."""
    tags, texts = scan.tags, scan.words.texts
    letter, end = tags[at], min(high, at + _CLAUSE_REACH)
    if letter not in _SUBJECTS:
        return letter == "E"
    if letter == "O" and (tags[at + 1 : at + 2] == "'" or "'" in texts[at]):  # he's, they're
        return True
    if letter == "I":
        at = _behind_phrases(scan, at, high)
        if at >= high or not (at in scan.starting or tags[at] in "DOEH"):
            return False
    commas, relative = 0, False
    for index in range(at + 1, end):
        letter = tags[index]
        if letter not in _TELLING or (letter == "T" and not strict):
            continue
        if letter == "W" and not strict:
            relative = relative or commas == 1
            continue
        if relative and not strict:  # "say Lund, the man who took the town, held two guns"
            if letter != ",":
                continue
            relative = False
        if letter in FINITE or (letter == "V" and tags[index - 1] in _BEFORE_BASE) or (letter == "O" and "'" in texts[index]):
            if strict and letter == "d" and tags[index + 1 : index + 2] in ("I", "R"):  # an advantage based just on
                continue
            return commas != 1
        if letter == ",":
            commas += 1
            if commas > 2:
                return False
        elif letter not in "VO":
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
