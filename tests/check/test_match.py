"""Which claim is which after an edit: same, moved, changed, lost, gained."""

from __future__ import annotations

import random
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.check.match import differences, match
from claimx.check.sidecar import Entry, entry
from tests.check.build import claim
from tests.growth import assert_linear

TEXT = "At least 40 people died in Lund on Sunday, the ministry said. Around 120 others were hurt, the ministry said."
DEAD = entry(claim(TEXT, "At least 40", "people", speaker="ministry", date="2016-11-20"))
HURT = entry(claim(TEXT, "Around 120", "others", speaker="ministry", date="2016-11-20"))


def but(one: Entry, **changes: Any) -> Entry:
    return msgspec.structs.replace(one, **changes)


def test_all_the_same() -> None:
    found = match((DEAD, HURT), (DEAD, HURT))
    assert found.same == [(0, 0), (1, 1)]
    assert [found.moved, found.changed, found.lost, found.gained] == [[], [], [], []]


@pytest.mark.parametrize(
    "after",
    [
        but(DEAD, line=9),
        but(DEAD, sentence="On Sunday at least 40 people died in Lund, the ministry said."),
        but(DEAD, text="No fewer than 40", sentence="No fewer than 40 people died."),
    ],
    ids=["another line", "reworded sentence", "reworded figure"],
)
def test_a_claim_that_only_moved(after: Entry) -> None:
    assert match((DEAD, HURT), (HURT, after)).moved == [(0, 1)]


@pytest.mark.parametrize(
    ("after", "keys"),
    [
        (but(DEAD, speaker="Anna Berg"), ["speaker"]),
        (but(DEAD, value=43, low=43, text="At least 43", sentence=DEAD.sentence.replace("40", "43")), ["value", "low"]),
        (but(DEAD, comparator="=", high=40, text="40"), ["high", "comparator"]),
        (but(DEAD, hedged=True, sentence="At least 40 people may have died in Lund on Sunday, the ministry said."), ["hedged"]),
    ],
)
def test_a_changed_claim_says_what_changed(after: Entry, keys: list[str]) -> None:
    found = match((DEAD, HURT), (after, HURT))
    assert found.changed == [(0, 0)]
    assert [key for key, _, _ in differences(DEAD, after)] == keys


def test_lost_and_gained() -> None:
    other = entry(claim("Sales of bread rose by 7 kg.", "7", "bread", unit=("mass", "kg", "kilogram")))
    found = match((DEAD, HURT), (DEAD, other))
    assert (found.same, found.lost, found.gained) == ([(0, 0)], [1], [1])


def test_twins_are_paired_in_order() -> None:
    first, second = but(DEAD, line=1), but(DEAD, line=5)
    found = match((first, second), (but(DEAD, line=3), but(DEAD, line=7)))
    assert found.moved == [(0, 0), (1, 1)]
    assert match((first, second), (second,)).lost == [0]


def test_an_edited_claim_is_the_same_while_the_machine_says_what_it_said() -> None:
    edited = but(DEAD, subject="miners", status="edited", extracted={"subject": "people"})
    assert match((edited,), (DEAD,)).same == [(0, 0)]
    assert match((edited,), (but(DEAD, subject="miners"),)).same == [(0, 0)], "the machine has caught up"
    assert match((edited,), (but(DEAD, subject="passengers"),)).changed == [(0, 0)]


@given(st.data())
def test_laws(data: st.DataObject) -> None:
    """Every claim has exactly one fate; the same on both sides means all the same; the outcome is deterministic."""
    pool = [
        DEAD,
        HURT,
        but(DEAD, line=4),
        but(HURT, speaker=None),
        but(DEAD, value=41, low=41),
        but(HURT, sentence="Around 120."),
        but(DEAD, kind=None),
    ]
    old = tuple(data.draw(st.lists(st.sampled_from(pool), max_size=7)))
    new = tuple(data.draw(st.lists(st.sampled_from(pool), max_size=7)))
    found = match(old, new)
    pairs = found.same + found.moved + found.changed
    assert sorted([i for i, _ in pairs] + found.lost) == list(range(len(old)))
    assert sorted([j for _, j in pairs] + found.gained) == list(range(len(new)))
    assert found == match(old, new)
    assert match(old, old).same == [(i, i) for i in range(len(old))] or len(set(map(repr, old))) < len(old)


def test_many_changes_cost_little() -> None:
    shuffle = random.Random(7)
    words = "bank court fire flood gold harvest island judge king lake mine north".split()

    def many(offset: int, number: int) -> tuple[Entry, ...]:
        sentences = (" ".join(shuffle.choices(words, k=9)) for _ in range(number))
        return tuple(but(DEAD, line=n, value=n + offset, low=n + offset, sentence=text) for n, text in enumerate(sentences))

    assert_linear(lambda number: (many(0, number), many(10_000, number)), lambda pair: match(*pair), 1500)
