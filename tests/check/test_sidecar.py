"""The sidecar file: a stable, readable line a claim, written whole or not at all."""

from __future__ import annotations

import json
import os
from pathlib import Path

import msgspec
import pytest

from claimx.check import sidecar
from claimx.check.sidecar import Entry, SidecarError
from tests.check.build import claim

TEXT = "Over 3,200 Russian nationals have left the country, Ilya Rogachev said.\n"
CLAIM = claim(TEXT, "Over 3,200", "Russian nationals", speaker="Ilya Rogachev", date="2016-11-21")
LINE = (
    '{"line": 1, "text": "Over 3,200", "value": 3200, "low": 3200, "high": null, "comparator": ">", "change": null, "kind": "count", '
    '"code": null, "unit": "national", "subject": "Russian nationals", "speaker": "Ilya Rogachev", "said": "indirect", '
    '"date": "2016-11-21", "basis": "publication", "negated": false, "hedged": false, '
    '"sentence": "Over 3,200 Russian nationals have left the country, Ilya Rogachev said.", "status": "recorded"}'
)


def test_a_claim_is_one_readable_line_with_its_keys_in_order() -> None:
    assert sidecar.dump(sidecar.entry(CLAIM)) == LINE
    assert list(json.loads(LINE)) == [key for key in Entry.__struct_fields__ if key != "extracted"]


def test_what_is_written_is_read_back() -> None:
    recorded = sidecar.entry(CLAIM)
    edited = msgspec.structs.replace(recorded, subject="citizens of Russia", status="edited", extracted={"subject": recorded.subject})
    assert sidecar.loads(sidecar.dumps([recorded, edited])) == (recorded, edited)
    assert sidecar.facts(edited) == sidecar.facts(recorded) != sidecar.expected(edited)


def test_line_breaks_in_the_text_never_reach_the_file() -> None:
    hostile = "Over\n3,200 Russian\u2028nationals \x1b[31m left “home”."
    one = sidecar.entry(claim(hostile, "Over\n3,200", "Russian\u2028nationals"))
    assert one.text == "Over 3,200"
    assert one.subject == "Russian nationals"
    assert sidecar.dumps([one]).count("\n") == 1
    assert "\x1b" not in sidecar.dumps([one])


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("{", "line 1"),
        (LINE + "\n[]\n", "line 2"),
        (LINE.replace('"line": 1', '"line": "one"'), "line 1"),
        (LINE.replace('"hedged": false, ', ""), "hedged"),
        (LINE.replace('"status": "recorded"', '"status": "perhaps"'), "status"),
        (LINE.replace('"status"', '"color": 1, "status"'), "color"),
        ("[" * 100_000, "line 1"),
    ],
)
def test_a_broken_sidecar_says_where(content: str, says: str) -> None:
    with pytest.raises(SidecarError, match=says):
        sidecar.loads(content)


def test_names() -> None:
    assert sidecar.path_of(Path("a/news.txt")) == Path("a/news.claims.jsonl")
    assert sidecar.path_of(Path("news.md")) == Path("news.md.claims.jsonl")
    assert sidecar.text_of(Path("a/news.claims.jsonl")) == Path("a/news.txt")


def test_a_file_without_ending_has_a_sidecar_too(tmp_path: Path) -> None:
    text = tmp_path / "news"
    text.write_text("x")
    assert sidecar.text_of(sidecar.path_of(text)) == text


def test_missing_and_undecodable(tmp_path: Path) -> None:
    assert sidecar.load(tmp_path / "none.claims.jsonl") is None
    broken = tmp_path / "b.claims.jsonl"
    broken.write_bytes(b"\xff\xfe\xfd")
    with pytest.raises(SidecarError, match="not UTF-8"):
        sidecar.load(broken)


def test_writing_leaves_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.claims.jsonl"
    target.write_text("before")
    target.chmod(0o640)

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(os, "replace", fail)
        with pytest.raises(OSError, match="No space"):
            sidecar.write(target, "after")
    assert target.read_text() == "before"
    assert [one.name for one in tmp_path.iterdir()] == [target.name]
    sidecar.write(target, "after\n")
    assert target.read_text() == "after\n"
    assert target.stat().st_mode & 0o777 == 0o640


def test_writing_keeps_a_symbolic_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.jsonl", tmp_path / "link.jsonl"
    real.write_text("before")
    link.symlink_to(real)
    sidecar.write(link, "after")
    assert link.is_symlink()
    assert real.read_text() == "after"
