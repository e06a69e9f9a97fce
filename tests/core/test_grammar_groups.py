"""Named groups stand beside classes in patterns, and words with dots or apostrophes inside are single words."""

import pytest

from claimx import lexicon
from claimx.grammar import Pattern
from claimx.words import Words


def test_named_groups() -> None:
    words = Words("in May 2016")
    found = Pattern("(?P<month><month>) (?<=<month>) (?P<year><year>)").search(words.codes, 0, len(words))
    assert found is not None
    assert (found.span("month"), found.span("year")) == ((1, 2), (2, 3))


@pytest.mark.parametrize(("form", "name"), [("o'clock", "dt_oclock"), ("a.m.", "dt_ampm")])
def test_single_words(form: str, name: str) -> None:
    assert name in lexicon.classes()[form]
