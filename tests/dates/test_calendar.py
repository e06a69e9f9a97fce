"""The arithmetic is the calendar's: against dateutil on ten thousand random days and steps, and against the calendar's own laws."""

import datetime
import random

import pytest
from dateutil.easter import easter
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from claimx.dates import holidays
from claimx.dates.calendar import BLANK, GRAIN, Grain, Period, full_year, make_day, step, weekday_near, year_near
from tests.dates.reader import find

DAYS = st.dates(datetime.date(1600, 1, 1), datetime.date(2400, 12, 31))
GRAINS: tuple[Grain, ...] = ("day", "weekend", "week", "month", "quarter", "half", "year", "decade", "century")


def test_steps_against_dateutil() -> None:
    chance = random.Random(5)
    for _ in range(10_000):
        day = datetime.date(1700, 1, 1) + datetime.timedelta(chance.randrange(200_000))
        count = chance.randrange(-60, 60)
        assert step(day, "D", count) == day + datetime.timedelta(count)
        assert step(day, "W", count) == day + datetime.timedelta(7 * count)
        assert step(day, "M", count) == day + relativedelta(months=count)
        assert step(day, "Q", count) == day + relativedelta(months=3 * count)
        assert step(day, "Y", count) == day + relativedelta(years=count)
        assert step(day, "DE", count) == day + relativedelta(years=10 * count)


UNITS = {"day": "days", "week": "weeks", "month": "months", "year": "years"}


def test_offsets_in_text_against_dateutil() -> None:
    chance = random.Random(6)
    for _ in range(10_000):
        day = datetime.date(1900, 1, 1) + datetime.timedelta(chance.randrange(60_000))
        count, name = chance.randrange(2, 60), chance.choice(sorted(UNITS))
        (time,) = find(f"it was sold {count} {name}s ago", day.isoformat())
        moved = day - relativedelta(**{UNITS[name]: count})  # type: ignore[arg-type]
        year, week, _ = moved.isocalendar()
        expected = {"day": moved.isoformat(), "week": f"{year}-W{week:02d}", "month": moved.isoformat()[:7], "year": str(moved.year)}
        assert time.value == expected[name], (day, time)


def test_steps_leave_the_calendar() -> None:
    assert step(datetime.date(9999, 12, 31), "D", 1) is None
    assert step(datetime.date(1, 1, 1), "CE", -1) is None
    assert Period.around(datetime.date(9999, 12, 31), "year").shift(1) is None


@given(DAYS, st.sampled_from(GRAINS))
def test_a_period_holds_its_first_day(day: datetime.date, grain: Grain) -> None:
    period = Period.around(day, grain)
    assert period.first <= day
    assert Period.around(period.first, grain) == period
    assert len(period.value) == len(BLANK[grain])


@given(DAYS, st.sampled_from(sorted(GRAIN.values())), st.integers(-9, 9))
def test_shifts_come_back(day: datetime.date, grain: Grain, count: int) -> None:
    there = Period.around(day, grain).shift(count)
    assert there is not None
    assert there.shift(-count) == Period.around(day, grain)
    assert there.grain == grain


@given(DAYS)
def test_weeks_are_those_of_iso(day: datetime.date) -> None:
    year, week, _ = day.isocalendar()
    assert Period.around(day, "week").value == f"{year}-W{week:02d}"
    assert Period.around(day, "weekend").value == f"{year}-W{week:02d}-WE"


@given(DAYS, st.integers(1, 7))
def test_the_nearest_weekday_is_within_a_week(day: datetime.date, number: int) -> None:
    back, ahead = weekday_near(day, number, -1), weekday_near(day, number, 1)
    assert back is not None
    assert ahead is not None
    assert back.isoweekday() == ahead.isoweekday() == number
    assert 0 <= (day - back).days < 7
    assert 0 <= (ahead - day).days < 7


@given(DAYS, st.integers(1, 12))
def test_the_year_of_a_month(day: datetime.date, month: int) -> None:
    back, ahead, near = (year_near(day, month, None, direction) for direction in (-1, 1, 0))
    assert back is not None
    assert ahead is not None
    assert datetime.date(back, month, 1) <= day
    assert datetime.date(ahead, month, 1) >= day.replace(day=1)
    assert near in (back, ahead)


@pytest.mark.parametrize(
    ("digits", "published", "year"), [("89", 1998, 1989), ("05", 1998, 2005), ("16", 2016, 2016), ("1942", 1998, 1942)]
)
def test_two_digits(digits: str, published: int, year: int) -> None:
    assert full_year(digits, datetime.date(published, 6, 1)) == year


@given(st.integers(1583, 4099))
def test_easter_is_dateutils(year: int) -> None:
    found = holidays.on("easter", year)
    assert found is not None
    assert found.first == easter(year)
    friday = holidays.on("easter-2", year)
    assert friday is not None
    assert friday.first.isoweekday() == 5


@pytest.mark.parametrize(
    ("formula", "year", "day"),
    [
        ("11-4-4", 2016, "2016-11-24"),
        ("11-4-4+1", 2016, "2016-11-25"),
        ("05-1--1", 2016, "2016-05-30"),
        ("11-1-1+1", 2016, "2016-11-08"),
        ("orthodox", 2016, "2016-05-01"),
        ("fitr", 2016, "2016-07-06"),
        ("fitr", 2019, "2019-06-04"),
        ("adha", 2019, "2019-08-11"),
        ("ramadan", 2019, "2019-05"),
    ],
)
def test_holidays(formula: str, year: int, day: str) -> None:
    found = holidays.on(formula, year)
    assert found is not None
    assert found.value == day


def test_no_such_day() -> None:
    assert make_day(2015, 2, 29) is None
    assert holidays.on("02-29", 2015) is None
    assert holidays.on("12-25", 1200) is None
