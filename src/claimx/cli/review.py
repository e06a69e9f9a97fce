"""``claimx review``: pending claims, one after the other, with single keys; or all of it as one page."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from claimx.cli.inputs import STDIN, Article, Failures, articles, expand, input_options
from claimx.cli.terminal import color_option, console, is_terminal, printable

if TYPE_CHECKING:
    from rich.console import Console

    from claimx.check.sidecar import Entry
    from claimx.review import Book, Item, Session
    from claimx.review.keys import Keys


@click.command(short_help="Accept, reject or correct claims, one by one.")
@input_options
@click.option("--html", "page", metavar="FILE", type=click.Path(), help="Write one self-contained page instead (extra `html`).")
@click.option("--quiet", "-q", is_flag=True, help="No progress bar and no summary.")
@color_option
@click.pass_context
def review(
    ctx: click.Context, paths: tuple[str, ...], published: str | None, encoding: str | None, page: str | None, quiet: bool, color: str
) -> None:
    """Go through the claims that nobody has looked at, and write the sidecars NAME.claims.jsonl.

    Each claim is shown in its sentence; a key decides: accept, reject (it is no claim), edit (correct a fact), skip,
    back, quit. Every decision is on disk before the next claim is shown, so one may stop at any time and go on later.

    \b
    Examples:
      claimx review seeds/
      claimx review article.txt --html article.html
    """
    failures = Failures()
    files = expand(paths, failures, default=["."])
    if page is None:
        _ask_for_terminal()
        if STDIN in files:
            raise click.UsageError("standard input is where the keys come from: name a file")
    read = list(articles(files, failures, published, encoding, quiet))
    if page is not None:
        _write_page(page, read)
    else:
        _walk(read, failures, color, quiet)
    ctx.exit(failures.exit_code)


def _ask_for_terminal() -> None:
    if os.environ.get("CI", "").strip().lower() not in ("", "0", "false", "no"):
        raise click.UsageError("CI is set: nothing is reviewed and nothing written")
    if not is_terminal(sys.stdin) or not is_terminal(sys.stdout):
        raise click.UsageError("review needs a terminal; `--html FILE` writes a page for reading instead")


def _write_page(file: str, read: list[Article]) -> None:
    from claimx.cli.output import write_atomically
    from claimx.review.page import MissingExtra, page

    try:
        text = page([(article.path, article.text, article.document) for article in read])
    except MissingExtra as error:
        raise click.UsageError(str(error)) from None
    if file == STDIN:
        click.echo(text, nl=False)
    else:
        write_atomically(file, text)


def _walk(read: list[Article], failures: Failures, color: str, quiet: bool) -> None:
    from claimx.check.sidecar import SidecarError, path_of
    from claimx.cli.output import Unwritable
    from claimx.review import Book, Session
    from claimx.review.keys import keys

    books: list[Book] = []
    for article in read:
        try:
            books.append(Book(Path(article.path), article.text, article.document))
        except SidecarError as error:
            failures.report(str(path_of(Path(article.path))), f"unusable sidecar, {error}")
        except OSError as error:
            failures.report(str(path_of(Path(article.path))), error.strerror or str(error))
    screen = console(sys.stdout, color)
    try:
        session = Session(books)
        if not session.done:
            with keys() as keyboard:
                _loop(session, screen, keyboard)
    except OSError as error:
        raise Unwritable(str(error.filename), error) from None
    if not quiet:
        click.echo(_summary(session, len(books)))


def _loop(session: Session, screen: Console, keyboard: Keys) -> None:
    from claimx.review.keys import END
    from claimx.review.screen import show_item

    while not session.done:
        show_item(screen, printable, session.book, session.item, session.position, len(session))
        while True:
            key = keyboard.read()
            if key == "a":
                session.accept()
            elif key == "r":
                session.reject()
            elif key == "s":
                session.skip()
            elif key == "b":
                if not session.back():
                    click.echo("  this is the first claim")
                    continue
            elif key == "e" and session.item.new is not None:
                changes = _edit(session.item, keyboard)
                if not changes:
                    break  # show the claim again
                session.edit(changes)
            elif key in ("q", "\x1b", END):
                return
            else:
                click.echo("  a accept, r reject, e edit, s skip, b back, q quit")
                continue
            break


def _edit(item: Item, keyboard: Keys) -> dict[str, Any]:
    """Ask for one fact after the other until the person is done."""
    from claimx.review.fields import FIELDS, NONE, Unreadable, read
    from claimx.review.keys import END

    changes: dict[str, Any] = {}
    letters = {field.letter: field for field in FIELDS}
    while True:
        click.echo("  which? " + "  ".join(f"[{field.letter}] {field.key}" for field in FIELDS) + "  [enter] done")
        key = keyboard.read()
        if key in ("\r", "\n", "q", "\x1b", END):
            return changes
        field = letters.get(key)
        if field is None:
            continue
        with keyboard.line_mode():
            typed = click.prompt(f"  {field.key} ({NONE} for none)", default=_as_typed(item.shown, field.key, changes))
        try:
            changes[field.key] = read(field, typed)
        except Unreadable as error:
            click.echo(f"  {error}")


def _as_typed(entry: Entry, key: str, changes: dict[str, Any]) -> str:
    value = changes.get(key, getattr(entry, key))
    if value is None:
        return "-"
    return ("yes" if value else "no") if isinstance(value, bool) else printable(str(value))


def _summary(session: Session, files: int) -> str:
    if not len(session):
        return f"Nothing to review in {files} file{'' if files == 1 else 's'}."
    counts = ", ".join(f"{number} {verdict}" for verdict, number in session.counts.items() if number)
    left = sum(1 for _ in range(session.position, len(session)))
    return f"{counts or 'Nothing decided'}; {left} left." if left else f"{counts}; all seen."
