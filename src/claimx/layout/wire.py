"""Dates in names: wire headers and slugs, document numbers, file names, addresses, and the metadata of web pages."""

from __future__ import annotations

import datetime
import re

from claimx import lazy
from claimx.layout import stamps
from claimx.layout.lines import Line
from claimx.layout.stamps import Stamp

_Y, _M, _D = r"(?:19|20)\d\d", r"(?:0[1-9]|1[0-2])", r"(?:0[1-9]|[12]\d|3[01])"
_NAME = lazy.compile(
    rf"""(?<![\w.-])(?:
          (?:[A-Za-z]{{2,5}}(?:_[A-Za-z]{{2,4}})?_?|=\s*)?(?P<y1>{_Y})-?(?P<m1>{_M})-?(?P<d1>{_D})    # APW19980227.0476
              [._-]\d{{2,5}}(?:[._-]\w{{1,6}})*
        | (?:[A-Za-z]{{2,5}}|=\s*)?(?P<z2>\d\d)(?P<m2>{_M})(?P<d2>{_D})[.-]\d{{3,5}}(?:\.\d{{2,5}})*    # AP900815-0044, 891101-0050
        | [A-Z]{{2,4}}(?P<m3>{_M})(?P<d3>{_D})(?P<z3>\d\d)-\d{{3,4}}    # LA010189-0001
        | [A-Z]{{2,5}}(?P<z4>\d\d)-\d\d(?P<n4>[0-3]\d\d)\d{{3}}    # a day of the year
    )\.?(?![\w-])""",
    re.VERBOSE,
)
_GROUP = lazy.compile(
    rf"\b(?P<d>{_D})(?P<h>[01]\d|2[0-3])(?P<min>[0-5]\d)\s?(?P<zone>GMT|UTC|Z|[A-Z]{{3}})\s(?P<m>[A-Za-z]{{3}})\.?,?\s(?P<y>{_Y}|\d\d)\b"
)
_COMPACT = lazy.compile(rf"(?:=\s*|\b(?:date|dd)\s*[:=]\s*)(?P<y>{_Y}|\d\d)(?P<m>{_M})(?P<d>{_D})\b", re.IGNORECASE)
_LONE = lazy.compile(rf"(?P<y>{_Y})(?P<m>{_M})(?P<d>{_D})(?:[T_ -]?(?P<h>[01]\d|2[0-3]):?(?P<min>[0-5]\d)(?::?(?P<s>[0-5]\d))?Z?)?$")
_RUN = lazy.compile(r"\d(?:\d{5}|\d{3}-\d\d|\d-\d{8})")
"""The figures that each of these has in it: a quick look."""
_PATH = lazy.compile(
    rf"""[/=](?P<y1>{_Y})[/_-](?P<m1>0?[1-9]|1[0-2]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*
              [/_-](?P<d1>0?[1-9]|[12]\d|3[01])(?=[/_.?&#-]|\D|$)
      | [/_=-](?P<y2>{_Y})-?(?P<m2>{_M})-?(?P<d2>{_D})(?=[/_.?&#-]|$|[a-z]|\d{{2,9}}\D)
      | /(?P<y3>{_Y})-(?P<m3>{_M})/(?P<d3>{_D})(?=/|$)
      | -1(?P<z4>\d\d)(?P<m4>{_M})(?P<d4>{_D})\d{{5}}_1\.html""",
    re.VERBOSE | re.IGNORECASE,
)
_ADDRESS = lazy.compile(r"(?:https?://|www\.)[^\s()\[\]\"'<>]{4,600}", re.IGNORECASE)
_WHEN = (
    r"""\\?["']?\s*(?:\]\s*=>|[:=])?\s*(?:content\s*=\s*)?\\?["']?"""
    r"(?P<when>\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d{1,6})?(?:Z|[+-]\d\d:?\d\d)?)?)"
)
_METADATA = (
    "atePublished article:published ublished_ ublishedAt publishdate publishDate publish_date publish-date pubdate pubDate PubDate "
    "pub_date pub-date publication_date dateCreated DC.date sailthru.date <time"
).split()
_MONTH = lazy.compile(r"-[01]\d-[0-3]\d")
"""What each ISO date has in it; the engine finds the hyphen fast."""
_META_PUBLISHED = lazy.compile(
    rf"(?:datePublished|article:published(?:_time)?|published_?at|publication_?date|pub-?date|publish[_-]?date|DC\.date\.issued|dateCreated"
    rf"|sailthru\.date|<time[^<>]{{0,80}}?datetime){_WHEN}",
    re.IGNORECASE,
)
_META_MODIFIED = lazy.compile(rf"(?:dateModified|article:modified(?:_time)?|og:updated_time|updated_?at|lastmod){_WHEN}", re.IGNORECASE)


_BARE = lazy.compile(r"(?:(?:URL|Link|Source|Original|From|Via|Permalink|View original)\s?:?\s?)?<?(?:https?://|www\.)", re.IGNORECASE)
_LAST = 4
"""The address of the page itself is a line of its own, at the top or at the very end."""


_AMERICAN = lazy.compile(
    r"""\bNEWS\ STORY\b | \b(?:BC|PM|AM)-[A-Z][\w-]+ | \bAP-[A-Z]{2}-\d\d | \b(?:APW|NYT|WSJ|AP|UPI)\d{6} | \bwstm- | \btaf-z
      | \bWALL\ STREET\ JOURNAL\ \(J\) | \(AP\)\s_\s | \(UPI\)\s_\s""",
    re.VERBOSE,
)
_SIGNS = lazy.compile(r"[NBPAWUS](?:EWS STORY|C-|M-|P[-W98]|YT|SJ|PI|TREET JOURNAL)")
"""One of them, or of the two that are in lower case, is in every such header; a look for them costs next to nothing."""
_TOP = 12
LONGEST = 600
"""A wire header has at most so many characters."""


