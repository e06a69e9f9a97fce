"""What goes to a terminal: text made safe, colour or none, a console, a progress bar."""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from typing import IO, TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress

T = TypeVar("T")
Decorated = TypeVar("Decorated", bound=Callable[..., Any])

_PATIENCE = 0.5
"""Seconds of work before a progress bar is drawn."""

_BREAK = re.compile(r"[\t\n\v\f\r\x85\u2028\u2029 ]{1,1000}")
_UNSEEN = re.compile(
    "[\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb"
    "\U000e0000-\U000e0fff]"
)
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def printable(text: str, newline: str = " ") -> str:
    """``text`` as it may be written to a terminal, on one line unless ``newline`` says otherwise.

    Runs of white space become one blank (``newline`` where a line break was among them). Format characters that are
    not seen but act (bidirectional controls, zero-width ones, tags) go; other control characters are shown as pictures
    (ESC as U+241B), lone surrogates as U+FFFD. Zero-width joiners stay: emoji and several scripts need them.
    """
    if text.isascii() and text.isprintable() and "  " not in text:
        return text
    text = _BREAK.sub(lambda run: newline if re.search(r"[\n\v\f\r\x85\u2028\u2029]", run.group()) else " ", _UNSEEN.sub("", text))
    return _CONTROL.sub(lambda one: one.group() if one.group() == newline else _picture(one.group()), text)


def _picture(character: str) -> str:
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"


def color_option(command: Decorated) -> Decorated:
    """Add ``--color auto|always|never``, passed as ``color``."""
    return click.option(
        "--color",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        show_default=True,
        help="Colour and emphasis; auto honours NO_COLOR and TERM=dumb.",
    )(command)


def is_terminal(stream: IO[Any]) -> bool:
    """Whether ``stream`` is open and a terminal."""
    try:
        return stream.isatty()
    except (AttributeError, ValueError):
        return False


def use_color(color: str, stream: IO[Any]) -> bool:
    """Whether to write colours: ``color`` decides, else NO_COLOR, TERM=dumb, FORCE_COLOR, and whether it is a terminal."""
    if color != "auto":
        return color == "always"
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    if os.environ.get("FORCE_COLOR") or os.environ.get("CLICOLOR_FORCE", "0") != "0":
        return True
    return is_terminal(stream)


def width_of(stream: IO[Any], default: int = 80) -> int:
    """The columns to fill: COLUMNS if set, else the terminal's, else ``default``."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and 0 < int(columns) < 10_000:
        return int(columns)
    try:
        return os.get_terminal_size(stream.fileno()).columns or default
    except (OSError, ValueError, AttributeError):
        return default


def console(stream: IO[str], color: str = "auto") -> Console:
    """A rich console on ``stream`` that asks nothing of the environment but what :func:`use_color` and :func:`width_of` do."""
    from rich.console import Console

    colored = use_color(color, stream)
    return Console(
        file=stream,
        width=width_of(stream),
        force_terminal=colored,
        no_color=not colored,
        color_system=("auto" if is_terminal(stream) else "standard") if colored else None,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=False,
        legacy_windows=False,
    )


class Bar:
    """A progress bar at the foot of stderr; it is not drawn where stderr is no terminal, nor before a moment has passed.

    Whoever writes to the same terminal calls :meth:`hide` first; the next :meth:`step` or :meth:`show` draws it again.
    """

    def __init__(self, total: int, label: str, quiet: bool = False) -> None:
        self._total, self._label, self._done = total, label, 0
        self._wanted = not quiet and total > 1 and is_terminal(sys.stderr) and os.environ.get("TERM") != "dumb"
        self._since = time.monotonic()
        self._drawn: Progress | None = None

    def step(self) -> None:
        """One more item is done."""
        self._done += 1
        self.show()

    def show(self) -> None:
        """Draw the bar as it stands, if there is more than a moment's work."""
        if not self._wanted or self._done >= self._total or time.monotonic() - self._since < _PATIENCE:
            return
        if self._drawn is None:
            self._drawn = self._draw()
        self._drawn.update(self._drawn.task_ids[0], completed=self._done)

    def hide(self) -> None:
        """Erase the bar."""
        if self._drawn is not None:
            self._drawn.stop()
            self._drawn = None

    def _draw(self) -> Progress:
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        progress = Progress(
            TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), console=console(sys.stderr), transient=True
        )
        progress.add_task(self._label, total=self._total, completed=self._done)
        progress.start()
        return progress


def progress(items: Sequence[T], label: str, quiet: bool = False) -> Iterator[T]:
    """The ``items``, with a :class:`Bar` for work that prints nothing between one item and the next."""
    bar = Bar(len(items), label, quiet)
    try:
        for item in items:
            yield item
            bar.step()
    finally:
        bar.hide()
