"""Money: currency signs and codes before a numeral, names, codes and signs after it, cents, and whose dollar it is.

Rows of ``lexicon/quantities/currencies.tsv``: ISO 4217 code; adjectives ("Australian"); nouns as singular/plural, with ``*``
where the bare noun means this currency; further names; signs; the minor unit (a hundredth, or what follows ``%``); places
that tell on a page whose dollar, pound or rupee is meant.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claimx import lexicon
from claimx.model import Unit
from claimx.quantities.units import Forms, after

if TYPE_CHECKING:
    from claimx.quantities.scan import Scan

_WORDS = frozenset(
    ("all cup try mop pen gel top sos rub mad cop bob nad std ern che eth xau ang kgs bam fim lak lit sit dem pab mur gip svc php").split()
)
"""ISO 4217 codes that are words when written small."""

_ALIKE = {
    "USD": ("AUD", "CAD", "NZD", "HKD", "SGD", "TWD", "JMD", "TTD", "FJD", "NAD", "ZWL", "LRD", "BBD", "GYD"),
    "GBP": ("EGP", "LBP", "SYP", "SDG", "SSP"),
    "INR": ("PKR", "LKR", "NPR", "MUR", "SCR"),
    "MXN": ("ARS", "CLP", "COP", "PHP", "UYU", "CUP", "DOP"),
    "KES": ("UGX", "TZS", "SOS"),
    "KWD": ("IQD", "JOD", "RSD", "LYD", "TND", "DZD", "BHD"),
    "SAR": ("QAR", "YER", "OMR", "IRR"),
    "IRR": ("OMR", "YER", "QAR"),
    "RUB": ("BYN",),
    "SEK": ("ISK", "NOK"),
    "DKK": ("NOK",),
    "CHF": ("XAF", "XOF", "CDF", "RWF"),
    "KRW": ("KPW",),
    "PHP": ("BWP",),
    "ZMW": ("PGK", "MWK"),
}


@dataclass(frozen=True, slots=True)
class _Tables:
    signs: dict[str, str]
    tails: frozenset[str]
    names: Forms
    ends: frozenset[str]
    units: dict[str, Unit]
    bare: frozenset[str]


@cache
def _tables() -> _Tables:
    signs: dict[str, str] = {}
    names = Forms({}, {}, {}, set())
    units: dict[str, Unit] = {}
    bare: set[str] = set()
    rows = lexicon.rows("quantities/currencies")
    for row in rows:
        code, adjective = row["code"], row["adjectives"].partition(",")[0]
        noun = row["nouns"].split(",")[0].lstrip("*").partition("/")[0]
        units[code] = Unit("currency", code, f"{adjective} {noun}".strip())
        for sign in filter(None, row["signs"].split(",")):
            signs.setdefault(sign.replace(" ", ""), code)
        signs.setdefault(code, code)
    named = [(row["code"], one) for row in rows for one in _names(row)]
    for starred in (False, True):  # a form of an adjective and a noun goes before a bare noun of another currency
        for code, (form, part, is_bare) in named:
            if is_bare == starred:
                names.add(form, Unit("currency", code, f"%{part}" if part > 1 else ""))
                if is_bare:
                    bare.add(form.lower())
    for code in units:
        if code.lower() not in _WORDS:
            names.add(code.lower(), Unit("currency", code, ""))
    for sign, code in signs.items():
        if len(sign) > 1 and sign.endswith("$"):
            names.add(sign.lower(), Unit("currency", code, ""))
        if sign != "PS" and (len(sign) > 1 or not (sign.isalpha() and sign.isascii())):  # behind a figure PS is horsepower
            names.add(f"={sign}", Unit("currency", code, ""))
    tails = frozenset(re.findall(r"[^\W\d_]+\.?|[^\w\s]", sign)[-1] for sign in signs)
    ends = frozenset(form[-1] for form in names.folded if len(form[-1]) > 2)
    return _Tables(signs, tails | {"."}, names, ends, units, frozenset(bare))


def _names(row: lexicon.Row) -> list[tuple[str, int, bool]]:
    """The forms of a currency's names with the part of the currency that they count, and whether they are bare nouns."""
    found: list[tuple[str, int, bool]] = []
    adjectives = [one for one in row["adjectives"].split(",") if one]
    for column in ("nouns", "names", "minor"):
        for given in filter(None, row[column].split(",")):
            noun, _, parts = given.lstrip("*").partition("%")
            part = (int(parts) if parts else 100) if column == "minor" else 1
            singular, _, plural = noun.partition("/")
            forms = {singular, plural or (_plural(singular) if len(singular) > 1 else singular)}
            if column == "nouns":
                forms.add(_plural(singular))  # "yens", "zlotys"
            for form in forms:
                if column != "names":
                    found += [(f"{one} {form}".replace(" ", "~"), part, False) for one in adjectives]
                if given.startswith("*") or (not adjectives and column != "names"):
                    found.append((f"={form}" if len(form) == 1 else form.replace(" ", "~"), part, True))
                elif column == "names":
                    found.append((form.replace(" ", "~"), part, False))
    return found


