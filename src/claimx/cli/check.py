"""``claimx check``: texts against their sidecars, for editors, hooks and continuous integration."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimx.cli.inputs import input_options
from claimx.cli.terminal import color_option, printable, progress, use_color, width_of

if TYPE_CHECKING:
    from claimx.check import Config, Result
    from claimx.check.run import Change

# as in claimx.check.reports, which is not imported for --help
FORMATS = ("full", "concise", "json", "jsonl", "github", "gitlab", "sarif", "junit")


def _reports(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Each ``FORMAT=FILE`` as a pair."""
    pairs = []
    for one in value:
        form, sign, file = one.partition("=")
        if form not in FORMATS or not sign or not file:
            raise click.BadParameter(f"{one!r} is no FORMAT=FILE with a format of {', '.join(FORMATS)}", ctx, param)
        pairs.append((form, file))
    return tuple(pairs)


def _codes(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...] | None:
    codes = tuple(code.strip() for one in value for code in one.split(",") if code.strip())
    return codes if value else None


@click.command(short_help="Hold texts against the claims expected in them.")
@input_options
@click.option("--update", is_flag=True, help="Write the sidecars of the claims as they are found now (deletes none).")
@click.option("--prune", is_flag=True, help="Delete sidecars that have no text any more.")
@click.option("--diff", is_flag=True, help="Show how the sidecars would change. Always on in CI.")
@click.option(
    "--select", multiple=True, callback=_codes, metavar="CODES", help="Rules to check instead of the default set (CX0,CX104; ALL)."
)
@click.option("--extend-select", multiple=True, callback=_codes, metavar="CODES", help="Rules to check beside the selected ones.")
@click.option("--ignore", multiple=True, callback=_codes, metavar="CODES", help="Rules not to check.")
@click.option("--format", "-f", "form", type=click.Choice(FORMATS), help="Output format.  [default: full]")
@click.option(
    "--report",
    "reports",
    multiple=True,
    callback=_reports,
    metavar="FORMAT=FILE",
    help="Write a further report to a file; may be repeated.",
)
@click.option("--config", "config_file", type=click.Path(path_type=Path), help="Configuration file instead of the nearest one.")
@click.option("--baseline", type=click.Path(path_type=Path), help="File with the counts of known findings.")
@click.option("--update-baseline", is_flag=True, help="Write today's findings to the baseline file.")
@click.option("--quiet", "-q", is_flag=True, help="Print nothing if all is as expected.")
@color_option
def check(
    paths: tuple[str, ...],
    update: bool,
    prune: bool,
    diff: bool,
    select: tuple[str, ...] | None,
    extend_select: tuple[str, ...] | None,
    ignore: tuple[str, ...] | None,
    form: str | None,
    reports: tuple[tuple[str, str], ...],
    config_file: Path | None,
    baseline: Path | None,
    update_baseline: bool,
    published: str | None,
    encoding: str | None,
    quiet: bool,
    color: str,
) -> None:
    """Check texts against their sidecars NAME.claims.jsonl (default: the current folder).

    A text without a sidecar fails and shows what would be recorded. With CI set in the environment nothing is ever
    written. Rules are selected here or in [tool.claimx] of pyproject.toml, or in claimx.toml.

    \b
    Examples:
      claimx check seeds/                               what changed?
      claimx check --update seeds/                      record it
      claimx check --select CX0,CX1 --format concise .  other rules, one line each
      claimx check --report junit=report.xml --report sarif=report.sarif seeds/
      claimx rule CX104                                 what does a code mean?

    Exit code: 0 clean, 1 findings, 2 unusable input or configuration.
    """
    from claimx.check.run import run

    config = _config(config_file, baseline, select, extend_select, ignore, form)
    frozen = _in_ci()
    try:
        result = run(
            [Path(one) for one in paths or (".",)],
            config,
            published=published,
            encoding=encoding,
            use_baseline=not update_baseline,
            each=lambda texts: progress(texts, "Checking", quiet),
        )
    except (ValueError, LookupError) as error:
        raise click.UsageError(str(error)) from None
    written = [] if frozen else _write(result, update, prune)
    if update_baseline:
        result = _write_baseline(result, config, frozen)
    shown = _without(result, written)
    for path, message in shown.failures:
        click.echo(f"{printable(path)}: {printable(message)}", err=True)
    for report, file in reports:
        _save(report, file, shown)
    _print(shown, config.format or "full", diff or frozen, color, quiet)
    _tell(written, frozen and (update or prune))
    click.get_current_context().exit(shown.exit_code)


