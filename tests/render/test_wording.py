"""Figures in words."""

from __future__ import annotations

import msgspec
import pytest

from claimx.model import Change, Comparator, Number, Unit
from claimx.render import wording
from tests.render.sample import quantity

PERCENT, DOLLAR, KILOMETRE = Unit("percent", "%", "percent"), Unit("currency", "USD", "US dollar"), Unit("length", "km", "kilometre")
KMH, POINT, PERSON = (
    Unit("speed", "km/h", "kilometre per hour"),
    Unit("percentage_point", None, "percentage point"),
    Unit("count", None, "person"),
)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "0"),
        (3200, "3,200"),
        (-5, "-5"),
        (0.19, "0.19"),
        (1234.5, "1,234.5"),
        (40.0, "40"),
        (999_999, "999,999"),
        (1_000_000, "1 million"),
        (3_500_000, "3.5 million"),
        (1_234_567, "1,234,567"),
        (1_234_000_000, "1.234 billion"),
        (-2_000_000_000, "-2 billion"),
        (2.5e12, "2.5 trillion"),
        (1e300, "1e+300"),
        (10**400, "more than 10^30"),
        (float("nan"), "nan"),
    ],
)
def test_number(value: Number, words: str) -> None:
    assert wording.number(value) == words


@pytest.mark.parametrize(
    ("low", "high", "value", "comparator", "change", "unit", "words"),
    [
        (3200, None, 3200, ">", None, PERSON, "> 3,200"),
        (40, 40, 40, "=", "up", PERCENT, "up 40%"),
        (5, 5, 5, "~", "down", POINT, "down ~ 5 percentage points"),
        (1_200_000_000, 1_200_000_000, 1_200_000_000, "=", None, DOLLAR, "USD 1.2 billion"),
        (3, 5, None, "=", None, KILOMETRE, "3 to 5 kilometres"),
        (1, 1, 1, "=", None, KILOMETRE, "1 kilometre"),
        (80, 80, 80, "=", None, KMH, "80 kilometres per hour"),
        (24, None, None, ">=", None, PERSON, ">= 24"),
        (None, 10, None, "<", None, None, "< 10"),
        (None, None, None, "=", None, None, "dozens"),
        (0.6666666666666666, 0.6666666666666666, 0.6666666666666666, "~", None, Unit("ratio", "1", "voter"), "~ 2/3"),
        (0.5, 0.5, 0.5, "=", None, Unit("ratio", "1", "voter"), "0.5"),
        (3, 3, 3, "=", None, Unit("ratio", "1", "times"), "3 times"),
        (4, 4, 4, "=", None, Unit("count", None, "point"), "4 points"),
        (1.5, 1.5, 1.5, "=", None, Unit("currency", "USD", "US dollar per share"), "USD 1.5 per share"),
    ],
)
def test_figure(
    low: Number | None,
    high: Number | None,
    value: Number | None,
    comparator: Comparator,
    change: Change | None,
    unit: Unit | None,
    words: str,
) -> None:
    made = quantity("dozens", "dozens", None, unit=unit)
    assert wording.figure(msgspec.structs.replace(made, low=low, high=high, value=value, comparator=comparator, change=change)) == words


@pytest.mark.parametrize(
    ("name", "many"),
    [
        ("kilometre", "kilometres"),
        ("foot", "feet"),
        ("inch", "inches"),
        ("degree Celsius", "degrees Celsius"),
        ("century", "centuries"),
        ("day", "days"),
        ("gigahertz", "gigahertz"),
        ("US dollar", "US dollars"),
    ],
)
def test_plural(name: str, many: str) -> None:
    assert wording.plural(name) == many
