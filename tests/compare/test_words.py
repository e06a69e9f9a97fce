"""The word files of compare: sorted, without doubles, and every example read as its row says."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimx.compare import vocabulary
from claimx.compare.names import TOKEN

FOLDER = Path(vocabulary.__file__).parent / "words"


def rows(name: str) -> list[list[str]]:
    lines = (FOLDER / f"{name}.tsv").read_text(encoding="utf-8").split("\n")
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("name", ["events", "things", "modifiers", "empty", "irregular", "phrases"])
def test_a_file_is_sorted_and_whole(name: str) -> None:
    header, *body = rows(name)
    assert [row[0] for row in body] == sorted({row[0] for row in body})
    assert {len(row) for row in body} == {len(header)}


@pytest.mark.parametrize("row", rows("events")[1:], ids=lambda row: row[0])
def test_an_event_is_read_in_its_example(row: list[str]) -> None:
    concept, _, _, example = row
    found = {vocabulary.events().get(vocabulary.stem(token)) for token in TOKEN.findall(example)}
    assert concept in found


@pytest.mark.parametrize("row", rows("things")[1:], ids=lambda row: row[0])
def test_a_thing_is_read_in_its_example(row: list[str]) -> None:
    concept, _, example = row
    assert concept in {vocabulary.things().get(vocabulary.stem(token)) for token in TOKEN.findall(example)}


@pytest.mark.parametrize("row", rows("phrases")[1:], ids=lambda row: row[0])
def test_a_phrase_stands_in_its_example(row: list[str]) -> None:
    form, concept, example = row
    assert form in example
    assert concept in set(vocabulary.events().values())


@pytest.mark.parametrize(
    "words",
    [
        "kill kills killed killing",
        "citizen citizens",
        "injury injuries",
        "flee flees fleeing",
        "stop stops stopped stopping",
        "crash crashes crashed",
        "employ employed",
    ],
)
def test_inflections_meet_in_their_stem(words: str) -> None:
    assert len({vocabulary.stem(word) for word in words.split()}) == 1


def test_nations_by_their_adjectives() -> None:
    assert vocabulary.nations()["Russian"] == vocabulary.nations()["Russians"] == "Russia"
