"""Whether two claims are about the same thing: what forbids it, and how much speaks for it."""

from __future__ import annotations

import math
from typing import NamedTuple

from claimx.compare import vocabulary as words
from claimx.compare.features import Features
from claimx.compare.period import agree
from claimx.model import Number

ENOUGH = 2.0
_OPPOSED = frozenset(
    frozenset(pair.split())
    for pair in ("support oppose", "hire layoff", "import export", "buy sell", "open close", "leave return", "earn lose", "build close")
)
_LOOSE = frozenset([("duration", unit) for unit in ("a", "mo", "wk", "d", "h", "min", "s")] + [("age", "a")])
"""Units in which articles share figures without being about the same thing."""
_SMALL = 20
_YEAR = 400
_GENERIC = frozenset(("", "person", "money", "percent", "man", "woman", "child", "thing", "case", "company", "home"))


class Verdict(NamedTuple):
    """``score`` (0 where something forbids it) and the reasons, for people. ``same``: it is enough."""

    same: bool
    score: float
    reasons: tuple[str, ...]


def compare(a: Features, b: Features, *, why: bool = False) -> Verdict:
    """Hold two claims with the same key against each other. Reasons are only written down if asked for."""
    refusal = _forbidden(a, b)
    if refusal:
        return Verdict(False, 0.0, (refusal,))
    points = _points(a, b)
    score = sum(points.values())
    enough = ENOUGH - (0.0 if a.head in _GENERIC else 0.4) + (0.0 if a.head else 0.6) + (0.8 if a.key[0] in _LOOSE else 0.0)
    reasons = tuple(f"{name} {value:+.1f}" for name, value in points.items() if value) if why else ()
    return Verdict(score >= enough, score, reasons)


def _forbidden(a: Features, b: Features) -> str | None:
    if a.key != b.key:
        return "another unit, subject, role or part"
    if a.negated != b.negated:
        return "one is negated"
    if a.nation and b.nation and a.nation != b.nation:
        return f"{a.nation} and {b.nation}"
    if a.restrictive != b.restrictive:
        return "another population: " + ", ".join(sorted(a.restrictive ^ b.restrictive))
    if a.modifiers and b.modifiers and not (a.modifiers <= b.modifiers or b.modifiers <= a.modifiers):
        return "another kind: " + ", ".join(sorted(a.modifiers ^ b.modifiers))
    happening = a.happening or b.happening
    unlike = a.event != b.event and a.event and b.event
    if unlike and (happening or not (a.content & b.content) or frozenset((a.event, b.event)) in _OPPOSED):
        return f"another thing is said: {a.event} and {b.event}"
    if happening and a.bounds == b.bounds and _telling(a) and a.period.kind == b.period.kind == "none":
        happening = False  # the trial years later gives the same toll
    if happening and _goes_on(a) and _goes_on(b):
        happening = False  # the dead of a war are counted for years
    return _elsewhere(a, b) or _owned(a, b) or agree(a.period, b.period, a.context.day, b.context.day, happening, a.measured)


def _goes_on(one: Features) -> bool:
    return one.period.kind in ("none", "since") and bool(words.ongoing() & (one.content | one.context.title))


def _telling(one: Features) -> bool:
    """Whether a figure is so exact that two articles hardly share it by chance: three digits and more, not all zeros."""
    low, high = one.bounds
    return low == high and low is not None and len(str(low).rstrip("0").lstrip("-").replace(".", "")) >= 3


def _elsewhere(a: Features, b: Features) -> str | None:
    """Both say where, and the places differ; where one does not say it, its document does."""
    for of in ("cities", "nations"):
        here, there = getattr(a, of), getattr(b, of)
        if here and there:
            if not (here & there):
                return "other places: " + ", ".join(sorted(here ^ there))
        elif here or there:
            said, silent = (a, b) if here else (b, a)
            around = getattr(silent.context, of)
            if around and not (getattr(said, of) & around) and not (getattr(said.context, of) & around):
                return "other places: " + ", ".join(sorted(getattr(said, of) | around))
    return None


def _owned(a: Features, b: Features) -> str | None:
    """Figures of two firms or bodies; and articles that share no name at all."""
    one_event = (a.happening or b.happening) and (a.cities & b.cities or a.nations & b.nations)
    if a.owner and b.owner and a.owner != b.owner and not (one_event or _speaks_of(a, b.owner) or _speaks_of(b, a.owner)):
        return f"of {a.owner} and of {b.owner}"
    around_a = a.context.names | {name.lower() for name in a.context.nations | a.context.cities}
    around_b = b.context.names | {name.lower() for name in b.context.nations | b.context.cities}
    if around_a and around_b and not around_a & around_b and not a.context.title & b.context.title:
        return "articles that share no name"
    return None


def _decades(a: Features, b: Features) -> float:
    """How many powers of ten lie between two figures; 0 where one is not above zero."""
    sizes = _size(a), _size(b)
    if not all(0 < size < 10**300 for size in sizes):
        return 0.0
    return abs(math.log10(sizes[0]) - math.log10(sizes[1]))


def _size(one: Features) -> Number:
    return abs(next((end for end in one.bounds if end is not None), 0))


def _speaks_of(one: Features, name: str) -> bool:
    return name in one.names or words.stem(name) in one.context.title


def _points(a: Features, b: Features) -> dict[str, float]:
    points: dict[str, float] = {}
    if a.event or b.event:
        points["said of it"] = (2.0 if a.event == b.event else -1.0) if a.event and b.event else -0.3
    shared = len(a.content & b.content)
    least = min(len(a.content), len(b.content))
    points["shared words"] = 1.2 * shared / max(least, 3) + min(shared, 4) * 0.1
    if a.modifiers or b.modifiers:
        points["modifiers"] = 0.8 if a.modifiers == b.modifiers else -0.2
    if a.nation and b.nation:
        points["nation"] = 0.4
    if a.cities & b.cities or a.nations & b.nations:
        points["place"] = 0.7
    elif a.cities & b.context.cities or b.cities & a.context.cities or a.nations & b.context.nations or b.nations & a.context.nations:
        points["place around"] = 0.4
    elif bool(a.cities | a.nations) != bool(b.cities | b.nations) and not (a.happening or b.happening):
        points["place of one only"] = -0.6
    names = a.names & b.names
    if names:
        points["names"] = min(0.4 * len(names), 0.8)
    around = 0 if names else len(a.context.names & b.context.names)
    if around:
        points["names around"] = min(around * 0.2, 0.6)
    if a.owner and a.owner == b.owner:
        points["owner"] = 0.8
    title = len(a.context.title & b.context.title)
    points["title"] = min(title * 0.2, 0.8)
    if a.bounds == b.bounds:
        points["same figure"] = 0.3 if _size(a) >= _SMALL else 0.0
    else:
        points["size"] = -0.5 * max(0.0, _decades(a, b) - 1.0)
    if a.speaker and a.speaker == b.speaker:
        points["same speaker"] = 0.3
    if a.period.kind not in ("none", "past") and a.period == b.period:
        points["same period"] = 0.3
    if (
        a.head in _GENERIC
        and not a.event
        and not b.event
        and {a.period.kind, b.period.kind} <= {"none", "day"}
        and abs(a.context.day - b.context.day) > _YEAR
    ):
        points["years apart"] = -0.8
    if a.hedged != b.hedged:
        points["one is hedged"] = -0.3
    if a.head not in _GENERIC:
        points["subject"] = 0.5
    return points
