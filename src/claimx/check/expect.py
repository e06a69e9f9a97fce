"""CX0: the claims of a text against its sidecar."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from claimx.check.findings import Finding, Lines, at
from claimx.check.match import Matching, differences, match
from claimx.check.sidecar import Entry, entry, expected, facts
from claimx.model import Document

_CROP = 96


@dataclass(frozen=True, slots=True)
class Comparison:
    """The findings of one text, how its claims were paired, and the sidecar's entries if all of it were accepted."""

    findings: tuple[Finding, ...]
    old: tuple[Entry, ...] | None
    new: tuple[Entry, ...]
    updated: tuple[Entry, ...]


def compare(path: str, lines: Lines, document: Document, old: tuple[Entry, ...] | None) -> Comparison:
    """Hold the claims of a document against its sidecar's entries (None: there is no sidecar)."""
    new = tuple(entry(claim) for claim in document.claims)
    if old is None:
        shown = tuple(f"+ {describe(one)}" for one in new)
        count = f"{len(new)} claim{'' if len(new) == 1 else 's'}" if new else "no claims, an empty sidecar"
        finding = at(lines, path, "CX001", 0, 0, f"no sidecar; `--update` would record {count}", detail=shown)
        return Comparison((finding,), None, new, new)
    matching = match(old, new)
    findings = [_changed(path, lines, document, old[i], new[j], j) for i, j in matching.changed]
    findings += [_moved(path, lines, document, old[i], new[j], j) for i, j in matching.moved]
    findings += [_gained(path, lines, document, new[j], j) for j in matching.gained]
    findings += [_lost(path, lines, old[i]) for i in matching.lost if old[i].status != "rejected"]
    return Comparison(tuple(sorted(findings, key=lambda one: one.order)), old, new, _merge(old, new, matching))


def describe(one: Entry) -> str:
    """A claim in one line for people: place, figure, subject, speaker and date."""
    parts = [f"line {one.line}: {one.text}"]
    if one.subject and one.subject.lower() not in one.text.lower():
        parts.append(f"[{one.subject}]")
    parts.append(f"by {one.speaker}" if one.speaker else "by the reporter")
    if one.date:
        parts.append(f"for {one.date}")
    parts += [word for word, given in (("negated", one.negated), ("hedged", one.hedged)) if given]
    return ", ".join(parts)


def _changed(path: str, lines: Lines, document: Document, old: Entry, new: Entry, j: int) -> Finding:
    changes = differences(old, new)
    message = "claim changed: " + "; ".join(f"{key} {show(a)} -> {show(b)}" for key, a, b in changes)
    detail = [f"- {describe(old)}", f"+ {describe(new)}"]
    if old.status in ("edited", "rejected"):
        detail.append(f"  a person has {old.status} this claim as it was")
    return _at_claim(path, lines, document, j, "CX003", message, tuple(detail))


def _moved(path: str, lines: Lines, document: Document, old: Entry, new: Entry, j: int) -> Finding:
    moves = [] if old.line == new.line else [f"from line {old.line} to {new.line}"]
    moves += [f"now worded “{crop(new.text)}”"] if old.text != new.text else []
    moves += ["in a reworded sentence"] if old.sentence != new.sentence else []
    return _at_claim(path, lines, document, j, "CX006", "claim moved, otherwise the same: " + ", ".join(moves), ())


def _gained(path: str, lines: Lines, document: Document, new: Entry, j: int) -> Finding:
    return _at_claim(path, lines, document, j, "CX004", f"claim gained: {describe(new)}", (f"+ {describe(new)}",))


def _lost(path: str, lines: Lines, old: Entry) -> Finding:
    start, end = lines.span(old.line)
    where = lines.text.find(old.text, start, end)
    if where >= 0:
        start, end = where, where + len(old.text)
    detail = (f"- {describe(old)}", f"  it stood in “{crop(old.sentence)}”")
    return at(lines, path, "CX005", start, end, f"claim lost: {describe(old)}", detail=detail)


def _at_claim(path: str, lines: Lines, document: Document, j: int, code: str, message: str, detail: tuple[str, ...]) -> Finding:
    quantity = document.claims[j].quantity
    return at(lines, path, code, quantity.start, quantity.end, message, detail=detail)


def _merge(old: tuple[Entry, ...], new: tuple[Entry, ...], matching: Matching) -> tuple[Entry, ...]:
    """The entries if everything were accepted: new facts and places, a person's verdicts kept where they still hold."""
    kept: list[tuple[int, int, Entry]] = []
    for i, j in (*matching.same, *matching.moved):
        kept.append((new[j].line, j, carry(old[i], new[j])))
    kept += [(new[j].line, j, new[j]) for j in (*(j for _, j in matching.changed), *matching.gained)]
    kept += [(old[i].line, -1, old[i]) for i in matching.lost if old[i].status == "rejected"]
    return tuple(one for _, _, one in sorted(kept, key=lambda item: item[:2]))


def carry(old: Entry, new: Entry) -> Entry:
    """The new place with the old verdict: what a person accepted, edited or rejected stays so."""
    if old.status != "edited":
        return _replace(new, status=old.status)
    if expected(old) == facts(new):  # the machine has caught up with the correction
        return _replace(new, status="accepted")
    changes: dict[str, Any] = {key: getattr(old, key) for key in old.extracted or ()}
    return _replace(new, status="edited", extracted=old.extracted, **changes)


def _replace(one: Entry, **changes: Any) -> Entry:
    import msgspec

    return msgspec.structs.replace(one, **changes)


def show(value: Any) -> str:
    """A value of a sidecar as a person reads it: none, yes and no, text in quotation marks."""
    return "none" if value is None else json.dumps(value, ensure_ascii=False)


def crop(text: str, width: int = _CROP) -> str:
    """The text in one line, cut with an ellipsis to a number of characters."""
    return text if len(text) <= width else text[: width - 1].rstrip() + "…"
