"""Where the time expressions of a page stand: the rules in their order, tried near the words that trigger them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

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

_LEFT, _RIGHT = 9, 9
"""Tokens around a trigger that an expression may reach to."""


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


@dataclass(frozen=True, slots=True)
class Found:
    """The tokens FIRST up to LAST, widened by modifiers, and what the rule matched in them."""

    first: int
    last: int
    rule: Rule
    hit: Hit


def spans(reading: Reading) -> list[Found]:
    """All time expressions of a page in text order, without overlap."""
    found: list[Found] = []
    for first, last, chosen in _windows(reading.words.codes):
        taken = _window(reading, first, last, chosen)
        taken.sort(key=lambda one: one.first)
        for one in taken:
            if not found or one.first >= found[-1].last:
                found.append(one)
    return found


def _window(reading: Reading, first: int, last: int, chosen: tuple[Rule, ...]) -> list[Found]:
    """The expressions within the tokens FIRST to LAST."""
    found: list[Found] = []
    free = [(first, last)]
    codes = reading.words.codes
    bound = min(len(codes), last + 2)
    for one in chosen:
        if one.pattern.forward.search(codes, first, bound) is None:
            continue
        rest: list[tuple[int, int]] = []
        for a, b in free:
            at = a
            for hit in _hits(reading, one, a, b):
                found.append(Found(*widen(hit, at, b), one, hit))
                rest.append((at, found[-1].first))
                at = found[-1].last
            rest.append((at, b))
        free = [(a, b) for a, b in rest if b > a]
    return found


def _hits(reading: Reading, one: Rule, first: int, last: int) -> Iterator[Hit]:
    """The matches of a rule within the tokens FIRST to LAST that it accepts, from left to right."""
    codes, at = reading.words.codes, first
    search = one.pattern.forward.search
    while at < last:
        match = search(codes, at, min(len(codes), last + 2))
        if match is None:
            return
        if match.end() <= last and match.end() > match.start():
            hit = Hit(reading, match)
            if one.end is not None:
                end = one.end(hit)
                hit.last = end if end is not None and end <= last else hit.first
            if hit.last > hit.first and (one.accept is None or one.accept(hit)):
                yield hit
                at = hit.last
                continue
        at = match.start() + 1


def _windows(codes: str) -> Iterator[tuple[int, int, tuple[Rule, ...]]]:
    """Stretches of tokens around triggers, and the rules that the words in them call for."""
    first, last = 0, -1
    for found in _trigger().finditer(codes):
        start = found.start() - _LEFT
        if last < 0 or start > last:
            if last >= 0:
                yield first, last, _chosen(_mask(codes, first, last))
            first = max(start, last, 0)
        last = min(found.end() + _RIGHT, len(codes))
    if last >= 0:
        yield first, last, _chosen(_mask(codes, first, last))


def _mask(codes: str, first: int, last: int) -> int:
    """The triggers and needs that the tokens FIRST to LAST meet, as bits."""
    mask, bits = 0, _bits()
    for code in set(codes[first:last]):
        mask |= bits.get(code, 0)
    return mask


@cache
def _bits() -> dict[str, int]:
    """From a character to the rules that it triggers and those that need it: two bits a rule."""
    found: dict[str, int] = {}
    for number, one in enumerate(rules()):
        for bit, names in ((2 * number, one.trigger), (2 * number + 1, one.needs)):
            for name in filter(None, names.split("|")):
                for code in alphabet().members(name):
                    found[code] = found.get(code, 0) | 1 << bit
    return found


@lru_cache(4096)
def _chosen(mask: int) -> tuple[Rule, ...]:
    return tuple(one for number, one in enumerate(rules()) if mask >> 2 * number & 1 and (not one.needs or mask >> 2 * number + 1 & 1))


@cache
def _trigger() -> re.Pattern[str]:
    """A word of any trigger. Signs trigger only between figures, "Q" and the like only by their own class."""
    names = {name for one in rules() for name in one.trigger.split("|")}
    signs = {"/", "-", ":", "'"}
    plain = "|".join(sorted(names - signs - {"'s"}))
    figure = members("int&tight")
    return re.compile(
        rf"(?: {members(plain)} | (?<={figure}) (?:{members('/&tight')}|{members('-&tight')}|{members(':&tight')}) (?={members('int')})"
        rf" | {members(chr(39))}(?={members('num|decadeno')}) | (?<={members('int')}){members(chr(39) + 's')} )+",
        re.VERBOSE,
    )
