"""Which parts of speech a word can have: one character a word, either a letter of :mod:`claimx.tags` or a set of them.

Data: ``lexicon/speech/closed.txt`` (function words, ours) and ``open.txt`` (compiled; its head names the sources). A row
is the letters that its words can have, the likely one first. Words that neither file has are guessed by their ending.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "lexicon" / "speech"
FIRST, CAPITAL = 0x80, 0x100
"""Sets of two and more letters are characters from FIRST on, below 0x100, where the pattern engine is fastest; that of a
capitalised word lies CAPITAL above its plain one."""

_ENDINGS = (
    (re.compile(r"..ly$"), "R"),
    (re.compile(r"..ing$"), "GN"),
    (re.compile(r"..ed$"), "nd"),
    (re.compile(r"..(?:ous|ful|less|able|ible|ical|ish|ive|ese|ian|like|proof|most)$"), "J"),
    (re.compile(r"..(?:ness|ment|tion|sion|ship|hood|ism|ist|ity|ance|ence|er|or)$"), "N"),
    (re.compile(r"..[^su]s$"), "SZ"),
)
_SIGNS = {
    ".": ".", "!": ".", "?": ".", "...": ".", "…": ".", ",": ",", ";": ":", ":": ":", "–": ":", "—": ":", "--": ":", "-": "-",
    "(": "(", "[": "(", "{": "(", ")": ")", "]": ")", "}": ")", '"': '"', "“": '"', "”": '"', "'": '"', "‘": '"', "’": '"',
    "'s": "'", "%": "N", "‰": "N", "&": "K", "/": "K",
}  # fmt: skip
_LONGEST = 60
"""Letters of the longest thing that is looked at as a word."""

_NEGATED = {"won't": "M", "can't": "M", "shan't": "M", "ain't": "B", "cannot": "M"}
_CURRENCY = frozenset("$£€¥₹₽₩₺₴₪฿₫₦₱₿¢#")


@cache
def sets() -> tuple[str, ...]:
    """All sets of letters that a word can have; the index is that of its character."""
    return tuple(sorted({*_table().values(), *(letters for _, letters in _ENDINGS), "NV"}))


@cache
def _table() -> dict[str, str]:
    found: dict[str, str] = {}
    for name in ("open.txt", "closed.txt"):
        for line in (_FOLDER / name).read_text(encoding="utf-8").split("\n"):
            if line and not line.startswith("#\u0020"):
                letters, _, words = line.partition("\t")
                found.update(dict.fromkeys(words.split(), letters))
    return found


@cache
def _characters() -> dict[str, str]:
    if FIRST + len(sets()) > CAPITAL:
        raise ValueError("the files of speech have more sets of letters than there are characters below 0x100")
    return {letters: chr(FIRST + index) for index, letters in enumerate(sets())}


def options(character: str) -> str:
    """The letters that a character stands for, the likely one first; a letter stands for itself."""
    if ord(character) < FIRST:
        return character
    return sets()[(ord(character) - FIRST) % CAPITAL]


def guess(form: str) -> str:
    """The character of a token, given without the blanks after it (a line break: itself)."""
    if len(form) > _LONGEST:
        return "U"
    if not form or form.isspace():
        return "\n" if "\n" in form else "U"
    first = form[0]
    if first.isalpha() or (first == "'" and len(form) > 1):
        return _word(form)
    if first.isdecimal() or (first == "." and len(form) > 1 and form[1].isdecimal()):
        return "#" if form[-1].isdecimal() else "S" if form[-1] in "sS" else "J"
    sign = "..." if form.startswith("..") else "--" if form.startswith("--") else form
    return "$" if sign in _CURRENCY else _SIGNS.get(sign, "U")


def _word(form: str) -> str:
    table, lower = _table(), form.lower()
    if lower == "'s":
        return "'"
    if "://" in form or lower.startswith("www."):
        return "U"
    capital = form[0].isupper()
    letters = table.get(lower)
    if letters is None and "'" in lower:
        if lower.endswith("n't"):
            letters = _NEGATED.get(lower) or table.get(lower[:-3])
        letters = letters or table.get(lower.partition("'")[0])  # "they're", "he'll": known as their first part
    if letters is None:
        if capital:
            return "P"
        letters = next((given for ending, given in _ENDINGS if ending.search(lower)), "NV")
    shouted = capital and len(form) > 1 and form.isupper()
    if capital and (shouted or letters[0] in "NSJVZdnGRUM"):
        return chr(ord(_characters()[letters]) + CAPITAL)
    return letters if len(letters) == 1 else _characters()[letters]
