"""What holds for every text: a check never raises, its places lie inside the text, and its cost grows with the text."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimx.check import Result, across, expect, extraction, inputs
from claimx.check.findings import Finding, Lines
from claimx.check.reports import FORMATS, render
from claimx.compare import group
from claimx.pipeline import extract
from tests.growth import assert_linear

PIECES = st.sampled_from(
    [
        "“",
        "”",
        '"',
        "\n",
        "\n\n",
        "\r\n",
        "40 people ",
        "Anna Berg said ",
        "â€œ",
        "\x00",
        "\x1b[31m",
        "\u2028",
        "03/04/2016 ",
        '{"a":1,',
        "é",
        "火",
        ". ",
    ]
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=30).map("".join))


def findings(text: str) -> list[Finding]:
    lines, document = Lines(text), extract(text)
    found = [*expect.compare("a.txt", lines, document, None).findings, *expect.compare("a.txt", lines, document, ()).findings]
    found += [*inputs.findings("a.txt", lines, document), *extraction.findings("a.txt", lines, document)]
    return [*found, *across.findings([("a.txt", lines, document), ("b.txt", lines, document)], frozenset(["CX301", "CX302"]))]


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_places_lie_in_the_text_and_every_report_can_be_read(text: str) -> None:
    found = findings(text)
    for one in found:
        assert 0 <= one.start <= one.end <= len(text)
        assert one.source == Lines(text).line(one.line)
        assert 1 <= one.column <= len(one.source) + 3
    result = Result(tuple(found), (("b.txt", text),), (), ("a.txt",), 1)
    for name in FORMATS:
        report = render(name, result, color=True, width=50)
        if name in ("json", "gitlab", "sarif"):
            json.loads(report)
        if name == "junit":
            ElementTree.fromstring(report)


@given(TEXTS, TEXTS)
@settings(max_examples=40, deadline=None)
def test_any_two_texts_can_be_compared(one: str, other: str) -> None:
    documents = [extract(one), extract(other)]
    assert group(documents, ["a", "b"], every=True) == group(documents, ["a", "b"], every=True)


@pytest.mark.parametrize("piece", ["“", '"', "â€", '{"a":1,', "function(", "“a. ", "a" * 50 + " ", "{a-b:", "\n“", "« "])
def test_the_cost_grows_with_the_text(piece: str) -> None:
    document = extract("")

    def look(lines: Lines) -> None:
        list(inputs.findings("a.txt", lines, document))
        list(extraction.findings("a.txt", lines, document))

    assert_linear(lambda size: Lines(piece * (size // len(piece))), look, 20_000)
