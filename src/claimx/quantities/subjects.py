"""What a percentage, a sum or a measure is of: the noun phrase it is a share, price, size or change of, from the clause.

The rules look right of the figure first ("60 per cent of its revenue", "a 25% tax"), then at what stands directly left
of it ("speeds of up to 400 km/h", "revenue up 31%"), then for the verb that governs it and that verb's subject.
A rule gets token indices and gives the tokens of a noun phrase, without its determiner.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx import speech
from claimx.quantities.clauses import Found, governor, main_subject, subject
from claimx.quantities.context import has_verb
from claimx.quantities.phrases import Tokens, chain, covering, is_time, phrase_at, time_nouns
from claimx.quantities.shared import is_object

if TYPE_CHECKING:
    from claimx.quantities.draft import Draft
    from claimx.quantities.scan import Scan

_GENERIC = frozenset(
    "total range average sum maximum minimum record high low close equivalent combined peak mean median figure amount excess end finish "
    "annual new quarterly monthly daily weekly staggering whopping estimated long-run normal modest".split()
)
"""Heads that say how, not of what: "a total of $5"."""

_COMPARATIVE = frozenset(
    "more less higher lower long wide tall deep high ago later earlier vs vs. versus old apart away annually next last this per "
    "above below faster slower cheaper better worse longer shorter bigger smaller larger greater each also further other "
    "compared up down such".split()
)


def find(scan: Scan, draft: Draft, previous: Draft | None, first: int) -> Found | None:
    """The subject of a draft in the sentence that starts at the token FIRST, and the rule that gave it."""
    if draft.counted is not None:
        if scan.lowers[draft.counted.head] in ("whom", "them", "those") and previous is not None and previous.subject:
            return previous.subject, "partitive"
        return (draft.counted.first, draft.counted.last), "counted"
    found = (
        _right(scan, draft)
        or _linked(scan, draft, previous, first)
        or _share(scan, draft, previous, first)
        or _left(scan, draft, previous, first)
    )
    if found is not None:
        return found
    if previous is not None and previous.subject is not None and previous.start >= first:
        return previous.subject, "previous"
    return None


# ---- right of the figure -------------------------------------------------------------------------------------------


def _right(scan: Scan, draft: Draft) -> Found | None:
    end = _past_bracket(scan, draft) if scan.tags[draft.end] == "(" else draft.end
    if scan.tags[end] == '"' and scan.lowers[end + 1] == "of":
        end += 1  # "as many as 60%" of infections
    word = scan.lowers[end]
    kind = draft.unit.kind if draft.unit else ""
    if word == "worth" and scan.lowers[end + 1] == "of":
        found = phrase_at(scan, end + 2)
        return (found, "worth-of") if found else None
    if word == "of" and scan.lowers[end + 1] == "those" and scan.tags[end + 2] in "nd":
        return (end + 1, end + 3), "of-whole"  # "of those questioned"
    if word in ("of", "off") and kind != "age" and scan.lowers[draft.start - 1] != "within":
        if scan.lowers[end + 1] in ("whom", "which", "them") or (
            scan.lowers[end + 1] in ("those", "these") and scan.tags[end + 2] not in "NSJP"
        ):
            return None
        found = phrase_at(scan, end + 1)
        return (found, "of-whole") if found else None
    if word in ("from", "to") and _moved(scan, draft, word):
        found = phrase_at(scan, end + 1)
        return (found, "moved-from") if found and scan.tags[found[1] - 1] in "NS" and not is_time(scan, found) else None
    if word == "in" and kind in ("currency", "duration") and scan.tags[end + 1] in "NSJGn":
        found = phrase_at(scan, end + 1)
        if found and not is_time(scan, found) and scan.tags[found[1] - 1] != "P" and scan.lowers[found[0]] not in _IN_IDIOMS:
            return found, "in-what"
    if word == "as" and kind == "currency" and scan.tags[end + 1] in "NSJ":
        found = phrase_at(scan, end + 1)
        return (found, "as-what") if found else None
    if kind == "ratio" and word in ("the", "that", "as", "its", "their"):
        found = phrase_at(scan, end)
        return (found, "times-what") if found and word != "as" else None
    return _attributive(scan, draft, end)


def _moved(scan: Scan, draft: Draft, word: str) -> bool:
    """Is an amount taken from or added to what follows ("wiped $3bn from its value", "adds $5 to the price")?"""
    at = draft.comparator_at[0] if draft.comparator_at and draft.comparator_at[0] < draft.start else draft.start
    stems = _ADDING if word == "to" else _TAKING
    return draft.counted is None and scan.tags[at - 1] in "VZdGn" and scan.lowers[at - 1].startswith(stems)


_ADDING = ("add",)
_TAKING = ("wip", "knock", "shav", "strip", "slash", "lop", "cut", "trim", "subtract", "chop", "eras")


_IN_IDIOMS = frozenset("exchange return cash total advance all length height width size area addition part person public order".split())


def _past_bracket(scan: Scan, draft: Draft) -> int:
    """The index behind the conversion in brackets that follows a figure ("8 miles (13 km) of tunnels")."""
    for index in range(draft.end + 1, draft.end + 9):
        if scan.tags[index] == ")":
            return index + 1
    return draft.end


def _attributive(scan: Scan, draft: Draft, end: int) -> Found | None:
    """ "a 25% tax", "an $800 stone oven", "a 6.1-inch display"."""
    if scan.lowers[end] in ("fewer", "less", "more") and scan.tags[end + 1] in "NSJ":
        end += 1  # "12% fewer cars"
    if scan.tags[end] not in "NSPJGn" or scan.lowers[end] in _COMPARATIVE or _is_verb(scan, draft, end):
        return None
    if scan.lowers[end + 1] in ("a", "an"):
        return None  # a verb that reads as a noun: "flats from $50 to $60 stay a month"
    if draft.unit is not None and draft.unit_at and not draft.prefix and draft.unit.kind not in ("percent", "percentage_point"):
        unit_word = scan.lowers[draft.unit_at[1] - 1]
        if unit_word.endswith("s") and len(unit_word) > 3 and unit_word not in _SINGULAR_S:
            return None
    last = covering(scan, end)
    if last is None or scan.tags[last - 1] not in "NSP":
        return None
    for index in range(end, last):
        if index in scan.owned:
            last = index
            break
    if last <= end or scan.tags[last - 1] not in "NSP" or is_time(scan, (end, last)):
        return None
    return (end, last), "attributive"


def _is_verb(scan: Scan, draft: Draft, at: int) -> bool:
    """Does a noun behind a figure go on as the verb that it can be ("58 percent say the opposite", but "a 7% rise this year")?"""
    if scan.tags[at] != "N" or scan.tags[at + 1] not in "DHOC" or "V" not in speech.options(scan.words.guesses[at]):
        return False
    first = min(draft.start, draft.comparator_at[0]) if draft.comparator_at else draft.start
    return scan.tags[first - 1] not in "DHJ"


_SINGULAR_S = frozenset(("hours'", "celsius", "lens"))


# ---- linked to the quantity before ---------------------------------------------------------------------------------

_LINKS = frozenset(
    (
        "to or and from at in of , ( / up down compared with against versus vs vs. than by just about more only but the "
        "a an its previous was were over nearly around roughly down for on still then before during since back earlier "
        "respectively - – equivalent which is"
    ).split()
)


def _linked(scan: Scan, draft: Draft, previous: Draft | None, first: int) -> Found | None:
    """ "fell 5%, or $3, to $56 from $59": the previous quantity's subject, where nothing but links and dates stand between."""
    if previous is None or previous.subject is None or previous.end <= first:
        return None
    behind = previous.counted.last if previous.counted else previous.end
    if previous.subject_rule in ("attributive", "of-whole", "in-what"):
        behind = max(behind, previous.subject[1])
    gap = range(behind, draft.start)
    if not gap or len(gap) > 12:
        return None
    for index in gap:
        if scan.lowers[index] not in _LINKS and not _dated(scan, index) and scan.tags[index] != "#":
            return None
    if (
        scan.lowers[draft.start - 1] == "("
        or len(gap) < 3
        or any(scan.lowers[i] in ("from", "to", "compared", "or", "vs", "vs.", "versus", "against", "than") for i in gap)
    ):
        if previous.counted is not None and draft.unit is not None and draft.unit != previous.unit and scan.lowers[draft.start - 1] != "(":
            return None
        return previous.subject, "linked"
    return None


