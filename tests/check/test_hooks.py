"""The GitHub action and the pre-commit hooks name commands and options that there are."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from claimx.cli.check import check

ROOT = Path(__file__).parents[2]
OPTIONS = {name for parameter in check.params if isinstance(parameter, click.Option) for name in parameter.opts}


def entries() -> list[str]:
    return re.findall(r"^  entry: (.+)$", (ROOT / ".pre-commit-hooks.yaml").read_text(), re.M)


@pytest.mark.parametrize("entry", entries())
def test_a_hook_calls_check_with_options_that_it_has(entry: str) -> None:
    program, command, *arguments = shlex.split(entry)
    assert (program, command) == ("claimx", "check")
    assert {argument for argument in arguments if argument.startswith("--")} <= OPTIONS


def test_the_hooks_see_texts_and_sidecars() -> None:
    patterns = re.findall(r"^  files: '(.+)'$", (ROOT / ".pre-commit-hooks.yaml").read_text(), re.M)
    assert len(patterns) == len(entries()) == 2
    for pattern in patterns:
        assert re.search(pattern, "news/a.txt")
        assert re.search(pattern, "news/a.claims.jsonl")
        assert not re.search(pattern, "README.md")


def test_the_action_is_composite_and_takes_inputs_by_environment_only() -> None:
    text = (ROOT / "action.yml").read_text()
    assert "using: composite" in text
    scripts = re.findall(r"run: \|\n((?:        .*\n|\n)+)", text)
    assert len(scripts) == 2
    for script in scripts:
        assert "${{" not in script, "an input inside a script would be run"
    declared = set(re.findall(r"^  ([a-z-]+):$", text.split("runs:")[0].split("inputs:")[1].split("outputs:")[0], re.M))
    assert set(re.findall(r"inputs\.([a-z-]+)", text)) == declared
    assert set(re.findall(r"(--[a-z]+)", scripts[1])) <= OPTIONS
