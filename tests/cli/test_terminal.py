"""What reaches a terminal: the table, colours, the bar; and what never does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from claimx.cli.terminal import printable
from tests.cli.process import STORM, on_terminal, run

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
HOSTILE = "\x1b]0;owned\x07\x1b[2J\u202eMore than 1,200 households\u2066 lost\x9b31m power\r\x08, Mayor Ana\x00\x7f Ruiz said.\n"


@pytest.fixture
def storm(tmp_path: Path) -> Path:
    path = tmp_path / "storm.txt"
    path.write_text(STORM, encoding="utf-8")
    return path


@pytest.mark.parametrize("columns", [30, 60, 80, 140, 200])
def test_the_table_is_the_default_on_a_terminal_and_fits(storm: Path, columns: int) -> None:
    code, screen = on_terminal("extract", "storm.txt", columns=columns, cwd=storm.parent)
    assert code == 0
    plain = ESCAPE.sub("", screen)
    assert "\x1b" not in plain
    assert max(cell_len(line) for line in plain.splitlines()) <= columns
    for words in ("storm.txt", "Ana Ruiz", "> 1,200", "USD 3.5 million", "2023-04-12"):
        assert words in plain
    assert plain.endswith("2 claims in 1 file\n")
    assert re.search(r"\x1b\[1;33mMore", screen), "the number stands out"


@pytest.mark.parametrize("changes", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_color_and_dumb_terminals_get_plain_text(storm: Path, changes: dict[str, str]) -> None:
    code, screen = on_terminal("extract", "storm.txt", cwd=storm.parent, changes=changes)
    assert code == 0
    assert "\x1b" not in screen
    assert "*More than 1,200*" in screen


def test_color_is_what_the_option_says(storm: Path) -> None:
    assert b"\x1b[" in run("extract", storm, "--format", "table", "--color", "always").stdout
    assert b"\x1b[" in run("extract", storm, "--format", "table", "--color", "always", NO_COLOR="1").stdout
    assert b"\x1b[" not in run("extract", storm, "--format", "table").stdout
    assert "\x1b" not in on_terminal("extract", storm, "--color", "never")[1]


def test_quiet_says_nothing_more(storm: Path) -> None:
    assert "claims in" not in on_terminal("extract", storm, "--quiet")[1]


def test_no_input_at_all_is_a_usage_error_on_a_terminal() -> None:
    code, screen = on_terminal("extract")
    assert code == 2
    assert "Usage: claimx extract" in screen


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv", "markdown"])
def test_what_acts_on_a_terminal_never_reaches_it(tmp_path: Path, form: str) -> None:
    (tmp_path / "evil.txt").write_text(HOSTILE.replace("\x00", ""), encoding="utf-8", newline="")
    code, screen = on_terminal("extract", "evil.txt", "--format", form, "--color", "never", cwd=tmp_path)
    assert code == 0
    assert "1,200" in screen
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", screen)


def test_errors_are_safe_too(tmp_path: Path) -> None:
    code, screen = on_terminal("extract", tmp_path / "\x1b]0;owned\x07\u202e.txt")
    assert code == 2
    assert not re.search(r"[\x1b\x07\u202e]", screen)


def test_a_bar_after_a_moment_that_leaves_nothing_behind(tmp_path: Path) -> None:
    more = "".join(f"\nMore than {300 + line} people came to the hall on Sunday, she said.\n" for line in range(300))
    for number in range(60):
        (tmp_path / f"{number:02}.txt").write_text(STORM + more)
    code, screen = on_terminal("extract", tmp_path, "--output", tmp_path / "claims.csv", "--format", "csv")
    assert code == 0
    assert "Reading" in screen
    assert re.search(r"\d+/60", ESCAPE.sub("", screen))
    quiet = on_terminal("extract", tmp_path, "--output", tmp_path / "claims.csv", "--quiet")
    assert quiet == (0, "")


@given(st.text(st.characters(), max_size=60))
def test_printable_is_one_safe_line(text: str) -> None:
    shown = printable(text)
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]", shown)
    assert printable(shown) == shown
    shown.encode()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("More than 3,200 people", "More than 3,200 people"),
        ("a \n\n b\tc  d", "a b c d"),
        ("\x1b[31mred", "\u241b[31mred"),
        ("soft\xadhyphen zero\u200bwidth", "softhyphen zerowidth"),
        ("abc\u202edef", "abcdef"),
        ("\U0001f469\u200d\U0001f52c", "\U0001f469\u200d\U0001f52c"),
        ("\x9b31m \ud800", "\ufffd31m \ufffd"),
    ],
)
def test_printable(text: str, shown: str) -> None:
    assert printable(text) == shown
