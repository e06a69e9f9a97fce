"""Times that recur: every Monday, twice a week, daily, $5 a year."""

from __future__ import annotations

from claimx.dates.context import Context
from claimx.dates.durations import value_of
from claimx.dates.lookup import column, count, month_number, ordinal, unit, weekday_number
from claimx.dates.rule import Hit, Time, rule


@rule(
    r"""
        <dt_every> (?P<nth><dt_other>|<ordinal>)?
        (?: (?P<weekday><weekday>) | (?P<month><month>) | (?P<part><daypart>) | (?P<season><season>) )(?!<day>)
    """,
    trigger="weekday|month|daypart|season",
    needs="dt_every",
    yes={
        "[every Monday]": "XXXX-WXX-1",
        "[every October]": "XXXX-10",
        "[each summer]": "XXXX-SU",
        "[every night]": "XXXX-XX-XXTNI",
        "[every other Sunday]": "P2W",
    },
    no=("every man", "Monday", "every other man"),
)
def every_named(hit: Hit, context: Context) -> Time | None:
    """Every Monday, every October, every other Sunday."""
    if hit["nth"]:
        span = "W" if hit["weekday"] else "D" if hit["part"] else "Y"
        return Time("SET", value_of(count(str(ordinal(hit["nth"]) or 2)), span))
    if hit["weekday"]:
        return Time("SET", f"XXXX-WXX-{weekday_number(hit['weekday'])}")
    if hit["month"]:
        return Time("SET", f"XXXX-{month_number(hit['month']) or 0:02d}")
    if hit["season"]:
        return Time("SET", f"XXXX-{column('seasons', 'season')[hit['season']]}")
    return Time("SET", f"XXXX-XX-XXT{column('dayparts', 'part')[hit['part']]}")


@rule(
    r"<dt_every> (?P<other><dt_other>)? (?P<count>(?&count)|<ordinal>)? <dt_word|dt_single>? (?P<unit>(?&unit))",
    trigger="timeunit|timeunits",
    needs="dt_every",
    accept=lambda hit: (
        bool(unit(hit["unit"])) and not (hit["unit"] in ("second", "minute") and hit.tag_after() in "NSP") and hit.before() != "of"
    ),
    yes={
        "[every year]": "P1Y",
        "[each month]": "P1M",
        "[every two weeks]": "P2W",
        "[every other day]": "P2D",
        "[every few years]": "PXY",
        "[every single day]": "P1D",
    },
    no=("every man", "each of the years"),
)
def every_unit(hit: Hit, context: Context) -> Time | None:
    """Every year, every two weeks."""
    name = unit(hit["unit"])
    if hit["other"]:
        return Time("SET", value_of(count("two"), name))
    if not hit["count"]:
        return Time("SET", value_of(count("one"), name))
    rank = ordinal(hit["count"])
    return Time("SET", value_of(count(str(rank)) if rank else count(hit["count"]), name))


@rule(
    r"(?: <dt_once> | (?: <cardinal>|<int>|<dt_vague>) <dt_times> ) (?: <dt_a>|<dt_every>|<dt_per> ) (?P<unit><timeunit>)",
    trigger="timeunit",
    needs="dt_once|dt_times",
    accept=lambda hit: bool(unit(hit["unit"])),
    yes={"[twice a week]": "P1W", "[three times a year]": "P1Y", "[once every month]": "P1M"},
    no=("once a man", "twice the year"),
)
def times_a_unit(hit: Hit, context: Context) -> Time | None:
    """Twice a week."""
    return Time("SET", value_of(count("one"), unit(hit["unit"])))


@rule(
    r"(?: <dt_a> | <dt_per> ) (?P<unit><timeunit>)(?!<dt_ago|dt_earlier|dt_before|dt_after|dt_from|->)",
    trigger="timeunit",
    needs="dt_a|dt_per",
    accept=lambda hit: bool(unit(hit["unit"])) and _is_rate(hit),
    yes={"$5 million [a year]": "P1Y", "40 flights [per day]": "P1D", "15 [a month]": "P1M", "10% [a year]": "P1Y"},
    no=("for a year", "spent a day there", "60 miles a long day"),
)
def rate(hit: Hit, context: Context) -> Time | None:
    """$5 million a year, 40 flights per day."""
    return Time("SET", value_of(count("one"), unit(hit["unit"])))


def _is_rate(hit: Hit) -> bool:
    """Whether the article means "per": after a figure and what it counts."""
    name = unit(hit["unit"])
    if hit.words.lower(hit.first) == "per":
        return name not in ("H", "S", "MIN") or hit.before() not in ("miles", "kilometers", "kilometres", "km", "feet", "metres", "meters")
    if name in ("Q", "WE", "CE", "S") or (hit["unit"] == "minute" and hit.tag_after() in "NS"):
        return False
    before = hit.tag_before()
    if before in "#" or hit.before() in ("percent", "%", "pct", "once", "twice", "times", "million", "billion", "trillion"):
        return True
    if before not in "SN":
        return False
    # "40 flights a day", "1.2 million barrels of oil a day"
    return any(hit.tags[i] in "#$" for i in range(max(0, hit.first - 6), hit.first - 1))


@rule(
    r"(?P<days><weekdays>) | (?P<day><weekday>) (?P<parts><dayparts>)",
    trigger="weekdays|dayparts",
    accept=lambda hit: hit.tag_before() != "#",
    yes={"on [Mondays]": "XXXX-WXX-1", "on [Friday nights]": "XXXX-WXX-5TNI", "[Sundays] are quiet": "XXXX-WXX-7"},
    no=("Monday", "Monday's men", "three Sundays in a row"),
)
def weekdays(hit: Hit, context: Context) -> Time | None:
    """On Mondays."""
    part = f"T{column('dayparts', 'part')[hit['parts']]}" if hit["parts"] else ""
    return Time("SET", f"XXXX-WXX-{weekday_number(hit['days'] or hit['day'])}{part}")


@rule(
    r"(?P<word><setword>)",
    trigger="setword",
    accept=lambda hit: hit.words.text(hit.first)[:1].islower() or (hit.tag_before() in ".\n" and hit.tag_after() not in "P"),
    yes={"a [daily] flight": "P1D", "its [annual] meeting": "P1Y", "paid [quarterly]": "P1Q", "[weekly] claims": "P1W"},
    no=("the Daily Mail", "a day"),
)
def set_word(hit: Hit, context: Context) -> Time | None:
    """Daily, annual, quarterly."""
    return Time("SET", column("sets", "value")[hit["word"]])


@rule(
    r"<setphrase+> <word>",
    trigger="setphrase+",
    accept=lambda hit: hit.words.phrase(hit.first, hit.last).lower() in column("sets", "value"),
    yes={"4% [per annum]": "P1Y"},
    no=("per man",),
)
def set_phrase(hit: Hit, context: Context) -> Time | None:
    """Per annum."""
    return Time("SET", column("sets", "value")[hit.words.phrase(hit.first, hit.last).lower()])


@rule(
    r"<weekends>",
    trigger="weekends",
    accept=lambda hit: hit.tag_before() not in "#JD",
    yes={"closed on [weekends]": "XXXX-WXX-WE"},
    no=("three weekends", "weeks"),
)
def weekends(hit: Hit, context: Context) -> Time | None:
    """On weekends."""
    return Time("SET", "XXXX-WXX-WE")
