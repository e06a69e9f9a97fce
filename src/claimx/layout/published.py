"""When the page was published and updated, by the kind of evidence: a cue, a date line, a dateline, a wire header, an address."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

import msgspec
from msgspec.structs import replace

from claimx import lazy
from claimx.layout import corroborated, evidence, runin, stamps, wire
from claimx.layout.lines import Line
from claimx.layout.stamps import Stamp
from claimx.model import Warning

_UPDATE = lazy.compile(
    r"\b(?:up-?dat(?:ed?|ing)|modif(?:ied|y)|edited|revised|amended|corrected|refreshed|last\s(?:changed|saved))\b", re.IGNORECASE
)
_PUBLISH = lazy.compile(
    r"""\b(?:publi(?:shed|cation|sh)|posted|issued|created|filed|released?|uploaded|aired|date[ds]?|first|submitted|added|written|online
        |on\s?air|pub\.?\s?date|premiered|print(?:ed)?)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_CUE_ONLY = lazy.compile(
    r"""(?:(?:first|last|originally|date)\ )?(?:published|posted|updated|modified|created|issued|released|publication|date)
          (?:\ (?:on|at|time|date|by|in)){0,2}\s*[:–-]?$
      | (?:published|posted|written|submitted)\ by\b.{0,40}$""",
    re.VERBOSE | re.IGNORECASE,
)
_NEVER = lazy.compile(
    r"\b(?:expir\w+|until|deadline|due|born|died|access(?:ed)?|retrieved|archived|load-date|copyright|©|since|est\.|established|founded)\b",
    re.IGNORECASE,
)
_EVENT = lazy.compile(r"\b(?:event|starts?|ends?|begins?)\b", re.IGNORECASE)
_FOOTNOTE = lazy.compile(
    r"""(?:(?:This|The|A)\s(?:[\w-]+\s){0,3}?(?:story|article|report|version|post|entry|piece|column|item|page|editorial|interview)
          \b.{0,60}?
          \b(?:published|posted|appear(?:s|ed)|printed|updated|ran|issued|written)\b
        |(?:(?:First|Originally|Article|Story)\ )?(?:[Pp]ublished|[Pp]rinted|[Pp]osted|[Aa]ppeared)\ (?:in|on|by|from|at)\b
        |(?:Story|Article)\ (?:posted|published|printed|updated)\b)""",
    re.VERBOSE,
)
_DIGIT = lazy.compile(r"\d")
_DATED = lazy.compile(r"[\d'](?:(?<=\d)(?:\d{3}|[-/.](?:\d{1,2}|[A-Za-z]{3})[-/.]\d\d)|(?<=')\d\d)")
_MOST_WORDS = 12
_FOOTER = 12
_LEAD = 300


@dataclass(slots=True)
class Dated:
    """The publication and update dates as ISO, with the warnings about them."""

    published: str | None = None
    updated: str | None = None
    warnings: list[Warning] = field(default_factory=list)


class _Candidate(msgspec.Struct, frozen=True):
    rank: int
    line: Line
    stamp: Stamp
    updated: bool


def mark(lines: list[Line]) -> None:
    """Set the kind of the lines that are nothing but a date, with an outlet, a byline or a cue, to "stamp"."""
    wired = wire.has_signs(" ".join([line.text for line in lines[:_FOOTER] if len(line.text) <= wire.LONGEST]))
    for number, line in enumerate(lines):
        header = wired and number < _FOOTER
        if len(line.text) > _LONGEST and not header:
            continue
        if header and line.kind in ("short", "item", "sentence", "prose") and wire.is_slug(line.text):
            line.kind = "stamp"
        elif line.kind in ("short", "item", "sentence", "prose", "byline") and len(line.text) <= _LONGEST and _DIGIT.search(line.text):
            if _is_stamp(line):
                line.kind = "stamp"
        elif line.kind == "short" and _CUE_ONLY.match(line.text):
            line.kind = "stamp"


