"""The one reading of a page that all layers share: its words, their parts of speech, its sentences and noun phrases."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimx import nouns, sentences, tags
from claimx.model import Span
from claimx.words import Words

if TYPE_CHECKING:
    from claimx.page import Page
    from claimx.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Reading:
    """A page, read once. All indices are token indices into ``words``, unless a name says offset.

    ``tags`` has one letter a token (see :mod:`claimx.tags`), ``phrases`` the noun phrases (:mod:`claimx.nouns`).
    """

    page: Page
    words: Words
    tags: str
    sentences: tuple[Sentence, ...]
    phrases: nouns.Phrases

    @classmethod
    def of(cls, page: Page) -> Reading:
        """Read a page."""
        words = Words(page.shadow)
        tagged = tags.tag(words)
        return cls(page, words, tagged, sentences.split(page, words, tagged), nouns.phrases(tagged))

    def span(self, first: int, last: int) -> Span:
        """The text that the tokens FIRST up to LAST (exclusive) cover, as a record."""
        start, end = self.words.span(first, last)
        return Span(self.page.text[start:end], start, end)

    def cut(self, start: int, end: int) -> Span:
        """The text between two offsets, as a record."""
        return Span(self.page.text[start:end], start, end)
