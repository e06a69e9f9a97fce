"""Expressions without a date: now, recently, the past, the future."""

from __future__ import annotations

from claimx.dates.context import Context
from claimx.dates.lookup import column
from claimx.dates.rule import Hit, Time, rule

_OTHERS = {("now", "that"), ("soon", "after"), ("soon", "afterward"), ("soon", "afterwards"), ("soon", "before")}
"""Words that are another with the next: a conjunction ("now that"), or counted from what was told ("soon after")."""


def _free(hit: Hit) -> bool:
    """Whether the word stands by itself, not within a compound ("the now-cancelled deal")."""
    if hit.after() == "-" and hit.words.end(hit.last - 1) == hit.words.starts[hit.last]:
        return False
    if (hit["word"], hit.after()) in _OTHERS:
        return False
    if hit["word"] == "now" and (hit.before() == "every" or (hit.after() == "and" and hit.after(1) in ("then", "again"))):
        return False
    return not ((hit.before() == "as" or hit.after() == "as") and hit["word"] in ("soon", "recently", "lately"))


@rule(
    r"<refadv>? (?P<word><refword>)",
    trigger="refword",
    accept=_free,
    yes={
        "he [now] says": "PRESENT_REF",
        "is [currently] the head": "PRESENT_REF",
        "has [more recently] begun": "PAST_REF",
        "will come [very soon].": "FUTURE_REF",
    },
    no=(
        "Now that he is here",
        "he left soon after the vote",
        "it is known",
        "the now-cancelled deal",
        "as soon as he can",
        "as recently as Monday",
    ),
)
def reference_word(hit: Hit, context: Context) -> Time | None:
    """Now, recently, soon."""
    return Time("DATE", column("references", "value")[hit["word"]])


@rule(
    r"""
        <dt_the> (?: <refmod|refadj|-> ){0,6} (?P<word><refnoun>)
        | (?<=<dt_at>) (?P<bare><refnoun>)
        | <dt_the> (?: <dt_time> (?P<being><refbeing>) | <refmod|dt_long> (?P<term><refterm>) )
    """,
    trigger="refnoun|refbeing|refterm",
    needs="refnoun|dt_time|refmod|dt_long",
    accept=lambda hit: (
        hit.tag_after() not in "NSPJG#'-"
        and hit["bare"] not in ("past", "future", "moment")
        and not (
            hit["word"] == "moment"
            and (hit.after() in ("of", "when", "he", "she", "they", "that", "the") or hit.before() not in ("at", "for"))
        )
    ),
    yes={
        "in [the past],": "PAST_REF",
        "in [the near future].": "FUTURE_REF",
        "in [the not-too-distant future].": "FUTURE_REF",
        "for [the time being].": "PRESENT_REF",
        "at [present].": "PRESENT_REF",
        "in [the near term].": "FUTURE_REF",
        "at [the moment],": "PRESENT_REF",
    },
    no=("the past week", "the future king", "the present government", "the moment he came"),
)
def reference_noun(hit: Hit, context: Context) -> Time | None:
    """The past, the future."""
    return Time("DATE", column("references", "value")[hit["word"] or hit["bare"] or hit["being"] or hit["term"]])


@rule(
    r"(?P<which><dt_these>) (?P<unit><timeunits>)(?!<dt_of|->)",
    trigger="timeunits",
    needs="dt_these",
    accept=lambda hit: hit["unit"] == "days",
    yes={"[these days], he says": "PRESENT_REF", "in [those days] he was young": "PAST_REF"},
    no=("these hours", "those years"),
)
def these_days(hit: Hit, context: Context) -> Time | None:
    """These days, those days."""
    return Time("DATE", "PRESENT_REF" if hit["which"] == "these" else "PAST_REF")


@rule(
    r"(?<=<dt_until|dt_since|dt_at|dt_prep>) <dt_that> <dt_time>",
    trigger="dt_time",
    needs="dt_that",
    accept=lambda hit: hit.tag_after() not in "NSPO" and hit.after() not in ("of", "when", "that"),
    yes={"On Tuesday he was told. By [that time], it was over": "2016-11-22"},
    no=("at the time", "that time he won", "By that time, it was over"),
)
def that_time(hit: Hit, context: Context) -> Time | None:
    """By that time: the date that the paragraph last spoke of; nothing where it has spoken of none."""
    named = context.named()
    return Time("DATE", named.value) if named else None


@rule(
    r"(?P<word><refadj>) (?: (?P<unit><timeunits>) )?",
    trigger="refadj",
    accept=lambda hit: bool(hit["unit"]) or (hit.tag_after() in "NSJGnP" and hit.before() != "most"),
    yes={"the [current] crisis": "PRESENT_REF", "the [recent] losses": "PAST_REF", "in [recent years]": "PAST_REF"},
    no=("an electric current",),
)
def reference_adjective(hit: Hit, context: Context) -> Time | None:
    """The current crisis, recent losses, recent years."""
    return Time("DATE", column("references", "value")[hit["word"]])
