"""``claimx check``: texts held against their sidecars, and what else a newsroom wants to know of its files.

Findings come from four groups of rules (:mod:`claimx.check.rules`); :func:`run` does the whole check.
"""

from __future__ import annotations

from claimx.check.config import Config, ConfigError
from claimx.check.findings import Finding
from claimx.check.rules import RULES, Rule, rule
from claimx.check.run import Result, run
from claimx.check.sidecar import Entry, SidecarError

__all__ = ["RULES", "Config", "ConfigError", "Entry", "Finding", "Result", "Rule", "SidecarError", "rule", "run"]
