"""The project's own passages: what must be found, what must not, and what is known to fail.

A row is a text with the attributions expected in it: source, cue and content as they stand, kind, outer and the resolved
speaker's name where given. ``headline`` marks texts whose first line is one. A row of known_failures must fail: when it
passes, it belongs into synthetic or negative.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from claimx import speakers
from claimx.model import Attribution
from tests.attributions.reading import found, read

_FOLDER = Path(__file__).parents[1] / "cases" / "attributions"

Row = dict[str, Any]


def rows(name: str) -> list[Row]:
    return [json.loads(line) for line in (_FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def matches(expected: Row, attribution: Attribution) -> bool:
    if "source" in expected and (attribution.source is None or attribution.source.text != expected["source"]):
        return False
    if "source" not in expected and attribution.source is not None:
        return False
    if "cue" in expected and (attribution.cue is None or attribution.cue.text != expected["cue"]):
        return False
    if [span.text for span in attribution.content] != expected["content"]:
        return False
    if "outer" in expected and (attribution.outer is None or attribution.outer.text != expected["outer"]):
        return False
    return "kind" not in expected or attribution.kind == expected["kind"]


def missing(row: Row) -> list[Row]:
    """The expectations of a row that no attribution of its text meets."""
    given = found(row["text"], row.get("headline", False))
    if not row["expect"] and row["group"] != "other":
        return [{"source": one.source.text} for one in given if one.source]
    return [expected for expected in row["expect"] if not any(matches(expected, one) for one in given)]


@pytest.mark.parametrize("row", rows("synthetic"), ids=lambda row: row["text"][:60])
def test_synthetic(row: Row) -> None:
    assert missing(row) == []


@pytest.mark.parametrize("row", rows("negative"), ids=lambda row: row["text"][:60])
def test_negative(row: Row) -> None:
    assert [(one.source.text, one.rule) for one in found(row["text"]) if one.source] == []


@pytest.mark.parametrize("row", rows("known_failures"), ids=lambda row: row["text"][:60])
def test_known_failures_still_fail(row: Row) -> None:
    assert missing(row) != [], "this passes now: move it to synthetic.jsonl or negative.jsonl"


@pytest.mark.parametrize(
    "row", [row for row in rows("synthetic") if any("speaker" in one for one in row["expect"])], ids=lambda row: row["text"][:60]
)
def test_speakers(row: Row) -> None:
    reading = read(row["text"], row.get("headline", False))
    given, _ = speakers.resolve(reading, found(row["text"], row.get("headline", False)))
    names = {one.speaker.name for one in given if one.speaker}
    assert {one["speaker"] for one in row["expect"] if "speaker" in one} <= names


def test_the_collection_is_large() -> None:
    assert sum(len(rows(name)) for name in ("synthetic", "negative", "known_failures")) >= 300
