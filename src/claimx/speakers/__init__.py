"""Speakers: the sources of attributions joined to whoever they name on the page."""

from claimx.speakers.resolve import resolve

__all__ = ["resolve"]
