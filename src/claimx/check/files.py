"""Which texts a check is about, and the sidecars without a text beside them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimx.check.select import matches
from claimx.check.sidecar import SUFFIX, path_of, text_of


@dataclass(frozen=True)
class Files:
    """Texts in order, orphaned sidecars, and paths that could not be used with the reason."""

    texts: tuple[Path, ...]
    orphans: tuple[Path, ...]
    failures: tuple[tuple[str, str], ...]


def find(paths: Iterable[Path], exclude: Sequence[str] = (), base: Path | None = None) -> Files:
    """Files as given, folders searched for ``*.txt`` and sidecars; a sidecar that is given stands for its text.

    ``exclude`` are globs relative to ``base``; they hold for what a folder search finds, not for files named outright.
    Hidden folders are passed over.
    """
    texts: dict[Path, None] = {}
    orphans: dict[Path, None] = {}
    failures: list[tuple[str, str]] = []
    for path in paths:
        if path.is_dir():
            found_texts, found_sidecars = _walk(path, exclude, base or Path.cwd())
            texts.update(dict.fromkeys(found_texts))
            orphans.update(dict.fromkeys(one for one in found_sidecars if not text_of(one).is_file()))
            if not found_texts and not found_sidecars:
                failures.append((str(path), "no *.txt in this folder"))
        elif path.name.endswith(SUFFIX):
            if text_of(path).is_file():
                texts[text_of(path)] = None
            elif path.is_file():
                orphans[path] = None
            else:
                failures.append((str(path), "no such file"))
        elif path.exists():
            texts[path] = None
        elif path_of(path).is_file():
            orphans[path_of(path)] = None
        else:
            failures.append((str(path), "no such file or folder"))
    return Files(tuple(texts), tuple(orphans), tuple(failures))


def _walk(folder: Path, exclude: Sequence[str], base: Path) -> tuple[list[Path], list[Path]]:
    texts: list[Path] = []
    sidecars: list[Path] = []
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(root, name)
            if name.startswith(".") or not name.endswith((".txt", SUFFIX)) or (exclude and matches(relative(str(path), base), exclude)):
                continue
            (sidecars if name.endswith(SUFFIX) else texts).append(path)
    return texts, sidecars


def relative(path: str, base: Path) -> str:
    """The path relative to ``base`` in POSIX form, or as it is where it lies elsewhere."""
    absolute = Path(os.path.abspath(path))
    try:
        return absolute.relative_to(base).as_posix()
    except ValueError:
        return absolute.as_posix()


def shown(path: Path) -> str:
    """The path for reports, in POSIX form: bytes of a file name that are no text become U+FFFD."""
    return os.fsencode(path.as_posix()).decode("utf-8", "replace")
