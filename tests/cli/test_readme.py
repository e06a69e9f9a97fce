"""What the README shows is what happens."""

from __future__ import annotations

import re
from pathlib import Path

import claimx
from claimx.cli import COMMANDS
from claimx.cli.extract import FORMATS
from tests.golden import rewrite

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_an_example_prints_what_is_shown() -> None:
    assert "```console\n$ claimx extract seeds/" in README
    assert rewrite.with_examples(README) == README, "`make golden` writes the examples anew"


def test_the_library_example_holds() -> None:
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    values = re.findall(r"^(claim\..*?) {1,40}# (.*?)(?::.*)?$", code, re.MULTILINE)
    assert len(values) == 4
    scope: dict[str, object] = {"claimx": claimx}
    exec(code.replace('"seeds/', f'"{ROOT}/seeds/'), scope)
    for expression, value in values:
        assert eval(expression, scope) == eval(value), expression


def test_commands_formats_and_make_targets_exist() -> None:
    assert set(re.findall(r"^\| `claimx (\w+)", README, re.MULTILINE)) | {"rule"} == set(COMMANDS)
    assert set(re.findall(r"^\| `(\w+)` \|", README, re.MULTILINE)) == set(FORMATS) - {"auto"}
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = set(re.findall(r"make ([a-z]+)\b", README + (ROOT / "CONTRIBUTING.md").read_text()))
    assert named - {"with"} <= targets
