"""For when a figure holds, and whether two can hold for the same."""

from __future__ import annotations

import datetime

import pytest

from claimx.compare.period import NONE, Period, agree, days, period
from tests.check.build import claim


def day(text: str) -> int:
    return datetime.date.fromisoformat(text).toordinal()


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2016-11-21", "2016-11-21", "2016-11-21"),
        ("2016-11-21T17:48:36", "2016-11-21", "2016-11-21"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2016-W47", "2016-11-21", "2016-11-27"),
        ("2016-Q3", "2016-07-01", "2016-09-30"),
        ("2014-H1", "2014-01-01", "2014-06-30"),
        ("2016", "2016-01-01", "2016-12-31"),
        ("199", "1990-01-01", "1999-12-31"),
    ],
)
def test_the_days_of_a_value(value: str, first: str, last: str) -> None:
    assert days(value) == (day(first), day(last))


@pytest.mark.parametrize("value", ["P3D", "PRESENT_REF", "XXXX-WXX-1", "", "2016-13-40", "2016-W99", "0000", "20xx", "9" * 400])
def test_values_without_days(value: str) -> None:
    assert days(value) is None


TEXT = "Some 60,000 people have fled since 2014. Sales were 54,000 a year earlier. By June 61,000 had left. In 2015 it sold 70,000 cars."


@pytest.mark.parametrize(
    ("figure", "date", "words", "kind"),
    [
        ("60,000", "2014", "2014", "since"),
        ("61,000", "2016-06", "June", "day"),
        ("70,000", "2015", "2015", "span"),
        ("54,000", None, None, "past"),
    ],
)
def test_the_period_of_a_claim(figure: str, date: str | None, words: str | None, kind: str) -> None:
    one = claim(TEXT, figure, "people" if figure == "60,000" else None, date=date, date_text=words)
    assert period(one, one.sentence.partition(figure)[2]).kind == kind


MONDAY, TUESDAY = Period("day", day("2016-11-21"), day("2016-11-21")), Period("day", day("2016-11-22"), day("2016-11-22"))
Q1, Q2 = Period("span", day("2016-01-01"), day("2016-03-31")), Period("span", day("2016-04-01"), day("2016-06-30"))
SINCE = Period("since", day("2014-01-01"), day("2014-12-31"))
PAST = Period("past", 0, 0)
NOVEMBER, MUCH_LATER = day("2016-11-21"), day("2018-05-12")


@pytest.mark.parametrize(
    ("a", "b", "day_a", "day_b", "happening", "same"),
    [
        (MONDAY, MONDAY, NOVEMBER, NOVEMBER, True, True),
        (MONDAY, TUESDAY, NOVEMBER, NOVEMBER, True, False),
        (MONDAY, TUESDAY, NOVEMBER, NOVEMBER, False, True),
        (Q1, Q1, NOVEMBER, MUCH_LATER, False, True),
        (Q1, Q2, NOVEMBER, NOVEMBER, False, False),
        (Q1, MONDAY, NOVEMBER, NOVEMBER, False, False),
        (NONE, NONE, NOVEMBER, MUCH_LATER, False, True),
        (NONE, NONE, NOVEMBER, MUCH_LATER, True, False),
        (NONE, NONE, 0, 0, True, True),
        (NONE, MONDAY, NOVEMBER, NOVEMBER, True, True),
        (NONE, MONDAY, MUCH_LATER, NOVEMBER, True, False),
        (NONE, SINCE, NOVEMBER, MUCH_LATER, False, True),
        (SINCE, SINCE, NOVEMBER, MUCH_LATER, True, True),
        (NONE, Q1, day("2016-04-20"), NOVEMBER, False, True),
        (NONE, Q1, NOVEMBER, NOVEMBER, False, False),
        (PAST, NONE, NOVEMBER, NOVEMBER, False, False),
        (PAST, PAST, NOVEMBER, NOVEMBER, False, True),
    ],
)
def test_whether_periods_agree_in_either_order(a: Period, b: Period, day_a: int, day_b: int, happening: bool, same: bool) -> None:
    assert (agree(a, b, day_a, day_b, happening) is None) is same
    assert (agree(b, a, day_b, day_a, happening) is None) is same
