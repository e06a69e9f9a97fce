"""Every numeric mention of a page: value, bounds, comparator, change, unit, and what is counted or measured."""

from __future__ import annotations

from claimx.quantities.find import find

__all__ = ["find"]
