"""The shadow: one character for one character, its signs unified."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.layout import shadow, wraps
from claimx.page import FILLER

READ = [
    ("„Halt“, «non», “yes”", '"Halt", "non", "yes"'),
    ("it’s ‘so’ ‚so´", "it's 'so' 'so'"),
    ("a\u00a0b\u2009c\td", "a b c d"),
    ("co\u00adop wi\u200bde", f"co{FILLER}op wi{FILLER}de"),
    ("in \u200b2016\u200b.", f"in  2016{FILLER}."),
    ("3‑year‒old − 5 ― 6", "3-year–old - 5 — 6"),
    ("–5 — 6 - 7", "–5 — 6 - 7"),
    ("one\r\ntwo\rthree", "one \ntwo\nthree"),
    ("''Yes,'' he said", ' "Yes," '[0:2] + 'Yes,"  he said'),
    ("``Yes,'' he said", ' "Yes,"  he said'),
    ("a ''quoted'' word", 'a  "quoted"  word'),
    ("１２％", "12%"),
    ("Tom &amp; Jerry&#8217;s", f"Tom     & Jerry{FILLER * 6}'s"),
    ("5 &lt; 6 and <b>7</b>", "5    < 6 and    7    "),
]


@pytest.mark.parametrize(("text", "wanted"), READ)
def test_signs_are_unified(text: str, wanted: str) -> None:
    assert shadow.unify(text) == wanted


MOJIBAKE = [
    ("â€œYesâ€\x9d", '"Yes"'),
    ("â€œYesâ€", '"Yes"'),
    ("itâ€™s", "it's"),
    ("2014â€“15", "2014–15"),
    ("fastâ€”too fast", "fast—too fast"),
    ("Â£5", "£5"),
    ("cafÃ©", "café"),
    ("â‚¬5", "€5"),
    ("Ã¢â‚¬Å“YesÃ¢â‚¬Â\x9d", '"Yes"'),
    ("itÃ¢â‚¬â„¢s", "it's"),
    ("Who Are Ã¢â‚¬â€\x9d Done", "Who Are — Done"),
    ("‚ÄúYes‚Äù, it‚Äôs", '"Yes", it\'s'),
    ("don�t", "don't"),
    ("in the end � 5", "in the end — 5"),
]


@pytest.mark.parametrize(("text", "wanted"), MOJIBAKE)
def test_mojibake_is_read_through(text: str, wanted: str) -> None:
    got = shadow.unify(text)
    assert len(got) == len(text)
    assert " ".join(got.replace(FILLER, "").split()) == wanted


@pytest.mark.parametrize("text", ["São Paulo", "the Âme", "CAFÉ”", "naïve façade", "Ångström", "5 & 6", "&nosuch;", "a < b > c", "x <3 y"])
def test_honest_signs_stay(text: str) -> None:
    assert shadow.unify(text).translate(str.maketrans('"', "”")) == text


SIGNS = "ab5 \n\r\t.,'\"`-–—“”‘’â€™Ã©Â£&;<>#…\u200b\u00ad\u00a0�ï¿½"


@given(st.text(st.sampled_from(SIGNS), max_size=80) | st.text(max_size=80))
def test_the_length_stays(text: str) -> None:
    got = shadow.unify(text)
    assert len(got) == len(text)
    assert len(wraps.join(got)) == len(text)


def test_a_wrapped_paragraph_is_one_line() -> None:
    text = (
        "The council voted on Tuesday to spend 1.2 million on new pumps\n"
        "after the third flood in two years, which left about 300 house-\n"
        "holds without power for a week. The twenty-\n"
        "year-old pumps had failed.\n\nThe mayor did not vote."
    )
    joined = wraps.join(text)
    assert len(joined) == len(text)
    assert joined.replace(FILLER, "").split("\n") == [
        "The council voted on Tuesday to spend 1.2 million on new pumps after the third flood in two years, which left about 300 "
        "households without power for a week. The twenty-year-old pumps had failed.",
        "",
        "The mayor did not vote.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Home\nnews\nsports and more\nweather",
        "The quay was closed on Monday.\nthe mayor said so.",
        "Main figures of the year\n* revenue rose by 5 percent to a record\n* costs fell by 2 percent",
        "Nine killed in hotel fire\nby Lena Moreau",
        "The plan has these measures\na rise of fuel duty by 5 percent\na cut of 2 pence for beer that is brewed at home\nno new roads",
        "One long line of text that holds a whole paragraph. " * 4 + "\nand another one that goes on for long. " * 4,
    ],
)
def test_lines_in_their_own_right_stay(text: str) -> None:
    assert wraps.join(text) == text
