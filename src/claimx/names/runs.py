"""Runs of capitalised words that may be one name, found in one pass over the parts of speech."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from claimx.names import lists

if TYPE_CHECKING:
    from claimx.reading import Reading

OPENING = "NJSVdnGRZ"
"""Tags of common words whose capital the start of a sentence explains, though a name may begin with them."""
_RUN = re.compile(r"P{1,12}(?:-{1,2}P{1,4}){0,3}")
_DAYS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday tues thurs january february july september october november
    december sept jan. feb. mar. apr. jun. jul. aug. sept. oct. nov. dec. according""".split()
)
_MAYBE_DAYS = frozenset("march april may june august jan feb mar apr jun jul aug sep oct nov dec mon tue wed thu fri sat sun".split())
_MOST_TOKENS = 16
_CONNECT = frozenset(("of", "for", "on", "against"))
_NO_CAPITAL = frozenset(("ten", "te", "e", "y", "a", "'t"))
"""Particles that are another word where a sentence starts."""
_SIGN = frozenset(".,:\"()\n'#$")
_STOPS = frozenset('.\n":')
_LONGEST_PARTICLE = 4
_SYLLABLE = 6


def runs(reading: Reading) -> list[tuple[int, int]]:
    """The token ranges of all runs of the page, in order, without overlap."""
    lowers, particles, joining, owning = reading.words.lowers, lists.rows("particles"), _joining(), _owning()
    tags = reading.tags + "\n"  # before the first token and behind the last one a line ends
    found: list[tuple[int, int]] = []
    at, limit = 0, len(tags) - 1
    for first, last in [match.span() for match in _RUN.finditer(tags)]:
        if first < at:
            continue
        before = tags[first - 1]
        if before == "-":
            first += _compound(reading, first)
            if first == last:
                continue
            first = _backward(reading, first, at)
        elif before not in _SIGN and lowers[first - 1] in particles:
            first = _backward(reading, first, at)
        if tags[first - 1] in OPENING and tags[first - 2] in _STOPS and first > at and _opens(reading, first - 1):
            first -= 1
        following = tags[last]
        if following == "-" and last + 1 < limit and _second_syllable(reading, first, last):
            last += 2
            following = tags[last]
        if following not in _SIGN and last + 1 < limit and lowers[last] in joining and "P" in tags[last + 1 : last + 3]:
            last = _forward(reading, first, last, limit)
            following = tags[last]
        if following == "'" and lowers[last - 1] in owning and reading.words.phrase(first, last + 1).lower() in lists.rows("known"):
            last += 1  # "Moody's" has an 's of its own
        found.append((first, last))
        at = last
    return found


@cache
def _joining() -> frozenset[str]:
    """The words that may lead on from a run to the next part of its name."""
    return _CONNECT | {"&"} | lists.rows("particles").keys()


@cache
def _owning() -> frozenset[str]:
    """The words that names with an 's of their own ("Moody's") have before the apostrophe."""
    return frozenset(re.split(r"[\s-]", form.rpartition("'")[0])[-1] for form in lists.rows("known") if "'" in form)


def _second_syllable(reading: Reading, first: int, last: int) -> bool:
    """Whether a hyphen and a small word go on with an Eastern given name ("Kim Dae-won")."""
    words, starts = reading.words, reading.words.starts
    if starts[last + 1] - starts[last] != 1 or last - first < 2 or starts[last] - starts[last - 1] > _SYLLABLE:
        return False
    return (
        words.texts[last + 1].islower()
        and starts[last + 2] - starts[last + 1] <= _SYLLABLE + 1
        and words.lowers[last - 2] in lists.rows("surnames")
    )


def _compound(reading: Reading, first: int) -> bool:
    """Whether a lower-case word is joined to the run by a hyphen ("pro-Velton")."""
    words = reading.words
    if first < 2 or words.starts[first] - words.starts[first - 1] != 1:
        return False
    before = words.texts[first - 2]
    return before[:1].islower() and before not in lists.rows("particles")


