"""What an expression is resolved against: the publication date, and the dates that the text has spoken of so far."""

from __future__ import annotations

import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from claimx.dates.calendar import BLANK, Grain, Period, make_day, step, weekday_near, year_near
from claimx.dates.order import day_first
from claimx.dates.rule import Time
from claimx.dates.tense import direction

if TYPE_CHECKING:
    from claimx.reading import Reading
    from claimx.sentences import Sentence

_NEAR = 60
"""Tokens within which what was named is still spoken of over the border of a paragraph."""
_DAYS_WITHOUT_YEAR = 300
_AHEAD_MONTHS = 3
"""How far ahead a month is taken to lie where no verb says so."""


_ORDER = ("day", "weekend", "week", "month", "quarter", "season", "half", "year", "decade", "century")


def _finer(one: Grain, other: Grain) -> bool:
    """Whether a period of the one grain lies within one of the other, or is one."""
    return _ORDER.index(one) <= _ORDER.index(other)


class Context:
    """The memory of one page, kept in text order."""

    def __init__(self, reading: Reading, published: str | None) -> None:
        self.reading = reading
        self._printed = published
        self.published = datetime.date.fromisoformat(published[:10]) if published else None
        self.sentence = -1
        self.block = -1
        self.at = 0
        self._place = (0, 0, 0, 0)
        self._direction: int | None = None
        self._last: tuple[int, int, Period] | None = None
        self._day: tuple[int, int, Period] | None = None
        self._span: tuple[int, int, Period] | None = None

    @cached_property
    def day_first(self) -> bool | None:
        """Whether the page writes the day before the month; None if nothing on it tells."""
        return day_first(self.reading.page, self._printed)

    def enter(self, first: int, last: int, number: int, sentence: Sentence) -> None:
        """Move to the expression of the tokens FIRST to LAST, in a sentence of the page, the NUMBER-th."""
        self.at, self.sentence, self.block = first, number, sentence.block
        self._place, self._direction = (first, last, sentence.first, sentence.last), None

    @property
    def direction(self) -> int:
        """The tense around the expression at hand: -1 to 2; a rule that knows better may set it. Looked for when it is asked for."""
        if self._direction is None:
            self._direction = direction(self.reading, *self._place)
        return self._direction

    @direction.setter
    def direction(self, known: int) -> None:
        self._direction = known

    def remember(self, period: Period) -> None:
        """Keep a period that the text has named."""
        self._last = (self.sentence, self.block, period)
        if period.grain == "day":
            self._day = (self.at, self.sentence, period)
        if period.grain in ("month", "quarter", "half"):
            self._span = (self.at, self.sentence, period)

    def now(self, grain: Grain) -> Period | None:
        """The period of a grain in which the page was published."""
        return Period.around(self.published, grain) if self.published else None

    def spoken(self, grain: Grain) -> Period | None:
        """The period of a grain that the paragraph last spoke of, else the one of publication."""
        if grain in ("day", "weekend") and self._day and self.at - self._day[0] <= _NEAR:
            return self._day[2].to(grain)
        if grain in ("quarter", "half") and self._span and self._span[2].grain == grain:
            return self._span[2]
        if grain == "quarter" and self.direction < 0:
            # a quarter that is told of without its number is the one that was reported, not the one that still runs
            now = self.now(grain)
            return now.shift(-1) if now else None
        if grain not in ("day", "weekend") and self._last and self._last[1] == self.block and _finer(self._last[2].grain, grain):
            return self._last[2].to(grain)
        return self.now(grain)

    def named(self) -> Period | None:
        """What the paragraph last spoke of; None where it has named no date."""
        return self._last[2] if self._last and self._last[1] == self.block else None

    def compared(self, years: int = -1) -> Period | None:
        """The month, quarter or half-year just spoken of, with which "a year earlier" compares.

        A quarter is still compared with when other dates have come in between, but only for one year back.
        """
        if not self._span or self.at - self._span[0] > _NEAR:
            return None
        _, sentence, period = self._span
        fresh = self._last is not None and self._last[2] == period
        if period.grain == "month" or years != -1:
            return period if fresh and sentence == self.sentence else None
        return period

    def clock_day(self) -> Period | None:
        """The day of a clock time: the one that the sentence names, else the last one named if it is past, else today."""
        spoken = self.spoken("day")
        if spoken and self.published and spoken.first > self.published and self._day and self._day[1] != self.sentence:
            return self.now("day")
        return spoken

    def dated(self, period: Period | None, grain: Grain, keep: bool = True) -> Time:
        """The result for a period; its grain with nothing known if there is none. With KEEP it is spoken of from now on."""
        return Time("DATE", period.value, period if keep else None) if period else Time("DATE", BLANK[grain])

    def offset(self, count: int, unit: str, grain: Grain) -> Time:
        """The period of a grain COUNT units from publication."""
        moved = step(self.published, unit, count) if self.published else None
        return self.dated(Period.around(moved, grain) if moved else None, grain)

    def weekday(self, number: int, direction: int | None = None) -> Period | None:
        """The day that a bare day of the week means: the latest one, today included, unless the verb looks ahead."""
        if self.published is None:
            return None
        day = weekday_near(self.published, number, 1 if (self.direction if direction is None else direction) > 0 else -1)
        return Period.around(day, "day") if day else None

    def year_of(self, month: int, day: int | None = None, span: int = 1) -> int | None:
        """The year of a month, or of a day of it, that stands without one: the nearest, unless the verb says otherwise."""
        if self.published is None:
            return None
        nearest, way = year_near(self.published, month, day, 0, span), self.direction
        if nearest is None or (day and not way):
            return nearest
        past, ahead = (year_near(self.published, month, day, one, span) for one in (-1, 1))
        if past is None or ahead is None:
            return nearest
        if day:
            # as the verb looks, but not more than ten months off, for which news gives the year
            year = past if way < 0 else ahead
            meant = make_day(year, month, day)
            return year if meant and abs((meant - self.published).days) <= _DAYS_WITHOUT_YEAR else nearest
        if way < 0:
            return past
        if way == 2 and (span == 1 or nearest != self.published.year):
            return ahead
        if nearest == ahead and span == 1 and way < 2:
            # news looks back: a month to come is meant only if it is near
            far = (ahead - self.published.year) * 12 + month - self.published.month > _AHEAD_MONTHS
            return past if far else ahead
        return nearest
