"""The facts of a claim that a person may correct, and how what is typed is read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Type = Literal["number", "text", "choice", "flag"]


@dataclass(frozen=True, slots=True)
class Field:
    """A fact: its key in the sidecar, the single key that chooses it, its type and for a choice the values."""

    key: str
    letter: str
    type: Type
    choices: tuple[str, ...] = ()


FIELDS: tuple[Field, ...] = (
    Field("value", "v", "number"),
    Field("low", "l", "number"),
    Field("high", "h", "number"),
    Field("comparator", "c", "choice", ("=", "~", ">", ">=", "<", "<=")),
    Field("change", "g", "choice", ("up", "down")),
    Field("unit", "u", "text"),
    Field("subject", "s", "text"),
    Field("speaker", "w", "text"),
    Field("date", "d", "text"),
    Field("negated", "n", "flag"),
    Field("hedged", "p", "flag"),
)
NONE = "-"
"""What is typed for "no value"."""


class Unreadable(ValueError):
    """What was typed is no value of the field; the message says what would be."""


def read(field: Field, typed: str) -> Any:
    """The value that was typed. Unreadable if it is none of the field."""
    text = typed.strip()
    if field.type == "flag":
        if text.lower() not in ("y", "yes", "n", "no"):
            raise Unreadable("yes or no")
        return text.lower().startswith("y")
    if text in (NONE, ""):
        if field.key == "comparator":
            raise Unreadable("one of " + " ".join(field.choices))
        return None
    if field.type == "choice":
        if text not in field.choices:
            raise Unreadable("one of " + " ".join(field.choices) + ("" if field.key == "comparator" else f", or {NONE} for none"))
        return text
    if field.type == "number":
        return _number(text)
    return " ".join(text.split())


def _number(text: str) -> int | float:
    plain = text.replace(",", "").replace("_", "").replace("\u00a0", "")
    try:
        number = float(plain)
        if number != number or abs(number) == float("inf"):
            raise ValueError
        return int(plain) if plain.lstrip("+-").isdecimal() else number
    except ValueError:
        raise Unreadable(f"a number such as 3200 or 1.5, or {NONE} for none") from None
