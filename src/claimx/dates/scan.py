"""Where the time expressions of a page stand: the rules in their order, tried near the words that trigger them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from claimx.alphabet import alphabet
from claimx.dates import (
    absolute,
    clock,
    dayparts,
    durations,
    months,
    named,
    numeric,
    offsets,
    periods,
    references,
    relative,
    sets,
    vague,
    years,
)
from claimx.dates.extent import widen
from claimx.dates.rule import Hit, Rule
from claimx.grammar import members

if TYPE_CHECKING:
    from claimx.reading import Reading
    from claimx.words import Words

_LEFT, _RIGHT = 9, 9
"""Tokens around a trigger that an expression may reach to."""
_BEHIND = 2
"""Tokens behind an expression that its rule may look at."""


@cache
def rules() -> tuple[Rule, ...]:
    """All rules; of two that match the same words, the earlier one gets them."""
    return (
        numeric.iso, numeric.figures, numeric.dotted, named.eleventh_of_september, clock.part_of_day, absolute.month_day_year,
        absolute.day_month_year, absolute.day_month_hyphens, months.part_of_month, clock.twelve_hours,
        clock.twelve_hours_dotted, clock.full_hours, clock.oclock, clock.named_hour, dayparts.hour_and_part, clock.day_and_part,
        clock.overnight, clock.part_by_direction, dayparts.part_hours, dayparts.part_before, dayparts.part_alone, named.holiday,
        sets.weekdays, sets.times_a_unit, sets.every_named, sets.every_unit, months.month_of_year, absolute.month_year,
        absolute.day_month, absolute.month_day, absolute.range_end, periods.quarter_by_month, periods.quarter_of_year,
        periods.middle, periods.midpoint, periods.period_end, periods.quarter, periods.quarter_short, periods.half_short,
        periods.half_year, periods.season, periods.fiscal_year, absolute.month_by_direction, absolute.month_alone,
        relative.two_days_off, offsets.same_period, offsets.ago, offsets.earlier, offsets.year_earlier, offsets.units_ago,
        years.century, years.era, years.decade, years.decade_by_word, durations.remainder, durations.bounded, vague.units_ahead,
        vague.bounded_vague, durations.bounded_single, durations.quarter_of, durations.half, durations.lower_end, sets.rate,
        durations.compound, durations.counted, durations.counted_short, durations.single, durations.unit_long,
        durations.unit_long_glued, sets.weekends, vague.units_alone, vague.units_before, vague.units_of,
        relative.weekday_of_week, relative.unit_by_reference, relative.unit_by_direction, relative.unit_of_a_row,
        periods.full_year_of, relative.unit_before, relative.unit_spoken_of, relative.weekday_and_day,
        relative.weekday_by_direction, relative.weekday_alone, relative.reference_day, sets.set_word, sets.set_phrase,
        references.reference_word, references.reference_noun, references.these_days, references.that_time,
        references.reference_adjective, years.spelled_year, years.short_year, years.year_end_of_range, years.year_alone,
        absolute.day_of_month,
    )  # fmt: skip


class Found(msgspec.Struct, frozen=True):
    """The tokens FIRST up to LAST, widened by modifiers, and what the rule matched in them."""

    first: int
    last: int
    rule: Rule
    hit: Hit


def spans(reading: Reading) -> list[Found]:
    """All time expressions of a page in text order, without overlap."""
    found: list[Found] = []
    codes = reading.words.codes
    for first, last in _windows(reading.words):
        chosen = _chosen(codes[first:last])
        if not chosen:
            continue
        taken = _window(reading, first, last, chosen)
        if len(taken) > 1:
            taken.sort(key=lambda one: one.first)
        for one in taken:
            if not found or one.first >= found[-1].last:
                found.append(one)
    return found


def _window(reading: Reading, first: int, last: int, chosen: list[Rule]) -> list[Found]:
    """The expressions within the tokens FIRST to LAST."""
    found: list[Found] = []
    free = [(first, last)]
    codes = reading.words.codes
    bound = min(len(codes), last + _BEHIND)
    for one in chosen:
        match = one.search(codes, first, bound)
        if match is None:
            continue
        start, known = match.start(), len(found)
        rest: list[tuple[int, int]] = []
        for a, b in free:
            at = a
            if start < b:  # the first match does not lie behind
                # up to the window's end and from before the match on, the search would find the same again
                for hit in _hits(reading, one, a, b, match if b == last and a <= start else None):
                    found.append(Found(*widen(hit, at, b), one, hit))
                    rest.append((at, found[-1].first))
                    at = found[-1].last
            rest.append((at, b))
        if len(found) > known:
            free = [(a, b) for a, b in rest if b > a]
    return found


def _hits(reading: Reading, one: Rule, first: int, last: int, match: re.Match[str] | None) -> Iterator[Hit]:
    """The matches of a rule within the tokens FIRST to LAST that it accepts, from left to right; MATCH is the first if it is known."""
    codes = reading.words.codes
    search, bound = one.search, min(len(codes), last + _BEHIND)
    if match is None:
        match = search(codes, first, bound)
    while match is not None:
        start, end = match.span()
        at = start + 1
        if start < end <= last:
            hit = Hit(reading, match)
            if one.end is not None:
                ended = one.end(hit)
                hit.last = ended if ended is not None and ended <= last else start
            if hit.last > start and (one.accept is None or one.accept(hit)):
                yield hit
                at = hit.last
        match = search(codes, at, bound) if at < last else None


def _windows(words: Words) -> Iterator[tuple[int, int]]:
    """Stretches of tokens around triggers."""
    first, last, size = 0, -1, len(words)
    trigger, opening = _trigger()
    for found in trigger.finditer(words.codes):
        at = found.start()
        if words.codes[at] in opening and words.longest("holiday", at) is None:
            continue  # "New York", not "New Year"
        if last < 0 or at - _LEFT > last:
            if last >= 0:
                yield first, last
            first = max(at - _LEFT, last, 0)
        last = min(at + 1 + _RIGHT, size)
    if last >= 0:
        yield first, last


def _chosen(codes: str) -> list[Rule]:
    """The rules, in their order, that a stretch of tokens calls for: it has a word of their trigger, and all that they need."""
    calls, asked, free, named = _calls()
    mask = 0
    for code in asked.intersection(codes):
        mask |= calls[code]
    met = mask
    for nothing in free:
        mask >>= len(named)
        met &= mask | nothing
    found = []
    while met:
        lowest = met & -met
        found.append(named[lowest])
        met ^= lowest
    return found


@cache
def _calls() -> tuple[dict[str, int], frozenset[str], tuple[int, ...], dict[int, Rule]]:
    """From a character to the rules that it triggers, one bit a rule, and in as many bits each above to those that need it.

    Also the characters that have any, the bits of the rules that have no first, no second need, and from each bit to its rule.
    """
    bits: dict[str, int] = {}
    named = {1 << number: one for number, one in enumerate(rules())}
    most = max(len(one.needs.split()) for one in rules())
    for bit, one in named.items():
        for place, names in enumerate((one.trigger, *one.needs.split())):
            for name in names.split("|"):
                bits[name] = bits.get(name, 0) | bit << place * len(named)
    found: dict[str, int] = {}
    for name, mask in bits.items():
        for code in alphabet().members(name):
            found[code] = found.get(code, 0) | mask
    free = tuple(sum(bit for bit, one in named.items() if len(one.needs.split()) < place) for place in range(1, most + 1))
    return found, frozenset(found), free, named


@cache
def _trigger() -> tuple[re.Pattern[str], frozenset[str]]:
    """A word of any trigger; and the characters of those words that trigger only if they open the name of a holiday.

    Signs trigger only between figures, "Q" and the like only by their own class.
    """
    names = {name for one in rules() for name in one.trigger.split("|")}
    words = names - {"/", "-", ":", "'", "'s"}
    figure = members("int&tight")
    # a set at its beginning is what the engine finds fastest: it is looked for first, and then looked back upon
    pattern = re.compile(
        rf"{members('|'.join(sorted(names)))} (?: (?<={members('|'.join(sorted(words)))})"
        rf" | (?<={figure}{members('/&tight|-&tight|:&tight')}) (?={members('int')})"
        rf" | (?<={members(chr(39))}) (?={members('num|decadeno')}) | (?<={members('int')}{members(chr(39) + 's')}) )",
        re.VERBOSE,
    )
    others = {code for name in words - {"holiday+"} for code in alphabet().members(name)}
    return pattern, frozenset(alphabet().members("holiday+")) - others
