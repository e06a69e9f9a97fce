"""Every output format on records made by hand and on any text."""

from __future__ import annotations

import csv
import io
import json
import re

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from claimx.cli.terminal import printable
from claimx.model import Document, Unit
from claimx.render import csv as to_csv
from claimx.render import json as to_json
from claimx.render import markdown, table
from claimx.render.rows import Row, rows
from claimx.render.view import view
from tests.render.sample import claim, document, storm
from tests.render.strategies import documents

ACTING = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def drawn(*pages: Document, width: int = 80, color: bool = False, fold: bool = False, explain: bool = False) -> str:
    console = Console(
        file=io.StringIO(),
        width=width,
        force_terminal=color,
        color_system="standard" if color else None,
        legacy_windows=False,
        highlight=False,
    )
    return "".join(table.pages(pages, console, printable, fold, explain))


def test_the_table() -> None:
    assert drawn(storm()) == (
        "storm.txt\n"
        "Storm cuts power\n"
        "Redwood Courier, 2023-04-12\n"
        "Line  Who             Claim                        What               Date\n"
        "────────────────────────────────────────────────────────────────────────────────\n"
        "   1  Ana Ruiz        *More than 1,200*            > 1,200            2023-04-11\n"
        "                      households may have lost     households\n"
        "                      power, Mayor Ana Ruiz said   hedged (may)\n"
        "                      on Tuesday.\n"
        "\n"
        "   1  Ana Ruiz        Power failed in *more than   > 1,200            2023-04-11\n"
        "                      1,200* households across     households\n"
        "                      the valley, she added.       hedged (may)\n"
    )


def test_the_table_narrow() -> None:
    assert drawn(storm(), width=50, fold=True) == (
        "storm.txt\n"
        "Storm cuts power\n"
        "Redwood Courier, 2023-04-12\n"
        "line 1\n"
        "  *More than 1,200* households may have lost\n"
        "  power, Mayor Ana Ruiz said on Tuesday.\n"
        "  also on line 1\n"
        "  > 1,200 households\n"
        "  hedged (may)\n"
        "  Ana Ruiz  2023-04-11\n"
    )


def test_the_table_wide_tells_the_role_and_explains() -> None:
    text = drawn(storm(), width=140, explain=True)
    assert "mayor, City of Redwood" in text
    assert "comparator: “More than 1,200” (more-than)" in text
    assert "date: “Tuesday” (weekday)" in text


def test_a_page_without_claims_says_so() -> None:
    assert drawn(document()).splitlines()[-1] == "  no numeric claims"
    assert "".join(markdown.pages([document()])).endswith("\nNo numeric claims.\n")
    assert list(to_json.lines([document()])) == []


def test_a_clause_of_pages_is_cut_around_its_number() -> None:
    text = "word " * 2000 + "42 people" + " word" * 2000
    shown = drawn(document(claim(text, "42", 42)))
    assert "*42* people" in shown
    assert len(shown) < 3000
    assert shown.count("…") == 2


@given(documents(), st.integers(20, 200), st.booleans(), st.booleans(), st.booleans())
def test_nothing_that_acts_reaches_the_table(page: Document, width: int, color: bool, fold: bool, explain: bool) -> None:
    text = drawn(page, width=width, color=color, fold=fold, explain=explain)
    text = re.sub(r"\x1b\[[0-9;]*m", "", text) if color else text
    assert not ACTING.search(text)
    assert all(cell_len(line) <= width for line in text.split("\n"))


@given(st.lists(documents(), max_size=3))
def test_json_is_read_back(pages: list[Document]) -> None:
    text = "".join(to_json.array(pages))
    read = json.loads(text)
    assert [document["path"] for document in read] == [page.path for page in pages]
    assert [[claim["text"] for claim in document["claims"]] for document in read] == [
        [claim.text for claim in page.claims] for page in pages
    ]
    assert json.loads(to_json.escaped(text)) == read
    assert not ACTING.search(to_json.escaped(text))
    msgspec.json.decode(text, type=list[Document])


