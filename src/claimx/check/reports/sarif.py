"""SARIF 2.1.0, the interchange format that code hosts and editors read."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from claimx._version import __version__
from claimx.check.findings import Finding
from claimx.check.reports.gitlab import fingerprints
from claimx.check.rules import RULES
from claimx.check.run import Result

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif(result: Result) -> str:
    """One run with all rules, the findings as results, and unusable input as notifications of the invocation."""
    index = {one.code: number for number, one in enumerate(RULES)}
    marks = fingerprints(result.findings)
    run = {
        "tool": {"driver": {"name": "claimx", "semanticVersion": __version__, "version": __version__, "rules": _rules()}},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": not result.failures, "toolExecutionNotifications": _notifications(result)}],
        "results": [_result(one, index[one.code], mark) for one, mark in zip(result.findings, marks, strict=True)],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rules() -> list[dict[str, Any]]:
    return [
        {
            "id": one.code,
            "name": "".join(word.capitalize() for word in one.name.split("-")),
            "shortDescription": {"text": one.summary},
            "fullDescription": {"text": f"{one.summary} {one.why}"},
            "help": {"text": f"{one.why} What to do: {one.help}."},
            "defaultConfiguration": {"enabled": one.default, "level": one.severity},
        }
        for one in RULES
    ]


def _result(one: Finding, index: int, mark: str) -> dict[str, Any]:
    region: dict[str, Any] = {"startLine": one.line, "startColumn": one.column, "endLine": one.end_line, "endColumn": one.end_column}
    if one.end > one.start:
        region |= {"charOffset": one.start, "charLength": one.end - one.start}
    if one.source:
        region["snippet"] = {"text": one.source}
    return {
        "ruleId": one.code,
        "ruleIndex": index,
        "level": one.severity,
        "message": {"text": one.message},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(one.path)}, "region": region}}],
        "partialFingerprints": {"claimx/v1": mark},
    }


def _notifications(result: Result) -> list[dict[str, Any]]:
    return [
        {"level": "error", "message": {"text": message}, "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(path)}}}]}
        for path, message in result.failures
    ]


def _uri(path: str) -> str:
    """A relative path stays relative, so that a host can lay the report over its own checkout."""
    quoted = quote(path.replace("\\", "/"), safe="/~", errors="replace")
    return "file://" + quoted if quoted.startswith("/") else quoted
