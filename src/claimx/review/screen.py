"""What the terminal shows of a claim under review: the sentence with its parts highlighted, the facts, the keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimx.check.expect import show
from claimx.check.match import differences
from claimx.check.sidecar import Entry
from claimx.model import Claim, Span
from claimx.review.book import Book, Item

Safe = Callable[[str], str]
STYLES = {"number": "bold black on yellow", "subject": "underline green", "speaker": "magenta", "cue": "bold magenta", "date": "cyan"}
_MARKS = {"number": ("*", "*"), "subject": ("_", "_"), "speaker": ("{", "}"), "cue": ("<", ">"), "date": ("[", "]")}
_KINDS = {
    "new": ("a new claim", "yellow"),
    "changed": ("a claim changed", "red"),
    "lost": ("a claim was lost", "red"),
    "recorded": ("recorded, not yet reviewed", "cyan"),
}
KEYS = (("a", "ccept"), ("r", "eject"), ("e", "dit"), ("s", "kip"), ("b", "ack"), ("q", "uit"))
_AROUND = 400


def show_item(console: Console, safe: Safe, book: Book, item: Item, position: int, total: int) -> None:
    """Print one claim: where it stands, its sentence, its facts, and what each key does."""
    words, style = _KINDS[item.kind]
    place = Text(f"{position + 1} of {total}  ", style="dim")
    place.append(safe(f"{item.path}:{item.shown.line}"), style="bold").append("  ").append(words, style=style)
    console.rule(style="dim")
    console.print(place)
    console.print(Padding(_sentence(console, safe, book.text, item), (1, 2)))
    console.print(Padding(_facts(safe, item), (0, 2)))
    console.print(Padding(keys(item), (1, 2, 0, 2)))


def keys(item: Item) -> Text:
    """The line of keys."""
    text = Text()
    for letter, rest in KEYS:
        if letter == "e" and item.new is None:
            continue
        text.append(f"[{letter}]", style="bold").append(rest + "  ")
    text.append({"lost": "accept: it is gone", "new": "reject: it is no claim"}.get(item.kind, ""), style="dim")
    return text


def _sentence(console: Console, safe: Safe, text: str, item: Item) -> Text:
    if item.claim is None:
        return Text(safe(item.shown.sentence), style="strike" if console.color_system else "")
    plain = console.color_system is None
    start, end = bounds(text, item.claim)
    shown = Text()
    at = start
    for kind, left, right in parts(item.claim, start, end):
        shown.append(safe(text[at:left]) if text[at:left].strip() else " " * bool(text[at:left]))
        before, after = _MARKS[kind] if plain else ("", "")
        lead = " " if text[left - 1 : left].isspace() and not shown.plain.endswith(" ") and shown.plain else ""
        shown.append(lead).append(before + safe(text[left:right]) + after, style="" if plain else STYLES[kind])
        at = right
        if text[at : at + 1].isspace():
            shown.append(" ")
            at += 1
    return shown.append(safe(text[at:end]))


def bounds(text: str, claim: Claim) -> tuple[int, int]:
    """Where the claim's sentence stands in the text, cut where it is no sentence of a sensible length."""
    figure = claim.quantity
    start = text.find(claim.sentence, max(0, figure.end - len(claim.sentence)), figure.start + len(claim.sentence))
    start, end = (start, start + len(claim.sentence)) if 0 <= start <= figure.start else (claim.start, max(claim.end, figure.end))
    return max(start, figure.start - _AROUND), min(end, figure.end + _AROUND)


def parts(claim: Claim, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """The parts of a claim between two offsets, in order and without overlap; the figure goes before all others."""
    spans: list[tuple[str, Span | None]] = [("subject", claim.subject)]
    if claim.attribution is not None:
        spans += [("speaker", claim.attribution.source), ("cue", claim.attribution.cue)]
    taken = [(claim.quantity.start, claim.quantity.end, "number")]
    if claim.date is not None and claim.date.text:
        at = claim.sentence.find(claim.date.text)
        offset = claim.sentence.find(claim.text)
        if at >= 0 and offset >= 0:
            begin = claim.start - offset + at
            spans.append(("date", Span(claim.date.text, begin, begin + len(claim.date.text))))
    for kind, span in spans:
        if span is not None and span.start < span.end and all(span.end <= left or right <= span.start for left, right, _ in taken):
            taken.append((span.start, span.end, kind))
    for left, right, kind in sorted(taken):
        if start <= left and right <= end:
            yield kind, left, right


def _facts(safe: Safe, item: Item) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    one = item.shown
    changes = {}
    if item.kind == "changed" and item.old is not None and item.new is not None:
        changes = {key: before for key, before, _ in differences(item.old, item.new)}
    for label, value, style, fields in _rows(one):
        text = Text(safe(value), style=style)
        for key in fields:
            if key in changes:
                text.append(f"   {key} was " + safe(show(changes[key])), style="red")
        table.add_row(label, text)
    if item.decided:
        table.add_row("decided", Text(item.decided, style="bold"))
    return table


def _rows(one: Entry) -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    bounds = f"{one.low:,}" if one.low == one.high and one.low is not None else _range(one)
    figure = f"{one.comparator} {one.value:,}" if one.value is not None else bounds
    unit = f" {one.unit}" if one.unit and one.kind != "count" else ""
    change = f", {one.change}" if one.change else ""
    yield "figure", f"{figure}{unit}{change}", "bold", ("value", "low", "high", "comparator", "change", "kind", "code", "unit")
    yield "subject", one.subject or "none", STYLES["subject"] if one.subject else "dim", ("subject",)
    said = f" ({one.said})" if one.said else ""
    yield (
        "speaker",
        f"{one.speaker}{said}" if one.speaker else "the reporter",
        STYLES["speaker"] if one.speaker else "dim",
        ("speaker", "said"),
    )
    basis = " (as published)" if one.basis == "publication" else ""
    yield "date", f"{one.date}{basis}" if one.date else "none", STYLES["date"] if one.date else "dim", ("date", "basis")
    marks = ", ".join(word for word, given in (("negated", one.negated), ("hedged", one.hedged)) if given)
    if marks:
        yield "but", marks, "yellow", ("negated", "hedged")


def _range(one: Entry) -> str:
    low = "" if one.low is None else f"{one.low:,}"
    high = "" if one.high is None else f"{one.high:,}"
    return f"{low} to {high}" if low and high else f"{one.comparator} {low or high}".strip()
