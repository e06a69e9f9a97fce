"""The reports for people: full, with the line and a caret under the place, and concise, one line a finding."""

from __future__ import annotations

import unicodedata

from claimx.check.findings import Finding
from claimx.check.run import Result

_COLORS = {"error": "31", "warning": "33", "note": "36"}
_LEAST = 40


def full(result: Result, *, color: bool = False, width: int = 100) -> str:
    """Every finding with its line, a caret, what was and what is, and what to do; then the summary."""
    return "".join(_full(one, color, max(width, _LEAST)) + "\n" for one in result.findings) + summary(result, color) + "\n"


def concise(result: Result, *, color: bool = False, width: int = 100) -> str:
    """``path:line:col: CODE message``, one line a finding; then the summary."""
    return "".join(line(one, color) + "\n" for one in result.findings) + summary(result, color) + "\n"


def line(one: Finding, color: bool = False) -> str:
    """One finding in one line."""
    place = clean(f"{one.path}:{one.line}:{one.column}:")
    return f"{_paint(place, '1', color)} {_paint(one.code, _COLORS[one.severity], color)} {clean(one.message)}"


def summary(result: Result, color: bool = False) -> str:
    """What was looked at and what was found, in one or two sentences."""
    looked = f"{_number(len(result.files), 'file')}, {_number(result.claims, 'claim')}"
    failing = sum(one.severity != "note" for one in result.findings)
    notes = len(result.findings) - failing
    if not result.findings and not result.failures:
        text = _paint(f"All as expected: {looked}.", "32", color)
    else:
        files = len({one.path for one in result.findings if one.severity != "note"})
        text = f"{_number(failing, 'finding')}" + (f" in {_number(files, 'file')}" if failing else "") + f" ({looked})."
        text = _paint(text, "1;31" if failing else "32", color)
    if notes:
        text += f" {_number(notes, 'claim')} moved, otherwise the same."
    if result.known:
        text += f" {_number(result.known, 'finding')} known to the baseline."
    if result.failures:
        text += " " + _paint(f"{_number(len(result.failures), 'path')} could not be checked.", "31", color)
    return text


def _full(one: Finding, color: bool, width: int) -> str:
    gutter = " " * len(str(one.line))
    bar = _paint("|", "34", color)
    rows = [line(one, color)]
    if one.source.strip():
        shown, before, caret = _window(one, width - len(gutter) - 3)
        rows += [f"{gutter} {bar}", f"{_paint(str(one.line), '34', color)} {bar} {shown}"]
        rows.append(f"{gutter} {bar} {' ' * before}{_paint('^' * caret, _COLORS[one.severity], color)}")
    for text in one.detail:
        sign = {"+": "32", "-": "31"}.get(text[:1])
        rows.append(f"{gutter} {_paint('=', '34', color)} {_paint(clean(text), sign, color and sign is not None)}")
    if one.help:
        rows.append(f"{gutter} {_paint('= help:', '34', color)} {one.help}")
    return "\n".join(rows) + "\n"


def _window(one: Finding, width: int) -> tuple[str, int, int]:
    """The part of the line around the place that fits the width; the cells before the caret, and the caret's."""
    source = clean(one.source)
    start = min(one.column - 1, len(source))
    end = len(source) if one.end_line > one.line else min(max(one.end_column - 1, start), len(source))
    left, right = 0, len(source)
    if cells(source) > width:
        left = max(0, min(start - width // 3, right - width + 1))
        right = left
        room = width - 2
        while right < len(source) and (room := room - cells(source[right])) >= 0:
            right += 1
    head, tail = "…" if left else "", "…" if right < len(source) else ""
    end = min(end, right)
    before = cells(head) + cells(source[left:start])
    return head + source[left:right] + tail, before, max(1, cells(source[start:end]))


def cells(text: str) -> int:
    """How many terminal columns a text takes: two for wide characters, none for combining ones."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(one) else 2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text)


def clean(text: str) -> str:
    """The text with every control, format and unpaired surrogate character as one harmless one, so that columns hold."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(one if one.isprintable() or one == "\u00a0" else " " if one.isspace() else "\ufffd" for one in text)


def _number(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _paint(text: str, code: str | None, color: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if color and code else text
