"""Years, decades, centuries and eras."""

from __future__ import annotations

import re

from claimx import lazy
from claimx.dates.calendar import Period, full_year
from claimx.dates.context import Context
from claimx.dates.lookup import count, ordinal
from claimx.dates.rule import Hit, Time, rule
from claimx.grammar import Pattern

_NUMBERED = lazy.compile(
    r"[$£€¥#№%.:/+~]|no\.?|than|flight|route|highway|page|channel|room|section|windows|russell|wilshire|fortune|chapter"
    r"|resolution|article|boeing|airbus|approximately|nearly|almost|exactly|roughly|least|some|another"
)
_DATING = frozenset("in since of by until from the during before after for fiscal early late mid through till".split())
_UNITS = frozenset(
    "people dollars euros pounds yen miles kilometers kilometres km feet metres meters m ft tons tonnes hectares acres "
    "square points troops soldiers workers jobs employees hours calories mah rpm mg kg watts kw mw hp pp cc gmt utc est "
    "edt hrs pages barrels shares votes units years days percent % °".split()
)


_ANOTHER = Pattern("<dt_the|dt_in|dt_between|dt_poss> <year> <dt_and|dt_or>", reverse=True)


def _is_year(hit: Hit) -> bool:
    """A bare figure of four digits is a year unless it counts or numbers something."""
    before, after = hit.before(), hit.after()
    if hit.first and before.isalpha() and hit.words.end(hit.first - 1) == hit.words.starts[hit.first]:
        return False  # "A1990"
    if before == "least" and hit.before(3) in ("until", "till", "through", "since", "to"):
        return after not in _UNITS  # "until at least 2005"
    if before in ("and", "or") and _ANOTHER.before(hit.words.codes, hit.first):
        return after not in _UNITS  # "the 1996 and 1997 figures"
    if hit["unit"]:
        return hit["unit"] == "year"
    if before == "than" and hit.before(2) in ("rather", "other", "earlier", "later", "sooner"):
        return after not in _UNITS  # "in 2020 rather than 2018"
    if _NUMBERED.fullmatch(before) or after in _UNITS or after == "index":
        return False
    if hit.last < len(hit.words) and _joined(hit) and hit.after(1).isalpha() and len(hit.after(1)) < 3:
        return False  # "1998-XF11"
    if before in ("at", "on") and hit.last < len(hit.words) and hit.words.text(hit.last)[:1].isupper():
        return False  # "at 1950 Fifth Avenue"
    plural = hit.tag_after() == "S" and hit.words.text(hit.last).islower()
    if before in _DATING:
        return not (plural and hit.words.text(hit.first).endswith("00") and before not in ("since", "the", "during"))
    return not (plural and hit.tag_before() not in "DHJ'")


def _joined(hit: Hit) -> bool:
    """Whether a hyphen follows without a blank."""
    return hit.after() in ("-", "–") and hit.words.end(hit.last) == hit.words.starts[hit.last + 1]


@rule(
    r"""
        (?<!<.|:|/|$|£|€|¥|#>) (?<!<int&tight><,&tight>) (?<!<int&!year&tight><-&tight>) (?: <dt_the> <dt_fiscal>? (?P<unit><timeunit>) )?
        (?P<year>(?&year))(?!<%|magnitude|magnitudesign|:>|<.&tight><int>|<,&tight><d3>|</&tight><int&!d2>)
    """,
    trigger="year",
    accept=_is_year,
    yes={
        "in [1989]": "1989",
        "the [1998] budget": "1998",
        "[2014] was warm": "2014",
        "by [the year 2000]": "2000",
        "until at least [2005]": "2005",
        "no later than [2018]": "2018",
    },
    no=("call 555-1998", "2000 people", "$1999", "over 2000 metres", "he paid 1998 dollars", "about 15,000 people"),
)
def year_alone(hit: Hit, context: Context) -> Time | None:
    """A year by its four digits."""
    year = int(hit["year"])
    return context.dated(Period.of(year, 1, "year"), "year")


