"""Figures that count nothing: years, dates, clock times, identifiers, scores, phone numbers, and "one" the pronoun.

Each test looks at the tokens around a numeral; the first that holds names the reason. What was found to stand by the
numeral comes as a :class:`Company`.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import msgspec

from claimx import lexicon
from claimx.grammar import Pattern
from claimx.quantities import ages

if TYPE_CHECKING:
    from claimx.quantities.numeral import Numeral
    from claimx.quantities.scan import Scan

_JOINT = "<-&tight|–&tight|/&tight|.&tight>"
CHAIN = Pattern(
    "<num&tight> (?:"
    f" {_JOINT} (?: <num&tight> {_JOINT} ){{1,8}} <num>"
    " | <:&tight> <num> (?: <:> <num> )?"
    " | (?<= <year> ) <-&tight|–&tight|/&tight> <d2>"
    " | <x&tight|*&tight> <num>"
    " | (?<= <int> ) </&tight> <int>"
    " | (?<= <d3> ) <)> <d3&tight> <-&tight> <d4>"
    ")"
)
"""ISO dates, phone numbers, versions, clock times and ratios, seasons ("2012-13"): no part of them is a quantity.

All alternatives share their first figure, so that the engine goes from one figure to the next by a table.
"""

_CLOCK = frozenset(
    "am pm a.m. p.m. a.m p.m o'clock oclock gmt utc est edt pst pdt cst cdt cet cest bst ist aest aedt et pt msk hrs".split()
)


def is_clock(scan: Scan, at: int) -> bool:
    """Does a word of clock times stand at a token ("5 to 6 p.m.")?"""
    return scan.lowers[at] in _CLOCK and scan.lowers[at] != "hrs"


_ERA = frozenset(("bc", "bce", "ad", "ce", "b.c.", "a.d.", "b.c", "a.d", "b.c.e.", "c.e."))
_YEAR_BEFORE = frozenset(
    "in since of until till from during by the early late mid for around before after through between to and or "
    "circa spring summer autumn fall winter "
    "year fiscal christmas on at".split()
)
_THROUGH = frozenset("minus sub now then to negative over about almost nearly some roughly only just another and or plus".split())
"""Words that a hyphen may tie to a figure that counts: "sub-7 nanometre", "now-18 month-old"."""


class Company(msgspec.Struct, frozen=True, gc=False):
    """What stands by a numeral: a unit or currency, its sign before it, a plural or any noun that it counts."""

    measured: bool
    prefix: bool
    plural: bool
    noun: bool


def reason(scan: Scan, numeral: Numeral, company: Company) -> str | None:
    """Why a numeral is no quantity; None if it is one."""
    first, last = numeral.first, numeral.last
    if numeral.form == "word":
        return _spelled(scan, first, last, company)
    if numeral.form != "figure":
        return None
    found = _joined(scan, numeral, measured=company.measured, prefix=company.prefix)
    if found or company.measured:
        return found or (_plain_clock(scan, last) if numeral.plain else None)
    if scan.lowers[first - 1] == "per":
        return "denominator"
    if numeral.plain:
        return _plain(scan, numeral, counted=company.plural)
    if "." not in scan.lowers[first]:
        return None
    if scan.lowers[last] in _CLOCK:
        return "clock"
    return "identifier" if not company.plural and _openers().get(scan.lowers[first - 1]) else None


def _plain_clock(scan: Scan, last: int) -> str | None:
    """A letter that reads as a unit may be the hour's ("7 am")."""
    return "clock" if scan.lowers[last] in ("am", "pm", "a.m.", "p.m.") else None


def _joined(scan: Scan, numeral: Numeral, *, measured: bool, prefix: bool) -> str | None:
    """A figure that letters or signs stand tight to is part of a name, a version, an address."""
    first, last = numeral.first, numeral.last
    before = scan.texts[first - 1]
    if first and scan.tight(first - 1) and not prefix:
        if (
            before == "+"
            and numeral.plain
            and not measured
            and (scan.lowers[last] in ("(", "-", ")") or scan.codes[last] in scan.sets.figure)
        ):
            return "phone"
        if before in ("#", "@", "_", "№", "&", "'", "’", "\\", "=") and not (before in "'’=" and measured):
            return "identifier"
        if scan.codes[first - 1] in scan.sets.word and not measured and before.lower() not in ("x", "to"):
            return "identifier"
        if scan.codes[first - 1] in scan.sets.word and before[-1:].isalpha() and len(before) < 3:
            return "identifier"
        if before in ("-", "–", ".", "/") and scan.tight(first - 2) and scan.codes[first - 2] in scan.sets.word:
            left = scan.lowers[first - 2]
            if left not in _THROUGH and not (before in ("-", "–") and measured and scan.texts[first - 2].islower()):
                return "identifier"
    if scan.tight(last - 1) and not measured:
        after = scan.texts[last]
        if scan.codes[last] in scan.sets.word:
            return "identifier"
        if after == "(" and scan.tight(last) and scan.tight(last + 1) and scan.lowers[last + 2] == ")":
            return "identifier"  # "401(k)"
        if after in ("/", "_", "@", "\\", "^") and scan.tight(last) and scan.codes[last + 1] not in scan.sets.break_:
            return "identifier"
    return None