def _plural(singular: str) -> str:
    if re.search(r"[^aeiou]y$", singular):
        return singular[:-1] + "ies"
    return singular if singular.endswith("s") else singular + "s"


def before(scan: Scan, first: int, purse: Purse | None = None) -> tuple[str, int, bool] | None:
    """The sign or code that ends before a numeral: its currency, where it starts, and whether it is a sign that others share.

    With a purse, "N500" is read where the page is of the letter's country.
    """
    tables = _tables()
    index = first - 1
    tail = scan.texts[index]
    if tail == "#" and scan.codes[first + 1] in scan.sets.magnitude:
        return "GBP", index, False  # no one numbers items in millions: a £ of a page in ASCII
    if tail not in tables.tails and tail not in ("-", "−", "=") and not (tail.isupper() and 2 <= len(tail) <= 3):
        return _small(scan, index, tail)
    if tail in ("-", "−") and scan.tags[index - 1] == "$":
        index -= 1
    joined, best = "", None
    for start in range(index, max(-1, index - 4), -1):
        if (
            start < index
            and not scan.tight(start)
            and not (scan.texts[start + 1] in ("$", "£") and scan.texts[start].isupper() and len(scan.texts[start]) > 1)
        ):
            break
        joined = scan.texts[start] + joined
        code = tables.signs.get(joined) or (tables.signs.get(joined.upper()) if joined.endswith("$") else None)
        if code is None:
            continue
        if not joined.isalpha() or _written_apart(scan, start, index, joined, first) or _at_home(scan, start, first, code, purse):
            best = (code, start, joined in _SHARED)
    if best is None and scan.texts[index - 1] in ("$", "£") and scan.tight(index - 1) and tables.signs.get(tail + scan.texts[index - 1]):
        return tables.signs[tail + scan.texts[index - 1]], index - 1, False  # "$US160"
    return best


_SHARED = frozenset(("$", "£", "¥", "Rs", "Rs.", "kr", "₹", "P", "K"))


def _small(scan: Scan, index: int, tail: str) -> tuple[str, int, bool] | None:
    """A code in small letters before a figure ("usd1200", "rs 100"), if it is no word."""
    code = {"rs": "INR"}.get(tail) or (tail.upper() if len(tail) == 3 and tail.islower() and tail not in _WORDS else None)
    if code not in _tables().units or scan.codes[index + 1] not in scan.sets.figure or (index > 0 and scan.tight(index - 1)):
        return None
    return code or "", index, tail == "rs"


def _written_apart(scan: Scan, start: int, index: int, letters: str, first: int) -> bool:
    """Is a sign of letters a word of its own here, and near enough to the figure?"""
    if start > 0 and scan.tight(start - 1) and scan.texts[start - 1] not in "(-–—/[\"'“‘~<>≈":
        return False
    if len(letters) == 1:
        sizeable = len(scan.texts[first]) > 2 and not scan.texts[first].isdecimal()
        scaled = scan.codes[first + 1] in scan.sets.magnitude | scan.sets.magnitude_sign
        return scan.tight(index) and scan.codes[first] in scan.sets.figure and (sizeable or scaled)
    return letters != "PS" or scan.tight(index)


def _at_home(scan: Scan, start: int, first: int, code: str, purse: Purse | None) -> bool:
    """Is one letter the sign of a currency since the page is of its country ("N500")?"""
    if purse is None or first - start > 1 or len(scan.texts[start]) > 1 or len(scan.texts[first]) < 3:
        return False
    return scan.tight(start) and purse.evidence(purse.owner(code)) > 0


