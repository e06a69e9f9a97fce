"""Units of measure: what stands after (or with) a numeral, as a :class:`claimx.model.Unit`.

The rows of ``lexicon/quantities/units.tsv`` give the forms of a unit (``~`` is a blank or a hyphen, ``=`` a form that
is met only exactly so), its kind, UCUM code, name and the SI prefixes it takes. Rates are built from any two units, or
a unit and a noun: "per", "a", "/".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claimx import lexicon
from claimx.model import Unit

if TYPE_CHECKING:
    from claimx.quantities.scan import Scan

_PIECE = re.compile(r"[^\W\d_](?:\.[^\W\d_])+\.?|[^\W\d_]+(?:'[^\W\d_]+)*|\d+|[^\s~-]")
_Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Forms:
    """Forms by their tokens: those met in any case, those met exactly, and the longest form by first token.

    ``openings`` are the first tokens in lower case, and with the dot that one may take along at a sentence's end.
    """

    folded: dict[_Key, Unit]
    exact: dict[_Key, Unit]
    longest: dict[str, int]
    openings: set[str]

    def add(self, form: str, unit: Unit) -> None:
        """Take up a form in the notation of the word file; the first unit that has a form keeps it."""
        key = pieces(form)
        (self.exact if form.startswith("=") else self.folded).setdefault(key, unit)
        first = key[0]
        if len(key) > self.longest.get(first, 0):
            self.longest[first] = len(key)
            self.openings.update((first.lower(), f"{first.lower()}."))


def pieces(form: str) -> _Key:
    """The tokens of a form of the word file."""
    exact = form.startswith("=")
    words = (form[1:] if exact else form.lower()).replace("~", " ").replace("-", " ").split()
    if all(map(str.isalpha, words)):
        return tuple(words)
    return tuple(_PIECE.findall(form[1:] if exact else form.lower()))


@cache
def forms() -> Forms:
    """All units with all their forms."""
    found = Forms({}, {}, {}, set())
    rows = lexicon.rows("quantities/units")
    for row in rows:
        unit = Unit(row["kind"], row["code"] or None, row["name"])
        for form in row["forms"].split():
            found.add(form, unit)
    for row in rows:
        for prefix in row["prefixes"].split():
            _prefixed(found, row, prefix)
    return found


def _prefixed(found: Forms, row: lexicon.Row, sign: str) -> None:
    prefix = next(one for one in lexicon.rows("quantities/prefixes") if sign in one["signs"].split())
    unit = Unit(row["kind"], prefix["code"] + row["code"] if row["code"] else None, prefix["name"] + row["name"])
    for form in row["forms"].split():
        if form.startswith("="):
            for one in prefix["signs"].split():
                found.add(f"={one}{form[1:]}", unit)
        elif form[0].isalpha():
            found.add(prefix["name"] + form, unit)


def _undotted(token: str) -> str:
    return token[:-1] if len(token) > 1 and token[-1] == "." and token.count(".") == 1 else token


_TIGHT = frozenset(("s", "h", "t", "A", "in", "st", "ac", "J", "N", '"', "″", "ct"))
"""Symbols that are words, initials or quotation marks unless they stand tight to their figure."""

_LOOSE_BEFORE = frozenset((",", ".", ";", ":", ")", "!", "?", "/", "(", "-", "–", "—", "\n", ""))


def after(scan: Scan, at: int, table: Forms) -> tuple[Unit, int] | None:
    """The longest unit form that starts at a token, or behind the hyphen there: its unit, and the index behind it."""
    lower = scan.lowers[at]
    if lower in ("-", "–") and scan.tight(at) and scan.tight(at - 1):
        at += 1
        lower = scan.lowers[at]
    if lower not in table.openings:
        return None
    raw = scan.texts[at]
    if raw[-1:] == "." and raw not in table.longest and lower not in table.longest:
        raw, lower = raw[:-1], lower[:-1]  # "7 W." at a sentence's end reads as an abbreviation
    most = max(table.longest.get(raw, 0), table.longest.get(lower, 0))
    if not most:
        return None
    ends, texts, lowers = [at + 1], [raw], [lower]
    index = at + 1
    while len(ends) < most and index < scan.length:
        if scan.lowers[index] == "-" and scan.tight(index) and scan.tight(index - 1):
            index += 1
        texts.append(_undotted(scan.texts[index]))
        lowers.append(_undotted(scan.lowers[index]))
        index += 1
        ends.append(index)
    for count in range(len(ends), 0, -1):
        unit = table.exact.get(tuple(texts[:count])) or table.folded.get(tuple(lowers[:count]))
        if unit is not None and not _mistaken(scan, at, ends[count - 1], texts[count - 1]):
            return _product(scan, unit, ends[count - 1], table)
    return None


def _product(scan: Scan, unit: Unit, end: int, table: Forms) -> tuple[Unit, int]:
    """Take up a factor behind a raised dot: "kW·h", "kg·m"."""
    if scan.lowers[end] not in ("·", "⋅") or not (scan.tight(end) and scan.tight(end - 1)):
        return unit, end
    factor = table.exact.get((scan.texts[end + 1],))
    if factor is None:
        return unit, end
    name = f"{unit.name} {factor.name}"
    code = f"{unit.code}.{factor.code}" if unit.code and factor.code else None
    known = {"watt hour": "energy", "newton metre": "torque"}
    kind = next((kind for ending, kind in known.items() if name.endswith(ending)), "other")
    return Unit(kind, code, name), end + 2


def _mistaken(scan: Scan, at: int, end: int, last: str) -> bool:
    """Is a short symbol a word or an initial here?"""
    if last in ("cup", "cups") and end - at == 1:
        return scan.lowers[end] != "of"
    if last in ("bar", "AU", "mb") and end - at == 1:  # not "2 bar stools", "5 AU troops", "one bar"
        return scan.tags[end] in "NS" or scan.lowers[end] == "of" or scan.codes[at - 1] not in scan.sets.figure
    if scan.texts[at] == "Teslas":
        return True  # cars
    if last.isdecimal() and end - at == 2 and not scan.tight(at):
        return True  # "6 ft 2 in" has no square feet
    if len(last) > 2 or end - at > 1:
        return False
    tight = scan.tight(at - 1)
    if last in ("x", "X", "×"):
        return not tight or (scan.tight(end - 1) and scan.codes[end] in scan.sets.figure)
    if last == "K":
        return tight  # thousands
    if last == "”":
        return scan.lowers[at - 2] not in ("’", "'", "′")  # the inches of 6’2”
    if last in ("'", "’"):
        joined = scan.tight(end - 1) or scan.lowers[end + 1] in ('"', "″", "”")
        inches = joined and scan.codes[end] in scan.sets.figure
        return not (tight and (inches or _alone(scan, at)))
    if last in ('"', "″"):
        return not tight or len(scan.texts[at - 1]) > 3 or _quoting(scan, at)
    if last == "in" and (scan.codes[at - 1] not in scan.sets.figure or scan.lowers[end] == "-"):
        return True
    if last in _TIGHT and not tight and not (scan.lowers[end] == "/" and scan.tight(end) and scan.tight(end - 1)):
        return not _closing(scan, end, last)
    if len(last) == 1 and last.isalpha():
        if scan.tight(end - 1) and scan.lowers[end] == "-" and not tight:
            return True
        if scan.tight(end - 1) and scan.lowers[end] in ("'", "’", "&", "."):
            return scan.lowers[end] != "." or (scan.tight(end) and scan.codes[end + 1] in scan.sets.word)
        if not tight and last in "CFKBGLJN" and scan.codes[end] in scan.sets.cap:
            return True
    return False


def _closing(scan: Scan, end: int, last: str) -> bool:
    """May a symbol set apart from its figure be one, since a clause ends behind it ("500 J.", "1 h 30 min")?"""
    if last in ('"', "″"):
        return False
    return scan.lowers[end] in _LOOSE_BEFORE or (last == "h" and scan.codes[end] in scan.sets.figure)


def _alone(scan: Scan, at: int) -> bool:
    """Is an apostrophe behind a figure the line's only one, and no mark of a quotation ("an altitude of 30' when")?"""
    if scan.codes[at - 1] not in scan.sets.figure or scan.tight(at) or len(scan.texts[at - 1]) > 4:
        return False
    marks = ("'", "’", "‘")
    return not any(scan.lowers[index] in marks for index in range(max(0, at - 60), at)) and scan.tags[at + 1] not in "NSPJ"


