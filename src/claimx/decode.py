"""Bytes to text, before anything is read: which encoding a file is in, said aloud where it was guessed."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from claimx.model import Warning

_MARKS = (  # the longer ones first: the mark of UTF-16 begins that of UTF-32
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, the name of the encoding it was in, and what had to be guessed."""

    text: str
    encoding: str
    warnings: tuple[Warning, ...]


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """The text of a file: in ``encoding`` if given, else by its byte-order mark, else UTF-8, else Windows-1252.

    A byte-order mark is no part of the text. Windows-1252 is a guess and comes with a warning; its five unassigned
    bytes become the control characters of the same number, so it never fails. ValueError if the bytes are binary or
    not in the encoding asked for (or that their mark announces), LookupError if there is no encoding of that name.
    """
    if encoding is not None:
        name = codecs.lookup(encoding).name
        return _strict(data, name, f"not valid {encoding}")
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], name, f"starts with the byte-order mark of {name.upper()} but is not valid {name.upper()}")
    if b"\0" in data:
        raise ValueError("binary, not text: it holds NUL bytes (UTF-16 without a byte-order mark? then name the encoding)")
    try:
        return Decoded(data.decode("utf-8"), "utf-8", ())
    except UnicodeDecodeError as error:
        guess = Warning("CX101", f"not valid UTF-8 (byte {error.start}): read as Windows-1252", 0, 0)
        return Decoded(_windows_1252(data), "cp1252", (guess,))


def _strict(data: bytes, name: str, problem: str) -> Decoded:
    try:
        text = data.decode(name)
    except UnicodeDecodeError as error:
        raise ValueError(f"{problem} (byte {error.start})") from None
    except (UnicodeError, AttributeError, TypeError):  # a codec from bytes to bytes ("base64"), or one that fails in its own way
        raise LookupError(f"{name} is no encoding of text") from None
    if not isinstance(text, str):
        raise LookupError(f"{name} is no encoding of text")
    if "\0" in text:
        raise ValueError(f"binary, not text: it holds NUL characters when read as {name}")
    return Decoded(text.removeprefix("\ufeff"), name, ())


def _windows_1252(data: bytes) -> str:
    return data.decode("cp1252", "claimx.control")


def _as_control(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("latin-1"), error.end


codecs.register_error("claimx.control", _as_control)
