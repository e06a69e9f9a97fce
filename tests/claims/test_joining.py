"""Clauses, marks, dates and folding, by hand-made layers so that nothing else can fail here."""

from __future__ import annotations

import pytest

from claimx import claims
from claimx.claims.attributed import Contents
from claimx.claims.clauses import borders
from claimx.model import Attribution, Claim, Quantity, Span, TimeExpression, Unit
from claimx.page import Block, Page
from claimx.reading import Reading


def reading(text: str) -> Reading:
    return Reading.of(Page(text, text, None, None, None, None, (Block(0, len(text), "paragraph"),), ()))


def figure(text: str, number: str, unit: Unit | None = None) -> Quantity:
    start = text.index(number)
    value = int(number)
    return Quantity(number, start, start + len(number), value, value, value, "=", None, unit, None, "test")


def span(text: str, part: str) -> Span:
    return Span(part, text.index(part), text.index(part) + len(part))


def join(text: str, *numbers: str, times: dict[str, str] | None = None, said: tuple[str, str, str] | None = None) -> tuple[Claim, ...]:
    dates = tuple(
        TimeExpression(words, text.index(words), text.index(words) + len(words), "DATE", value, "test")
        for words, value in (times or {}).items()
    )
    attributions: tuple[Attribution, ...] = ()
    if said is not None:
        source, cue, content = (span(text, part) for part in said)
        attributions = (Attribution(source, cue, (content,), "indirect", None, "test"),)
    found = tuple(sorted((figure(text, number) for number in numbers), key=lambda one: one.start))
    return claims.join(reading(text), found, tuple(sorted(dates, key=lambda one: one.start)), attributions, "2016-11-21")


@pytest.mark.parametrize(
    ("text", "number", "clause"),
    [
        ("The fire killed 40 people, and 20 were hurt.", "40", "The fire killed 40 people"),
        ("The fire killed 40 people, and 20 were hurt.", "20", "20 were hurt"),
        ("He said that 40 people died.", "40", "40 people died"),
        ("Output, which fell 40 percent in May, has recovered.", "40", "which fell 40 percent in May"),
        ("Prices rose 40 percent because 20 mines closed.", "20", "because 20 mines closed"),
        ("The firm sold 40 cars, vans and lorries.", "40", "The firm sold 40 cars, vans and lorries"),
    ],
)
def test_the_text_of_a_claim_is_its_clause(text: str, number: str, clause: str) -> None:
    assert [claim.text.rstrip(".") for claim in join(text, number)] == [clause]


def test_borders_start_with_the_sentence() -> None:
    one = reading("It rose, it fell, and it stood.")
    assert borders(one.tags, 0, len(one.tags))[0] == 0


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("It may cost 40 pounds.", ["hedged"]),
        ("It did not cost 40 pounds.", ["negated"]),
        ("He denied taking 40 pounds.", ["negated"]),
        ("If 40 people die, it ends.", ["condition"]),
        ("They demand 40 more jobs.", ["wish"]),
        ("Did 40 people die?", ["question"]),
        ("The army no longer employs 40 cooks.", ["negated"]),
        ("It cost 40 pounds.", []),
        ("It cost 40 pounds, but it did not sell.", []),
        ("In May it cost 40 pounds.", []),
        ("An aide who asked not to be named put the toll at 40.", []),
        ("It drew 40 percent among likely voters.", []),
        ("It is likely to draw 40 percent.", ["hedged"]),
        ("Not all came, but 40 people did.", []),
    ],
)
def test_marks(text: str, kinds: list[str]) -> None:
    (claim,) = join(text, "40")
    assert [mark.kind for mark in claim.marks] == kinds
    assert claim.negated == ("negated" in kinds)
    assert claim.hedged == ("hedged" in kinds)


def test_the_text_ends_with_the_reported_words() -> None:
    text = '"We received 14 bodies, among them three children," Dr. Bell, head of the clinic, said.'
    (claim,) = join(text, "14", said=("Dr. Bell", "said", "We received 14 bodies, among them three children"))
    assert claim.text == "We received 14 bodies, among them three children"


def date(claim: Claim) -> tuple[str, str] | None:
    return (claim.date.value, claim.date.basis) if claim.date else None