def test_json_is_the_records() -> None:
    (read,) = msgspec.json.decode("".join(to_json.array([storm()])), type=list[Document])
    assert read == storm()
    assert "".join(to_json.array([])) == "[]\n"


@given(documents(), st.booleans())
def test_jsonl_has_a_row_a_claim(page: Document, explain: bool) -> None:
    lines = list(to_json.lines([page], explain))
    assert len(lines) == len(page.claims)
    for line, row in zip(lines, rows(page, explain), strict=True):
        assert line.count("\n") == 1
        read = msgspec.json.decode(line, type=Row)
        assert (read.text, read.path, read.speaker, read.evidence) == (row.text, row.path, row.speaker, row.evidence)


@given(documents(), st.booleans())
def test_csv_is_read_back(page: Document, explain: bool) -> None:
    text = "".join(to_csv.lines([page], explain))
    head, *body = csv.reader(io.StringIO(text, newline=""), strict=True)
    names = [name for name in Row.__struct_fields__ if explain or name != "evidence"]
    assert head == names
    for cells, row in zip(body, rows(page, explain), strict=True):
        for name, cell in zip(names, cells, strict=True):
            value = getattr(row, name)
            if value is None:
                assert cell == ""
            elif isinstance(value, str):
                assert cell == value
            elif isinstance(value, bool):
                assert cell == str(value).lower()
            elif name == "evidence":
                assert json.loads(cell) == [msgspec.to_builtins(item) for item in value]
            elif isinstance(value, float):
                assert float(cell) == value
            else:
                assert cell == "null" or int(cell) == value or float(cell) == pytest.approx(value)


@given(documents(), st.booleans(), st.booleans())
def test_markdown_is_inert(page: Document, fold: bool, explain: bool) -> None:
    text = "".join(markdown.pages([page], fold, explain))
    assert not ACTING.search(text)
    assert "<" not in text.replace("<br>", "").replace("\\<", "")
    for line in text.splitlines():
        if line.startswith("| "):
            assert len(re.findall(r"(?<!\\)(?:\\\\){0,99}\|", line)) == 6


def test_markdown() -> None:
    lines = "".join(markdown.pages([storm()], fold=True)).splitlines()
    assert lines[0] == "## Storm cuts power"
    assert lines[2] == "From storm.txt · Redwood Courier · 2023-04-12"
    assert lines[6:] == [
        "| 1, 1 | Ana Ruiz, mayor, City of Redwood | **More than 1,200** households may have lost power, Mayor Ana Ruiz said on Tuesday."
        r" | \> 1,200 households<br>hedged (may) | 2023-04-11 |"
    ]


def test_view() -> None:
    page = storm()
    assert [claim.id for claim in view(page, fold=True).claims] == ["c1"]
    assert view(page, layers=True, explain=True) == page
    bare = view(page)
    assert (bare.quantities, bare.attributions) == ((), ())
    assert "evidence" not in json.dumps(msgspec.to_builtins(bare))
    assert "evidence" not in json.dumps(msgspec.to_builtins(view(page, layers=True)))


def test_rows_stand_for_themselves() -> None:
    row = next(rows(storm()))
    assert (row.path, row.title, row.publisher, row.published) == ("storm.txt", "Storm cuts power", "Redwood Courier", "2023-04-12")
    assert (row.value, row.unit_kind, row.unit_name, row.subject) == (1200, "count", "household", "households")
    assert (row.speaker, row.speaker_role, row.speaker_organization) == ("Ana Ruiz", "mayor", "City of Redwood")
    assert (row.date, row.date_text, row.date_basis, row.marks) == ("2023-04-11", "Tuesday", "expression", "hedged: may")
    euro = msgspec.structs.replace(storm().claims[0].quantity, unit=Unit("currency", "EUR", "euro"))
    page = document(msgspec.structs.replace(storm().claims[0], quantity=euro, speaker=None, attribution=None, subject=None, date=None))
    bare = next(rows(page))
    assert (bare.unit_code, bare.speaker, bare.attribution, bare.cue, bare.subject, bare.date) == ("EUR", None, None, None, None, None)
