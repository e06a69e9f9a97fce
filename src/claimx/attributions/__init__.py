"""Who says what: source, cue and content of every attribution of a page, direct, indirect and mixed.

The flow: quotations are found and masked (:mod:`quotes`, :mod:`scan`); each sentence's cues are read from left to right
(:mod:`cues`, :mod:`clauses`); what no cue claims may continue the speech before it (:mod:`continuation`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.attributions import according, clauses, continuation, record
from claimx.attributions.cues import CUES
from claimx.attributions.scan import Scan

if TYPE_CHECKING:
    from claimx.model import Attribution
    from claimx.reading import Reading


def find(reading: Reading) -> tuple[Attribution, ...]:
    """All attributions of a page, in the order of their contents; ``speaker`` is None, for :mod:`claimx.speakers` to fill."""
    scan = Scan(reading)
    places = [found.start() for found in CUES.finditer(scan.codes)]
    triggers = according.triggers(scan)
    at = mark = 0
    for unit in scan.units:
        while mark < len(triggers) and triggers[mark] < unit.first:
            mark += 1
        begin = mark
        while mark < len(triggers) and triggers[mark] < unit.last:
            mark += 1
        if mark > begin:
            according.find(scan, unit, triggers[begin:mark])
        while at < len(places) and places[at] < unit.first:
            at += 1
        begin = at
        while at < len(places) and places[at] < unit.last:
            at += 1
        if at > begin:
            clauses.find(scan, unit, places[begin:at])
    continuation.find(scan)
    return record.records(scan)
