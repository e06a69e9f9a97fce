"""The exit codes of all commands."""

OK = 0
"""Everything was read; a text without a claim is no error."""

FINDINGS = 1
"""A check found something (`claimx check`)."""

UNUSABLE = 2
"""Unusable input, options or configuration; whatever else could be done was done."""

INTERRUPTED = 130
"""Ctrl-C, as shells report SIGINT."""
