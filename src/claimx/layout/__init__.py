"""A text to a page: what of it is the article, its title, who published it and when."""

from __future__ import annotations

from claimx.layout import furniture, language, published, publisher, runin, shadow, title, wraps
from claimx.layout.lines import Line, classify, split
from claimx.model import Warning
from claimx.page import Block, Page

_REPEATED = 16
"""A line of so many characters that is printed again is read once."""
_LEADS, _SHORT_LEADS = 12, 3
"""Between title and text stand a few lines of summary; more are a list of other stories."""


def read(text: str) -> Page:
    """Read the layout of a text: any string is accepted.

    The shadow has the text's length; what is no article is line breaks in it. A text in another language than English
    gives no blocks and a warning.
    """
    plain = wraps.join(shadow.unify(text))
    lines = split(plain)
    classify(lines, plain)
    published.mark(lines)
    if len(lines) == 1 and lines[0].kind not in ("code", "table"):
        lines[0].kind = "sentence"  # whatever it looks like, it is all that there is
    first, last = furniture.article(lines)
    found = title.find(lines, first)
    head = _titles(lines, first, found)
    if found is not None and first <= found[0]:
        first = found[0] + 1
    lead = lines[found[0]].text if found else ""
    suffix = lead[found[1] :] if found else ""
    name, country = publisher.find(lines, first, last, suffix)
    nearest = next((line for line in reversed(lines[:first]) if head and line.start == head[-1].start), None)
    dated = published.find(text, lines, first, last, nearest, lambda: publisher.order(lines, first, last, suffix), country)
    blocks = _blocks(lines, first, last, head, lead[: found[1]] if found else "")
    warnings = list(dated.warnings)
    other = language.foreign(" ".join(plain[block.start : block.end] for block in blocks[:12]))
    if other is not None:
        warnings.append(Warning("CX107", f"the text seems to be in {other}, not in English: nothing was read", 0, 0))
        blocks = []
    start = lines[found[0]].start if found else 0
    return Page(
        text=text,
        shadow=_blanked(plain, blocks),
        title=(start, start + found[1]) if found else None,
        publisher=name,
        published=dated.published,
        updated=dated.updated,
        blocks=tuple(blocks),
        warnings=tuple(warnings),
    )


def _titles(lines: list[Line], first: int, found: tuple[int, int] | None) -> list[Block]:
    """The title and the lines that print it again otherwise, as blocks."""
    if found is None:
        return []
    index, length = found
    line = lines[index]
    wanted = title.key(line.text[:length])
    blocks = [Block(line.start, line.start + length, "title")]
    for other in lines[index + 1 : first]:
        if title.key(other.text) == wanted and other.text != line.text:
            blocks.append(Block(other.start, other.end, "title"))
            break
    return blocks


def _blocks(lines: list[Line], first: int, last: int, titles: list[Block], headline: str) -> list[Block]:
    """Title, standfirst and paragraphs in order, no line twice."""
    blocks = list(titles)
    seen = {headline} | {line.text for line in lines[:first] if any(line.start == block.start for block in titles)}
    begin = max((block.start for block in titles), default=-1)
    wanted = title.key(headline)
    for line in _before(lines, first, begin):
        if line.text not in seen and title.key(line.text) != wanted:
            blocks.append(Block(line.start, line.end, "standfirst"))
            seen.add(line.text)
    kept = []
    for line in furniture.kept(lines, first, last):
        if line.text not in seen or len(line.text) < _REPEATED:
            kept.append(line)
            seen.add(line.text)
    for number, line in enumerate(kept):
        blocks += runin.blocks(line, headline, number == 0, number == len(kept) - 1)
    return blocks


def _before(lines: list[Line], first: int, begin: int) -> list[Line]:
    """The lines before the running text that belong to the article: the standfirst; all that is no furniture of a snippet."""
    if furniture.snippet(lines):
        return [line for line in lines[:first] if line.start > begin and not furniture.is_furniture(line)]
    between = [
        line for line in lines[:first] if line.start > begin >= 0 and furniture.standfirst(line) and not furniture.is_furniture(line)
    ]
    listed = next((line.start for line in lines[:first] if line.start > begin and furniture.opens_list(line)), lines[-1].end)
    between = [line for line in between if line.start < listed]
    short = [line for line in between if line.kind == "short"][-_SHORT_LEADS:]
    return [line for line in between if line.kind != "short" or line in short] if len(between) <= _LEADS else []


def _blanked(plain: str, blocks: list[Block]) -> str:
    """The shadow with everything outside the blocks as line breaks."""
    parts, at = [], 0
    for block in blocks:
        parts.append("\n" * (block.start - at))
        parts.append(plain[block.start : block.end])
        at = block.end
    parts.append("\n" * (len(plain) - at))
    return "".join(parts)
