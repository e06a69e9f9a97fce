"""What is read from realistic pages is what was reviewed. `make golden` rewrites the expected files for review."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.golden import rewrite

PAGES = rewrite.pages()
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=90),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=20,
)


@pytest.mark.parametrize(("page", "expected"), PAGES, ids=[page.stem for page, _ in PAGES])
def test_page(page: Path, expected: Path) -> None:
    assert expected.exists(), f"{page.name} has no expected file: run `make golden` and review it"
    found = rewrite.difference(expected, rewrite.read(page))
    assert not found, f"\n{found}\nIf this is right: `make golden`, review, commit."


def test_no_expected_file_without_a_page() -> None:
    written = {*rewrite.FOLDER.glob("pages/*.json"), *rewrite.FOLDER.glob("seeds/*.json")}
    assert written == {expected for _, expected in PAGES}


@given(VALUES)
def test_the_layout_is_json(value: object) -> None:
    assert json.loads("".join(rewrite.laid_out(value))) == value
