"""JSON: one array of documents, written document by document; and JSON Lines: one flat claim a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from claimx.model import Document
from claimx.render.rows import rows

_ACTING = re.compile("[\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb\U000e0000-\U000e0fff]")


def array(documents: Iterable[Document]) -> Iterator[str]:
    """The documents as one indented JSON array, in pieces that can be written as they come."""
    before = "[\n"
    for document in documents:
        text = msgspec.json.format(encode(document), indent=2).decode()
        yield before + "  " + text.replace("\n", "\n  ")  # a line break inside a string is written \n, so this only indents
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def lines(documents: Iterable[Document], explain: bool = False) -> Iterator[str]:
    """The claims as JSON Lines, each a :class:`claimx.render.rows.Row`."""
    for document in documents:
        for row in rows(document, explain):
            yield encode(row).decode() + "\n"


def encode(record: object) -> bytes:
    """``record`` as compact JSON. Where the encoder cannot write a whole number, it becomes a float, or null beyond that."""
    try:
        return msgspec.json.encode(record)
    except (OverflowError, ValueError):  # ValueError: also a lone surrogate, or more digits than Python converts
        return msgspec.json.encode(_encodable(msgspec.to_builtins(record)))


def escaped(text: str) -> str:
    """JSON ``text`` with the characters that a terminal acts upon or does not show written as escapes; the same JSON."""
    return _ACTING.sub(lambda one: encode_utf16(one.group()), text)


def encode_utf16(character: str) -> str:
    """A character as JSON escapes: one, or a pair of surrogates."""
    data = character.encode("utf-16-be")
    return "".join(f"\\u{data[at]:02x}{data[at + 1]:02x}" for at in range(0, len(data), 2))


def _encodable(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _encodable(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_encodable(item) for item in value]
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, int) and not isinstance(value, bool) and not -(2**63) <= value < 2**64:
        try:
            return float(value)
        except OverflowError:
            return None
    return value
