"""JUnit XML as CI servers read it: a suite a file, a case a finding, and one passing case for a file without any."""

from __future__ import annotations

import re
from collections import defaultdict
from xml.sax.saxutils import escape, quoteattr

from claimx.check.findings import Finding
from claimx.check.reports.text import clean
from claimx.check.run import Result

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit(result: Result) -> str:
    """The report. Notes pass (with their text as output), unusable input is an error."""
    by_file: dict[str, list[Finding]] = defaultdict(list)
    for one in result.findings:
        by_file[one.path].append(one)
    broken = dict(result.failures)
    suites = [_suite(path, by_file.get(path, []), broken.get(path)) for path in sorted({*result.files, *by_file, *broken})]
    totals = [sum(numbers) for numbers in zip(*(counts for _, counts in suites), strict=True)] or [0, 0, 0]
    head = f'<testsuites name="claimx check" tests="{totals[0]}" failures="{totals[1]}" errors="{totals[2]}" time="0">'
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', head, *(text for text, _ in suites), "</testsuites>"]) + "\n"


def _suite(path: str, findings: list[Finding], broken: str | None) -> tuple[str, tuple[int, int, int]]:
    cases = [_case(path, one) for one in findings]
    failures = sum(one.severity != "note" for one in findings)
    if broken is not None:
        inside = f"<error type={_attribute('unusable input')} message={_attribute(broken)}>{_text(broken)}</error>"
        cases.append(f'    <testcase name={_attribute("unusable input")} classname={_attribute(path)} time="0">{inside}</testcase>')
    elif not cases:
        cases.append(f'    <testcase name="claims" classname={_attribute(path)} file={_attribute(path)} time="0"/>')
    counts = (len(cases), failures, int(broken is not None))
    head = f'  <testsuite name={_attribute(path)} tests="{counts[0]}" failures="{counts[1]}" errors="{counts[2]}" skipped="0" time="0">'
    return "\n".join([head, *cases, "  </testsuite>"]), counts


def _case(path: str, one: Finding) -> str:
    name = f"{one.code} {one.name} {one.line}:{one.column}"
    head = f'    <testcase name={_attribute(name)} classname={_attribute(path)} file={_attribute(path)} line="{one.line}" time="0">'
    body = "\n".join(
        (f"{one.path}:{one.line}:{one.column}: {one.code} {one.message}", *one.detail, *((f"help: {one.help}",) if one.help else ()))
    )
    if one.severity == "note":
        return f"{head}<system-out>{_text(body)}</system-out></testcase>"
    return f"{head}<failure type={_attribute(one.code)} message={_attribute(one.message)}>{_text(body)}</failure></testcase>"


def _attribute(text: str) -> str:
    return quoteattr(_legal(clean(text)))


def _text(text: str) -> str:
    return escape(_legal(text))


def _legal(text: str) -> str:
    """XML 1.0 has no way to write most control characters, so they are shown as the replacement character."""
    return _ILLEGAL.sub("\ufffd", text)
