"""What a command reads: files, directories searched for text files, standard input; and what it says of the bad ones."""

from __future__ import annotations

import codecs
import datetime
import os
import re
import stat
import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

import click

from claimx.cli import exits
from claimx.cli.terminal import Bar, is_terminal, printable

if TYPE_CHECKING:
    from claimx.decode import Decoded
    from claimx.model import Document

Decorated = TypeVar("Decorated", bound=Callable[..., Any])

STDIN = "-"
SUFFIX = ".txt"
LARGEST = 64 * 2**20
"""Bytes of a file that is still taken for a text; a news page has some 10**4."""

_SURROGATE = re.compile("[\ud800-\udfff]")


class Unreadable(Exception):
    """A text that cannot be read; the message says why, without the path."""


class Failures:
    """The inputs that could not be used, each reported on stderr as ``path: message`` when it is met."""

    def __init__(self) -> None:
        self.count = 0

    def report(self, path: str, message: str) -> None:
        """Say that ``path`` could not be used and remember it for the exit code."""
        self.count += 1
        click.echo(f"{printable(path)}: {printable(message)}", err=True)

    @property
    def exit_code(self) -> int:
        """The exit code of a command that did what it could."""
        return exits.UNUSABLE if self.count else exits.OK


@dataclass(frozen=True, slots=True)
class Article:
    """A text that was read and extracted. ``path`` is printable UTF-8; offsets count code points into ``text``."""

    path: str
    text: str
    document: Document


def _iso_date(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    if value is None:
        return None
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d|\d{8}", value):
            return datetime.date.fromisoformat(value).isoformat()
        return datetime.datetime.fromisoformat(value).isoformat()
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is not an ISO date such as 2016-11-21 or 2016-11-21T17:48:36.", ctx, param) from error


def _encoding(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    if value is None:
        return None
    try:
        b"a".decode(value)
    except UnicodeDecodeError:
        pass  # there is such an encoding: one byte is half a character in UTF-16
    except Exception as error:  # LookupError; codecs of bytes to bytes fail in ways of their own (zlib.error, binascii.Error)
        raise click.BadParameter(f"there is no text encoding {value!r}.", ctx, param) from error
    return codecs.lookup(value).name


def input_options(command: Decorated) -> Decorated:
    """Add ``PATH...`` (passed as ``paths``), ``--encoding`` and ``--published``, both checked."""
    encoding = click.option(
        "--encoding", metavar="NAME", callback=_encoding, help="The encoding of all inputs.  [default: UTF-8, else Windows-1252]"
    )
    published = click.option(
        "--published",
        metavar="DATE",
        callback=_iso_date,
        help="The publication date of all inputs, for relative dates.  [default: what a page says of itself]",
    )
    return click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path())(published(encoding(command)))


def expand(paths: Sequence[str], failures: Failures, default: Sequence[str] | None = None) -> list[str]:
    """The files that ``paths`` name, each once, in the order given; those of a directory sorted.

    A directory is searched for ``*.txt`` in itself and below; hidden files and directories are left out, links to directories
    not followed. ``-`` is standard input. Without paths: ``default``, else standard input if it is no terminal, else a
    UsageError. What is missing or holds no text file is reported to ``failures``.
    """
    if not paths:
        if default is None and is_terminal(sys.stdin):
            raise click.UsageError("Give files or directories to read, or pipe a text in.", click.get_current_context(silent=True))
        paths = [STDIN] if default is None else default
    found: dict[str, str] = {}
    for path in paths:
        if path == STDIN:
            found.setdefault(STDIN, STDIN)
        elif os.path.isdir(path):
            files = list(_search(path, failures))
            if not files:
                failures.report(path, f"no {SUFFIX} file in this directory")
            for file in files:
                found.setdefault(os.path.realpath(file), file)
        else:
            found.setdefault(os.path.realpath(path), path)
    return list(found.values())


def _search(directory: str, failures: Failures) -> Iterator[str]:
    def unreadable(error: OSError) -> None:
        failures.report(str(error.filename), _reason(error))

    for folder, folders, files in os.walk(directory, onerror=unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = os.path.join(folder, name)
            if name.lower().endswith(SUFFIX) and not name.startswith(".") and (os.path.isfile(path) or os.path.islink(path)):
                yield path


def read_text(path: str, encoding: str | None = None) -> Decoded:
    """Read and decode one file, or standard input for ``-``. Unreadable if it cannot be, or is no text."""
    from claimx.decode import decode

    data = _read_bytes(path)
    try:
        decoded = decode(data, encoding)
    except UnicodeError as error:
        raise Unreadable(f"not in {encoding}: {error}" if encoding else str(error)) from error
    except (ValueError, LookupError) as error:
        raise Unreadable(str(error)) from error
    if _SURROGATE.search(decoded.text):  # some codecs (utf-7, unicode_escape) let half a character through, which no output can carry
        return replace(decoded, text=_SURROGATE.sub("\ufffd", decoded.text))
    return decoded


def _read_bytes(path: str) -> bytes:
    try:
        if path == STDIN:
            data = sys.stdin.buffer.read(LARGEST + 1) if sys.stdin is not None else b""
        else:
            with open(path, "rb") as file:
                if stat.S_ISREG(os.fstat(file.fileno()).st_mode) and os.fstat(file.fileno()).st_size > LARGEST:
                    raise Unreadable(f"larger than {LARGEST // 2**20} MiB: not a news text")
                data = file.read(LARGEST + 1)
    except OSError as error:
        raise Unreadable(_reason(error)) from error
    except ValueError as error:  # a path with a NUL character
        raise Unreadable(str(error)) from error
    if len(data) > LARGEST:
        raise Unreadable(f"larger than {LARGEST // 2**20} MiB: not a news text")
    return data


def _reason(error: OSError) -> str:
    reason = error.strerror or str(error)
    return reason[:1].lower() + reason[1:]


def shown(path: str) -> str:
    """``path`` as valid Unicode: bytes of a file name that are no text become U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")


def read_article(path: str, published: str | None = None, encoding: str | None = None) -> Article:
    """Read one text and extract its claims. Unreadable as :func:`read_text`."""
    import msgspec

    from claimx.pipeline import extract

    decoded = read_text(path, encoding)
    try:
        document = extract(decoded.text, published)
    except (MemoryError, RecursionError) as error:
        raise Unreadable(f"too large to be read ({type(error).__name__})") from error
    except Exception as error:  # one bad page must not take the others with it
        if os.environ.get("CLAIMX_TRACEBACK"):
            raise
        raise Unreadable(f"internal error: {type(error).__name__}: {error} (CLAIMX_TRACEBACK=1 shows where; please report it)") from error
    document = msgspec.structs.replace(document, path=shown(path), warnings=(*decoded.warnings, *document.warnings))
    return Article(shown(path), decoded.text, document)


def articles(
    paths: Sequence[str], failures: Failures, published: str | None = None, encoding: str | None = None, quiet: bool = False
) -> Generator[Article, None, None]:
    """The texts of ``paths`` (see :func:`expand`), one after the other, with a progress bar; bad ones go to ``failures``."""
    bar, shared = Bar(len(paths), "Reading", quiet), is_terminal(sys.stdout)
    try:
        for path in paths:
            bar.show()
            try:
                article = read_article(path, published, encoding)
            except Unreadable as error:
                bar.hide()
                failures.report(path, str(error))
                continue
            finally:
                bar.step()
            if shared:
                bar.hide()
            yield article
    finally:
        bar.hide()