def _is_stamp(line: Line) -> bool:
    """Whether a line of several words and a date is a header: a cue, a byline or signs that part its fields."""
    text = line.text
    printed = stamps.find(text) if _DATED.search(text) else ()
    if not printed:
        return line.kind != "prose" and wire.is_header(text)
    if line.kind == "prose" and printed[0].start > 30:
        return False
    left = stamps.words_left(text, printed)
    if line.kind != "prose" and (left <= 3 or (_NAMES.fullmatch(text) and (printed[0].clock or printed[0].start == 0))):
        return True
    return left <= _MOST_WORDS and bool(_CUE_BEFORE.search(printed[0].before.rstrip()) or _FIELDS.search(text))


_LONGEST = 160
_CUE_BEFORE = lazy.compile(
    r"""(?:^|[|,·•/(–—-]\s?|\s)(?:published|posted|updated|modified|edited|created|filed|added|last\ updated|first\ published)
        \s?(?:on|at|time)?\s?:?\s*$""",
    re.IGNORECASE | re.VERBOSE,
)
_FIELDS = lazy.compile(r"(?:[Bb]y|BY)\s?:?\s?[A-Z]|^.{0,100}(?:\s[|·•]|[|•]\s)")


Outlet = Callable[[], str | None]


def find(text: str, lines: list[Line], first: int, last: int, headline: Line | None, outlet: Outlet, country: str | None) -> Dated:
    """The dates of a text whose article is the lines FIRST up to LAST.

    OUTLET tells in which order the outlet prints day and month, for dates that leave it open.
    """
    dated = Dated()
    machine = wire.machine(text)
    if machine[0]:
        return Dated(machine[0], machine[1])
    candidates = _candidates(lines, first, last, headline)
    order = evidence.order([one.stamp for one in candidates], lines, outlet)
    settled: list[tuple[_Candidate, str]] = []
    for one in candidates:
        stamp = evidence.settle(one.stamp, order, [other.stamp for other in candidates])
        value = stamp.iso(country) if stamp else None
        if value is None and one.stamp.numbers:
            numbers = one.line.text[one.stamp.start : one.stamp.end]
            dated.warnings.append(
                Warning(
                    "CX106",
                    f"day and month of {numbers!r} cannot be told apart",
                    one.line.start + one.stamp.start,
                    one.line.start + one.stamp.end,
                )
            )
        if value is not None:
            settled.append((one, value))
    settled.sort(key=lambda pair: pair[0].rank)
    published = next((value for one, value in settled if not one.updated), None)
    updated = next((value for one, value in settled if one.updated), None)
    if published is None:
        published, updated = updated, None
    if published is not None:
        dated.warnings.clear()
    dated.published, dated.updated = published, updated
    return dated


def _candidates(lines: list[Line], first: int, last: int, headline: Line | None) -> list[_Candidate]:
    found: list[_Candidate] = []
    start = headline.start if headline else -1
    for index, line in enumerate(lines[:first]):
        previous = lines[index - 1].text if index else ""
        line = replace(line, kind="stamp") if _FOOTNOTE.match(line.text) else line
        found += _of_header(line, previous, 20 if line.start > start else 40, line is headline)
    if first < len(lines):
        found += _of_lead(lines[first], headline)
    behind = _behind(lines, first, last)
    found += _of_footer(lines, behind)
    found += [_Candidate(rank, line, stamp, False) for rank, line, stamp in wire.slugs(lines, first, behind)]
    if not found:
        found += [_Candidate(90, line, stamp, False) for line, stamp in corroborated.find(lines, first, behind, headline)]
    return found


def _behind(lines: list[Line], first: int, last: int) -> int:
    """The index behind the article's last sentence, notes on its publication left out."""
    for index in range(min(last, len(lines)) - 1, first, -1):
        if lines[index].kind in ("prose", "sentence") and not _FOOTNOTE.match(lines[index].text):
            return index + 1
    return min(first + 1, len(lines))


