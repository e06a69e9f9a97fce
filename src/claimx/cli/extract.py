"""``claimx extract``: the numeric claims of news texts, in the format that the reader needs."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, TextIO

import click

from claimx.cli.inputs import Article, Failures, articles, expand, input_options
from claimx.cli.output import open_output
from claimx.cli.terminal import color_option, console, is_terminal, printable

if TYPE_CHECKING:
    from rich.console import Console

    from claimx.model import Document

FORMATS = ("auto", "table", "json", "jsonl", "csv", "markdown")


@click.command(short_help="Extract the numeric claims of news texts.")
@input_options
@click.option(
    "--format", "-f", "form", type=click.Choice(FORMATS), default="auto", show_default=True, help="auto: a table on a terminal, else json."
)
@click.option("--layers", is_flag=True, help="Add all quantities and attributions to json.")
@click.option("--fold", is_flag=True, help="Show a claim once that a page makes several times.")
@click.option("--explain", is_flag=True, help="Show for each field the rule and the words that made it.")
@click.option("--output", "-o", metavar="FILE", type=click.Path(), help="Write to FILE, whole or not at all.")
@click.option("--quiet", "-q", is_flag=True, help="No progress bar and no summary on stderr; errors are still shown.")
@color_option
@click.pass_context
def extract(
    ctx: click.Context,
    paths: tuple[str, ...],
    published: str | None,
    encoding: str | None,
    form: str,
    layers: bool,
    fold: bool,
    explain: bool,
    output: str | None,
    quiet: bool,
    color: str,
) -> None:
    """Extract who claims which number of what, when.

    PATH is a text file, a directory (searched for *.txt) or - for standard input, which is also read if no PATH is given
    and something is piped in. A file that cannot be read is reported on stderr, the others are still done, and the exit
    code is 2.

    \b
    Examples:
      claimx extract article.txt
      claimx extract news/ --format csv --output claims.csv
      claimx extract news/ --format jsonl | jq 'select(.value > 1000)'
      curl -s https://example.org/story.txt | claimx extract --published 2024-05-01
      claimx extract article.txt --explain
    """
    failures, tally = Failures(), Tally()
    files = expand(paths, failures)
    with open_output(output) as stream:
        chosen = form if form != "auto" else "table" if output is None and is_terminal(stream) else "json"
        with closing(articles(files, failures, published, encoding, quiet)) as read:
            write(tally.of(read, fold), stream, chosen, layers=layers, fold=fold, explain=explain, color=color)
    if not quiet and is_terminal(sys.stderr):
        click.echo(tally.summary(failures), err=True)
    ctx.exit(failures.exit_code)


def write(
    read: Iterable[Article],
    stream: TextIO,
    form: str,
    *,
    layers: bool = False,
    fold: bool = False,
    explain: bool = False,
    color: str = "auto",
) -> None:
    """Write the documents of ``read`` to ``stream`` in the format ``form``, one after the other."""
    documents = (article.document for article in read)
    guarded = is_terminal(stream) and form != "table"  # the table's own escape codes have to get through; its texts are safe
    for piece in _pieces(form, documents, layers, fold, explain, partial(console, stream, color)):
        stream.write(_safe(form, piece) if guarded else piece)


def _safe(form: str, piece: str) -> str:
    if form in ("json", "jsonl"):
        from claimx.render.json import escaped

        return escaped(piece)
    return "\n".join(printable(line) for line in piece.split("\n"))


def _pieces(
    form: str, documents: Iterable[Document], layers: bool, fold: bool, explain: bool, drawn_on: Callable[[], Console]
) -> Iterator[str]:
    if form == "table":
        from claimx.render import table

        return table.pages(documents, drawn_on(), printable, fold, explain)
    from claimx.render import csv, json, markdown
    from claimx.render.view import view

    if form == "markdown":
        return markdown.pages(documents, fold, explain)
    shown = (view(document, layers, fold, explain) for document in documents)
    if form == "json":
        return json.array(shown)
    return json.lines(shown, explain) if form == "jsonl" else csv.lines(shown, explain)


class Tally:
    """What was read and found, for the last line."""

    def __init__(self) -> None:
        self.files = self.claims = 0

    def of(self, read: Iterable[Article], fold: bool) -> Iterator[Article]:
        """The articles, counted as they pass."""
        for article in read:
            self.files += 1
            self.claims += sum(1 for claim in article.document.claims if not (fold and claim.same_as))
            yield article

    def summary(self, failures: Failures) -> str:
        """ "21 claims in 2 files, 1 input not read" """
        text = f"{_count(self.claims, 'claim')} in {_count(self.files, 'file')}"
        return f"{text}, {_count(failures.count, 'input')} not read" if failures.count else text


def _count(number: int, name: str) -> str:
    return f"{number:,} {name}{'' if number == 1 else 's'}"
