"""The sidecar NAME.claims.jsonl: what a person expects claimx to find in NAME.txt, one claim a line.

The keys of a line stand in a fixed order, all of them in every line (``extracted`` only where a person corrected the
machine), so that two versions of a sidecar can be compared by eye and by any diff tool.
"""

from __future__ import annotations

import os
import re
import tempfile
from pathlib import Path
from typing import Any, Literal

import msgspec

from claimx.model import AttributionKind, Change, Claim, Comparator, DateBasis, Number

SUFFIX = ".claims.jsonl"
Status = Literal["recorded", "accepted", "edited", "rejected"]


class Entry(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """One expected claim. ``text`` is the figure as printed, ``unit`` the unit's name, ``said`` the kind of attribution.

    ``status``: "recorded" by ``check --update`` and seen by nobody; "accepted" or "edited" by a person; "rejected":
    the machine finds it, and a person says that it is no claim. ``extracted`` holds, for an edited claim, what the
    machine gave for the keys that the person corrected.
    """

    line: int
    text: str
    value: Number | None
    low: Number | None
    high: Number | None
    comparator: Comparator
    change: Change | None
    kind: str | None
    code: str | None
    unit: str | None
    subject: str | None
    speaker: str | None
    said: AttributionKind | None
    date: str | None
    basis: DateBasis | None
    negated: bool
    hedged: bool
    sentence: str
    status: Status
    extracted: dict[str, Any] | None = None


FACTS: tuple[str, ...] = tuple("value low high comparator change kind code unit subject speaker said date basis negated hedged".split())
_SPACE = re.compile(r"\s+")


class SidecarError(ValueError):
    """A sidecar that cannot be read: the message says which line and why."""


def entry(claim: Claim, status: Status = "recorded") -> Entry:
    """The sidecar line of an extracted claim."""
    quantity, unit = claim.quantity, claim.quantity.unit
    return Entry(
        line=claim.line,
        text=_plain(quantity.text),
        value=quantity.value,
        low=quantity.low,
        high=quantity.high,
        comparator=quantity.comparator,
        change=quantity.change,
        kind=unit.kind if unit else None,
        code=unit.code if unit else None,
        unit=unit.name if unit else None,
        subject=_plain(claim.subject.text) if claim.subject else None,
        speaker=claim.speaker.name if claim.speaker else None,
        said=claim.attribution.kind if claim.attribution else None,
        date=claim.date.value if claim.date else None,
        basis=claim.date.basis if claim.date else None,
        negated=claim.negated,
        hedged=claim.hedged,
        sentence=_plain(claim.sentence),
        status=status,
    )


def facts(one: Entry, keys: tuple[str, ...] = FACTS) -> tuple[Any, ...]:
    """What the machine found: the facts of an entry, with a person's corrections taken back."""
    given = one.extracted or {}
    return tuple(given.get(key, getattr(one, key)) for key in keys)


def expected(one: Entry) -> tuple[Any, ...]:
    """What a person expects: the facts of an entry as they stand."""
    return tuple(getattr(one, key) for key in FACTS)


def path_of(text: Path) -> Path:
    """The sidecar of a text: ``a.txt`` has ``a.claims.jsonl``, a name with another ending keeps it (``a.md.claims.jsonl``)."""
    return text.with_name(text.name.removesuffix(".txt") + SUFFIX)


def text_of(sidecar: Path) -> Path:
    """The text that a sidecar belongs to: ``a.claims.jsonl`` to ``a`` if there is such a file, else to ``a.txt``."""
    bare = sidecar.with_name(sidecar.name.removesuffix(SUFFIX))
    return bare if bare.is_file() else bare.with_name(bare.name + ".txt")


def dumps(entries: tuple[Entry, ...] | list[Entry]) -> str:
    """The sidecar's text: one line an entry, each with its line end; "" for a text without claims."""
    return "".join(dump(one) + "\n" for one in entries)


def dump(one: Entry) -> str:
    """One line of a sidecar, without the line end."""
    return msgspec.json.format(msgspec.json.encode(one), indent=0).decode()


def loads(content: str) -> tuple[Entry, ...]:
    """Read a sidecar's text; empty lines are allowed. SidecarError says which line is no entry and why."""
    decoder = msgspec.json.Decoder(Entry)
    entries = []
    for number, line in enumerate(content.split("\n"), 1):
        if not line.strip():
            continue
        try:
            entries.append(decoder.decode(line))
        except (msgspec.DecodeError, RecursionError) as error:
            raise SidecarError(f"line {number}: {error}") from None
    return tuple(entries)


def load(path: Path) -> tuple[Entry, ...] | None:
    """The entries of a sidecar file, None if there is none. SidecarError or OSError if it cannot be read."""
    try:
        content = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError as error:
        raise SidecarError(f"it is not UTF-8: {error.reason} at byte {error.start}") from None
    return loads(content)


def write(path: Path, content: str) -> None:
    """Write a file whole or not at all: a temporary file beside it, flushed to disk, then renamed over it.

    An existing file keeps its mode; a symbolic link stays one, its target is written. OSError as usual.
    """
    target = Path(os.path.realpath(path))
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, target.stat().st_mode & 0o7777 if target.exists() else 0o666 & ~_umask())
        os.replace(name, target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _plain(text: str) -> str:
    return _SPACE.sub(" ", text).strip()
