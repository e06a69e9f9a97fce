"""Expressions without a date: now, recently, the past, the future."""

from __future__ import annotations

from claimx.dates.context import Context
from claimx.dates.lookup import column
from claimx.dates.rule import Hit, Time, rule

_MODIFIERS = frozenset(("very", "more", "most", "just", "pretty", "until", "till"))


def _end(hit: Hit) -> int | None:
    """The end of the longest reference that starts here, if it stands by itself."""
    found = hit.words.longest("refword", hit.first)
    if found is None:
        return None
    row, last = found
    form = row["form"]
    after = hit.tags[last] if last < len(hit.tags) else "\n"
    if form.startswith("the ") or form == "present":
        if after in "NSPJG#'-" or (form == "present" and hit.before() not in ("at", "to", "the", "until")):
            return None
        return last if not (last < len(hit.words) and hit.words.lower(last) in ("of", "and") and form == "the moment") else None
    if form == "now" and hit.words.text(hit.first).isupper() and hit.tag_before() == "(":
        return None
    return last


@rule(
    r"<refword|refword+>",
    trigger="refword|refword+",
    end=_end,
    yes={
        "he [now] says": "PRESENT_REF",
        "is [currently] the head": "PRESENT_REF",
        "has [recently] begun": "PAST_REF",
        "will come [soon]": "FUTURE_REF",
        "in [the past],": "PAST_REF",
        "in [the near future].": "FUTURE_REF",
        "for [the time being].": "PRESENT_REF",
    },
    no=("it is known", "the past week", "the future king"),
)
def reference_word(hit: Hit, context: Context) -> Time | None:
    """Now, recently, soon, the past, the future."""
    found = hit.words.longest("refword", hit.first)
    return Time("DATE", found[0]["value"]) if found else None


@rule(
    r"(?P<word><refadj>) (?: (?P<unit><timeunits>) )?",
    trigger="refadj",
    accept=lambda hit: bool(hit["unit"]) or hit.tag_after() in "NSJGnP",
    yes={"the [current] crisis": "PRESENT_REF", "the [recent] losses": "PAST_REF", "in [recent years]": "PAST_REF"},
    no=("an electric current",),
)
def reference_adjective(hit: Hit, context: Context) -> Time | None:
    """The current crisis, recent losses, recent years."""
    return Time("DATE", column("references", "value")[hit["word"]])
