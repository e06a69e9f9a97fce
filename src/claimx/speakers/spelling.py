"""How the words of names compare: without case, diacritics and the stops of initials."""

from __future__ import annotations

from sys import intern

from claimx.names import lists
from claimx.names.memory import remembered

Words = tuple[str, ...]
_GENERATIONS = frozenset(("jr", "sr", "ii", "iii", "iv"))
_LONGEST_ABBREVIATION = 6


@remembered(50_000)
def key(word: str) -> str:
    """What a word of a name is compared by."""
    return intern(lists.fold(word).lower().rstrip("."))


@remembered(20_000)
def keys(words: Words) -> Words:
    """What the words of a name are compared by."""
    return tuple(map(key, words))


@remembered(20_000)
def joined(words: Words) -> str:
    """What a whole name is compared by."""
    return " ".join(keys(words))


@remembered(20_000)
def surname(words: Words) -> str:
    """The last word of a name that is no Jr. or III."""
    return next((word for word in reversed(words) if key(word) not in _GENERATIONS), words[-1])


def contains(short: Words, long: Words) -> bool:
    """Whether the words of a short name stand together in a longer one ("Abdel Velton" in "Rami Abdel Velton")."""
    parts, whole = keys(short), keys(long)
    if len(parts) == 1:
        return parts[0] in whole
    return any(whole[at : at + len(parts)] == parts for at in range(len(whole) - len(parts) + 1))


def cuts(short: Words, long: Words) -> bool:
    """Whether an organisation's longer name ends with the words of a short one ("Foreign Ministry", "Velton Foreign
    Ministry"), or has but a legal form behind them ("Velton Foods", "Velton Foods Inc.")."""
    if len(short) >= len(long):
        return False
    parts, whole = keys(short), keys(long)
    if whole[-len(parts) :] == parts:
        return True
    return whole[: len(parts)] == parts and all(lists.is_legal_form(word.lower()) for word in long[len(parts) :])


def shortens(short: Words, long: Words) -> bool:
    """Whether a name can be the same person's with words left out or as initials ("John Velton" of "John Q. Velton")."""
    at = 0
    for word in short:
        while at < len(long) and not _same(word, long[at]):
            at += 1
        if at == len(long):
            return False
        at += 1
    return True


def _same(one: str, other: str) -> bool:
    a, b = key(one), key(other)
    if a == b:
        return True
    return (one.endswith(".") and len(a) == 1 and b.startswith(a)) or (other.endswith(".") and len(b) == 1 and a.startswith(b))


def selects(short: str, initials: list[str]) -> bool:
    """Whether an abbreviation is made of initials in their order, the first of them its own or left out."""
    rest = iter(initials)
    return len(short) > 1 and all(letter in rest for letter in short)


@remembered(20_000)
def abbreviations(words: Words) -> frozenset[str]:
    """What may stand for an organisation's name: its initials, with and without those of small words, and the
    start of one of its words ("Fed" for "Federal Reserve")."""
    large = "".join(word[0] for word in words if word[0].isupper())
    every = "".join(part[0] for word in words for part in word.split("-") if part).upper()
    found = {short for short in (large, every) if 2 <= len(short) <= _LONGEST_ABBREVIATION}
    for word in words:
        if word[0].isupper() and not word.isupper():
            found.update(word[:size] for size in (3, 4) if len(word) > size + 2)
    return frozenset(found)
