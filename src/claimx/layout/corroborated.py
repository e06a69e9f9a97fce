"""Dates that only count when something else on the page bears them out: days without a year, dates of pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from claimx import lazy
from claimx.layout import stamps
from claimx.layout.lines import Line
from claimx.layout.stamps import Stamp

_PLACE = lazy.compile(r"(?:[^a-z]{0,80}|(?:\W*(?:[A-Z][\w.'’-]*|d[aei]|de[lr]?|la|al|el|and|of)[,.]?\s?){0,8}[,(.–—:-]?\s*)$")
_DATELINE_END = lazy.compile(
    r"""\s*[)\]]?[,.]?\s*
        (?:\([^()]{2,60}\)|/[^/]{2,60}/|\[[^\[\]]{2,40}\]|[A-Z][A-Za-z]{1,12})?\s*(?:--|-|–|—|_|:|//)\s*\S   # (Reuters) - The
      | \s*(?:\([A-Z][^()]{1,60}\)|/[A-Z][^/]{1,60}/)                                                    # (Reuters) The""",
    re.VERBOSE,
)
_CAPITALS = lazy.compile(r"[A-Z][A-Z .'-]{2,40}")
_CAPITAL = lazy.compile(r"\s[A-Z\"']")
_BRACKETED = lazy.compile(r"[)\]]\s*[A-Z\"'\d]")
_PREPOSITION = lazy.compile(r"\b(?:in|on|since|by|at|from|after|before|until|during|between|for|to|as)\s*$", re.IGNORECASE)


_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_WEEKDAY = lazy.compile(rf"\b(?:{'|'.join(_DAYS)})\b", re.IGNORECASE)
_COPYRIGHT = lazy.compile(r"(?:©|\(c\)|copyright)[^\d]{0,30}(?:(?:19|20)\d\d\s?[-–,]\s?)?((?:19|20)\d\d)", re.IGNORECASE)
_IN_ADDRESS = lazy.compile(r"(?:https?://|www\.)[^\s()]{0,300}?[/,_=-]((?:19|20)\d\d)(?=[/:_-])")
_ARCHIVE = lazy.compile(r"\b(?:file|archive|undated|circa)\b", re.IGNORECASE)
_NOTE = lazy.compile(r"This (?:summary|story|report|article|text) was (?:[\w-]+ ){0,2}(?:generated|produced|written|compiled)\b")
_LEAD = 400


def is_dateline(stamp: Stamp, behind: str) -> bool:
    """Whether a date in a paragraph's beginning is a dateline's, BEHIND being the text after it."""
    before = stamp.before.strip()
    if _CAPITALS.fullmatch(before) and _CAPITAL.match(behind):  # "BEIRUT October 2 2017 A strike ..."
        return True
    if before in ("(", "[") and _BRACKETED.match(behind):
        return True
    return stamp.start <= 100 and bool(_PLACE.match(stamp.before) and not _PREPOSITION.search(before) and _DATELINE_END.match(behind))


def find(lines: list[Line], first: int, behind: int, headline: Line | None) -> Iterator[tuple[Line, Stamp]]:
    """The dates that are borne out, best first; the article is the lines FIRST up to BEHIND.

    A day without a year needs a year in the page's address; or in its copyright notice, if the weekday that is printed
    with it or that the first paragraph speaks of is that day's or the day before's. The date of a picture needs such
    a weekday, or a second picture of the same day.
    """
    printed, pictures = list(_yearless(lines, first, behind, headline)), _pictures(lines, behind)
    if not printed and not pictures:
        return
    lead = " ".join(line.text[:_LEAD] for line in lines[first : first + 2])
    weekdays = {_DAYS.index(found.group().lower()) for found in _WEEKDAY.finditer(lead)}
    sure, likely = _years(lines) if printed else ([], [])
    for line, stamp in printed:
        for year in (*sure, *likely):
            dated = replace(stamp, year=year)
            date = dated.date()
            if date is None:
                continue
            weekday = date.weekday()
            if stamp.weekday == weekday or (
                stamp.weekday is None and (year in sure or weekday in weekdays or (weekday - 1) % 7 in weekdays)
            ):
                yield line, dated
    dates = [stamp.date() for _, stamp in pictures]
    for line, stamp in pictures:
        date = stamp.date()
        if len(set(dates)) == 1 and date is not None and (date.weekday() in weekdays or len(dates) > 1):
            yield line, stamp


def _years(lines: list[Line]) -> tuple[list[int], list[int]]:
    """The years in addresses, and those in copyright notices; only if there is but one."""
    address: set[int] = set()
    notice: set[int] = set()
    for line in lines:
        if len(line.text) <= 1200:
            if "://" in line.text or "www." in line.text:
                address.update(int(year) for year in _IN_ADDRESS.findall(line.text))
            if "©" in line.text or "opyright" in line.text.lower():
                notice.update(int(year) for year in _COPYRIGHT.findall(line.text))
    return (sorted(address) if len(address) == 1 else []), (sorted(notice) if len(notice) == 1 else [])


def _yearless(lines: list[Line], first: int, behind: int, headline: Line | None) -> Iterator[tuple[Line, Stamp]]:
    if first < len(lines):
        text = lines[first].text[:200]
        for stamp in stamps.yearless(text):
            if is_dateline(stamp, text[stamp.end :]):
                yield lines[first], stamp
    for line in lines[:first]:
        if line is not headline and line.kind in ("short", "stamp", "byline", "item") and len(line.text) <= 80:
            for stamp in stamps.yearless(line.text):
                if not (line.text[: stamp.start].strip(" ,|•·-") or line.text[stamp.end :].strip(" ,|•·-")):
                    yield line, stamp
    for line in lines[max(first, behind - 1) : behind + 8]:
        if _NOTE.match(line.text):
            yield from ((line, stamp) for stamp in list(stamps.yearless(line.text[:200]))[:1])


def _pictures(lines: list[Line], behind: int) -> list[tuple[Line, Stamp]]:
    """The dates in captions and in the names of pictures."""
    return [
        (line, stamp)
        for line in lines[:behind]
        if line.kind == "caption" or (line.kind == "link" and line.text.startswith("!"))
        if len(line.text) <= 400 and not _ARCHIVE.search(line.text)
        for stamp in stamps.find(line.text.split("](")[0])
        if stamp.date()
    ]