def _plain(scan: Scan, numeral: Numeral, *, counted: bool) -> str | None:
    """A bare integer: a clock time, a numbered item, a date, a year, a part of a name."""
    first, last = numeral.first, numeral.last
    before, after = scan.lowers[first - 1], scan.lowers[last]
    text = scan.texts[first]
    if after in _CLOCK:
        return "clock"
    if len(text) < 3 and _enumerates(scan, first, last):
        return "item"
    if len(text) > 1 and text[0] == "0":
        return "identifier"
    value = int(text)
    if value <= 31 and _by_month(scan, first, last):
        return "date"
    if before in _ERA or after in _ERA:
        return "year"
    if 1500 <= value <= 2199 and len(text) == 4 and _is_year(scan, first, last, value, before, counted=counted):
        return "year"
    return _named(scan, first, last, counted=counted)


def _enumerates(scan: Scan, first: int, last: int) -> bool:
    """Does a figure number an item: "7." before a name at the start of a line, "2)" without an opening bracket?"""
    if scan.lowers[last] == ")":
        return scan.lowers[first - 1] != "(" and "(" not in scan.lowers[max(0, first - 12) : first]
    return scan.lowers[last] == "." and scan.tags[first - 1] == "\n" and scan.codes[last + 1] in scan.sets.cap


def _by_month(scan: Scan, first: int, last: int) -> bool:
    if scan.lowers[first - 1] == "on" and scan.tags[last] in ".,":
        return True
    for index in (first - 1, last, last + (scan.lowers[last] in ("of", "-", "/"))):
        if _month(scan, index):
            return True
    if (
        scan.lowers[first - 1] in _DAY_LINKS
        and scan.codes[first - 2] in scan.sets.figure
        and len(scan.texts[first - 2]) < 3
        and _month(scan, first - 3)
    ):
        return True  # the 7 of "April 5-7"
    return scan.lowers[last] in _DAY_LINKS and scan.codes[last + 1] in scan.sets.figure and _month(scan, last + 2)


_DAY_LINKS = frozenset(("-", "–", "to", "and", "or", "until"))


def _month(scan: Scan, index: int) -> bool:
    return scan.codes[index] in scan.sets.month and scan.codes[index] in scan.sets.cap


def _is_year(scan: Scan, first: int, last: int, value: int, before: str, *, counted: bool) -> bool:
    if before == "than" and scan.lowers[first - 2] in ("more", "fewer", "less"):
        return False
    if before == "least" and scan.lowers[first - 3] in ("since", "until", "till", "from"):
        return True
    if before in ("least", "exactly", "nearly", "almost", "approximately", "roughly", "average"):
        return False
    if before in ("about", "over", "around", "some", "only", "another") and (counted or scan.lowers[last] == "of"):
        return False
    if counted and value % _ROUND == 0 and before not in _YEAR_BEFORE and not (value != 2000 and value > 1999):
        return False
    if 1900 <= value <= 2039:
        return True
    if value < 1900 and value % _ROUND == 0 and before in ("of", "to", "at", "by", "and"):
        return False
    return not counted and (before in _YEAR_BEFORE or scan.codes[first - 1] in scan.sets.month or before == "(")


_ROUND = 50
"""Round figures that count something are no years."""


@cache
def _openers() -> dict[str, str]:
    return {row["form"]: row["strength"] for row in lexicon.rows("quantities/identifiers")}


def _named(scan: Scan, first: int, last: int, *, counted: bool) -> str | None:
    """A bare integer behind a name or a word that numbers things: "Model 3", "Section 427", "the Big 12"."""
    at = first - 1
    if scan.lowers[at] == "-" and scan.tight(at):
        at -= 1
    word = scan.lowers[at]
    strength = "always" if word == "p" and scan.lowers[at - 1] == "&" else _openers().get(word)
    if strength == "always" or (strength and (scan.codes[at] in scan.sets.cap or not counted)):
        return "identifier"
    if scan.lowers[at] == "." and _openers().get(f"{scan.lowers[at - 1]}.") == "always":
        return "identifier"
    if _second_year(scan, first):
        return "year"
    if _address(scan, at, first, last):
        return "address"
    if scan.lowers[last] == "to" and scan.codes[last + 1] in scan.sets.figure and not strength:
        return None  # "Doe 458 to 359"
    if ages.unmarked(scan, first, last):
        return None
    named = scan.codes[at] in scan.sets.cap and scan.tags[at] == "P" and len(scan.texts[first]) < 5 and not _opens_sentence(scan, at)
    return "identifier" if named and not (counted and scan.codes[last] in scan.sets.low) else None


