"""``claimx review``: a person goes through the claims that wait, in the terminal or on a page."""

from __future__ import annotations

from claimx.review.book import Book, Item
from claimx.review.session import Session

__all__ = ["Book", "Item", "Session"]
