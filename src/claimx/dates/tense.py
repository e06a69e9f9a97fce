"""Which way the verb looks: whether the words around a time expression speak of what was or of what is to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.grammar import Pattern

if TYPE_CHECKING:
    from claimx.reading import Reading

_LEFT = 14
"""Tokens before the expression within which its verb is looked for."""
_RIGHT = 12
_CLOSE = 4
"""Tokens within which a verb in the present ("begins Monday") speaks of the day to come."""
_GROUP = 5
"""Tokens before a verb within which its auxiliaries stand."""

_AHEAD = Pattern("<dt_ahead>")
_AWAIT = Pattern("<dt_await>")
_FOR_DAY = Pattern("<dt_for> <weekday>")
_SINCE = Pattern("<dt_since> (?: <x_ing|x_ed|vbg> (?:<word>)? )? <dt_in|dt_on>? | <dt_back> <dt_in>", reverse=True)
_WENT = Pattern("<dt_went>")
_PROMISE = Pattern("<dt_ahead|dt_promise>")
_SAYING = Pattern("<say|think>")
_AUXILIARY_PAST = frozenset(("was", "were", "had", "did"))
_PAST_OF_FUTURE = frozenset(("would", "could", "might", "should"))


def direction(reading: Reading, first: int, last: int, opening: int, closing: int) -> int:
    """-1 for the past, 2 for the future, 1 for a present that means it ("begins Monday"), 0 where no verb tells.

    FIRST to LAST are the tokens of the expression, OPENING to CLOSING those of its sentence. The verb is the nearest
    one before the expression in its clause, else the nearest one after it.
    """
    if first > opening and _SINCE.before(reading.words.codes, first, opening):
        return -1
    if first > opening and _for_day(reading, first, last):
        return 2
    at = _verb(reading, range(first - 1, max(opening, first - _LEFT) - 1, -1))
    if _looks_ahead(reading, max(opening, first - 3) if at is None else at + 1, first):
        return 2
    if at is not None:
        if reading.words.lower(at) in ("is", "are") and (at + 1 == first or (at + 2 == first and reading.tags[at + 1] == "I")):
            return 2  # "the vote is on Tuesday"
        found = _tense(reading, at, opening)
        return 0 if found == 1 and first - at > _CLOSE else found
    at = _verb(reading, range(last, min(closing, last + _RIGHT)), aside=False)
    if at is None:
        return 0
    found = _tense(reading, _group_end(reading, at, closing), opening)
    return 0 if found == 1 else found


def _for_day(reading: Reading, first: int, last: int) -> bool:
    """Whether a day of the week stands after "for" and alone: what is called, set or planned for Saturday is to come."""
    return _FOR_DAY.match(reading.words.codes, first - 1) is not None and reading.tags[last : last + 1] not in ("N", "S", "'")


def _looks_ahead(reading: Reading, first: int, last: int) -> bool:
    return _AHEAD.search(reading.words.codes, first, last) is not None if last > first else False


def _verb(reading: Reading, where: range, aside: bool = True) -> int | None:
    """The first verb of a range of tokens; without ASIDE, "he said," between commas is passed over."""
    for index in where:
        if reading.tags[index] in "BYAMZVdnGb":
            if aside or reading.tags[index + 1 : index + 2] != "," or not _SAYING.match(reading.words.codes, index):
                return index
        elif reading.tags[index] in ".\n" or reading.words.lower(index) == ";":
            return None
    return None


def _group_end(reading: Reading, at: int, closing: int) -> int:
    """The last verb of the group that begins at AT."""
    last = at
    for index in range(at + 1, min(closing, at + _GROUP)):
        if reading.tags[index] in "BYAMZVdnGb":
            last = index
        elif reading.tags[index] not in "RT":
            break
    return last


def _tense(reading: Reading, at: int, opening: int) -> int:
    tags, words = reading.tags, reading.words
    before = range(at - 1, max(opening, at - _GROUP) - 1, -1)
    letter = tags[at]
    if letter == "M" or _AWAIT.match(words.codes, at) or (letter != "d" and _AHEAD.match(words.codes, at)):
        return 2
    if letter in "ZV" and _PROMISE.match(words.codes, at):
        return 2  # "plans a vote Thursday"
    if letter == "d" or words.lower(at) in _AUXILIARY_PAST:
        return -1
    for index in before:
        if tags[index] == "M":
            # "could have left", "would have been": what was not
            return -1 if any(tags[i] == "Y" for i in range(index, at)) and words.lower(index) in _PAST_OF_FUTURE else 2
        if tags[index] == "T":
            return _infinitive(reading, index - 1, opening) if letter in "VbY" or words.lower(index + 1) == "be" else 0
        if words.lower(index) in _AUXILIARY_PAST or tags[index] in "YA":
            return -1
        if words.lower(index) == "be":
            continue
        if tags[index] == "B":
            return 1 if letter == "G" else 0
        if tags[index] not in "RbnGO":
            break
    if letter == "n":
        return -1
    if letter == "B" and words.lower(at) not in ("be", "been") and at + 1 < len(words) and words.lower(at + 1).endswith("ing"):
        return 1
    if letter in "ZV" and not _SAYING.match(words.codes, at):
        return 1
    return 0


def _infinitive(reading: Reading, before: int, opening: int) -> int:
    """Where an infinitive looks, by the verb that governs it: "began to fall" back, "agreed to meet" ahead."""
    for index in range(before, max(opening, before - 3) - 1, -1):
        if _WENT.match(reading.words.codes, index):
            return -1
        if _PROMISE.match(reading.words.codes, index):
            return 2
        if reading.tags[index] == "d":
            return 0
    return 2
