"""The printed schema holds for everything that is printed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import msgspec
import pytest
from hypothesis import given

import claimx
from claimx.model import Document
from claimx.render import json as render
from claimx.render import schema
from claimx.render.view import view
from tests.cli.process import run
from tests.render.sample import storm
from tests.render.strategies import documents

ROOT = Path(__file__).parents[1]
PAGES = sorted((ROOT / "tests" / "golden" / "pages").glob("*.txt")) + sorted((ROOT / "seeds").glob("*.txt"))
GOLDEN = sorted((ROOT / "tests" / "golden").rglob("*.json"))


def validator(described: dict[str, Any]) -> Any:
    jsonschema.Draft202012Validator.check_schema(described)
    return jsonschema.Draft202012Validator(described)


WHOLE, FLAT = validator(schema.documents()), validator(schema.row())


def valid(document: Document) -> None:
    for shown in (document, view(document), view(document, layers=True), view(document, explain=True)):
        WHOLE.validate(json.loads("".join(render.array([shown]))))
    for line in render.lines([document], explain=True):
        FLAT.validate(json.loads(line))


@pytest.mark.parametrize("page", PAGES, ids=[page.stem for page in PAGES])
def test_what_is_read_from_a_page_is_valid(page: Path) -> None:
    valid(claimx.extract_file(page))


@pytest.mark.parametrize("expected", GOLDEN, ids=[path.stem for path in GOLDEN])
def test_every_golden_output_is_valid(expected: Path) -> None:
    WHOLE.validate([json.loads(expected.read_text(encoding="utf-8"))])


@given(documents())
def test_any_document_is_valid(document: Document) -> None:
    valid(document)


@pytest.mark.parametrize(
    ("key", "value"), [("claims", None), ("path", 3), ("claims", [{"id": "c1"}]), ("dates", [{"type": "YEAR"}]), ("published", False)]
)
def test_what_is_no_document_is_not_valid(key: str, value: object) -> None:
    document = json.loads(msgspec.json.encode(storm()))
    assert WHOLE.is_valid([document])
    document[key] = value
    assert not WHOLE.is_valid([document])


def test_the_command_prints_them() -> None:
    assert json.loads(run("schema").stdout) == json.loads(json.dumps(schema.documents()))
    assert json.loads(run("schema", "--format", "jsonl").stdout) == json.loads(json.dumps(schema.row()))