def _quoting(scan: Scan, at: int) -> bool:
    """Does a quotation mark at a token close a quotation that is open there?"""
    line = scan.lowers[max(0, at - 60) : at]
    if "\n" in line or "" in line:
        line = line[len(line) - [*reversed(line)].index("" if "" in line else "\n") :]
    return line.count('"') % 2 == 1


_RATES = frozenset(
    "second minute hour day night week fortnight month quarter year season game match share barrel gallon ounce "
    "pound ton tonne kilo kilogram gram "
    "litre liter person head piece mile kilometre kilometer metre meter yard acre hectare hour's unit bushel bottle "
    "pint pack ticket time term pop "
    "visit sq square".split()
)
_DATED = frozenset(("earlier", "ago", "later", "before", "after", "old", "prior", "previously", "away"))
_NO_NOUN = frozenset(("cent", "cents", "se", "diem", "annum"))


def rate(scan: Scan, at: int) -> tuple[str, str | None, int] | None:
    """The denominator that starts at a token ("per barrel", "a year", "/km", "-a-day"): its name, code and end."""
    index = at + (scan.lowers[at] == "-" and scan.tight(at))
    word = scan.lowers[index]
    if word in ("per", "a", "an", "/", "each", "every", "p"):
        step = index + 1 + (scan.lowers[index + 1] == "-")
        if word == "/" and not (scan.tight(index) or scan.tight(index - 1) or scan.lowers[step] in _RATES):
            return None
        if word in ("a", "an", "each", "every") and (scan.lowers[step] not in _RATES or scan.lowers[step + 1] in _DATED):
            return None
        if word == "p" and scan.lowers[step] not in (".", "/"):
            return None
        return _denominator(scan, step, word)
    return None


