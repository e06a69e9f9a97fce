"""The example of every row of the date layer's word files is read as a time expression that holds the word."""

import pytest

from claimx import lexicon
from tests.dates.reader import find

FILES = ("months", "weekdays", "timeunits", "refdays", "dayparts", "seasons", "ordinals", "references", "sets", "zones", "holidays")
ROWS = [(name, row) for name in FILES for row in lexicon.rows(name)]


@pytest.mark.parametrize(("name", "row"), ROWS, ids=[f"{name}: {row['form']}" for name, row in ROWS])
def test_the_example_is_a_time(name: str, row: lexicon.Row) -> None:
    text, form = row["example"], row["form"].removeprefix("=")
    start = text.lower().index(form.lower())
    assert any(time.start < start + len(form) and start < time.end for time in find(text, "2016-11-23")), text
