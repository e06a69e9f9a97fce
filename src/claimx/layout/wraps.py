"""Hard-wrapped lines: where a paragraph goes on, its line break becomes a blank."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from claimx import lazy
from claimx.page import FILLER

_WIDEST = 140
"""No typewriter, terminal or mail program wraps at more than this many characters."""
_NARROWEST = 35
_RAGGED = 12
"""How far a full line may stop short of the width when the next word does not fit."""
_LOWER = lazy.compile(r"(?!by [A-Z]|[\w-]+\s?:)[a-z]|[,;:)](?= |$)")
_FINAL = lazy.compile(r"""[.!?:]["')\]]*$""")
_OPEN = lazy.compile(
    r"\b(?:a|an|and|as|at|by|for|from|had|has|have|her|his|in|into|is|its|of|on|or|than|that|the|their|to|was|were|which|who|with)$"
)
"""Words that end no line but a wrapped one."""
_BULLET = lazy.compile(r"(?:[*•·▪●◦–—-]|\d{1,2}[.)]|[QA]:)\s")
_HYPHEN = lazy.compile(r"[^\W\d_]-$")
_KEPT_HYPHEN = lazy.compile(
    r"(?:\b(?:anti|co|cross|ex|half|high|ill|long|low|mid|multi|non|pre|post|pro|self|semi|short|so|vice|well)|\w*ty|[A-Z]\w*)-$"
)
"""Before these a hyphen at the line's end is the word's own ("anti-", "twenty-", "Franco-")."""


def join(shadow: str) -> str:
    """The shadow with the breaks inside paragraphs as blanks, those inside a divided word as fillers."""
    if "\n" not in shadow:
        return shadow
    lines = shadow.split("\n")
    breaks = ["\n"] * (len(lines) - 1)
    runs = [(first, last) for first, last in _runs(lines) if last > first]
    wrapped = [(run, width) for run in runs if (width := _width(lines, *run))]
    if not wrapped:
        return shadow
    for (first, last), width in wrapped:
        _join_run(lines, breaks, first, last, width)
    # where one paragraph is wrapped, so is a line of the same width that stops short of a full stop
    widest = max(width for _, width in wrapped)
    joined = {run for run, _ in wrapped}
    for first, last in runs:
        full = widest - _RAGGED < len(lines[first].strip()) <= widest + 2
        if (first, last) not in joined and full and _FINAL.search(lines[first].strip()) is None:
            _join_run(lines, breaks, first, last, widest)
    return "".join(line + gap for line, gap in zip(lines, [*breaks, ""], strict=True))


def _runs(lines: list[str]) -> Iterator[tuple[int, int]]:
    """The first and last indices of the lines that follow each other without a blank one."""
    first = None
    for index, line in enumerate(lines):
        empty = not line or line.isspace()
        if first is not None and empty:
            yield first, index - 1
        first = None if empty else index if first is None else first
    if first is not None:
        yield first, len(lines) - 1


def _width(lines: list[str], first: int, last: int) -> int:
    """The width at which the lines FIRST to LAST are wrapped; 0 if they are lines in their own right."""
    bare = [line.strip() for line in lines[first : last + 1]]
    width = max(map(len, bare))
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    if _FINAL.search(bare[-1]) is None and not any(". " in one for one in bare):
        return 0  # no sentence ends in it
    going = [_is_full(one, following, width) for one, following in pairwise(bare) if _goes_on(one, following)]
    open_ends = sum(_FINAL.search(one) is None or len(one) > 0.85 * width for one in bare[:-1])
    # the items of a list may go on in lower case too, but they stop where they please
    return width if len(going) >= max(1, 0.35 * open_ends) and 2 * sum(going) >= len(going) else 0


def _is_full(one: str, following: str, width: int) -> bool:
    """Whether the first word of the next line had no room in a line."""
    return len(one) + len(following.split(" ", 1)[0]) + 1 > width - _RAGGED


def _goes_on(one: str, following: str) -> bool:
    """Whether a line ends in mid-sentence, and the next goes on in lower case or has to go on."""
    if _OPEN.search(one) is not None and len(one) >= _NARROWEST * 2 // 3:
        return True
    return (
        len(one) >= _NARROWEST * 2 // 3
        and _LOWER.match(following) is not None
        and _FINAL.search(one) is None
        and (following.count(" ") >= 2 or _FINAL.search(following) is not None)
    )


def _join_run(lines: list[str], breaks: list[str], first: int, last: int, width: int) -> None:
    """Join the lines FIRST to LAST but where a paragraph ends or an item begins."""
    for index in range(first, last):
        one, following = lines[index].strip(), lines[index + 1].strip()
        going = _goes_on(one, following)
        if _BULLET.match(following) or (_indented(lines[index + 1]) and not _indented(lines[index]) and not going):
            continue
        full = _is_full(one, following, width) and len(one) > 0.75 * width
        if not (going or full):
            continue
        breaks[index] = " "
        if _HYPHEN.search(one) and following[:1].islower() and lines[index].endswith("-"):
            breaks[index] = FILLER
            lines[index] = lines[index] if _KEPT_HYPHEN.search(one) else lines[index][:-1] + FILLER


def _indented(line: str) -> bool:
    return line.startswith("  ")
