"""The table for people: a heading and a table a document, as wide as the terminal, each number standing out.

Every text passes through ``safe``, which the caller gives: it makes a string fit for a terminal. Without colours the number
is set between asterisks instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimx.model import Claim, Document
from claimx.render import wording
from claimx.render.view import folded, grounds, repeats_of

Safe = Callable[[str], str]

_NARROW = 72
"""Columns below which claims are set one under the other instead of in a table."""

_REACH = 240
"""Characters shown before and after a number: a text that is no prose may have "clauses" of pages."""

_LONGEST = 120
"""Characters shown of a name, a role or a subject."""

_WIDE = 110
"""Columns from which a speaker's role is shown."""


def pages(documents: Iterable[Document], console: Console, safe: Safe, fold: bool = False, explain: bool = False) -> Iterator[str]:
    """Each document as ``console`` would print it, with its escape codes."""
    sheet = _Sheet(console, safe, explain)
    before = ""
    for document in documents:
        with console.capture() as capture:
            console.print(sheet.heading(document))
            console.print(sheet.body(document, fold))
        yield before + re.sub(r" {1,1000}$", "", capture.get(), flags=re.MULTILINE)
        before = "\n"


class _Sheet:
    """How texts, numbers and claims look on one console."""

    def __init__(self, console: Console, safe: Safe, explain: bool) -> None:
        self._width = console.width
        self._plain = console.color_system is None
        self._ascii = not (console.encoding or "").lower().startswith("utf")
        self._safe, self._explain = safe, explain

    def text(self, text: str, style: str = "") -> Text:
        return Text(self._safe(text), style=style)

    def heading(self, document: Document) -> RenderableType:
        lines = [self.text(document.path, "bold magenta")] if document.path else []
        if document.title:
            lines.append(self.text(wording.clipped(document.title, 2 * _REACH), "bold"))
        about = ", ".join(part for part in (document.publisher, document.published) if part)
        if about:
            lines.append(self.text(about, "dim"))
        lines.extend(self.text(f"{warning.code} {warning.message}", "yellow") for warning in document.warnings)
        return Group(*lines)

    def body(self, document: Document, fold: bool) -> RenderableType:
        if not document.claims:
            return Padding(self.text("no numeric claims", "dim"), (0, 0, 0, 2))
        repeats = repeats_of(document) if fold else {}
        shown = [(claim, repeats.get(claim.id, ())) for claim in folded(document, fold)]
        if self._width < _NARROW:
            return Group(*(self._stacked(claim, again) for claim, again in shown))
        return self._table(shown)

    def _table(self, shown: list[tuple[Claim, tuple[int, ...]]]) -> Table:
        free = self._width - 4 * 2  # two columns between each two of five
        line, date = max(4, *(len(str(claim.line)) for claim, _ in shown)), 10
        what, who = min(34, free * 24 // 100), min(36, free * 20 // 100)
        table = Table(
            box=box.ASCII if self._ascii else box.SIMPLE_HEAD,
            show_edge=False,
            pad_edge=False,
            padding=(0, 1, 0, 0),
            leading=1,
            header_style="dim",
        )
        table.add_column("Line", width=line, justify="right", style="dim")
        table.add_column("Who", width=who, overflow="fold")
        table.add_column("Claim", width=free - line - date - what - who, overflow="fold")
        table.add_column("What", width=what, overflow="fold")
        table.add_column("Date", width=date, overflow="fold")
        for claim, again in shown:
            table.add_row(str(claim.line), self._who(claim), self._said(claim, again), self._what(claim), self._date(claim))
        return table

    def _stacked(self, claim: Claim, again: tuple[int, ...]) -> RenderableType:
        by = Text("  ").join(part for part in (self._who(claim), self._date(claim)) if part)
        parts = [self._said(claim, again), self._what(claim), *([by] if by else [])]
        return Group(self.text(f"line {claim.line}", "dim"), *(Padding(part, (0, 0, 0, 2)) for part in parts))

    def _who(self, claim: Claim) -> Text:
        text = self.text(wording.clipped(wording.who(claim), _LONGEST))
        standing = wording.standing(claim)
        if standing and self._width >= _WIDE:
            text.append("\n" + self._safe(wording.clipped(standing, _LONGEST)), style="dim")
        return text

    def _said(self, claim: Claim, again: tuple[int, ...]) -> Text:
        before, number, after = (self._safe(part) for part in wording.around(claim, _REACH))
        text = Text(before.lstrip())
        if number:
            text.append(f"*{number}*" if self._plain else number, style="bold yellow")
            text.append(after.rstrip())
        if again:
            text.append(f"\nalso on line{'s' if len(again) > 1 else ''} {', '.join(map(str, again))}", style="dim")
        if self._explain:
            for line in grounds(claim):
                text.append("\n" + self._safe(line), style="dim")
        return text

    def _what(self, claim: Claim) -> Text:
        text = Text()
        text.append(self._safe(wording.figure(claim.quantity)), style="bold cyan")
        thing = wording.counted(claim)
        if thing:
            text.append(" " + self._safe(wording.clipped(thing, _LONGEST)))
        marks = wording.marked(claim)
        if marks:
            text.append("\n" + self._safe(marks), style="red")
        return text

    def _date(self, claim: Claim) -> Text:
        if claim.date is None:
            return Text()
        return self.text(claim.date.value, "dim" if claim.date.basis == "publication" else "")
