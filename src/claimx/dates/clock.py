"""Times of the day: 10:00 a.m. EST, 16:08 UTC, noon; Monday morning, last night, tonight."""

from __future__ import annotations

import re

from claimx.dates.absolute import full_day
from claimx.dates.calendar import BLANK, Period, make_day
from claimx.dates.context import Context
from claimx.dates.lookup import column, count, month_number, ordinal, weekday_number
from claimx.dates.rule import Hit, Time, rule
from claimx.grammar import Pattern

_ZONE = """(?: (?P<open><(>)? (?P<zone> <zone|zoneword> (?: (?P<sign><+|->) (?P<hours><int>) )? | <zonephrase+> <word>? <dt_time> )
    (?(open)<)>) )"""

_DAY = r"""(?: <,>? (?: (?P<weekday><weekday&!dayshort>) | (?P<refday><refday>) | (?P<near><dt_last|dt_this> (?=<daypart>)) )
    (?P<within><daypart>)? )"""


def _zone(hit: Hit) -> str:
    """The offset of the zone that a match names: Z, -05:00; empty for none."""
    if hit["sign"]:
        return f"{hit['sign']}{int(hit['hours']):02d}:00" if int(hit["hours"]) < 15 else ""
    return column("zones", "offset").get(hit["zone"], "") if hit["zone"] else ""


_OTHER_END = "<dt_to|dt_and|-|–> (?: <hour> (?: <:> <minute> )? <dt_ampm> | <dec> <dt_ampm> | <dayhour> )"
_BRACKET = "<(> [^\n]{1,5}? <)>"
_DAY_AHEAD = Pattern(f"(?: {_BRACKET} )? <,>? <dt_on> <weekday> | {_OTHER_END} <,>? <dt_on>? <weekday>")
"""The day behind a clock time, its other zone, or the other end of its range: "from 9 a.m. to 5 p.m. on Saturday"."""
_DATE_AHEAD = Pattern(
    f"(?: {_BRACKET} | {_OTHER_END} )? <,>? <dt_on>? "
    "(?: (?P<month><month>) (?P<day><day>) | (?P<day2><day>) (?P<month2><month>) ) (?: <,>? (?P<year><year>) )?"
)


def day_of(hit: Hit, context: Context) -> str:
    """The day that the groups weekday, refday and last of a match name, else the one last spoken of."""
    groups = hit.match.groupdict()
    period: Period | None
    if groups.get("near"):
        return context.offset(-1 if hit["near"] == "last" else 0, "D", "day").value
    refday = groups.get("refday") or groups.get("refday2")
    if refday:
        return context.offset(int(column("refdays", "offset")[hit["refday"] or hit["refday2"]]), "D", "day").value
    if groups.get("weekday"):
        number = weekday_number(hit["weekday"]) or 1
        period = context.weekday(number)
        return period.value if period else f"XXXX-WXX-{number}"
    ahead = _DAY_AHEAD.match(hit.words.codes, hit.last)
    if ahead:
        number = weekday_number(hit.words.texts[ahead.end() - 1]) or 1
        period = context.weekday(number)
        return period.value if period else f"XXXX-WXX-{number}"
    dated = _DATE_AHEAD.match(hit.words.codes, hit.last)
    if dated:
        month = month_number(_named(hit, dated, "month") or _named(hit, dated, "month2")) or 1
        day = ordinal(_named(hit, dated, "day") or _named(hit, dated, "day2")) or 0
        year = int(_named(hit, dated, "year") or 0) or context.year_of(month, day)
        exact = make_day(year, month, day) if year else None
        return exact.isoformat() if exact else f"XXXX-{month:02d}-{day:02d}"
    period = context.clock_day()
    return period.value if period else BLANK["day"]


def _named(hit: Hit, ahead: re.Match[str], group: str) -> str:
    """The word that a group of a look ahead met; empty for none."""
    return hit.words.texts[ahead.start(group)] if ahead[group] else ""


