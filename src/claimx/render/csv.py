"""CSV (RFC 4180 but for the line end, which is a line feed): one flat claim a line, a header always."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from claimx.model import Document
from claimx.render.json import encode
from claimx.render.rows import Row, rows

_QUOTED = re.compile(r'[",\r\n]|^\s|\s$')


def lines(documents: Iterable[Document], explain: bool = False) -> Iterator[str]:
    """The header and one line a claim. None is an empty field, truth values are "true" and "false", evidence is JSON."""
    names = [name for name in Row.__struct_fields__ if explain or name != "evidence"]
    yield ",".join(names) + "\n"
    for document in documents:
        for row in rows(document, explain):
            yield ",".join(field(getattr(row, name)) for name in names) + "\n"


def field(value: object) -> str:
    """One value as a CSV field, quoted where a reader needs it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value) if isinstance(value, str) else encode(value).decode()
    return '"' + text.replace('"', '""') + '"' if _QUOTED.search(text) else text
