"""Pairs the claims that a sidecar expects with the claims that are found now.

From certain to likely: the same in everything; the same facts in the same sentence on another line; the same facts in
other words (both moved); the same figure of the same sentence with other facts (changed); a sentence much alike
(changed). What is left was lost or gained. Every step is linear in the claims or looks at a few candidates only.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any

from claimx.check.sidecar import FACTS, Entry, expected, facts

_WORD = re.compile(r"[^\W\d_]+")
_ALIKE = 0.5
_NEAR = 24  # candidates a word: keeps a file in which every sentence changed from costing the square


@dataclass(slots=True)
class Matching:
    """Pairs of (index of the old, index of the new) by what became of the claim, and the indices without a partner."""

    same: list[tuple[int, int]] = field(default_factory=list)
    moved: list[tuple[int, int]] = field(default_factory=list)
    changed: list[tuple[int, int]] = field(default_factory=list)
    lost: list[int] = field(default_factory=list)
    gained: list[int] = field(default_factory=list)


def match(old: tuple[Entry, ...], new: tuple[Entry, ...]) -> Matching:
    """Pair expected with found claims. ``rejected`` entries are paired as well: they are known, though no claims."""
    result = Matching()
    left_old, left_new = list(range(len(old))), list(range(len(new)))

    def step(into: list[tuple[int, int]], key_old: Callable[[Entry], Hashable], key_new: Callable[[Entry], Hashable]) -> None:
        pairs = _pair([(key_old(old[i]), i) for i in left_old], [(key_new(new[j]), j) for j in left_new])
        into.extend(pairs)
        taken_old, taken_new = {i for i, _ in pairs}, {j for _, j in pairs}
        left_old[:] = [i for i in left_old if i not in taken_old]
        left_new[:] = [j for j in left_new if j not in taken_new]

    for known in (facts, expected):  # what the machine gave when a person looked, then what the person wants
        step(result.same, _with(known, "line", "text", "sentence"), _with(facts, "line", "text", "sentence"))
    for places in (("text", "sentence"), ("sentence",), ("text",), ()):
        for known in (facts, expected):
            step(result.moved, _with(known, *places), _with(facts, *places))
    step(result.changed, lambda one: (one.sentence, one.text), lambda one: (one.sentence, one.text))
    for keys in (("value", "low", "high"), ()):
        step(result.changed, _sentence_and(keys), _sentence_and(keys))
    _alike(result, old, new, left_old, left_new)
    result.lost, result.gained = left_old, left_new
    for pairs in (result.same, result.moved, result.changed):
        pairs.sort(key=lambda pair: (pair[1], pair[0]))
    return result


def differences(old: Entry, new: Entry) -> tuple[tuple[str, Any, Any], ...]:
    """The facts that differ from what was known when the entry was written: key, then, now."""
    pairs = zip(FACTS, facts(old), facts(new), strict=True)
    return tuple((key, before, after) for key, before, after in pairs if before != after)


def _with(known: Callable[[Entry], tuple[Any, ...]], *places: str) -> Callable[[Entry], Hashable]:
    return lambda one: (known(one), *(getattr(one, place) for place in places))


def _sentence_and(keys: tuple[str, ...]) -> Callable[[Entry], Hashable]:
    return lambda one: (one.sentence, *(facts(one, keys)))


def _pair(old: list[tuple[Hashable, int]], new: list[tuple[Hashable, int]]) -> list[tuple[int, int]]:
    """Equal keys are paired in order: the first old one with the first new one."""
    waiting: dict[Hashable, list[int]] = defaultdict(list)
    for key, j in reversed(new):
        waiting[key].append(j)
    return [(i, waiting[key].pop()) for key, i in old if waiting.get(key)]


def _alike(result: Matching, old: tuple[Entry, ...], new: tuple[Entry, ...], left_old: list[int], left_new: list[int]) -> None:
    """Pair what is left by likeness of the sentences, best first, among a few candidates that share a rare word."""
    words_new = {j: frozenset(_WORD.findall(new[j].sentence.lower())) for j in left_new}
    index: dict[str, list[int]] = defaultdict(list)
    for j in left_new:
        for word in words_new[j]:
            index[word].append(j)
    scored = []
    for i in left_old:
        words = frozenset(_WORD.findall(old[i].sentence.lower()))
        rare = sorted((len(index[word]), word) for word in words if word in index)[:3]
        candidates = dict.fromkeys(j for _, word in rare for j in index[word][:_NEAR])
        for j in candidates:
            alike = len(words & words_new[j]) / (len(words | words_new[j]) or 1)
            if alike >= _ALIKE and old[i].kind == new[j].kind:
                bonus = 0.2 * (old[i].subject == new[j].subject) + 0.1 * (old[i].value == new[j].value)
                scored.append((-alike - bonus, abs(new[j].line - old[i].line), i, j))
    gone_old, gone_new = set(), set()
    for _, _, i, j in sorted(scored):
        if i not in gone_old and j not in gone_new:
            gone_old.add(i)
            gone_new.add(j)
            result.changed.append((i, j))
    left_old[:] = [i for i in left_old if i not in gone_old]
    left_new[:] = [j for j in left_new if j not in gone_new]
