"""The one reading of a page: its tokens, their offsets, and the class string that all patterns run over.

A token takes the blanks after it along, so the tokens partition the shadow and a token's key in the cache says
whether a blank follows ("5" against "5 "). Line breaks are tokens of their own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from itertools import accumulate
from sys import intern

from claimx import lexicon, speech
from claimx.alphabet import SIGNS, alphabet, number_shape, unknown_shape, word_shape
from claimx.page import FILLER

_CACHE_LIMIT = 200_000
"""Distinct tokens remembered before a page starts the cache anew: bounds the memory over any number of pages."""

_JOINT = FILLER + "\u00ad\u0300-\u036f"
"""What may stand inside a word without being a letter: fillers, soft hyphens, combining marks."""


def _trie(words: list[str]) -> str:
    """A prefix-factored alternation of the words."""
    if words == [""]:
        return ""
    branches: dict[str, list[str]] = {}
    for word in words:
        branches.setdefault(word[:1], []).append(word[1:])
    sources = [re.escape(first) + _trie(rest) for first, rest in branches.items() if first]
    optional = "?" if "" in branches else ""
    return f"(?:{'|'.join(sources)}){optional}" if len(sources) > 1 or optional else sources[0]


@cache
def _token() -> re.Pattern[str]:
    dotted = sorted({form.removeprefix("=")[:-1] for form in lexicon.classes() if re.fullmatch(r"=?[^\W\d_]{2,}\.", form)})
    shouted = {
        form.upper() for form in dotted if f"={form.upper()}" not in lexicon.classes()
    }  # "est." is, "EST" at a sentence's end is none
    spelled = sorted({*dotted, *(form.capitalize() for form in dotted), *shouted})
    abbreviations = rf"(?:{_trie(spelled)})\.|" if spelled else ""
    return re.compile(
        # most tokens end in one blank or before a comma, and nothing else can start so: two short ways for them
        rf"""[A-Za-z][a-z]*(?:\ (?=[A-Za-z0-9])|(?=,)) | [,.](?:\ (?=[A-Za-z])|(?=\n)) |
            (?: (?<![^\W\d_])(?: {abbreviations}
                [^\W\d_](?:\.[^\W\d_])+\b\.?                      # U.S.  a.m.  e.g.
              | [A-Z]\.(?![^\W\d_]) )                             # J. Smith
            | https?://[^\s"“”<>]+ | www\.[^\s"“”<>]+
            | [^\W\d_]+(?:['{_JOINT}]+(?!s\b)[^\W\d_]+)*
            | 's\b
            | \d{{1,3}}(?:,\d{{3}})+(?!\d)(?:\.\d+)?
            | \d+(?:st|nd|rd|th|ST|ND|RD|TH)\b | \d+s\b
            | \d+(?:\.\d+)* | (?<![\w.])\.\d+
            | \.{{2,}} | --+
            | \n\s*
            | [\s\S]
            )[{_JOINT}]*[^\S\n]*""",
        re.VERBOSE,
    )


def bare(token: str) -> str:
    """A token without the blanks after it and the fillers in it."""
    token = token.rstrip()
    return token if token.isascii() else re.sub(f"[{_JOINT}]", "", token)


def _code(token: str, form: str) -> str:
    """The character of a token, of which FORM is the bare form."""
    tight = not token[-1:].isspace()
    if form and form[0].isalpha() and "://" not in form and not form.startswith("www."):
        shape = word_shape(form)
        return alphabet().code(_known(form, shape), tight, shape)
    return alphabet().code(_classes(token, form), tight)


def _classes(token: str, form: str) -> frozenset[str]:
    """The classes of a token that is no word."""
    if token.startswith("\n"):
        return frozenset(("nl",))
    if not form:
        return frozenset(("sign",))
    if form[0].isdecimal() or (form[0] == "." and form[-1].isdecimal()):
        return number_shape(form)
    if form[0].isalpha():
        return frozenset(("url",))
    sign = "..." if form.startswith("..") else "--" if form.startswith("--") else form
    given = lexicon.classes().get(sign, frozenset())
    return given | {"sign", sign} if sign in SIGNS else frozenset(("sign",))


def _known(form: str, shape: frozenset[str]) -> frozenset[str]:
    """A word's classes: those of its exact entry; else those of all entries that it meets, as it stands and in lower case."""
    words = lexicon.classes()
    exact = words.get(f"={form}")
    if exact is not None:
        return exact
    met = words.get(form, _NONE)
    if "low" not in shape:
        met |= words.get(form.lower(), _NONE)
        if "caps" in shape:  # a capitalised entry ("May") is met by MAY, never by may
            met |= words.get(form.capitalize(), _NONE)
    return met or unknown_shape(form)


_NONE: frozenset[str] = frozenset()


class _Met(dict[str, tuple[str, str, str, str]]):
    """What is read off a token when it is first met on any page: its code, its guess, its text, and that in lower case."""

    __slots__ = ()

    def __missing__(self, token: str) -> tuple[str, str, str, str]:
        # interned, so that "The", "the " and "the" share one "the" and the pages to come touch less memory
        text = intern(bare(token))
        guess = speech.guess("\n" if token.startswith("\n") else text)
        read = self[token] = intern(_code(token, text)), guess, text, intern(text.lower())
        return read


_MET = _Met()
"""Most tokens of a page have been met on another one."""


@cache
def _phrases(name: str) -> dict[str, tuple[dict[tuple[str, ...], lexicon.Row], int]]:
    """The forms of a class as tokens, by the first one, and the most tokens that one of them has."""
    found: dict[str, tuple[dict[tuple[str, ...], lexicon.Row], int]] = {}
    for form, row in lexicon.phrases(name).items():
        titled = " ".join(word.capitalize() for word in form.split())
        for spelled in (form, titled):  # "St." is one token, "st." is two
            tokens = tuple(bare(token).lower() for token in _token().findall(spelled))
            forms, most = found.get(tokens[0], ({}, 0))
            forms[tokens] = row
            found[tokens[0]] = (forms, max(most, len(tokens)))
    return found


class Words:
    """The tokens of a shadow: ``codes`` is the class string; token i covers ``starts[i]`` to ``end(i)``.

    ``guesses`` has one character a token too: the parts of speech that it can have (:mod:`claimx.speech`). ``texts``
    has the tokens without blanks and fillers, ``lowers`` the same in lower case.
    """

    __slots__ = ("codes", "guesses", "lowers", "shadow", "starts", "texts")

    def __init__(self, shadow: str) -> None:
        if len(_MET) > _CACHE_LIMIT:
            _MET.clear()
        tokens = _token().findall(shadow)
        self.shadow = shadow
        read = [_MET[token] for token in tokens]
        self.codes = "".join([one[0] for one in read])
        self.guesses = "".join([one[1] for one in read])
        self.starts = list(accumulate(map(len, tokens), initial=0))
        self.texts = [one[2] for one in read]
        self.lowers = [one[3] for one in read]

    def __len__(self) -> int:
        return len(self.codes)

    def end(self, index: int) -> int:
        """The offset behind the last character of a token, its blanks left out."""
        start, end = self.starts[index], self.starts[index + 1]
        return start + len(self.shadow[start:end].rstrip())

    def text(self, index: int) -> str:
        """A token's text without blanks and fillers."""
        return self.texts[index]

    def lower(self, index: int) -> str:
        """A token's text in lower case."""
        return self.lowers[index]

    def phrase(self, first: int, last: int) -> str:
        """The text of the tokens FIRST up to LAST (exclusive), line breaks and runs of blanks as one blank."""
        if last - first == 1:
            return self.texts[first]
        return " ".join(bare(self.shadow[self.starts[first] : self.starts[last]]).split())

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The offsets that the tokens FIRST up to LAST (exclusive) cover."""
        return self.starts[first], self.end(last - 1)

    def index(self, offset: int) -> int:
        """The token that covers an offset."""
        return bisect_right(self.starts, offset) - 1

    def longest(self, name: str, first: int, limit: int | None = None) -> tuple[lexicon.Row, int] | None:
        """The longest form of a class that starts at the token FIRST: its row and the index behind it."""
        forms, most = _phrases(name).get(self.lowers[first], (None, 0))
        if forms is None:
            return None
        for last in range(min(len(self) if limit is None else limit, first + most), first, -1):
            row = forms.get(tuple(self.lowers[first:last]))
            if row is not None:
                return row, last
        return None
