"""Groups as one SVG drawing or one HTML page of them: a panel a group, dates to the right, figures upwards.

A point is a figure; its whisker reaches over what the figure allows ("3,000 to 4,000"), with an arrow where the bound is
open ("more than 3,200"). Colours follow the reader's light or dark setting. There is no script in it.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Callable, Sequence
from html import escape

from claimx.compare.grouping import Group
from claimx.compare.period import days
from claimx.compare.steps import Step, steps
from claimx.render import wording

_WIDTH, _PANEL, _LEFT, _RIGHT, _TOP, _BOTTOM = 760, 210, 64, 24, 58, 34
_STYLE = """
svg { font: 12px system-ui, sans-serif; --ink: #1d2733; --soft: #64707d; --rule: #dfe4ea; --line: #1f6f8b; --paper: #fff;
  --updates: #b45309; --conflicts: #c0262d; --refines: #1f6f8b; --repeats: #2f7d4f; background: var(--paper); }
@media (prefers-color-scheme: dark) { svg { --ink: #e8edf2; --soft: #9aa7b4; --rule: #313a45; --line: #6cc0d8; --paper: #14191f;
  --updates: #f0a94a; --conflicts: #ff7a7a; --refines: #6cc0d8; --repeats: #6fcf97; } }
text { fill: var(--ink); } .soft { fill: var(--soft); } .title { font-weight: 600; font-size: 15px; }
.rule { stroke: var(--rule); } .line { stroke: var(--line); fill: none; stroke-width: 2; stroke-linejoin: round; }
.whisker { stroke: var(--line); stroke-width: 2; opacity: .45; } .arrow { fill: var(--line); opacity: .6; }
.point { fill: var(--line); stroke: var(--paper); stroke-width: 2; }
.updates { fill: var(--updates); } .conflicts { fill: var(--conflicts); } .refines { fill: var(--refines); }
.repeats { fill: var(--repeats); }
"""
_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>claimx compare</title>
<style>:root {{ color-scheme: light dark; }} body {{ margin: 0 auto; max-width: 820px; padding: 16px; background: Canvas; }}
svg {{ width: 100%; height: auto; }}</style></head>
<body>{drawing}</body></html>
"""


def svg(groups: Sequence[Group]) -> str:
    """The drawing: a panel for each group that has a figure with a date."""
    panels: list[str] = []
    for one in groups:
        points = [(found[0], row) for row in steps(one) if row.size is not None and (found := days(row.date))]
        if points:
            panels.append(_panel(one, sorted(points, key=lambda point: point[0]), len(panels) * _PANEL))
    height = max(len(panels), 1) * _PANEL
    body = "".join(panels) or f'<text x="{_LEFT}" y="40">No figures with a date to draw.</text>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" height="{height}" role="img" '
        f'aria-label="How figures moved"><style>{_STYLE}</style>{body}</svg>\n'
    )


def html(groups: Sequence[Group]) -> str:
    """The drawing in a page of its own."""
    return _PAGE.format(drawing=svg(groups))


def _panel(group: Group, points: list[tuple[int, Step]], top: int) -> str:
    first, last = points[0][0], points[-1][0]
    lowest, highest = _scale([point for _, point in points])
    base, height = top + _PANEL - _BOTTOM, _PANEL - _TOP - _BOTTOM

    def x(day: int) -> float:
        room = _WIDTH - _LEFT - _RIGHT - 60
        return _LEFT + 30 + (room * (day - first) / (last - first) if last > first else room / 2)

    def y(value: float) -> float:
        return base - height * (min(max(value, lowest), highest) - lowest) / (highest - lowest)

    parts = [f'<text class="title" x="{_LEFT - 40}" y="{top + 24}">{_clean(group.subject)[:90]}</text>']
    parts.append(f'<text class="{group.status}" x="{_WIDTH - _RIGHT}" y="{top + 24}" text-anchor="end">{group.status}</text>')
    for value in (lowest, (lowest + highest) / 2, highest):
        parts.append(f'<line class="rule" x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{y(value):.1f}" y2="{y(value):.1f}"/>')
        parts.append(f'<text class="soft" x="{_LEFT - 6}" y="{y(value) + 4:.1f}" text-anchor="end">{_short(value)}</text>')
    line = " ".join(f"{x(day):.1f},{y(row.size or 0.0):.1f}" for day, row in points)
    parts.append(f'<polyline class="line" points="{line}"/>')
    parts += [_point(row, x(day), y(row.size or 0.0), y) for day, row in points]
    parts += [_date(day, x(day), base) for day in dict.fromkeys((first, last))]
    return "".join(parts)


def _point(row: Step, x: float, y: float, scale: Callable[[float], float]) -> str:
    low, high = row.reach
    top, bottom = (y - 16 if math.isinf(high) else scale(high)), (y + 16 if math.isinf(low) else scale(low))
    parts = [f'<line class="whisker" x1="{x:.1f}" x2="{x:.1f}" y1="{top:.1f}" y2="{bottom:.1f}"/>']
    if math.isinf(high):
        parts.append(f'<path class="arrow" d="M{x - 4:.1f} {top:.1f} L{x + 4:.1f} {top:.1f} L{x:.1f} {top - 6:.1f} Z"/>')
    if math.isinf(low):
        parts.append(f'<path class="arrow" d="M{x - 4:.1f} {bottom:.1f} L{x + 4:.1f} {bottom:.1f} L{x:.1f} {bottom + 6:.1f} Z"/>')
    claim = row.member.claim
    who = claim.speaker.name if claim.speaker else "the reporter"
    label = wording.figure(claim.quantity)
    hover = f"{row.date}: {label}, {who}, {row.member.path}:{claim.line}"
    parts.append(f'<circle class="point {row.status or ""}" cx="{x:.1f}" cy="{y:.1f}" r="5"><title>{_clean(hover)}</title></circle>')
    side = f'x="{x - 9:.1f}" text-anchor="end"' if x > _WIDTH - 160 else f'x="{x + 9:.1f}"'
    parts.append(f'<text {side} y="{y - 7:.1f}">{_clean(label)}</text>')
    return "".join(parts)


def _scale(rows: list[Step]) -> tuple[float, float]:
    sizes = [row.size for row in rows if row.size is not None]
    ends = [end for row in rows for end in row.reach if math.isfinite(end)]
    lowest, highest = min(0.0, *sizes, *ends), max(*sizes, *ends, 0.0)
    return (lowest, highest) if highest > lowest else (lowest, lowest + 1.0)


def _short(value: float) -> str:
    for scale, sign in ((1e12, "tn"), (1e9, "bn"), (1e6, "m"), (1e3, "k")):
        if abs(value) >= scale * 10:
            return f"{value / scale:,.3g}{sign}"
    return f"{value:,.4g}"


def _date(day: int, x: float, base: float) -> str:
    return f'<text class="soft" x="{x:.1f}" y="{base + 20}" text-anchor="middle">{datetime.date.fromordinal(day).isoformat()}</text>'


def _clean(text: str) -> str:
    """Fit for XML: escaped, without the characters that it has no way to write."""
    shown = "".join(one if one.isprintable() else " " for one in text)
    return escape(shown.encode("utf-8", "replace").decode("utf-8"))
