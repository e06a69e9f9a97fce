"""CX1: what is wrong with a text as it came. What decoding and layout warned of is taken over, the rest is looked for here."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimx.check.findings import Finding, Lines, at
from claimx.check.rules import RULES
from claimx.model import Document

_CODES = frozenset(one.code for one in RULES if one.code.startswith("CX1"))
_MOJIBAKE = re.compile(r"â€[\u0080-\u009f“”˜™œ¦”\"¢]?|Ã[\u0080-\u00bf]|Â[\u00a0-\u00bf]|ï»¿|â‚¬|\ufffd")
_KEY = re.compile(r"[\"'][\w-]{1,40}[\"']\s?:|\bfunction\s?\(|\bvar \w{1,40}\s?=|\{[\w-]{1,40}\s?:[^{}\n]{1,80};")
_KEYS_OF_A_DUMP = 4
_PARAGRAPH = re.compile(r"[^\r\n]*\S[^\r\n]*")
_LETTERS = re.compile(r"[^\W\d_]+")
_FUNCTION_WORDS = frozenset(
    "a an and are as at be been but by for from had has have he her his i in into is it its more not of on or our said she than that "
    "the their them there they this to was we were when which who will with would you your after about all over up out new".split()
)
_ENOUGH_WORDS, _MOST_WORDS, _ENGLISH = 25, 2000, 0.17


def findings(path: str, lines: Lines, document: Document) -> Iterator[Finding]:
    """The CX1 findings of one text, each rule's own look left out where the document already has a warning of its code."""
    warned, places = set(), set()
    for warning in document.warnings:
        if warning.code in _CODES:
            warned.add(warning.code)
            places.add((warning.start, warning.end))
            yield at(lines, path, warning.code, warning.start, warning.end, warning.message)
    for code, look in (("CX102", _mojibake), ("CX103", _dumps), ("CX104", _unclosed), ("CX107", _language)):
        if code not in warned:
            yield from look(path, lines)
    if document.published is None and "CX105" not in warned and lines.text.strip():
        yield at(lines, path, "CX105", 0, 0, "the text does not say when it was published")
    for date in document.dates:
        if date.ambiguous and (date.start, date.end) not in places:
            message = f"“{date.text}” can be read day first or month first; taken as {date.value}"
            yield at(lines, path, "CX106", date.start, date.end, message)


def _mojibake(path: str, lines: Lines) -> Iterator[Finding]:
    """One finding a text: the first place, and how often."""
    found = list(_MOJIBAKE.finditer(lines.text))
    if found:
        first, more = found[0], f" and {len(found) - 1} more" if len(found) > 1 else ""
        yield at(lines, path, "CX102", first.start(), first.end(), f"wrongly decoded characters: {first.group()!r}{more}")


def _dumps(path: str, lines: Lines) -> Iterator[Finding]:
    for paragraph in _PARAGRAPH.finditer(lines.text):
        keys = [found.start() for found in _KEY.finditer(paragraph.group())]
        if len(keys) >= _KEYS_OF_A_DUMP:
            start = paragraph.start() + keys[0]
            yield at(lines, path, "CX103", start, paragraph.end(), "a dump, script or style sheet stands in the text")


def _unclosed(path: str, lines: Lines) -> Iterator[Finding]:
    """Double quotation marks only: a single one is an apostrophe too often. The next paragraph may open the quotation again."""
    paragraphs = list(_PARAGRAPH.finditer(lines.text))
    for number, paragraph in enumerate(paragraphs):
        opening = _open_at(paragraph.group())
        if opening is None:
            continue
        following = paragraphs[number + 1].group().lstrip() if number + 1 < len(paragraphs) else ""
        if following[:1] not in ("“", '"', "«", "„"):
            start = paragraph.start() + opening
            yield at(lines, path, "CX104", start, start + 1, "this quotation is not closed in its paragraph")


def _open_at(paragraph: str) -> int | None:
    """Where a double quotation opens that the paragraph does not close, None if all are closed."""
    opening: int | None = None
    for found in re.finditer(r"[“”„«»\"]", paragraph):
        mark, at_ = found.group(), found.start()
        if mark == "“" and opening is not None and paragraph[opening] == "„":
            opening = None  # it closes a German quotation
        elif mark in "“„«":
            opening = at_ if opening is None or mark == "“" else opening
        elif mark in "”»":
            opening = None
        elif not (at_ and paragraph[at_ - 1].isdigit() and (at_ < 2 or opening is None)):  # 5" is five inches
            opening = at_ if opening is None else None
    return opening


def _language(path: str, lines: Lines) -> Iterator[Finding]:
    words = []
    for found in _LETTERS.finditer(lines.text):
        words.append(found.group().lower())
        if len(words) == _MOST_WORDS:
            break
    if len(words) < _ENOUGH_WORDS:
        return
    share = sum(word in _FUNCTION_WORDS for word in words) / len(words)
    if share < _ENGLISH:
        yield at(lines, path, "CX107", 0, 0, f"the text does not look like English: {share:.0%} of its words are English function words")
