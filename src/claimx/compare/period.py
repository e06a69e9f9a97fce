"""For when a figure holds, as a span of days, and whether two figures can hold for the same."""

from __future__ import annotations

import calendar
import datetime
import re
from functools import lru_cache
from typing import Literal, NamedTuple

from claimx.model import Claim

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_MONTH = re.compile(r"(\d{4})-(\d\d)$")
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_PART = re.compile(r"(?:FY)?(\d{4})-([QH])(\d)")
_YEAR = re.compile(r"(?:FY)?(\d{4})(?:-(?:SP|SU|FA|WI))?$")
_DECADE = re.compile(r"(\d{3})X?$")
_BEFORE = re.compile(r"\b(since|until|till|by|as of|as at|through|from|end of|start of|beginning of)\s+(?:the\s+)?(?:\w+\s+of\s+)?$", re.I)
_END_OF = re.compile(r"\b(?:the )?end of\b", re.I)
_PAST = re.compile(
    r"""^[^.;]{0,45}?\b(?:
          (?:a|one|the)[ ](?:year|month|week|quarter)s?[ ](?:ago|earlier|before)
        | (?:in[ ])?the[ ](?:previous|prior|preceding|year-ago|year-earlier)(?:[ ](?:year|month|week|quarter|period))?
        | (?:in[ ])?the[ ]same[ ](?:period|month|week|quarter|time|day)[^,;.]{0,12}[ ](?:last|a|the[ ]previous)[ ]year
        | (?:last|previous)[ ](?:year|month|quarter)
        )\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""A figure for the time before ("from 54,000 a year earlier"); held against what follows the figure."""

Kind = Literal["none", "day", "span", "since", "past"]


class Period(NamedTuple):
    """The days a figure is about, as proleptic ordinals, both inclusive.

    kind "none": no words say it; "day": up to two days; "span": longer; "since": from ``start`` on; "past": words place
    it before the page's own time ("a year earlier") and no date could be made of them.
    """

    kind: Kind
    start: int
    end: int


NONE = Period("none", 0, 0)


@lru_cache(maxsize=4096)
def days(value: str) -> tuple[int, int] | None:
    """The first and last day of a TIMEX3 value as ordinals; None for a duration, a reference or an unknown year."""
    try:
        if found := _DAY.match(value):
            day = datetime.date(*map(int, found.groups())).toordinal()
            return day, day
        if found := _WEEK.match(value):
            day = datetime.date.fromisocalendar(int(found[1]), int(found[2]), 1).toordinal()
            return day, day + 6
        if found := _PART.match(value):
            months = 3 if found[2] == "Q" else 6
            return _months(int(found[1]), (int(found[3]) - 1) * months + 1, months)
        if found := _MONTH.match(value):
            return _months(int(found[1]), int(found[2]), 1)
        if found := _YEAR.match(value):
            return _months(int(found[1]), 1, 12)
        if found := _DECADE.match(value):
            first = datetime.date(int(found[1]) * 10, 1, 1).toordinal()
            return first, datetime.date(int(found[1]) * 10 + 9, 12, 31).toordinal()
    except ValueError:
        return None
    return None


def _months(year: int, month: int, number: int) -> tuple[int, int]:
    last = month + number - 1
    end = datetime.date(year, last, calendar.monthrange(year, last)[1])
    return datetime.date(year, month, 1).toordinal(), end.toordinal()


_SINCE_IT = re.compile(r"\bsince\b[^,;]{1,60}\b(?:began|broke|came|started|erupted|opened|took)\b")
""" "since it began in 2011": the clause dates the start too."""


def period(claim: Claim, after: str) -> Period:
    """The period of a claim; ``after`` is what stands behind the figure in its sentence."""
    date = claim.date
    if date is not None and date.basis == "expression" and (found := days(date.value)) is not None:
        start, end = found
        at = claim.sentence.find(date.text) if date.text else -1
        lead = _BEFORE.search(claim.sentence[:at]) if at > 0 else None
        word = lead.group(1).lower() if lead else (date.text or "").split(" ", 1)[0].lower()
        behind = claim.sentence.find(claim.quantity.text) + len(claim.quantity.text)
        if word == "since" or _SINCE_IT.search(claim.sentence[behind : max(at, 0)]):
            return Period("since", start, end)
        if _END_OF.search(date.text or ""):
            return Period("day", end, end)
        if word in ("by", "as", "as of", "as at", "until", "till", "end of"):
            return Period("day", end, end)
        return Period("day" if end - start < 2 else "span", start, end)
    if _PAST.match(after):
        return Period("past", 0, 0)
    return NONE


def agree(a: Period, b: Period, day_a: int, day_b: int, happening: bool, measured: bool = False) -> str | None:
    """None if both figures can hold for the same period, else why not.

    ``day_a`` and ``day_b`` are the days of publication (0: not known); ``happening``: the figure counts an event;
    ``measured``: it is a share or a sum, which an article early in a period cannot have for that period yet.
    """
    if a.kind > b.kind:  # an order, so that each pair is looked at once
        a, b, day_a, day_b = b, a, day_b, day_a
    gap = abs(day_a - day_b) if day_a and day_b else 0
    match a.kind, b.kind:
        case ("past", "past"):
            return None if gap <= 20 else "earlier periods of articles far apart"
        case ("past", _) | (_, "past"):
            return "one is for an earlier period"
        case ("day", "day"):
            return None if not happening or a.start == b.start else "on other days"
        case ("span", "span"):
            return None if (a.start, a.end) == (b.start, b.end) else "for other periods"
        case ("day", "span"):
            if happening and b.start <= a.start <= b.end and b.end - b.start <= 7:
                return None
            return "a day and a longer period"
        case ("since", "since"):
            return None if a.start <= b.end and b.start <= a.end else "since other times"
        case ("none", "none"):
            return "events of articles far apart" if happening and gap > 30 else None
        case ("none", "since"):
            return "counted since a time and at a time" if happening and gap > 30 else None
        case ("day", "none"):
            if not happening:
                return None
            return None if not day_b or a.start - 1 <= day_b <= a.end + 21 else "an event of another time"
        case ("none", "span"):
            return None if not day_a or ((b.start + b.end) // 2 if measured else b.start) <= day_a <= b.end + 45 else "for another period"
    return "since a time and for a period"
