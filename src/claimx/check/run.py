"""A check from the paths to the result: reads, extracts, compares, selects. It plans what to write and writes nothing."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from claimx.check import across, expect, extraction, files, inputs
from claimx.check.config import Config
from claimx.check.findings import Finding, Lines
from claimx.check.select import Selection, apply_baseline, count
from claimx.check.sidecar import SidecarError, dumps, load, path_of, text_of, write
from claimx.decode import decode
from claimx.model import Document
from claimx.pipeline import extract_file


@dataclass(frozen=True)
class Change:
    """A sidecar as it is and as it would be. ``after`` None: it is to be deleted; ``before`` None: it is new."""

    path: Path
    before: str | None
    after: str | None


@dataclass(frozen=True)
class Result:
    """All that a check found. ``known`` findings were taken out by the baseline, ``counts`` are the next baseline."""

    findings: tuple[Finding, ...] = ()
    failures: tuple[tuple[str, str], ...] = ()
    changes: tuple[Change, ...] = ()
    files: tuple[str, ...] = ()
    claims: int = 0
    known: int = 0
    counts: dict[str, dict[str, int]] = field(default_factory=dict)

    @property
    def exit_code(self) -> int:
        """0 clean, 1 findings (notes are none), 2 unusable input."""
        if self.failures:
            return 2
        return 1 if any(one.severity != "note" for one in self.findings) else 0


def run(
    paths: Iterable[Path],
    config: Config,
    *,
    published: str | None = None,
    encoding: str | None = None,
    use_baseline: bool = True,
    each: Callable[[Sequence[Path]], Iterable[Path]] = iter,
) -> Result:
    """Check files and folders under a configuration. ``each`` may wrap the loop over the texts (a progress bar)."""
    found = files.find(paths, config.exclude, config.folder)
    failures = list(found.failures)
    findings: list[Finding] = []
    changes: list[Change] = []
    checked: list[across.Checked] = []
    for path in each(found.texts):
        try:
            one, planned = _check(path, published, encoding, findings)
        except SidecarError as error:
            failures.append((files.shown(path_of(path)), f"unusable sidecar, {error}"))
        except (OSError, ValueError, LookupError) as error:
            failures.append((files.shown(path), _reason(error)))
        except Exception as error:  # one bad page must not take the others with it
            if os.environ.get("CLAIMX_TRACEBACK"):
                raise
            reason = f"internal error: {type(error).__name__}: {error} (CLAIMX_TRACEBACK=1 shows where; please report it)"
            failures.append((files.shown(path), reason))
        else:
            checked.append(one)
            changes.extend(planned)
    for sidecar in found.orphans:
        orphan, change = _orphan(sidecar)
        findings.append(orphan)
        changes.append(change)
    findings += across.findings(checked, config.selection.codes)
    kept, counts, known = _settle(findings, config.selection, config, use_baseline)
    claims = sum(len(document.claims) for _, _, document in checked)
    return Result(kept, tuple(failures), tuple(changes), tuple(one[0] for one in checked), claims, known, counts)


def apply(changes: Iterable[Change], *, update: bool, prune: bool) -> list[Change]:
    """Write (``update``) and delete (``prune``) what a result planned; returns what was done. OSError as usual."""
    done = []
    for change in changes:
        if change.after is not None and update:
            write(change.path, change.after)
            done.append(change)
        elif change.after is None and prune:
            change.path.unlink()
            done.append(change)
    return done


def _check(path: Path, published: str | None, encoding: str | None, findings: list[Finding]) -> tuple[across.Checked, list[Change]]:
    name = files.shown(path)
    document: Document = extract_file(path, published, encoding)
    lines = Lines(decode(path.read_bytes(), encoding).text)
    old = load(path_of(path))
    comparison = expect.compare(name, lines, document, old)
    findings += comparison.findings
    findings += inputs.findings(name, lines, document)
    findings += extraction.findings(name, lines, document)
    before, after = None if old is None else dumps(old), dumps(comparison.updated)
    change = [] if before == after else [Change(path_of(path), before, after)]
    return (name, lines, document), change


def _orphan(sidecar: Path) -> tuple[Finding, Change]:
    from claimx.check.findings import at

    try:
        content = sidecar.read_text(encoding="utf-8", errors="replace")
    except OSError:
        content = ""
    number = content.count("\n")
    message = f"there is no {text_of(sidecar).name} beside this sidecar of {number} claim{'' if number == 1 else 's'}"
    return at(Lines(""), files.shown(sidecar), "CX002", 0, 0, message), Change(sidecar, content, None)


def _settle(
    findings: list[Finding], selection: Selection, config: Config, use_baseline: bool
) -> tuple[tuple[Finding, ...], dict[str, dict[str, int]], int]:
    def key(path: str) -> str:
        return files.relative(path, config.folder)

    kept = selection.keep(findings, key)
    counts = count(kept, key)
    known = 0
    if use_baseline and config.baseline:
        kept, known = apply_baseline(kept, config.baseline, key)
    return kept, counts, known


def _reason(error: Exception) -> str:
    return (error.strerror or str(error)) if isinstance(error, OSError) else str(error)
