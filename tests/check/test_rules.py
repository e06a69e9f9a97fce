"""Every rule explains itself and carries texts that break it and keep it; both are run."""

from __future__ import annotations

import re

import pytest

from claimx.check import RULES, Rule, across, extraction, inputs
from claimx.check.findings import Finding, Lines
from claimx.check.rules import GROUPS, rule, under
from claimx.pipeline import extract
from tests.check.build import claim, document, time, warning

RUN = [one for one in RULES if not one.code.startswith("CX0") and one.code != "CX101"]


def run(texts: tuple[str, ...], code: str) -> list[Finding]:
    checked = [(f"{number}.txt", Lines(text), extract(text)) for number, text in enumerate(texts)]
    found = [one for each in checked for one in (*inputs.findings(*each), *extraction.findings(*each))]
    return [one for one in (*found, *across.findings(checked, frozenset([code]))) if one.code == code]


@pytest.mark.parametrize("one", RUN, ids=lambda one: one.code)
def test_the_bad_example_breaks_the_rule(one: Rule) -> None:
    assert run(one.bad, one.code)


@pytest.mark.parametrize("one", RUN, ids=lambda one: one.code)
def test_the_good_examples_keep_the_rule(one: Rule) -> None:
    if one.code.startswith("CX3"):
        assert not run(one.good, one.code)
    for text in one.good:
        assert not run((text,), one.code), text


@pytest.mark.parametrize("one", RULES, ids=lambda one: one.code)
def test_a_rule_is_complete(one: Rule) -> None:
    assert re.fullmatch(r"CX[0-3]\d\d", one.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", one.name)
    assert one.code[:3] in GROUPS
    assert one.summary.endswith(".")
    assert one.why.endswith(".")
    assert not one.help.endswith(".")
    assert one.bad
    assert one.good


def test_codes_and_names_are_unique_and_in_order() -> None:
    codes = [one.code for one in RULES]
    assert codes == sorted(set(codes))
    assert len({one.name for one in RULES}) == len(RULES)


def test_prefixes() -> None:
    assert under("cx104") == (rule("CX104"),) == under("unclosed-quotation")
    assert {one.code[:3] for one in under("CX1")} == {"CX1"}
    assert under("ALL") == RULES
    assert under("CX9") == () == under("")


def findings(text: str, *codes: str) -> list[str]:
    return [f"{one.code} {one.line}:{one.column}" for one in inputs.findings("a.txt", Lines(text), document(text)) if one.code in codes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“One.” “Two.”", []),
        ("He said: “One.\n\nNo more.", ["CX104 1:10"]),
        ('"One," he said. "Two.', ["CX104 1:17"]),
        ('The board is 5" wide, he said.', []),
        ("“One.\n\n“Two.\n\n“Three,” he said.", []),
        ("“One.\r\n\r\n“Two.\r\n\r\nThree", ["CX104 3:1"]),
        ("Don’t. The boys’ school, ’tis.", []),
        ("«Un» et „zwei“", []),
        ("«Un» et „zwei", ["CX104 1:9"]),
        ("", []),
    ],
)
def test_unclosed_quotations(text: str, expected: list[str]) -> None:
    assert findings(text, "CX104") == expected


def test_a_warning_of_layout_is_taken_over_and_not_found_twice() -> None:
    text = "Itâ€™s 5 oâ€™clock."
    warned = document(text, warnings=(warning("CX102", "mojibake, read through", 2, 5),), published=None)
    found = [(one.code, one.message) for one in inputs.findings("a.txt", Lines(text), warned)]
    assert found == [("CX102", "mojibake, read through"), ("CX105", "the text does not say when it was published")]
    assert [one.message for one in inputs.findings("a.txt", Lines(text), document(text))] == [
        "wrongly decoded characters: 'â€™' and 1 more"
    ]


def test_ambiguous_dates_and_pronouns_by_record() -> None:
    text = "On 03/04/2016 he said that 40 people died."
    one = document(
        text, claim(text, "40", "people", speaker="He", source="he"), dates=(time(text, "03/04/2016", "2016-03-04", ambiguous=True),)
    )
    assert [found.code for found in inputs.findings("a.txt", Lines(text), one)] == ["CX106"]
    assert [(found.code, found.column) for found in extraction.findings("a.txt", Lines(text), one)] == [("CX203", 15)]


def test_language_looks_at_enough_words_only() -> None:
    assert not findings("Bonjour tout le monde", "CX107")
    assert findings("Le premier ministre a annoncé mardi une hausse de dix pour cent " * 5, "CX107")
    assert not findings("Oslo 3 Bergen 1 Lund 4 " * 3, "CX107")


def test_lines_count_every_kind_of_line_end() -> None:
    lines = Lines("a\r\nbc\rd\n\ne")
    assert [lines.place(offset) for offset in range(11)][:6] == [(1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (2, 3)]
    assert [lines.line(number) for number in range(7)] == ["", "a", "bc", "d", "", "e", ""]
    assert lines.place(99) == (5, 2)
    assert Lines("").place(0) == (1, 1)
