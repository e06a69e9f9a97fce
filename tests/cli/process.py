"""Runs the command line as its users do: as a process, with pipes or with a terminal."""

from __future__ import annotations

import atexit
import errno
import fcntl
import os
import pty
import shutil
import struct
import subprocess
import sys
import tempfile
import termios
from collections.abc import Mapping
from functools import cache
from pathlib import Path

CLAIMX = [sys.executable, "-m", "claimx"]

STORM = """Storm cuts power in the valley

April 12, 2023

More than 1,200 households lost power, Mayor Ana Ruiz said.
Repairs cost $3.5 million, according to the utility.
"""
"""A page that has claims."""


@cache
def _compiled() -> str:
    """A folder for compiled modules: dozens of processes that each compile the project anew would take minutes."""
    folder = tempfile.mkdtemp(prefix="claimx-tests-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def environment(**changes: str) -> dict[str, str]:
    """The environment without what decides on colours and width, and with ``changes``."""
    deciding = (
        "NO_COLOR",
        "FORCE_COLOR",
        "CLICOLOR_FORCE",
        "COLUMNS",
        "LINES",
        "TERM",
        "CI",
        "CLAIMX_TRACEBACK",
        "PYTHONIOENCODING",
        "PYTHONDONTWRITEBYTECODE",
    )
    return {
        **{name: value for name, value in os.environ.items() if name not in deciding},
        "PYTHONUTF8": "1",
        "PYTHONPYCACHEPREFIX": _compiled(),
        "TERM": "xterm-256color",
        **changes,
    }


def run(*arguments: str | Path, stdin: bytes | None = None, cwd: Path | None = None, **changes: str) -> subprocess.CompletedProcess[bytes]:
    """claimx with pipes; without ``stdin`` standard input is empty."""
    return subprocess.run(
        [*CLAIMX, *map(str, arguments)],
        input=stdin or b"",
        capture_output=True,
        cwd=cwd,
        env=environment(**changes),
        timeout=60,
        check=False,
    )


def on_terminal(
    *arguments: str | Path, columns: int = 80, cwd: Path | None = None, changes: Mapping[str, str] | None = None
) -> tuple[int, str]:
    """The exit code of claimx on a pseudo-terminal of its own, and all that the terminal got."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    process = subprocess.Popen(
        [*CLAIMX, *map(str, arguments)],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=cwd,
        env=environment(**(changes or {})),
        start_new_session=True,
    )
    os.close(theirs)
    seen = b""
    try:
        while piece := _read(ours):
            seen += piece
    finally:
        os.close(ours)
    return process.wait(timeout=60), seen.decode("utf-8", "replace").replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError as error:  # Linux says so when the last writer is gone
        if error.errno == errno.EIO:
            return b""
        raise