def _share(scan: Scan, draft: Draft, previous: Draft | None, first: int) -> Found | None:
    """ "found 56 percent of residents against it and 31 percent in favor": the shares of one whole."""
    if draft.unit is None or draft.unit.kind != "percent" or scan.lowers[draft.start - 1] not in ("and", ",", "with", "while", "but"):
        return None
    if previous is None or previous.unit != draft.unit or previous.subject_rule not in ("of-whole", "share") or previous.start < first:
        return None
    return (previous.subject, "share") if previous.subject and scan.lowers[draft.end] in _STANDS else None


_STANDS = frozenset(
    "in against opposed opposing undecided unsure favor favored favour favoured disagree disagreed approve disapprove".split()
)
"""What goes on behind a share of those asked."""


def _dated(scan: Scan, index: int) -> bool:
    word = scan.lowers[index]
    return (
        scan.codes[index] in scan.sets.year
        or scan.codes[index] in scan.sets.month
        or word in time_nouns()
        or word in ("last", "this", "next", "same", "prior")
    )


# ---- left of the figure --------------------------------------------------------------------------------------------


def _left(scan: Scan, draft: Draft, previous: Draft | None, first: int) -> Found | None:
    at = draft.start
    if draft.comparator_at and draft.comparator_at[0] < at:
        at = draft.comparator_at[0]
    if scan.lowers[at - 1] == "(":
        return _bracket(scan, at - 1, first)
    if draft.unit is None and previous is not None and previous.counted is not None and previous.subject:
        moved = scan.lowers[at - 1] in ("from", "to") and has_verb(scan, previous.counted.last, at)
        if not moved:  # "two bills raised the cap from 300"
            return previous.subject, "elided"
    if scan.lowers[draft.end] == "of" and scan.lowers[draft.end + 1] in ("them", "which", "whom"):
        return _many(scan, at, first)
    if draft.unit is None and scan.tags[draft.end] in "BYAMdZVn":
        return None  # the figure is the subject itself: "40 were killed"
    if scan.lowers[at - 1] == "minus" and scan.lowers[at - 3] == "plus":  # "a margin of plus or minus 3 points"
        at -= 3
    if is_object(scan, draft):
        return None
    for _ in range(3):
        if scan.lowers[at - 1] in (
            "between",
            "just",
            "only",
            "the",
            "a",
            "an",
            "another",
            "additional",
            "further",
            "extra",
            "some",
            "very",
            "exactly",
        ):
            at -= 1
    if scan.lowers[at - 1] in ("age", "ages"):  # "start at age 40", "a man of age 40"
        at -= 1
        if scan.lowers[at - 1] == "at":
            return governor(scan, at - 1, first)
    if draft.change_at is not None and draft.change_at[0] < at:
        return _changed(scan, draft, at, first)
    tag = scan.tags[at - 1] if at > first else "\n"
    if tag in "IT" or scan.lowers[at - 1] in ("worth", "than", "over"):
        found = _preposition(scan, at - 1, first, draft)
        if found is not None:
            return found
    elif scan.lowers[at - 1] in ("costs", "cost", "totals", "averages"):
        return governor(scan, at, first) or subject(scan, at - 1, first)
    elif tag in "NSP" or (tag == "#" and at - 1 not in scan.owned):
        span = chain(scan, at, first)
        gerund = span is not None and span[1] - span[0] == 1 and scan.lowers[span[0]].endswith("ing")
        if span is not None and not gerund and not _generic(scan, span):
            return span, "beside"
    elif tag in ",:":
        aged = draft.unit is not None and draft.unit.kind == "age"
        start = scan.reading.phrases.ending.get(at - 1) if aged else first  # "a fee for Ann Lee, 23": she is, not the fee
        span = chain(scan, at - 1, first if start is None else start)
        if span is not None and draft.unit is not None:
            return span, "apposition"
    return governor(scan, at, first)


