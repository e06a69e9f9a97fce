"""The reports for programs: one JSON array, or one JSON object a line."""

from __future__ import annotations

import msgspec

from claimx.check.run import Result


def json(result: Result) -> str:
    """All findings as one indented array of objects with the keys of :class:`claimx.check.Finding`."""
    return msgspec.json.format(msgspec.json.encode(result.findings), indent=2).decode() + "\n"


def jsonl(result: Result) -> str:
    """One finding a line."""
    return "".join(msgspec.json.encode(one).decode() + "\n" for one in result.findings)
