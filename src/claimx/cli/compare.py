"""``claimx compare``: the same figure in many articles, side by side."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

import click

from claimx.cli.inputs import Failures, articles, expand, input_options
from claimx.cli.output import open_output
from claimx.cli.terminal import color_option, console, is_terminal, printable

if TYPE_CHECKING:
    from rich.console import Console

    from claimx.compare import Group
    from claimx.model import Document

FORMATS = ("auto", "table", "json", "csv", "svg", "html")


@click.command(short_help="Put claims of many articles about the same thing side by side.")
@input_options
@click.option(
    "--format", "-f", "form", type=click.Choice(FORMATS), default="auto", show_default=True, help="auto: a table on a terminal, else json."
)
@click.option(
    "--status", "statuses", multiple=True, type=click.Choice(["repeats", "updates", "conflicts", "refines"]), help="Only such groups."
)
@click.option("--all", "every", is_flag=True, help="Also what one article alone speaks of.")
@click.option("--explain", is_flag=True, help="Say why claims were put together.")
@click.option("--output", "-o", metavar="FILE", type=click.Path(), help="Write to FILE, whole or not at all.")
@click.option("--quiet", "-q", is_flag=True, help="No progress bar; errors are still shown.")
@color_option
@click.pass_context
def compare(
    ctx: click.Context,
    paths: tuple[str, ...],
    published: str | None,
    encoding: str | None,
    form: str,
    statuses: tuple[str, ...],
    every: bool,
    explain: bool,
    output: str | None,
    quiet: bool,
    color: str,
) -> None:
    """Compare what articles say about the same thing.

    Claims are put together by subject, what is said of it, unit, place and period, in the order of the dates that they hold
    for. A figure repeats the one before it, updates it, refines it (narrower bounds), or conflicts with it (the same date,
    and bounds that exclude each other). PATH may also be a JSON file that `claimx extract --format json` wrote.

    \b
    Examples:
      claimx compare monday.txt tuesday.txt
      claimx compare news/ --status conflicts --explain
      claimx compare news/ --format svg --output figures.svg
      claimx extract news/ -o news.json && claimx compare news.json --format csv
    """
    from claimx.compare import group

    failures = Failures()
    documents = _documents(expand(paths, failures), failures, published, encoding, quiet)
    groups = [
        one
        for one in group(documents, [document.path or "" for document in documents], every=every)
        if not statuses or one.status in statuses
    ]
    with open_output(output) as stream:
        chosen = form if form != "auto" else "table" if output is None and is_terminal(stream) else "json"
        for piece in _pieces(groups, chosen, explain, partial(console, stream, color)):
            stream.write(piece)
    if not groups and chosen == "table" and not quiet:
        click.echo("No figure is found in two articles.", err=True)
    ctx.exit(failures.exit_code)


def _documents(files: list[str], failures: Failures, published: str | None, encoding: str | None, quiet: bool) -> list[Document]:
    texts = [file for file in files if not file.endswith(".json")]
    documents = [article.document for article in articles(texts, failures, published, encoding, quiet)]
    for file in files:
        if file.endswith(".json"):
            documents += _saved(file, failures)
    return documents


def _saved(file: str, failures: Failures) -> list[Document]:
    import msgspec

    from claimx.model import Document

    try:
        with open(file, "rb") as stream:
            return msgspec.json.decode(stream.read(), type=list[Document])
    except OSError as error:
        failures.report(file, error.strerror or str(error))
    except (msgspec.DecodeError, RecursionError) as error:
        failures.report(file, f"not the JSON of `claimx extract`: {error}")
    return []


def _pieces(groups: list[Group], form: str, explain: bool, drawn_on: Callable[[], Console]) -> Iterable[str]:
    if form == "table":
        from claimx.compare import table

        return table.pages(groups, drawn_on(), printable, explain)
    if form in ("svg", "html"):
        from claimx.compare import chart

        return [chart.svg(groups) if form == "svg" else chart.html(groups)]
    from claimx.compare import output

    text = output.as_json(groups, explain) if form == "json" else output.as_csv(groups)
    if is_terminal(sys.stdout):
        from claimx.render.json import escaped

        text = escaped(text) if form == "json" else "\n".join(printable(line) for line in text.split("\r\n"))
    return [text]
