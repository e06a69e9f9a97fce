"""The names of a page: its runs of capitalised words, parsed. A run that was parsed before is not parsed again."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import msgspec

from claimx.names import lists
from claimx.names.parse import Kind, Parsed, parse
from claimx.names.runs import OPENING, pieces, runs

if TYPE_CHECKING:
    from claimx.reading import Reading

_CACHE_LIMIT = 50_000
"""Distinct runs remembered before the cache starts anew: bounds the memory over any number of pages."""

Key = str | tuple[str, str, bool]
"""A run's text, the parts of speech of its tokens and whether a figure follows ("May 5"); the text is enough for a single word."""

Range = tuple[int, int]
Fields = tuple[int, int, int, int, Kind, Range | None, Range | None, bool, tuple[str, ...], str]
"""What a :class:`Name` is made of, with its token indices counted from the start of the run."""


class Name(msgspec.Struct, frozen=True, gc=False):
    """A name where it stands: the tokens FIRST to LAST, and of these BEGIN to END without office, lead and suffixes.

    ``role`` are the tokens of the office or title before the name, ``lead`` those of the place or organisation before
    that; ``words`` are those of the name alone. ``sure``: a word of the lists decided the kind. ``rare`` has "x" for each
    word of the name that is no common English word, else ".".
    """

    first: int
    last: int
    begin: int
    end: int
    kind: Kind
    role: Range | None
    lead: Range | None
    sure: bool
    words: tuple[str, ...]
    rare: str


def find(reading: Reading) -> tuple[Name, ...]:
    """All names of a page, in order, without overlap."""
    words, known = reading.words, _known()
    if len(known) > _CACHE_LIMIT:
        known.clear()
    shadow, starts, texts, tags = words.shadow, words.starts, words.texts, reading.tags + "\n"
    found: list[Name] = []
    for first, last in runs(reading):
        key: Key = texts[first]
        if last - first > 1:
            key = shadow[starts[first] : starts[last]].rstrip(), tags[first:last], tags[last] == "#"
        elif tags[last] == "#":
            key = texts[first], "", True
        parsed = known.get(key)
        if parsed is None:
            parsed = known[key] = tuple(_parsed(reading, first, one, end) for one, end in pieces(reading, first, last))
        for start, stop, begin, end, kind, role, lead, sure, spelled, rare in parsed:
            found.append(
                Name(
                    first + start,
                    first + stop,
                    first + begin,
                    first + end,
                    kind,
                    (first + role[0], first + role[1]) if role else None,
                    (first + lead[0], first + lead[1]) if lead else None,
                    sure,
                    spelled,
                    rare,
                )
            )
    return tuple(found)


@cache
def _known() -> dict[Key, tuple[Fields, ...]]:
    """The names in the runs met so far."""
    return {}


def _begins(parsed: Parsed, parts: list[str]) -> bool:
    """Whether a common word that opens a sentence is the first word of the name behind it."""
    if parsed.kind in ("person", "role") and parsed.role is not None:
        return parsed.role[0] == 0 or parts[0].lower() in lists.rows("nations") or parts[0].lower() in lists.organizations()
    if parsed.kind == "person":
        return lists.is_first_name(parts[0])
    return (parsed.kind in ("organization", "document") and parsed.sure) or (parsed.kind == "organization" and len(parts) == 2)


def _parsed(reading: Reading, base: int, first: int, last: int) -> Fields:
    """The name in the tokens FIRST to LAST, with its indices counted from BASE."""
    words = reading.words
    parts: list[str] = []
    starts: list[int] = []
    for index in range(first, last):
        text = words.texts[index]
        tight = index > first and not words.shadow[words.starts[index] - 1].isspace()
        if tight and (reading.tags[index] in "-'" or reading.tags[index - 1] == "-"):
            parts[-1] += text  # a double name is one word
        else:
            parts.append(text)
            starts.append(index - base)
    starts.append(last - base)
    rare = "".join("x" if words.guesses[index + base] == "P" else "." for index in starts[:-1])
    parsed = parse(tuple(parts), rare)
    if reading.tags[first] in OPENING and len(parts) > 1 and not _begins(parsed, parts):
        return _parsed(reading, base, first + 1, last)

    def tokens(pair: Range | None) -> Range | None:
        return (starts[pair[0]], starts[pair[1]]) if pair and pair[0] < pair[1] else None

    begin, end = tokens(parsed.name) or (first - base, last - base)
    kept = slice(*parsed.name)
    role, lead = tokens(parsed.role), tokens(parsed.lead)
    return first - base, last - base, begin, end, parsed.kind, role, lead, parsed.sure, tuple(parts[kept]), rare[kept]
