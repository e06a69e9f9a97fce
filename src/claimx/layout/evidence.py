"""What settles whether 03/05/2005 is in March or in May: never chance."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from claimx import lazy
from claimx.layout import wire
from claimx.layout.lines import Line
from claimx.layout.stamps import Stamp

_NUMERIC = lazy.compile(r"(?<![\d/.-])(\d{1,2})([-/])(\d{1,2})\2(?:(?:19|20)?\d\d)(?![\d/-])")
_AMERICAN = frozenset(
    ("EST", "EDT", "ET", "CST", "CDT", "CT", "MST", "MDT", "MT", "PST", "PDT", "PT", "Eastern", "Central", "Pacific", "Mountain")
)
_OTHERS = frozenset(
    (
        "GMT",
        "BST",
        "IST",
        "CET",
        "CEST",
        "AEST",
        "AEDT",
        "PKT",
        "SAST",
        "EAT",
        "WAT",
        "CAT",
        "MSK",
        "EET",
        "EEST",
        "NZST",
        "NZDT",
        "SGT",
        "MYT",
        "GST",
        "HKT",
    )
)


_TWO_DIGITS = 2000
"""Electronic news of the last century with years of two digits is that of American wires ("11/02/89")."""


def order(found: list[Stamp], lines: list[Line], outlet: Callable[[], str | None]) -> str | None:
    """ "dmy", "mdy" or None: by the outlet's country, by the zone, by the other numeric dates of the page."""
    if not any(stamp.numbers for stamp in found):
        return None
    habit = outlet()
    if habit:
        return habit
    if any(stamp.numbers and stamp.short_year and stamp.year is not None and stamp.year < _TWO_DIGITS for stamp in found):
        return "mdy"
    if wire.american(lines):
        return "mdy"
    zones = {stamp.zone for stamp in found if stamp.zone}
    if zones & _AMERICAN and not zones & _OTHERS:
        return "mdy"
    if zones & _OTHERS and not zones & _AMERICAN:
        return "dmy"
    votes = {"dmy": 0, "mdy": 0}
    for line in lines:
        if "/" in line.text or "-" in line.text:
            for match in _NUMERIC.finditer(line.text):
                one, two = int(match[1]), int(match[3])
                votes["dmy"] += one > 12 >= two
                votes["mdy"] += two > 12 >= one
    if bool(votes["dmy"]) != bool(votes["mdy"]):
        return "dmy" if votes["dmy"] else "mdy"
    return None


def settle(stamp: Stamp, habit: str | None, others: list[Stamp]) -> Stamp | None:
    """The stamp with its day and month; by its weekday, by another date of the header, else by the page's habit."""
    if stamp.numbers is None:
        return stamp
    readings = [reading for reading in (stamp.ordered(True), stamp.ordered(False)) if reading.date()]
    if stamp.weekday is not None:
        readings = [reading for reading in readings if _weekday(reading) == stamp.weekday] or readings
    if len(readings) > 1:
        near = [reading for reading in readings if any(_close(reading, other) for other in others if other.numbers is None)]
        readings = near or readings
    if len(readings) > 1 and (habit or stamp.sign == "."):  # with dots the day comes first, but in America
        return stamp.ordered(habit == "mdy")
    return readings[0] if len(readings) == 1 else None


def _weekday(stamp: Stamp) -> int | None:
    date = stamp.date()
    return None if date is None else date.weekday()


def _close(one: Stamp, other: Stamp) -> bool:
    """Whether a settled date of the page, its year given or not, is at most two days off."""
    first, second = one.date(), (other if other.year else replace(other, year=one.year)).date()
    return first is not None and second is not None and abs((first - second).days) <= 2
