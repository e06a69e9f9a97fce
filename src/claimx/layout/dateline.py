"""The dateline that a story begins with: place, date and agency up to the dash ("PORT CITY, Nov. 21 (AP) -- ")."""

from __future__ import annotations

from claimx import lazy, lexicon
from claimx.layout import publisher, stamps

_FARTHEST = 120
_DASH = lazy.compile(r"(?:\s*(?:--|–|—|_)\s*|\s-\s+|(?<=[)/])\s?-\s*)(?=[\"'(\[A-Z\d])|(?<=\))\s*:\s+|(?<=/)\.\s+(?=[A-Z])")
_SIGN = lazy.compile(r"[-–—_:/]")
"""A dash has one of these in it: a quick look."""
_AGENCY = lazy.compile(r"\([^()]{2,45}\)|/[^/]{2,30}/\.?")
_PLACES = lazy.compile(
    r"(?:[A-Z][\w.'-]*|d[aeiu]|de[ls]?|la|el|al|and|of|the)(?:[\s,.-]+(?:[A-Z][\w.'-]*|d[aeiu]|de[ls]?|la|el|al|and|of|the)){0,6}"
)
_BARE = lazy.compile(r"\(([^()]{2,30})\)\s*(?=[\"'A-Z])")
_COLON = lazy.compile(r"([A-Z][A-Za-z.' -]{2,30})(,\s[^:\n]{3,30})?:\s+(?=[\"'(\[A-Z\d])")
_MOST_WORDS = 3
"""A place that is neither in capitals nor followed by date or agency has so many words ("New York - The ...")."""


def end(text: str) -> int:
    """The index behind a paragraph's dateline, its dash and blanks included; 0 if it has none."""
    bare = _BARE.match(text)
    if bare and publisher.known(bare[1]):
        return bare.end()
    colon = _COLON.match(text)
    if colon and _is_place(colon[1]) and (colon[2] is None or stamps.find(colon[2]) or any(stamps.yearless(colon[2]))):
        return colon.end()  # "ISLAMABAD: At least", "LAHORE, March 4: Two"
    dash = _DASH.search(text, 0, _FARTHEST) if _SIGN.search(text, 0, _FARTHEST) else None
    if dash is None:
        return 0
    head = text[: dash.start()]
    agency = _AGENCY.search(head) is not None
    rest = _AGENCY.sub(" ", head)
    dated = False
    for stamp in [*reversed(stamps.find(rest)), *reversed(list(stamps.yearless(rest)))]:
        if stamp.end <= len(rest):
            rest, dated = rest[: stamp.start] + " " + rest[stamp.end :], True
    rest = rest.strip(" ,.;:")
    if not rest:
        return dash.end() if agency or dated else 0
    if _PLACES.fullmatch(rest) is None:
        return 0
    spaced = text[dash.start()].isspace()
    city = rest.partition(",")[0]
    known = agency or dated or (city.isupper() and len(city) > 3)
    return dash.end() if known or (spaced and rest.count(" ") < _MOST_WORDS and publisher.known(rest) is None) else 0


def _is_place(city: str) -> bool:
    """Whether a known place stands before a colon, as no speaker of a transcript is called."""
    return city.lower() in lexicon.folded("names/places")
