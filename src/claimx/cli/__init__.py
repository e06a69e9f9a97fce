"""The command line. Importing this imports click and nothing heavier; a command's module is imported when it runs."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence
from typing import Any

import click

from claimx._version import __version__
from claimx.cli import exits

COMMANDS = {
    "extract": ("claimx.cli.extract:extract", "Extract the numeric claims of news texts."),
    "compare": ("claimx.cli.compare:compare", "Put claims of many articles about the same thing side by side."),
    "check": ("claimx.cli.check:check", "Compare texts with their recorded claims, as in CI."),
    "review": ("claimx.cli.review:review", "Accept, reject or correct claims, one by one."),
    "rule": ("claimx.cli.rule:rule", "Explain a rule of claimx check."),
    "schema": ("claimx.cli.schema:schema", "Print the JSON Schema of the output."),
}
"""A command's name, where it is defined and its line in the overview (here, so that the overview imports no command)."""


class LazyGroup(click.Group):
    """A group whose commands are named as "module:attribute" and imported on use."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[cmd_name][0].partition(":")
        command = getattr(importlib.import_module(module), attribute)
        assert isinstance(command, click.Command)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; when the reader goes away, as `head` does, that is all (click's own answer is exit code 1)."""
        try:
            result = super().invoke(ctx)
            if sys.stdout is not None:
                sys.stdout.flush()
        except BrokenPipeError:
            _discard_output()
            raise click.exceptions.Exit(exits.OK) from None
        return result

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary) for name, (_, summary) in COMMANDS.items()])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]}, invoke_without_command=True)
@click.version_option(__version__, "-V", "--version", message="claimx %(version)s")
@click.pass_context
def cli(ctx: click.Context) -> None:
    """Who claims which number of what, when: numeric claims out of plain-text news.

    \b
    claimx extract article.txt             a table on a terminal, JSON when piped
    claimx extract news/ --format csv      every *.txt below news/
    claimx COMMAND --help                  all options, with examples
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())
        ctx.exit(exits.UNUSABLE)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line (by default on ``sys.argv``) and exit: never a traceback, quiet when the reader goes away."""
    sys.exit(_run(arguments))


def _run(arguments: Sequence[str] | None) -> int:
    try:
        code = cli.main(args=arguments, prog_name="claimx", standalone_mode=False)
        return code if isinstance(code, int) else exits.OK
    except click.ClickException as error:
        error.show()
        return exits.UNUSABLE
    except (click.Abort, KeyboardInterrupt):
        return exits.INTERRUPTED
    except OSError as error:
        _discard_output()
        return _fail(f"{error.filename or 'standard output'}: {error.strerror or error}")
    except MemoryError:
        return _fail("out of memory")
    except Exception as error:
        if os.environ.get("CLAIMX_TRACEBACK"):
            raise
        return _fail(f"internal error: {type(error).__name__}: {error} (CLAIMX_TRACEBACK=1 shows where; please report it)")


def _fail(message: str) -> int:
    from claimx.cli.terminal import printable

    click.echo(f"claimx: {printable(message)}", err=True)
    return exits.UNUSABLE


def _discard_output() -> None:
    """The interpreter flushes stdout once more at its end, which would report the closed pipe again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
