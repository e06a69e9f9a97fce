"""Every rule reads its yes-phrases, by itself and with the value it says, and leaves its no-phrases alone."""

import pytest

from claimx.dates.rule import Rule
from claimx.dates.scan import rules
from tests.dates.reader import find

WRITTEN = "2016-11-23"
YES = [(one, phrase, value) for one in rules() for phrase, value in one.yes.items()]
NO = [(one, phrase) for one in rules() for phrase in one.no]


@pytest.mark.parametrize(("one", "phrase", "value"), YES, ids=[f"{one.name}: {phrase}" for one, phrase, _ in YES])
def test_yes(one: Rule, phrase: str, value: str) -> None:
    start = phrase.find("[")
    wanted = phrase[start + 1 : phrase.find("]")] if start >= 0 else phrase
    text = phrase.replace("[", "").replace("]", "")
    by_rule = [time for time in find(text, WRITTEN) if time.rule == one.name]
    assert [(time.text, time.value) for time in by_rule] == [(wanted, value)]


@pytest.mark.parametrize(("one", "phrase"), NO, ids=[f"{one.name}: {phrase}" for one, phrase in NO])
def test_no(one: Rule, phrase: str) -> None:
    assert [time for time in find(phrase, WRITTEN) if time.rule == one.name] == []
