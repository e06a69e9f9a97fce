"""Dates as page headers print them: day, clock time, zone and the cue before, in every order and dress."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec
from msgspec.structs import replace

from claimx import lazy
from claimx.layout import zones

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_DAYS = "mon tue wed thu fri sat sun".split()
_M = (
    r"(?:jan(?:uary)?|feb(?:r?uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
    r"(?![a-z])\.?"
)
_OPENING = r"(?=[jfmasond][aepuco])"
"""Two letters that a month begins with: what begins none is soon passed over."""
_Y = r"(?:19[5-9]\d|20[0-4]\d)"
_D, _TH = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:st|nd|rd|th)?"
_DATE = lazy.compile(
    rf"""(?=\d)(?<![\d.,$£€#])(?:
        (?P<y1>{_Y})(?P<s1>[-/.])(?P<m1>0?[1-9]|1[0-2])(?P=s1)(?P<d1>0[1-9]|[12]\d|3[01]|[1-9])(?!\d)      # 2016-11-21, 2016/11/21
      | (?P<y2>{_Y})[-,./ ]{{1,2}}(?P<m2>{_M})[-,./ ]{{1,2}}(?P<d2>{_D}){_TH}(?!\d)                        # 2016 Nov 21, 2016-Nov-21
      | (?P<y6>{_Y})\s?年\s?(?P<m6>\d{{1,2}})\s?月\s?(?P<d6>\d{{1,2}})\s?日
      | (?P<d3>{_D}){_TH}(?:\ of|\ day\ of)?[-/., ]{{0,3}}(?P<m3>{_M})[-/.,، ]{{0,3}}                      # 21 Nov 2016, 27-Dec-17
            (?:(?P<y3>{_Y})|(?:(?<=[-/.])|')(?P<z3>\d\d)(?![\d:]))
      | (?P<n1>{_D})(?P<s4>[-/.])(?P<n2>{_D})(?P=s4)(?:(?P<y4>{_Y})|(?P<z4>\d\d)(?![\d/.:%-]))            # 21/11/2016, 02-06-98
    )
      | {_OPENING}(?P<m5>{_M})[-/., ]{{0,2}}(?P<d5>{_D}){_TH}   # Nov. 21, 2016; Nov 21 17:48:36 UTC 2016
            (?:\s?[-–]\s?\d{{1,2}}|\s(?P<c5>\d\d:\d\d(?::\d\d)?)(?:\s[A-Z]{{2,5}})?(?=\s{_Y}))?[-/.,، ]{{0,3}}
            (?:(?P<y5>{_Y})|'(?P<z5>\d\d)(?!\d))
    """,
    re.VERBOSE | re.IGNORECASE,
)
_YEAR_LIKE = lazy.compile(r"[-/.'12](?:(?<=1)9[5-9]\d|(?<=2)0[0-4]\d|(?<=[-/.'])\d\d)")
"""What each date with a year has in it: a cheap look before :data:`_DATE`, as the engine finds a set at the beginning fast."""
_BEFORE_YEAR, _BEFORE_DAY = 40, 12
"""More than the characters that a date can have before that, and a date without year before its first figure."""
_DIGIT = lazy.compile(r"\d")
_YEARLESS = lazy.compile(
    rf"""{_OPENING}(?<![a-z])(?P<m>{_M})\s?(?P<d>{_D}){_TH}(?![\d:/,]\d|\s?%|\d)       # April 1
      | (?=\d)(?<![\d.,$£€/:-])(?P<e>{_D}){_TH}\s(?P<n>{_M})(?!\w)                 # 1 April""",
    re.VERBOSE | re.IGNORECASE,
)
_HALF = r"[ap]\.?\s?m(?:\b|(?-i:(?=[A-Z])))"
_CLOCK = rf"""(?P<h>[01]?\d|2[0-3])
    (?: [:.h](?P<min>[0-5]\d)(?:[:.](?P<s>[0-5]\d)(?:\.\d{{1,6}})?)?(?:\s?h(?:rs?|ours)?\b)?     # 17:48:36, 17.48, 17h48
      | (?P<mil>[0-5]\d)(?=\s?(?:h(?:rs?|ours)\b|[A-Z]{{2,4}}\b)|\s?{_HALF})                      # 1748 GMT
      | (?=\s?{_HALF}) )                                                                        # 5 pm
    (?:\s?(?P<half>[ap])\.?\s?m(?:\b|(?-i:(?=[A-Z])))\.?)?"""
_GAP = r"(?:[\s,،;|·•/()@–—\[\]-]|\bat\b|\bon\b|\btime\b|T(?=\d\d?:)|,|:(?=\s)){0,6}"
_AFTER = lazy.compile(
    rf"(?:{_GAP}(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b)?{_GAP}{_CLOCK}", re.VERBOSE | re.IGNORECASE
)
_TIME_BEFORE = lazy.compile(rf"(?<![\d:.]){_CLOCK}", re.VERBOSE | re.IGNORECASE)
_WEEKDAY = lazy.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|r|ur)?(?:day)?\b\.?", re.IGNORECASE)
_ONLY_GAP = lazy.compile(rf"{_GAP}$", re.IGNORECASE)
_LONGEST = 40
_MOST = 12
"""A header line prints a handful of dates; what holds more is a list or a calendar."""


class Stamp(msgspec.Struct, frozen=True, gc=False):
    """A date in a line from START to END (clock time and zone included).

    ``month`` is None and ``numbers`` holds the two numbers while their order is open; ``year`` is None if none is
    printed. ``weekday`` is 0 for Monday. ``zone`` is as printed, ``before`` the line's text between the date before and this one.
    """

    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None
    numbers: tuple[int, int] | None = None
    sign: str = ""
    short_year: bool = False
    weekday: int | None = None
    clock: tuple[int, int, int | None] | None = None
    zone: str | None = None
    before: str = ""

    def date(self) -> datetime.date | None:
        """The calendar day; None if it is not settled or there is no such day."""
        if self.year is None or self.month is None or self.day is None:
            return None
        try:
            return datetime.date(self.year, self.month, self.day)
        except ValueError:
            return None

    def ordered(self, month_first: bool) -> Stamp:
        """The stamp with its two numbers read in the given order."""
        if self.numbers is None:
            return self
        one, two = self.numbers
        return replace(self, month=one if month_first else two, day=two if month_first else one, numbers=None)

    def iso(self, country: str | None = None) -> str | None:
        """The ISO date, or datetime where a clock time is printed; with an offset if its zone has one."""
        date = self.date()
        if date is None or self.clock is None:
            return None if date is None else date.isoformat()
        hour, minute, second = self.clock
        text = f"{date.isoformat()}T{hour:02}:{minute:02}:{second or 0:02}"
        return text + (zones.offset(self.zone, country, date) if self.zone else "")


def full_year(two: int) -> int:
    """The year that two digits stand for: electronic news begins in the sixties."""
    return 1900 + two if two >= 60 else 2000 + two


@lru_cache(64)
def find(line: str) -> tuple[Stamp, ...]:
    """All dates with a year in a line, in order. Several readers of a page ask for those of its header, so they are kept a while."""
    found: list[Stamp] = []
    year = _YEAR_LIKE.search(line)
    if year is None:
        return ()
    behind = 0
    for match in _DATE.finditer(line, max(0, year.start() - _BEFORE_YEAR)):
        stamp = _read(match)
        if stamp is None:
            continue
        stamp = _with_clock(line, stamp, behind)
        if stamp.start >= behind:
            found.append(replace(stamp, before=line[behind : stamp.start]))
            behind = stamp.end
        if len(found) >= _MOST:
            break
    return tuple(found)


def yearless(line: str) -> Iterator[Stamp]:
    """The days without a year in a line ("April 1", "21 Nov")."""
    digit = _DIGIT.search(line)
    if digit is None:
        return
    for match in _YEARLESS.finditer(line, max(0, digit.start() - _BEFORE_DAY)):
        month, day = (match["m"], match["d"]) if match["m"] else (match["n"], match["e"])
        stamp = Stamp(match.start(), match.end(), None, _month(month), int(day))
        yield replace(_with_clock(line, stamp, 0), before=line[: match.start()])


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _read(match: re.Match[str]) -> Stamp | None:
    start, end = match.span()
    if match["n1"]:
        one, two = int(match["n1"]), int(match["n2"])
        year = int(match["y4"]) if match["y4"] else full_year(int(match["z4"]))
        stamp = Stamp(start, end, year, None, None, (one, two), match["s4"], match["y4"] is None)
        if one > 12 and two > 12:
            return None
        if one > 12 or two > 12:
            return stamp.ordered(month_first=two > 12)
        return stamp.ordered(month_first=False) if one == two else stamp
    for part in "123456":
        if part != "4" and match[f"m{part}"]:
            month, day = match[f"m{part}"], int(match[f"d{part}"])
            printed = match[f"y{part}"]
            year = int(printed) if printed else full_year(int(match[f"z{part}"]))
            stamp = Stamp(start, end, year, int(month) if month.isdigit() else _month(month), day, short_year=not printed)
            if match["c5"]:
                hour, minute, *second = map(int, match["c5"].split(":"))
                stamp = replace(stamp, clock=(hour, minute, second[0] if second else None)) if hour < 24 and minute < 60 else stamp
            return stamp if stamp.date() else None
    return None


def _with_clock(line: str, stamp: Stamp, behind: int) -> Stamp:
    """The stamp with the weekday and the clock time that stand beside it."""
    window = line[max(behind, stamp.start - _LONGEST) : stamp.start]
    weekday, start = None, stamp.start
    for found in _WEEKDAY.finditer(window):
        if _ONLY_GAP.match(window, found.end()):
            weekday, start = _DAYS.index(found[1].lower()), stamp.start - len(window) + found.start()
    stamp = replace(stamp, weekday=weekday, start=start)
    if stamp.clock is not None:
        return stamp
    after = _AFTER.match(line, stamp.end)
    if (after and not line[after.end() : after.end() + 1].isalnum()) or (after and zones.AFTER.match(line, after.end())):
        assert after is not None
        return _timed(line, stamp, after, after.end())
    window = line[max(behind, stamp.start - _LONGEST) : stamp.start]
    for found in _TIME_BEFORE.finditer(window):
        zone = zones.AFTER.match(window, found.end())
        if _ONLY_GAP.match(window, zone.end() if zone else found.end()) and (found["min"] or found["mil"] or found["half"]):
            timed = _timed(window, stamp, found, stamp.end)
            return replace(timed, start=stamp.start - len(window) + found.start(), end=stamp.end)
    return stamp


def _timed(line: str, stamp: Stamp, clock: re.Match[str], end: int) -> Stamp:
    hour, minute = int(clock["h"]), int(clock["min"] or clock["mil"] or 0)
    half = (clock["half"] or "").lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    zone = zones.AFTER.match(line, clock.end())
    named = zone["zone"] if zone else None
    return replace(
        stamp,
        clock=(hour, minute, int(clock["s"]) if clock["s"] else None),
        zone=named,
        end=zone.end() if zone and end > stamp.end else end,
    )


def words_left(line: str, printed: Sequence[Stamp]) -> int:
    """How many words a line has beside its PRINTED dates, times, weekdays and cues: few if it is a header line."""
    for stamp in reversed(printed):
        line = line[: stamp.start] + " " + line[stamp.end :]
    return len(_OTHER.findall(line))


_OTHER = lazy.compile(
    r"\b(?!(?:published|posted|updated?|last|modified|edited|time|date|at|on|first|created|filed|issued|released|read|am|pm)\b)[^\W\d_][\w'-]*",
    re.IGNORECASE,
)
