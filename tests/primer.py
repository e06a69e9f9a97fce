"""What a change to a rule does to hundreds of real pages: claims gained, lost and changed since the pinned run.

    python -m tests.primer DIR [--pin]

Reads every *.txt below DIR, compares its claims with those of the last pinned run over DIR (kept under .primer/), and
prints the difference by file, with the sentence. ``--pin`` makes this run the pinned one.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path

import claimx
from claimx.model import Claim

Row = dict[str, object]
STORE = Path(__file__).parents[1] / ".primer"


def row(claim: Claim) -> Row:
    """A claim as the primer compares it; everything but the place is content."""
    quantity, unit = claim.quantity, claim.quantity.unit
    return {
        "start": quantity.start,
        "quantity": quantity.text,
        "value": [quantity.low, quantity.high, quantity.comparator, quantity.change],
        "unit": [unit.kind, unit.code or unit.name] if unit else None,
        "subject": claim.subject.text if claim.subject else None,
        "speaker": claim.speaker.name if claim.speaker else None,
        "date": claim.date.value if claim.date and claim.date.basis == "expression" else None,
        "negated": claim.negated,
        "hedged": claim.hedged,
        "sentence": " ".join(claim.sentence.split()),
    }


def read(folder: Path) -> dict[str, list[Row]]:
    """The claims of all files below a folder by their paths relative to it."""
    return {
        str(path.relative_to(folder)): [row(claim) for claim in claimx.extract_file(path).claims] for path in sorted(folder.rglob("*.txt"))
    }


def difference(old: list[Row], new: list[Row]) -> list[str]:
    """The lines that tell how the claims of one file changed."""
    before, after = {one["start"]: one for one in old}, {one["start"]: one for one in new}
    lines = []
    for start in sorted({*before, *after}, key=lambda value: int(str(value))):
        was, now = before.get(start), after.get(start)
        if was == now:
            continue
        if was is None or now is None:
            one = now or was or {}
            lines.append(f"  {'-' if now is None else '+'} {one['quantity']!r} {one['subject']!r} {one['speaker']!r} | {one['sentence']}")
            continue
        changes = ", ".join(f"{key} {was[key]!r} -> {now[key]!r}" for key in now if was.get(key) != now[key])
        lines.append(f"  ~ {now['quantity']!r}: {changes} | {now['sentence']}")
    return lines


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="folder of *.txt files")
    parser.add_argument("--pin", action="store_true", help="make this run the one that later runs are compared with")
    given = parser.parse_args()
    if not given.folder.is_dir():
        parser.error(f"{given.folder}: no such folder")
    store = STORE / f"{hashlib.sha256(str(given.folder.resolve()).encode()).hexdigest()[:16]}.json"
    new = read(given.folder)
    old: dict[str, list[Row]] = json.loads(store.read_text(encoding="utf-8")) if store.exists() else {}
    counts = {"+": 0, "-": 0, "~": 0}
    for path in sorted({*old, *new} if old else ()):
        lines = difference(old.get(path, []), new.get(path, []))
        for line in lines:
            counts[line[2]] += 1
        if lines:
            print(path, *lines, sep="\n")
    total = sum(map(len, new.values()))
    print(
        f"{len(new)} files, {total} claims; gained {counts['+']}, lost {counts['-']}, changed {counts['~']}"
        + ("" if old else " (nothing pinned yet)")
    )
    if given.pin or not old:
        store.parent.mkdir(exist_ok=True)
        store.write_text(json.dumps(new, ensure_ascii=False), encoding="utf-8")
        print(f"pinned in {store}")


if __name__ == "__main__":
    main()
