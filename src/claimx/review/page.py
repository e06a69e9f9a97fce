"""The review page: documents with their claims, speakers, dates and figures, laid out for :mod:`claimx.render.html`."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from claimx.check.match import match
from claimx.check.sidecar import SidecarError, entry, load, path_of
from claimx.compare import Group, group
from claimx.compare.period import days
from claimx.compare.steps import steps
from claimx.model import Claim, Document
from claimx.render import wording
from claimx.render.html import Article, Card, Dot, Lane, MissingExtra, Page, plain, render
from claimx.render.html.segments import Mark, cut
from claimx.review.screen import bounds, parts

__all__ = ["MissingExtra", "page"]

Text = tuple[str, str, Document]
_LANES, _FEW, _ROOM, _FROM_END = 40, 8, 11, 70
_SPACE = re.compile(r"\s+")
_LOOKS = {"speaker": "source"}


def page(texts: Sequence[Text]) -> str:
    """One HTML page of (path, text, document). MissingExtra if jinja2 is not installed."""
    articles, cards = [], []
    for number, (path, text, document) in enumerate(texts, 1):
        prefix = f"f{number}"
        articles.append(_article(prefix, path, text, document))
        cards += list(_cards(prefix, path, text, document))
    lanes, first, last = _timeline(texts)
    speakers = Counter(card.speaker for card in cards if card.speaker)
    kinds = Counter(card.kind for card in cards)
    title = articles[0].title if len(articles) == 1 else f"{len(articles)} articles"
    order = sorted(speakers, key=lambda name: (-speakers[name], name))
    return render(Page(title, articles, cards, lanes, first, last, order, sorted(kinds, key=lambda kind: (-kinds[kind], kind))))


def _anchor(prefix: str, index: int) -> str:
    return f"{prefix}-c{index + 1}"


def _article(prefix: str, path: str, text: str, document: Document) -> Article:
    marks = [mark for index, claim in enumerate(document.claims) for mark in _marks(text, claim, _anchor(prefix, index))]
    title = " ".join((document.title or Path(path).name).split())
    at = text.find(document.title) if document.title else -1
    if at >= 0 and document.title:
        marks.append(Mark(at, at + len(document.title), "title", ""))
    return Article(
        anchor=prefix,
        path=plain(path),
        title=plain(title),
        published=(document.published or "")[:16].replace("T", " "),
        publisher=plain(document.publisher or ""),
        segments=[one._replace(text=plain(one.text)) for one in cut(text, marks)],
        claims=len(document.claims),
    )


def _marks(text: str, claim: Claim, anchor: str) -> Iterator[Mark]:
    start, end = bounds(text, claim)
    yield Mark(start, end, "sentence", anchor)
    figure = claim.quantity
    yield Mark(figure.start, figure.end, "number", anchor)
    for kind, left, right in parts(claim, 0, len(text)):
        if kind != "number":
            yield Mark(left, right, _LOOKS.get(kind, kind), anchor)


def _cards(prefix: str, path: str, text: str, document: Document) -> Iterator[Card]:
    statuses = _statuses(path, document)
    for index, claim in enumerate(document.claims):
        start, end = bounds(text, claim)
        speaker, unit = claim.speaker, claim.quantity.unit
        anchor = _anchor(prefix, index)
        marks = [mark for mark in _marks(text, claim, anchor) if mark.kind != "sentence"]
        yield Card(
            anchor=anchor,
            file=prefix,
            figure=plain(wording.figure(claim.quantity)),
            subject=plain(" ".join(claim.subject.text.split())) if claim.subject else "",
            speaker=plain(speaker.name) if speaker else "",
            speaker_detail=plain(", ".join(part for part in (speaker.role, speaker.organization) if part)) if speaker else "",
            date=_date(claim),
            kind=unit.kind.replace("_", " ") if unit else "count",
            line=claim.line,
            sentence=[one._replace(text=plain(_folded(one.text))) for one in cut(text, marks, start, end)],
            notes=[word for word, given in (("negated", claim.negated), ("hedged", claim.hedged)) if given]
            + ([claim.attribution.kind] if claim.attribution else []),
            status=statuses[index],
        )


def _folded(text: str) -> str:
    """The text with every run of white space as one blank."""
    return _SPACE.sub(" ", text)


def _date(claim: Claim) -> str:
    if claim.date is None:
        return ""
    return claim.date.value[:10] + ("" if claim.date.basis == "expression" else " (published)")


def _statuses(path: str, document: Document) -> list[str]:
    """What the sidecar says of each claim: its status, "pending" where it says nothing, "" without a sidecar."""
    try:
        old = load(path_of(Path(path)))
    except (OSError, SidecarError, ValueError):
        old = None
    if old is None:
        return [""] * len(document.claims)
    found = match(old, tuple(entry(claim) for claim in document.claims))
    statuses = ["pending"] * len(document.claims)
    for i, j in (*found.same, *found.moved):
        statuses[j] = old[i].status
    return statuses


def _timeline(texts: Sequence[Text]) -> tuple[list[Lane], str, str]:
    """A lane for each thing that has figures with dates, those with most figures first; things with one figure fill up a short list."""
    anchors = {id(claim): _anchor(f"f{n}", i) for n, (_, _, document) in enumerate(texts, 1) for i, claim in enumerate(document.claims)}
    found = [(one, _dated(one)) for one in group([document for _, _, document in texts], [path for path, _, _ in texts], every=True)]
    moved = sorted((pair for pair in found if len(pair[1]) > 1), key=lambda pair: -len(pair[1]))[:_LANES]
    single = [pair for pair in found if len(pair[1]) == 1 and pair[0].subject]
    lanes = moved + single[: max(_FEW - len(moved), 0)]
    every = [day for _, points in lanes for day, _ in points]
    if not every:
        return [], "", ""
    first, last = min(every), max(every)
    shown = [_lane(one, points, first, max(last - first, 1), anchors) for one, points in lanes]
    return shown, datetime.date.fromordinal(first).isoformat(), datetime.date.fromordinal(last).isoformat()


def _dated(one: Group) -> list[tuple[int, Claim]]:
    return sorted(((day[0], step.member.claim) for step in steps(one) if (day := days(step.date))), key=lambda point: point[0])


def _lane(one: Group, points: list[tuple[int, Claim]], first: int, length: int, anchors: dict[int, str]) -> Lane:
    dots: list[Dot] = []
    free = -_ROOM
    for day, claim in points:
        at = round(2 + 88 * (day - first) / length)
        who = claim.speaker.name if claim.speaker else "the reporter"
        figure = plain(wording.figure(claim.quantity))
        hover = plain(f"{datetime.date.fromordinal(day).isoformat()}: {figure}, {who}")
        dots.append(Dot(anchors[id(claim)], at, figure, hover, label=at - free >= _ROOM, end=at > _FROM_END))
        free = at if at - free >= _ROOM else free
    return Lane(plain(one.subject) or "(no subject)", dots)
