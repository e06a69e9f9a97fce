"""One text under review: what its sidecar says, what is found, and what a person decides, written at once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import msgspec

from claimx.check.expect import carry
from claimx.check.match import match
from claimx.check.sidecar import FACTS, Entry, dumps, entry, facts, load, path_of, write
from claimx.model import Claim, Document

Kind = Literal["new", "changed", "lost", "recorded"]


@dataclass(slots=True)
class Item:
    """A claim that waits for a person. ``old`` is the sidecar's entry, ``new`` what is found; one of them may be None.

    ``now`` is the entry that stands in the sidecar at the moment (None: none), ``decided`` what the person chose.
    """

    kind: Kind
    path: Path
    claim: Claim | None
    old: Entry | None
    new: Entry | None
    now: Entry | None
    decided: str | None = None

    @property
    def shown(self) -> Entry:
        """The entry to look at: what is found, with a person's earlier corrections, or what was lost."""
        if self.decided in ("accepted", "edited") and self.now is not None:
            return self.now
        found = self.new or self.old
        assert found is not None
        return found


class Book:
    """The sidecar of one text while it is reviewed."""

    def __init__(self, path: Path, text: str, document: Document) -> None:
        """Reads the sidecar of ``path``; OSError or SidecarError if that fails."""
        self.path, self.text, self.document = path, text, document
        old = load(path_of(path)) or ()
        self.missing = not path_of(path).is_file()
        new = tuple(entry(claim) for claim in document.claims)
        matching = match(old, new)
        self._settled: list[tuple[int, Entry]] = []
        self.items: list[Item] = []
        found: list[tuple[int, Item]] = []
        for i, j in (*matching.same, *matching.moved):
            kept = carry(old[i], new[j])
            if old[i].status == "recorded":
                found.append((j, Item("recorded", path, document.claims[j], old[i], kept, kept)))
            else:
                self._settled.append((j, kept))
        found += [(j, Item("changed", path, document.claims[j], old[i], new[j], old[i])) for i, j in matching.changed]
        found += [(j, Item("new", path, document.claims[j], None, new[j], None)) for j in matching.gained]
        for i in matching.lost:
            if old[i].status == "rejected":
                self._settled.append((-1, old[i]))
            else:
                found.append((_before(new, old[i].line), Item("lost", path, None, old[i], None, old[i])))
        self._found = sorted(found, key=lambda pair: pair[0])
        self.items = [item for _, item in self._found]

    def entries(self) -> tuple[Entry, ...]:
        """The sidecar as it stands now."""
        rows = [(one.line, j, one) for j, one in self._settled]
        rows += [(item.now.line, j, item.now) for j, item in self._found if item.now is not None]
        return tuple(one for _, _, one in sorted(rows, key=lambda row: row[:2]))

    def save(self) -> None:
        """Write the sidecar, whole or not at all. OSError if it cannot be written."""
        write(path_of(self.path), dumps(self.entries()))
        self.missing = False


def _before(new: tuple[Entry, ...], line: int) -> int:
    return sum(one.line <= line for one in new)


def accept(item: Item) -> None:
    """What is found is right; of a lost claim: that it is gone."""
    item.now = None if item.new is None else msgspec.structs.replace(item.new, status="edited" if item.new.extracted else "accepted")
    item.decided = "accepted"


def reject(item: Item) -> None:
    """What is found is no claim, and stays known as such; of a lost claim: it should be there, the entry stays."""
    item.now = item.old if item.new is None else msgspec.structs.replace(item.new, status="rejected", extracted=None)
    item.decided = "rejected"


def edit(item: Item, changes: dict[str, Any]) -> None:
    """The person corrects facts; what the machine gave for them is kept beside. Nothing is changed for a lost claim."""
    if item.new is None:
        return
    machine = dict(zip(FACTS, facts(item.new), strict=True))
    wanted = {key: getattr(item.shown, key) for key in FACTS} | changes
    extracted = {key: machine[key] for key in FACTS if wanted[key] != machine[key]}
    status = "edited" if extracted else "accepted"
    item.now = msgspec.structs.replace(item.new, status=status, extracted=extracted or None, **wanted)
    item.decided = "edited"