def test_the_date_of_the_event_not_of_the_saying() -> None:
    text = "He said on Tuesday that 40 people died on Sunday."
    (claim,) = join(text, "40", times={"Tuesday": "2016-11-15", "Sunday": "2016-11-13"}, said=("He", "said", "40 people died on Sunday"))
    assert date(claim) == ("2016-11-13", "expression")
    text = "He said on Tuesday that 40 people died."
    (claim,) = join(text, "40", times={"Tuesday": "2016-11-15"}, said=("He", "said", "40 people died"))
    assert date(claim) == ("2016-11-21", "publication")


def test_two_figures_keep_their_dates() -> None:
    first, second = join("It sold 40 cars in 2014 and 55 in 2015.", "40", "55", times={"2014": "2014", "2015": "2015"})
    assert (date(first), date(second)) == (("2014", "expression"), ("2015", "expression"))


def test_a_year_that_nobody_knows_leaves_no_other() -> None:
    first, second = join("It sold 40 cars last year, up from 38 in 2018.", "40", "38", times={"last year": "XXXX", "2018": "2018"})
    assert (date(first), date(second)) == (None, ("2018", "expression"))


@pytest.mark.parametrize(
    ("text", "times", "expected"),
    [
        ("Sales fell 40 percent from a year ago.", {"a year ago": "2015"}, "2016-11-21"),
        ("It grew 40 percent, the fastest since 1991.", {"1991": "1991"}, "2016-11-21"),
        ("The bank, which was founded in 1990, has 40 branches.", {"1990": "1990"}, "2016-11-21"),
        ("In 2015 the bank, which had 40 branches, was sold.", {"2015": "2015"}, "2015"),
        ("It grew 40 percent year on year.", {"year on year": "2015"}, "2016-11-21"),
        ("The war has cost 40 lives on all sides since it broke out in the hills in 2011.", {"2011": "2011"}, "2011"),
        ("In 2014, after long talks in many places with all of the sides, 40 mines closed.", {"2014": "2014"}, "2014"),
    ],
)
def test_what_dates_a_figure(text: str, times: dict[str, str], expected: str) -> None:
    (claim,) = join(text, "40", times=times)
    assert claim.date is not None
    assert claim.date.value == expected


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("In the end one man was killed.", True),
        ("Only one ship came back.", True),
        ("It is one of the best.", False),
        ("No one came.", False),
        ("One day he left.", False),
        ("This one is new.", False),
    ],
)
def test_one_is_a_number_where_it_counts(text: str, kept: bool) -> None:
    start = text.lower().index("one")
    one = Quantity(text[start : start + 3], start, start + 3, 1, 1, 1, "=", None, None, None, "test")
    assert bool(claims.join(reading(text), (one,), (), (), None)) is kept


def test_the_innermost_content_wins() -> None:
    text = "The paper said the minister told it that 40 people died."
    outer = Attribution(
        span(text, "The paper"), span(text, "said"), (span(text, "the minister told it that 40 people died"),), "indirect", None, "o"
    )
    inner = Attribution(span(text, "the minister"), span(text, "told"), (span(text, "40 people died"),), "indirect", None, "i")
    contents = Contents((outer, inner))
    assert contents.innermost(text.index("40"), text.index("40") + 2) is inner
    assert contents.innermost(text.index("minister"), text.index("minister") + 8) is outer
    assert contents.innermost(0, 3) is None


def test_hearsay_is_left_to_who_tells_it() -> None:
    text = "The minister said 40 people are expected to come."
    outer = Attribution(
        span(text, "The minister"), span(text, "said"), (span(text, "40 people are expected to come"),), "indirect", None, "o"
    )
    hearsay = Attribution(None, span(text, "are expected"), (span(text, "40 people"),), "indirect", None, "h")
    assert Contents((outer, hearsay)).innermost(text.index("40"), text.index("40") + 2) is outer
    assert Contents((hearsay,)).innermost(text.index("40"), text.index("40") + 2) is hearsay


def test_the_same_figure_again() -> None:
    text = "It killed 40 people. In all 41 people died, not 40."
    people = Unit("count", None, "person")
    places = [text.index("40"), text.index("41"), text.rindex("40")]
    values = (40, 41, 40)
    found = tuple(
        Quantity(text[at : at + 2], at, at + 2, value, value, value, "=", None, people, None, "test")
        for at, value in zip(places, values, strict=True)
    )
    assert [claim.same_as for claim in claims.join(reading(text), found, (), (), None)] == [None, None, "c1"]
