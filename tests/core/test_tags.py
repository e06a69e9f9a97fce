"""Parts of speech, noun phrases and sentences of our own examples."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx import nouns, speech, tags
from claimx.page import Block, Page
from claimx.sentences import split
from claimx.words import Words


def tagged(text: str) -> str:
    return tags.tag(Words(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister said that 40 people died .", "DNdC#Sd."),
        ("They plan to report the fall in prices .", "OVTVDNIS."),
        ("The report had been leaked .", "DNYbn."),
        ("She reports sales and wants to cut them .", "OZSKZTVO."),
        ("He did not say who left .", "OARVWd."),
        ("There were three wounded men in May .", "EB#nSIP."),
        ("Trump said Trump won .", "PdPd."),
        ("The ministry 's spokesman estimated losses .", "DN'NdS."),
        ("An estimated 40 people could leave .", "Dn#SMV."),
        ("That is her house .", "OBHN."),
    ],
)
def test_tags(text: str, expected: str) -> None:
    assert tagged(text) == expected


@given(st.text(max_size=200))
def test_one_letter_a_token(text: str) -> None:
    words = Words(text)
    letters = tags.tag(words)
    assert len(letters) == len(words)
    assert letters.isascii()


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("the country's deputy foreign minister Anna Bell spoke", ["the country's deputy foreign minister Anna Bell"]),
        ("over 3,200 Dutch citizens left for the conflict zone", ["over 3,200 Dutch citizens", "the conflict zone"]),
        ("a heavily armed man shot them", ["a heavily armed man", "them"]),
        ("revenue rose 5% to $3bn", ["revenue", "5%", "$3bn"]),
    ],
)
def test_noun_phrases(text: str, phrases: list[str]) -> None:
    words = Words(text)
    found = nouns.phrases(tags.tag(words))
    assert [text[slice(*words.span(*span))] for span in found.starting.items()] == phrases
    assert found.ending == {last: first for first, last in found.starting.items()}


def sentences(text: str) -> list[str]:
    words = Words(text)
    page = Page(text, text, None, None, None, None, (Block(0, len(text), "paragraph"),), ())
    return [text[slice(*words.span(one.first, one.last))] for one in split(page, words, tags.tag(words))]


@pytest.mark.parametrize(
    "parts",
    [
        ["Mr. Smith left the U.S. Army.", "He came home."],
        ["She lives in the U.S.", "They do not."],
        ["It cost $3.5 million.", "No. 5 was sold."],
        ['"We lost 40 men."', '"All of them?"', "He nodded."],
        ['"Will it pay?" she asked.', "It will."],
        ["They came at 5 p.m. on Sunday.", "Nobody left."],
        ["It fell (by 3 percent).", "Then it rose."],
        ["He waited…", "Nothing came."],
        ["J. K. Bell wrote it."],
        ["It ended.", "Then it began."],
    ],
)
def test_sentences(parts: list[str]) -> None:
    assert sentences(" ".join(parts)) == parts


def test_glued_sentences_are_told_from_dotted_names() -> None:
    assert sentences("It ended badly.Then it began.") == ["It ended badly.", "Then it began."]
    assert sentences("He runs example.com from home.") == ["He runs example.com from home."]


def test_a_text_without_stops_is_cut() -> None:
    assert max(len(one.split()) for one in sentences("five, " * 2000)) <= 250
    assert " ".join(sentences("five, " * 2000)) == ("five, " * 2000).strip()


def test_options_of_letters_and_sets() -> None:
    words = Words("The report said he plans it")
    assert speech.options("D") == "D"
    assert "N" in speech.options(words.guesses[1])
    assert "V" in speech.options(words.guesses[1])
    assert "Z" in speech.options(words.guesses[4])
    capital = speech.guess("Report")
    assert ord(capital) >= speech.CAPITAL
    assert speech.options(capital) == speech.options(speech.guess("report"))