def _many(scan: Scan, at: int, first: int) -> Found | None:
    """What "them" are: the last plural ("closed its branches, 40 of them in Wales")."""
    for last in range(at, first, -1):
        if scan.tags[last - 1] == "S":
            span = chain(scan, last, first)
            if span is not None:
                return span, "of-them"
    return None


def _generic(scan: Scan, span: Tokens) -> bool:
    return all(scan.lowers[index] in _GENERIC for index in range(*span))


def _bracket(scan: Scan, at: int, first: int) -> Found | None:
    span = chain(scan, at, first)
    return (span, "bracket") if span else None


def _changed(scan: Scan, draft: Draft, at: int, first: int) -> Found | None:
    """What rose or fell: the object of "raised its forecast by 5%", else the subject of the verb of change."""
    assert draft.change_at is not None
    change = draft.change_at[0]
    by = at - 1
    if scan.lowers[by] in ("by", "to", "from") and change < by - 1:
        span = chain(scan, by, change)
        if span is not None:
            return span, "object"
    if scan.tags[by] in "NSP" and change < by:
        span = chain(scan, at, change)
        if span is not None and scan.tags[span[0] - 1] != "I":
            return span, "object"  # "cut emissions 30 percent", "Ford rose 5%, Opel 3%"
    particle = scan.lowers[change] in ("up", "down", "higher", "lower")
    beside = chain(scan, change, first) if particle else None
    if beside is not None:
        return beside, "beside"
    found = governor(scan, change + 1, first)
    if found is None and particle and scan.tags[change - 1] == ",":
        beside = chain(scan, change - 1, first)  # "Shares of Ford, up 12% this year, were"
    return (beside, "beside") if beside is not None else found


