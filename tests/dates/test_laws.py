"""What holds for every text: spans, order, values that can be read, no invented date, growth."""

import dataclasses
import importlib
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimx import dates, lexicon
from claimx.dates.lookup import count, written
from claimx.dates.order import day_first
from claimx.dates.scan import rules
from claimx.reading import Reading
from tests.dates.reader import find, page

VALUE = re.compile(
    r"""
      PRESENT_REF | PAST_REF | FUTURE_REF
    | P(?:T?(?:\d+(?:\.\d+)?|X)(?:[YQMWDHS]|WE|DE|CE|ML|M))+
    | (?:FY)?[\dX]{4} | BC\d{4} | [\dX]{2,3}
    | [\dX]{4}-(?:[\dX]{2}(?:-[\dX]{2})? | W[\dX]{2}(?:-WE|-WD|-[1-7])? | Q[1-4X] | H[12X] | SP|SU|FA|WI)
      (?:T(?:MO|AF|EV|NI|DT|XX|\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?))?
    """,
    re.VERBOSE,
)
FILES = ("months", "weekdays", "datewords", "timeunits", "dayparts", "seasons", "refdays", "holidays")
PIECES = sorted({row["form"].removeprefix("=") for name in FILES for row in lexicon.rows(name)})
OTHERS = ["1989", "31", "40", "the", "of", ",", "-", ".", "/", ":", "'", "$", "12:30", "3rd", "1990s", "\n", "said", "will"]
PHRASES = [phrase.replace("[", "").replace("]", "") for one in rules() for phrase in one.yes]
PIECE = st.tuples(st.one_of(st.sampled_from(PIECES), st.sampled_from(OTHERS), st.sampled_from(PHRASES)), st.sampled_from([" ", " ", ""]))
SOUP = st.lists(PIECE, max_size=24).map(lambda parts: "".join(map("".join, parts)))
PUBLISHED = st.one_of(st.none(), st.dates().map(str))


@settings(max_examples=400, deadline=None)
@given(st.one_of(SOUP, st.text(max_size=80)), PUBLISHED)
def test_spans_and_values(text: str, published: str | None) -> None:
    last = 0
    for time in find(text, published):
        assert text[time.start : time.end] == time.text
        assert time.start >= last
        assert time.end > time.start
        last = time.end
        assert VALUE.fullmatch(time.value), time
        assert time.type in ("DATE", "TIME", "DURATION", "SET")


OWN_YEAR = re.compile(r"\d|^Black Monday$|^D-Day$|ties$|teen$|^(?:eleven|twelve)$")
"""Words that name a year by themselves: the sixties, nineteen ninety."""


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from([piece for piece in PIECES if not OWN_YEAR.search(piece)]), max_size=24).map(" ".join))
def test_without_a_date_of_publication_none_is_invented(text: str) -> None:
    for time in find(text, None):
        if not time.value.startswith("P"):  # "every millennia": P1000Y is a length, no year
            assert re.search(r"\d{4}", time.value) is None, time


@pytest.mark.parametrize(
    "text", ["He left on Tuesday.", "It was sold last week.", "in May", "two days ago", "tonight", "this year", "on Christmas Eve"]
)
def test_relative_dates_stay_open(text: str) -> None:
    (time,) = find(text, None)
    assert "X" in time.value


def test_the_same_text_twice_is_the_same() -> None:
    text = "Sales fell 4% in the third quarter from a year earlier, it said Monday."
    assert find(text, "1989-10-26") == find(text, "1989-10-26")


@pytest.mark.parametrize("time", ["2016-11-23", "2016-11-23T10:00:00", "2016-11-23T10:00:00+00:00"])
def test_a_datetime_of_publication(time: str) -> None:
    assert [found.value for found in find("he said yesterday", time)] == ["2016-11-22"]


@pytest.mark.parametrize(
    ("text", "published", "value", "ambiguous"),
    [
        ("It was due on 3/4/2016.", None, "2016-03-04", True),
        ("It was due on 3/4/2016, not on 25/4/2016.", None, "2016-04-03", False),
        ("It was due on 3/4/2016, not on 4/25/2016.", None, "2016-03-04", False),
        ("It was due on 3/4/2016.", "2016-04-03", "2016-04-03", False),
        ("It was due on 3/4/2016. She left on 5 May 2016.", None, "2016-04-03", False),
        ("It was due on 3/4/2016. She left on May 5, 2016.", None, "2016-03-04", False),
        ("It was due on 3/4/2016. See https://news.example.co.uk/a", None, "2016-04-03", False),
        ("It was due on 5/5/2016.", None, "2016-05-05", False),
        ("It was due on 25/4/2016.", None, "2016-04-25", False),
    ],
)
def test_the_order_of_figures(text: str, published: str | None, value: str, ambiguous: bool) -> None:
    time = find(text, published)[0]
    assert (time.value, time.ambiguous) == (value, ambiguous)


@pytest.mark.parametrize(("publisher", "value"), [("ABC News", "2016-03-04"), ("9News", "2016-04-03"), ("The Nowhere Echo", "2016-03-04")])
def test_the_order_of_figures_by_the_outlet(publisher: str, value: str) -> None:
    reading = Reading.of(dataclasses.replace(page("It was due on 3/4/2016."), publisher=publisher))
    (time,) = dates.find(reading, None)
    assert (time.value, time.ambiguous) == (value, publisher == "The Nowhere Echo")


def test_evidence_that_disagrees_is_none() -> None:
    reading = Reading.of(page("On 3/4/2016, 25/4/2016 and 4/25/2016."))
    assert day_first(reading.page, None) is None


NUMBERS = {
    "three": "3",
    "twenty-five": "25",
    "two and a half": "2.5",
    "a dozen": "12",
    "two dozen": "24",
    "3,200": "3200",
    "2½": "2.5",
    "five hundred": "500",
}


@pytest.mark.parametrize(("words", "number"), NUMBERS.items())
def test_counts(words: str, number: str) -> None:
    found = count(words)
    assert found is not None
    assert written(found) == number


@pytest.mark.parametrize("words", ["a few", "several", "dozens of", ""])
def test_vague_counts(words: str) -> None:
    assert count(words) is None


PLAIN = (
    "May |the |last year |3 |1989 |12:30 |two years |a year ago |Monday |3/4/16 |2016-11-21 |early |the end of |January 1, 1989 |a |twenty-"
    "|now |Christmas |half |nineteen |- |quarter |the third quarter of the |10 a.m. EST |said Monday will "
)
GROWING = [*PLAIN.split("|"), *(next(iter(one.yes)).replace("[", "").replace("]", "") + " " for one in rules())]


@pytest.mark.parametrize("piece", GROWING)
def test_growth(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Four times the text may not take eight times the attempts to match."""

    def cost(times: int) -> int:
        attempts = 0
        module = importlib.import_module("claimx.dates.scan")
        real = module._hits

        def counted(*args):  # type: ignore[no-untyped-def]
            nonlocal attempts
            attempts += 1 + args[3] - args[2]
            return real(*args)

        with monkeypatch.context() as patched:
            patched.setattr(module, "_hits", counted)
            dates.find(Reading.of(page(piece * times)), "2016-11-23")
        return attempts

    assert cost(160) < 8 * max(cost(40), 1)
