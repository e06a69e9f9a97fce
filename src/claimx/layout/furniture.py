"""Which lines are the article.

The article is the stretch of lines, from the first running text on, whose words outweigh the furniture between them:
running text counts its words, a short line costs as much as a short sentence has (a maximum prefix sum). Inside the
stretch only lines that are furniture by their own looks are left out; nothing is left out because it is short.
"""

from __future__ import annotations

import re

from claimx import lazy
from claimx.layout.lines import PROSE_CHARACTERS, Line

_COST = {
    "short": -12,
    "item": 3,
    "teaser": -10,
    "junk": -12,
    "stop": -45,
    "code": -30,
    "table": -1,
    "caption": -1,
    "link": -10,
    "related": -1,
}
_COST |= {"stamp": -2, "clock": 6, "byline": -1}
_FURNITURE = frozenset(("code", "table", "caption", "link", "related", "junk", "stop", "stamp", "clock", "byline"))
_FEW_WORDS = 60
"""A text of no more words is a snippet that somebody passed in, not a page: it is read whole."""
# one button or widget may stand anywhere, a row of them does not: each costs more than the one before
_DOUBT, _BREAK = 0.5, 0.9
"""Behind "More stories" a sentence counts half, until so many have come that the article must go on; behind "Comments" nearly all."""
_PASSAGE = 25
_WEAK, _BAR = -4, 3
"""What "Sign up for our newsletter" costs, and how many buttons in a row are free: they may stand inside an article."""
_ENDING = lazy.compile(
    r"\b(?:read|related|trending|popular|viewed|recommended|more|latest|stories|headlines|like|missed|about|copyright|©|privacy|terms|reserved|contact|reply|leave|next)",
    re.IGNORECASE,
)
_PLEA = lazy.compile(r"(?:sign up|subscribe|newsletter|get\b|join\b)", re.IGNORECASE)
_COMMENT = lazy.compile(r"^(?:reply|report|like|flag|share)\b|\bago$|\bsays:?$|\bat \d{1,2}:\d\d|^[\w.-]+\d$", re.IGNORECASE)
_LIST = 4
"""So many short lines in a row, and no figure among them, are a list of links."""


def article(lines: list[Line]) -> tuple[int, int]:
    """The indices of the first line of running text and of the line behind the last one; (0, 0) if there is none."""
    first = _first(lines)
    if snippet(lines):
        return first or 0, len(lines)
    if first is None:
        return 0, len(lines) if len(lines) <= 12 else 0
    last = _end(lines, first)
    tail = lines[last:]
    looks = sum(line.kind in ("short", "junk", "stop", "code", "teaser", "link", "related", "stamp") for line in tail)
    return first, last if looks * 3 >= len(tail) else len(lines)


def _end(lines: list[Line], first: int) -> int:
    """The index behind the article's last line: where the sum of what its lines weigh is greatest."""
    best, best_sum, running, weight = first + 1, 0.0, 0.0, 1.0
    buttons = together = 0  # junk lines in a row; words of the text lines in a row
    for index in range(first, len(lines)):
        line = lines[index]
        if line.kind == "stop":
            if running > _FEW_WORDS and _are_comments(lines, index):
                break
            behind = running > _FEW_WORDS and "comment" in line.text.lower()
            weight = _DOUBT if weight == _DOUBT or behind or _is_ending(line) else _BREAK
        if line.kind in ("prose", "sentence"):
            goes_on = together > 0 and weight != _DOUBT
            together += line.words
            buttons = 0
            running += weight * line.words
            if goes_on and together >= _PASSAGE:  # two paragraphs together: the article goes on behind a bar of buttons
                running = max(running, best_sum + together)
        else:
            together = 0 if line.kind not in ("caption", "clock") else together
            buttons += line.kind == "junk"
            cost = _WEAK if line.kind == "stop" and weight != _DOUBT else _COST[line.kind]
            running += cost * (max(0, buttons - _BAR) if line.kind == "junk" else 1)
        if running > best_sum:
            best, best_sum, weight = index + 1, running, 1.0
    return best


