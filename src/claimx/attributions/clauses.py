"""Attributions around a cue: SOURCE CUE content; "content," SOURCE CUE; "content," CUE SOURCE; and with the cue in the middle."""

from __future__ import annotations

from claimx.attributions import contents, frames, hearsay, source, subjects
from claimx.attributions.complements import accepts
from claimx.attributions.cues import Cue
from claimx.attributions.scan import FINITE, Found, Range, Scan, Unit, enclosing

_SPOKEN = frozenset(("say", "utter"))
"""Classes of the verbs that can stand behind a quotation."""
_OF_DOCUMENTS = frozenset(("object", "clause", "to", "gap"))
"""What follows verbs of saying that differ in it where their subject is a poll, a report ..."""
_VERBAL = FINITE | {"V"}
_BEFORE_SHARED = frozenset(("K", ",", "I", "C", "Q", "", "N", "S", "P", ")"))
"""Letters before a verb that can have the subject of another; "" where it starts its sentence."""
_MOST_OPENING = 2
"""How many tokens may stand before an inverted cue that nothing said precedes."""


def find(scan: Scan, read: list[tuple[Unit, list[Cue]]]) -> None:
    """Add the attributions around the cues of each unit to it, from left to right."""
    for unit, cues in read:
        if frames.possible(scan, unit):
            for cue in reversed(cues):
                if frames.find(scan, unit, cue):
                    cues.remove(cue)
                    break
    for unit, cues in read:
        for cue in cues:
            if cue.subject is not None and "seem" not in cue.classes and _agrees(scan, cue, cue.subject):
                cue.right = _taken(scan, unit, cue, cue.subject)
    for unit, cues in read:
        for cue in cues:
            around = enclosing(unit, cue.at) if unit.found else None
            found = _around(scan, unit, cue)
            if found is not None and (around is None or _kept(scan, cue, found, around)):
                unit.found.append(found)


def _kept(scan: Scan, cue: Cue, found: Found, around: Found) -> bool:
    """Whether an attribution within the content of another one stands: as its equal, which ends it, or as speech in speech."""
    if _coordinate(scan, cue, found, around):
        _cut(scan, around, _edge(found, cue, around))
        return True
    if not found.says or cue.follows == "object" or found.source is None:
        return False
    found.outer = around.source
    return True


def _edge(found: Found, cue: Cue, around: Found) -> int:
    """Where a coordinate attribution starts within another's content."""
    if found.source and around.content[0][0] < found.source[0] < cue.group:
        return found.source[0]
    return cue.group


def _coordinate(scan: Scan, cue: Cue, found: Found, around: Found) -> bool:
    """Whether a cue within another's content is its equal: ", but he said", "and added", ", adding"."""
    if not found.says and "say" not in cue.classes:
        return False
    if around.rule.startswith(("according", "poll")):
        return False
    if found.source is None:
        return False
    before = found.source[0] - 1 if found.source and found.source[0] < cue.at and found.rule != "shared" else cue.group - 1
    letter = scan.tags[before]
    if found.rule == "shared":
        return letter in "K,"
    if letter == "C":
        return scan.tags[before - 1] == "," and scan.is_a(before, "contrast")
    return (letter == "K" and scan.tags[before - 1] in ',"') or letter in ':"'


def _cut(scan: Scan, around: Found, at: int) -> None:
    """End a content before the clause that starts at AT, and before its conjunction and comma."""
    kept: list[Range] = []
    for first, last in around.content:
        if first <= at < last:
            last = at
            while last > first and scan.tags[last - 1] in "KC,:":
                last -= 1
        if last > first:
            kept.append((first, last))
    around.content = kept


