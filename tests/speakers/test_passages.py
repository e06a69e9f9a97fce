"""The collection of passages in ``tests/cases/speakers``: who speaks, with which role, of which organisation."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.speakers.passages import resolve

_CASES = Path(__file__).parents[1] / "cases" / "speakers"


def passages(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (_CASES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def found(case: dict[str, Any]) -> list[dict[str, Any]]:
    """What resolves, cut to the fields that the case tells."""
    given = resolve(case["text"], case.get("contents"))
    return [{key: getattr(one, key, None) for key in wanted} for one, wanted in zip(given, case["speakers"], strict=True)]


@pytest.mark.parametrize("case", passages("synthetic"), ids=lambda case: case["text"][:60])
def test_speakers_of_a_passage(case: dict[str, Any]) -> None:
    assert found(case) == case["speakers"]


@pytest.mark.parametrize("case", passages("negative"), ids=lambda case: case["text"][:60])
def test_nobody_is_mistaken_for_another(case: dict[str, Any]) -> None:
    assert found(case) == case["speakers"]


@pytest.mark.parametrize("case", passages("known_failures"), ids=lambda case: case["text"][:60])
def test_known_failures_still_fail(case: dict[str, Any]) -> None:
    """A case that no longer fails belongs into the other files."""
    assert found(case) != case["speakers"]


def test_the_collection_is_large_enough() -> None:
    assert len(passages("synthetic")) + len(passages("negative")) >= 120


@pytest.mark.parametrize(
    "office",
    [
        "general secretary of the Welland Teachers' Union",
        "head of the Welland Teachers Union",
        "a member of the board of the Orvale Bank",
    ],
)
def test_who_behind_an_apposition_is_the_person_not_the_employer(office: str) -> None:
    (speaker,) = resolve(f"The letter came from Helen Farrow, {office}, {{who}} put the number at 9,000.")
    assert speaker is not None
    assert speaker.name == "Helen Farrow"


def test_who_right_behind_an_organization_is_the_organization() -> None:
    (speaker,) = resolve("The letter came from the Orvale Bank, {which} put the number at 9,000.")
    assert speaker is not None
    assert speaker.name == "Orvale Bank"


def test_a_document_is_named_without_who_released_it_and_when() -> None:
    poll, excerpts = resolve("{A Lakeland poll released on Monday} put it at 40. {Excerpts of her speech released by the ministry} say so.")
    assert poll is not None
    assert poll.name == "Lakeland poll"
    assert excerpts is not None
    assert excerpts.name == "Excerpts of her speech"