def _is_ending(line: Line) -> bool:
    """Whether a line only ever stands behind an article; a plea to subscribe may interrupt it."""
    return _ENDING.search(line.text) is not None and _PLEA.match(line.text) is None


def _are_comments(lines: list[Line], index: int) -> bool:
    """Whether readers' comments follow a line that announces them: names, times and buttons to reply between the texts."""
    if "comment" not in lines[index].text.lower() and "repl" not in lines[index].text.lower():
        return False
    following = lines[index + 1 : index + 9]
    return sum(_COMMENT.search(line.text) is not None for line in following if line.words <= 6) >= 2


def snippet(lines: list[Line]) -> bool:
    """Whether a text is a few sentences that somebody passed in, and no page."""
    total = menus = 0
    for line in lines:
        total += 0 if line.kind in _FURNITURE else line.words
        menus += line.kind in ("short", "junk", "stop")
        if total > _FEW_WORDS or menus > 8 or (line.kind == "stop" and _is_ending(line)):
            return False
    return True


def _first(lines: list[Line]) -> int | None:
    """The first line of running text; a page without any begins with its first sentence or item."""
    for kinds in (("prose",), ("sentence",), ("item",)):
        for index, line in enumerate(lines):
            if line.kind in kinds and not (line.kind == "prose" and _is_headline(lines, index)):
                return _back(lines, index) if kinds == ("prose",) else index
    return 0 if lines and any(line.kind == "prose" for line in lines) else None


def _is_headline(lines: list[Line], index: int) -> bool:
    """Whether a long first line is the page's title: it comes first and running text follows."""
    return (
        index == 0 and lines[0].words <= 30 and not lines[0].text.endswith((".", '"')) and any(line.kind == "prose" for line in lines[1:12])
    )


def _back(lines: list[Line], index: int) -> int:
    """Take along the short sentences right before the first running text, as far as the title or furniture."""
    while index > 1 and lines[index - 1].kind == "sentence" and lines[index - 1].words >= 4 and lines[index - 1].text[-1] in '."!?':
        index -= 1
    return index


def kept(lines: list[Line], first: int, last: int) -> list[Line]:
    """The lines FIRST up to LAST that are no furniture, lists of links left out."""
    found: list[Line] = []
    run: list[Line] = []
    linked = False  # behind "Related coverage" short lines are links until a sentence comes
    for line in lines[first:last]:
        if line.kind == "short" and line.words <= 14:
            run.append(line)
            continue
        found += _list(run, linked)
        run = []
        linked = (
            line.kind == "stop"
            or (line.kind == "related" and line.text[-1] in ":|»>-–—")
            or (line.kind == "junk" and line.text.lower().startswith("related"))
        )
        if line.kind not in _FURNITURE:
            found.append(line)
    return found + _list(run, linked)


def _list(run: list[Line], linked: bool) -> list[Line]:
    if linked or (len(run) >= _LIST and not any(character.isdigit() for line in run for character in line.text)):
        return []
    return run


def is_furniture(line: Line) -> bool:
    """Whether a line is furniture by its own looks."""
    return line.kind in _FURNITURE


def opens_list(line: Line) -> bool:
    """Whether a line announces other stories ("Most read", "Related articles")."""
    return line.kind == "stop" and _OTHERS.search(line.text) is not None and _PLEA.match(line.text) is None


_OTHERS = lazy.compile(r"\b(?:read|related|trending|popular|viewed|recommended|more|latest|stories|headlines|like|missed)\b", re.IGNORECASE)


def standfirst(line: Line) -> bool:
    """Whether a line between title and running text sums the article up: a sentence, or as long as one."""
    return line.kind in ("sentence", "prose", "item") or (
        line.kind == "short" and line.words >= 6 and len(line.text) < PROSE_CHARACTERS * 4
    )
