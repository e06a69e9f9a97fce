"""Quantities of a text that is read as one paragraph, without layout."""

from claimx import quantities
from claimx.model import Quantity
from claimx.page import Block, Page
from claimx.reading import Reading


def page(text: str) -> Page:
    return Page(text, text, None, None, None, None, (Block(0, len(text), "paragraph"),) if text else (), ())


def found(text: str) -> tuple[Quantity, ...]:
    return quantities.find(Reading.of(page(text)))


def only(text: str) -> Quantity:
    (quantity,) = found(text)
    return quantity


def brief(quantity: Quantity) -> str:
    """A quantity as tests write it: text, value or bounds, comparator, change and unit in one line."""
    value = quantity.value if quantity.value is not None else f"{quantity.low}..{quantity.high}"
    comparator = "" if quantity.comparator == "=" else f"{quantity.comparator} "
    change = f" {quantity.change}" if quantity.change else ""
    unit = "" if quantity.unit is None else f" {quantity.unit.code or quantity.unit.name}"
    return f"{comparator}{value}{unit}{change}"


def briefs(text: str) -> list[str]:
    return [brief(quantity) for quantity in found(text)]
