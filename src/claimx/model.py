"""The records that claimx returns: frozen, typed, and the single source of the JSON keys and the JSON Schema.

Offsets are Unicode code points into the text as it was passed in or decoded; ``text[x.start:x.end] == x.text`` holds
for every record that has the three. An end is exclusive. Fields without a value are None, lists are tuples.
"""

from __future__ import annotations

from typing import Literal

import msgspec

Number = int | float
Comparator = Literal["=", "~", ">", ">=", "<", "<="]
Change = Literal["up", "down"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
AttributionKind = Literal["direct", "indirect", "mixed"]
SpeakerKind = Literal["person", "organization", "group", "document"]
DateBasis = Literal["expression", "publication"]


class Record(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """The base of all records. Fields that have a default are left out of the JSON while they hold it.

    Records hold only records made before them, so there are no cycles for the garbage collector to look for.
    """


class Span(Record, frozen=True):
    """A stretch of the text: ``text`` is exactly the characters from ``start`` to ``end``."""

    text: str
    start: int
    end: int


class Evidence(Record, frozen=True):
    """Why a field has its value: the rule that decided and the words it stood on (an empty span: no words)."""

    field: str
    rule: str
    text: str
    start: int
    end: int


class Unit(Record, frozen=True):
    """What a number is counted or measured in.

    ``kind`` is the dimension (percent, percentage_point, currency, count, duration, age, length, area, volume, mass,
    speed, temperature, energy, power, data, ratio, ...), ``code`` the ISO 4217 code of a currency or the UCUM code of
    a measure where there is one, ``name`` the singular English name ("US dollar", "kilometre", "citizen").
    """

    kind: str
    code: str | None
    name: str


class Quantity(Record, frozen=True):
    """A numeric mention with its modifiers, as "more than 3,200" or "up to $1.2 billion".

    ``value`` is the number, None for a range or a vague magnitude; ``low`` and ``high`` are the bounds, equal for an
    exact or approximate value and None for an open end. ``subject`` is the noun phrase counted or measured.
    """

    text: str
    start: int
    end: int
    value: Number | None
    low: Number | None
    high: Number | None
    comparator: Comparator
    change: Change | None
    unit: Unit | None
    subject: Span | None
    rule: str
    evidence: tuple[Evidence, ...] = ()


class TimeExpression(Record, frozen=True):
    """A time expression with its TIMEX3 type and value (ISO-TimeML).

    ``ambiguous`` is set where a numeric date can be read day first or month first and nothing on the page decides.
    """

    text: str
    start: int
    end: int
    type: TimexType
    value: str
    rule: str
    ambiguous: bool = False


class Speaker(Record, frozen=True):
    """Whoever is given as a source, once a page, under the fullest name that the page has."""

    id: str
    name: str
    role: str | None
    organization: str | None
    kind: SpeakerKind
    mentions: tuple[Span, ...]


class Attribution(Record, frozen=True):
    """A source-cue-content triple, in the terms of PARC and PolNeAR.

    ``outer`` names the source of an attribution in whose content this one stands ("The paper said the minister ...").
    """

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    kind: AttributionKind
    speaker: Speaker | None
    rule: str
    outer: Span | None = None


class ClaimDate(Record, frozen=True):
    """When the claim's figure holds: a TIMEX3 ``value``; ``text`` is the expression, None for the publication date."""

    value: str
    text: str | None
    basis: DateBasis


class Mark(Record, frozen=True):
    """A word that takes something off a claim's assertion ("not", "may", "if")."""

    kind: Literal["negated", "hedged", "question", "condition", "wish"]
    text: str
    start: int
    end: int


class Claim(Record, frozen=True):
    """A figure of the page: who says which number of what, when, and where it stands.

    ``text``, ``start`` and ``end`` give the clause that carries it, ``sentence`` the whole sentence, ``line`` the
    1-based line of the number. ``speaker`` None is the reporter's own voice. ``same_as`` is the ``id`` of the first
    claim of the page that says the same; ``marks`` are the words behind ``negated`` and ``hedged``, and those that
    make the figure part of a question, a condition or a wish.
    """

    id: str
    text: str
    start: int
    end: int
    line: int
    sentence: str
    quantity: Quantity
    subject: Span | None
    speaker: Speaker | None
    attribution: Attribution | None
    date: ClaimDate | None
    negated: bool
    hedged: bool
    same_as: str | None
    rule: str
    marks: tuple[Mark, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class Warning(Record, frozen=True):
    """Something about the input that a reader should know: a ``code`` (CX1..), what is wrong, and where."""

    code: str
    message: str
    start: int
    end: int


class Document(Record, frozen=True):
    """All that one text says: the claims, and the layers that they were joined from."""

    path: str | None
    title: str | None
    publisher: str | None
    published: str | None
    updated: str | None
    claims: tuple[Claim, ...]
    speakers: tuple[Speaker, ...]
    dates: tuple[TimeExpression, ...]
    warnings: tuple[Warning, ...]
    quantities: tuple[Quantity, ...] = ()
    attributions: tuple[Attribution, ...] = ()
