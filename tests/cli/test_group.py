"""The command line as a whole: its overview, its version, what is imported, how it ends."""

from __future__ import annotations

import resource
import subprocess
import sys

import click
import pytest

from claimx import __version__
from claimx.cli import COMMANDS, cli
from tests.cli.process import environment, run

HEAVY = ("msgspec", "rich", "regex", "dateutil", "jinja2", "claimx.model", "claimx.pipeline", "claimx.check", "claimx.render")


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], [], ["nonsense"]])
def test_the_overview_imports_click_and_nothing_heavier(arguments: list[str]) -> None:
    program = "import sys, claimx.cli\ntry: claimx.cli.main(sys.argv[1:])\nfinally: print('\\n'.join(sys.modules), file=sys.stderr)\n"
    done = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, env=environment(), text=True, check=False)
    loaded = set(done.stderr.split())
    assert "click" in loaded
    assert not [name for name in HEAVY if name in loaded]


def test_help_costs_little_more_than_click() -> None:
    def least(*command: str) -> float:
        """The least of five processor times: those of other processes do not count."""
        used = []
        for _ in range(5):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run([sys.executable, *command], capture_output=True, env=environment(), check=True)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            used.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        return min(used)

    assert least("-m", "claimx", "--help") < least("-c", "import click") + 0.03


def test_version() -> None:
    assert run("--version").stdout.decode() == f"claimx {__version__}\n"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_examples_and_its_line(name: str) -> None:
    with click.Context(cli) as context:
        command = cli.get_command(context, name)
    assert command is not None
    assert command.name == name
    text = run(name, "--help").stdout.decode()
    assert f"claimx {name} " in text.split("Options:")[0]
    overview = run("--help").stdout.decode()
    assert f"  {name} " in overview


def test_no_command_shows_the_overview_and_an_unknown_one_says_so() -> None:
    assert run().returncode == 2
    assert b"Commands:" in run().stdout
    done = run("extrct")
    assert done.returncode == 2
    assert b"extrct" in done.stderr
    assert done.stdout == b""