def _backward(reading: Reading, first: int, at: int) -> int:
    """Take in particles before the run ("de Blasio", "al-Velton")."""
    words, starts = reading.words, reading.words.starts
    particles = lists.rows("particles")
    while first > at and starts[first] - starts[first - 1] <= _LONGEST_PARTICLE:
        before = first - 1
        if reading.tags[before] == "-" and before > at and starts[before + 1] - starts[before] == 1:
            before -= 1
        text = words.shadow[starts[before] : starts[before + 1]].rstrip()
        if text not in particles and (text.islower() or text.lower() not in particles or text.lower() in _NO_CAPITAL):
            break
        first = before
    return first


def _opens(reading: Reading, index: int) -> bool:
    """A common word whose capital the start of a sentence explains; a name may still begin with it ("Amnesty Velton")."""
    text = reading.words.texts[index]
    return text[:1].isupper() and (reading.tags[index] in "NJS" or lists.is_first_name(text))


def _forward(reading: Reading, first: int, last: int, limit: int) -> int:
    """Take in what goes on behind a particle, an ampersand, or "of" after the head of an office or organisation."""
    tags, words = reading.tags, reading.words
    joined = False
    while last + 1 < limit and last - first < _MOST_TOKENS:
        step = _step(reading, last, joined)
        if step is None:
            break
        joined = joined or words.lowers[last] in _CONNECT
        last = step
        while last < limit and last - first < _MOST_TOKENS and (tags[last] == "P" or _hyphenated(reading, last)):
            last += 1
    return last


def _hyphenated(reading: Reading, at: int) -> bool:
    return reading.tags[at : at + 2] == "-P" and reading.words.starts[at + 1] - reading.words.starts[at] == 1


def _step(reading: Reading, last: int, joined: bool) -> int | None:
    """The token of the run's next part; None if the run ends."""
    tags, words = reading.tags, reading.words
    following, further = tags[last + 1], tags[last + 2 : last + 3]
    if following != "P" and further != "P":
        return None
    particles, word = lists.rows("particles"), words.lowers[last]
    if following == "P":
        if word == "&" or word in particles or (word in _CONNECT and _heads(words.lowers[last - 1])):
            return last + 1
        return last + 1 if joined and word == "and" and not _is_person_word(words.lowers[last + 1]) else None
    if following == "-":
        return last + 2 if word in particles else None
    if following == "D":
        return last + 2 if word in ("of", "for") and _heads(words.lowers[last - 1]) else None
    return last + 2 if word in particles and words.lowers[last + 1] in particles else None


def _heads(word: str) -> bool:
    """Whether "of" or "for" behind a capitalised word goes on with its name."""
    row = lists.rows("organizations").get(word) or lists.rows("roles").get(word) or lists.rows("documents").get(word)
    return row is not None and bool({"orgword", "of", "document"} & set(row["classes"].split()))


def _is_person_word(word: str) -> bool:
    return word in lists.rows("titles") or word in lists.rows("roles")


def pieces(reading: Reading, first: int, last: int) -> list[tuple[int, int]]:
    """A run cut at weekdays, months and spaced dashes, which belong to no name."""
    words, tags = reading.words, reading.tags
    found, start = [], first
    for index in range(first, last):
        spaced = tags[index] == "-" and words.starts[index + 1] - words.starts[index] > 1
        if spaced or (tags[index] == "P" and _dates(reading, index)):
            if index > start:
                found.append((start, index))
            start = index + 1
    if last > start:
        found.append((start, last))
    return [(one, _without_connectors(reading, one, end)) for one, end in found]


def _without_connectors(reading: Reading, first: int, last: int) -> int:
    """The end of a piece without the "on" or "of" that led to what was cut off."""
    while last > first + 1 and reading.tags[last - 1] != "P" and reading.words.lowers[last - 1] in (*_CONNECT, "the", "and", "&"):
        last -= 1
    return last


def _dates(reading: Reading, index: int) -> bool:
    word = reading.words.lowers[index]
    if word not in _MAYBE_DAYS:
        return word in _DAYS
    following = reading.words.lowers[index + 1] if index + 1 < len(reading.words) else ""
    return following[:1].isdecimal() or following in _MAYBE_DAYS or following in _DAYS