@rule(
    r"(?<=<year&tight><-&tight|–&tight|/&tight>) (?P<year> <int&d2> )(?!<-|/|%>)",
    trigger="year",
    needs="d2",
    accept=lambda hit: int(hit["year"]) > int(hit.words.text(hit.first - 2)[2:]) or hit["year"] == "00",
    yes={"in 1995-[97]": "1997", "in 2014/[15]": "2015"},
    no=("in 1995", "2014-11-21"),
)
def year_end_of_range(hit: Hit, context: Context) -> Time | None:
    """The second year of "1995-97"."""
    first = int(hit.words.text(hit.first - 2))
    year = first // 100 * 100 + int(hit["year"])
    year += 100 if year < first else 0
    return Time("DATE", f"{year:04d}", Period.of(year, 1, "year")) if year < 9999 else None


@rule(
    r"<'> (?P<year><int&d2>)(?!<'s>)",
    trigger="'",
    accept=lambda hit: hit.words.starts[hit.first] + 1 == hit.words.starts[hit.first + 1] and not _glued(hit) and _after_small(hit),
    yes={"since ['82]": "1982", "the summer of ['69]": "1969"},
    no=("he said '82 percent", "the 90's", "it rose 5'11"),
)
def short_year(hit: Hit, context: Context) -> Time | None:
    """A year by its last two digits."""
    year = full_year(hit["year"], context.published)
    return context.dated(Period.of(year, 1, "year"), "year")


def _after_small(hit: Hit) -> bool:
    """Whether the word before is no name, as of a product ("Office '98")."""
    before = hit.words.text(hit.first - 1) if hit.first else ""
    return before.islower() or not before.isalpha() or before.lower() in _DATING or hit.before() in ("spring", "summer", "fall", "winter")


def _glued(hit: Hit) -> bool:
    """Whether the apostrophe closes something, or the figure counts something."""
    start = hit.words.starts[hit.first]
    return (start > 0 and not hit.words.shadow[start - 1].isspace()) or hit.after() in ("percent", "%", "per", "'")


TENS = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8, "nineties": 9}
_MID = "(?: <dt_early|dt_late|dt_mid> <->? (?: <dt_to> <dt_late> <->? | ) | )"