def later_half(hit: Hit) -> bool:
    """Whether the words after the hour say that it is one of the afternoon or the evening."""
    part = column("dayparts", "part").get(hit["within"] or hit["within2"], "")
    return hit["refday"] == "tonight" or part in ("AF", "EV", "NI")


def at_hour(hit: Hit, context: Context, hour: int) -> Time | None:
    """The full hour of the day that the groups weekday, refday and near of a match name, else of the one spoken of."""
    return _time(hit, context, hour, 0)


def _time(hit: Hit, context: Context, hour: int, minute: int | None, second: str = "") -> Time | None:
    if hour > 24 or (minute or 0) > 59:
        return None
    clock = f"T{hour:02d}:{minute or 0:02d}" + (f":{second}" if second else "")
    return Time("TIME", day_of(hit, context) + clock + _zone(hit))


@rule(
    rf"(?P<hour><hour>) (?: <:> (?P<minute><minute>) (?: <:> (?P<second><minute>) )? )? (?P<half><dt_ampm>) {_ZONE}? {_DAY}?",
    trigger="dt_ampm",
    needs="hour",
    accept=lambda hit: 1 <= int(hit["hour"]) <= 12 and not (hit["half"] in ("am", "AM") and hit.tag_before() == "O"),
    yes={
        "[10 a.m. EST]": "2016-11-23T10:00-05:00",
        "[8:30pm]": "2016-11-23T20:30",
        "[12 a.m.]": "2016-11-23T00:00",
        "[4:20 p.m. Tuesday]": "2016-11-22T16:20",
        "[6:40 p.m. (GMT +8)]": "2016-11-23T18:40+08:00",
        "at [9 a.m. yesterday]": "2016-11-22T09:00",
        "it ran from [9 a.m.] to noon on Saturday": "2016-11-19T09:00",
        "at [5 p.m.] on 4 October it sank": "2016-10-04T17:00",
        "at [3 a.m. local time] (0200 GMT) on Tuesday, it hit": "2016-11-22T03:00",
    },
    no=("13 p.m.", "I am 10"),
)
def twelve_hours(hit: Hit, context: Context) -> Time | None:
    """A clock time with a.m. or p.m."""
    hour = int(hit["hour"]) % 12 + (12 if hit["half"].startswith("p") else 0)
    return _time(hit, context, hour, int(hit["minute"] or 0), hit["second"])


@rule(
    rf"(?P<figure><dec>) (?P<half><dt_ampm>) {_ZONE}? {_DAY}?",
    trigger="dt_ampm",
    needs="dec",
    accept=lambda hit: re.fullmatch(r"(?:1[0-2]|0?[1-9])\.[0-5]\d", hit["figure"]) is not None,
    yes={"at [10.45pm]": "2016-11-23T22:45"},
    no=("13.45pm", "10.5 pm"),
)
def twelve_hours_dotted(hit: Hit, context: Context) -> Time | None:
    """10.45pm."""
    hour, minute = map(int, hit["figure"].split("."))
    return _time(hit, context, hour % 12 + (12 if hit["half"].startswith("p") else 0), minute)


@rule(
    rf"""
        (?<!<:|/|$|£|€>) (?: (?P<hour><hour&tight>) <:> (?P<minute><minute>) (?: <:> (?P<second><minute>) )? |
        (?P<four><int&d4>)(?=<(>?<zone|zonephrase+>) | (?P<dotted><dec>)(?=<(>?<zone|zonephrase+>) ) {_ZONE}? {_DAY}?
    """,
    trigger=":|zone",
    needs="minute|d4|dec",
    accept=lambda hit: _is_clock(hit),
    yes={
        "at [16:08 UTC]": "2016-11-23T16:08Z",
        "at [0800 GMT]": "2016-11-23T08:00Z",
        "[12:00 UTC Monday]": "2016-11-21T12:00Z",
        "at [18:30]": "2016-11-23T18:30",
        "at [7:30 Tuesday night]": "2016-11-22T19:30",
        "at [11:30 last night]": "2016-11-22T23:30",
    },
    no=("a 4:1 ratio", "won 10:59", "25:10 UTC"),
)
def full_hours(hit: Hit, context: Context) -> Time | None:
    """A clock time of 24 hours."""
    if hit["four"]:
        return _time(hit, context, int(hit["four"][:2]), int(hit["four"][2:]))
    if hit["dotted"]:
        hour, minute = hit["dotted"].split(".")
        return _time(hit, context, int(hour), int(minute))
    late = int(hit["hour"]) < 12 and later_half(hit)
    return _time(hit, context, int(hit["hour"]) + (12 if late else 0), int(hit["minute"]), hit["second"])


