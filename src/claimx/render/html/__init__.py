"""One self-contained page of articles and their claims: no file, font or script from elsewhere, and none of the text's runs.

The page is made of escaped text only (jinja2 with autoescape). Its content security policy allows exactly one style sheet
and one script, by their hashes, and nothing else: no image, no frame, no connection, no inline handler.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from claimx.render.html.segments import Segment

if TYPE_CHECKING:
    from jinja2 import Template

_FOLDER = Path(__file__).parent
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


class MissingExtra(ImportError):
    """jinja2 is not installed; the message says how to get it."""


@dataclass(frozen=True, slots=True)
class Card:
    """A claim in the panel. ``anchor`` is the id of its figure in the article; the texts are shown as they are."""

    anchor: str
    file: str
    figure: str
    subject: str
    speaker: str
    speaker_detail: str
    date: str
    kind: str
    line: int
    sentence: Sequence[Segment]
    notes: Sequence[str]
    status: str


@dataclass(frozen=True, slots=True)
class Article:
    """A text in segments, with what is known of it."""

    anchor: str
    path: str
    title: str
    published: str
    publisher: str
    segments: Sequence[Segment]
    claims: int


@dataclass(frozen=True, slots=True)
class Dot:
    """A figure on the timeline: ``at`` is its place in percent from the left.

    ``label``: there is room to print the figure; ``end``: to the left of the dot, as the right border is near.
    """

    anchor: str
    at: int
    figure: str
    hover: str
    label: bool
    end: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """A thing on the timeline, with its figures from the earliest to the latest."""

    subject: str
    dots: Sequence[Dot]


@dataclass(frozen=True, slots=True)
class Page:
    """All that the page shows."""

    title: str
    articles: Sequence[Article]
    cards: Sequence[Card]
    lanes: Sequence[Lane]
    first_day: str
    last_day: str
    speakers: Sequence[str]
    kinds: Sequence[str]


def render(page: Page) -> str:
    """The page as one HTML document. MissingExtra if jinja2 is not installed."""
    style, script = _style(), _file("page.js")
    return str(_template().render(page=page, style=style, script=script, style_hash=_hash(style), script_hash=_hash(script)))


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _style() -> str:
    """The style sheet, with a class for each place on the timeline: the policy allows no style attribute."""
    return _file("page.css") + "".join(f".at{n}{{left:{n}%}}" for n in range(101)) + "\n"


def _file(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


@cache
def _template() -> Template:
    try:
        from jinja2 import Environment, StrictUndefined
        from markupsafe import Markup
    except ImportError:
        raise MissingExtra("the page needs jinja2: pip install 'claimx[html]'") from None

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True)
    environment.filters["raw"] = Markup  # for our own style sheet and script only
    environment.filters["plain"] = plain
    return environment.from_string(_file("page.html"))


def plain(text: str) -> str:
    """The text with what is not seen but acts (controls, directions, half characters) as U+FFFD."""
    return _UNSEEN.sub("\ufffd", text)
