"""GitHub annotations: workflow commands on standard output.

GitHub shows ten annotations of a step and drops the rest without a word; so the worst ten are annotated, the tenth says
how many there are beyond, and those follow as plain lines of the log.
"""

from __future__ import annotations

from claimx.check.findings import RANK, Finding
from claimx.check.reports.text import clean, line, summary
from claimx.check.run import Result

LIMIT = 10
_LEVELS = {"error": "error", "warning": "warning", "note": "notice"}


def github(result: Result) -> str:
    """The annotations, worst first, then what did not fit, then the summary."""
    ranked = sorted(result.findings, key=lambda one: (RANK[one.severity], one.order))
    failures = [f"::error file={_property(path)},title=unusable input::{_data(message)}" for path, message in result.failures]
    rows = failures + [_annotation(one) for one in ranked]
    if len(rows) <= LIMIT:
        return "".join(row + "\n" for row in rows) + summary(result) + "\n"
    beyond = len(rows) - LIMIT + 1
    level = _LEVELS[ranked[-beyond].severity] if beyond <= len(ranked) else "error"
    shown = [*rows[: LIMIT - 1], f"::{level} title=claimx check::and {beyond} more findings, in the log of this step"]
    rest = [line(one).replace("::", ":\u200b:") for one in ranked[-beyond:]]
    return "".join(row + "\n" for row in (*shown, *rest)) + summary(result) + "\n"


def _annotation(one: Finding) -> str:
    place = f"file={_property(one.path)},line={one.line},endLine={one.end_line}"
    if one.line == one.end_line:  # GitHub refuses columns over several lines
        place += f",col={one.column},endColumn={max(one.end_column, one.column)}"
    return f"::{_LEVELS[one.severity]} {place},title={_property(f'{one.code} {one.name}')}::{_data(one.message)}"


def _data(text: str) -> str:
    return clean(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