def _is_clock(hit: Hit) -> bool:
    """Hours and minutes, not a score or a ratio: a zone follows, or "at" or the like stands before."""
    if hit["dotted"]:
        return re.fullmatch(r"(?:[01]?\d|2[0-3])\.[0-5]\d", hit["dotted"]) is not None
    if hit["four"]:
        return int(hit["four"][:2]) < 24 and int(hit["four"][2:]) < 60
    if int(hit["hour"]) > 24:
        return False
    return (
        bool(hit["zone"])
        or hit.before() in ("at", "by", "until", "till", "before", "after", "from", "since", "around", "about", "@")
        or bool(hit["weekday"] or hit["refday"] or hit["near"])
    )


@rule(
    rf"""
        (?P<hour><cardinal>|<hour>) <dt_oclock> (?: <dt_in> <dt_the> (?P<part><daypart>) | <dt_at> (?P<night><daypart>) |
        (?P<half><dt_ampm>) )? {_DAY}?
    """,
    trigger="dt_oclock",
    yes={"at [three o'clock]": "2016-11-23T03:00", "[8 o'clock in the evening]": "2016-11-23T20:00"},
    no=("the clock",),
)
def oclock(hit: Hit, context: Context) -> Time | None:
    """Three o'clock."""
    number = count(hit["hour"])
    if number is None or not 0 < number <= 24:
        return None
    part = column("dayparts", "part").get(hit["part"] or hit["night"], "")
    late = (part in ("AF", "EV", "NI") or hit["half"].startswith("p") or later_half(hit)) and number < 12
    return _time(hit, context, int(number) + (12 if late else 0), 0)


@rule(
    rf"(?: <dt_the>? <int&d2>? )? (?P<word><dayhour>) {_ZONE}? {_DAY}? | (?P<weekday2><weekday>) (?: <dt_at> )? (?P<word2><dayhour>)",
    trigger="dayhour",
    accept=lambda hit: hit.words.text(hit.last - 1)[:1].islower() or bool(hit["zone"] or hit["weekday"]) or not hit.before().isalpha(),
    yes={"at [noon]": "2016-11-23T12:00", "[midnight Tuesday]": "2016-11-22T24:00", "[12 noon EST]": "2016-11-23T12:00-05:00"},
    no=("High Noon",),
)
def named_hour(hit: Hit, context: Context) -> Time | None:
    """Noon, midnight."""
    clock = column("dayparts", "part")[hit["word"] or hit["word2"]]
    if hit["weekday2"]:
        number = weekday_number(hit["weekday2"]) or 1
        period = context.weekday(number)
        return Time("TIME", f"{period.value if period else f'XXXX-WXX-{number}'}T{clock}")
    return Time("TIME", day_of(hit, context) + "T" + clock + _zone(hit))


EARLY = "(?: <dt_early|dt_late|dt_mid> <->? | )"


