"""``claimx extract`` as a process: what is read, what is written, what is said of bad input."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import time
from pathlib import Path

import msgspec
import pytest

from claimx.model import Document
from claimx.render.rows import Row
from tests.cli.process import CLAIMX, STORM, environment, run


@pytest.fixture
def storm(tmp_path: Path) -> Path:
    path = tmp_path / "storm.txt"
    path.write_text(STORM, encoding="utf-8")
    return path


def test_json_is_the_default_when_piped(storm: Path) -> None:
    done = run("extract", storm)
    assert (done.returncode, done.stderr) == (0, b"")
    (document,) = msgspec.json.decode(done.stdout, type=list[Document])
    assert document.path == str(storm)
    assert document.published == "2023-04-12"
    assert [claim.quantity.low for claim in document.claims] == [1200, 3_500_000]
    assert document.claims[0].speaker is not None
    assert document.claims[0].speaker.name == "Ana Ruiz"
    for claim in document.claims:
        assert STORM[claim.start : claim.end] == claim.text
        assert not claim.evidence


def test_layers_adds_quantities_and_attributions(storm: Path) -> None:
    (bare,), (full,) = (json.loads(run("extract", storm, *flags).stdout) for flags in ([], ["--layers"]))
    assert "quantities" not in bare
    assert "attributions" not in bare
    assert len(full["quantities"]) >= 2
    assert {attribution["speaker"]["name"] for attribution in full["attributions"] if attribution["speaker"]} >= {"Ana Ruiz"}


def test_jsonl_and_csv_hold_the_same_rows(storm: Path) -> None:
    lines = run("extract", storm, "--format", "jsonl").stdout.splitlines()
    rows = [msgspec.json.decode(line, type=Row) for line in lines]
    table = list(csv.DictReader(io.StringIO(run("extract", storm, "--format", "csv").stdout.decode(), newline="")))
    assert len(rows) == len(table) == 2
    assert list(table[0]) == [name for name in Row.__struct_fields__ if name != "evidence"]
    for row, cells in zip(rows, table, strict=True):
        assert (cells["path"], cells["published"], cells["quantity"]) == (row.path, row.published, row.quantity)
        assert float(cells["low"]) == row.low
        assert cells["speaker"] == (row.speaker or "")
        assert cells["negated"] == "false"
        assert row.title == "Storm cuts power in the valley"


def test_csv_without_a_claim_has_its_header(tmp_path: Path) -> None:
    (tmp_path / "calm.txt").write_text("Nothing happened in the valley today.\n")
    done = run("extract", tmp_path, "--format", "csv")
    assert done.returncode == 0
    assert done.stdout.decode().startswith("path,title,publisher,published,id,line,")
    assert done.stdout.count(b"\n") == 1


def test_published_is_the_anchor_of_relative_dates(tmp_path: Path) -> None:
    text = b"At least 40 people died on Sunday, the ministry said.\n"
    (document,) = json.loads(run("extract", "--published", "20161122", stdin=text).stdout)
    assert document["published"] == "2016-11-22"
    assert document["claims"][0]["date"] == {"value": "2016-11-20", "text": "Sunday", "basis": "expression"}


@pytest.mark.parametrize(
    "arguments", [["--published", "yesterday"], ["--published", "2016-13-01"], ["--encoding", "klingon"], ["--encoding", "zlib"]]
)
def test_a_bad_option_is_a_usage_error(storm: Path, arguments: list[str]) -> None:
    done = run("extract", storm, *arguments)
    assert done.returncode == 2
    assert done.stdout == b""
    assert arguments[1].encode() in done.stderr
    assert b"Traceback" not in done.stderr


def test_standard_input_is_read_when_piped_and_for_a_dash(storm: Path) -> None:
    for arguments in ([], ["-"], ["-", "-"]):
        done = run("extract", *arguments, stdin=STORM.encode())
        (document,) = json.loads(done.stdout)
        assert document["path"] == "-"
        assert len(document["claims"]) == 2
    both = json.loads(run("extract", storm, "-", stdin=STORM.encode()).stdout)
    assert [document["path"] for document in both] == [str(storm), "-"]


def test_a_directory_is_searched_in_order_each_file_once(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/Y.TXT", ".hidden/c.txt", ".d.txt", "notes.md", "a/deep/er/e.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(STORM)
    (tmp_path / "link.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    done = run("extract", "b.txt", ".", "./b.txt", cwd=tmp_path)
    assert [document["path"] for document in json.loads(done.stdout)] == ["b.txt", "./a/Y.TXT", "./a/z.txt", "./a/deep/er/e.txt"]
    assert (done.returncode, done.stderr) == (0, b"")


def test_bad_inputs_are_reported_and_the_others_done(storm: Path, tmp_path: Path) -> None:
    (tmp_path / "binary.txt").write_bytes(b"MZ\x00\x01\x02\x00\x00" * 50)
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "folder").mkdir()
    done = run("extract", "missing.txt", "binary.txt", "folder", "empty.txt", "storm.txt", "storm.txt/x", cwd=tmp_path)
    assert done.returncode == 2
    messages = done.stderr.decode().splitlines()
    assert sorted(message.split(":")[0] for message in messages) == ["binary.txt", "folder", "missing.txt", "storm.txt/x"]
    assert "missing.txt: no such file or directory" in messages
    assert any("binary" in message.split(":", 1)[1] for message in messages)
    assert [(document["path"], len(document["claims"])) for document in json.loads(done.stdout)] == [("empty.txt", 0), ("storm.txt", 2)]


def test_undecodable_with_an_encoding(storm: Path, tmp_path: Path) -> None:
    (tmp_path / "latin.txt").write_bytes("Fifty caf\xe9s, 50 percent, closed.".encode("latin-1"))
    done = run("extract", "latin.txt", "storm.txt", "--encoding", "utf-8", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith(b"latin.txt: ")
    assert b"utf-8" in done.stderr
    assert len(json.loads(done.stdout)) == 1
    guessed = run("extract", "latin.txt", cwd=tmp_path)
    assert guessed.returncode == 0
    assert "cafés" in guessed.stdout.decode()


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8", "cp1252", "utf-7"])
def test_an_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "page.txt").write_bytes(STORM.encode(encoding))
    (document,) = json.loads(run("extract", tmp_path, "--encoding", encoding).stdout)
    assert len(document["claims"]) == 2


def test_half_a_character_that_a_codec_lets_through(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_bytes(b"More than \\ud800 1,200 households lost power. 40 people fled \\udfff.")
    for form in ("json", "jsonl", "csv", "markdown", "table"):
        done = run("extract", tmp_path, "--encoding", "unicode_escape", "--format", form)
        assert (done.returncode, done.stderr) == (0, b"")
        done.stdout.decode("utf-8")


def test_a_file_too_large_for_a_text(storm: Path, tmp_path: Path) -> None:
    with open(tmp_path / "huge.txt", "wb") as file:
        file.truncate(65 * 2**20)
    done = run("extract", "huge.txt", "storm.txt", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr == b"huge.txt: larger than 64 MiB: not a news text\n"
    assert len(json.loads(done.stdout)) == 1


def test_a_file_name_that_is_no_text(tmp_path: Path) -> None:
    with open(os.fsencode(tmp_path) + b"/\xff\x1b[31m.txt", "w") as file:
        file.write(STORM)
    done = run("extract", tmp_path)
    assert done.returncode == 0
    assert json.loads(done.stdout)[0]["path"].endswith("/\ufffd\x1b[31m.txt")
    assert b"\x1b" not in run("extract", tmp_path, "--format", "table").stdout
    assert b"\x1b" not in run("extract", tmp_path / "\x1b[31m").stderr


def test_output_is_written_whole_or_not_at_all(storm: Path, tmp_path: Path) -> None:
    target = tmp_path / "claims.json"
    target.write_text("before")
    target.chmod(0o640)
    done = run("extract", storm, "--output", target)
    assert (done.returncode, done.stdout) == (0, b"")
    assert len(json.loads(target.read_bytes())) == 1
    assert target.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["claims.json", "storm.txt"]
    for bad in (tmp_path / "no" / "such" / "folder.json", tmp_path):
        done = run("extract", storm, "--output", bad)
        assert done.returncode == 2
        assert str(bad).encode() in done.stderr
        assert b"Traceback" not in done.stderr


def test_output_may_be_a_device(storm: Path) -> None:
    assert run("extract", storm, "--output", "/dev/null").returncode == 0
    full = run("extract", storm, "--output", "/dev/full")
    assert full.returncode == 2
    assert b"No space left" in full.stderr
    assert b"Traceback" not in full.stderr


def test_interrupted_nothing_is_written(tmp_path: Path) -> None:
    target, pipe = tmp_path / "claims.json", tmp_path / "pipe"
    target.write_text("before")
    os.mkfifo(pipe)
    process = subprocess.Popen([*CLAIMX, "extract", str(pipe), "--output", str(target)], stderr=subprocess.PIPE, env=environment())
    deadline = time.monotonic() + 20
    while not list(tmp_path.glob(".claims.json.*")) and time.monotonic() < deadline:
        time.sleep(0.05)
    time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=20)
    assert process.returncode == 130
    assert b"Traceback" not in said
    assert target.read_text() == "before"
    assert not list(tmp_path.glob(".claims.json.*"))


def test_a_closed_pipe_is_quiet(tmp_path: Path) -> None:
    for number in range(40):
        (tmp_path / f"{number:02}.txt").write_text(STORM * 4)
    for form in ("json", "jsonl", "csv", "markdown", "table"):
        process = subprocess.Popen(
            [*CLAIMX, "extract", str(tmp_path), "--format", form], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
        )
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.read(20)
        process.stdout.close()
        assert process.stderr.read() == b""
        process.stderr.close()
        assert process.wait(timeout=60) == 0


def test_closed_standard_streams(storm: Path) -> None:
    for redirection in ("<&-", ">&-", "2>&-", ">/dev/full"):
        done = subprocess.run(
            ["sh", "-c", f'"$@" {redirection}', "sh", *CLAIMX, "extract", str(storm)],
            capture_output=True,
            env=environment(),
            check=False,
            timeout=60,
        )
        assert b"Traceback" not in done.stderr
        assert done.returncode == (2 if redirection.startswith(">") else 0), (redirection, done.stderr)


def test_explain_names_rule_and_words(storm: Path) -> None:
    (document,) = json.loads(run("extract", storm, "--explain").stdout)
    for claim in document["claims"]:
        proof = [*claim["quantity"].get("evidence", ()), *claim.get("evidence", ())]
        assert proof
        for item in proof:
            assert item["rule"]
            assert STORM[item["start"] : item["end"]] == item["text"]


def test_markdown(storm: Path) -> None:
    text = run("extract", storm, "--format", "markdown").stdout.decode()
    assert text.startswith("## Storm cuts power in the valley\n")
    assert "| **More than 1,200** households lost power" in text


JUNK = {
    "all bytes": bytes(range(256)) * 8,
    "half a UTF-16": b"\xff\xfe\x00",
    "a byte-order mark": b"\xef\xbb\xbf",
    "lone surrogates": b"\xd8\x00" * 99,
    "other digits": "١٢٣ ".encode() * 50 + "٪".encode(),
    "a number of 6,000 digits": b"9" * 6000 + b" people",
}


@pytest.mark.parametrize("junk", JUNK.values(), ids=JUNK)
def test_any_bytes_never_a_traceback(storm: Path, tmp_path: Path, junk: bytes) -> None:
    (tmp_path / "junk.txt").write_bytes(junk)
    done = run("extract", "junk.txt", "storm.txt", cwd=tmp_path)
    assert done.returncode in (0, 2)
    assert b"Traceback" not in done.stderr
    assert b"internal error" not in done.stderr
    assert done.stderr.startswith(b"junk.txt: " if done.returncode else b"")
    assert json.loads(done.stdout)[-1]["path"] == "storm.txt"