def _around(scan: Scan, unit: Unit, cue: Cue) -> Found | None:
    """The attribution of a cue, or None."""
    if "seem" in cue.classes:
        return hearsay.find(scan, unit, cue)
    if cue.form == "finite" and cue.subject is not None:
        return _behind_subject(scan, unit, cue, cue.subject, cue.right) if cue.right is not None else None
    if cue.form == "participle":
        return _shared(scan, unit, cue)
    if cue.form == "infinitive":
        return _infinitive(scan, unit, cue)
    if cue.form != "passive" and not _SPOKEN.isdisjoint(cue.classes) and (inverted := _inverted(scan, unit, cue)) is not None:
        return inverted
    return (_shared(scan, unit, cue) if cue.form == "finite" else None) or hearsay.find(scan, unit, cue)


def _agrees(scan: Scan, cue: Cue, subject: Range) -> bool:
    """Whether a plain verb has a subject that can be plural: "the state department" has none."""
    if scan.tags[cue.at] != "V" or cue.group != cue.at or scan.is_a(cue.at, "vbd"):
        return True
    head, letters = subject[1] - 1, scan.tags[subject[0] : subject[1]]
    if "K" in letters or "#" in letters or "," in letters or scan.words.lower(cue.at) == "say" or not scan.noun_too(cue.at):
        return True
    if scan.tags[head] == "J":
        return not scan.is_a(head, "cap") and subject[1] - subject[0] == 1 and subject[0] > 0 and scan.tags[subject[0] - 1] in ',".KC'
    return scan.tags[head] not in "NP" or scan.words.lower(head).endswith("s") or scan.is_a(head, "collective")


def _infinitive(scan: Scan, unit: Unit, cue: Cue) -> Found | None:
    """ "went on to say", "was quick to point out", "used the question to demand"."""
    if "say" not in cue.classes or cue.follows not in ("quote", "that", "clause", "colon", "wh") or enclosing(unit, cue.at) is not None:
        return None
    if cue.follows in ("clause", "wh") and "weak" in cue.classes:
        return None
    subject = subjects.nearest(scan, unit, cue.group)
    if subject is None:
        return None
    return Found(subject, (cue.group, cue.end), contents.right(scan, unit, cue), "infinitive", True)


def _taken(scan: Scan, unit: Unit, cue: Cue, subject: Range) -> list[Range]:
    """The content behind a cue that has a subject; none if the cue does not take what stands there."""
    says = "say" in cue.classes
    document = (says or cue.noun) and cue.follows in _OF_DOCUMENTS and source.document(scan, subject)
    return contents.right(scan, unit, cue, document and says) if accepts(scan, cue, subject, document) else []


def _behind_subject(scan: Scan, unit: Unit, cue: Cue, subject: Range, right: list[Range]) -> Found | None:
    """SOURCE CUE: with content on the right, on the left, or on both sides."""
    span, classes, start = (cue.group, cue.end), cue.classes, subject[0]
    relative = scan.tags[start] == "W"
    left = contents.left(scan, unit, start) if not relative and scan.tags[start - 1] in ',":' else []
    if start > unit.first and cue.follows != "clause" and scan.words.lowers[start - 1] == "than":
        return None  # "worse than the police had said"
    if left and (not _SPOKEN.isdisjoint(classes) or ("think" in classes and not right)):
        if scan.tags[start - 1] == ":" and FINITE.isdisjoint(scan.tags[slice(*left[0])]):
            return None  # "Transfer news: City agree a fee"
        quoted = scan.tags[left[0][1] - 1] == '"'
        tail = contents.tail(scan, unit, cue.end, cue.says)
        beyond = cue.follows in ("that", "clause", "quote", "colon") and not _title(unit, cue.start)
        if right and quoted and beyond and _short(unit, left[0][1]):
            quoted = cue.follows in ("quote", "colon") and bool(tail)
        if quoted or not right:
            if not quoted and not _closes(scan, cue, subject):
                return None
            return Found(subject, span, left + tail, "postposed", cue.says or quoted)
    if not right and cue.says and _as(scan, start - 1, unit.first):  # "As the mayor said, ..."
        end = contents.aside_end(scan, cue.end, unit.last)
        right = contents.trim(scan, end + 1, unit.last) if scan.tags[end : end + 1] == "," else []
    if relative:
        right = [_within_relative(scan, span, cue.follows == "to") for span in right]
    if right or (cue.follows == "colon" and not _SPOKEN.isdisjoint(classes)):  # a block quotation follows
        return Found(subject, span, right, "preposed", cue.says or not right)
    if cue.says and not relative and scan.reading.tags[cue.at] not in "NGJ":  # "he said in a statement.": the next sentence tells what
        return Found(subject, span, [], "bare", True)
    return None


