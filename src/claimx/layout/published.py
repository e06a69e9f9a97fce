"""When the page was published and updated, by the kind of evidence: a cue, a date line, a dateline, a wire header, an address."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from claimx.layout import evidence, stamps, wire
from claimx.layout.lines import Line
from claimx.layout.stamps import Stamp
from claimx.model import Warning

_UPDATE = re.compile(
    r"\b(?:up-?dat(?:ed?|ing)|modif(?:ied|y)|edited|revised|amended|corrected|refreshed|last\s(?:changed|saved))\b", re.IGNORECASE
)
_PUBLISH = re.compile(
    r"\b(?:publi(?:shed|cation|sh)|posted|issued|created|filed|released?|uploaded|aired|date[dsd]?|first|submitted|added|written|online|on\s?air|pub\.?\s?date|premiered|print(?:ed)?)\b",
    re.IGNORECASE,
)
_CUE_ONLY = re.compile(
    r"(?:(?:first |last |originally |date )?(?:published|posted|updated|modified|created|issued|released|publication|date)(?: (?:on|at|time|date|by|in))*\s*[:–-]?)$",
    re.IGNORECASE,
)
_EVENT = re.compile(
    r"\b(?:expires?|event|until|deadline|due|born|died|starts?|ends?|begins?|access(?:ed)?|retrieved|archived|load-date|copyright|©|since|est\.|established|founded)\b",
    re.IGNORECASE,
)
_MOST_WORDS = 12
_FOOTER = 12


@dataclass(slots=True)
class Dated:
    """The publication and update dates as ISO, with the warnings about them."""

    published: str | None = None
    updated: str | None = None
    warnings: list[Warning] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Candidate:
    rank: int
    line: Line
    stamp: Stamp
    updated: bool


def mark(lines: list[Line]) -> None:
    """Set the kind of the lines that are nothing but a date, with an outlet, a byline or a cue, to "stamp"."""
    for line in lines:
        if line.kind in ("short", "item", "sentence") and len(line.text) <= 160 and any(map(str.isdigit, line.text)):
            left = None
            if stamps.find(line.text):
                left = stamps.words_left(line.text)
            elif wire.is_header(line.text):
                left = 0
            if left is not None and (left <= 3 or (left <= _MOST_WORDS and _is_header(line.text))):
                line.kind = "stamp"
        elif line.kind == "short" and _CUE_ONLY.match(line.text):
            line.kind = "stamp"


def _is_header(text: str) -> bool:
    """Whether a line of several words and a date is a header: a cue, a byline or signs that part its fields."""
    stamp = stamps.find(text)[0]
    before = stamp.before.rstrip()
    return bool(
        re.search(
            r"(?:^|[|,·•/(–—-]\s?|\s)(?:published|posted|updated|modified|edited|created|last updated|first published)\s?(?:on|at|time)?\s?:?\s*$",
            before,
            re.IGNORECASE,
        )
        or re.match(r"(?:[Bb]y|BY)\s?:?\s[A-Z]", text)
        or re.search(r"\s[|·•]\s", text)
    )


def find(lines: list[Line], first: int, last: int, headline: Line | None, order: str | None, country: str | None) -> Dated:
    """The dates of a page whose article is the lines FIRST up to LAST."""
    dated = Dated()
    machine = wire.machine(lines)
    if machine[0]:
        return Dated(machine[0], machine[1])
    candidates = _candidates(lines, first, last, headline)
    order = evidence.order([one.stamp for one in candidates], lines, order)
    settled: list[tuple[_Candidate, str]] = []
    for one in candidates:
        stamp = evidence.settle(one.stamp, order, [other.stamp for other in candidates])
        value = stamp.iso(country) if stamp else None
        if value is None and one.stamp.numbers:
            numbers = one.line.text[one.stamp.start : one.stamp.end]
            dated.warnings.append(
                Warning(
                    "CX3",
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
        found += _of_header(line, previous, 20 if line.start > start else 40, line is headline)
    if first < len(lines):
        found += _of_lead(lines[first], headline)
    for index in range(last, min(len(lines), last + _FOOTER)):
        found += [replace(one, rank=one.rank + 60) for one in _of_header(lines[index], lines[index - 1].text if index else "", 20, False)]
    found += [_Candidate(rank, line, stamp, False) for rank, line, stamp in wire.slugs(lines, first, last)]
    return found


def _of_header(line: Line, previous: str, rank: int, title: bool) -> list[_Candidate]:
    if line.kind in ("code", "related", "link", "table") or len(line.text) > 300 or not any(map(str.isdigit, line.text)):
        return []
    text = line.text
    printed = stamps.find(text)
    if not printed:
        return []
    cued = _CUE_ONLY.match(previous) is not None
    bare = line.kind == "stamp" or stamps.words_left(text) <= (2 if title else 5)
    found = []
    for stamp in printed:
        cue = stamp.before[-40:]
        update = _last(_UPDATE, cue) if _UPDATE.search(cue) else -1
        publish = _last(_PUBLISH, cue)
        if _EVENT.search(cue) and max(update, publish) < 0:
            continue
        if update < 0 and publish < 0 and cued and stamp is printed[0]:
            update, publish = (1, -1) if _UPDATE.search(previous) else (-1, 1)
        if update > publish:
            found.append(_Candidate(rank + 5, line, stamp, True))
        elif publish >= 0 and (bare or len(text) <= 200):
            found.append(_Candidate(rank - 10, line, stamp, False))
        elif bare:
            found.append(_Candidate(rank, line, stamp, False))
    return found


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.start() for match in pattern.finditer(text)), default=-1)


_PLACE = re.compile(r"(?:[^a-z]{0,80}|(?:\W*(?:[A-Z][\w.'’-]*|d[aei]|de[lr]?|la|al|el|and|of)[,.]?\s?){0,8}[,(.–—:-]?\s*)$")
_DATELINE_END = re.compile(
    r"\s*[)\]]?[,.]?\s*(?:\([^()]{2,60}\)|/[^/]{2,60}/|\[[^\[\]]{2,40}\]|[A-Z][A-Za-z]{1,12})?\s*(?:--|-|–|—|_|:)\s*\S|\s*(?:\([A-Z][^()]{1,60}\)|/[A-Z][^/]{1,60}/)"
)
_PREPOSITION = re.compile(r"\b(?:in|on|since|by|at|from|after|before|until|during|between|for|to|as)\s*$", re.IGNORECASE)


def _of_lead(line: Line, headline: Line | None) -> list[_Candidate]:
    """The dates of a dateline or a header that runs into the first paragraph."""
    text = line.text[:400]
    offset = len(headline.text) if headline and text.startswith(headline.text) else 0
    found: list[_Candidate] = []
    for stamp in stamps.find(text[offset:]):
        before = stamp.before.strip(" |•·,()/–—-:")
        runin = not found and (not before or _UPDATE.search(before) or _PUBLISH.search(before) or _outlet(before))
        updated = bool(_UPDATE.search(stamp.before))
        behind = text[offset + stamp.end : offset + stamp.end + 80]
        dateline = (
            stamp.start <= 100
            and _PLACE.match(stamp.before)
            and not _PREPOSITION.search(stamp.before.rstrip())
            and _DATELINE_END.match(behind)
        )
        if dateline or (found and updated and stamp.start < 120):
            found.append(_Candidate(30 + 5 * updated, line, stamp, updated))
        elif runin and stamp.start < 120 and re.match(r"\s*[(|•·-]?\s*(?:[A-Z\"'\d(]|updated)", behind):
            found.append(_Candidate(32 + 5 * updated, line, stamp, updated))
        else:
            break
    return found


def _outlet(before: str) -> bool:
    from claimx.layout import publisher

    return publisher.known(before) is not None
