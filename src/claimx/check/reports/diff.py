"""How the sidecars would change, as a unified diff that `patch` and people can read."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import unified_diff

from claimx.check.reports.text import clean
from claimx.check.run import Change

_COLORS = {"+": "32", "-": "31", "@": "36"}


def diff(changes: Iterable[Change], color: bool = False) -> str:
    """The changes as one unified diff without context; an added or a deleted file stands against /dev/null."""
    rows: list[str] = []
    for change in changes:
        path = clean(change.path.as_posix())
        before = "/dev/null" if change.before is None else f"a/{path}"
        after = "/dev/null" if change.after is None else f"b/{path}"
        old, new = ((text or "").split("\n")[:-1] for text in (change.before, change.after))
        lines = list(unified_diff(old, new, before, after, lineterm="", n=0))
        rows += lines or [f"--- {before}", f"+++ {after}"]  # an empty file comes or goes
    painted = (f"\x1b[{_COLORS[row[0]]}m{row}\x1b[0m" if color and row[:1] in _COLORS else row for row in map(clean, rows))
    return "".join(row + "\n" for row in painted)