def _closes(scan: Scan, cue: Cue, subject: Range) -> bool:
    """Whether a verb can have its content, no quotation, on its left: "..., the bank says"."""
    if not cue.classes & {"say", "think"}:
        return False
    return "weak" not in cue.classes or (scan.tags[cue.end : cue.end + 1] in (".", ",") and frames.plain(scan, cue, subject))


def _within_relative(scan: Scan, span: Range, infinitive: bool) -> Range:
    """A content in a relative clause, up to where the main clause goes on: behind a comma, or behind an infinitive."""
    tags = scan.tags
    for index in range(span[0] + 1, span[1] - 1):
        if tags[index] == "," and tags[index + 1] in "BYAMZd":
            return span[0], index
        if infinitive and tags[index] in "YAMZdV" and tags[index - 1] not in "Tb" and tags[index - 2 : index] != "TR":
            return span[0], index
    return span


def _as(scan: Scan, at: int, low: int) -> bool:
    return at >= low and scan.tags[at] in "ICR" and scan.words.lower(at) == "as"


def _title(unit: Unit, start: int) -> bool:
    return any(quotation.first == start and quotation.title for quotation in unit.quotes)


def _short(unit: Unit, end: int) -> bool:
    """Whether the quotation that ends at END is no more than a few words."""
    return any(quotation.last == end and quotation.short for quotation in unit.quotes)


def _inverted(scan: Scan, unit: Unit, cue: Cue) -> Found | None:
    """ "...," said SOURCE"""
    before = cue.group - 1
    if before <= unit.first or scan.tags[before] not in ',"':
        return None
    left = contents.left(scan, unit, cue.group)
    subject = source.right(scan, cue.end, unit.last)
    if subject is None or scan.tags[cue.end] == "O":
        return None
    if not left:
        return _opened(scan, unit, cue, subject)
    quoted = scan.tags[left[0][1] - 1] == '"'
    if quoted and not cue.says and any(one.last == left[0][1] and one.title for one in unit.quotes):
        return None  # 'starred in "Night Trains," posted the clip'
    if not quoted and (
        (subject[1] < unit.last and scan.tags[subject[1]] not in ',.:"I') or "weak" in cue.classes or "say" not in cue.classes
    ):
        return None
    return Found(subject, (cue.group, cue.end), left + contents.tail(scan, unit, subject[1], cue.says), "inverted", True)


def _opened(scan: Scan, unit: Unit, cue: Cue, subject: Range) -> Found | None:
    """'But, said Lee, "..."': nothing but a conjunction stands before the cue."""
    if cue.group - unit.first > _MOST_OPENING or scan.tags[subject[1] : subject[1] + 2] != ',"':
        return None
    right = contents.trim(scan, subject[1] + 1, unit.last)
    return Found(subject, (cue.group, cue.end), right, "inverted", True) if right else None


