"""Where a command writes: standard output, or a file that is written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from typing import TextIO

import click

from claimx.cli import exits


class Unwritable(click.ClickException):
    """The output file cannot be written."""

    exit_code = exits.UNUSABLE

    def __init__(self, path: str, error: OSError) -> None:
        super().__init__(f"{path}: {error.strerror or error}")


@contextlib.contextmanager
def open_output(path: str | None) -> Iterator[TextIO]:
    """A text stream in UTF-8 without newline translation: standard output for None or ``-``, else the file ``path``.

    The file is a temporary one beside ``path`` that takes its name at the end of the block, and goes where the block ends in an
    exception: ``path`` is written whole or not at all. A device or a pipe is written to directly. Unwritable on any OSError.
    """
    if path is None or path == "-":
        with _standard_output() as stream:
            yield stream
    elif os.path.exists(path) and not os.path.isfile(path) and not os.path.isdir(path):
        with _direct(path) as stream:
            yield stream
    else:
        with _replaced(os.path.realpath(path), path) as stream:
            yield stream


def write_atomically(path: str, text: str | bytes) -> None:
    """Write ``text`` (a str in UTF-8) to the file ``path``, whole or not at all. Unwritable on any OSError."""
    with _replaced(os.path.realpath(path), path) as stream:
        stream.buffer.write(text.encode("utf-8", "backslashreplace") if isinstance(text, str) else text)


@contextlib.contextmanager
def _standard_output() -> Iterator[TextIO]:
    if isinstance(sys.stdout, io.TextIOWrapper):
        encoding = sys.stdout.encoding if sys.stdout.isatty() else "utf-8"  # a terminal is written to in the encoding that it has
        sys.stdout.reconfigure(encoding=encoding, errors="backslashreplace", newline="\n")
    if sys.stdout is None:
        raise Unwritable("standard output", OSError(errno.EBADF, "closed"))
    yield sys.stdout
    sys.stdout.flush()


@contextlib.contextmanager
def _direct(path: str) -> Iterator[TextIO]:
    try:
        stream = open(path, "w", encoding="utf-8", errors="backslashreplace", newline="\n")  # noqa: SIM115 (closed below)
    except OSError as error:
        raise Unwritable(path, error) from error
    with stream:
        yield stream


@contextlib.contextmanager
def _replaced(target: str, path: str) -> Iterator[TextIO]:
    try:
        if os.path.isdir(target):
            raise IsADirectoryError(None, "Is a directory")
        mode = stat.S_IMODE(os.stat(target).st_mode) if os.path.exists(target) else 0o666 & ~_umask()
        number, temporary = tempfile.mkstemp(dir=os.path.dirname(target), prefix=f".{os.path.basename(target)[:100]}.", suffix=".tmp")
    except OSError as error:
        raise Unwritable(path, error) from error
    try:
        with open(number, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as stream:
            yield stream
            stream.flush()
            os.chmod(temporary, mode)
            os.fsync(stream.fileno())
        os.replace(temporary, target)
    except BaseException as error:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        if isinstance(error, OSError):
            raise Unwritable(path, error) from error
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
