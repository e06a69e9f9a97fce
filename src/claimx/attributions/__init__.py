"""Who says what: source, cue and content of every attribution of a page, direct, indirect and mixed.

The flow: quotations are found and masked (:mod:`quotes`, :mod:`scan`); each sentence's cues are read from left to right
(:mod:`cues`, :mod:`clauses`); what no cue claims may continue the speech before it (:mod:`continuation`).
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from claimx.attributions import according, clauses, continuation, hearsay, labels, nouncues, polls, record
from claimx.attributions.cues import CUES
from claimx.attributions.scan import Scan

if TYPE_CHECKING:
    from claimx.model import Attribution
    from claimx.reading import Reading


def find(reading: Reading) -> tuple[Attribution, ...]:
    """All attributions of a page, in the order of their contents; ``speaker`` is None, for :mod:`claimx.speakers` to fill."""
    scan = Scan(reading)
    places = [found.start() for found in CUES.finditer(scan.codes)]
    finders = (
        (according.find, according.triggers(scan)),
        (polls.find, polls.triggers(scan)),
        (clauses.find, places),
        (nouncues.find, nouncues.triggers(scan)),
    )
    done = [0] * len(finders)
    for unit in scan.units:
        for number, (finder, triggers) in enumerate(finders):
            begin = bisect_left(triggers, unit.first, done[number])
            done[number] = bisect_left(triggers, unit.last, begin)
            if done[number] > begin:
                finder(scan, unit, triggers[begin : done[number]])
    hearsay.respondents(scan)
    labels.find(scan)
    continuation.find(scan)
    return record.records(scan)
