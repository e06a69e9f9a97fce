"""``claimx check`` and ``claimx rule`` as a process: what is written, what is shown, with which exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

TEXT = "Fire in Lund\n\nNovember 21, 2016\n\nAt least 40 people were killed in a fire in Lund on Sunday, police said.\n"


def claimx(*arguments: str, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    clean = {key: value for key, value in os.environ.items() if key not in ("CI", "NO_COLOR", "FORCE_COLOR", "COLUMNS")}
    command = [sys.executable, "-m", "claimx", *arguments]
    return subprocess.run(command, cwd=cwd, env=clean | env, capture_output=True, text=True, check=False, timeout=60)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    (tmp_path / "claimx.toml").write_text("")  # so that no configuration further up is met
    (tmp_path / "a.txt").write_text(TEXT)
    return tmp_path


def recorded(folder: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (folder / "a.claims.jsonl").read_text().splitlines()]


def test_a_new_file_fails_and_shows_what_would_be_recorded(news: Path) -> None:
    done = claimx("check", cwd=news)
    assert done.returncode == 1
    assert "a.txt:1:1: CX001 no sidecar; `--update` would record 1 claim" in done.stdout
    assert "+ line 5: At least 40" in done.stdout
    assert not (news / "a.claims.jsonl").exists()


def test_update_records_and_the_next_run_is_clean(news: Path) -> None:
    done = claimx("check", "--update", ".", cwd=news)
    assert (done.returncode, done.stderr) == (0, "recorded a.claims.jsonl\n")
    assert recorded(news)[0]["low"] == 40
    before = (news / "a.claims.jsonl").read_bytes()
    again = claimx("check", "--update", ".", cwd=news)
    assert (again.returncode, again.stdout, again.stderr) == (0, "All as expected: 1 file, 1 claim.\n", "")
    assert (news / "a.claims.jsonl").read_bytes() == before


def test_a_line_further_up_moves_a_claim_and_fails_nothing(news: Path) -> None:
    claimx("check", "--update", cwd=news)
    (news / "a.txt").write_text(TEXT.replace("\n\nAt least", "\n\nThe harbour was closed.\n\nAt least"))
    done = claimx("check", cwd=news)
    assert done.returncode == 0
    assert "CX006 claim moved, otherwise the same: from line 5 to 7" in done.stdout


def test_a_changed_figure_fails_with_what_was_and_what_is(news: Path) -> None:
    claimx("check", "--update", cwd=news)
    (news / "a.txt").write_text(TEXT.replace("40", "43"))
    done = claimx("check", "--format", "concise", cwd=news)
    assert done.returncode == 1
    assert "CX003 claim changed: value 40 -> 43; low 40 -> 43" in done.stdout


def test_lost_and_gained(news: Path) -> None:
    claimx("check", "--update", cwd=news)
    (news / "a.txt").write_text("Sale\n\nNovember 21, 2016\n\nThe bank sold 7 houses in Oslo.\n")
    done = claimx("check", "--format", "jsonl", cwd=news)
    assert sorted(json.loads(line)["code"] for line in done.stdout.splitlines()) == ["CX004", "CX005"]


@pytest.mark.parametrize("ci", ["true", "1", "yes"])
def test_in_ci_nothing_is_written_and_the_diff_is_printed(news: Path, ci: str) -> None:
    (news / "gone.claims.jsonl").write_text("")
    before = sorted(path.name for path in news.iterdir())
    done = claimx("check", "--update", "--prune", "--update-baseline", cwd=news, CI=ci)
    assert done.returncode == 1
    assert "--- /dev/null\n+++ b/a.claims.jsonl\n@@" in done.stdout
    assert "--- a/gone.claims.jsonl\n+++ /dev/null" in done.stdout
    assert "nothing was written" in done.stderr
    assert sorted(path.name for path in news.iterdir()) == before


def test_an_empty_or_false_ci_is_none(news: Path) -> None:
    assert claimx("check", "--update", cwd=news, CI="false").returncode == 0


def test_in_ci_a_report_for_programs_stays_one(news: Path) -> None:
    done = claimx("check", "--format", "json", cwd=news, CI="1")
    assert [row["code"] for row in json.loads(done.stdout)] == ["CX001"]
    assert "+++ b/a.claims.jsonl" in done.stderr


def test_prune_deletes_orphans_and_update_does_not(news: Path) -> None:
    claimx("check", "--update", cwd=news)
    (news / "a.txt").rename(news / "b.txt")
    done = claimx("check", "--update", cwd=news)
    assert (done.returncode, done.stderr) == (1, "recorded b.claims.jsonl\n")
    assert "a.claims.jsonl:1:1: CX002 there is no a.txt" in done.stdout
    done = claimx("check", "--prune", cwd=news)
    assert (done.returncode, done.stderr) == (0, "deleted a.claims.jsonl\n")
    assert not (news / "a.claims.jsonl").exists()


def test_a_sidecar_stands_for_its_text(news: Path) -> None:
    claimx("check", "--update", cwd=news)
    assert claimx("check", "a.claims.jsonl", "a.txt", cwd=news).stdout == "All as expected: 1 file, 1 claim.\n"


def test_several_reports_in_one_run(news: Path) -> None:
    done = claimx("check", "--report", "junit=r.xml", "--report", "sarif=r.sarif", "--report", "gitlab=r.json", cwd=news)
    assert done.returncode == 1
    assert ElementTree.parse(news / "r.xml").getroot().attrib["failures"] == "1"
    assert json.loads((news / "r.sarif").read_text())["runs"][0]["results"][0]["ruleId"] == "CX001"
    assert json.loads((news / "r.json").read_text())[0]["check_name"] == "CX001"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["none.txt"], "none.txt: no such file"),
        (["--report", "xml=a"], "no FORMAT=FILE"),
        (["--report", "junit="], "no FORMAT=FILE"),
        (["--report", "junit=none/a.xml"], "none/a.xml"),
        (["--select", "CX9"], "no rule 'CX9'"),
        (["--config", "none.toml"], "none.toml"),
        (["--encoding", "klingon"], "klingon"),
        (["--published", "soon"], "soon"),
        (["binary.txt"], "binary"),
        (["broken.txt"], "broken.claims.jsonl: unusable sidecar, line 1"),
    ],
)
def test_unusable_input_is_exit_code_two(news: Path, arguments: list[str], says: str) -> None:
    (news / "binary.txt").write_bytes(b"\0\1\2")
    (news / "broken.txt").write_text(TEXT)
    (news / "broken.claims.jsonl").write_text("nonsense\n")
    done = claimx("check", *arguments, cwd=news)
    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_the_other_files_are_still_checked(news: Path) -> None:
    done = claimx("check", "none.txt", "a.txt", cwd=news)
    assert done.returncode == 2
    assert "a.txt:1:1: CX001" in done.stdout


def test_a_configuration_with_ignores_and_a_baseline(news: Path) -> None:
    (news / "claimx.toml").write_text('select = ["CX0", "CX104"]\nbaseline = "known.json"\n[per-file-ignores]\n"old/*" = ["CX0"]\n')
    (news / "old").mkdir()
    (news / "old" / "b.txt").write_text(TEXT)
    (news / "a.txt").write_text(TEXT + "\n“An open quotation.\n\nThe end.\n")
    done = claimx("check", "--format", "concise", cwd=news)
    assert [line.split()[1] for line in done.stdout.splitlines()[:-1]] == ["CX001", "CX104"]
    assert claimx("check", "--update-baseline", cwd=news).returncode == 0
    assert json.loads((news / "known.json").read_text()) == {"a.txt": {"CX001": 1, "CX104": 1}}
    done = claimx("check", cwd=news)
    assert (done.returncode, "2 findings known to the baseline" in done.stdout) == (0, True)
    (news / "a.txt").write_text(TEXT + "\n“An open quotation.\n\nThe end.\n\n“Another one.\n\nThe end.\n")
    assert claimx("check", cwd=news).returncode == 1


def test_a_file_name_that_is_no_text(news: Path) -> None:
    odd = os.fsencode(news) + b"/\xff\n.txt"
    try:
        Path(os.fsdecode(odd)).write_text(TEXT)
    except OSError:
        pytest.skip("this file system takes no such name")
    for form in ("full", "json", "junit", "sarif", "github"):
        done = claimx("check", "--format", form, cwd=news)
        assert done.returncode == 1, done.stderr
        assert "CX001" in done.stdout


def test_rule_explains(tmp_path: Path) -> None:
    done = claimx("rule", "CX104", cwd=tmp_path)
    assert done.returncode == 0
    for part in ("CX104 unclosed-quotation", "This breaks it:", "This keeps it:", "What to do:"):
        assert part in done.stdout
    rows = json.loads(claimx("rule", "--all", "--format", "json", cwd=tmp_path).stdout)
    assert rows[0]["code"] == "CX001"
    assert {"code", "name", "severity", "default", "summary", "why", "help", "bad", "good"} == set(rows[0])
    assert "CX302" in claimx("rule", "--all", cwd=tmp_path).stdout
    assert claimx("rule", "CX999", cwd=tmp_path).returncode == 2
    assert claimx("rule", cwd=tmp_path).returncode == 2


def test_a_page_that_breaks_the_extractor_does_not_take_the_others(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from claimx.check import Config, run

    module = sys.modules["claimx.check.run"]
    whole = module.extract_file

    def broken(path: Path, *rest: object) -> object:
        if path.name == "b.txt":
            raise AttributeError("oops")
        return whole(path, *rest)

    monkeypatch.setattr(module, "extract_file", broken)
    (news / "b.txt").write_text(TEXT.replace("Lund", "Malmo"))
    result = run([news / "a.txt", news / "b.txt"], Config(folder=news))
    assert [finding.code for finding in result.findings] == ["CX001"]
    assert result.failures[0][1].startswith("internal error: AttributeError: oops")
    assert result.exit_code == 2