@rule(
    rf"""
        {EARLY} (?: (?P<last><dt_last|dt_next|dt_this|dt_that>)? (?P<weekday><weekday&!dayshort>) |
        (?P<refday><refday&!tonight>) ) (?:<'s>)? {EARLY} (?P<part><daypart|overnight>)
    """,
    trigger="daypart|overnight",
    needs="weekday|refday",
    accept=lambda hit: (
        not (hit.words.text(hit.last - 1)[:1].isupper() and hit.last < len(hit.words) and hit.words.text(hit.last)[:1].isupper())
    ),
    yes={
        "[Monday morning]": "2016-11-21TMO",
        "[yesterday afternoon]": "2016-11-22TAF",
        "[tomorrow night]": "2016-11-24TNI",
        "[late Friday night]": "2016-11-18TNI",
    },
    no=("the morning", "Monday", "Saturday Night Live"),
)
def day_and_part(hit: Hit, context: Context) -> Time | None:
    """Monday morning, yesterday afternoon."""
    return Time("TIME", f"{day_of(hit, context)}T{column('dayparts', 'part')[hit['part']]}")


@rule(
    r"(?P<part><overnight>)",
    trigger="overnight",
    accept=lambda hit: hit.tag_before() not in "DHJ-" and hit.tag_after() not in "NSJ-",
    yes={"eight died [overnight], he said": "2016-11-22TNI"},
    no=("an overnight stay", "overnight rates"),
)
def overnight(hit: Hit, context: Context) -> Time | None:
    """Overnight: the last night."""
    return Time("TIME", f"{context.offset(-1, 'D', 'day').value}TNI")


@rule(
    r"""
        (?: <dt_earlier|dt_early|dt_late> )?
        (?: (?P<which><dt_last|dt_this|dt_that>) | <dt_the> (?P<rel><dt_next|dt_following|dt_prior|dt_same>) ) (?P<part><daypart>)
        | (?P<tonight><tonight>)
    """,
    trigger="daypart|tonight",
    needs="dt_last|dt_this|dt_that|tonight|dt_next|dt_following|dt_prior|dt_same",
    accept=lambda hit: not hit["tonight"] or hit.words.text(hit.first)[:1].islower() or not hit.before().isalpha(),
    yes={
        "[last night]": "2016-11-22TNI",
        "[this morning]": "2016-11-23TMO",
        "[tonight]": "2016-11-23TNI",
        "[earlier this evening]": "2016-11-23TEV",
        "[the next morning]": "2016-11-24TMO",
    },
    no=("the night", "Entertainment Tonight"),
)
def part_by_direction(hit: Hit, context: Context) -> Time | None:
    """Last night, this morning, tonight."""
    if hit["tonight"]:
        return Time("TIME", context.offset(0, "D", "day").value + "TNI")
    part = column("dayparts", "part")[hit["part"]]
    if hit["which"] == "that" or hit["rel"]:
        spoken = context.spoken("day")
        if spoken and hit["rel"] not in ("", "same"):
            spoken = spoken.shift(-1 if hit["rel"] in ("previous", "prior", "preceding") else 1, "D")
        return Time("TIME", f"{spoken.value if spoken else BLANK['day']}T{part}")
    return Time("TIME", f"{context.offset(-1 if hit['which'] == 'last' else 0, 'D', 'day').value}T{part}")


@rule(
    rf"""
        <dt_the> {EARLY} (?P<part><daypart>) <dt_of> <dt_the>? (?: (?P<month><month>) (?P<day><day>) (?: <,>
        (?P<year>(?&year)) )? | (?P<weekday><weekday>) )
    """,
    trigger="daypart",
    needs="month|weekday dt_of",
    yes={"[the night of Nov. 8]": "2016-11-08TNI", "[the morning of Tuesday]": "2016-11-22TMO"},
    no=("the night of the living dead",),
)
def part_of_day(hit: Hit, context: Context) -> Time | None:
    """The night of Nov. 8."""
    part = column("dayparts", "part")[hit["part"]]
    if hit["weekday"]:
        return Time("TIME", f"{day_of(hit, context)}T{part}")
    known = full_day(hit, context)
    return Time("TIME", f"{known.value}T{part}") if known else None
