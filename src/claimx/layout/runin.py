"""Furniture inside a line: headers and footers that run into the text, Markdown signs, dumps behind the last word."""

from __future__ import annotations

import re

from claimx import lazy
from claimx.layout import dateline, publisher, stamps
from claimx.layout.lines import Line
from claimx.page import Block

_HEAD = 220
_FURTHER = lazy.compile(r"(?:\s*(?:[Gg]et short URL|[Ss]hare|[Tt]weet|[Pp]rint|[Ee]mail|\d{1,6}(?=\s)|[|•·)»/–—-]))+\s*(?=\S)")
_TAIL = lazy.compile(
    r"""\s(?:\.\.\.\s\d+\s)?(?:Tags\s(?=[A-Z])|Community\ standards|(?:Comment|Share|Tweet|Log\ in|Sign\ in)\s(?:via|on)
          \s(?:Facebook|Twitter)
        |Get\ short\ URL|Read\ more\ (?:about|on|at)\b|Follow\ us\ on\b|All\ rights\ reserved|Copyright\ ©
        |©\s?(?:19|20)\d\d|Related\ (?:stories|articles|news)\b)""",
    re.VERBOSE,
)
_TAILS = (
    "Tags", "Community standards", "Facebook", "Twitter", "Get short", "Read more", "Follow us", "All rights", "Copyright", "©", "Related"
)  # fmt: skip
"""One of them is in every such tail: to look for them costs less than the pattern."""
_LONGEST_TAIL = 600
_DUMP = lazy.compile(r"""\s?(?:string|array|object)\(\d+\)\s*["{(\[]|\s?\[?\{\s?"@?\w{1,30}"\s?:\s?["\[{\d]""")
_LINK = lazy.compile(r"!?\[([^\[\]]{0,300})\]\(([^()\s]{0,600})\)")
_BULLET = lazy.compile(r"(?:[*•·▪●◦►▶■□‣➢➤✓#>]{1,6}|[-–—])\s+(?=\S)")
_CAPITALS = lazy.compile(r"[A-Z\d\"'(\[]")


def blocks(line: Line, headline: str, first: bool, last: bool) -> list[Block]:
    """The blocks that a line of the article holds: usually one, from its first to its last word of text.

    A header can run into the FIRST line of the article and a footer into the LAST; ``headline`` is the title's text.
    """
    text, start, end = line.text, 0, len(line.text)
    found: list[Block] = []
    dumps = "{" in text or ("(" in text and ("g(" in text or "y(" in text or "t(" in text))
    ordinary = not (first or last or dumps) and text[0].isalnum()
    if ordinary and not (headline and text.startswith(headline)):  # most lines are nothing but text
        return [Block(line.start, line.end, "paragraph")]
    dump = _DUMP.search(text) if dumps else None
    if dump and dump.start() >= 60:
        end = dump.start()
    tail = _TAIL.search(text, max(60, end - _LONGEST_TAIL), end) if last and any(map(text.__contains__, _TAILS)) else None
    if tail:
        end = tail.start()
    bullet = None if text[0].isalnum() else _BULLET.match(text)
    if bullet:
        start = bullet.end()
    if len(headline) > 20 and len(text) > 2 * len(headline) and text.startswith(headline):
        found.append(Block(line.start, line.start + len(headline), "title"))
        start = len(headline) + len(text[len(headline) :]) - len(text[len(headline) :].lstrip())
    if first:
        start = header_end(text, start)
    if first:
        behind = start + dateline.end(text[start:end])
        if start < behind < end:
            found.append(Block(line.start + start, line.start + start + len(text[start:behind].rstrip()), "dateline"))
            start = behind
    if start < end:
        body = text[start:end].rstrip()
        if body:
            found.append(Block(line.start + start, line.start + start + len(body), "paragraph"))
    return found


def header_end(text: str, start: int) -> int:
    """Where the text begins behind a header of date, outlet and buttons that runs into it; START if there is none."""
    end = start
    for stamp in stamps.find(text[start : start + _HEAD]):
        before = text[end : start + stamp.start]
        if not is_header(before):
            break
        end = start + stamp.end
    if end == start:
        return start
    rest = _FURTHER.match(text, end)
    behind = rest.end() if rest else end + len(text[end:]) - len(text[end:].lstrip())
    following = text[behind : behind + 1]
    if not _CAPITALS.match(following) or text[end : end + 1] == "," or re.match(r"\s?(?:\(|/)[A-Z]", text[end : end + 3]):
        return start  # "Nov. 21, 2016 (Reuters) - ..." is a dateline, "21 November 2016, the ..." a sentence
    return behind


def is_header(before: str) -> bool:
    """Whether what stands before a date is part of a header: an outlet, a cue, a clock time, a sign."""
    bare = before.strip(" |•·,()/–—-:").removeprefix("By ")
    return not bare or _CUE.fullmatch(bare) is not None or (bare.count(" ") <= 4 and publisher.known(bare) is not None)


_CUE = lazy.compile(
    r"(?:\d{3,4}\s?)?(?:(?:(?:last|first)\s)?(?:published|posted|updated|modified|edited)(?:\s(?:at|on|time))?:?)?(?:\s?\d{3,4})?",
    re.IGNORECASE,
)
"""A cue, before or behind it a clock time from which the colon was lost."""
