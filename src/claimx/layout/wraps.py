"""Hard-wrapped lines: where a paragraph goes on, its line break becomes a blank."""

from __future__ import annotations

import re
from itertools import pairwise

from claimx.page import FILLER

_WIDEST = 140
"""No typewriter, terminal or mail program wraps at more than this many characters."""
_NARROWEST = 35
_LOWER = re.compile(r"(?!by [A-Z]|[\w-]+\s?:)[a-z]|[,;:)](?= |$)")
_FINAL = re.compile(r"""[.!?:]["')\]]*$""")
_BULLET = re.compile(r"(?:[*•·▪●◦–—-]|\d{1,2}[.)]|[QA]:)\s")
_HYPHEN = re.compile(r"[^\W\d_]-$")
_KEPT_HYPHEN = re.compile(
    r"(?:\b(?:anti|co|cross|ex|half|high|ill|long|low|mid|multi|non|pre|post|pro|self|semi|short|so|vice|well)|\w*ty|[A-Z]\w*)-$"
)
"""Before these a hyphen at the line's end is the word's own ("anti-", "twenty-", "Franco-")."""


def join(shadow: str) -> str:
    """The shadow with the breaks inside paragraphs as blanks, those inside a divided word as fillers."""
    if "\n" not in shadow:
        return shadow
    lines = shadow.split("\n")
    breaks = ["\n"] * (len(lines) - 1)
    at = 0
    while at < len(lines):
        if not lines[at] or lines[at].isspace():
            at += 1
            continue
        last = at
        while last + 1 < len(lines) and lines[last + 1] and not lines[last + 1].isspace():
            last += 1
        if last > at:
            _join_run(lines, breaks, at, last)
        at = last + 1
    return "".join(line + gap for line, gap in zip(lines, [*breaks, ""], strict=True))


def _join_run(lines: list[str], breaks: list[str], first: int, last: int) -> None:
    """Join what belongs together in the lines FIRST to LAST, between which there is no blank one."""
    bare = [line.strip() for line in lines[first : last + 1]]
    width = max(map(len, bare))
    if not _NARROWEST <= width <= _WIDEST:
        return
    goes_on = [
        len(one) >= _NARROWEST * 2 // 3
        and _LOWER.match(following) is not None
        and _FINAL.search(one) is None
        and (following.count(" ") >= 2 or _FINAL.search(following) is not None)
        for one, following in pairwise(bare)
    ]
    if sum(goes_on) < max(1, 0.35 * sum(_FINAL.search(one) is None or len(one) > 0.85 * width for one in bare[:-1])):
        return
    for index, following in enumerate(bare[1:]):
        line = lines[first + index]
        if _BULLET.match(following) or (_indented(lines[first + index + 1]) and not _indented(line) and not goes_on[index]):
            continue
        full = len(bare[index]) + len(following.split(" ", 1)[0]) + 1 > width - 12
        if not (goes_on[index] or (full and (len(bare[index]) > 0.8 * width))):
            continue
        breaks[first + index] = " "
        if _HYPHEN.search(bare[index]) and following[:1].islower() and line.endswith("-"):
            breaks[first + index] = FILLER
            lines[first + index] = line if _KEPT_HYPHEN.search(bare[index]) else line[:-1] + FILLER


def _indented(line: str) -> bool:
    return line.startswith("  ")
