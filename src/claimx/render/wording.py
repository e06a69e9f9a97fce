"""Figures in words, short enough for a table: "> 3,200", "~ USD 1.2 billion", "up 5%", "3 to 5 km"."""

from __future__ import annotations

import math
from fractions import Fraction

from claimx.model import Claim, Number, Quantity, Unit

_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_MOST_DIGITS = 30
_LARGEST_PART, _LONGEST_SHARE = 1000, 5


def number(value: Number) -> str:
    """``value`` with thousands separated; from a million on in words where three decimals say it exactly."""
    if isinstance(value, float) and (math.isnan(value) or math.isinf(value)):
        return str(value)
    for scale, name in _SCALES:
        if abs(value) >= scale and abs(value) < scale * 10**6 and round(value * 1000) % scale == 0:
            return f"{round(value * 1000) // scale / 1000:,g} {name}"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        value = int(value)
    if isinstance(value, int) and abs(value) >= 10**_MOST_DIGITS:
        return "more than 10^" + str(_MOST_DIGITS) if value > 0 else "less than -10^" + str(_MOST_DIGITS)
    return f"{value:,}"


def _share(value: Number) -> str:
    """A part of a whole as a fraction where that is shorter ("1/3"), else as a number ("0.5")."""
    part = Fraction(value).limit_denominator(_LARGEST_PART)
    words = number(value)
    return f"{part.numerator}/{part.denominator}" if len(words) > _LONGEST_SHARE and abs(part - Fraction(value)) < 1e-9 else words


def figure(quantity: Quantity) -> str:
    """The number of ``quantity`` with comparator, change and unit of measure; what is counted is left to the reader of ``subject``."""
    change = f"{quantity.change} " if quantity.change else ""
    sign = "" if quantity.comparator == "=" else f"{quantity.comparator} "
    if quantity.value is not None and quantity.unit is not None and quantity.unit.kind == "ratio" and 0 < quantity.value < 1:
        return change + sign + _share(quantity.value)
    if quantity.value is not None:
        amount = number(quantity.value)
    elif quantity.low is not None and quantity.high is not None:
        amount = number(quantity.low) if quantity.low == quantity.high else f"{number(quantity.low)} to {number(quantity.high)}"
    elif quantity.low is not None:
        amount = number(quantity.low)
    elif quantity.high is not None:
        amount = number(quantity.high)
    else:
        return change + quantity.text
    return change + sign + _measured(amount, quantity.unit)


def _measured(amount: str, unit: Unit | None) -> str:
    if unit is None or (unit.kind == "count" and unit.name != "point"):
        return amount
    if unit.kind == "percent":
        return f"{amount}%"
    if unit.kind == "currency":
        _, per, whole = unit.name.partition(" per ")
        return f"{unit.code} {amount}{per}{whole}" if unit.code else f"{amount} {unit.name}"
    return f"{amount} {unit.name if amount in ('1', '-1') else plural(unit.name)}"


def plural(name: str) -> str:
    """The plural of a unit's English name: of its head, which is what stands before "per", "of" or a scale's name."""
    head, link, rest = name, "", ""
    for joint in (" per ", " of ", " Celsius", " Fahrenheit"):
        if joint in name:
            head, link, rest = name.partition(joint)
            break
    if not head[-1:].isalpha() or head.isupper() or head.endswith(("s", "hertz", "feet", "power", "per mille")):
        return name
    if head.endswith("foot"):
        return head[:-4] + "feet" + link + rest
    if head.endswith("y") and head[-2:-1] not in "aeiou":
        head = head[:-1] + "ie"
    elif head.endswith(("ch", "x", "sh")):
        head += "e"
    return f"{head}s{link}{rest}"


def counted(claim: Claim) -> str:
    """What ``claim`` counts or measures: its subject, else the name of what is counted."""
    if claim.subject is not None:
        return claim.subject.text
    unit = claim.quantity.unit
    return unit.name if unit is not None and unit.kind == "count" else ""


def marked(claim: Claim) -> str:
    """What takes something off the claim: "hedged (may), question"."""
    words: dict[str, list[str]] = {}
    for mark in claim.marks:
        words.setdefault(mark.kind, []).append(mark.text)
    for kind, holds in (("negated", claim.negated), ("hedged", claim.hedged)):
        if holds:
            words.setdefault(kind, [])
    return ", ".join(f"{kind} ({', '.join(dict.fromkeys(said))})" if said else kind for kind, said in words.items())


def who(claim: Claim) -> str:
    """Who says it: the speaker's name, else the source as named; "" in the reporter's own voice."""
    if claim.speaker is not None:
        return claim.speaker.name
    if claim.attribution is not None and claim.attribution.source is not None:
        return claim.attribution.source.text
    return ""


def standing(claim: Claim) -> str:
    """The speaker's role and organisation, as "deputy minister, Ministry of Health"; "" where none is known."""
    if claim.speaker is None:
        return ""
    role, organization = claim.speaker.role or "", claim.speaker.organization or ""
    if organization and organization.lower() in f"{role} {claim.speaker.name}".lower():
        organization = ""
    return ", ".join(part for part in (role, organization) if part)


def parted(claim: Claim) -> tuple[str, str, str]:
    """The claim's text before, in and after its number; the number is "" where the text does not hold it."""
    first, last = claim.quantity.start - claim.start, claim.quantity.end - claim.start
    if not 0 <= first <= last <= len(claim.text):
        return claim.text, "", ""
    return claim.text[:first], claim.text[first:last], claim.text[last:]


def around(claim: Claim, most: int) -> tuple[str, str, str]:
    """As :func:`parted`, but of a text before or after the number that is longer than ``most`` characters only the nearest words."""
    before, inside, after = parted(claim)
    if not inside:
        return clipped(before, 2 * most), "", ""
    if len(before) > most:
        cut = before[-most:]
        before = "\u2026 " + cut[cut.find(" ") + 1 :]
    return before, inside, clipped(after, most)


def clipped(text: str, most: int) -> str:
    """``text``, or its first words and an ellipsis where it is longer than ``most`` characters."""
    if len(text) <= most:
        return text
    cut = text[:most]
    return cut[: cut.rfind(" ") if " " in cut else most] + " \u2026"
