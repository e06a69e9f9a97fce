"""Who says what: source, cue and content of every attribution of a page, direct, indirect and mixed.

The flow: quotations are found and masked (:mod:`quotes`, :mod:`scan`); each sentence's cues are read from left to right
(:mod:`cues`, :mod:`clauses`); what no cue claims may continue the speech before it (:mod:`continuation`).
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from claimx.attributions import according, clauses, continuation, cues, hearsay, labels, nouncues, polls, record
from claimx.attributions.scan import Scan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimx.attributions.scan import Unit
    from claimx.model import Attribution
    from claimx.reading import Reading


def find(reading: Reading) -> tuple[Attribution, ...]:
    """All attributions of a page, in the order of their contents; ``speaker`` is None, for :mod:`claimx.speakers` to fill."""
    scan = Scan(reading)
    for unit, places in _by_unit(scan.units, according.triggers(scan)):
        according.find(scan, unit, places)
    for unit, places in _by_unit(scan.units, polls.triggers(scan)):
        polls.find(scan, unit, places)
    clauses.find(scan, cues.read(scan, _by_unit(scan.units, cues.triggers(scan))))
    for unit, places in _by_unit(scan.units, nouncues.triggers(scan)):
        nouncues.find(scan, unit, places)
    hearsay.respondents(scan)
    labels.find(scan)
    continuation.find(scan)
    return record.records(scan)


def _by_unit(units: list[Unit], triggers: list[int]) -> Iterator[tuple[Unit, list[int]]]:
    """The units in which one of the tokens TRIGGERS stands, each with those of it."""
    done, most = 0, len(triggers)
    for unit in units:
        if done == most:
            break
        if triggers[done] < unit.last:
            begin = bisect_left(triggers, unit.first, done)
            done = bisect_left(triggers, unit.last, begin)
            if done > begin:
                yield unit, triggers[begin:done]
