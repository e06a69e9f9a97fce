"""The headline, and the lines that repeat it."""

from __future__ import annotations

import re

from claimx import lazy
from claimx.layout import publisher
from claimx.layout.lines import Line

_MOST_WORDS = 32
_LONGEST_SENTENCE = 20
"""A headline is seldom a sentence with a full stop, and then a short one."""
_HEADERS = 400
_SUMMARY = 14
_PLAIN = lazy.compile(r"[\W_]+")
_BARE = bytes(ord(chr(code).lower()) if code < 128 and chr(code).isalnum() else 32 for code in range(256))
"""From ASCII to letters in lower case, digits and blanks."""


def key(text: str) -> str:
    """A line's text as it is compared: letters and digits in lower case."""
    if text.isascii():  # the same, many times as fast
        return " ".join(text.encode().translate(_BARE).decode().split())
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
    lengths = {index: publisher.without_suffix(header[index].text, lines) for index in able}
    keys = {index: key(header[index].text[: lengths[index]]) for index in able}
    again = _doubled(keys)
    lead = lines[first].text if first < len(lines) else ""
    if again is not None:
        index = again
    elif keys[able[0]].count(" ") >= 2 and key(lead[:1])[:1] in ("", keys[able[0]][0]) and key(lead[:300]).startswith(keys[able[0]]):
        index = able[0]
    else:
        chosen = _looks_like_one(header, able)
        if chosen is None:
            return None
        index = chosen
    return index, lengths[index]


def _looks_like_one(header: list[Line], able: list[int]) -> int | None:
    """The headline among the lines of the header that can be one, by its length and by what stands around it."""
    strong = [index for index in able if header[index].words >= 3]
    if able[0] <= 1 and able[0] in strong and _NAME_LIKE.match(header[able[0]].text) is None:
        return able[0]
    signed = _signed(header, able)
    if signed is not None:
        return signed
    if able[0] <= 1 and able[0] in strong:
        return able[0]
    if strong and len(able) <= 8:
        return strong[0]
    if strong:  # behind a menu: the longest line that stands last
        return max(strong[-6:], key=lambda index: min(header[index].words, 8))
    return able[0] if able[0] == 0 and len(able) <= 4 else None


_NAME_LIKE = lazy.compile(r"(?:[A-Z\d&][\w'.&-]*\s?){1,4}$")
"""A few capitalised words may be a headline, or the name of the site or of a section."""


def _signed(header: list[Line], able: list[int]) -> int | None:
    """The headline right before the first byline or date, if it has the length of one; a summary may stand between."""
    for index, line in enumerate(header):
        if line.kind in ("byline", "stamp"):
            before = [one for one in able if index - 3 <= one < index and header[one].words >= 4 and header[one].text[-1] not in ".:"]
            if before:
                summary = len(before) > 1 and (header[before[-1]].words > _SUMMARY or header[before[-1]].kind == "sentence")
                return before[-2] if summary else before[-1]
    return None


def _doubled(keys: dict[int, str]) -> int | None:
    """The first place of the line that is printed twice: one at the very top, else the longest (menus come twice too)."""
    seen: dict[str, int] = {}
    twice: dict[str, int] = {}
    for index, text in keys.items():
        if text.count(" ") >= 3 and text in seen:
            twice.setdefault(text, seen[text])
        seen.setdefault(text, index)
    top = min(twice.values(), default=None)
    if top is None or top <= 1:
        return top
    return twice[max(twice, key=lambda text: text.count(" "))]


_LABEL = lazy.compile(r"(?:Source|Author|Section|Byline|Date|Writer|Print|Page|Editor|Location|Topic|Category)\s?:", re.IGNORECASE)
_BULLETS = ("- ", "* ", "• ", "· ", "– ")
_PERSON = lazy.compile(r"(?:[A-Z][\w'.-]*\s){1,2}[A-Z][\w'.-]*$")


def _able(line: Line) -> bool:
    if line.kind not in ("short", "item", "sentence", "prose", "teaser") or line.words > _MOST_WORDS:
        return False
    if line.kind == "prose" and line.text.endswith(".") and line.words > _LONGEST_SENTENCE:
        return False
    if line.text.startswith(_BULLETS):
        return False
    person, _, outlet = line.text.partition(",")
    signed = outlet and _PERSON.match(person) and publisher.known(outlet)
    return not (signed or _LABEL.match(line.text) or publisher.known(line.text))
