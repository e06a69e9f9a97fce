"""Attributions that name no source, or name it behind "by": "is expected to", "appears to", "was praised by the mayor"."""

from __future__ import annotations

from claimx.attributions import contents, source
from claimx.attributions.classes import members
from claimx.attributions.cues import Cue
from claimx.attributions.scan import Found, Range, Scan, Unit

_NOUNS = frozenset("NSP")
_BEHIND_PASSIVE = frozenset(("to", "that", "quote", "clause", "wh"))


def find(scan: Scan, unit: Unit, cue: Cue) -> Found | None:
    """The attribution of a cue in the passive, of a verb of seeming, or of a question without a source."""
    if cue.form == "passive":
        if _agent(scan, cue, unit.last):
            return _by(scan, unit, cue)
        if cue.follows not in _BEHIND_PASSIVE:
            return None
    elif "seem" not in cue.classes and "tell" not in cue.classes:
        return None
    subject = source.left(scan, cue.group, unit.first)
    if subject is None:
        return _asked(scan, unit, cue)
    if "seem" in cue.classes:
        if cue.form in ("passive", "reduced", "participle", "infinitive") or cue.follows == "" or scan.tags[cue.start] in "I":
            return None
        if "weak" in cue.classes and cue.follows not in ("to", "that"):
            return None
        return _impersonal(scan, unit, cue, subject)
    if cue.form == "passive" and cue.follows == "to" and cue.classes & {"think", "say"} and "tell" not in cue.classes:
        return _impersonal(scan, unit, cue, subject)
    if cue.form == "passive" and cue.follows == "that" and cue.classes & {"think", "say"} and scan.words.lower(subject[0]) == "it":
        return Found(None, (cue.group, cue.end), contents.right(scan, unit, cue), "hearsay", False)  # it is understood that
    if cue.form == "passive" and {"tell", "say"} <= cue.classes and cue.follows in ("that", "quote", "clause", "wh"):
        return Found(None, (cue.group, cue.end), contents.right(scan, unit, cue), "hearer", False)
    return None


def _agent(scan: Scan, cue: Cue, high: int) -> bool:
    return cue.end < high and scan.tags[cue.end] == "I" and scan.words.lower(cue.end) == "by"


def _by(scan: Scan, unit: Unit, cue: Cue) -> Found | None:
    """ "The plan was denounced by the union": the agent is the source, the subject the content."""
    if {"tell", "say"} <= cue.classes:
        return None  # was asked by a caller why
    if not cue.classes & {"judge", "say"} or ("weak" in cue.classes and (cue.form == "reduced" or "judge" not in cue.classes)):
        return None
    agent = source.right(scan, cue.end + 1, unit.last)
    content = source.left(scan, cue.group, unit.first)
    if agent is None or content is None or scan.tags[agent[0]] in "G#" or scan.tags[content[0]] in "WO":
        return None
    if _NOUNS.isdisjoint(scan.tags[slice(*content)]):
        return None
    return Found(agent, (cue.group, cue.end + 1), [content], "agent", False)


def _impersonal(scan: Scan, unit: Unit, cue: Cue, subject: Range) -> Found | None:
    start, last = cue.start, contents.phrase_end(scan, cue.start, unit.last)
    content = contents.trim(scan, start, last)
    if not content:
        return None
    if scan.tags[subject[0]] not in "EW" and not (subject[1] - subject[0] == 1 and scan.words.lower(subject[0]) == "it"):
        content.insert(0, subject)
    return Found(None, (cue.group, cue.end), content, "hearsay", False)


def _asked(scan: Scan, unit: Unit, cue: Cue) -> Found | None:
    """ "Asked whether he would go, ...": the question has no source."""
    if cue.group != unit.first and scan.tags[cue.group - 1] not in "QC":
        return None
    if cue.form not in ("reduced", "finite") or "tell" not in cue.classes or scan.codes[cue.at] in members("think"):
        return None
    if cue.follows not in ("that", "wh"):
        return None
    comma = scan.tags.find(",", cue.start, min(unit.last, cue.start + 40))
    content = contents.trim(scan, cue.start, comma if comma > 0 else unit.last)
    return Found(None, (cue.group, cue.end), content, "hearer", False) if content else None


def respondents(scan: Scan) -> None:
    """Take the source from the figures in what a share of those asked say: they are the poll's ("compared with 4 in 10 who ...")."""
    for unit in scan.units:
        for found in unit.found:
            if found.source is not None and source.share(scan, found.source):
                figures = any("#" in scan.tags[first:last] for first, last in found.content)
                found.source, found.rule = None if figures else found.source, "respondents"
            if found.outer is not None and source.share(scan, found.outer):
                found.outer = None
