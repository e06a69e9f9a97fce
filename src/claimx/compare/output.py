"""Groups as JSON and CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Any

import msgspec

from claimx.compare.grouping import Group, Member
from claimx.render.json import encode

COLUMNS = (
    "group subject unit group_status status path title published line date quantity value low high comparator change speaker "
    "speaker_role speaker_organization attribution text sentence"
).split()


def as_json(groups: Iterable[Group], explain: bool = False) -> str:
    """One array of groups: subject, unit, status, explanation and claims.

    A claim has the keys of :class:`claimx.model.Claim` and its document's path, title and published, and ``status``: how it
    stands to the figure before it, null for the first. With ``explain`` it has the ``reasons`` for which it joined.
    """
    rows = [_group(one, explain) for one in groups]
    return msgspec.json.format(encode(rows), indent=2).decode() + "\n"


def _group(one: Group, explain: bool) -> dict[str, Any]:
    return {
        "subject": one.subject,
        "unit": one.unit,
        "status": one.status,
        "explanation": one.explanation,
        "claims": [_claim(member, explain) for member in one.members],
    }


def _claim(member: Member, explain: bool) -> dict[str, Any]:
    row: dict[str, Any] = {"path": member.path, "title": member.title, "published": member.published, "status": member.status}
    if explain:
        row["reasons"] = member.reasons
    bare = msgspec.structs.replace(member.claim, quantity=msgspec.structs.replace(member.claim.quantity, evidence=()), evidence=())
    row.update(msgspec.to_builtins(bare))
    return row


def as_csv(groups: Iterable[Group]) -> str:
    """One claim a row, with the number of its group."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for number, one in enumerate(groups, 1):
        for member in one.members:
            writer.writerow(["" if cell is None else _cell(cell) for cell in _row(number, one, member)])
    return buffer.getvalue()


def _row(number: int, one: Group, member: Member) -> list[Any]:
    claim = member.claim
    quantity, speaker = claim.quantity, claim.speaker
    return [
        number,
        one.subject,
        one.unit,
        one.status,
        member.status,
        member.path,
        member.title,
        member.published,
        claim.line,
        claim.date.value if claim.date else None,
        quantity.text,
        quantity.value,
        quantity.low,
        quantity.high,
        quantity.comparator,
        quantity.change,
        speaker.name if speaker else None,
        speaker.role if speaker else None,
        speaker.organization if speaker else None,
        claim.attribution.kind if claim.attribution else None,
        claim.text,
        claim.sentence,
    ]


def _cell(cell: Any) -> Any:
    """A text that a spreadsheet would run as a formula gets an apostrophe before it; the comparators are fixed words of ours."""
    if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t", "\r") and len(cell) > 1 and cell not in ("<=", ">="):
        return "'" + cell
    return cell.encode("utf-8", "replace").decode("utf-8") if isinstance(cell, str) else cell
