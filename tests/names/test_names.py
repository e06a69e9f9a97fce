"""What capitalised words name."""

from __future__ import annotations

import re

import pytest

from claimx import names
from claimx.page import Block, Page
from claimx.reading import Reading


def reading(text: str) -> Reading:
    blocks = tuple(Block(found.start(), found.end(), "paragraph") for found in re.finditer(r"[^\n]+", text))
    return Reading.of(Page(text, text, None, None, None, None, blocks, ()))


@pytest.mark.parametrize(
    ("text", "kind", "name", "role"),
    [
        ("It was Deputy Foreign Minister Oleg Varenov who left.", "person", "Oleg Varenov", "Deputy Foreign Minister"),
        ("They met Mr. van der Kolk there.", "person", "van der Kolk", "Mr."),
        ("They met Maria Otero-Ruiz there.", "person", "Maria Otero-Ruiz", None),
        ("They met U.S. President George H. W. Harlan Jr. there.", "person", "George H. W. Harlan Jr.", "President"),
        ("They met Crown Prince Faisal bin Nasser there.", "person", "Faisal bin Nasser", "Crown Prince"),
        ("They met Secretary of State Anna Velton there.", "person", "Anna Velton", "Secretary of State"),
        ("They met Judge Brown there.", "person", "Brown", "Judge"),
        ("It was Amnesty International that left.", "organization", "Amnesty International", None),
        ("It was the Department for New Roads and Bridges that left.", "organization", "Department for New Roads and Bridges", None),
        ("It was the Institute for Arctic Studies that left.", "organization", "Institute for Arctic Studies", None),
        ("It was Gamble & Velton Co. that left.", "organization", "Gamble & Velton Co.", None),
        ("They went to Costa Rica then.", "place", "Costa Rica", None),
    ],
)
def test_kind_name_and_role(text: str, kind: str, name: str, role: str | None) -> None:
    page = reading(text)
    found = [one for one in names.find(page) if one.kind == kind]
    assert [" ".join(one.words) for one in found] == [name]
    assert (page.words.phrase(*found[0].role) if found[0].role else None) == role
