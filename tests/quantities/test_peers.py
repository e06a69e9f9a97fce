"""The word files against what others know: pint (dimensions), pycountry (ISO 4217), num2words (numerals)."""

import num2words  # type: ignore[import-untyped]
import pint
import pycountry
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimx import lexicon
from claimx.quantities import units
from tests.quantities.reading import only

_NO_MONEY = {"XXX", "XTS", "XBA", "XBB", "XBC", "XBD", "XAD"}
"""Codes of ISO 4217 for testing, for no currency, and for units of account that no news uses."""

_ALIAS = {
    "ampere hour": "ampere_hour", "angstrom": "angstrom", "astronomical unit": "astronomical_unit", "calorie": "kilocalorie",
    "degree Celsius": "degC", "degree Fahrenheit": "degF", "degree Rankine": "degR", "light year": "light_year", "litre": "liter",
    "nautical mile": "nautical_mile",
    "mil": "thou",
    "newton metre": "newton * meter", "ounce": "ounce", "pound-foot": "pound_force * foot", "square foot": "foot ** 2",
    "square inch": "inch ** 2",
    "square metre": "meter ** 2", "square kilometre": "kilometer ** 2", "square mile": "mile ** 2", "square yard": "yard ** 2",
    "cubic metre": "meter ** 3",
    "cubic foot": "foot ** 3", "cubic inch": "inch ** 3", "cubic yard": "yard ** 3", "cubic centimetre": "centimeter ** 3",
    "mile per hour": "mile / hour",
    "kilometre per hour": "kilometer / hour", "metre per second": "meter / second", "knot": "knot", "watt hour": "watt * hour",
    "kilowatt hour": "kilowatt * hour",
    "pound per square inch": "psi", "British thermal unit": "btu", "troy ounce": "troy_ounce", "long ton": "long_ton",
    "imperial gallon": "imperial_gallon",
    "fluid ounce": "fluid_ounce", "tonne": "metric_ton", "electronvolt": "electron_volt", "horsepower": "horsepower",
    "kilopound per square inch": "ksi", "decade": "year",
    "year": "year",
}  # fmt: skip
_DIMENSION = {
    "length": "[length]", "area": "[length] ** 2", "volume": "[length] ** 3", "mass": "[mass]", "duration": "[time]",
    "speed": "[length] / [time]",
    "temperature": "[temperature]", "energy": "[mass] * [length] ** 2 / [time] ** 2", "power": "[mass] * [length] ** 2 / [time] ** 3",
    "pressure": "[mass] / [length] / [time] ** 2", "force": "[mass] * [length] / [time] ** 2", "frequency": "1 / [time]",
}  # fmt: skip


def _measured() -> list[lexicon.Row]:
    return [row for row in lexicon.rows("quantities/units") if row["kind"] in _DIMENSION]


def test_units_have_their_dimension() -> None:
    registry: pint.UnitRegistry[float] = pint.UnitRegistry()
    known = 0
    for row in _measured():
        counted = row["name"].partition(" per ")[0] if row["kind"] == "volume" else row["name"]  # a flow has the kind of what flows
        name = _ALIAS.get(counted, counted)
        try:
            unit = registry.Unit(name) if " " not in name else registry(name).units
        except (pint.errors.UndefinedUnitError, pint.errors.DefinitionSyntaxError, AssertionError, AttributeError, TypeError):
            continue
        known += 1
        assert registry.get_dimensionality(unit) == registry.get_dimensionality(_DIMENSION[row["kind"]]), row["name"]
    assert known > 60


def test_prefixes_scale() -> None:
    registry: pint.UnitRegistry[float] = pint.UnitRegistry()
    for row in lexicon.rows("quantities/units"):
        for sign in row["prefixes"].split():
            prefix = next(one for one in lexicon.rows("quantities/prefixes") if sign in one["signs"].split())
            form = next(form for form in row["forms"].split() if form[0].isalpha())
            unit = units.forms().folded[units.pieces(prefix["name"] + form)]
            assert unit.name == prefix["name"] + row["name"]
            if "~" not in form:
                assert registry.Unit(unit.name).is_compatible_with(row["name"])


def test_iso_4217_is_complete() -> None:
    ours = {row["code"] for row in lexicon.rows("quantities/currencies")}
    assert {currency.alpha_3 for currency in pycountry.currencies} - _NO_MONEY <= ours


@pytest.mark.parametrize(
    "currency", [one for one in pycountry.currencies if one.alpha_3 not in _NO_MONEY], ids=lambda one: str(one.alpha_3)
)
def test_iso_names_are_read(currency: object) -> None:
    code = str(getattr(currency, "alpha_3"))  # noqa: B009
    unit = only(f"They paid {code} 25,000 for it.").unit
    assert unit is not None
    assert unit.code == code


@settings(deadline=None)
@given(st.integers(0, 10**9))
def test_spelled_out(number: int) -> None:
    """Every cardinal up to a billion, with and without "and" and commas."""
    words = num2words.num2words(number)
    for written in (words, words.replace(" and ", " "), words.replace(",", ""), words.replace("-", " ")):
        assert only(f"It cost {written} euros.").value == number, written


@settings(deadline=None)
@given(st.integers(10**9, 10**15))
def test_spelled_out_large(number: int) -> None:
    assert only(f"It cost {num2words.num2words(number)} euros.").value == number


@settings(deadline=None)
@given(st.integers(0, 10**12))
def test_figures(number: int) -> None:
    for written in (f"{number:,}", f"€{number:,}"):
        assert only(f"It cost {written} euros.").value == number


@settings(deadline=None)
@given(
    st.integers(1, 999),
    st.integers(0, 9),
    st.sampled_from([("million", 6), ("bn", 9), ("billion", 9), ("trillion", 12), ("thousand", 3), ("k", 3)]),
)
def test_scaled(whole: int, tenth: int, magnitude: tuple[str, int]) -> None:
    word, power = magnitude
    gap = "" if len(word) < 3 else " "
    assert only(f"It cost ${whole}.{tenth}{gap}{word}.").value == (whole * 10 + tenth) * 10 ** (power - 1)
