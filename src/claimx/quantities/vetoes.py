"""Figures that count nothing: years, dates, clock times, identifiers, scores, phone numbers, and "one" the pronoun.

Each test looks at the tokens around a numeral; the first that holds names the reason. A unit or currency found before
is told by ``measured``, a plural noun behind the figure by ``counted``.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from claimx import lexicon
from claimx.grammar import Pattern

if TYPE_CHECKING:
    from claimx.quantities.numeral import Numeral
    from claimx.quantities.scan import Scan

_JOINT = "<-&tight|–&tight|/&tight|.&tight>"
CHAIN = Pattern(
    f"(?: <num&tight> {_JOINT} ){{2,9}} <num>"
    " | <num&tight> <:&tight> <num> (?: <:> <num> )?"
    " | <d3&tight> <-&tight> <d4>"
    " | <d4&tight> <-&tight|–&tight|/&tight> <d2>"
    " | <num&tight> <x&tight|*&tight> <num>"
    " | <int&tight> </&tight> <int>"
    " | <d3&tight> <)> <d3&tight> <-&tight> <d4>"
)
"""ISO dates, phone numbers, versions, clock times and ratios, seasons ("2012-13"): no part of them is a quantity."""

_CLOCK = frozenset(
    "am pm a.m. p.m. a.m p.m o'clock oclock gmt utc est edt pst pdt cst cdt cet cest bst ist aest aedt et pt msk hrs".split()
)


def is_clock(scan: Scan, at: int) -> bool:
    """Does a word of clock times stand at a token ("5 to 6 p.m.")?"""
    return scan.lower(at) in _CLOCK and scan.lower(at) != "hrs"


_ERA = frozenset(("bc", "bce", "ad", "ce", "b.c.", "a.d.", "b.c", "a.d", "b.c.e.", "c.e."))
_YEAR_BEFORE = frozenset(
    "in since of until till from during by the early late mid for around before after through between to and or "
    "circa spring summer autumn fall winter "
    "year fiscal christmas on at".split()
)
_THROUGH = frozenset(
    (
        "minus",
        "sub",
        "now",
        "then",
        "to",
        "negative",
        "over",
        "about",
        "almost",
        "nearly",
        "some",
        "roughly",
        "only",
        "just",
        "another",
        "and",
        "or",
        "plus",
    )
)


def reason(scan: Scan, numeral: Numeral, *, measured: bool, counted: bool, noun: bool, prefix: bool) -> str | None:
    """Why a numeral is no quantity; None if it is one."""
    first, last = numeral.first, numeral.last
    if numeral.form == "figure":
        found = _joined(scan, numeral, measured=measured, prefix=prefix)
        if found:
            return found
        if scan.lower(first - 1) == "per" and not measured:
            return "denominator"
        if numeral.plain:
            return _plain(scan, numeral, measured=measured, counted=counted)
        if measured or "." not in scan.lower(first):
            return None
        if scan.lower(last) in _CLOCK:
            return "clock"
        return "identifier" if not counted and _openers().get(scan.lower(first - 1)) else None
    if numeral.form == "word":
        return _spelled(scan, first, last, measured=measured, counted=counted, noun=noun)
    return None


def _joined(scan: Scan, numeral: Numeral, *, measured: bool, prefix: bool) -> str | None:
    """A figure that letters or signs stand tight to is part of a name, a version, an address."""
    first, last = numeral.first, numeral.last
    before = scan.text(first - 1)
    if first and scan.tight(first - 1) and not prefix:
        if before == "+" and numeral.plain and scan.lower(last) in ("(", "-", ")") and not measured:
            return "phone"
        if before in ("#", "@", "_", "№", "&", "'", "’", "\\", "=") and not (before in "'’=" and measured):
            return "identifier"
        if scan.code(first - 1) in scan.sets.word and not measured and before.lower() not in ("x", "to"):
            return "identifier"
        if scan.code(first - 1) in scan.sets.word and before[-1:].isalpha() and len(before) < 3:
            return "identifier"
        if before in ("-", "–", ".", "/") and scan.tight(first - 2) and scan.code(first - 2) in scan.sets.word:
            left = scan.lower(first - 2)
            if left not in _THROUGH and not (before == "-" and measured and scan.text(first - 2).islower()):
                return "identifier"
    if scan.tight(last - 1) and not measured:
        after = scan.text(last)
        if scan.code(last) in scan.sets.word:
            return "identifier"
        if after == "(" and scan.tight(last) and scan.tight(last + 1) and scan.lower(last + 2) == ")":
            return "identifier"  # "401(k)"
        if after in ("/", "_", "@", "\\", "^") and scan.tight(last) and scan.code(last + 1) not in scan.sets.break_:
            return "identifier"
    return None


def _plain(scan: Scan, numeral: Numeral, *, measured: bool, counted: bool) -> str | None:
    first, last = numeral.first, numeral.last
    before, after = scan.lower(first - 1), scan.lower(last)
    text = scan.text(first)
    if after in _CLOCK and (not measured or after in ("am", "pm", "a.m.", "p.m.")):
        return "clock"
    if not measured and len(text) < 3 and _enumerates(scan, first, last):
        return "item"
    if len(text) > 1 and text[0] == "0" and not measured:
        return "identifier"
    value = int(text)
    if value <= 31 and not measured and _by_month(scan, first, last):
        return "date"
    if not measured and (before in _ERA or after in _ERA):
        return "year"
    if not measured and 1500 <= value <= 2199 and len(text) == 4 and _is_year(scan, first, last, value, before, counted=counted):
        return "year"
    return None if measured else _named(scan, first, last, counted=counted)


def _enumerates(scan: Scan, first: int, last: int) -> bool:
    """Does a figure number an item: "7." before a name at the start of a line, "2)" without an opening bracket?"""
    if scan.lower(last) == ")":
        return scan.lower(first - 1) != "(" and "(" not in scan.lowers[max(0, first - 12) : first]
    return scan.lower(last) == "." and scan.tag(first - 1) == "\n" and scan.code(last + 1) in scan.sets.cap


def _by_month(scan: Scan, first: int, last: int) -> bool:
    if scan.lower(first - 1) == "on" and scan.tag(last) in ".,":
        return True
    for index in (first - 1, last, last + (scan.lower(last) in ("of", "-", "/"))):
        if _month(scan, index):
            return True
    if (
        scan.lower(first - 1) in _DAY_LINKS
        and scan.code(first - 2) in scan.sets.figure
        and len(scan.text(first - 2)) < 3
        and _month(scan, first - 3)
    ):
        return True  # the 7 of "April 5-7"
    return scan.lower(last) in _DAY_LINKS and scan.code(last + 1) in scan.sets.figure and _month(scan, last + 2)


_DAY_LINKS = frozenset(("-", "–", "to", "and", "or", "until"))


def _month(scan: Scan, index: int) -> bool:
    return scan.code(index) in scan.sets.month and scan.code(index) in scan.sets.cap


def _is_year(scan: Scan, first: int, last: int, value: int, before: str, *, counted: bool) -> bool:
    if before == "than" and scan.lower(first - 2) in ("more", "fewer", "less"):
        return False
    if before in ("least", "exactly", "nearly", "almost", "approximately", "roughly", "average"):
        return False
    if before in ("about", "over", "around", "some", "only", "another") and (counted or scan.lower(last) == "of"):
        return False
    if counted and value % _ROUND == 0 and before not in _YEAR_BEFORE and not (value != 2000 and value > 1999):
        return False
    if 1900 <= value <= 2039:
        return True
    if value < 1900 and value % _ROUND == 0 and before in ("of", "to", "at", "by", "and"):
        return False
    return not counted and (before in _YEAR_BEFORE or scan.code(first - 1) in scan.sets.month or before == "(")


_ROUND = 50
"""Round figures that count something are no years."""


@cache
def _openers() -> dict[str, str]:
    return {row["form"]: row["strength"] for row in lexicon.rows("quantities/identifiers")}


def _named(scan: Scan, first: int, last: int, *, counted: bool) -> str | None:
    """A bare integer behind a name or a word that numbers things: "Model 3", "Section 427", "the Big 12"."""
    at = first - 1
    if scan.lower(at) == "-" and scan.tight(at):
        at -= 1
    word = scan.lower(at)
    strength = "always" if word == "p" and scan.lower(at - 1) == "&" else _openers().get(word)
    if strength == "always" or (strength and (scan.code(at) in scan.sets.cap or not counted)):
        return "identifier"
    if scan.lower(at) == "." and _openers().get(f"{scan.lower(at - 1)}.") == "always":
        return "identifier"
    if len(scan.text(first)) == 5 and len(scan.text(at)) == 2 and scan.text(at).isupper():
        return "address"
    if (
        scan.lower(first - 1) in ("and", "-", "–", "to")
        and len(scan.text(first)) == 4
        and (scan.code(first - 2) in scan.sets.year or scan.lower(first - 3) in _ERA)
    ):
        return "year"
    lower_plural = counted and scan.code(last) in scan.sets.low
    if (
        scan.code(at) in scan.sets.cap
        and scan.tag(at) == "P"
        and not lower_plural
        and len(scan.text(first)) < 5
        and not _opens_sentence(scan, at)
    ):
        return "identifier"
    if scan.code(last) in scan.sets.cap:
        for index in range(last, min(last + 4, scan.length)):
            if scan.lower(index).rstrip(".") in _STREETS and scan.code(index) in scan.sets.cap and index > last:
                return "address"
    return None


_STREETS = frozenset(
    "street st road rd avenue ave boulevard blvd lane drive way place square court terrace crescent parkway highway".split()
)


def _opens_sentence(scan: Scan, at: int) -> bool:
    return at == 0 or scan.tag(at - 1) in '.\n"'


_ONE_BEFORE = frozenset(
    "no any every some each this that the which another other first last either neither such big good only right wrong new old same".split()
)


def _spelled(scan: Scan, first: int, last: int, *, measured: bool, counted: bool, noun: bool) -> str | None:
    word, before, after = scan.lower(last - 1), scan.lower(first - 1), scan.lower(last)
    if (
        scan.code(first) in scan.sets.cap
        and scan.tag(first - 1) == "P"
        and not counted
        and not measured
        and not _opens_sentence(scan, first - 1)
    ):
        return "identifier"
    if scan.code(first) in scan.sets.cap and not counted and before == "of" and scan.code(first - 2) in scan.sets.cap:
        return "identifier"  # "the Gang of Eight"
    if scan.code(first) in scan.sets.cap and scan.code(first - 1) in scan.sets.cap and _openers().get(before) and not measured:
        return "identifier"
    if (after == "-" and scan.lower(last + 1) == word) or (before == "-" and scan.lower(first - 2) == word):
        return "idiom"  # "fifty-fifty"
    if after in ("o'clock", "oclock", "a.m.", "p.m.", "am", "pm"):
        return "clock"
    if last - first > 1 or (measured and word != "one"):
        return None
    if scan.code(first) in scan.sets.cap and scan.code(last) in scan.sets.cap and scan.code(first - 1) in scan.sets.low:
        return "identifier"  # "the group One Nation Now"
    if before == "or" and scan.lower(first - 2) in ("week", "day", "month", "year", "hour", "minute", "thing", "point") and not counted:
        return "pronoun"
    if word == "one":
        loose = (
            scan.tag(first - 1) == "J" or scan.tag(last + 1) == "G" or scan.lower(last + 1) == "being"
        )  # "a conventional one of", "one of being there"
        return _one(before, after, scan.lower(last + 1), loose=loose, counted=noun or measured, figure=scan.code(last) in scan.sets.figure)
    if word == "zero" and after == "in" and scan.lower(last + 1) == "on":
        return "idiom"
    if before == "top" and not counted and not measured:
        return "pronoun"
    if before in ("the", "these", "those", "'s") and not counted and scan.tag(last) in "BYAMdZV.,O":
        return "pronoun"
    if before in ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"):
        return "date"
    return None


def _one(before: str, after: str, joined: str, *, loose: bool, counted: bool, figure: bool) -> str | None:
    """ "one" the pronoun or article: "no one", "the big one", "one another", "one day"."""
    if figure:
        return "pronoun"
    if after == "of":
        return "pronoun" if before in ("no", "any", "every", "each", "this", "that", "the", "which") or loose else None
    if after == "-":
        return None if counted and joined not in _ONE_COMPOUNDS else "pronoun"
    if after in _ONE_IDIOMS and not (after == "day" and before in _ONE_DAY):
        return "pronoun"
    if before in _ONE_BEFORE:
        return None if counted and before in ("the", "only", "this", "that", "another") else "pronoun"
    return None if counted else "pronoun"


_ONE_COMPOUNDS = frozenset(("time", "off", "way", "sided", "on", "size", "stop", "liner", "upmanship"))
_ONE_IDIOMS = frozenset(("another", "'s", "way", "thing", "more", "day"))
_ONE_DAY = frozenset("in for than about least within of only just after over under every".split())
