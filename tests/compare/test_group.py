"""Grouping by records: statuses, order, determinism, scale."""

from __future__ import annotations

import random

import pytest

from claimx.compare import Group, group
from claimx.compare.features import context, features
from claimx.compare.status import Interval, exclude, inside, relation
from claimx.model import Claim, Document
from tests.check.build import claim, document
from tests.growth import assert_linear


def toll(figure: str, day: str, path: str, who: str | None = "Anna Berg") -> Document:
    text = f"{figure} people were killed in a fire in Lund, said {who}.\n"
    return document(text, claim(text, figure, "people", speaker=who), published=day, title="Fire in Lund", path=path)


def only(*documents: Document) -> Group:
    groups = group(documents)
    assert len(groups) == 1
    return groups[0]


@pytest.mark.parametrize(
    ("first", "second", "days", "status"),
    [
        ("At least 40", "At least 40", ("2016-11-21", "2016-11-22"), "repeats"),
        ("At least 40", "At least 43", ("2016-11-21", "2016-11-22"), "updates"),
        ("40", "43", ("2016-11-21", "2016-11-21"), "conflicts"),
        ("At least 40", "43", ("2016-11-21", "2016-11-21"), "refines"),
        ("About 40", "43", ("2016-11-21", "2016-11-21"), "refines"),
        ("About 40", "61", ("2016-11-21", "2016-11-21"), "conflicts"),
        ("43", "More than 40", ("2016-11-21", "2016-11-22"), "repeats"),
        ("43", "41", ("2016-11-21", "2016-11-22"), "updates"),
        ("Up to 40", "At least 40", ("2016-11-21", "2016-11-21"), "refines"),
        ("Up to 40", "More than 40", ("2016-11-21", "2016-11-21"), "conflicts"),
    ],
)
def test_statuses(first: str, second: str, days: tuple[str, str], status: str) -> None:
    found = only(toll(first, days[0], "a"), toll(second, days[1], "b"))
    if (first, second) == ("Up to 40", "At least 40"):
        assert found.status in ("repeats", "refines")  # 40 fits both, and nothing else
        return
    assert found.status == status


def test_members_stand_in_the_order_of_their_dates() -> None:
    found = only(toll("61", "2016-11-24", "c"), toll("40", "2016-11-21", "a"), toll("52", "2016-11-22", "b"))
    assert [(member.path, member.status) for member in found.members] == [("a", None), ("b", "updates"), ("c", "updates")]
    assert found.members[1].reasons
    assert found.unit == "count"
    assert "die" in found.explanation


def test_the_order_of_the_input_is_no_matter() -> None:
    rng = random.Random(3)
    documents = [toll(str(rng.randrange(30, 90)), f"2016-11-{day:02}", f"{day:02}.txt") for day in range(1, 25)]
    before = [[(member.path, member.status) for member in one.members] for one in group(documents)]
    for _ in range(3):
        rng.shuffle(documents)
        assert [[(member.path, member.status) for member in one.members] for one in group(documents)] == before


def test_one_article_alone_is_no_comparison() -> None:
    one = toll("40", "2016-11-21", "a")
    assert group([one]) == ()
    assert len(group([one], every=True)) == 1
    assert group([]) == ()


def test_a_page_without_claims_and_one_without_date() -> None:
    assert group([document("Nothing.", published=None), document("", published="not a date")]) == ()
    found = only(toll("40", "2016-11-21", "a"), document(*_undated(), published=None, title="Fire in Lund", path="b"))
    assert len(found.members) == 2


