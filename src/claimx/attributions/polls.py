"""Polls and surveys as sources: "In a CNN poll, ...", "... in a new poll", "the poll had her at 45 percent"."""

from __future__ import annotations

from claimx.attributions import source
from claimx.attributions.classes import members
from claimx.attributions.following import when
from claimx.attributions.scan import FINITE, Found, Range, Scan, Unit


def triggers(scan: Scan) -> list[int]:
    """The tokens of poll nouns outside of quotations."""
    codes, tags, nouns = scan.codes, scan.tags, members("poll")
    return [at for at in scan.nouns if codes[at] in nouns and tags[at] in "NSP"]


def find(scan: Scan, unit: Unit, places: list[int]) -> None:
    """Add the attributions to the polls at PLACES to a unit."""
    for at in places:
        if any(first <= at < last for found in unit.found for first, last in (*found.content, *((found.source,) if found.source else ()))):
            continue
        around = scan.reading.phrases.around(at)
        if around is None or around[0] < unit.first:
            continue
        first = _whole(scan, around[0], unit.first)
        found = _opening(scan, unit, first) or _subject(scan, unit, first) or _closing(scan, unit, first)
        if found is not None:
            unit.found.append(found)


def _whole(scan: Scan, first: int, low: int) -> int:
    """Where the name of a poll starts that several houses took: "the Post | - | ABC News poll"."""
    for _ in range(3):
        joined = scan.ending.get(first - 1) if first - 1 > low and scan.words.text(first - 1) in ("-", "/", "–") else None
        if joined is None or joined < low:
            break
        first = joined
    return first


def _opening(scan: Scan, unit: Unit, first: int) -> Found | None:
    """ "In a national poll released on Tuesday, ...": at the start of a sentence, up to its comma."""
    tags, begin = scan.tags, unit.first
    while begin < first - 1 and tags[begin] in 'KR"':
        begin += 1
    if begin != first - 1 or tags[begin] not in "I":
        return None
    comma = _comma(tags, first, unit.last)
    if comma is None:
        return None
    if scan.words.lower(begin) not in ("in", "from", "by", "per"):
        return None
    return Found((first, comma), (begin, begin + 1), [_trim(tags, comma + 1, unit.last)], "poll-opening", True)


def _comma(tags: str, first: int, high: int) -> int | None:
    """The comma that ends an opening phrase: the first one, or the next if participles or numbers stand between."""
    comma = tags.find(",", first, min(high, first + 24))
    if comma < 0:
        return None
    while tags[comma + 1 : comma + 2] in ("n", "G", "W"):
        further = tags.find(",", comma + 1, min(high, comma + 24))
        if further < 0:
            return comma
        comma = further
    return comma


def _subject(scan: Scan, unit: Unit, first: int) -> Found | None:
    """ "A poll released Friday had him at 4 percent": verbs that report only because a poll is their subject."""
    tags = scan.tags
    end = scan.starting[first]
    for index in range(end, min(unit.last, end + 18)):
        letter = tags[index]
        if letter in '.:"W':
            return None
        if letter in "YdZVN" and scan.codes[index] in members("pollverb"):
            if index + 2 > unit.last or tags[index + 1] in "nRBAMb.,":
                return None
            if _margin(scan, index + 1, unit.last):
                return None
            if "W" in tags[max(unit.first, tags.rfind(",", unit.first, first)) : first]:
                return None  # "the firm, which counts all polls, puts him at 40"
            if tags[first - 1 : first] == "I" and first - 1 > unit.first:
                return None
            return Found((first, index), (index, index + 1), [_trim(tags, index + 1, unit.last)], "poll-verb", True)
        if letter in FINITE:
            return None
    return None


def _margin(scan: Scan, at: int, high: int) -> bool:
    """Whether a poll's verb tells about the poll itself: "has a margin of error", "had a credibility interval"."""
    return scan.tags[at : at + 2] in ("DN", "#N") and any(scan.is_a(index, "margin") for index in range(at + 1, min(high, at + 3)))


def _closing(scan: Scan, unit: Unit, first: int) -> Found | None:
    """ "... took 6 percent of the vote in a poll released Sunday": with a number and a verb on the left."""
    tags = scan.tags
    before = first - 1
    if before <= unit.first or tags[before] != "I" or scan.words.lower(before) not in ("in", "per"):
        return None
    end = source.right(scan, first, unit.last)
    if end is None or any(found.says for found in unit.found):
        return None
    if first + 2 == end[1] and scan.words.lower(first) == "the" and scan.tags[first + 1] == "S":
        return None  # "leads in the polls"
    last = end[1]
    figure = tags.find("#", scan.starting.get(first, first), last)
    if figure > 0 and tags[figure - 1] in "TI":  # rose in the survey | to 29 points
        last = figure - 1
    while last < unit.last and (tags[last] in "nRPNISD#J" or (tags[last] == "d" and when(scan, last + 1))):  # a poll | released Sunday
        last += 1
    left = _trim(tags, unit.first, before)
    if FINITE.isdisjoint(tags[left[0] : left[1]]):
        return None
    behind = last + 2 < unit.last and tags[last] == "," and tags[last + 1] == "I" and "#" in tags[last + 2 : last + 4]
    if ("#" not in tags[left[0] : left[1]] and not behind) or (last < unit.last and tags[last] not in ",.IT"):
        return None
    content: list[Range] = [left]
    if last < unit.last and tags[last] == "," and tags[last + 1 : last + 2] != "K":
        content.append(_trim(tags, last + 1, unit.last))
    return Found((first, last), (before, before + 1), [span for span in content if span[1] > span[0]], "poll-closing", True)


def _trim(tags: str, first: int, last: int) -> Range:
    while first < last and tags[first] in ",K:":
        first += 1
    while last > first and tags[last - 1] in ",.:":
        last -= 1
    return first, last
