"""Each row of the word files is read in its example, and each form of a unit and a currency as what its row says."""

import pytest

from claimx import lexicon
from claimx.model import Quantity
from claimx.quantities import change, comparators, counts
from tests.quantities.reading import found, only

_SIGNS = ("magnitudesign", "fractionsign")


def _rows(name: str) -> list[lexicon.Row]:
    return list(lexicon.rows(name))


@pytest.mark.parametrize("row", _rows("numerals"), ids=lambda row: row["form"])
def test_numeral(row: lexicon.Row) -> None:
    quantity = only(row["example"])
    assert row["form"].removeprefix("=") in quantity.text
    assert quantity.value is not None or quantity.low is not None


@pytest.mark.parametrize("row", _rows("quantities/units"), ids=lambda row: row["name"])
def test_unit_row(row: lexicon.Row) -> None:
    quantity = found(row["example"])[0]
    assert quantity.unit is not None
    assert (quantity.unit.kind, quantity.unit.name, quantity.unit.code or "") == (row["kind"], row["name"], row["code"])


def _forms() -> list[tuple[lexicon.Row, str]]:
    return [(row, form) for row in lexicon.rows("quantities/units") for form in row["forms"].split()]


_IN_COMPANY = {"cup": "7 cup of flour", "cups": "7 cups of flour", "'": "7'2", "’": "7’2", "K": "at 7 K", "”": "6’7”"}


@pytest.mark.parametrize(("row", "form"), _forms(), ids=lambda given: given if isinstance(given, str) else given["name"])
def test_unit_form(row: lexicon.Row, form: str) -> None:
    written = form.removeprefix("=").replace("~", " ")
    glued = f"7.5{written}" if len(written) < 3 else f"7.5 {written}"
    quantity = found(_IN_COMPANY.get(written, f"They say it is {glued}."))[-1 if written == "”" else 0]
    assert quantity.unit is not None
    assert (quantity.unit.kind, quantity.unit.name) == (row["kind"], row["name"])


@pytest.mark.parametrize("row", _rows("quantities/currencies"), ids=lambda row: row["code"])
def test_currency(row: lexicon.Row) -> None:
    assert _code(only(row["example"])) == row["code"]
    if row["code"].isalpha():
        assert _code(only(f"It costs {row['code']} 1,500.")) == row["code"]
        assert _code(only(f"It costs 1,500 {row['code']}.")) == row["code"]


def _signs() -> list[tuple[str, str]]:
    return [(sign, row["code"]) for row in lexicon.rows("quantities/currencies") for sign in row["signs"].split(",") if sign]


@pytest.mark.parametrize(("sign", "code"), _signs())
def test_currency_sign(sign: str, code: str) -> None:
    quantity = only(f"It costs {sign}1,500.25 today.")
    assert (_code(quantity), quantity.value) == (code, 1500.25)


def _code(quantity: Quantity) -> str | None:
    assert quantity.unit is not None
    assert quantity.unit.kind == "currency"
    return quantity.unit.code


@pytest.mark.parametrize("row", _rows("quantities/comparators"), ids=lambda row: f"{row['form']} {row['side']}")
def test_comparator(row: lexicon.Row) -> None:
    quantity = found(row["example"])[0]
    assert (quantity.comparator, quantity.text) == (row["comparator"], quantity.text)
    assert "".join(comparators.pieces(row["form"].rstrip("."))) in quantity.text.replace(" ", "")


@pytest.mark.parametrize("row", _rows("quantities/changes"), ids=lambda row: row["base"])
def test_change(row: lexicon.Row) -> None:
    assert [quantity.change for quantity in found(row["example"])] == [row["direction"]]


@pytest.mark.parametrize("row", _rows("quantities/identifiers"), ids=lambda row: row["form"])
def test_identifier(row: lexicon.Row) -> None:
    assert found(f"They read about {row['example']} there.") == ()


@pytest.mark.parametrize("row", _rows("quantities/collectives"), ids=lambda row: row["form"])
def test_collective(row: lexicon.Row) -> None:
    quantity = only(f"They counted {row['example']} in all.")
    assert quantity.subject is not None
    assert quantity.subject.text == row["form"]


@pytest.mark.parametrize("row", _rows("quantities/plurals"), ids=lambda row: row["form"])
def test_plural(row: lexicon.Row) -> None:
    assert counts.singular(row["form"]) == row["singular"]


@pytest.mark.parametrize("row", _rows("quantities/timenouns"), ids=lambda row: row["form"])
def test_dates_are_no_subjects(row: lexicon.Row) -> None:
    """ "Sales in that week rose 5%": sales rose, not the week."""
    quantity = found(row["example"])[-1]
    assert quantity.subject is not None
    assert quantity.subject.text == "Sales"


def test_every_verb_of_change_is_inflected() -> None:
    forms = {form for row in lexicon.rows("quantities/changes") for form, _ in lexicon.forms(row)}
    assert {"rose", "risen", "rises", "rising", "fell", "shed", "lost", "climbed", "went up", "slid"} <= forms
    assert change.before is not None
