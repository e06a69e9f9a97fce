"""Who and what is named on a page: persons with their offices, organisations, places, documents."""

from __future__ import annotations

from claimx.names.find import Name, find
from claimx.names.parse import Kind

__all__ = ["Kind", "Name", "find"]
