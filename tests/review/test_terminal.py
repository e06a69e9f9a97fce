"""``claimx review`` in a real terminal: a pseudo-terminal is typed into, and its screen read."""

from __future__ import annotations

import json
import os
import re
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pty = pytest.importorskip("pty", reason="a pseudo-terminal needs a POSIX system")

TEXT = (
    "Fire in Lund\n\nNovember 21, 2016\n\nAt least 40 people were killed in a fire in Lund on Sunday, police said. "
    "The fire destroyed 12 houses.\n\x1b]0;owned\x07\x1b[2J In all 7 streets were closed.\n"
)


class Terminal:
    """A process on a pseudo-terminal: ``see`` waits for a text on the screen, ``type`` presses keys."""

    def __init__(self, *arguments: str, cwd: Path, **env: str) -> None:
        clean = {key: value for key, value in os.environ.items() if key not in ("CI", "NO_COLOR", "FORCE_COLOR")}
        self.ours, theirs = pty.openpty()
        command = [sys.executable, "-m", "claimx", *arguments]
        self.process = subprocess.Popen(
            command,
            cwd=cwd,
            env=clean | {"TERM": "xterm", "COLUMNS": "100"} | env,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
        )
        os.close(theirs)
        self.raw = self.screens = ""

    def see(self, words: str, seconds: float = 20) -> str:
        end = time.monotonic() + seconds
        while words not in self.plain and time.monotonic() < end:
            if not self._read(0.2) and self.process.poll() is not None:
                break
        assert words in self.plain, self.plain
        return self.plain

    def type(self, keys: str) -> None:
        self.raw = ""
        os.write(self.ours, keys.encode())

    def finish(self) -> int:
        code = self.process.wait(20)
        while self._read(0.1):
            pass
        os.close(self.ours)
        return code

    @property
    def plain(self) -> str:
        return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", self.raw)

    def _read(self, seconds: float) -> bool:
        ready, _, _ = select.select([self.ours], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self.ours, 65536)
        except OSError:  # Linux: the other end is closed
            return False
        text = data.decode("utf-8", "replace")
        self.raw += text
        self.screens += text
        return bool(data)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT)
    return tmp_path


def statuses(folder: Path) -> dict[str, str]:
    rows = [json.loads(line) for line in (folder / "a.claims.jsonl").read_text().splitlines()]
    return {row["text"]: row["status"] for row in rows}


def test_accept_reject_back_edit_and_quit(news: Path) -> None:
    terminal = Terminal("review", "a.txt", cwd=news)
    screen = terminal.see("[q]uit")
    assert "1 of " in screen
    assert "At least 40" in screen
    assert "a new claim" in screen
    terminal.type("a")
    terminal.see("2 of ")
    assert statuses(news) == {"At least 40": "accepted"}
    terminal.see("[q]uit")
    terminal.type("r")
    terminal.see("[q]uit")
    assert statuses(news)["12"] == "rejected"
    terminal.type("b")
    terminal.see("decided")
    terminal.see("[q]uit")
    terminal.type("e")
    terminal.see("which?")
    terminal.type("s")
    terminal.see("subject (- for none)")
    terminal.type("wooden houses\n")
    terminal.see("which?")
    terminal.type("\r")
    terminal.see("[q]uit")
    terminal.type("x")
    terminal.see("a accept, r reject")
    terminal.type("q")
    terminal.see("left.")
    assert terminal.finish() == 0
    rows = [json.loads(line) for line in (news / "a.claims.jsonl").read_text().splitlines()]
    assert (rows[1]["status"], rows[1]["subject"]) == ("edited", "wooden houses")


def test_the_text_commands_no_terminal(news: Path) -> None:
    terminal = Terminal("review", "a.txt", cwd=news)
    number = int(re.search(r"of (\d+)", terminal.see("[q]uit"))[1])  # type: ignore[index]
    for _ in range(number - 1):
        terminal.type("s")
        terminal.see("[q]uit")
    terminal.type("s")
    terminal.see("all seen")
    assert terminal.finish() == 0
    assert "7 streets" in terminal.screens
    assert "owned" in terminal.screens
    assert "\x1b]0;" not in terminal.screens
    assert "\x1b[2J" not in terminal.screens


def test_keys_typed_ahead_and_arrow_keys(news: Path) -> None:
    terminal = Terminal("review", "a.txt", cwd=news)
    terminal.see("1 of ")
    terminal.type("\x1b[A\x1bOPar" + "é" + "q")
    terminal.see("left.")
    assert terminal.finish() == 0
    assert list(statuses(news).values()) == ["accepted", "rejected"]


def test_ctrl_c_leaves_what_was_decided(news: Path) -> None:
    terminal = Terminal("review", "a.txt", cwd=news)
    terminal.see("[q]uit")
    terminal.type("a")
    terminal.see("2 of ")
    os.killpg(terminal.process.pid, signal.SIGINT)
    assert terminal.finish() == 130
    assert statuses(news) == {"At least 40": "accepted"}


def test_nothing_left_to_review(news: Path) -> None:
    (news / "a.txt").write_text("No figure stands here.\n")
    terminal = Terminal("review", "a.txt", cwd=news)
    terminal.see("Nothing to review in 1 file.")
    assert terminal.finish() == 0
    assert (news / "a.claims.jsonl").read_text() == ""


def test_without_colours_the_parts_are_marked_by_signs(news: Path) -> None:
    terminal = Terminal("review", "a.txt", cwd=news, NO_COLOR="1")
    assert "*At least 40*" in terminal.see("[q]uit")
    terminal.type("q")
    terminal.finish()


@pytest.mark.parametrize(("env", "says"), [({"CI": "true"}, "CI is set"), ({}, "needs a terminal")])
def test_without_a_terminal_or_in_ci_nothing_is_written(news: Path, env: dict[str, str], says: str) -> None:
    clean = {key: value for key, value in os.environ.items() if key != "CI"}
    done = subprocess.run(
        [sys.executable, "-m", "claimx", "review", "a.txt"],
        cwd=news,
        env=clean | env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert says in done.stderr
    assert [path.name for path in news.iterdir()] == ["a.txt"]
