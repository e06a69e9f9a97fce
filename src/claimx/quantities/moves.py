"""Whether a figure is what something rose or fell by: the verb of change that governs it, an adverb behind it, a figure before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.quantities import change, context

if TYPE_CHECKING:
    from claimx.quantities.draft import Draft
    from claimx.quantities.scan import Scan


def changes(scan: Scan, one: Draft, previous: Draft | None) -> None:
    """Give a draft its change, from the words around it or from the draft before it."""
    start = min(one.start, one.comparator_at[0]) if one.comparator_at else one.start
    if one.comparator_at is not None and one.comparator_at[0] < one.start and _level(scan, one):
        return
    found = change.before(scan, start)
    if found is not None and _moved(scan, one, found, start):
        return
    found = found or _behind(scan, one) or _object_first(scan, one, start)
    if found is not None:
        one.change, one.change_at = found.change, (found.first, found.last)
    elif previous is not None:
        _taken_over(scan, one, previous, start)


def _behind(scan: Scan, one: Draft) -> change.Found | None:
    """The adverb behind a figure ("3% higher", "$2 up"); "50 metres down in the mine" tells where."""
    found = change.behind(scan, one.end)
    place = one.unit is not None and one.unit.kind in ("length", "duration")
    return None if place and scan.lowers[one.end] in ("up", "down") else found


def _level(scan: Scan, one: Draft) -> bool:
    """Is the figure how far something went ("fell below 20 degrees", "sank as low as $5"), not by how much?"""
    assert one.comparator_at is not None
    return scan.lowers[one.comparator_at[0]] in ("below", "above") or scan.lowers[one.start - 2] in ("low", "high")


# ---- what no change is, though a verb of change stands before it ---------------------------------------------------


def _moved(scan: Scan, one: Draft, found: change.Found, start: int) -> bool:
    """Is the figure what is moved ("raised two children", "dropped 20 bombs"), or a time ("fell six days running")?"""
    words = scan.lowers[found.last : start]
    kind = one.unit.kind if one.unit else "number"
    last = one.counted.last if one.counted else one.end
    if scan.lowers[last] == "short":
        return True  # "fell 3 votes short"
    if words and words[0] in ("a", "an") and one.counted is None and scan.tags[one.end] in "NSPJ-" and scan.lowers[one.end] not in _WHEN:
        return True  # "gained a new 5-year contract"
    if "by" in words:
        return False
    if kind == "duration" or (kind == "count" and one.unit is not None and one.unit.name in _TIMES):
        return scan.lowers[last] in _DATED or not _STRAIGHT.isdisjoint(scan.lowers[one.numeral.last : last + 2])
    verb = scan.lowers[found.first]
    if kind == "ratio" and one.counted is None:
        return found.change == "down" and one.unit is not None and one.unit.name == "time"  # "fell three times"
    if verb.startswith(("rais", "rall")):
        return kind not in ("percent", "percentage_point") and not _ranked(one)
    if verb.startswith("lift"):
        return kind in ("currency", "mass", "count")
    if kind == "length":
        return scan.lowers[last] in ("above", "below")  # "rose 40 m above the bay"
    if kind == "currency":
        return scan.lowers[last] == ("worth" if verb.startswith("drop") else "into")
    if one.counted is None or kind != "count" or one.unit is None:
        return False
    return one.unit.name in _CONTESTS if found.thing else not _ranked(one)


_CONTESTS = frozenset("game match set contest race election battle fight bout war round series final appeal lawsuit time".split())
"""What is lost without becoming less."""
_WHEN = frozenset(("last", "next", "year", "today", "yesterday", "early", "late"))
_DATED = frozenset(("ago", "earlier", "later", "before", "after", "old"))
_STRAIGHT = frozenset(("straight", "consecutive", "running", "row", "successive", "succession"))
_TIMES = frozenset(("quarter", "session", "season", "period"))


def _ranked(one: Draft) -> bool:
    """Is a count one of the steps on a scale, on which things themselves rise and fall ("climbed two places")?"""
    return one.unit is not None and one.unit.name in _STEPS


_STEPS = frozenset("point place spot position rank notch rung seat vote pip tick level case unit job percentile delegate".split())


# ---- a verb with its object between, and figures that go on with a change ------------------------------------------


def _object_first(scan: Scan, one: Draft, start: int) -> change.Found | None:
    """ "cut emissions 30 percent", "lowered its forecast $5": an amount behind what a verb of change has for its object."""
    if one.unit is None or not (one.unit.kind in _AMOUNTS or one.unit.name == "point"):
        return None
    if scan.tags[one.end] in "NSJP-" or scan.lowers[one.end] in ("of", "for", "worth"):
        return None
    found = change.over_object(scan, start)
    if found is not None and one.unit.kind == "currency" and scan.lowers[found.first].startswith("rais"):
        return found if scan.lowers[start - 1] in _PRICES else None  # "raised prices 10 cents", but "raised the school $5m"
    return found


_PRICES = frozenset(
    (
        "price prices rate rates wage wages fee fees fare fares cost costs tax taxes bid offer dividend target cap limit pay salary "
        "salaries tariff tariffs bill bills rent rents toll tolls minimum maximum payment payments forecast estimate guidance"
    ).split()
)


_AMOUNTS = frozenset(("percent", "percentage_point", "currency"))


def _taken_over(scan: Scan, one: Draft, previous: Draft, start: int) -> None:
    """The change of the figure before: "lost 190 points, or 0.6%", "was down 2%, its rival by 3%", "cut 300 jobs in Ulm, 40 in Bonn"."""
    if previous.change is None and scan.lowers[start - 1] not in ("(", "/"):
        return
    behind = previous.counted.last if previous.counted else previous.end
    gap = scan.lowers[behind:start]
    if gap in _JOINTS:
        if previous.change is not None:
            one.change, one.change_at = previous.change, previous.change_at
        converted = one.unit is not None and previous.unit is not None and one.unit.kind == previous.unit.kind != "currency"
        if gap in _CONVERTED and converted and one.comparator_at is None and previous.comparator != "~":
            one.comparator, one.comparator_at = previous.comparator, previous.comparator_at
    elif previous.change is not None and len(gap) < _NEAR and previous.unit == one.unit and _goes_on(scan, one, previous, start):
        one.change, one.change_at = previous.change, previous.change_at


_NEAR = 13
_JOINTS = (["or"], [",", "or"], ["("], ["and"], ["by"], ["/"], [","])
_CONVERTED = (["("], ["/"])


def _goes_on(scan: Scan, one: Draft, previous: Draft, start: int) -> bool:
    """Do the words between two figures tell only where or when, so that both are of one verb?"""
    behind = previous.counted.last if previous.counted else previous.end
    if one.unit is not None and one.unit.kind in _AMOUNTS and _gapped(scan, one, behind, start):
        return True
    if scan.lowers[start - 1] == "further":
        return not any(tag in "BYAMZdVnGb:;" for tag in scan.tags[behind:start])
    return scan.lowers[start - 1] == "by" or bool(context.parallel(scan, previous, one, start))


def _gapped(scan: Scan, one: Draft, behind: int, start: int) -> bool:
    """Is the verb left out between the second thing and its figure ("Ford rose 5%, Opel 3% and Fiat 2%")?"""
    first = behind
    while first < start and scan.lowers[first] in (",", "and", "while"):
        first += 1
    if not behind < first < start or scan.tags[one.end] in "NSJPG-" or scan.lowers[one.end] in ("of", "for"):
        return False
    return scan.tags[start - 1] in "NSP" and all(tag in "DHJNSP'-" for tag in scan.tags[first:start])
