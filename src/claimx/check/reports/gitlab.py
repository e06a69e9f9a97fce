"""GitLab's Code Quality report (a subset of Code Climate's): one JSON array."""

from __future__ import annotations

import json
from collections import Counter
from hashlib import sha256

from claimx.check.findings import Finding
from claimx.check.run import Result

_SEVERITY = {"error": "major", "warning": "minor", "note": "info"}


def gitlab(result: Result) -> str:
    """The findings; unusable input is a finding of severity "blocker"."""
    rows = [
        {
            "description": f"{one.code} {one.message}",
            "check_name": one.code,
            "fingerprint": mark,
            "severity": _SEVERITY[one.severity],
            "location": {"path": one.path, "lines": {"begin": one.line, "end": one.end_line}},
        }
        for one, mark in zip(result.findings, fingerprints(result.findings), strict=True)
    ]
    for path, message in result.failures:
        mark = sha256(f"unusable\0{path}\0{message}".encode(errors="replace")).hexdigest()
        location = {"path": path, "lines": {"begin": 1, "end": 1}}
        rows.append({"description": message, "check_name": "unusable", "fingerprint": mark, "severity": "blocker", "location": location})
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def fingerprints(findings: tuple[Finding, ...]) -> list[str]:
    """A mark for each finding that stays when lines above it come or go: from path, code and the text at the place."""
    seen: Counter[str] = Counter()
    marks = []
    for one in findings:
        text = one.source[one.column - 1 : one.end_column - 1] if one.line == one.end_line else one.source
        key = f"{one.path}\0{one.code}\0{text}"
        marks.append(sha256(f"{key}\0{seen[key]}".encode(errors="replace")).hexdigest())
        seen[key] += 1
    return marks