def _shared(scan: Scan, unit: Unit, cue: Cue) -> Found | None:
    """A cue with the subject of an earlier verb: "and added", ", saying", "by noting"."""
    at = cue.group - 1
    while at > unit.first and scan.tags[at] == "R":
        at -= 1
    before = scan.tags[at] if cue.group > unit.first else ""
    span, participle = (cue.group, cue.end), cue.form == "participle"
    if not (participle or before in _BEFORE_SHARED) or not accepts(scan, cue):
        return None
    right = contents.right(scan, unit, cue)
    if not right:
        return None
    if participle and (quoted := _quoted(scan, unit, cue)) is not None:
        return quoted
    if before in ("N", "S", "P") and participle and (named := _described(scan, unit, cue)) is not None:
        return Found(named, span, right, "participle", "weak" not in cue.classes)
    if before not in _BEFORE_SHARED and before != '"':
        return None
    if before == "I" and participle and "weak" in cue.classes and scan.words.lower(at) in ("of", "for", "to", "from", "on", "with"):
        return None  # "the prospect of defending 24 seats"
    subject = _earlier(scan, unit, cue) if before == "," and participle else None
    if before == "K" and participle and unit.found and unit.found[-1].cue and scan.tags[unit.found[-1].cue[1] - 1] == "G":
        subject = unit.found[-1].source
    if subject is None:
        subject = subjects.of_clause(scan, unit, cue.group)
    if participle and (at <= unit.first or (subject is None and before in ("I", "C", "Q", ""))):
        return _opening(scan, unit, cue, at, right)
    if subject is None:
        return None
    return Found(subject, span, right, "shared", "say" in cue.classes)


def _earlier(scan: Scan, unit: Unit, cue: Cue) -> Range | None:
    """The source of the attribution in whose content a participle stands: "he said ..., adding ..."."""
    around = enclosing(unit, cue.at)
    if around is None or not around.says or around.source is None or scan.tags[around.source[0]] == "W":
        return None
    return around.source


def _quoted(scan: Scan, unit: Unit, cue: Cue) -> Found | None:
    """ "TASS quoted a source as saying ...": the one quoted is the source, who quotes is the outer one."""
    at = cue.group - 1
    if at <= unit.first or not scan.is_a(at, "asword"):
        return None
    named = source.left(scan, at, unit.first)
    if named is None or named[0] - 1 <= unit.first or not scan.is_a(named[0] - 1, "quoting"):
        return None
    around = enclosing(unit, cue.at)
    if around is not None and around.cue is not None and around.cue[1] == named[0]:
        unit.found.remove(around)
    outer = source.left(scan, named[0] - 1, unit.first)
    return Found(named, (cue.group, cue.end), contents.right(scan, unit, cue), "quoted", True, outer)


def _described(scan: Scan, unit: Unit, cue: Cue) -> Range | None:
    """The noun phrase that a participle belongs to: "a letter saying", "a group backing Lee", "with Lee saying"; whoever issued it."""
    named = source.left(scan, cue.group, unit.first)
    if named is None:
        return None
    document = source.document(scan, named)
    verb = named[0] - 1
    if document and verb > unit.first and scan.tags[verb] in "dZVnG" and scan.is_a(verb, "issues"):
        return subjects.of_clause(scan, unit, cue.group)
    if ("say" in cue.classes and document) or cue.follows == "object" or _absolute(scan, verb, unit.first):
        return named
    return None


def _opening(scan: Scan, unit: Unit, cue: Cue, at: int, right: list[Range]) -> Found | None:
    """ "Citing new data, the bank warned ...": the subject stands behind the comma; "Lee, after saying ..., left": before it."""
    tags = scan.tags
    if at > unit.first + 1 and tags[at - 1] == ",":
        named = source.left(scan, at - 1, unit.first)
        if named is not None:
            return Found(named, (cue.group, cue.end), right, "shared", "say" in cue.classes)
    comma = tags.find(",", cue.start, min(unit.last, cue.start + 30))
    while comma > 0:
        end = scan.starting.get(comma + 1)
        named = source.right(scan, comma + 1, unit.last) if end is not None else None
        if named is not None and not _VERBAL.isdisjoint(tags[named[1] : named[1] + 3]):
            content = contents.trim(scan, cue.start, comma)
            return Found(named, (cue.group, cue.end), content, "opening", False) if content else None
        comma = tags.find(",", comma + 1, min(unit.last, cue.start + 30))
    return None


def _absolute(scan: Scan, at: int, low: int) -> bool:
    """Whether a noun phrase behind the token AT is the subject of the participle that follows it: "with Lee saying ..."."""
    if at < low:
        return True
    return scan.dash(at) or (scan.tags[at] == "I" and scan.is_a(at, "absolute"))
