"""``claimx compare`` as a process, on the two seeds and on small files."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SEEDS = sorted(str(path) for path in (ROOT / "seeds").glob("*.txt"))


def claimx(*arguments: str, cwd: Path = ROOT, **env: str) -> subprocess.CompletedProcess[str]:
    clean = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
    command = [sys.executable, "-m", "claimx", "compare", *arguments]
    return subprocess.run(command, cwd=cwd, env=clean | env, capture_output=True, text=True, check=False, timeout=60)


def test_the_seeds_make_one_group() -> None:
    done = claimx(*SEEDS, "--format", "json")
    assert done.returncode == 0, done.stderr
    (one,) = json.loads(done.stdout)
    assert set(one) == {"subject", "unit", "status", "explanation", "claims"}
    assert (one["subject"], one["unit"], one["status"]) == ("Russian citizens", "count", "updates")
    steps = [(claim["published"][:7], claim["quantity"]["comparator"], claim["quantity"]["low"]) for claim in one["claims"]]
    assert sorted(set(steps)) == [("2016-11", ">", 3200), ("2018-05", ">", 4000)]
    assert steps == sorted(steps)
    assert {claim["quantity"]["value"] for claim in one["claims"]} == {3200, 4000}, "not the 3,000 cases, nor the 3,700 wanted"
    assert {claim["path"] for claim in one["claims"]} == set(SEEDS)
    assert all({"path", "title", "published", "status", "id", "line", "sentence", "quantity"} <= set(claim) for claim in one["claims"])
    assert "Oleg Syromolotov" in {claim["speaker"]["name"] for claim in one["claims"] if claim["speaker"]}


def test_the_table_shows_how_the_figure_moved() -> None:
    done = claimx(*SEEDS, "--format", "table", COLUMNS="110")
    assert done.returncode == 0
    rows = [line.split() for line in done.stdout.splitlines()]
    assert rows[0] == ["Russian", "citizens", "updates"]
    assert [row[:3] for row in rows[1:]] == [["2016-11-21", ">", "3,200"], ["2018-05-12", ">", "4,000"]]
    assert all(len(line) <= 110 for line in done.stdout.splitlines())
    assert "joined for:" in claimx(*SEEDS, "--format", "table", "--explain").stdout


@pytest.mark.parametrize("columns", ["40", "76", "200"])
def test_the_table_fits(columns: str) -> None:
    done = claimx(*SEEDS, "--format", "table", "--explain", COLUMNS=columns)
    assert max(map(len, done.stdout.splitlines())) <= int(columns)


def test_csv_has_a_row_a_claim() -> None:
    done = claimx(*SEEDS, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert len(rows) == len(json.loads(claimx(*SEEDS, "--format", "json").stdout)[0]["claims"])
    assert {row["group"] for row in rows} == {"1"}


@pytest.mark.parametrize("form", ["svg", "html"])
def test_the_drawing_is_well_formed_and_self_contained(form: str, tmp_path: Path) -> None:
    target = tmp_path / "drawing"
    assert claimx(*SEEDS, "--format", form, "--output", str(target)).returncode == 0
    text = target.read_text()
    drawing = text[text.index("<svg") : text.index("</svg>") + 6]
    root = ElementTree.fromstring(drawing)
    labels = [element.text for element in root.iter("{http://www.w3.org/2000/svg}text")]
    assert "> 3,200" in labels
    assert "> 4,000" in labels
    assert "<script" not in text
    assert "://" not in text.replace("http://www.w3.org/2000/svg", "")


def test_a_hostile_subject_stays_text(tmp_path: Path) -> None:
    for name, day in (("a", "21"), ("b", "22")):
        body = f"At least 4{int(name == 'b')} <script>alert(1)</script> people were killed in Lund, police said."
        text = f"Fire\n\nNovember {day}, 2016\n\n{body}\n"
        (tmp_path / f"{name}.txt").write_text(text)
    done = claimx("a.txt", "b.txt", "--format", "svg", "--all", cwd=tmp_path)
    assert "<script>alert" not in done.stdout
    ElementTree.fromstring(done.stdout)


def test_what_extract_wrote_is_compared_without_the_texts(tmp_path: Path) -> None:
    saved = tmp_path / "news.json"
    command = [sys.executable, "-m", "claimx", "extract", *SEEDS, "--format", "json", "--output", str(saved)]
    subprocess.run(command, check=True, cwd=ROOT, capture_output=True)
    assert claimx(str(saved), "--format", "json").stdout == claimx(*SEEDS, "--format", "json").stdout


def test_unusable_input_and_nothing_to_compare(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Nothing to see.\n")
    (tmp_path / "b.json").write_text("{}")
    done = claimx("a.txt", "b.json", "none.txt", "--format", "json", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "[]\n")
    assert "b.json: not the JSON of `claimx extract`" in done.stderr
    assert "none.txt" in done.stderr
    assert claimx("a.txt", "--format", "table", cwd=tmp_path).returncode == 0


def test_only_groups_of_a_status() -> None:
    assert claimx(*SEEDS, "--format", "json", "--status", "conflicts").stdout == "[]\n"
    assert len(json.loads(claimx(*SEEDS, "--format", "json", "--status", "updates").stdout)) == 1
