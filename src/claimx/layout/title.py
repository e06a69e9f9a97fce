"""The headline, and the lines that repeat it."""

from __future__ import annotations

import re

from claimx.layout import publisher
from claimx.layout.lines import Line

_MOST_WORDS = 32
_HEADERS = 250
_PLAIN = re.compile(r"[\W_]+")


def key(text: str) -> str:
    """A line's text as it is compared: letters and digits in lower case."""
    return _PLAIN.sub(" ", text.casefold()).strip()


def find(lines: list[Line], first: int) -> tuple[int, int] | None:
    """The index of the headline and the length of its text without the outlet's name; None if there is none.

    FIRST is the index of the first line of running text. The headline is the line that is printed twice, else the
    first line that can be one.
    """
    if len(lines) < 2:
        return None
    header = lines[: min(first, _HEADERS)] or lines[:1]
    able = [index for index, line in enumerate(header) if _able(line)]
    if not able:
        return None
    keys = {index: key(header[index].text[: publisher.suffix(header[index].text, lines)]) for index in able}
    seen: dict[str, int] = {}
    for index in able:
        words = keys[index].count(" ") + 1
        if words >= 4 and keys[index] in seen:
            return _with_length(lines, seen[keys[index]])
        seen.setdefault(keys[index], index)
    if first < len(lines) and keys[able[0]].count(" ") >= 2 and key(lines[first].text[:300]).startswith(keys[able[0]]):
        return _with_length(lines, able[0])
    strong = [index for index in able if header[index].words >= 3]
    if able[0] <= 1 and able[0] in strong:
        return _with_length(lines, able[0])
    if strong and len(able) <= 8:
        return _with_length(lines, strong[0])
    if strong:  # behind a menu: the longest line that stands last
        return _with_length(lines, max(strong[-6:], key=lambda index: min(header[index].words, 8)))
    return _with_length(lines, able[0]) if able[0] == 0 and len(able) <= 4 else None


def _with_length(lines: list[Line], index: int) -> tuple[int, int]:
    text = lines[index].text
    return index, publisher.suffix(text, lines)


def _able(line: Line) -> bool:
    return (
        line.kind in ("short", "item", "sentence", "prose", "teaser") and line.words <= _MOST_WORDS and publisher.known(line.text) is None
    )
