"""What a check reports: a code, where it stands and what is wrong, ready for every output format."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Literal

import msgspec

Severity = Literal["error", "warning", "note"]
RANK: dict[str, int] = {"error": 0, "warning": 1, "note": 2}
_BREAK = re.compile(r"\r\n|\r|\n")


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One finding. Lines and columns are 1-based and count code points; the end is exclusive, as in ``start``, ``end``.

    ``detail`` are further lines for people (what was, what is), ``help`` says what to do. ``source`` is the line that
    ``line`` names, as it stands in the file ("" where there is none).
    """

    code: str
    name: str
    severity: Severity
    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    start: int
    end: int
    message: str
    detail: tuple[str, ...] = ()
    help: str | None = None
    source: str = ""

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """The sort key of all reports: by file, place and code."""
        return (self.path, self.start, self.end, self.code, self.message)


class Lines:
    """The lines of a text, to turn an offset into line and column. A line ends at CR LF, CR or LF."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0]
        self._ends = []
        for found in _BREAK.finditer(text):
            self._ends.append(found.start())
            self._starts.append(found.end())
        self._ends.append(len(text))

    def place(self, offset: int) -> tuple[int, int]:
        """The 1-based line and column of an offset (clipped to the text)."""
        offset = min(max(offset, 0), len(self.text))
        row = bisect_right(self._starts, offset) - 1
        return row + 1, offset - self._starts[row] + 1

    def line(self, number: int) -> str:
        """The text of a 1-based line without its end; "" outside the text."""
        if not 1 <= number <= len(self._starts):
            return ""
        return self.text[self._starts[number - 1] : self._ends[number - 1]]

    def span(self, number: int) -> tuple[int, int]:
        """The offsets of a 1-based line, clipped to the lines there are."""
        row = min(max(number, 1), len(self._starts)) - 1
        return self._starts[row], self._ends[row]


def at(
    lines: Lines, path: str, code: str, start: int, end: int, message: str, *, detail: tuple[str, ...] = (), help: str | None = None
) -> Finding:
    """A finding of the rule ``code`` at the offsets ``start`` to ``end`` of a text."""
    from claimx.check.rules import rule

    about = rule(code)
    line, column = lines.place(start)
    end_line, end_column = lines.place(max(start, end))
    return Finding(
        code=code,
        name=about.name,
        severity=about.severity,
        path=path,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        start=start,
        end=max(start, end),
        message=message,
        detail=detail,
        help=help if help is not None else about.help,
        source=lines.line(line),
    )
