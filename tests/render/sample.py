"""Records made by hand, so that the renderers are tested on their own."""

from __future__ import annotations

from claimx.model import Attribution, Claim, ClaimDate, Document, Evidence, Mark, Quantity, Span, Speaker, Unit, Warning

SENTENCE = "More than 1,200 households may have lost power, Mayor Ana Ruiz said on Tuesday."
CITIZEN = Unit("count", None, "household")


def span(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(part, start, start + len(part))


def quantity(text: str, part: str, low: int | float | None, *, unit: Unit | None = CITIZEN, subject: str | None = None) -> Quantity:
    found = span(text, part)
    return Quantity(
        text=part,
        start=found.start,
        end=found.end,
        value=low,
        low=low,
        high=None,
        comparator=">",
        change=None,
        unit=unit,
        subject=span(text, subject) if subject else None,
        rule="more-than",
        evidence=(Evidence("comparator", "more-than", part, found.start, found.end),),
    )


def claim(
    text: str, number: str, low: int | float | None, *, subject: str | None = None, name: str = "c1", same_as: str | None = None
) -> Claim:
    """A claim whose clause is all of ``text``, said by Ana Ruiz."""
    counted = quantity(text, number, low, subject=subject)
    return Claim(
        id=name,
        text=text,
        start=0,
        end=len(text),
        line=1,
        sentence=text,
        quantity=counted,
        subject=counted.subject,
        speaker=speaker(),
        attribution=Attribution(Span("Mayor", 0, 5), Span("said", 5, 9), (Span(text, 0, len(text)),), "indirect", speaker(), "said"),
        date=ClaimDate("2023-04-11", "Tuesday", "expression"),
        negated=False,
        hedged=True,
        same_as=same_as,
        rule="clause",
        marks=(Mark("hedged", "may", 28, 31),),
        evidence=(Evidence("date", "weekday", "Tuesday", 0, 7),),
    )


def speaker(name: str = "Ana Ruiz") -> Speaker:
    return Speaker("s1", name, "mayor", "City of Redwood", "person", (Span("Ana Ruiz", 0, 8),))


def document(
    *claims: Claim, path: str | None = "storm.txt", title: str | None = "Storm cuts power", warnings: tuple[Warning, ...] = ()
) -> Document:
    return Document(
        path=path,
        title=title,
        publisher="Redwood Courier",
        published="2023-04-12",
        updated=None,
        claims=claims,
        speakers=(speaker(),),
        dates=(),
        warnings=warnings,
        quantities=tuple(one.quantity for one in claims),
        attributions=tuple(one.attribution for one in claims if one.attribution),
    )


def storm() -> Document:
    """A page of two claims, the second of which says the first again."""
    again = "Power failed in more than 1,200 households across the valley, she added."
    return document(
        claim(SENTENCE, "More than 1,200", 1200, subject="households"),
        claim(again, "more than 1,200", 1200, subject="households", name="c2", same_as="c1"),
    )
