"""Which rules are on where, and how a configuration says so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claimx.check.config import ConfigError, load
from claimx.check.findings import Lines, at
from claimx.check.select import Selection, UnknownRule, apply_baseline, count, matches

DEFAULT = {"CX001", "CX002", "CX003", "CX004", "CX005", "CX006", "CX101", "CX102", "CX107", "CX302"}


@pytest.mark.parametrize(
    ("selection", "codes"),
    [
        (Selection(), DEFAULT),
        (Selection(select=("CX0",)), {"CX001", "CX002", "CX003", "CX004", "CX005", "CX006"}),
        (Selection(extend=("CX104",)), DEFAULT | {"CX104"}),
        (Selection(ignore=("CX1",)), DEFAULT - {"CX101", "CX102", "CX107"}),
        (Selection(select=("CX1",), ignore=("CX10",)), set()),
        (Selection(select=("CX104",), ignore=("CX1",)), {"CX104"}),
        (Selection(select=("CX2",), ignore=("CX203",)), {"CX201", "CX202"}),
        (Selection(select=("ALL",), ignore=("CX0", "CX1", "CX2")), {"CX301", "CX302"}),
        (Selection(select=("unclosed-quotation",)), {"CX104"}),
        (Selection(select=()), set()),
    ],
)
def test_the_longest_prefix_decides(selection: Selection, codes: set[str]) -> None:
    assert selection.codes == codes


def test_an_unknown_code_is_refused() -> None:
    with pytest.raises(UnknownRule, match="CX9"):
        Selection(ignore=("CX9",))


@pytest.mark.parametrize(
    ("path", "pattern", "fits"),
    [
        ("wire/a.txt", "wire/*.txt", True),
        ("wire/deep/a.txt", "wire/*.txt", False),
        ("wire/deep/a.txt", "wire/**", True),
        ("wire/deep/a.txt", "wire", True),
        ("wire/deep/a.txt", "wire/", True),
        ("wire/deep/a.txt", "**/a.txt", True),
        ("a.txt", "**/a.txt", True),
        ("wire/a.txt", "a.txt", True),
        ("wire/a.txt", "?.txt", True),
        ("wire/ab.txt", "?.txt", False),
        ("wire/a+b.txt", "a+b.txt", True),
        ("wired/a.txt", "wire", False),
    ],
)
def test_patterns(path: str, pattern: str, fits: bool) -> None:
    assert matches(path, [pattern]) is fits


def finding(path: str, code: str, start: int = 0):  # type: ignore[no-untyped-def]
    return at(Lines("some text"), path, code, start, start + 1, "message")


def test_per_file_ignores_and_order() -> None:
    selection = Selection(select=("ALL",), per_file=(("old/**", ("CX1",)),))
    found = [finding("b.txt", "CX104", 3), finding("old/a.txt", "CX104"), finding("old/a.txt", "CX004"), finding("b.txt", "CX104")]
    assert [(one.path, one.code, one.start) for one in selection.keep(found)] == [
        ("b.txt", "CX104", 0),
        ("b.txt", "CX104", 3),
        ("old/a.txt", "CX004", 0),
    ]


def test_a_baseline_hides_what_it_knows_and_nothing_more() -> None:
    known = tuple(finding("a.txt", "CX104", start) for start in (0, 2))
    baseline = count(known)
    assert baseline == {"a.txt": {"CX104": 2}}
    assert apply_baseline(known, baseline) == ((), 2)
    grown = (*known, finding("a.txt", "CX104", 4), finding("b.txt", "CX104"))
    assert apply_baseline(grown, baseline) == (grown, 0)
    assert apply_baseline(known[:1], baseline) == ((), 1)


def test_the_nearest_configuration_is_read(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(
        '[tool.claimx]\nextend-select = ["CX2"]\nexclude = ["old/**"]\n[tool.claimx.per-file-ignores]\n"wire/*" = ["CX201"]\n'
    )
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "pyproject.toml").write_text('[project]\nname = "other"\n')
    config = load(None, inner)
    assert config.folder == tmp_path
    assert config.selection.codes == DEFAULT | {"CX201", "CX202", "CX203"}
    assert config.selection.ignored_in("wire/a.txt", "CX201")
    assert config.exclude == ("old/**",)
    (inner / "claimx.toml").write_text('select = ["CX0"]\nformat = "concise"\n')
    assert load(None, inner).format == "concise"


def test_without_a_configuration(tmp_path: Path) -> None:
    config = load(None, tmp_path)
    assert config.selection == Selection()


@pytest.mark.parametrize("inline", [True, False])
def test_baselines_from_a_table_or_a_file(tmp_path: Path, inline: bool) -> None:
    counts = {"a.txt": {"CX104": 2}}
    (tmp_path / "known.json").write_text(json.dumps(counts))
    (tmp_path / "claimx.toml").write_text('[baseline]\n"a.txt" = {CX104 = 2}\n' if inline else 'baseline = "known.json"\n')
    assert load(None, tmp_path).baseline == counts


def test_a_baseline_file_that_is_not_there_yet_is_empty(tmp_path: Path) -> None:
    (tmp_path / "claimx.toml").write_text('baseline = "known.json"\n')
    assert load(None, tmp_path).baseline == {}


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("selects = []", "did you mean 'select'"),
        ("colour = 1", "unknown key 'colour'"),
        ("select = 'CX1'", "select is no list"),
        ("select = ['CX9']", "no rule 'CX9'"),
        ("ignore = [1]", "ignore is no list of strings"),
        ("per-file-ignores = 3", "per-file-ignores is no table"),
        ("[per-file-ignores]\n'a' = 'CX1'", "per-file-ignores.a is no list"),
        ("format = 3", "format is no string"),
        ("baseline = 3", "baseline is no file name"),
        ("[baseline]\n'a' = {CX104 = 'two'}", "baseline is no file name"),
        ("select = [", "claimx.toml"),
    ],
)
def test_a_broken_configuration_says_what_is_wrong(tmp_path: Path, content: str, says: str) -> None:
    (tmp_path / "claimx.toml").write_text(content)
    with pytest.raises(ConfigError, match=says):
        load(None, tmp_path)


def test_the_configuration_in_the_documentation_is_one(tmp_path: Path) -> None:
    text = (Path(__file__).parents[2] / "docs" / "newsroom.md").read_text(encoding="utf-8")
    (tmp_path / "claimx.toml").write_text(text.split("```toml\n")[1].split("```")[0])
    config = load(None, tmp_path)
    assert config.format == "concise"
    assert {"CX104", "CX301"} <= config.selection.codes
