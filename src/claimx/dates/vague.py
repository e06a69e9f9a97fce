"""Lengths of time without a number: for years, weeks of talks, hours before, the coming weeks."""

from __future__ import annotations

from claimx.dates.context import Context
from claimx.dates.durations import ADJECTIVE, no_age, value_of
from claimx.dates.lookup import unit
from claimx.dates.rule import Hit, Time, rule


def _unbounded(hit: Hit) -> bool:
    """Whether "years" is a length without a number; of those with an article only "over the years" is one."""
    if hit["unit"] == "hours" and hit.before() == "after" and hit.tag_after() in "GNS":
        return False  # "after hours trading"
    if hit.words.lower(hit.first) == "the":
        return hit.before() == "over" and hit["unit"] == "years"
    return unit(hit["unit"]) not in ("", "Q")


@rule(
    rf"<dt_the|dt_these>? (?P<edge><dt_last|dt_past|dt_next|dt_prior|dt_following|dt_latest>) {ADJECTIVE} (?P<unit><timeunits>)",
    trigger="timeunits",
    needs="dt_last|dt_past|dt_next|dt_prior|dt_following|dt_latest",
    accept=no_age,
    yes={"in [the coming weeks]": "FUTURE_REF", "in [past years]": "PAST_REF", "[the last decades]": "PXDE"},
    no=("the past year",),
)
def bounded_vague(hit: Hit, context: Context) -> Time | None:
    """The coming weeks."""
    if hit["edge"] in ("coming", "upcoming"):
        return Time("DATE", "FUTURE_REF")
    if hit["edge"] in ("past", "previous"):
        return Time("DATE", "PAST_REF")
    return Time("DURATION", value_of(None, unit(hit["unit"])))


@rule(
    """(?=<dt_approx|dt_more|dt_at|dt_the|timeunits>)
       (?: (?<=<dt_for|dt_in|dt_after|dt_prep|dt_lasting>) | (?<=<dt_prep><refadv>) ) (?&approx) <dt_the>?
       (?P<unit><timeunits>)(?!<dt_ago>|<dt_of> <dt_the>|<dt_earlier>|<-&tight>)""",
    trigger="timeunits",
    accept=_unbounded,
    yes={
        "for [years]": "PXY",
        "in [minutes]": "PTXM",
        "in just [minutes]": "PTXM",
        "for [decades]": "PXDE",
        "over [the years]": "PXY",
        "it took [months]": "PXM",
    },
    no=("the days of yore", "in the seconds"),
)
def units_alone(hit: Hit, context: Context) -> Time | None:
    """For years, in minutes."""
    return Time("DURATION", value_of(None, unit(hit["unit"])))


@rule(
    r"(?P<unit><timeunits>)(?= <dt_before|dt_after> | <dt_in> <dt_the> )",
    trigger="timeunits",
    needs="dt_before|dt_after|dt_in",
    accept=lambda hit: hit.tag_before() not in "DHJ#NS-'" and (hit.after() != "in" or hit.after(2) in ("making", "planning")),
    yes={"[hours] before the debate": "PTXH", "It came [days] after the vote": "PXD", "it was [years] in the making": "PXY"},
    no=("his days before the war", "the hours after dark"),
)
def units_before(hit: Hit, context: Context) -> Time | None:
    """Hours before the debate, years in the making."""
    return Time("DURATION", value_of(None, unit(hit["unit"])))


@rule(
    r"(?P<unit><timeunits>) <dt_of> (?= <word&!dt_the> )",
    trigger="timeunits",
    needs="dt_of",
    accept=lambda hit: unit(hit["unit"]) in ("H", "D", "W", "M", "Y", "DE") and hit.tag_before() in ".,\nKIVZdGn" and hit.before() != "of",
    end=lambda hit: hit.last - 1,
    yes={"[Weeks] of talks had failed": "PXW", "it ended [years] of war": "PXY"},
    no=("the days of war", "three weeks of talks", "days of the week"),
)
def units_of(hit: Hit, context: Context) -> Time | None:
    """Weeks of talks, years of war."""
    return Time("DURATION", value_of(None, unit(hit["unit"])))


@rule(
    r"<dt_the>? (?P<unit><timeunits>) (?: (?P<ahead><dt_ahead>) | <dt_to> (?P<come><word>) )",
    trigger="timeunits",
    needs="dt_ahead|dt_to",
    accept=lambda hit: bool(unit(hit["unit"])) and (hit["ahead"] == "ahead" or hit["come"] == "come") and hit.tag_before() in "I\n.,P",
    yes={"in [the weeks ahead]": "FUTURE_REF", "for [years to come]": "FUTURE_REF", "in [the months to come], it said": "FUTURE_REF"},
    no=("the days to go", "he finished two days ahead"),
)
def units_ahead(hit: Hit, context: Context) -> Time | None:
    """The weeks ahead, years to come."""
    return Time("DATE", "FUTURE_REF")
