"""Who and what is named on a page: persons with their offices, organisations, places, documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimx.names import lists
from claimx.names.parse import Kind, Parsed, parse
from claimx.names.runs import runs

if TYPE_CHECKING:
    from claimx.reading import Reading

__all__ = ["Kind", "Name", "find"]


@dataclass(frozen=True, slots=True)
class Name:
    """A name where it stands. All pairs are token ranges; ``words`` are those of the name alone."""

    first: int
    last: int
    kind: Kind
    name: tuple[int, int]
    role: tuple[int, int] | None
    lead: tuple[int, int] | None
    sure: bool
    words: tuple[str, ...]
    rare: str
    """For each word of the name "x" if it is no common English word, else "."."""


def find(reading: Reading) -> tuple[Name, ...]:
    """All names of a page, in order, without overlap."""
    return tuple(_name(reading, first, last) for first, last in runs(reading))


def _begins(parsed: Parsed, pieces: list[str]) -> bool:
    """Whether a common word that opens a sentence is the first word of the name behind it."""
    if parsed.kind in ("person", "role") and parsed.role is not None:
        return parsed.role[0] == 0 or pieces[0].lower() in lists.rows("nations") or pieces[0].lower() in lists.organizations()
    if parsed.kind == "person":
        return lists.is_first_name(pieces[0])
    return (parsed.kind in ("organization", "document") and parsed.sure) or (parsed.kind == "organization" and len(pieces) == 2)


def _name(reading: Reading, first: int, last: int) -> Name:
    words = reading.words
    pieces: list[str] = []
    starts: list[int] = []
    for index in range(first, last):
        text = words.text(index)
        tight = index > first and not words.shadow[words.starts[index] - 1].isspace()
        if tight and (reading.tags[index] in "-'" or reading.tags[index - 1] == "-"):
            pieces[-1] += text  # a double name is one word
        else:
            pieces.append(text)
            starts.append(index)
    starts.append(last)
    rare = "".join("x" if words.guesses[index] == "P" else "." for index in starts[:-1])
    parsed = parse(tuple(pieces), rare)
    if reading.tags[first] in "NJSVdnGRZ" and len(pieces) > 1 and not _begins(parsed, pieces):
        return _name(reading, first + 1, last)

    def tokens(pair: tuple[int, int] | None) -> tuple[int, int] | None:
        return (starts[pair[0]], starts[pair[1]]) if pair and pair[0] < pair[1] else None

    name = tokens(parsed.name) or (first, last)
    kept = slice(*parsed.name)
    role, lead = tokens(parsed.role), tokens(parsed.lead)
    return Name(first, last, parsed.kind, name, role, lead, parsed.sure, tuple(pieces[kept]), rare[kept])
