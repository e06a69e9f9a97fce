"""The whole flow on one screen, and the only place that knows its order."""

from __future__ import annotations

import datetime
from pathlib import Path

from claimx import attributions, claims, dates, layout, quantities, speakers
from claimx.decode import decode
from claimx.model import Document, Quantity, TimeExpression, Warning
from claimx.reading import Reading


def extract(text: str, published: str | datetime.date | None = None) -> Document:
    """Extract the numeric claims of one news text, with all layers that they were joined from.

    ``published`` is the publication date (ISO string, date or datetime) that relative dates are resolved against; by
    default it is what the text says of itself. Every offset counts code points into ``text``. Any string is accepted.
    ValueError if ``published`` is no ISO date.
    """
    return _extract(text, published, None, ())


def extract_file(path: str | Path, published: str | datetime.date | None = None, encoding: str | None = None) -> Document:
    """Read a file, decode it (UTF-8, a byte-order mark, else Windows-1252, or ``encoding``) and extract its claims.

    Offsets count code points into the decoded text. OSError if the file cannot be read, ValueError if it is binary or
    not in ``encoding``, LookupError if there is no such encoding.
    """
    decoded = decode(Path(path).read_bytes(), encoding)
    return _extract(decoded.text, published, str(path), decoded.warnings)


def _extract(text: str, published: str | datetime.date | None, path: str | None, warnings: tuple[Warning, ...]) -> Document:
    page = layout.read(text)
    day = _iso(published) or page.published
    reading = Reading.of(page)
    found_quantities, found_dates = settle(quantities.find(reading), dates.find(reading, day))
    found_attributions, found_speakers = speakers.resolve(reading, attributions.find(reading))
    return Document(
        path=path,
        title=text[slice(*page.title)] if page.title else None,
        publisher=page.publisher,
        published=day,
        updated=page.updated,
        claims=claims.join(reading, found_quantities, found_dates, found_attributions, day),
        speakers=found_speakers,
        dates=found_dates,
        warnings=(*warnings, *page.warnings),
        quantities=found_quantities,
        attributions=found_attributions,
    )


def settle(quantities: tuple[Quantity, ...], times: tuple[TimeExpression, ...]) -> tuple[tuple[Quantity, ...], tuple[TimeExpression, ...]]:
    """What a quantity and a time expression both claim ("Nov 21") is the date's, unless it measures ("three weeks ago").

    A bare year is the weaker reading: where the figure was found to count ("a poll of 2047 voters"), it does.
    """
    taken = [time for time in times if time.type in ("DATE", "TIME")]
    kept, dropped, at = [], set(), 0
    for quantity in quantities:
        while at < len(taken) and taken[at].end <= quantity.start:
            at += 1
        clash = taken[at] if at < len(taken) and taken[at].start <= quantity.start and quantity.end <= taken[at].end else None
        if clash is not None and clash.text.isdecimal():
            dropped.add(clash.start)
        elif clash is not None and (quantity.unit is None or quantity.unit.kind not in ("duration", "age")):
            continue
        kept.append(quantity)
    return tuple(kept), tuple(time for time in times if time.start not in dropped)


def _iso(published: str | datetime.date | None) -> str | None:
    if published is None or not isinstance(published, str):
        return None if published is None else published.isoformat()
    datetime.datetime.fromisoformat(published.replace("Z", "+00:00"))
    return published
