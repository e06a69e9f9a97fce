"""The output formats of a check: each a function from a :class:`claimx.check.run.Result` to the whole text of a report."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimx.check.run import Result

FORMATS = ("full", "concise", "json", "jsonl", "github", "gitlab", "sarif", "junit")
"""The names that ``--format`` and ``--report`` take."""

_MODULES = {"full": "text", "concise": "text", "json": "data", "jsonl": "data"}
PEOPLE = ("full", "concise")
"""The formats that people read: a summary and a diff may stand below them."""


def render(name: str, result: Result, *, color: bool = False, width: int = 100) -> str:
    """The report in a format of :data:`FORMATS`; colour and width matter to those for people only. KeyError if unknown."""
    if name not in FORMATS:
        raise KeyError(name)
    module = import_module(f"claimx.check.reports.{_MODULES.get(name, name)}")
    if name in PEOPLE:
        return str(getattr(module, name)(result, color=color, width=width))
    return str(getattr(module, name)(result))
