"""Speakers by layout: "Minister: 40 killed", "LEE: We do.", '"..." - Ann Lee', "text - Ann Lee (@lee)", a block quotation after a colon."""

from __future__ import annotations

import re

from claimx.attributions import source
from claimx.attributions.classes import members
from claimx.attributions.scan import FINITE, Found, Range, Scan, Unit, enclosing

_VERBAL = FINITE | {"V"}
_PREDICATE = _VERBAL | {"#"}
_LABEL = 6
"""The most tokens that a label before a colon has."""


def find(scan: Scan) -> None:
    """Add what labels, signatures and colons at the end of a block say about the text beside them."""
    units = scan.units
    titles = {number for number, block in enumerate(scan.reading.page.blocks) if block.kind == "title"}
    labelled = _labelled(scan)
    dialogue, posts = len(labelled) > 2, "@" in scan.words.shadow
    for index, unit in enumerate(units):
        title = unit.block in titles
        if index in labelled:
            _label(scan, units, index, dialogue, title)
        if unit.quotes and '"' in scan.tags[unit.first : unit.last]:
            _signature(scan, unit, units[index + 1] if index + 1 < len(units) else unit)
        if posts:
            _post(scan, unit)
        if title:
            _closing_label(scan, unit)


def _labelled(scan: Scan) -> set[int]:
    """The units that start a block with a label."""
    found, block, colon_in = set(), -1, scan.tags.find
    for index, unit in enumerate(scan.units):
        if unit.block != block:
            block, first = unit.block, unit.first
            if colon_in(":", first + 1, first + _LABEL + 1) >= 0 and _label_end(scan, unit) is not None:
                found.add(index)
    return found


def _label_end(scan: Scan, unit: Unit) -> int | None:
    """The colon behind a label at the start of a unit: a name, capitals, "Q", a role."""
    tags, first = scan.tags, unit.first
    colon = tags.find(":", first + 1, first + _LABEL + 1)
    if colon < 0 or scan.words.text(colon) != ":" or colon + 1 >= unit.last:
        return None
    letters = tags[first:colon]
    if letters.strip("PNSJD'-&K.()"):
        return None
    return colon if scan.words.text(first)[:1].isupper() else None


def _label(scan: Scan, units: list[Unit], index: int, dialogue: bool, title: bool) -> None:
    unit = units[index]
    colon = _label_end(scan, unit)
    if colon is None:
        return
    name: Range = (unit.first, colon)
    rule = _label_rule(scan, name, unit.last, dialogue, title)
    if rule is None:
        return
    last = unit.last
    if not title:
        while index + 1 < len(units) and units[index + 1].block == unit.block:
            index += 1
            last = units[index].last
    spoken = None if rule == "interview" else name
    inner = [found for found in unit.found if found.says and found.source] if rule in ("interview", "transcript") else []
    for found in inner:
        found.outer = spoken
    unit.found = [*inner, Found(spoken, (colon, colon + 1), [_whole(scan, colon + 1, last)], rule, True)]


def _label_rule(scan: Scan, name: Range, last: int, dialogue: bool, title: bool) -> str | None:
    """What kind of label stands before a colon: interview (Q, A), transcript, label; None if it is none."""
    first, colon = name
    words = [scan.words.text(at) for at in range(first, colon)]
    if words in (["Q"], ["A"]):
        return "interview"
    codes = scan.codes[first:colon]
    role = not members("role").isdisjoint(codes)
    person = role or "P" in scan.tags[first:colon]
    shouted = all(word.isupper() for word in words if word[:1].isalpha()) and len("".join(words)) > 1
    if not members("field").isdisjoint(codes):
        return None
    if scan.tags[colon + 1] == '"':
        return "label" if role or shouted or scan.tags[colon - 1] in "P." else None
    clause = _clause(scan, colon + 1, last)
    if title:
        named = first + 1 < colon and not scan.tags[first:colon].strip("P-&K.'")
        known = role or shouted or named or _speaks(scan, colon - 1)
        return "label" if known and (person or clause) else None
    return "transcript" if dialogue and clause and (shouted or person) else None


