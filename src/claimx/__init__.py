"""claimx: who claims which number of what, when, and where in the file it stands.

    >>> import claimx
    >>> document = claimx.extract("At least 40 people died on Sunday, the ministry said.", published="2016-11-21")
    >>> document.claims[0].quantity.low
    40

The public API is :func:`extract`, :func:`extract_file` and the record types.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx._version import __version__

if TYPE_CHECKING:
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


def __getattr__(name: str) -> object:
    """Import the public names when they are first used: ``claimx --help`` needs none of them (PEP 562)."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from claimx import model, pipeline

    value: object = getattr(pipeline if name in ("extract", "extract_file") else model, name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
