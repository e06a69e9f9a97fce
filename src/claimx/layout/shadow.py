"""The shadow: the text with its signs unified, character for character, so that an offset means the same in both.

Quotation marks become ``"``, apostrophes and single quotes ``'``, odd spaces blanks, zero-width characters and what
is left over of a sequence that stands for one character (mojibake, an HTML entity) FILLER or blanks.
"""

from __future__ import annotations

import html
import re
from functools import cache

from claimx import lazy
from claimx.page import FILLER

_SINGLE = "‘’‚‛′´`ʹʼ‹›＇"
_DOUBLE = "“”„‟«»″〝〞＂"
_SPACES = "\t\v\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_NOTHING = (
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff\u061c"
)


@cache
def _table() -> dict[int, str]:
    table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}  # fullwidth forms
    table |= dict.fromkeys(map(ord, _SINGLE), "'") | dict.fromkeys(map(ord, _DOUBLE), '"')
    table |= dict.fromkeys(map(ord, _SPACES), " ") | dict.fromkeys(map(ord, _NOTHING), FILLER)
    table |= dict.fromkeys(map(ord, "\f\x85\u2028\u2029\x1c\x1d\x1e"), "\n")
    table |= {ord(odd): plain for odd, plain in zip("‐‑−﹣‒―⁃", "---\u002d–—-", strict=True)}
    return table


@cache
def _beyond_ascii() -> dict[str, str]:
    """The table by character, those of ASCII left out."""
    return {chr(code): sign for code, sign in _table().items() if code > 127}


_ASCII = bytes(range(128))
_PLAINER = (("\t", " "), ("\v", " "), ("`", "'"), ("\f", "\n"), ("\x1c", "\n"), ("\x1d", "\n"), ("\x1e", "\n"))
"""The odd signs of ASCII."""


