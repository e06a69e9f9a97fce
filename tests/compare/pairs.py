"""The collection of article pairs: read, run and scored.

python -m tests.compare.pairs        prints what is missed and what is joined wrongly
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from claimx.compare import Group, group
from claimx.model import Claim, Document
from claimx.pipeline import extract

CASES = Path(__file__).parents[1] / "cases" / "compare"
Link = tuple[str, str]


@dataclass(frozen=True)
class Pair:
    """Two articles, and the pairs of figures in them that are about the same thing, with what the second does to the first."""

    name: str
    a: str
    b: str
    same: dict[Link, str]


def pairs() -> Iterator[Pair]:
    """All pairs of the collection."""
    for path in sorted(CASES.glob("*.toml")):
        for row in tomllib.loads(path.read_text(encoding="utf-8"))["pair"]:
            yield Pair(row["name"], row["a"].lstrip("\n"), row["b"].lstrip("\n"), {(a, b): status for a, b, status in row["same"]})


def numeral(claim: Claim) -> str:
    """The numeral of a figure as the collection writes it: digits, else the number word(s)."""
    text = claim.quantity.text
    digits = re.search(r"\d[\d.,]*", text)
    if digits:
        return digits.group()
    words = re.search(
        r"\b(?:seventy-one|twenty-one|eight|nine|seven|three|six|four|fourteen|eighteen|eleven|thirty|two hundred)\b", text, re.I
    )
    return words.group().capitalize() if words else text


def links(pair: Pair) -> dict[Link, str]:
    """The pairs of figures that are found to be about the same thing, with the status of the later one."""
    documents: list[Document] = [extract(pair.a), extract(pair.b)]
    found: dict[Link, str] = {}
    for one in group(documents, ["a", "b"]):
        found.update(_links(one))
    return found


def _links(one: Group) -> dict[Link, str]:
    first = [numeral(member.claim) for member in one.members if member.path == "a"]
    found: dict[Link, str] = {}
    for member in one.members:
        if member.path == "b":
            for figure in first:
                found.setdefault((figure, numeral(member.claim)), member.status or one.status)
    return found


@dataclass
class Score:
    """Counts over the collection: links that are right, wrong, missed; and right links with another status."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    other_status: int = 0

    @property
    def precision(self) -> float:
        """The part of the links found that is right."""
        return self.right / max(self.right + self.wrong, 1)

    @property
    def recall(self) -> float:
        """The part of the links wanted that is found."""
        return self.right / max(self.right + self.missed, 1)


def score(verbose: bool = False) -> Score:
    """Run the collection."""
    total = Score()
    for pair in pairs():
        found = links(pair)
        wrong, missed = found.keys() - pair.same.keys(), pair.same.keys() - found.keys()
        right = found.keys() & pair.same.keys()
        other = {link for link in right if found[link] != pair.same[link]}
        total.right += len(right)
        total.wrong += len(wrong)
        total.missed += len(missed)
        total.other_status += len(other)
        if verbose and (wrong or missed or other):
            print(f"{pair.name}: wrong {sorted(wrong)} missed {sorted(missed)} status {[(link, found[link]) for link in sorted(other)]}")
    return total


if __name__ == "__main__":
    result = score(verbose=True)
    print(f"{result} precision {result.precision:.3f} recall {result.recall:.3f}")