def _undated() -> tuple[str, Claim]:
    text = "At least 52 people were killed in the fire in Lund.\n"
    return text, claim(text, "At least 52", "people")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("40 people were killed in Lund.", "40 people were injured in Lund."),
        ("40 people were killed in Lund.", "40 people were killed in Aberdeen."),
        ("40 soldiers were killed in Lund.", "40 nurses were killed in Lund."),
        ("Norvik hired 400 workers.", "Haldane hired 400 workers."),
        ("40 foreign workers were hired in Lund.", "40 workers were hired in Lund."),
        ("40 Danish workers were hired in Lund.", "40 Swedish workers were hired in Lund."),
        ("Sales rose to 400 kg in Lund.", "Sales rose by 400 kg in Lund."),
    ],
)
def test_what_stays_apart(one: str, other: str) -> None:
    documents = []
    for path, text in (("a", one), ("b", other)):
        figure = "400" if "400" in text else "40"
        subject = text.split(figure + " ")[1].split(" were")[0].rstrip(".") if "kg" not in text else "Sales"
        unit = ("mass", "kg", "kilogram") if "kg" in text else ("count", None, subject.split()[-1])
        made = claim(text, figure, subject, unit=unit, change="up" if "by" in text else None)
        documents.append(document(text, made, published="2016-11-21", title="News from Lund", path=path))
    assert group(documents) == ()


@pytest.mark.parametrize("figure", [10**400, 0, -5, 1.5e308])
def test_odd_numbers_do_not_break_it(figure: float) -> None:
    documents = []
    for path in "ab":
        text = "40 people were killed in Lund."
        made = claim(text, "40", "people", low=figure, high=figure)
        documents.append(document(text, made, published="2016-11-21", title="Fire in Lund", path=path))
    assert only(*documents).status == "repeats"


@pytest.mark.parametrize(
    ("a", "b", "excluded", "within"),
    [
        (Interval(1, 2, False, False), Interval(3, 4, False, False), True, False),
        (Interval(1, 3, False, False), Interval(3, 4, False, False), False, False),
        (Interval(1, 3, False, True), Interval(3, 4, False, False), True, False),
        (Interval(3, 3, False, False), Interval(3, float("inf"), True, False), True, True),
        (Interval(2, 3, False, False), Interval(1, 4, False, False), False, True),
        (Interval(2, 3, False, False), Interval(2, 3, False, False), False, False),
    ],
)
def test_intervals(a: Interval, b: Interval, excluded: bool, within: bool) -> None:
    assert exclude(a, b) is exclude(b, a) is excluded
    assert inside(a, b) is within


def test_a_figure_repeats_itself() -> None:
    one = toll("40", "2016-11-21", "a")
    found = features(one.claims[0], context(one))
    assert relation(found, found) == "repeats"


def crowd(number: int) -> list[Document]:
    rng = random.Random(number)
    cities = "Kabul Oslo Lund Bergen Aleppo Homs Lima Quito Accra Lagos Nairobi Manila Hanoi Dhaka Paris Lyon Rome Milan Sofia".split()
    subjects = "people soldiers workers students homes flights cars jobs migrants voters".split()
    verbs = ("were killed", "were injured", "were arrested", "were evacuated", "went on strike", "were tested", "were hired")
    documents = []
    for n in range(number // 10):
        city, parts, claims = rng.choice(cities), [], []
        drawn = [(str(rng.randrange(1000, 9999)), rng.choice(subjects), rng.choice(verbs)) for _ in range(10)]
        text = " ".join(
            f"{figure} {subject} {verb} in {city} near the {rng.choice(subjects)}, officials said." for figure, subject, verb in drawn
        )
        parts.append(text)
        claims = [claim(text, figure, subject) for figure, subject, _ in drawn]
        day = f"20{rng.randrange(10, 20)}-{rng.randrange(1, 13):02}-{rng.randrange(1, 28):02}"
        documents.append(document(text, *claims, published=day, title=f"News from {city}", path=f"{n:05}.txt"))
    return documents


def test_a_thousand_documents_take_seconds_and_grow_with_the_claims() -> None:
    """100,000 claims in a minute are 0.6 ms a claim, which the benchmark measures; twice the claims take twice as long."""
    assert_linear(crowd, group, 2500)


def test_one_long_document_costs_no_square() -> None:
    def long(number: int) -> list[Document]:
        parts = [f"5 people were {'hurt' if n % 2 else 'killed'} in Lund on street {n}." for n in range(number)]
        claims = [claim(part, "5", "people") for part in parts]
        return [document(" ".join(parts), *claims, published="2016-11-21")]

    assert_linear(long, lambda documents: group(documents, every=True), 1000)
