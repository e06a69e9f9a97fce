"""What holds for any text: spans are the text's, contents are in order, and the time grows with the length only."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimx.attributions import find
from claimx.attributions.scan import Scan
from tests.attributions.reading import found, read
from tests.growth import assert_linear

_PIECES = st.sampled_from(
    (
        *"\"“”„»'’,.:;-—()?!\n",
        "''",
        " said ",
        " says ",
        "He ",
        "the mayor ",
        "Ann Lee ",
        "according to ",
        "that ",
        "who ",
        "poll ",
        "40 percent ",
        " and ",
        " but ",
        "told ",
        "in ",
        "a ",
        "is expected to ",
        "his decision to ",
        "Q: ",
        "MAYOR: ",
        "called for ",
        " added",
        "’s",
        "@",
        "@lee",
        "http://x.no",
        "\u200b",
        "\u00a0",
        "é",
        "Ω",
        "1,200 ",
        "Mr. ",
        "U.S. ",
        "…",
        "...",
        "--",
        " – ",
        "of ",
    )
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.lists(_PIECES, max_size=60).map("".join), st.text(max_size=200)))
def test_spans_are_the_text(text: str) -> None:
    for one in found(text):
        assert one.content
        spans = [*one.content, *(span for span in (one.source, one.cue, one.outer) if span)]
        assert all(0 <= span.start < span.end <= len(text) and text[span.start : span.end] == span.text for span in spans)
        assert all(before.end <= after.start for before, after in zip(one.content, one.content[1:], strict=False))
        assert one.kind in ("direct", "indirect", "mixed")
        assert one.rule
        assert one.speaker is None


@settings(max_examples=60, deadline=None)
@given(st.lists(_PIECES, max_size=40).map("".join))
def test_the_answer_is_the_same_each_time_and_in_order(text: str) -> None:
    first = found(text)
    assert first == found(text)
    assert [one.content[0].start for one in first] == sorted(one.content[0].start for one in first)


@settings(max_examples=40, deadline=None)
@given(st.lists(_PIECES, max_size=30).map("".join))
def test_damage_stays_in_its_paragraph(text: str) -> None:
    healthy = '"It is done," the mayor said.'
    after = found(f"He left.\n{text.replace(chr(10), ' ')}\nThe river rose.\nThe night was calm.\n{healthy}")
    assert any(one.source and one.source.text == "the mayor" and [span.text for span in one.content] == ['"It is done,"'] for one in after)


def test_a_mark_that_closes_at_once_what_was_left_open_moves_no_tag() -> None:
    reading = read('"We go on\n” said Lee, [.\n"We say “so')
    assert len(Scan(reading).tags) == len(reading.words)
    find(reading)


@pytest.mark.parametrize(
    "piece",
    [
        '"',
        "''",
        '"a ',
        "said ",
        "he said ",
        '"Yes," he said. ',
        "according to ",
        "according to the poll, ",
        "poll ",
        "in a poll, ",
        "who ",
        "who said ",
        ", who ",
        "(",
        "a, ",
        "the man of ",
        "of the ",
        "and said ",
        "that he said ",
        "- ",
        ": ",
        ':"',
        "Q: a\n",
        "MAYOR: We went.\n",
        '"a\n',
        "his plan to ",
        "@lee (@lee) ",
        "is said to ",
        "asked whether ",
        "'",
        "the workers' ",
        "'s ",
        "said that ",
        ", saying ",
    ],
)
def test_time_grows_with_the_length_only(piece: str) -> None:
    assert_linear(lambda count: read(piece * count), find, 1000)