def unify(text: str) -> str:
    """The shadow of a text, of exactly its length. Line breaks are all ``\\n`` in it (a CR before one is a blank)."""
    shadow = text if text.isascii() else _read_through(text)
    for odd, plain in _PLAINER:
        shadow = shadow.replace(odd, plain)
    if not text.isascii():
        table = _beyond_ascii()
        # the few signs of a page that are not of ASCII: to strip its bytes of ASCII finds them faster than any look at its characters
        for odd in set(shadow.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass")):
            if odd in table:
                shadow = shadow.replace(odd, table[odd])
        if FILLER in shadow:
            shadow = _EDGE.sub(lambda found: " " * len(found.group()), shadow)
    if "<" in shadow:
        shadow = _TAG.sub(lambda found: " " * len(found.group()), shadow)
    if "&" in shadow:
        shadow = _ENTITY.sub(_entity, shadow)
    if "\r" in shadow:
        shadow = shadow.replace("\r\n", " \n").replace("\r", "\n")
    if "''" in shadow:
        shadow = _PAIRED.sub(_paired, shadow)
    return shadow


_EDGE = lazy.compile(rf"(?:(?<=\s)|\A){FILLER}+|{FILLER}+(?=\s|\Z)")
"""Nothing at a word's edge is a blank: only inside a word must it not part the letters."""


# two single marks that stand for a double one: the opening mark gets a blank before it, the closing one after it
_PAIRED = lazy.compile(r"''(?<!''')(?!')")


def _paired(found: re.Match[str]) -> str:
    text, start, end = found.string, found.start(), found.end()
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    opening = (before.isspace() or before in '([{-–—"') and not after.isspace()
    return ' "' if opening else '" '


def _padded(text: str, start: int, length: int, sign: str) -> str:
    """A sign that LENGTH characters stand for: what is left over goes before it, as blanks at a word's beginning."""
    at_edge = start == 0 or text[start - 1].isspace()
    return (" " if at_edge else FILLER) * (length - len(sign)) + sign


# ---- HTML entities that survived the scraping -------------------------------------------------------------------------

_ENTITY = lazy.compile(r"&(?:#\d{1,6}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8}\d{0,2});")


_TAG = lazy.compile(r"</?[a-zA-Z][\w:-]{0,30}(?:\s[^<>\n]{0,1000})?/?>")
"""A tag that survived the scraping; what stands between two tags is text."""


def _entity(found: re.Match[str]) -> str:
    sign = html.unescape(found.group())
    if len(sign) != 1 or (ord(sign) < 32 and sign != "\n"):
        return found.group()
    return _padded(found.string, found.start(), len(found.group()), sign.translate(_table()))


# ---- mojibake: UTF-8 that somebody read as Windows-1252, once or twice ------------------------------------------------


@cache
def _byte_of() -> dict[str, int]:
    """From a character to the byte that Windows-1252 (or, where that has none, Latin-1) writes it as."""
    found: dict[str, int] = {}
    for byte in range(0x80, 0x100):
        found[bytes((byte,)).decode("latin-1")] = byte
        found[bytes((byte,)).decode("cp1252", "ignore") or chr(byte)] = byte
    return found


@cache
def _mojibake() -> re.Pattern[str]:
    tail = "".join(re.escape(sign) for sign, byte in _byte_of().items() if 0x80 <= byte < 0xC0)
    return re.compile(
        rf"""Ã¢â[{tail}\x80-\x9f‚]{{0,2}}¬                                                     # a mark, read wrongly twice
              (?:Å[{tail}]|â€[{tail}]|â[{tail}]{{1,2}}|Â[{tail}]|Ë[{tail}]|[{tail}])?
          | Ã[ƒÆ]Â[{tail}] | Ã‚Â[{tail}]                                                       # a letter, twice
          | â[{tail}]{{2}} | ð[{tail}]{{3}} | [ÂÃ][{tail}] | [ÅÄ][{tail}](?=[^\W\d_])          # once
          | â€\??                                                                              # a closing mark whose last byte was lost
          | ‚Ä[úùôòìîù¶] | ¬[£©]                                                               # UTF-8 read as Mac Roman""",
        re.VERBOSE,
    )


_MAC = {"‚Äú": '"', "‚Äù": '"', "‚Äô": "'", "‚Äò": "'", "‚Äì": "–", "‚Äî": "—", "‚Ä¶": "…", "¬£": "£", "¬©": "©"}
_WRONGLY = "ÂÃâðÅÄ‚¬�"
"""Each sequence has one of these signs; to look for them one by one is faster than a pattern of them."""
_LOST = lazy.compile(r"�(?=_|s\b|t\b|re\b|ve\b|ll\b|d\b|m\b)?_?")


def _read_through(text: str) -> str:
    """Mojibake replaced by what it stands for, padded to the same length."""
    if not any(map(text.__contains__, _WRONGLY)):
        return text
    text = _mojibake().sub(_repaired, text)
    return _LOST.sub(_lost, text) if "�" in text else text


def _repaired(found: re.Match[str]) -> str:
    wrong = found.group()
    sign = _MAC.get(wrong) or _undone(wrong)
    if sign is None and wrong.startswith("â€"):
        sign = '"'
    elif sign is None and wrong.startswith("Ã¢â"):
        sign = "—"
    return wrong if sign is None else _padded(found.string, found.start(), len(wrong), sign)


def _undone(wrong: str) -> str | None:
    """The one character that WRONG stands for when its bytes are read as UTF-8, again if need be; None if it is no such thing."""
    table = _byte_of()
    for _ in range(2):
        try:
            wrong = bytes(table[sign] if ord(sign) >= 128 else ord(sign) for sign in wrong).decode("utf-8")
        except (KeyError, UnicodeDecodeError):
            return None
        if len(wrong) == 1:
            return wrong
    return None


def _lost(found: re.Match[str]) -> str:
    """What a replacement character most likely stood for, by the characters around it."""
    text, start, end = found.string, found.start(), found.end()
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if before.isalnum() and after.isalpha():
        sign = "'"
    elif before.isspace() and after.isspace():
        sign = "—"
    else:
        sign = '"'
    return _padded(text, start, end - start, sign)
