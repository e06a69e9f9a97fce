"""What holds for every text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimx import layout
from tests.growth import assert_linear

LINES = [
    "Harbour to close a third of its berths",
    "The harbour board said on Monday that 412 of the 1,150 berths would be closed for repairs, a third more than it had planned.",
    '"Nobody had looked," she said.',
    "By Lena Moreau",
    "21 November 2016",
    "Updated: 03/05/2016 5:48 pm EST",
    "Share",
    "Home",
    "Related articles",
    "* Revenue up 5%",
    "| a | b | 5 |",
    '{"id":"5","title":"5 killed"}',
    'string(48) "[{',
    "[Link](https://example.org/2016/11/21/a)",
    "Photo: Reuters",
    "the pumps that had failed in the third flood since the spring of",
    "2 hours ago",
    "17:48",
    "© 2016 Harbour Post",
    "",
]
ANY = st.text(max_size=200) | st.lists(st.sampled_from(LINES) | st.text(max_size=30), max_size=25).map("\n".join)


@settings(max_examples=300, deadline=None)
@given(ANY)
def test_blocks_lie_in_order_inside_the_text(text: str) -> None:
    page = layout.read(text)
    assert page.text == text
    assert len(page.shadow) == len(text)
    at = 0
    for block in page.blocks:
        assert at <= block.start < block.end <= len(text)
        assert "\n" not in page.shadow[block.start : block.end]
        assert page.shadow[block.start : block.end].strip()
        at = block.end
    outside = "".join(
        page.shadow[a:b] for a, b in zip([0, *(b.end for b in page.blocks)], [*(b.start for b in page.blocks), len(text)], strict=True)
    )
    assert set(outside) <= {"\n"}
    if page.title is not None:
        assert 0 <= page.title[0] < page.title[1] <= len(text)
    assert layout.read(text) == page


FOOTERS = [
    "Related articles\n\nFerry fares to rise 12%\n\nFive killed in crash",
    "Copyright © 2016 The Port Courier. All rights reserved.",
    "Facebook Twitter WhatsApp Email",
    "Leave a Reply\n\nYour email address will not be published. Required fields are marked *",
    '{"@context":"https://schema.org","@type":"Person","name":"5 men"}',
    "Most read\n\n1\n\nMan rescued after 9 hours\n\n2\n\nCouncil votes 7-4",
    "We use cookies to make your visit better. By continuing you accept our cookie policy.",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(FOOTERS), min_size=1, max_size=4))
def test_boilerplate_at_the_end_changes_nothing(footers: list[str]) -> None:
    story = "\n\n".join(
        LINES[:3]
        + [
            f"Paragraph {word} says that the board of the harbour will meet again on the island to vote on it."
            for word in "one two six".split()
        ]
    )
    assert layout.read(story + "\n\n" + "\n\n".join(footers)).blocks == layout.read(story).blocks


GROWTH = {
    "one line": "word ",
    "line breaks": "\n",
    "json": '[{"id":"188","t":"x"},',
    "braces": '{"a":',
    "dates": "Nov 21, 2016 ",
    "date lines": "Nov 21, 2016\n",
    "numbers": "1/1/",
    "brackets": "[a](",
    "tags": "<a ",
    "names": "By Aa Bb ",
    "short lines": "Home\n",
    "wrapped lines": "the quick brown fox jumps over the lazy dog and so\n",
    "mojibake": "â€",
    "marks": "''",
    "pipes": "a | ",
    "addresses": "http://a.b/2016/",
    "times": "12:30 ",
    "style": "a b ",
    "fillers": "\u200b",
    "stops": ". ",
    "copyright": "© 2016 ",
}


@pytest.mark.parametrize("name", GROWTH)
def test_no_text_takes_quadratic_time(name: str) -> None:
    assert_linear(lambda size: GROWTH[name] * (size // len(GROWTH[name])), layout.read, 40_000)