def _of_footer(lines: list[Line], behind: int) -> list[_Candidate]:
    """The dates right behind the article and in notes on its publication; behind a list of links only with a cue."""
    found: list[_Candidate] = []
    linked = False
    for index in range(behind, min(len(lines), behind + _FOOTER)):
        line = lines[index]
        linked = linked or line.kind in ("stop", "related", "teaser")
        note = _FOOTNOTE.match(line.text) is not None
        for one in _of_header(replace(line, kind="stamp") if note else line, lines[index - 1].text, 20, False):
            if note or one.rank <= 10 or (one.updated and not linked) or (not linked and (index == behind or _is_trailer(one.stamp))):
                found.append(replace(one, rank=one.rank + (110 if linked and not note else 60)))
    return found


def _is_trailer(stamp: Stamp) -> bool:
    """Whether a stamp is what American wires end a story with ("AP-NY-02-06-98 1000EST")."""
    return stamp.short_year and stamp.sign == "-" and stamp.zone is not None


def _of_header(line: Line, previous: str, rank: int, title: bool) -> list[_Candidate]:
    if (
        line.kind in ("code", "related", "link", "table", "caption")
        or len(line.text) > (600 if line.kind == "stamp" else 300)
        or not _DIGIT.search(line.text)
    ):
        return []
    text = line.text
    printed = stamps.find(text)
    if not printed:
        return []
    cued = _CUE_ONLY.match(previous) is not None
    left = stamps.words_left(text, printed)
    bare = line.kind == "stamp" or left <= (2 if title else 5) or (left <= _MOST_WORDS and not title and _NAMES.fullmatch(text) is not None)
    found = []
    for stamp in printed:
        cue = stamp.before[-40:]
        update = _last(_UPDATE, cue) if _UPDATE.search(cue) else -1
        publish = _last(_PUBLISH, cue)
        if _NEVER.search(cue) or (_EVENT.search(cue) and max(update, publish) < 0):
            continue
        if update < 0 and publish < 0 and cued and stamp is printed[0]:
            update, publish = (1, -1) if _UPDATE.search(previous) else (-1, 1)
        if update > publish and (bare or line.kind not in _RUNNING or _CUED.match(text)):
            found.append(_Candidate(rank + 5, line, stamp, True))
        elif publish >= 0 and (bare or line.kind not in _RUNNING or _CUED.match(text)):
            found.append(_Candidate(rank - 10, line, stamp, False))
        elif bare:
            found.append(_Candidate(rank, line, stamp, False))
    return found


_NAMES = lazy.compile(r"(?:(?:[^a-z\s]\S*|by|for|in|of|and|the|at|on|from|comments?|p\.?m\.?|a\.?m\.?)(?:\s+|$)){1,30}")
_RUNNING = frozenset(("prose", "sentence", "item", "teaser"))
_CUED = lazy.compile(
    r"(?:(?:first|last|originally)\s)?(?:published|posted|updated|modified|edited|created|issued|released)\b", re.IGNORECASE
)


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.start() for match in pattern.finditer(text)), default=-1)


def _of_lead(line: Line, headline: Line | None) -> list[_Candidate]:
    """The dates of a dateline or a header that runs into the first paragraph."""
    text = line.text[:_LEAD]
    if _DATED.search(text) is None:
        return []
    offset = len(headline.text) if headline and text.startswith(headline.text) else 0
    found: list[_Candidate] = []
    for stamp in stamps.find(text[offset:]):
        before = stamp.before.strip(" |•·,()/–—-:")
        running = not found and (runin.is_header(before) or _UPDATE.search(before) or _PUBLISH.search(before))
        updated = bool(_UPDATE.search(stamp.before))
        behind = text[offset + stamp.end : offset + stamp.end + 80]
        if corroborated.is_dateline(stamp, behind) or (found and updated and stamp.start < 120):
            found.append(_Candidate(30 + 5 * updated, line, stamp, updated))
        elif running and stamp.start < 120 and re.match(r"\s*[(|•·-]?\s*(?:[A-Z\"'\d(]|updated)", behind):
            found.append(_Candidate(32 + 5 * updated, line, stamp, updated))
        else:
            break
    return found
