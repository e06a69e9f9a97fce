"""CX3: what articles say beside each other."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimx.check.findings import Finding, Lines, at
from claimx.model import Document

_SENTENCE = re.compile(r"[^.!?\n\r]+")
_WORD = re.compile(r"\w+")
_LEAST_WORDS, _LEAST_SENTENCES, _SHARE = 5, 2, 0.7
_COMMON = 20  # a sentence that stands in more files than this is boilerplate

Checked = tuple[str, Lines, Document]


def findings(checked: Sequence[Checked], codes: frozenset[str]) -> Iterator[Finding]:
    """The CX3 findings of all texts together; only what ``codes`` asks for is looked for."""
    if "CX302" in codes:
        yield from _duplicates(checked)
    if "CX301" in codes:
        yield from _figures(checked)


def _duplicates(checked: Sequence[Checked]) -> Iterator[Finding]:
    """A file of which most sentences stand in an earlier one, found by an index of sentences."""
    holders: dict[int, list[int]] = defaultdict(list)
    sizes = []
    for number, (_, lines, _) in enumerate(checked):
        sentences = _sentences(lines.text)
        sizes.append(len(sentences))
        for key in sentences:
            holders[key].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for files in holders.values():
        if 2 <= len(files) <= _COMMON:
            shared.update((a, b) for i, a in enumerate(files) for b in files[i + 1 :])
    best: dict[int, tuple[float, int]] = {}
    for (a, b), number in sorted(shared.items()):
        part = number / max(min(sizes[a], sizes[b]), 1)
        if number >= _LEAST_SENTENCES and part >= _SHARE and part > best.get(b, (0.0, 0))[0]:
            best[b] = (part, a)
    for b, (part, a) in sorted(best.items()):
        path, lines, _ = checked[b]
        yield at(lines, path, "CX302", 0, 0, f"{part:.0%} of the shorter text's sentences stand word for word in {checked[a][0]}")


def _sentences(text: str) -> frozenset[int]:
    keys = set()
    for found in _SENTENCE.finditer(text):
        words = _WORD.findall(found.group().lower())
        if len(words) >= _LEAST_WORDS:
            keys.add(hash(tuple(words)))
    return frozenset(keys)


def _figures(checked: Sequence[Checked]) -> Iterator[Finding]:
    from claimx.compare import Member, group

    places = {path: lines for path, lines, _ in checked}
    documents = [document for _, _, document in checked]
    names = [path for path, _, _ in checked]
    for one in group(documents, paths=names):
        by_speaker: dict[str, list[Member]] = defaultdict(list)
        for member in one.members:
            if member.claim.speaker is not None:
                by_speaker[member.claim.speaker.name.casefold()].append(member)
        for members in by_speaker.values():
            for before, after in pairwise(members):
                if before.path != after.path and before.bounds != after.bounds:
                    quantity = after.claim.quantity
                    speaker = after.claim.speaker.name if after.claim.speaker else ""
                    other = f"“{before.claim.quantity.text}” in {before.path}:{before.claim.line}"
                    message = f"{speaker}: “{quantity.text}”, but {other} for the same thing"
                    yield at(places[after.path], after.path, "CX301", quantity.start, quantity.end, message)
