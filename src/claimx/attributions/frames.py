"""Cues that close their sentence or stand between commas in it, with what is said around them: "..., he said, ..."."""

from __future__ import annotations

from claimx.attributions import contents, source
from claimx.attributions.cues import Cue
from claimx.attributions.phrases import is_time
from claimx.attributions.scan import FINITE, Found, Range, Scan, Unit

_OPEN = frozenset(("", "object", "clause"))
"""What can follow a cue that closes its sentence, as far as that looks."""
_SAID = frozenset(("say", "think"))


def _comma(scan: Scan, unit: Unit, at: int) -> bool:
    """Whether a comma stands before AT, or the end of a quotation that a clause of the reporter leads to."""
    tags = scan.tags
    if tags[at - 1] != '"':
        return tags[at - 1] == ","
    opening = tags.rfind('"', unit.first, at - 1)
    return (
        opening > unit.first + 2
        and tags[at - 2] == ","
        and tags[opening - 1] not in ":,"
        and '"' not in tags[unit.first : unit.first + 1]
        and not contents.VERBS.isdisjoint(tags[unit.first : opening])
    )


def _leads(scan: Scan, unit: Unit, first: int, comma: int) -> bool:
    """Whether the clause before ', he said, "..."' is the first half of what is said: a main clause, or a quotation goes on."""
    tags = scan.tags
    if tags[first - 1] != ",":
        return False
    opening = scan.words.starts[comma + 1]
    goes_on = scan.words.shadow[opening + 1 : opening + 3].strip()[:1].islower()
    start = unit.first
    while start < first and tags[start] in ",K:\n":
        start += 1
    if start >= first - 1 or tags[start] in "IQRnG":
        return False
    clause = not FINITE.isdisjoint(tags[start : first - 1])
    return clause or goes_on


def plain(scan: Scan, cue: Cue, subject: Range) -> bool:
    """Whether the subject of a verb with other senses can speak: "other development | projects" cannot."""
    if scan.tags[cue.at] not in "ZS" or source.document(scan, subject):
        return True
    return scan.tags[subject[0]] in "DHPO"


def _figure(scan: Scan, at: int, high: int) -> bool:
    """Whether a comparison follows: ", he said, up from 800 in 2019"."""
    return at < high and scan.is_a(at, "versus") and "#" in scan.tags[at:high]


def possible(scan: Scan, unit: Unit) -> bool:
    """Whether a unit has a comma or a mark, behind which alone a cue can close it."""
    find, first, last = scan.tags.find, unit.first, unit.last
    return find(",", first, last) >= 0 or find('"', first, last) >= 0


def find(scan: Scan, unit: Unit, cue: Cue) -> bool:
    """Add the attribution of a cue that closes its sentence or stands between commas in it: '..., he said, ...'."""
    if cue.form != "finite" or cue.follows not in _OPEN or cue.classes.isdisjoint(_SAID) or not _may_close(scan, unit, cue):
        return False
    frame = _frame(scan, unit, cue)
    if frame is None:
        return False
    subject, first, last, inverted = frame
    tags = scan.tags
    end = contents.aside_end(scan, last, unit.last)
    middle = end < unit.last and tags[end] == ","
    if not (end >= unit.last or tags[end] in ".)" or middle):
        return False
    if tags[end + 1 : end + 2] == '"' and not _leads(scan, unit, first, end):
        return False
    start = unit.first
    while start < first and tags[start] in ",K:\n":
        start += 1
    left = (start, first - (tags[first - 1] == ","))
    middle = middle and tags[first - 1] == "," and _goes_on(scan, unit, first, end)
    if not middle and not _stands(tags, *left):
        return False
    content = [left, *(contents.trim(scan, end + 1, unit.last) if middle else [])]
    unit.found.append(Found(subject, (cue.group, cue.end), content, "inverted" if inverted else "postposed", True))
    return True


def _may_close(scan: Scan, unit: Unit, cue: Cue) -> bool:
    """Whether a comma or a closing mark stands before a cue, and behind it, or behind a source there, the sentence pauses."""
    tags, before = scan.tags, cue.group - 1
    if tags.find(",", unit.first, cue.group) < 0 and tags.find('"', unit.first, cue.group) < 0:
        return False
    if (tags[before] in ',"' and cue.says) or (tags[before] in "ICR" and scan.words.lowers[before] == "as"):
        return True
    end = contents.aside_end(scan, cue.end, unit.last)
    return end >= unit.last or tags[end] in ".),"


def _frame(scan: Scan, unit: Unit, cue: Cue) -> tuple[Range, int, int, bool] | None:
    """The source of a framing cue, where source and cue start and end, and whether the source stands behind the cue."""
    tags = scan.tags
    subject = cue.subject
    inverted = subject is None or (
        subject[0] != unit.first and tags[subject[0] - 1] not in ',":' and scan.words.lower(subject[0] - 1) != "as"
    )
    first, last = cue.group, cue.end
    if inverted:
        subject = source.right(scan, cue.end, unit.last)
        if subject is None or tags[cue.end] == "O":
            return None
        last = subject[1]
    elif subject is not None:
        first = subject[0]
    if subject is None:
        return None
    if first > unit.first + 1 and tags[first - 1] in "ICR" and scan.words.lower(first - 1) == "as":
        first -= 1
        inverted = False
    hearer = "tell" in cue.classes or is_time(scan, cue.end, scan.starting.get(cue.end, cue.end))
    if not inverted and cue.follows == "object" and not hearer:
        return None
    if cue.noun and (inverted or not source.document(scan, subject)):
        return None
    if "weak" in cue.classes and (inverted or not plain(scan, cue, subject)):
        return None
    if "say" not in cue.classes and (inverted or cue.follows):
        return None
    if first <= unit.first + 1 or not _comma(scan, unit, first):
        return None
    return subject, first, last, inverted


def _goes_on(scan: Scan, unit: Unit, first: int, comma: int) -> bool:
    """Whether what follows the comma behind a cue is the second half of what is said."""
    tags = scan.tags
    if tags[comma + 1 : comma + 2] in ("G", "", "W"):
        return False
    return (
        not contents.VERBS.isdisjoint(tags[comma : unit.last])
        or _figure(scan, comma + 1, unit.last)
        or (scan.words.lower(comma + 1) == "with" and "#" in tags[comma : unit.last])  # , the poll shows, with Lee at 40 percent
        or tags[first - 2] in "BMZ"
    )


def _stands(tags: str, first: int, last: int) -> bool:
    """Whether what stands before a closing cue can be what is said: a clause or a figure, no "when asked"."""
    if contents.VERBS.isdisjoint(tags[first:last]) and "#" not in tags[first:last]:
        return False
    return tags[first] not in "CQ" or tags[first + 1] in "B'" or "," in tags[first:last]
