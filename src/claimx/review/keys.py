"""Single keys from the terminal, without losing what is typed ahead."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

END = "\x04"
"""What :meth:`Keys.read` gives at the end of the input, as Ctrl-D does."""


class Keys:
    """The keyboard in single-key mode. ``click.getchar`` would drop keys that are pressed before it asks."""

    def __init__(self, descriptor: int | None) -> None:
        self._descriptor = descriptor

    def read(self) -> str:
        """The next key in lower case; a function or arrow key is "" (its bytes are taken); :data:`END` at the end."""
        if self._descriptor is None:
            return click.getchar().lower()
        data = os.read(self._descriptor, 1)
        if not data:
            return END
        if data == b"\x1b":
            return "" if _rest(self._descriptor) else "\x1b"
        while data[0] >= 0xC0 and len(data) < 4:  # the bytes of one character
            data += os.read(self._descriptor, 1)
            if data[-1] & 0xC0 != 0x80 or len(data) == 2 + (data[0] >= 0xE0) + (data[0] >= 0xF0):
                break
        return data.decode("utf-8", "replace").lower()

    @contextmanager
    def line_mode(self) -> Iterator[None]:
        """The ordinary line editing for the length of a block, for a prompt."""
        if self._descriptor is None:
            yield
            return
        import termios

        single = termios.tcgetattr(self._descriptor)
        whole = termios.tcgetattr(self._descriptor)
        whole[3] |= termios.ICANON | termios.ECHO
        termios.tcsetattr(self._descriptor, termios.TCSADRAIN, whole)
        try:
            yield
        finally:
            termios.tcsetattr(self._descriptor, termios.TCSADRAIN, single)


def _rest(descriptor: int) -> bytes:
    """The bytes that follow an escape at once: those of a function or arrow key."""
    import select

    taken = b""
    while len(taken) < 16 and select.select([descriptor], [], [], 0.02)[0]:
        byte = os.read(descriptor, 1)
        taken += byte
        if not byte or (byte.isalpha() and taken != b"O") or byte == b"~":
            break
    return taken


@contextmanager
def keys() -> Iterator[Keys]:
    """Single-key mode on standard input for the length of a block; Ctrl-C interrupts as ever."""
    try:
        import termios
        import tty
    except ImportError:  # Windows
        yield Keys(None)
        return
    descriptor = sys.stdin.fileno()
    before = termios.tcgetattr(descriptor)
    tty.setcbreak(descriptor, termios.TCSADRAIN)
    try:
        yield Keys(descriptor)
    finally:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, before)
