"""Markdown (GitHub's tables): a heading and a table a document, for issues, wikis and notes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from claimx.model import Claim, Document
from claimx.render import wording
from claimx.render.view import folded, grounds, repeats_of

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&$@:])")
_SPACE = re.compile(r"\s{1,1000}")


def pages(documents: Iterable[Document], fold: bool = False, explain: bool = False) -> Iterator[str]:
    """Each document as a section."""
    before = ""
    for document in documents:
        yield before + "".join(_page(document, fold, explain))
        before = "\n"


def _page(document: Document, fold: bool, explain: bool) -> Iterator[str]:
    yield f"## {escape(document.title or document.path or 'Untitled')}\n\n"
    about = [escape(part) for part in (document.path, document.publisher, document.published) if part]
    if about:
        yield "From " + " · ".join(about) + "\n\n"
    if not document.claims:
        yield "No numeric claims.\n"
        return
    yield "| Line | Who | Claim | What | Date |\n| ---: | --- | --- | --- | --- |\n"
    repeats = repeats_of(document) if fold else {}
    for claim in folded(document, fold):
        yield "| " + " | ".join(_cells(claim, repeats.get(claim.id, ()), explain)) + " |\n"


def _cells(claim: Claim, again: tuple[int, ...], explain: bool) -> list[str]:
    before, number, after = (escape(part, strip=False) for part in wording.parted(claim))
    number = re.sub(r"^(\s*)(.*?)(\s*)$", r"\1**\2**\3", number) if number.strip() else number
    what = " ".join(part for part in (escape(wording.figure(claim.quantity)), escape(wording.counted(claim))) if part)
    marks = wording.marked(claim)
    said = f"{before}{number}{after}".strip()
    if explain:
        said += "".join(f"<br>{escape(line)}" for line in grounds(claim))
    return [
        ", ".join(str(line) for line in (claim.line, *again)),
        ", ".join(escape(part) for part in (wording.who(claim), wording.standing(claim)) if part),
        said,
        f"{what}<br>{escape(marks)}" if marks else what,
        escape(claim.date.value) if claim.date else "",
    ]


def escape(text: str, strip: bool = True) -> str:
    """``text`` as inert Markdown on one line: nothing in it is markup, HTML, a link or a mention."""
    text = "".join(character for character in _SPACE.sub(" ", text) if unicodedata.category(character) not in ("Cc", "Cf", "Cs"))
    text = _SPECIAL.sub(r"\\\1", text.strip() if strip else text)
    return re.sub(r"(?i)\b(www)\.", r"\1\\.", text)
