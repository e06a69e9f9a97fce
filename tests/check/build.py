"""Records made by hand, so that what is driven by claims is tested without the layers that find them."""

from __future__ import annotations

import re
from typing import Any

from claimx.model import Attribution, Claim, ClaimDate, Document, Quantity, Span, Speaker, TimeExpression, Unit, Warning

_SENTENCE = re.compile(r"[^\n]*?[.?!]”?(?=\s|$)|[^\n]+")


def claim(text: str, figure: str, subject: str | None = None, *, nth: int = 0, number: str | None = None, **more: Any) -> Claim:
    """The claim of ``figure`` ("more than 3,200") at its nth place in the text; what is not given is read off the words."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(figure, start + 1)
    value = _value(number or figure)
    comparator = more.get("comparator", next((sign for word, sign in _COMPARATORS if word in figure.lower()), "="))
    low = None if comparator in ("<", "<=") else value
    high = None if comparator in (">", ">=") else value
    kind, code, name = more.get("unit", ("count", None, (subject or "thing").split()[-1].lower().removesuffix("s")))
    quantity = Quantity(
        text=figure,
        start=start,
        end=start + len(figure),
        value=value,
        low=more.get("low", low),
        high=more.get("high", high),
        comparator=comparator,
        change=more.get("change"),
        unit=Unit(kind, code, name),
        subject=None,
        rule="test",
    )
    sentence = next(found for found in _SENTENCE.finditer(text) if found.start() <= start < found.end())
    date = more.get("date")
    return Claim(
        id=more.get("id", f"c{start}"),
        text=sentence.group().strip(),
        start=sentence.start(),
        end=sentence.end(),
        line=text.count("\n", 0, start) + 1,
        sentence=sentence.group().strip(),
        quantity=quantity,
        subject=_span(text, subject, sentence.start()) if subject else None,
        speaker=_speaker(more.get("speaker")),
        attribution=_attribution(text, more.get("speaker"), more.get("source"), sentence.start(), sentence.end()),
        date=ClaimDate(date, more.get("date_text"), "expression" if more.get("date_text") else "publication") if date else None,
        negated=more.get("negated", False),
        hedged=more.get("hedged", False),
        same_as=None,
        rule="test",
    )


_COMPARATORS = (("more than", ">"), ("over", ">"), ("at least", ">="), ("up to", "<="), ("about", "~"), ("around", "~"), ("almost", "~"))


def document(text: str, *claims: Claim, published: str | None = "2016-11-21", title: str | None = None, **more: Any) -> Document:
    """A document of these claims."""
    return Document(
        path=more.get("path"),
        title=title,
        publisher=None,
        published=published,
        updated=None,
        claims=claims,
        speakers=tuple({one.speaker.id: one.speaker for one in claims if one.speaker}.values()),
        dates=more.get("dates", ()),
        warnings=more.get("warnings", ()),
        attributions=more.get("attributions", ()),
    )


def warning(code: str, message: str, start: int = 0, end: int = 0) -> Warning:
    """A warning of layout or decoding."""
    return Warning(code, message, start, end)


def time(text: str, words: str, value: str, *, ambiguous: bool = False) -> TimeExpression:
    """A time expression of type DATE."""
    start = text.index(words)
    return TimeExpression(words, start, start + len(words), "DATE", value, "test", ambiguous)


def _value(words: str) -> int | float:
    digits = re.search(r"\d[\d,]*(?:\.\d+)?", words)
    assert digits is not None, words
    number = digits.group().replace(",", "")
    return float(number) if "." in number else int(number)


def _span(text: str, words: str, near: int) -> Span:
    start = text.find(words, near)
    start = start if start >= 0 else text.index(words)
    return Span(words, start, start + len(words))


def _speaker(name: str | None) -> Speaker | None:
    return Speaker(name.lower().replace(" ", "-"), name, None, None, "person", ()) if name else None


def _attribution(text: str, name: str | None, source: str | None, start: int, end: int) -> Attribution | None:
    if not name:
        return None
    words = source or name
    span = _span(text, words, start) if words in text else None
    cue = re.compile(r"\b(?:said|told|added|noted)\b").search(text, start)
    content = Span(text[start:end], start, end)
    return Attribution(span, Span(cue.group(), cue.start(), cue.end()) if cue else None, (content,), "indirect", _speaker(name), "test")
