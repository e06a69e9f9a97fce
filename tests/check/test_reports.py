"""The output formats, each held against what reads it."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import pytest

from claimx.check import Finding, Result
from claimx.check.findings import Lines, at
from claimx.check.reports import FORMATS, render
from claimx.check.reports.text import cells

TEXT = "Nov 21\n\nOver 3,200 Russian nationals have left the country, a director said.\n"
HOSTILE = 'Übel 🔥 ]]> <b>\x1b[31m & "x", 100% ::error::\u202e\x00 line\u2028end\n'


def _findings() -> tuple[Finding, ...]:
    lines, hostile = Lines(TEXT), Lines(HOSTILE)
    changed = at(lines, "news/a.txt", "CX003", 8, 18, 'claim changed: low 3100 -> 3200; speaker none -> "A"', detail=("- was", "+ is"))
    moved = at(lines, "news/a.txt", "CX006", 8, 18, "claim moved")
    odd = at(hostile, "news/b ü,:%\n.txt", "CX104", 5, 6, HOSTILE.strip(), detail=(HOSTILE,))
    return (changed, moved, odd)


RESULT = Result(_findings(), (("news/c.txt", "binary & <not> text"),), (), ("news/a.txt", "news/b ü,:%\n.txt", "news/d.txt"), 7, 2)
CLEAN = Result(files=("a.txt",), claims=3)


def many(number: int) -> Result:
    lines = Lines(TEXT)
    notes = [at(lines, f"{n:03}.txt", "CX006", 0, 1, "moved") for n in range(number)]
    return Result((*notes, at(lines, "zzz.txt", "CX003", 0, 1, "worst: one")), (), (), ("zzz.txt",), 1)


def test_full() -> None:
    assert render("full", Result(_findings()[:1], (), (), ("news/a.txt",), 1)) == (
        'news/a.txt:3:1: CX003 claim changed: low 3100 -> 3200; speaker none -> "A"\n'
        "  |\n"
        "3 | Over 3,200 Russian nationals have left the country, a director said.\n"
        "  | ^^^^^^^^^^\n"
        "  = - was\n"
        "  = + is\n"
        "  = help: accept the change with `claimx review`, or take back the edit\n"
        "\n"
        "1 finding in 1 file (1 file, 1 claim).\n"
    )


@pytest.mark.parametrize("width", [40, 60, 100])
def test_the_caret_of_full_stands_under_the_place_however_long_the_line(width: int) -> None:
    text = "火災 " * 40 + "at least 40 people" + " and more words" * 40
    place = text.index("at least 40")
    one = at(Lines(text), "a.txt", "CX004", place, place + 11, "gained")
    rows = render("full", Result((one,), (), (), ("a.txt",), 1), width=width).split("\n")
    shown, caret = rows[2], rows[3]
    assert cells(shown) <= width
    before = cells(caret[: caret.index("^")])
    taken, at_caret = 0, ""
    for character in shown:
        if before <= taken < before + caret.count("^"):
            at_caret += character
        taken += cells(character)
    assert at_caret == "at least 40"


def test_concise_is_one_line_a_finding() -> None:
    rows = render("concise", RESULT).split("\n")
    assert rows[0] == 'news/a.txt:3:1: CX003 claim changed: low 3100 -> 3200; speaker none -> "A"'
    assert len(rows) == 5
    assert rows[3] == (
        "2 findings in 2 files (3 files, 7 claims). 1 claim moved, otherwise the same. "
        "2 findings known to the baseline. 1 path could not be checked."
    )
    assert render("concise", CLEAN) == "All as expected: 1 file, 3 claims.\n"


@pytest.mark.parametrize("name", ["full", "concise", "github"])
def test_nothing_in_a_text_commands_the_terminal(name: str) -> None:
    report = render(name, RESULT)
    assert not set(report) & set("\x1b\x00\u202e\r\u2028")
    assert render("full", RESULT, color=True).count("\x1b[") > 5


def test_json_and_jsonl_say_the_same() -> None:
    rows = json.loads(render("json", RESULT))
    assert [json.loads(line) for line in render("jsonl", RESULT).split("\n") if line] == rows
    assert rows[0] == {
        "code": "CX003",
        "name": "claim-changed",
        "severity": "error",
        "path": "news/a.txt",
        "line": 3,
        "column": 1,
        "end_line": 3,
        "end_column": 11,
        "start": 8,
        "end": 18,
        "message": 'claim changed: low 3100 -> 3200; speaker none -> "A"',
        "detail": ["- was", "+ is"],
        "help": "accept the change with `claimx review`, or take back the edit",
        "source": "Over 3,200 Russian nationals have left the country, a director said.",
    }
    assert json.loads(render("json", CLEAN)) == []


def test_github_annotates_the_worst_first_and_escapes() -> None:
    rows = render("github", RESULT).split("\n")
    assert rows[0] == "::error file=news/c.txt,title=unusable input::binary & <not> text"
    assert rows[1].startswith("::error file=news/a.txt,line=3,endLine=3,col=1,endColumn=11,title=CX003 claim-changed::claim changed")
    assert rows[2].startswith("::warning file=news/b ü%2C%3A%25 .txt,line=1,endLine=1,col=6,endColumn=7,title=CX104 unclosed-quotation::")
    assert "100%25" in rows[2]
    assert rows[3].startswith("::notice ")


@pytest.mark.parametrize(("number", "annotations"), [(0, 1), (8, 9), (9, 10), (10, 10), (50, 10)])
def test_github_keeps_to_ten_annotations(number: int, annotations: int) -> None:
    rows = render("github", many(number)).splitlines()
    shown = [row for row in rows if row.startswith("::")]
    assert len(shown) == annotations
    assert "worst%3A one" in shown[0] or "worst: one" in shown[0]
    beyond = number + 1 - 9 if number > 9 else 0
    assert (f"and {beyond} more findings" in shown[-1]) is bool(beyond)
    assert len(rows) == annotations + beyond + 1


def test_gitlab_has_what_its_code_quality_report_asks_for() -> None:
    rows = json.loads(render("gitlab", RESULT))
    assert len({row["fingerprint"] for row in rows}) == len(rows) == 4
    for row in rows:
        assert set(row) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert row["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert row["location"]["lines"]["begin"] >= 1
        assert not row["location"]["path"].startswith("./")


def test_a_fingerprint_survives_lines_above() -> None:
    moved = at(Lines("New line\n" + TEXT), "news/a.txt", "CX003", 17, 27, "claim changed")
    before, after = (json.loads(render("gitlab", Result((one,))))[0]["fingerprint"] for one in (_findings()[0], moved))
    assert before == after


@pytest.mark.parametrize("result", [RESULT, CLEAN, many(30)], ids=["hostile", "clean", "many"])
def test_sarif_is_valid(result: Result) -> None:
    schema = json.loads(Path(__file__).with_name("sarif-2.1.0.schema.json").read_text())
    log = json.loads(render("sarif", result))
    jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker()).validate(log)
    run = log["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    for found in run["results"]:
        assert rules[found["ruleIndex"]]["id"] == found["ruleId"]
        assert found["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].isascii()
    assert run["invocations"][0]["executionSuccessful"] is not bool(result.failures)


def test_sarif_schema_would_refuse_a_wrong_log() -> None:
    schema = json.loads(Path(__file__).with_name("sarif-2.1.0.schema.json").read_text())
    log = json.loads(render("sarif", RESULT))
    log["runs"][0]["results"][0]["level"] = "major"
    assert not jsonschema.Draft4Validator(schema).is_valid(log)


# what Jenkins' xUnit schema, GitLab, Azure and CircleCI read
ALLOWED = {
    "testsuites": ({"name", "tests", "failures", "errors", "time"}, {"testsuite"}),
    "testsuite": ({"name", "tests", "failures", "errors", "skipped", "time"}, {"testcase"}),
    "testcase": ({"name", "classname", "file", "line", "time"}, {"failure", "error", "system-out"}),
    "failure": ({"type", "message"}, set()),
    "error": ({"type", "message"}, set()),
    "system-out": (set(), set()),
}


@pytest.mark.parametrize("result", [RESULT, CLEAN, Result(), many(3)], ids=["hostile", "clean", "empty", "many"])
def test_junit_is_what_servers_read(result: Result) -> None:
    root = ElementTree.fromstring(render("junit", result))
    assert root.tag == "testsuites"
    for element in root.iter():
        attributes, children = ALLOWED[element.tag]
        assert set(element.attrib) <= attributes
        assert {child.tag for child in element} <= children
        if element.tag == "testcase":
            assert element.attrib["name"]
            assert element.attrib["classname"]
    for suite in root:
        assert int(suite.attrib["tests"]) == len(suite) > 0
        assert int(suite.attrib["failures"]) == len(suite.findall("testcase/failure"))
        assert int(suite.attrib["errors"]) == len(suite.findall("testcase/error"))
    for key in ("tests", "failures", "errors"):
        assert int(root.attrib[key]) == sum(int(suite.attrib[key]) for suite in root)


def test_junit_has_a_case_for_every_file() -> None:
    root = ElementTree.fromstring(render("junit", RESULT))
    assert [suite.attrib["name"] for suite in root] == ["news/a.txt", "news/b ü,:% .txt", "news/c.txt", "news/d.txt"]
    assert [len(suite.findall("testcase/*")) for suite in root] == [2, 1, 1, 0]


def test_an_unknown_format_is_refused() -> None:
    assert len(FORMATS) == 8
    with pytest.raises(KeyError):
        render("xml", CLEAN)