def _second_year(scan: Scan, first: int) -> bool:
    """The 1260 of "between A.D. 1000 and 1260"."""
    if scan.lowers[first - 1] not in ("and", "-", "–", "to") or len(scan.texts[first]) != 4:
        return False
    return scan.codes[first - 2] in scan.sets.year or scan.lowers[first - 3] in _ERA


def _address(scan: Scan, at: int, first: int, last: int) -> bool:
    """A house number before a street's name, a postal code behind a state's."""
    if len(scan.texts[first]) == 5 and len(scan.texts[at]) == 2 and scan.texts[at].isupper():
        return True
    if scan.codes[last] not in scan.sets.cap:
        return False
    ahead = range(last + 1, min(last + 4, scan.length))
    return any(scan.lowers[index].rstrip(".") in _STREETS and scan.codes[index] in scan.sets.cap for index in ahead)


_STREETS = frozenset(
    "street st road rd avenue ave boulevard blvd lane drive way place square court terrace crescent parkway highway".split()
)


def _opens_sentence(scan: Scan, at: int) -> bool:
    return at == 0 or scan.tags[at - 1] in '.\n"'


_ONE_BEFORE = frozenset(
    "no any every some each this that the which another other first last either neither such big good only right wrong new old same".split()
)


def _spelled(scan: Scan, first: int, last: int, company: Company) -> str | None:
    word, before, after = scan.lowers[last - 1], scan.lowers[first - 1], scan.lowers[last]
    if scan.codes[first] in scan.sets.cap and not company.measured and _in_name(scan, first, last, counted=company.plural):
        return "identifier"
    if (after == "-" and scan.lowers[last + 1] == word) or (before == "-" and scan.lowers[first - 2] == word):
        return "idiom"  # "fifty-fifty"
    if before == "-" and scan.lowers[first - 3] == "-" and scan.lowers[first - 4] == word:
        return "idiom"  # "one-on-one"
    if after in ("o'clock", "oclock", "a.m.", "p.m.", "am", "pm"):
        return "clock"
    if last - first > 1 or (company.measured and word != "one"):
        return None
    if word == "one":
        loose = scan.tags[first - 1] == "J" or scan.tags[last + 1] == "G" or scan.lowers[last + 1] == "being"
        figure = scan.codes[last] in scan.sets.figure
        return _one(before, after, scan.lowers[last + 1], loose=loose, counted=company.noun or company.measured, figure=figure)
    if word == "zero" and after == "in" and scan.lowers[last + 1] == "on":
        return "idiom"
    if scan.codes[first - 1] in scan.sets.month and scan.codes[first - 1] in scan.sets.cap:
        return "date"
    return None if company.plural else _pronoun(scan, first, last, before)


def _in_name(scan: Scan, first: int, last: int, *, counted: bool) -> bool:
    """Is a capitalised number a part of a name: "Chapter Three", "the Gang of Eight", "the group One Nation Now"?"""
    before = scan.codes[first - 1]
    if before in scan.sets.cap and scan.tags[last] == '"' and scan.tags[first - 2] == '"':
        return True  # "Fantastic Four" between quotation marks
    if before in scan.sets.cap and (_openers().get(scan.lowers[first - 1]) or (scan.tags[first - 1] == "P" and not counted)):
        return not _opens_sentence(scan, first - 1) or _openers().get(scan.lowers[first - 1]) is not None
    if scan.lowers[first - 1] == "of" and scan.codes[first - 2] in scan.sets.cap:
        return not counted
    return last - first == 1 and before in scan.sets.low and scan.codes[last] in scan.sets.cap


def _pronoun(scan: Scan, first: int, last: int, before: str) -> str | None:
    """ "the two agreed", "the top three", "a week or two": a number that stands for a noun said before, or for few."""
    if before == "or":
        return "pronoun" if scan.lowers[first - 2] in ("week", "day", "month", "year", "hour", "minute", "thing", "point") else None
    if before in ("top", "big"):
        return "pronoun"
    return "pronoun" if before in ("the", "these", "those", "'s") and scan.tags[last] in "BYAMdZV.,O" else None


def _one(before: str, after: str, joined: str, *, loose: bool, counted: bool, figure: bool) -> str | None:
    """ "one" the pronoun or article: "no one", "the big one", "one another", "one day", "a conventional one of"."""
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
