"""claimx: who claims which number of what, when, and where in the file it stands.

    >>> import claimx
    >>> document = claimx.extract("At least 40 people died on Sunday, the ministry said.", published="2016-11-21")
    >>> document.claims[0].quantity.low
    40

The public API is :func:`extract`, :func:`extract_file` and the record types.
"""

from __future__ import annotations

from claimx._version import __version__
from claimx.model import (
    Attribution,
    Claim,
    ClaimDate,
    Document,
    Evidence,
    Mark,
    Quantity,
    Span,
    Speaker,
    TimeExpression,
    Unit,
    Warning,
)
from claimx.pipeline import extract, extract_file

__all__ = [
    "Attribution",
    "Claim",
    "ClaimDate",
    "Document",
    "Evidence",
    "Mark",
    "Quantity",
    "Span",
    "Speaker",
    "TimeExpression",
    "Unit",
    "Warning",
    "__version__",
    "extract",
    "extract_file",
]