_PUT = frozenset(
    "put puts putting peg pegs pegged pegging estimate estimates estimated estimating value values valued valuing set sets setting".split()
)
"""Verbs of one who tells a figure: "officials put the death toll at 52"."""


def _preposition(scan: Scan, at: int, first: int, draft: Draft) -> Found | None:
    """ "speeds of Q", "levels at Q", "the rate to Q", "products priced at Q", "claims, ranging from Q"."""
    span = chain(scan, at, first)
    if span is None:
        before = scan.tags[at - 1]
        if before in "nG" or (before in "dVN" and scan.lowers[at - 1].endswith(("ed", "ing"))):
            if scan.tags[at - 2] == "," and before == "G":
                return main_subject(scan, at - 2, first) or None
            step = at - 1 - (scan.tags[at - 2] == "R")
            step -= scan.tags[step - 1] == ","
            if scan.tags[step - 1] in "YBbA":
                return None
            span = chain(scan, step, first)
            return (span, "participle") if span else None
        return None
    outer = span[0] - 1 - (scan.tags[span[0] - 1] in "DH")
    if scan.lowers[at] == "at" and scan.lowers[outer] in _PUT:
        return span, "put-at"
    if _generic(scan, span):
        found = governor(scan, scan.reading.phrases.ending.get(at, at), first)
        return found or (span, "of-figure")
    if scan.lowers[at] in ("for", "in", "on", "after", "within", "during") and draft.unit is not None and draft.unit.kind == "duration":
        return governor(scan, at, first)
    if scan.lowers[at] in ("in", "on", "after", "before", "as", "than"):
        return None
    if scan.lowers[at] == "by" and scan.tags[outer] in "dZVG":
        return governor(scan, at, first) or (span, "of-figure")  # "leads her rival by 9 points"
    if scan.lowers[outer] in ("against", "versus"):
        return governor(scan, outer, first)  # "eased against the yen to 108.79"
    if scan.lowers[outer] == "with":
        return span, "absolute"  # ", with her rival at 42 percent"
    if scan.tags[outer] == "I" and scan.lowers[at] != "of":  # "was extended in Spain to 75"
        return governor(scan, outer, first) or (span, "of-figure")
    return span, "of-figure"
