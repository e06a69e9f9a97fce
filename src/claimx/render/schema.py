"""The JSON Schema (2020-12) of the output, made from the records themselves."""

from __future__ import annotations

from typing import Any

import msgspec

from claimx.model import Document
from claimx.render.rows import Row

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def documents() -> dict[str, Any]:
    """The schema of ``claimx extract --format json``: an array of documents."""
    return {"$schema": _DIALECT, "title": "claimx documents", **msgspec.json.schema(list[Document])}


def row() -> dict[str, Any]:
    """The schema of one line of ``claimx extract --format jsonl``."""
    return {"$schema": _DIALECT, "title": "claimx claim", **msgspec.json.schema(Row)}
