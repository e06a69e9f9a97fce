"""Who published the page: "Source: RT", a title's suffix, a header line, a dateline's agency, an address."""

from __future__ import annotations

import re
from functools import cache

from claimx import lazy, lexicon
from claimx.layout.lines import Line

_SOURCE = lazy.compile(
    r"(?:[Ss]ource|SOURCE|[Pp]ublisher|[Nn]ewspaper|[Pp]ublication|[Oo]utlet)\s?[:–-]\s?([A-Z][\w.&'! -]{0,50}?)\s*(?:[|/,;(].*)?$"
)
_AGENCY = lazy.compile(r"(?:\(|/)([A-Z][A-Za-z.' -]{1,40})(?:\)|/)\s?(--?|–|—|:|_)?")
_LINKED = lazy.compile(r"\[([^\[\]]{2,50})\]\(https?://")
_HOST = lazy.compile(r"(?:https?://|\bwww\.|^)([a-z\d-]+(?:\.[a-z\d-]+){1,5})(?=[/:?#\s\])]|$)", re.IGNORECASE)
_COPYRIGHT = lazy.compile(r"(?:©|\([Cc]\)|Copyright)[\s,\d©–-]{0,24}(?:\([Cc]\)\s)?([A-Z][\w.&' -]{1,40})")
_SEPARATOR = lazy.compile(r"\s(?:\||::|»|·|•|—|–|-|:)\s(?=\S)")
_OUTLET_WORDS = (
    "News Times Post Herald Guardian Tribune Gazette Chronicle Journal Daily Press Observer Today Telegraph Star Mail Sun Monitor Review "
    "Standard Express Mirror Globe Record Magazine Weekly Online Radio TV Television Agency Network Media Report Courier Leader Advocate "
    "Enterprise Independent Examiner Inquirer Dispatch Sentinel Bulletin Argus Echo Nation World Insider Wire"
).split()
_OUTLET_WORD = lazy.compile(rf"\b(?:{'|'.join(_OUTLET_WORDS)})\b|\.\w{{2,4}}$")


@cache
def _names() -> dict[str, lexicon.Row]:
    found: dict[str, lexicon.Row] = {}
    for row in lexicon.rows("layout/publishers"):
        for name in (row["form"], *filter(None, row["aliases"].split("|"))):
            found.setdefault(_key(name), row)
    return found


@cache
def _domains() -> dict[str, lexicon.Row]:
    return {domain: row for row in lexicon.rows("layout/publishers") for domain in filter(None, row["domains"].split("|"))}


def _key(name: str) -> str:
    return name.strip().casefold().removeprefix("the ").rstrip(".")


def known(name: str) -> lexicon.Row | None:
    """The row of an outlet by one of its names, in any case and with or without "The"."""
    return _names().get(_key(name)) if len(name) <= 60 else None


def of_address(address: str) -> lexicon.Row | None:
    """The row of the outlet whose site an address (or a host) is on."""
    found = _HOST.search(address)
    if found is None:
        return None
    parts = found[1].lower().split(".")
    for first in range(len(parts) - 1):
        row = _domains().get(".".join(parts[first:]))
        if row:
            return row
    return None


def without_suffix(title: str, lines: list[Line]) -> int:
    """The length of a title without the outlet that its page appends ("... | Reuters", "... - BBC News")."""
    end = len(title)
    while True:
        cuts = [found for found in _SEPARATOR.finditer(title, 0, end) if found.start() >= 8]
        if not cuts:
            return end
        last = cuts[-1]
        if not _is_outlet(title[last.end() : end], last.group().strip(), title[: last.start()], lines):
            return end
        end = last.start()


_SITE = lazy.compile(r"(?:[\w-]+\.){1,3}(?:com|org|net|info|news|tv|[a-z]{2})", re.IGNORECASE)


def _is_outlet(name: str, sign: str, title: str, lines: list[Line]) -> bool:
    if known(name) or of_address(name) or _SITE.fullmatch(name):
        return True
    named = len(name) <= 40 and name[:1].isupper() and name.count(" ") <= 5 and not name.endswith((".", "?", "!"))
    if not named or title.count(" ") < 2:
        return False
    bare = title.casefold()
    if any(line.text.casefold() == bare for line in lines[1:200]):
        return True
    return sign in "|»::·" or (sign in "-–—" and _OUTLET_WORD.search(name) is not None and name.istitle() and title.count(" ") >= 3)


