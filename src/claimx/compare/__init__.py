"""``claimx compare``: claims of many articles that are about the same thing, side by side in the order of their dates."""

from __future__ import annotations

from claimx.compare.grouping import Group, Member, group
from claimx.compare.status import Status

__all__ = ["Group", "Member", "Status", "group"]