def behind(scan: Scan, at: int) -> tuple[str, int, int, bool] | None:
    """The currency name, code or sign at a token: its code, the part that it counts, where it ends, whether it is bare."""
    tables = _tables()
    found = after(scan, at, tables.names)
    if found is None:
        return None
    unit, end = found
    text = scan.texts[end - 1]
    if len(text) == 1 and text.isalpha() and not scan.tight(at - 1):
        return None
    part = int(unit.name[1:]) if unit.name else 1
    start = at + (scan.lowers[at] == "-")
    single = end - start == 1
    if single and scan.tags[end - 1] == "$" and scan.codes[end] in scan.sets.figure:
        return None  # the sign of the next amount
    return unit.code or "", part, end, (single and scan.lowers[start] in tables.bare) or text in ("$", "£")


def unit(code: str) -> Unit:
    """The unit of an ISO 4217 code."""
    return _tables().units[code]


def amount(scan: Scan, at: int) -> bool:
    """Does the name, code or sign of another currency stand at a token?"""
    found = after(scan, at, _tables().names)
    return found is not None and found[0].code != "GBP" and scan.tags[at] in "NSP$"


@cache
def _dollars() -> dict[str, str]:
    rows = [row for row in lexicon.rows("quantities/currencies") if "dollar" in row["nouns"].replace("*", "").split(",")]
    return {adjective: row["code"] for row in rows for adjective in row["adjectives"].split(",") if adjective}


def dollar(adjective: str) -> str | None:
    """The code of the dollar that an adjective behind an amount names ("$5 Canadian"); None if it names none."""
    return _dollars().get(adjective)


def named(scan: Scan, first: int) -> tuple[str, int] | None:
    """The currency whose name stands before a numeral ("French francs 100 million"): its code and where the name starts."""
    tables = _tables()
    if scan.lowers[first - 1] not in tables.ends or scan.tight(first - 1):
        return None
    for count in (3, 2, 1):
        start = first - count
        unit = tables.names.folded.get(tuple(scan.lowers[start:first])) if start >= 0 else None
        if unit is not None and not unit.name:
            return unit.code or "", start
    return None


class Purse:
    """Whose dollar, pound or rupee a page means; looked up when first asked for."""

    __slots__ = ("_heads", "_known", "_scan")

    def __init__(self, scan: Scan) -> None:
        self._scan = scan
        self._heads: set[str] = set()
        """The heads of the page's words with capitals, and the empty one: from them most places are told to be missing."""
        self._known: dict[str, str] = {}

    def owner(self, code: str) -> str:
        """The currency meant by the bare name or sign that by default means CODE."""
        if code not in _ALIKE:
            return code
        if code not in self._known:
            self._known[code] = self._decide(code)
        return self._known[code]

    def home(self, codes: tuple[str, ...]) -> str | None:
        """The currency, of several of one name, whose country the page names most; None if it names none."""
        most = max(codes, key=self.evidence)
        return most if self.evidence(most) else None

    def _decide(self, code: str) -> str:
        default = self.evidence(code)
        best, most = code, 0
        for other in _ALIKE[code]:
            count = self.evidence(other)
            if count > most:
                best, most = other, count
        return best if most >= _ENOUGH and most >= 2 * default else code

    def evidence(self, code: str) -> int:
        """How often the page names a currency's country and its places."""
        shadow, heads = self._scan.shadow, self._heads
        if not heads:
            heads.update(_HEAD.findall(shadow), ("",))
        return sum([shadow.count(place) * weight for head, place, weight in _places()[code] if head in heads])


_ENOUGH = 3
"""Mentions of a country from which on its dollar is meant."""


_STRONG = 5
"""Mentions of a country that one of its time zone or stock exchange is worth: pages name the zones and exchanges of home."""


_HEAD = re.compile(r"[A-Z][^A-Z]{0,2}")
"""A capital and what follows up to the next; each capital opens one, in a name alone as in a page that has the name."""


@cache
def _places() -> dict[str, tuple[tuple[str, str, int], ...]]:
    """The places of each currency: its head if it begins with a capital, place, weight.

    Short ones stand between blanks, and there is none that another contains ("Australian").
    """
    found = {}
    for row in lexicon.rows("quantities/currencies"):
        names = [name for name in row["places"].split(",") if name]
        names = [name for name in names if not any(other != name and other in name for other in names)]
        found[row["code"]] = tuple(_weighed(name) for name in names)
    return found


def _weighed(name: str) -> tuple[str, str, int]:
    """A place as it is looked for; ``*`` marks a time zone or an exchange."""
    place = name.lstrip("*")
    whole = f" {place} " if len(place) < 4 and place.isalpha() and place == name else place
    head = _HEAD.match(whole.lstrip())
    return head.group() if head else "", whole, 1 if place == name else _STRONG
