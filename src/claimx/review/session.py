"""A walk through pending claims: one after the other, back as far as one likes, every decision on disk before the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from claimx.review.book import Book, Item, accept, edit, reject


class Session:
    """The pending claims of all books and where the walk stands. ``done`` once there is nothing left to look at."""

    def __init__(self, books: Sequence[Book]) -> None:
        self._steps = [(book, item) for book in books for item in book.items]
        self._at = 0
        self.counts = {"accepted": 0, "rejected": 0, "edited": 0, "skipped": 0}
        for book in books:
            if book.missing and not book.items:
                book.save()  # a text without claims is settled by an empty sidecar

    def __len__(self) -> int:
        return len(self._steps)

    @property
    def position(self) -> int:
        """How many claims were passed."""
        return self._at

    @property
    def done(self) -> bool:
        """Whether the walk is over."""
        return self._at >= len(self._steps)

    @property
    def book(self) -> Book:
        """The text of the claim to look at."""
        return self._steps[self._at][0]

    @property
    def item(self) -> Item:
        """The claim to look at."""
        return self._steps[self._at][1]

    def accept(self) -> None:
        """Accept the claim, save, go on."""
        self._decide(accept)

    def reject(self) -> None:
        """Reject the claim, save, go on."""
        self._decide(reject)

    def edit(self, changes: dict[str, Any]) -> None:
        """Correct the claim, save, go on."""
        self._decide(lambda item: edit(item, changes))

    def skip(self) -> None:
        """Leave the claim pending and go on."""
        if self.item.decided is None:
            self.counts["skipped"] += 1
            self.item.decided = "skipped"
        self._at += 1

    def back(self) -> bool:
        """Go to the claim before; False if there is none. A decision made there holds until another one is made."""
        if self._at == 0:
            return False
        self._at -= 1
        return True

    def _decide(self, verdict: Callable[[Item], None]) -> None:
        item = self.item
        before = (item.now, item.decided)
        verdict(item)
        try:
            self.book.save()
        except OSError:
            item.now, item.decided = before
            raise
        if before[1] is not None:
            self.counts[before[1]] -= 1
        self.counts[item.decided or "skipped"] += 1
        self._at += 1