def find(lines: list[Line], first: int, last: int, suffix: str) -> tuple[str | None, str | None]:
    """The publisher's name as printed, and the country (ISO 3166) of the outlet where that is known.

    ``lines`` are the page's, the article being FIRST up to LAST; ``suffix`` is what the title line has behind the title.
    """
    names = _candidates(lines, first, last, suffix)
    rows = [row for row in map(_row, names) if row]
    country = next((row["country"] or None for row in rows), None)
    return (names[0] if names else None), country


def order(lines: list[Line], first: int, last: int, suffix: str) -> str | None:
    """Whether the outlet writes numeric dates day first ("dmy") or month first ("mdy"); None if that is open.

    By the outlet, else by the place in its name ("The Malta Courier"), else by the country of its address.
    """
    names = _candidates(lines, first, last, suffix)
    for name in names:
        row = _row(name) if name else None
        if row is not None and row["country"] and not _is_agency(row):
            return row["order"] or None
    header = [line.text for line in lines[: min(first, 60)] if len(line.text) <= 300]
    for text in header:
        for part in re.split(r"\s?[|·•,/()–—]\s?| - ", text)[:8]:
            words = part.split()
            if 2 <= len(words) <= 5 and _OUTLET_WORD.search(part):
                orders = {_places()[word] for word in words if word in _places()}
                if len(orders) == 1:
                    return orders.pop()
    for text in header:
        for host in _HOST.findall(text)[:3]:
            country = host.rpartition(".")[2].lower()
            if len(country) == 2 and country.isalpha() and country not in _OPEN:
                return "mdy" if country in ("us", "ph") else "dmy"
    agencies = [row for name in names if (row := _row(name)) is not None]
    return "mdy" if agencies and all(row["form"] in ("The Associated Press", "Bloomberg") for row in agencies) else None


_OPEN = frozenset("ca cn jp kr tw hk bz io co tv me fm ly ai cc ws to gg eu".split())
"""Countries without a fixed habit in English, and domains that are sold as words."""


@cache
def _places() -> dict[str, str]:
    return {row["form"]: row["order"] for row in lexicon.rows("layout/places")}


def _is_agency(row: lexicon.Row) -> bool:
    """Agencies are printed by others, whose habits hold."""
    return row["form"] in ("Agence France-Presse", "The Associated Press", "Reuters", "Bloomberg")


def _row(name: str) -> lexicon.Row | None:
    return known(name) or of_address(name)


_PARTS = lazy.compile(r"[|·•,/()–—]| - |\bfor\b")


def _candidates(lines: list[Line], first: int, last: int, suffix: str) -> list[str]:
    found: list[str] = []
    tail = lines[max(first, last - 2) : last + 8]
    for line in (*lines[:first], *tail):
        source = _SOURCE.match(line.text) if line.text[:1] in "sSPNOpno" else None
        if source:
            found.append(source[1].strip())
    if suffix:
        parts = [part.strip() for part in _SEPARATOR.split(suffix) if part.strip()]
        names = [part for part in parts if known(part)] or [part for part in parts if not _SITE.fullmatch(part)] or parts
        found += names[-1:]
    for line in lines[: min(first + 1, 200)]:
        if len(line.text) <= 120:
            found += [part.strip() for part in _PARTS.split(line.text)[:8] if known(part)]
    for line in lines[first : first + 1]:
        agencies = [match for match in _AGENCY.finditer(line.text, 0, 160) if known(match[1]) or (match.start() < 60 and match[2])]
        found += [match[1].strip() for match in agencies[:1]]
        found += _opening(line.text)
    for line in lines[-1:]:
        linked = _LINKED.match(line.text)
        if linked:
            found.append(linked[1])
    for line in lines[last:]:
        owner = _COPYRIGHT.search(line.text) if "©" in line.text or "opyright" in line.text else None
        if owner and known(owner[1].split(" All ")[0].split(". ")[0]):
            row = known(owner[1].split(" All ")[0].split(". ")[0])
            found += [row["form"]] if row else []
    for line in (*lines[:first], *tail):
        if "www." in line.text or "http" in line.text:
            row = of_address(line.text)
            if row:
                found.append(row["form"])
    return [name for name in found if name]


def _opening(text: str) -> list[str]:
    """Known outlets among the first words of a run-in header ("... Monitor AFP Friday 9 May 2014 ...")."""
    words = text[:160].split(" ")[:16]
    return [word for word in words if len(word) > 1 and (word.isupper() and word.isalpha()) and known(word)][:1]
