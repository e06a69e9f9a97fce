"""Which findings count: selected and ignored rules, ignores for some files, and a baseline of what is known."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath

from claimx.check.findings import Finding
from claimx.check.rules import RULES, under

Counts = Mapping[str, Mapping[str, int]]


class UnknownRule(ValueError):
    """A code that names no rule."""


@dataclass(frozen=True)
class Selection:
    """Rules by code prefix. The longest prefix that fits a code decides between select and ignore, as in ruff.

    ``select`` None is the default set; ``extend`` adds to it. ``per_file`` pairs a pattern (matched against the whole
    path and the file's name) with prefixes that are ignored there.
    """

    select: tuple[str, ...] | None = None
    extend: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def __post_init__(self) -> None:
        given = (*(self.select or ()), *self.extend, *self.ignore, *(code for _, codes in self.per_file for code in codes))
        for code in given:
            if not under(code):
                raise UnknownRule(f"there is no rule {code!r}; `claimx rule --all` lists them")

    @property
    def codes(self) -> frozenset[str]:
        """The codes of all rules that are on."""
        return frozenset(one.code for one in RULES if self._on(one.code, one.default))

    def _on(self, code: str, default: bool) -> bool:
        wanted = max((_fit(code, given) for given in (*(self.select or ()), *self.extend)), default=0)
        if self.select is None and default:
            wanted = max(wanted, 1)
        return wanted > max((_fit(code, given) for given in self.ignore), default=0)

    def ignored_in(self, path: str, code: str) -> bool:
        """Whether the rule is ignored in this file."""
        pure = PurePosixPath(path)
        return any(_matches(pure, pattern) and any(_fit(code, given) for given in codes) for pattern, codes in self.per_file)

    def keep(self, findings: Iterable[Finding], key: Callable[[str], str] = str) -> tuple[Finding, ...]:
        """The findings that count, in the order of reports. ``key`` turns a finding's path into the one patterns mean."""
        codes = self.codes
        kept = [one for one in findings if one.code in codes and not self.ignored_in(key(one.path), one.code)]
        return tuple(sorted(kept, key=lambda one: one.order))


def _fit(code: str, given: str) -> int:
    """How closely a prefix names a code: 0 not at all, 1 "ALL", else the length of what fits."""
    if given.strip().upper() == "ALL":
        return 1
    return len(given) + 1 if code in {one.code for one in under(given)} else 0


@lru_cache(maxsize=1024)
def _pattern(pattern: str) -> str:
    """A glob as a regular expression: ``**`` over folders, ``*`` and ``?`` within one."""
    parts = re.split(r"(\*\*/|\*\*|\*|\?)", pattern.removeprefix("./"))
    wild = {"**/": r"(?:[^\n]*/)?", "**": r"[^\n]*", "*": r"[^/\n]*", "?": r"[^/\n]"}
    return "".join(wild.get(part) or re.escape(part) for part in parts)


def _matches(path: PurePosixPath, pattern: str) -> bool:
    text = str(path)
    expression = _pattern(pattern)
    folder = _pattern(pattern.rstrip("/") + "/**")
    return any(re.fullmatch(one, text) for one in (expression, folder)) or re.fullmatch(expression, path.name) is not None


def matches(path: str, patterns: Iterable[str]) -> bool:
    """Whether a path is under one of the globs; a pattern without a slash is held against the file's name too."""
    pure = PurePosixPath(path)
    return any(_matches(pure, pattern) for pattern in patterns)


def apply_baseline(findings: tuple[Finding, ...], baseline: Counts, key: Callable[[str], str] = str) -> tuple[tuple[Finding, ...], int]:
    """Take out as many findings of a rule in a file as the baseline knows; all of them are shown once there are more.

    Returns the findings left and how many were taken out. (Which of them are the new ones cannot be told, as lines move.)
    """
    found = Counter((one.path, one.code) for one in findings)
    known = {(path, code) for (path, code), number in found.items() if number <= baseline.get(key(path), {}).get(code, 0)}
    kept = tuple(one for one in findings if (one.path, one.code) not in known)
    return kept, len(findings) - len(kept)


def count(findings: Iterable[Finding], key: Callable[[str], str] = str) -> dict[str, dict[str, int]]:
    """The baseline of these findings: counts by file and rule, sorted. Notes need none."""
    counts: dict[str, dict[str, int]] = {}
    for one in sorted(findings, key=lambda one: (one.path, one.code)):
        if one.severity != "note":
            by_rule = counts.setdefault(key(one.path), {})
            by_rule[one.code] = by_rule.get(one.code, 0) + 1
    return counts
