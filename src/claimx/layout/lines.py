"""The lines of a page and what each is taken for."""

from __future__ import annotations

import re

import msgspec

from claimx import lazy
from claimx.layout import looks

PROSE_CHARACTERS, PROSE_WORDS = 80, 13
"""A line of so many characters and words with a sentence's punctuation is running text."""

_END = lazy.compile(r"""(?:[.!?…:;]["')\]*]{0,3}(?:\s*[\[(][^()\[\]]{1,40}[)\]])?|["'])$""")
_STOPS = ".!?…:;\"'"
_LAST = _STOPS + ")]*"
"""The signs that :data:`_END` accepts as the last, the first of them by themselves: a quick look."""
_ENDING = 48
_INNER = lazy.compile(r"""[a-z\d)"'%][.!?]["')]{0,2} +["'(\[]?[A-Z\d]|, [a-z]|; """)
_LOWER_WORD = lazy.compile(r"(?<![\w@#/.'-])[a-z]{2,}(?![\w@/-])")
_ELLIPSIS = lazy.compile(r"(?:\.\.\.|…|\[[.…]{1,3}\])\s*(?:\(?(?:read |show |see )?more\)?[ >»]*)?$", re.IGNORECASE)
_FIGURE = lazy.compile(r"[$£€%]|\d")
_BULLETED = lazy.compile(r"(?:[*•·▪●◦]|[–—-] |\d{1,2}[.)] |\(?[a-z]\) |[QA]: )")


_ANSWER = lazy.compile(r"(?:[QA]|Question|Answer)[:.]\s")
_HEADING = lazy.compile(r"(?:#{1,6} +|={2,6} *)(\S.*?)(?: *#{1,6}| *={2,6})?$")
"""Headings of Markdown and wikis."""


class Line(msgspec.Struct, gc=False):
    """A line of the shadow without the blanks around it; ``kind`` says what it is taken for.

    prose: running text; sentence: a shorter one that ends like a sentence; item: of a list with figures; short: a
    few words; teaser: breaks off; code, table, caption, stamp, clock, byline, link, related, junk: furniture of that kind;
    stop: furniture that only ever stands behind an article.
    """

    start: int
    end: int
    text: str
    kind: str = ""
    words: int = 0


def split(shadow: str) -> list[Line]:
    """The lines of a shadow that hold more than blanks, in order."""
    found, at = [], 0
    for line in shadow.split("\n"):
        bare = line.strip()
        if bare:
            start = at if len(bare) == len(line) else at + len(line) - len(line.lstrip())
            heading = _HEADING.match(bare) if bare[0] in "#=" else None
            if heading:
                start, bare = start + heading.start(1), heading[1]
            found.append(Line(start, start + len(bare), bare))
        at += len(line) + 1
    return found


def classify(lines: list[Line], shadow: str) -> None:
    """Set the kinds of the lines of a shadow, and their numbers of words."""
    odd = looks.signed(shadow)
    for line in lines:
        text = line.text
        long = len(text) >= PROSE_CHARACTERS
        words = text.split(" ") if long else []
        line.words = len(words) or text.count(" ") + 1
        if line.words >= PROSE_WORDS and long and not looks.suspect(text, words, odd):
            line.kind = _prose_kind(text, line.words)
        else:
            line.kind = looks.kind(text) or (_prose_kind(text, line.words) if long else _short_kind(text))


def _prose_kind(text: str, words: int) -> str:
    ending = text[-_ENDING:]
    if len(text) < 260 and ("..." in ending or "…" in ending or "[." in ending) and _ELLIPSIS.search(ending) and '"' not in text:
        return "teaser"
    if text[-1] in _STOPS or _END.search(ending) or _INNER.search(text):
        return "prose" if words >= PROSE_WORDS else "sentence"
    return "item" if len(_LOWER_WORD.findall(text, 0, 2000)) >= 4 else "short"


def _short_kind(text: str) -> str:
    """Of a line that is no furniture to the eye: sentence, item, teaser or short."""
    if ("..." in text or "…" in text or "[." in text) and _ELLIPSIS.search(text):
        return "teaser" if text.count(" ") >= 7 else "sentence" if _LOWER_WORD.search(text) else "short"
    lower = len(_LOWER_WORD.findall(text))
    figure = _FIGURE.search(text) is not None
    if text[-1] in _LAST and _END.search(text) and text[-1] != ":" and (lower >= 2 or (lower and text[-1] in '.!?"')) and " " in text:
        return "sentence"
    if _ANSWER.match(text) and text[-1] in ".?!":
        return "sentence"
    if figure and (lower >= 2 or (text[-1] == "." and " " in text)):
        return "item"
    return "item" if lower >= 2 and _BULLETED.match(text) else "short"