def _speaks(scan: Scan, at: int) -> bool:
    """Whether a word before a headline's colon is said by the page to say something: a topic does not ("Coronavirus:")."""
    word = scan.words.lowers[at]
    return any(
        word in scan.words.lowers[slice(*found.source)]
        for unit in scan.units
        for found in unit.found
        if found.source is not None and found.source[0] > at
    )


def _clause(scan: Scan, first: int, last: int) -> bool:
    return not _PREDICATE.isdisjoint(scan.tags[first:last])


def _whole(scan: Scan, first: int, last: int) -> Range:
    while last > first + 1 and scan.tags[last - 1] in ".\n":
        last -= 1
    return first, last


def _closing_label(scan: Scan, unit: Unit) -> None:
    """The headline "40 killed in attack: police"."""
    tags, last = scan.tags, unit.last
    while last > unit.first and tags[last - 1] in ".\n":
        last -= 1
    colon = last - 1
    while colon > max(unit.first, last - _LABEL) and tags[colon] != ":" and not scan.dash(colon):
        colon -= 1
    if tags[colon] != ":" and not scan.dash(colon):
        return
    if colon <= unit.first + 2 or any(found.rule == "label" for found in unit.found):
        return
    named = source.right(scan, colon + 1, last)
    if named is None or named[1] != last or not _clause(scan, unit.first, colon):
        return
    role = not members("role").isdisjoint(scan.codes[colon + 1 : last])
    if role or ("P" in tags[colon + 1 : last] and (scan.words.texts[colon] == ":" or _of_the_story(scan, colon + 1, last))):
        unit.found = [Found(named, (colon, colon + 1), [(unit.first, colon)], "closing-label", True)]


def _of_the_story(scan: Scan, first: int, last: int) -> bool:
    """Whether the page speaks of a name that ends its headline behind a dash, as it does not of its publisher."""
    name = scan.words.phrase(first, last)
    return name != scan.reading.page.publisher and len(re.findall(rf"\b{re.escape(name)}\b", scan.words.shadow)) > 1


def _signature(scan: Scan, unit: Unit, following: Unit) -> None:
    """A quotation, a dash and a name to the end of the line, or on the line below."""
    for quotation in unit.quotes:
        at, last = quotation.last, unit.last
        if at >= unit.last and quotation.first == unit.first:
            at, last = following.first, following.last
        if at >= last - 1 or not scan.dash(at) or enclosing(unit, quotation.first) is not None:
            continue
        named = source.right(scan, at + 1, last)
        if named is None or "P" not in scan.tags[named[0] : named[1]] or last - named[1] >= 6:
            continue
        if _VERBAL.isdisjoint(scan.tags[named[0] : last]):
            unit.found.append(Found(named, (at, at + 1), [(quotation.first, quotation.last)], "signature", True))


def _post(scan: Scan, unit: Unit) -> None:
    """A post of a social network as pages embed it: the text, a dash, the name and the handle in brackets."""
    tags = scan.tags
    opening = tags.find("(", unit.first, unit.last)
    while opening >= 0:
        if opening + 1 < unit.last and scan.words.text(opening + 1) == "@" and opening > unit.first + 1:
            first = scan.ending.get(opening)
            if first is not None and first - 1 > unit.first and tags[first - 1] in ":-":
                unit.found = [Found((first, opening), (first - 1, first), [_whole(scan, unit.first, first - 1)], "post", True)]
            return
        opening = tags.find("(", opening + 1, unit.last)


def block_quotation(scan: Scan, index: int) -> Found | None:
    """The attribution of the block behind a unit with attributions that ends with a cue and a colon; None if it ends otherwise."""
    units = scan.units
    unit = units[index]
    last, tags = unit.last, scan.tags
    while last > unit.first and tags[last - 1] == "\n":
        last -= 1
    if scan.words.texts[last - 1] != ":" or index + 1 >= len(units) or units[index + 1].block == unit.block:
        return None
    before = unit.found[-1]
    if not before.says or before.source is None:
        return None
    following = units[index + 1]
    if any(found.source and found.says and found.content and found.content[0][0] == following.first for found in following.found):
        return None  # it says itself who speaks
    end = following.last
    for later in units[index + 2 :]:
        if later.block != following.block:
            break
        end = later.last
    return Found(before.source, before.cue, [_whole(scan, following.first, end)], "block", True)
