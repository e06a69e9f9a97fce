"""Sources joined to the speakers that the page names."""

from __future__ import annotations

import re

from claimx import speakers
from claimx.model import Attribution, Span, Speaker
from claimx.page import Block, Page
from claimx.reading import Reading


def resolve(text: str, *sources: str) -> tuple[Speaker, ...]:
    """The speakers of a text in which SOURCES, in order, are attributions' sources."""
    shadow = text.translate(str.maketrans("“”‘’", "\"\"''"))
    blocks = tuple(Block(found.start(), found.end(), "paragraph") for found in re.finditer(r"[^\n]+", shadow))
    reading = Reading.of(Page(text, shadow, None, None, None, None, blocks, ()))
    attributions, at = [], 0
    for source in sources:
        start = text.index(source, at)
        at = start + len(source)
        attributions.append(Attribution(Span(source, start, at), None, (), "indirect", None, "test"))
    given, found = speakers.resolve(reading, tuple(attributions))
    assert {one.speaker.id for one in given if one.speaker} == {one.id for one in found}
    return tuple(one.speaker for one in given if one.speaker)


def test_role_and_organization_reach_later_mentions() -> None:
    text = (
        "Over 400 Norwegian citizens have left, the country's Deputy Trade Minister Olav Brekke said. The minister added that "
        "more would go. He gave no date. “None,” Brekke said."
    )
    found = resolve(text, "the country's Deputy Trade Minister Olav Brekke", "The minister", "He", "Brekke")
    assert {one.id for one in found} == {"s1"}
    assert (found[0].name, found[0].role, found[0].organization, found[0].kind) == (
        "Olav Brekke",
        "Deputy Trade Minister",
        "Norway",
        "person",
    )


def test_unnamed_groups_are_speakers() -> None:
    found = resolve("The police said 40 people died. Officials said 50 did.", "The police", "Officials")
    assert [(one.name, one.kind) for one in found] == [("police", "group"), ("Officials", "group")]
