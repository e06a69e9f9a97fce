"""Groups for the terminal: a heading, and a line a figure with a bar that shows how it moved."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimx.compare.grouping import Group
from claimx.compare.steps import Step, steps
from claimx.render import wording

Safe = Callable[[str], str]
_STYLES = {"conflicts": "bold red", "updates": "yellow", "refines": "cyan", "repeats": "green"}
_EIGHTHS = " ▏▎▍▌▋▊▉"
_BAR, _SHORT_BAR, _NARROW, _WIDE = 14, 6, 76, 100


def pages(groups: Iterable[Group], console: Console, safe: Safe, explain: bool = False) -> Iterator[str]:
    """Each group as ``console`` would print it, with its escape codes."""
    before = ""
    for group in groups:
        with console.capture() as capture:
            _print(group, console, safe, explain)
        yield before + re.sub(r" {1,1000}$", "", capture.get(), flags=re.MULTILINE)
        before = "\n"


def _print(group: Group, console: Console, safe: Safe, explain: bool) -> None:
    heading = Text(safe(group.subject)[:120] or "(no subject)", style="bold")
    heading.append("  ").append(group.status, style=_STYLES[group.status])
    console.print(heading)
    if explain:
        console.print(Padding(Text(safe(group.explanation), style="dim"), (0, 0, 0, 2)))
    rows = steps(group)
    narrow = console.width < _NARROW
    columns = _BAR if console.width >= _WIDE else _SHORT_BAR
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True, justify="right", style="bold")
    if not narrow:
        table.add_column(no_wrap=True, width=columns)
    table.add_column(overflow="fold", max_width=30)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    largest = max((abs(row.size) for row in rows if row.size is not None), default=0.0)
    ascii_only = not (console.encoding or "").lower().startswith("utf")
    for row in rows:
        cells = [Text(safe(row.date)), Text(safe(wording.figure(row.member.claim.quantity)))]
        if not narrow:
            cells.append(Text(bar(row.size, largest, columns, ascii_only), style=_STYLES.get(row.status or "", "")))
        cells += [_speaker(row, safe), Text(row.status or "", style=_STYLES.get(row.status or "", "")), _place(row, safe, console.width)]
        table.add_row(*cells)
    console.print(Padding(table, (0, 0, 0, 2)))
    for row in rows if explain else []:
        console.print(Padding(_why(row, safe), (0, 0, 0, 4)))


def _why(row: Step, safe: Safe) -> Text:
    """The sentence that stands for a figure, and what spoke for putting it here."""
    text = Text(safe(f"{row.date} “{row.member.claim.sentence[:240]}”"), style="dim")
    if row.member.reasons:
        text.append("\n  joined for: " + safe(", ".join(row.member.reasons)), style="not dim")
    return text


def bar(size: float | None, largest: float, width: int, ascii_only: bool = False) -> str:
    """A bar of ``size`` on a scale on which ``largest`` fills ``width`` columns, to an eighth of a column."""
    if size is None or largest <= 0:
        return ""
    eighths = max(round(abs(size) / largest * width * 8), 1)
    if ascii_only:
        return "#" * max(eighths // 8, 1)
    return "█" * (eighths // 8) + _EIGHTHS[eighths % 8].strip()


def _speaker(row: Step, safe: Safe) -> Text:
    speaker = row.member.claim.speaker
    return Text(safe(speaker.name)[:80]) if speaker else Text("the reporter", style="dim")


def _place(row: Step, safe: Safe, width: int) -> Text:
    times = f" (x{row.times})" if row.times > 1 else ""
    room = max(width - (84 if width >= _WIDE else 68), 11)
    return Text(shorten(safe(row.member.path), room) + f":{row.member.claim.line}" + times, style="dim")


def shorten(path: str, width: int) -> str:
    """A path that fits ``width``: its folders go first, then the middle of the file's name."""
    if len(path) <= width:
        return path
    name = path.rsplit("/", 1)[-1]
    if len(name) <= width:
        return "…/" + name if len(name) + 2 <= width else name
    return name[: width // 2 - 1] + "…" + name[-(width - width // 2) :]
