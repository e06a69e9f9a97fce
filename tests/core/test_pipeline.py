"""What two layers dispute is settled in the pipeline."""

from __future__ import annotations

import datetime

import pytest

import claimx


@pytest.mark.parametrize(
    ("text", "quantities", "dates"),
    [
        ("On 21 November 2016 the city buried 14 miners.", ["14"], ["21 November 2016"]),
        ("The poll of 2047 registered voters ended in 2015.", ["2047"], ["2015"]),
        ("It began three weeks ago with 14 miners.", ["three weeks", "14"], ["three weeks ago"]),
        ("At 16:08 UTC some 40 people were inside.", ["some 40"], ["16:08 UTC"]),
    ],
)
def test_dates_and_quantities(text: str, quantities: list[str], dates: list[str]) -> None:
    document = claimx.extract(text, published="2016-11-25")
    assert [quantity.text for quantity in document.quantities] == quantities
    assert [date.text for date in document.dates] == dates


@pytest.mark.parametrize(
    "published", ["2016-11-21", "2016-11-21T10:00:00Z", datetime.date(2016, 11, 21), datetime.datetime(2016, 11, 21, 9)]
)
def test_published_is_what_is_given(published: str | datetime.date) -> None:
    document = claimx.extract("It began yesterday with 14 miners.", published=published)
    assert document.published is not None
    assert document.published.startswith("2016-11-21")
    assert [date.value for date in document.dates] == ["2016-11-20"]
