"""What verbs take: whether what stands behind a cue is something that its class can say, think, intend or judge."""

from __future__ import annotations

from claimx.attributions import contents
from claimx.attributions.cues import Cue
from claimx.attributions.phrases import is_time
from claimx.attributions.scan import Range, Scan


def _idiom(scan: Scan, cue: Cue) -> bool:
    """Whether a verb only names ("a boat called Orvale") or counts the dead ("the flood claimed 40 lives")."""
    first = cue.start
    while first < cue.start + 4 and scan.tags[first : first + 1] in ("R", "I"):  # more than 40 lives
        first += 1
    end = scan.starting.get(first, cue.start + 1)
    if scan.is_a(end - 1, "toll"):
        return True
    alone = end >= len(scan.tags) or scan.tags[end] in ",.:KCIWBYAMZd"
    return "naming" in cue.classes and alone and not scan.tags[cue.start : end].strip("P#")


def _other(scan: Scan, cue: Cue) -> bool:
    """Whether an object shows that a verb says nothing here: a time, an idiom, or the result of a vote."""
    end = scan.starting.get(cue.start)
    if end is not None and cue.follows == "object" and is_time(scan, cue.start, end) and scan.tags[end : end + 1] in ("", ",", "."):
        return True  # "the talks concluded Monday"
    if "weak" in cue.classes and _idiom(scan, cue):
        return True
    return "judge" in cue.classes and cue.classes.isdisjoint(("say", "outlook")) and _percentages(scan, cue.start)


def _percentages(scan: Scan, start: int) -> bool:
    """Whether an object comes with the result of a vote: "backed Lund, 57 percent to 22 percent"."""
    tags, end = scan.tags, min(len(scan.tags), start + 10)
    figure = tags.find("#N", start, end)
    return 0 < figure < end - 2 and tags[figure + 2] in "T-:," and "#" in tags[figure + 2 : figure + 5] and _percent(scan, figure + 1)


def _percent(scan: Scan, at: int) -> bool:
    return scan.is_a(at, "share") or scan.words.text(at) == "%"


def accepts(scan: Scan, cue: Cue, subject: Range | None = None, document: bool = False) -> bool:
    """Whether what stands behind a cue is something that its class takes; DOCUMENT where its subject is a poll, a report ..."""
    classes, follows = cue.classes, cue.follows
    if not follows:
        return False
    if cue.noun and follows == "clause" and not document and scan.tags[cue.start] != "O":
        return False
    if document and follows != "to" and "say" in classes:
        return True
    weak = "weak" in classes
    if follows in ("object", "clause") and _other(scan, cue):
        return False
    if follows in ("quote", "colon"):
        return "say" in classes or "utter" in classes or (follows == "quote" and ("think" in classes or "judge" in classes))
    if follows == "clause" and "heavy" in classes and scan.tags[cue.start] != "O":
        named = subject is not None and scan.tags[subject[1] - 1] == "P"
        if not named:
            return False
    if follows in ("that", "clause", "wh"):
        return "say" in classes or "think" in classes or "judge" in classes
    if follows == "to":
        return "intend" in classes
    if follows == "gap":  # "who, he said, was ill"
        return (
            subject is not None
            and bool(classes & {"say", "think"})
            and (scan.tags[subject[0] - 1] in "W,C" or scan.words.lower(subject[0] - 1) in ("what", "that"))
        )
    if follows == "object" and "peg" in classes:
        end = min(len(scan.tags), cue.start + 12)
        return any(scan.words.lower(at) == "at" and "#" in scan.tags[at : at + 3] for at in range(cue.start, end) if scan.tags[at] == "I")
    if follows == "object" and "outlook" in classes:
        end = contents.phrase_end(scan, cue.start, min(len(scan.tags), cue.start + 20))
        return (
            scan.tags[cue.at] in "ZVNnd"
            and scan.words.lower(cue.at) != "saw"
            and ("#" in scan.tags[cue.start : end] or "G" in scan.tags[cue.start : end])
        )
    if follows == "object":
        return "judge" in classes or ("say" in classes and not weak and "heavy" not in classes)
    return False
