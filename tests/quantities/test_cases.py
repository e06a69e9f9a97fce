"""Short texts of every class of quantity with what must be read in them, kept as data under tests/cases/quantities.

A row has a text and its quantities in order, each as "comparator value unit change": no comparator where it is "=", bounds as
"3..5", money by its ISO 4217 code and all other units by name. Rows of known_failures.jsonl must fail: one that passes
belongs in the file of its class.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from claimx.model import Quantity
from tests.quantities.reading import found

_FOLDER = Path(__file__).parents[1] / "cases" / "quantities"
_FAILING = "known_failures"


def _rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (_FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def _brief(quantity: Quantity) -> str:
    value: object = quantity.value
    if value is None:
        value = quantity.low if quantity.high is None else f"{quantity.low}..{quantity.high}"
    unit, name = quantity.unit, ""
    if unit is not None:
        _, per, rest = unit.name.partition(" per ")
        name = f"{unit.code}{per}{rest}" if unit.kind == "currency" else unit.name
    comparator = "" if quantity.comparator == "=" else quantity.comparator
    return " ".join(filter(None, (comparator, str(value), name, quantity.change)))


_CLASSES = sorted(path.stem for path in _FOLDER.glob("*.jsonl") if path.stem != _FAILING)


@pytest.mark.parametrize("row", [row for name in _CLASSES for row in _rows(name)], ids=lambda row: row["text"][:60])
def test_case(row: dict[str, Any]) -> None:
    assert [_brief(quantity) for quantity in found(row["text"])] == row["quantities"]


@pytest.mark.parametrize("row", _rows(_FAILING), ids=lambda row: row["text"][:60])
def test_known_failure_still_fails(row: dict[str, Any]) -> None:
    assert [_brief(quantity) for quantity in found(row["text"])] != row["quantities"]


def test_every_class_has_cases() -> None:
    assert len(_CLASSES) >= 8
    assert sum(len(_rows(name)) for name in _CLASSES) > 900
