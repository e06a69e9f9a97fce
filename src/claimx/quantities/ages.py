"""Ages without their unit: "aged 40", "Ann Lee, 45, said", "a man of age 87", "he will be 35", "dies at 92"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from claimx.model import Unit
from claimx.names import lists

if TYPE_CHECKING:
    from claimx.model import Number
    from claimx.quantities.numeral import Numeral
    from claimx.quantities.scan import Scan

YEARS = Unit("age", "a", "year")
_OLDEST = 125
_AGED = frozenset(("aged", "age", "ages"))
_YEARLY = _AGED | {"expectancy"}
_PLACES = frozenset(("in", "at", "on", "near"))
_GROWN = 14
_LISTING = frozenset((",", "and", "or", "to", "-", "–"))
_LONGEST_LIST = 12


def read(scan: Scan, numeral: Numeral) -> str | None:
    """The rule by which a bare whole number is an age in years; None if it is none."""
    value, first, last = numeral.value, numeral.first, numeral.last
    if numeral.form not in ("figure", "word") or not isinstance(value, int) or not 0 < value <= _OLDEST:
        return None
    before, earlier = scan.lowers[first - 1], scan.lowers[first - 2]
    if before in _AGED or (earlier in _AGED and before in ("of", "between", "over", "under", "at", "to", "from", "-", "and")):
        return "age-word"
    if before in _LISTING and scan.tags[last] not in "NSPJG$#" and _listed(scan, first - 1):
        return "age-word"
    if before in ("turn", "turned", "turns", "turning"):
        return "age-turned" if scan.tags[last] not in "NSPJG" or scan.lowers[last] in ("last", "next") else None
    if before in ("is", "was", "be", "am"):
        return "age-person" if value > 9 and _person(scan, first - 1) and scan.tags[last] in ".,IKCWHQ\n" else None
    if before == "at" and earlier in ("dies", "died", "dead", "dying", "retired", "retires"):
        return "age-person" if scan.tags[last] in ".,:\nK" else None
    if not numeral.plain:
        return None
    if before in ("over", "under", "above", "below") and earlier in _people() and scan.tags[last] not in "NSPJG":
        return "age-group" if value >= _GROWN else None  # "voters over 65"
    if before in ("then", "now", "both"):
        return "age-apposition" if earlier == "," and scan.tags[last] in ".," else None
    return "age-apposition" if _apposition(scan, first, last) or unmarked(scan, first, last) else None


def unmarked(scan: Scan, first: int, last: int) -> bool:
    """Is a figure behind a full name an age whose commas are lost ("Jane Doe 44 has won")?"""
    if scan.tags[first - 1] != "P" or scan.codes[first - 2] not in scan.sets.cap or scan.tags[last] not in "BYAZd":
        return False
    if len(scan.lowers[first]) != 2 or int(scan.lowers[first]) < _GROWN:
        return False
    return lists.fold(scan.texts[first - 2]) in lists.first_names()


@cache
def _people() -> frozenset[str]:
    """Those of whom "over 65" tells the age."""
    return frozenset(
        (
            "people voters adults women men those anyone everyone patients residents drivers americans britons citizens persons "
            "males females girls boys players workers seniors households children kids students"
        ).split()
    )


def of_subject(scan: Scan, value: Number | None, subject: tuple[int, int]) -> bool:
    """Is a figure without a unit one of years, since what it measures is an age ("the age limit rose to 75")?"""
    return value is not None and value <= _OLDEST and any(scan.lowers[index] in _YEARLY for index in range(*subject))


def _listed(scan: Scan, at: int) -> bool:
    """Do figures alone stand between a token and a word of age ("aged 19, 20 and 21")?"""
    for index in range(at, at - _LONGEST_LIST, -1):
        if scan.lowers[index] in _AGED:
            return True
        if scan.lowers[index] not in _LISTING and scan.tags[index] != "#":
            return False
    return False


def _apposition(scan: Scan, first: int, last: int) -> bool:
    """Does the figure stand between commas or brackets behind a person, named or not?"""
    closing = {",": (",", ".", ";"), "(": (")",)}.get(scan.lowers[first - 1], ())
    if scan.lowers[last] not in closing:
        return False
    if scan.tags[first - 2] == "N":  # "the driver, 34, was held"
        return lists.role(scan.lowers[first - 2]) is not None
    if scan.tags[first - 2] != "P" or scan.codes[first - 2] in scan.sets.month:
        return False
    return scan.tags[first - 3] in "PJNK'.\n\"" or (scan.lowers[first - 3] not in _PLACES and int(scan.texts[first]) >= _GROWN)


def _person(scan: Scan, at: int) -> bool:
    """Is the subject of the verb at a token he, she or I ("He will be 35")?"""
    while scan.tags[at - 1] in "MR":
        at -= 1
    return scan.lowers[at - 1] in ("he", "she", "i")
