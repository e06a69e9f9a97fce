"""The laws that hold for any text: spans cut the text, nothing raises, the same answer every time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import claimx
from claimx.model import Document, Record
from tests.growth import assert_linear

PAGES = sorted((Path(__file__).parent / "golden" / "pages").glob("*.txt")) + sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))

PIECES = st.sampled_from(
    [
        "More than 3,200 people left on Sunday",
        "Anna Bell said",
        '"',
        "“",
        "”",
        "''",
        "‘",
        "’",
        ". ",
        ", ",
        "\n\n",
        "\n",
        "\r\n",
        " ",
        "He added that ",
        "up to 40%",
        "$3.5 million",
        "between 3 and 5 km",
        "from 2m to 3m",
        "According to the ministry, ",
        "dozens of ",
        "May 4, 2016",
        "Nov 21",
        "yesterday",
        "a poll showed ",
        "the 54-year-old ",
        "(",
        ")",
        "-",
        "—",
        "1",
        ",000",
        "two",
        "half a ",
        "per cent",
        "in the third quarter",
        "told reporters",
        "?",
        "!",
        "…",
        "\u00ad",
        "\u200b",
        "\u202e",
        "\x1b[31m",
        "\x00",
        "â€œ",
        "©",
        "½",
        "٣",
        "é",
        "\ud800",
    ]
)
NEWS = st.lists(PIECES, max_size=40).map("".join)
TEXT = st.one_of(st.text(max_size=300), NEWS)


def spans(value: object) -> Iterator[tuple[str, int, int]]:
    """All (text, start, end) below a record."""
    if isinstance(value, Record):
        fields = {name: getattr(value, name) for name in value.__struct_fields__}
        if {"text", "start", "end"} <= set(fields):
            yield fields["text"], fields["start"], fields["end"]
        for inner in fields.values():
            yield from spans(inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from spans(inner)


def check(text: str, document: Document) -> None:
    for cut, start, end in spans(document):
        assert 0 <= start <= end <= len(text)
        assert text[start:end] == cut
    for warning in document.warnings:
        assert 0 <= warning.start <= warning.end <= len(text)
    ids = [claim.id for claim in document.claims]
    assert len(set(ids)) == len(ids)
    places = [claim.quantity.start for claim in document.claims]
    assert places == sorted(places)
    for claim in document.claims:
        assert claim.quantity in document.quantities
        assert claim.attribution is None or claim.attribution in document.attributions
        assert claim.speaker is None or claim.speaker in document.speakers
        assert claim.start <= claim.quantity.start < claim.quantity.end <= claim.end
        assert claim.same_as is None or claim.same_as in ids[: ids.index(claim.id)]
        assert claim.line == text.count("\n", 0, claim.quantity.start) + 1
        quantity = claim.quantity
        assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXT)
@example('"')
@example("A" * 100 + '"' * 50)
@example("1,1,1,1,1-1-1/1:1")
def test_spans_cut_the_text(text: str) -> None:
    document = claimx.extract(text, published="2016-11-21")
    check(text, document)
    assert claimx.extract(text, published="2016-11-21") == document
    if "\ud800" not in text:
        msgspec.json.encode(document)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_pages_obey(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    check(text, claimx.extract(text))
    assert [claim.quantity.text for claim in claimx.extract(text.replace("\n", "\r\n")).claims] == [
        claim.quantity.text for claim in claimx.extract(text).claims
    ]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_boilerplate_below_changes_nothing(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    more = text.rstrip("\n") + "\n\nShare on Facebook\nFollow us\n© 2020 All rights reserved\nRelated articles\nTop 10 stories\nSubscribe\n"

    def told(document: Document) -> list[object]:
        return [(c.quantity.text, c.subject and c.subject.text, c.speaker and c.speaker.name, c.date) for c in document.claims]

    assert told(claimx.extract(more)) == told(claimx.extract(text))


@pytest.mark.parametrize(
    "piece",
    [
        'said "',
        "he said 5, ",
        "5 and ",
        "$5 to ",
        "5% ",
        "3,200 ",
        "10 May 2016 ",
        '"5," he said. ',
        "Anna Bell said 5 ",
        "\n5\n",
        "(5",
        "between 5 and 6 ",
    ],
)
def test_the_cost_grows_with_the_text(piece: str) -> None:
    assert_linear(lambda size: piece * (size // len(piece)), claimx.extract, 6_000)


def test_published_must_be_a_date() -> None:
    with pytest.raises(ValueError, match=r"(?i)iso"):
        claimx.extract("40 people left.", published="last Sunday")