@rule(
    r"(?=<dt_the|dt_early|dt_late|dt_mid|'|decadeno|int>)"
    rf"(?: <dt_the> )? {_MID} (?: <'>? <decadeno> | <'>? <int&d2|year&tight> <'s> (?!<x&cap>) )",
    trigger="decadeno|'s",
    needs="decadeno|d2|year",
    accept=lambda hit: _is_decade(hit),
    yes={"[the 1990s]": "199", "[the early 1980s]": "198", "in [the '90s]": "199", "[the mid-1960s]": "196", "[the 70s]": "197"},
    no=("he is in his 40s", "temperatures in the upper 80s", "its 1989's", "temperatures fell to the 30s"),
)
def decade(hit: Hit, context: Context) -> Time | None:
    """A decade by its digits: three of them are its TIMEX3 value."""
    digits = re.sub(r"\D", "", hit.words.phrase(hit.first, hit.last))
    year = full_year(digits, context.published)
    if len(digits) == 2 and int(digits) % 10:
        return None
    return context.dated(Period.of(year // 10 * 10, 1, "decade"), "decade")


_HEAT = lazy.compile(r"\b(?:temperatures?|degrees|thermometers?|highs|lows|weather|mercury|Fahrenheit|wind ?chills?)\b", re.IGNORECASE)
"""Words beside which "the 80s" are degrees."""


def _is_decade(hit: Hit) -> bool:
    text = hit.words.phrase(hit.first, hit.last)
    digits = re.sub(r"\D", "", text)
    if not digits.endswith("0"):
        return False
    if len(digits) == 4:
        return digits[:2] in ("15", "16", "17", "18", "19", "20")
    if hit.before() in ("his", "her", "their", "my", "your", "our", "upper", "lower", "low", "high", "mid", "s"):
        return False
    if hit.before() == "," and re.fullmatch(r"'?(?:\d\d)?\d0s", hit.before(2)) and len(digits) == 2:
        return True  # "the 1960s, 70s and 80s"
    if "'" not in text and _HEAT.search(hit.words.phrase(max(0, hit.first - 12), min(len(hit.words), hit.last + 8))):
        return False
    return (
        len(digits) == 2
        and (text.startswith(("the", "The", "'")) or hit.before() in ("and", "or", "to", "early", "late"))
        and hit.after() not in ("percent", "%", "on")
    )


@rule(
    rf"<dt_the> {_MID} (?P<decade><dt_nineties>)",
    trigger="dt_nineties",
    yes={"in [the nineties]": "199", "[the late sixties]": "196"},
    no=("he is in his nineties",),
)
def decade_by_word(hit: Hit, context: Context) -> Time | None:
    """A decade by its name."""
    return context.dated(Period.of(1900 + 10 * TENS[hit["decade"]], 1, "decade"), "decade")


@rule(
    rf"<dt_the>? {_MID} (?P<number><ordinalno>|<ordinals+> <-> <ordinal>|<ordinal>) <->? (?P<unit><timeunit>)",
    trigger="timeunit",
    needs="ordinal|ordinalno",
    accept=lambda hit: hit["unit"] == "century",
    yes={"[the 20th century]": "19", "[the early nineteenth century]": "18", "a [21st-century] war": "20"},
    no=("the 20th day",),
)
def century(hit: Hit, context: Context) -> Time | None:
    """A century: its TIMEX3 value is the first two digits of its years."""
    number = ordinal(hit["number"])
    return Time("DATE", f"{number - 1:02d}") if number and number <= 99 else None


@rule(
    r"(?: (?P<year><int>) (?P<era><dt_era>) | (?P<before><dt_era>) (?P<after><int&!d1>) )",
    trigger="dt_era",
    accept=lambda hit: (
        (hit["era"] or hit["before"]).replace(".", "") in ("bc", "ad", "bce")
        and hit.words.text(hit.first).upper() == hit.words.text(hit.first)
    ),
    yes={"in [44 BC]": "BC0044", "[A.D. 79]": "0079"},
    no=("an ad 79 seconds long", "44 boys"),
)
def era(hit: Hit, context: Context) -> Time | None:
    """A year of an era."""
    number, name = int(hit["year"] or hit["after"]), (hit["era"] or hit["before"]).replace(".", "")
    if number > 9999:
        return None
    return Time("DATE", f"{'' if name == 'ad' else 'BC'}{number:04d}")


@rule(
    r"(?P<hundreds><dt_hundreds>) <->? (?P<tens><tens> (?:<->? <cardinal>)? | <cardinal>)(?!<magnitude|timeunits|timeunit|->)"
    r"| <dt_the>? (?: <dt_early|dt_late|dt_mid> <->? )? (?P<hundreds2><dt_hundreds>) <->? (?P<decade><dt_nineties>)",
    trigger="dt_hundreds",
    needs="tens|cardinal|dt_nineties",
    accept=lambda hit: (
        bool(hit["decade"])
        or ((count(hit["tens"]) or 0) > 12 and hit.before() in ("in", "of", "since", "by", "until", "from", "early", "late", "and", "to"))
    ),
    yes={"in [nineteen ninety-one]": "1991", "in [nineteen eighty]": "1980", "[the nineteen sixties]": "196"},
    no=("nineteen men", "nineteen eighty-year-old men"),
)
def spelled_year(hit: Hit, context: Context) -> Time | None:
    """Nineteen ninety-one, as in transcripts of speech."""
    hundreds = int(count(hit["hundreds"] or hit["hundreds2"]) or 19)
    if hit["decade"]:
        return context.dated(Period.of(100 * hundreds + 10 * TENS[hit["decade"]], 1, "decade"), "decade")
    return context.dated(Period.of(100 * hundreds + int(count(hit["tens"]) or 0), 1, "year"), "year")
