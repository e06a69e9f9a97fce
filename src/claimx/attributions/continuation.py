"""Quotations without a cue of their own: they go on what was said before, or stand behind a colon, or are no speech."""

from __future__ import annotations

from claimx.attributions import labels, subjects
from claimx.attributions.classes import members
from claimx.attributions.quotes import Quotation
from claimx.attributions.scan import Found, Range, Scan, Unit
from claimx.attributions.source import left, right

_LONG = 6
_LABEL = 6
_PARAGRAPHS = 8
"""How many units ahead the end of a quotation is looked for."""


def find(scan: Scan) -> None:
    """Give every quotation that no attribution covers the source of the one before."""
    said: Range | None = None
    covered = 0
    chain = False
    for index, unit in enumerate(scan.units):
        for quotation in unit.quotes:
            if quotation.first >= covered and not _covered(unit, quotation) and _speech(scan, index, quotation):
                if _byline(scan, unit, quotation):
                    continue
                source = _before_colon(scan, unit, quotation)
                if source is None and quotation.first > unit.first:
                    source = _narrated(scan, unit, quotation)
                if source is None and quotation.open and not chain:
                    source = _ahead(scan, index)
                if source is None:
                    source = _introduced(scan, index) or said
                if source is not None:
                    unit.found.append(Found(source, None, [(quotation.first, quotation.last)], "continued", True))
            chain = quotation.open
        if unit.found:
            block = labels.block_quotation(scan, index) if scan.reading.tags[unit.last - 1] in ":\n" else None
            if block is not None:
                unit.found.append(block)
                covered = block.content[0][1]
            said = _speaker(scan, unit) or said
            for found in unit.found:
                if found.rule == "hearsay":
                    _outlook(scan, index)
                    break


def _goes_on(scan: Scan, index: int) -> bool:
    """Whether the unit before, in the same paragraph, says something."""
    before = scan.units[index - 1] if index else None
    return before is not None and before.block == scan.units[index].block and any(found.says for found in before.found)


def _byline(scan: Scan, unit: Unit, quotation: Quotation) -> bool:
    """Whether a quotation is a digest's headline or excerpt with its writer: '"Rents double," by the Gazette's Ann Lee: "..."'."""
    tags, after = scan.tags, quotation.last
    if after + 1 < unit.last and tags[after] == "I" and scan.words.lower(after) == "by":
        named = right(scan, after + 1, unit.last)
        return named is not None and "P" in tags[named[0] : named[1]]
    if quotation.first - 2 > unit.first and tags[quotation.first - 1] == ":":
        named = left(scan, quotation.first - 1, unit.first)
        return named is not None and scan.words.lower(named[0] - 1) == "by"
    return False


def _ahead(scan: Scan, index: int) -> Range | None:
    """The source named where a quotation ends that runs over several paragraphs, each with its own opening mark."""
    block = scan.units[index].block
    for unit in scan.units[index + 1 : index + _PARAGRAPHS]:
        if unit.block == block:
            continue
        if not unit.quotes or unit.quotes[0].first != unit.first:
            return None
        for found in unit.found:
            if found.source and any(first == unit.first for first, _ in found.content):
                return found.source
        if not unit.quotes[0].open:
            return None
        block = unit.block
    return None


def _narrated(scan: Scan, unit: Unit, quotation: Quotation) -> Range | None:
    """Who is quoted within the reporter's sentence: the subject of the clause, if it is a person: "he vowed it was ..."."""
    subject = subjects.of_clause(scan, unit, quotation.first)
    return subject if subject is not None and _person(scan, subject) else None


def _person(scan: Scan, subject: Range) -> bool:
    role = not members("role").isdisjoint(scan.codes[slice(*subject)])
    alone = subject[1] - subject[0] == 1 and scan.words.lower(subject[0]) in ("he", "she")
    return role or alone or scan.tags[subject[1] - 1] == "P"


def _introduced(scan: Scan, index: int) -> Range | None:
    """The subject of the sentence before, if it attributes nothing, in the same paragraph: 'The mayor was furious. "..."'."""
    if index == 0 or scan.units[index - 1].block != scan.units[index].block or scan.units[index - 1].found or scan.units[index - 1].quotes:
        return None
    before = scan.units[index - 1]
    subject = subjects.first(scan, before)
    if subject is None:
        return None
    return subject if _person(scan, subject) else None


def _outlook(scan: Scan, index: int) -> None:
    """ "Growth is expected to slow": after a sentence in which somebody forecasts, it is still their forecast."""
    unit = scan.units[index]
    for at, found in enumerate(unit.found):
        if found.rule != "hearsay" or not found.cue or scan.codes[found.cue[1] - 1] not in members("outlook"):
            continue
        for before in reversed(scan.units[max(0, index - 2) : index]):
            forecast = next((one for one in reversed(before.found) if one.source and one.cue and _forecasts(scan, one)), None)
            if forecast is not None:
                unit.found[at] = Found(forecast.source, found.cue, found.content, "outlook", False)
                break


def _forecasts(scan: Scan, found: Found) -> bool:
    return found.rule == "outlook" or not members("outlook").isdisjoint(scan.codes[slice(*(found.cue or (0, 0)))])


def _covered(unit: Unit, quotation: Quotation) -> bool:
    for found in unit.found:
        for first, last in found.content:
            if first <= quotation.first and quotation.last <= last + 2:
                return True
    return False


def _speaker(scan: Scan, unit: Unit) -> Range | None:
    """Who would go on speaking after a unit: its last source that says, else its last source of all."""
    other = None
    for found in reversed(unit.found):
        if found.source is None or found.outer is not None or found.rule == "respondents" or scan.tags[found.source[0]] == "W":
            continue
        if found.says:
            return found.source
        other = other or found.source
    return other


def _before_colon(scan: Scan, unit: Unit, quotation: Quotation) -> Range | None:
    """'He was defiant: "..."': the subject of the clause before the colon."""
    at = quotation.first - 1
    if at <= unit.first or scan.tags[at] != ":" or scan.words.text(at) != ":":
        return None
    if at - unit.first <= _LABEL and not scan.tags[unit.first : at].strip("P.&K'"):
        return unit.first, at  # 'Lee: "..."' within a paragraph
    subject = subjects.of_clause(scan, unit, at)
    if subject is None or not _person(scan, subject):
        named = left(scan, at, unit.first)
        if named is not None and scan.tags[named[1] - 1] == "P":
            return named  # 'it did not surprise Ann Lee: "..."'
    return subject


def _speech(scan: Scan, index: int, quotation: Quotation) -> bool:
    """Whether a quotation without a cue is speech: long, a whole sentence, or after a comma or colon; never a title."""
    unit = scan.units[index]
    if quotation.title or (quotation.last < len(scan.tags) and scan.words.text(quotation.last) == "["):
        return False  # a digest names the paper behind its excerpt: "..." [Gazette]
    if quotation.first == unit.first and quotation.last >= unit.last - 1 and (quotation.words > 2 or _goes_on(scan, index)):
        return True
    return quotation.words >= _LONG or (quotation.first > unit.first and scan.tags[quotation.first - 1] in ",:" and quotation.words > 2)