def _in_ci() -> bool:
    return os.environ.get("CI", "").strip().lower() not in ("", "0", "false", "no")


def _config(
    file: Path | None,
    baseline: Path | None,
    select: tuple[str, ...] | None,
    extend: tuple[str, ...] | None,
    ignore: tuple[str, ...] | None,
    form: str | None,
) -> Config:
    """The configuration with what the command line says instead or besides. UsageError if it cannot be used."""
    from dataclasses import replace

    from claimx.check.config import ConfigError, load, read_baseline
    from claimx.check.select import UnknownRule

    try:
        config = load(file)
        selection = replace(
            config.selection,
            select=select if select is not None else config.selection.select,
            extend=(*config.selection.extend, *(extend or ())),
            ignore=(*config.selection.ignore, *(ignore or ())),
        )
        config = replace(config, selection=selection, format=form or config.format)
        if baseline is not None:
            config = replace(config, baseline=read_baseline(baseline), baseline_file=baseline)
    except (ConfigError, UnknownRule) as error:
        raise click.UsageError(str(error)) from None
    if config.format is not None and config.format not in FORMATS:
        raise click.UsageError(f"{config.file}: format {config.format!r} is none of {', '.join(FORMATS)}")
    return config


def _write(result: Result, update: bool, prune: bool) -> list[Change]:
    from claimx.check.run import apply
    from claimx.cli.output import Unwritable

    try:
        return apply(result.changes, update=update, prune=prune)
    except OSError as error:
        raise Unwritable(str(error.filename), error) from None


def _write_baseline(result: Result, config: Config, frozen: bool) -> Result:
    """Write the counts and take the findings that they cover out of the result; in CI write nothing and leave them in."""
    import json
    from dataclasses import replace

    from claimx.cli.output import write_atomically

    if frozen:
        click.echo("CI is set: the baseline is not written", err=True)
        return result
    file = config.baseline_file or config.folder / "claimx-baseline.json"
    write_atomically(str(file), json.dumps(result.counts, ensure_ascii=False, indent=2, sort_keys=True) + "\n")
    known = sum(one.severity != "note" for one in result.findings)
    click.echo(f"{known} finding{'' if known == 1 else 's'} written to {file}", err=True)
    return replace(result, findings=tuple(one for one in result.findings if one.severity == "note"), known=known)


def _without(result: Result, written: list[Change]) -> Result:
    """The result without the findings that writing has settled."""
    from dataclasses import replace

    from claimx.check.files import shown
    from claimx.check.sidecar import text_of

    settled = {shown(path) for change in written for path in (change.path, text_of(change.path))}
    findings = tuple(one for one in result.findings if not (one.code.startswith("CX0") and one.path in settled))
    return replace(result, findings=findings, changes=tuple(one for one in result.changes if one not in written))


def _save(form: str, file: str, result: Result) -> None:
    from claimx.check.reports import render
    from claimx.cli.output import write_atomically

    write_atomically(file, render(form, result))


def _print(result: Result, form: str, diff: bool, color: str, quiet: bool) -> None:
    """The report, and the diff where people read it: below the report, or on stderr beside one for programs."""
    from claimx.check.reports import PEOPLE, render
    from claimx.check.reports.diff import diff as as_diff

    people = form in PEOPLE
    if not (quiet and people and not result.findings):
        click.echo(render(form, result, color=use_color(color, sys.stdout), width=width_of(sys.stdout, 100)), nl=False, color=True)
    if diff and result.changes:
        stream = sys.stdout if people else sys.stderr
        click.echo(as_diff(result.changes, use_color(color, stream)), nl=False, err=not people, color=True)


def _tell(written: list[Change], refused: bool) -> None:
    if refused:
        click.echo("CI is set: nothing was written", err=True)
    for change in written:
        verb = "deleted" if change.after is None else "updated" if change.before is not None else "recorded"
        click.echo(f"{verb} {printable(change.path.as_posix())}", err=True)