def _denominator(scan: Scan, at: int, word: str) -> tuple[str, str | None, int] | None:
    if word in ("each", "every", "p"):
        return None
    count = ""
    if scan.codes[at] in scan.sets.figure and word == "per":
        count, at = f"{scan.texts[at]} ", at + 1
        if scan.codes[at] in scan.sets.magnitude:
            count, at = f"{count}{scan.lowers[at]} ", at + 1
    elif scan.codes[at] in scan.sets.magnitude and word == "per":
        count, at = f"{scan.lowers[at]} ", at + 1  # "per million British thermal units"
    if scan.lowers[at] == "annum":
        return "year", "a", at + 1
    found = after(scan, at, forms())
    if found and found[0].kind not in ("percent", "percentage_point", "ratio", "count"):
        return count + found[0].name, found[0].code if not count else None, found[1]
    if (
        scan.codes[at] in scan.sets.word
        and scan.tags[at] in "NSPJV"
        and scan.lowers[at] not in _NO_NOUN
        and (word != "/" or scan.tight(at - 1))
    ):
        if word == "/" and scan.codes[at] not in scan.sets.low:
            return None
        last = at + 1
        while last < at + 2 and scan.tags[at] in "JN" and scan.tags[last] in "NS" and word == "per" and scan.tags[at] == "J":
            last += 1
        return count + scan.words.phrase(at, last).lower(), None, last
    return None


def per(unit: Unit, name: str, code: str | None) -> Unit:
    """A unit over a denominator; money keeps its ISO code, a measure's code joins the two."""
    if unit.kind == "currency":
        joined = unit.code
    else:
        joined = f"{unit.code}/{code}" if unit.code and code and unit.kind not in ("percent", "percentage_point") else unit.code
    speed = unit.kind == "length" and code in ("s", "min", "h")
    return Unit("speed" if speed else unit.kind, joined, f"{unit.name} per {name}")
