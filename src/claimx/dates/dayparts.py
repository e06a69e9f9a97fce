"""Parts of a day without a clock: at dawn, by late afternoon, the night before, the early morning hours."""

from __future__ import annotations

from claimx.dates.calendar import BLANK
from claimx.dates.clock import EARLY, at_hour, day_of, later_half
from claimx.dates.context import Context
from claimx.dates.lookup import column, count
from claimx.dates.rule import Hit, Time, rule

_ON_DAY = "(?: <dt_of>? (?P<weekday><weekday&!dayshort>) )"


@rule(
    r"""
        (?<=<dt_at|dt_until|dt_prep>) (?P<hour><cardinal>|<hour>) (?: (?P<refday><tonight>) | (?: (?P<near><dt_last|dt_this>) |
        (?P<weekday><weekday&!dayshort>) | (?P<refday2><refday&!tonight>) ) (?P<within><daypart>)
        | <dt_in> <dt_the> (?P<within2><daypart>) )
    """,
    trigger="daypart|tonight",
    needs="cardinal|hour",
    accept=lambda hit: (
        hit.before() in ("at", "by", "until", "till", "before", "after", "about", "around") and 1 <= (count(hit["hour"]) or 0) <= 12
    ),
    yes={"at [nine tonight]": "2016-11-23T21:00", "at [10 Tuesday night]": "2016-11-22T22:00", "by [6 in the morning]": "2016-11-23T06:00"},
    no=("at nine men", "won 6 Tuesday night", "at 13 tonight"),
)
def hour_and_part(hit: Hit, context: Context) -> Time | None:
    """Nine tonight, 10 Tuesday night: the part of the day says which half of it."""
    hour = int(count(hit["hour"]) or 0) % 12
    return at_hour(hit, context, hour + 12 if later_half(hit) else hour)


@rule(
    rf"<dt_the> {EARLY} (?P<part><daypart>) (?P<unit><timeunits>) {_ON_DAY}?",
    trigger="daypart",
    needs="timeunits",
    accept=lambda hit: hit["unit"] == "hours",
    yes={"in [the early morning hours]": "2016-11-23TMO", "in [the predawn hours of Tuesday]": "2016-11-22TMO"},
    no=("the morning papers", "two night hours"),
)
def part_hours(hit: Hit, context: Context) -> Time | None:
    """The early morning hours."""
    return Time("TIME", f"{day_of(hit, context)}T{column('dayparts', 'part')[hit['part']]}")


@rule(
    r"""<dt_the> (?P<part><daypart>) (?P<which><dt_before|dt_after>) (?= <.|,|nl|;|)|dt_and|"> | $ )""",
    trigger="daypart",
    needs="dt_before|dt_after",
    yes={"he had called [the night before].": "2016-11-22TNI", "[the morning after],": "2016-11-24TMO"},
    no=("the night before Christmas", "the morning after the vote"),
)
def part_before(hit: Hit, context: Context) -> Time | None:
    """The night before: of the day spoken of."""
    spoken = context.spoken("day")
    day = spoken.shift(1 if hit["which"] == "after" else -1, "D") if spoken else None
    return Time("TIME", f"{day.value if day else BLANK['day']}T{column('dayparts', 'part')[hit['part']]}")


_BEFORE_PART = frozenset("at by before until till after since".split())


def _is_part(hit: Hit) -> bool:
    """Whether the part of a day stands by itself: with an article or "all", or bare after "at", "by" and the like."""
    if hit.after() == "trading":
        return True
    part = hit.words.text(hit.match.start("part") if hit["part"] else hit.match.start("all"))
    if not part.islower() or hit.tag_after() in "NSJ" or (hit.after() == "-" and hit.words.end(hit.last - 1) == hit.words.starts[hit.last]):
        return False
    if hit.words.lower(hit.first) == "the" or hit["all"]:
        return True
    return hit.before() in _BEFORE_PART and not (hit.before() == "by" and hit.words.lower(hit.first) == "night")


@rule(
    rf"""
        (?<=<dt_in|dt_during|dt_at|dt_until|dt_prep>) <dt_the>? {EARLY} (?P<part><daypart>) {_ON_DAY}? (?!<dt_of>)
        | <dt_all> (?P<all><daypart>)
    """,
    trigger="daypart",
    accept=_is_part,
    yes={
        "in [the morning]": "2016-11-23TMO",
        "in [the early evening]": "2016-11-23TEV",
        "fell in [morning] trading": "2016-11-23TMO",
        "by [late afternoon]": "2016-11-23TAF",
        "they struck at [dawn]": "2016-11-23TMO",
        "before [dawn Tuesday]": "2016-11-22TMO",
        "it burned [all night].": "2016-11-23TNI",
    },
    no=("in the morning paper", "the night of the owl", "by night and by day", "at night school"),
)
def part_alone(hit: Hit, context: Context) -> Time | None:
    """In the morning, by late afternoon, at dawn, all night: of the day spoken of or named."""
    part = column("dayparts", "part")[hit["part"] or hit["all"]]
    if hit["weekday"]:
        return Time("TIME", f"{day_of(hit, context)}T{part}")
    spoken = context.spoken("day")
    return Time("TIME", f"{spoken.value if spoken else BLANK['day']}T{part}")