def american(lines: list[Line]) -> bool:
    """Whether a text comes as American wires and their archives send it; they print the month first."""
    return any(_AMERICAN.search(line.text, 0, 400) for line in (*lines[:_TOP], *lines[-_LAST:]))


def has_signs(text: str) -> bool:
    """Whether a text has any of the signs of such headers."""
    return _SIGNS.search(text) is not None or "wstm-" in text or "taf-" in text


def is_slug(text: str) -> bool:
    """Whether a line is a wire's header, however long: document number, slug, type and time in a row."""
    return (
        len(text) <= LONGEST and has_signs(text) and _AMERICAN.search(text, 0, 400) is not None and not _AMERICAN_LEAD.search(text, 0, 400)
    )


_AMERICAN_LEAD = lazy.compile(r"\([A-Z]{2,4}\)\s_\s")


def is_header(text: str) -> bool:
    """Whether a line is a document number, a date-time group or a date without signs."""
    if len(text) > 80:
        return False
    if _RUN.search(text) is None:
        return False
    return bool(_LONE.match(text) or _GROUP.search(text)) or (_NAME.search(text) is not None and text.count(" ") <= 4)


def slugs(lines: list[Line], first: int, behind: int) -> list[tuple[int, Line, Stamp]]:
    """The dates in document numbers, date-time groups and addresses of header and footer, each with its rank."""
    found: list[tuple[int, Line, Stamp]] = []
    outside = [(index, line) for index, line in enumerate(lines) if index < first or index >= behind or line.kind in ("stamp", "link")]
    for index, line in outside:
        text = line.text
        if line.kind == "code" or len(text) > 1200:
            continue
        place = 0 if index < first else 60
        if len(text) <= 160 or is_slug(text):
            found += [(15 + place, line, stamp) for stamp in _named(text)]
        own = index < first or index >= len(lines) - _LAST
        if own and (_BARE.match(text) or (index == len(lines) - 1 and text[0] == "[")):
            for address in _ADDRESS.findall(text)[:1]:
                found += [(50 + place // 3, line, stamp) for stamp in _of_path(address)]
    return found


def _named(text: str) -> list[Stamp]:
    found: list[Stamp] = []
    if _RUN.search(text) is None:
        return found
    for match in _NAME.finditer(text):
        if match["n4"]:
            stamp = _ordinal(match.start(), match.end(), stamps.full_year(int(match["z4"])), int(match["n4"]))
        else:
            part = next(part for part in "123" if match[f"m{part}"])
            year = int(match["y1"]) if part == "1" else stamps.full_year(int(match[f"z{part}"]))
            stamp = Stamp(match.start(), match.end(), year, int(match[f"m{part}"]), int(match[f"d{part}"]))
        if stamp is not None and stamp.date():
            found.append(stamp)
    for pattern in (_GROUP, _COMPACT, _LONE):
        group = pattern.search(text) if pattern is not _LONE else pattern.match(text)
        stamp = _grouped(group) if group else None
        if stamp is not None and stamp.date():
            found.append(stamp)
    return found


def _ordinal(start: int, end: int, year: int, number: int) -> Stamp | None:
    if not 1 <= number <= 366:
        return None
    day = datetime.date(year, 1, 1) + datetime.timedelta(days=number - 1)
    return Stamp(start, end, day.year, day.month, day.day)


def _grouped(match: re.Match[str]) -> Stamp | None:
    parts = match.groupdict()
    month = parts["m"]
    if not month.isdigit():
        names = "jan feb mar apr may jun jul aug sep oct nov dec".split()
        if month.lower() not in names:
            return None
        month = str(names.index(month.lower()) + 1)
    year = int(parts["y"]) if len(parts["y"]) == 4 else stamps.full_year(int(parts["y"]))
    clock = (int(parts["h"]), int(parts["min"]), None) if parts.get("h") else None
    return Stamp(match.start(), match.end(), year, int(month), int(parts["d"]), clock=clock, zone=parts.get("zone"))


def _of_path(address: str) -> list[Stamp]:
    match = _PATH.search(address)
    if match is None:
        return []
    part = next(part for part in "1234" if match[f"m{part}"])
    month = match[f"m{part}"].lower()[:3]
    number = int(month) if month.isdigit() else "jan feb mar apr may jun jul aug sep oct nov dec".split().index(month) + 1
    year = stamps.full_year(int(match["z4"])) if part == "4" else int(match[f"y{part}"])
    stamp = Stamp(match.start(), match.end(), year, number, int(match[f"d{part}"]))
    return [stamp] if stamp.date() else []


def machine(text: str) -> tuple[str | None, str | None]:
    """The publication and modification dates that a page's metadata (JSON-LD, meta tags) gives."""
    if _MONTH.search(text) is None or not any(map(text.__contains__, _METADATA)):
        return None, None
    found = [
        next((iso for match in pattern.finditer(text) if (iso := _iso(match["when"]))), None)
        for pattern in (_META_PUBLISHED, _META_MODIFIED)
    ]
    return found[0], found[1]


def _iso(when: str) -> str | None:
    when = re.sub(r"\.\d+", "", when.strip().replace(" ", "T", 1))
    try:
        datetime.datetime.fromisoformat(when.replace("Z", "+00:00"))
    except ValueError:
        return None
    return when
