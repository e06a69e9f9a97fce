"""Laws of resolving that hold for every page, and how the time grows."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimx import names, speakers
from claimx.model import Attribution, Span
from tests.growth import assert_linear
from tests.speakers.passages import reading, resolve

_PIECES = (
    "Paula Renner", "Mr. Kessel", "Dr.", "Sen.", "the diplomat", "Halden Bank", "IRF", "of", "van der", "al-", "said", "She", "he", "it",
    "who", ",", ".", "-", "'s", "(", ")", '"', "“", "’", "\n\n", "54", "the", "a", "spokesman for", "Ministry", "and", "JR.", "\u200b", "é",
)  # fmt: skip
_TEXTS = st.lists(st.sampled_from(_PIECES), max_size=40).map(" ".join) | st.text(max_size=200)


@settings(max_examples=150, deadline=None)
@given(_TEXTS, st.lists(st.tuples(st.integers(0, 220), st.integers(0, 40)), max_size=8))
def test_any_text_and_any_source_resolves(text: str, cuts: list[tuple[int, int]]) -> None:
    page = reading(text)
    found = []
    for start, size in cuts:
        start, end = min(start, len(text)), min(start + size, len(text))
        span = Span(text[start:end], start, end)
        found.append(Attribution(span if size else None, None, (span,), "direct", None, "test"))
    once = speakers.resolve(page, tuple(found))
    assert once == speakers.resolve(page, tuple(found))
    attributions, listed = once
    assert [(one.source, one.content) for one in attributions] == [(one.source, one.content) for one in found]
    assert [one.id for one in listed] == [f"s{number}" for number in range(1, len(listed) + 1)]
    for one in listed:
        assert one.name
        assert one.mentions
        assert all(text[span.start : span.end] == span.text for span in one.mentions)


@settings(max_examples=150, deadline=None)
@given(_TEXTS)
def test_names_are_in_order_and_apart(text: str) -> None:
    found = names.find(reading(text))
    assert all(one.first <= one.begin < one.end <= one.last for one in found)
    assert all(one.last <= other.first for one, other in pairwise(found))


def test_no_attribution_no_speaker() -> None:
    assert speakers.resolve(reading("Paula Renner came."), ()) == ((), ())


def test_an_attribution_without_source_keeps_no_speaker() -> None:
    page = reading("It was said that 40 people came.")
    given_, listed = speakers.resolve(page, (Attribution(None, page.cut(7, 11), (), "indirect", None, "test"),))
    assert given_[0].speaker is None
    assert listed == ()


def test_one_record_for_all_mentions() -> None:
    found = resolve(
        "Over 400 Norwegian citizens have left, {the country's Deputy Trade Minister Olav Brekke} said. {The minister} added that "
        "more would go. {He} gave no date. “None,” {Brekke} said."
    )
    assert len({id(one) for one in found}) == 1
    assert found[0] is not None
    assert [span.text for span in found[0].mentions] == ["the country's Deputy Trade Minister Olav Brekke", "The minister", "He", "Brekke"]


@pytest.mark.parametrize(
    "unit",
    [
        "{Paula Renner} said 4. {She} said 5. {The senator} left. ",
        "{He} said he and he and he ",
        "{Renner Renner Renner Renner} of of of and and ",
        "{The ministry} said. {The company} said. {It} said. {They} said. Halden Bank met the Danish Road Ministry. ",
        "Paula Renner, a a a a spokesman for for for {Tom Garland}, ",
        "{The 54-year-old} said, ",
        "A{b} Cd-Ef-Gh van der al-",
    ],
)
def test_time_grows_with_the_text(unit: str) -> None:
    assert_linear(lambda times: unit * times, resolve, 100)
