"""Attributions around a cue: SOURCE CUE content; "content," SOURCE CUE; "content," CUE SOURCE; and with the cue in the middle."""

from __future__ import annotations

from claimx.attributions import source
from claimx.attributions.cues import Cue, read
from claimx.attributions.scan import Found, Range, Scan, Unit, members

_ENDS = ".,:"


def find(scan: Scan, unit: Unit, places: list[int]) -> None:
    """Add the attributions around the cues at PLACES to a unit, from left to right."""
    low = unit.first
    cues = [cue for at in places if (cue := read(scan, at, low, unit.last)) is not None]
    framing = next((cue for cue in reversed(cues) if _frame(scan, unit, cue)), None)
    for cue in cues:
        if cue is framing:
            continue
        at = cue.at
        enclosing = _enclosing(unit, at)
        found = _around(scan, unit, cue, low, enclosing)
        if found is not None:
            if enclosing is not None and not _coordinate(scan, cue, found, enclosing):
                if not found.says or cue.follows == "object":
                    continue
                found.outer = enclosing.source
            elif enclosing is not None:
                _cut(scan, enclosing, _edge(found, cue, enclosing))
            unit.found.append(found)


def _frame(scan: Scan, unit: Unit, cue: Cue) -> bool:
    """Add the attribution of a cue that closes its sentence or stands between commas in it: '..., he said, ...'."""
    tags = scan.tags
    if cue.form != "finite" or "say" not in cue.classes or cue.follows not in ("", "object", "clause"):
        return False
    subject = source.left(scan, cue.group, _floor(scan, unit, cue))
    inverted = subject is None or tags[subject[0] - 1 : subject[0]] not in (",", '"', ":")
    first = cue.group
    last = cue.end
    if inverted:
        subject = source.right(scan, cue.end, unit.last)
        if subject is None or tags[cue.end] == "O":
            return False
        last = subject[1]
    elif subject:
        first = subject[0]
    if subject is None or first <= unit.first + 1 or tags[first - 1] != ",":
        return False
    end = _aside_end(scan, last, unit.last)
    middle = end < unit.last and tags[end] == ","
    if not (end >= unit.last or tags[end] in ".)" or middle) or any(q.last > unit.first and not q.short for q in unit.quotes):
        return False
    if "weak" in cue.classes and not middle and inverted:
        return False
    start = unit.first
    while start < first and tags[start] in ",K:\n":
        start += 1
    left, rest = (start, first - 1), (end + 1, unit.last)
    if middle and (tags[end + 1 : end + 2] in ('"', "G", "K", "", "W") or not any(x in "BYAMZdVX" for x in tags[end:])):
        middle = False
    if not middle and not any(x in "BYAMZdVX" for x in tags[left[0] : left[1]]):
        return False
    if tags[left[0]] in "CQ" and tags[left[0] : left[1]].count(",") == 0 and not middle:
        return False
    content = [left, *(_trim(scan, *rest) if middle else [])]
    unit.found.append(Found(subject, (cue.group, cue.end), content, "inverted" if inverted else "postposed", True))
    return True


def _aside_end(scan: Scan, at: int, high: int) -> int:
    """The end of the adverbs, times and prepositional phrases from AT on: "on Friday in a statement"."""
    tags = scan.tags
    for _ in range(6):
        if at < high and tags[at] == "R":
            at += 1
        elif (at < high and tags[at] in "ITG" and (end := scan.starting.get(at + 1)) and end <= high) or (
            at < high and (end := scan.starting.get(at)) and end <= high
        ):
            at = end
        else:
            break
    return at


def _edge(found: Found, cue: Cue, enclosing: Found) -> int:
    """Where a coordinate attribution starts within another's content."""
    if found.source and enclosing.content[0][0] < found.source[0] < cue.group:
        return found.source[0]
    return cue.group


def _enclosing(unit: Unit, at: int) -> Found | None:
    """The innermost attribution in whose content a token stands."""
    for found in reversed(unit.found):
        if any(first <= at < last for first, last in found.content):
            return found
    return None


def _coordinate(scan: Scan, cue: Cue, found: Found, enclosing: Found) -> bool:
    """Whether a cue within another's content is its equal: ", but he said", "and added", ", adding"."""
    if not found.says and "say" not in cue.classes:
        return False
    if enclosing.rule.startswith(("according", "poll")):
        return False
    before = found.source[0] - 1 if found.source and found.source[0] < cue.at and found.rule != "shared" else cue.group - 1
    letter = scan.tags[before]
    if found.rule == "shared":
        return letter in "K,"
    return (letter == "K" and scan.tags[before - 1] in ',"') or letter in ':"'


def _cut(scan: Scan, enclosing: Found, at: int) -> None:
    """End a content before the clause that starts at AT, and before its conjunction and comma."""
    kept: list[Range] = []
    for first, last in enclosing.content:
        if first <= at < last:
            last = at
            while last > first and scan.tags[last - 1] in "K,":
                last -= 1
        if last > first:
            kept.append((first, last))
    enclosing.content = kept


def _around(scan: Scan, unit: Unit, cue: Cue, low: int, enclosing: Found | None) -> Found | None:
    """The attribution of a cue, or None."""
    if cue.form in ("passive", "reduced"):
        return None
    floor = _floor(scan, unit, cue)
    if cue.form == "finite":
        subject = source.left(scan, cue.group, floor)
        if subject is not None:
            return _behind_subject(scan, unit, cue, subject, floor)
        if cue.classes & {"say", "utter"} and (inverted := _inverted(scan, unit, cue)) is not None:
            return inverted
        return _shared(scan, unit, cue)
    if cue.form == "participle":
        return _shared(scan, unit, cue)
    return None


def _floor(scan: Scan, unit: Unit, cue: Cue) -> int:
    """How far to the left a subject may be looked for: to the last quotation."""
    floor = unit.first
    for quotation in unit.quotes:
        if quotation.last <= cue.group and not quotation.short:
            floor = quotation.last
    return floor


def _behind_subject(scan: Scan, unit: Unit, cue: Cue, subject: Range, floor: int) -> Found | None:
    """SOURCE CUE: with content on the right, on the left, or on both sides."""
    span, classes = (cue.group, cue.end), cue.classes
    left = _left_content(scan, unit, subject[0])
    right = _right_content(scan, unit, cue) if _accepts(scan, cue, subject) else []
    if (left and "say" in cue.classes) or (left and "think" in cue.classes and not right):
        quoted = scan.tags[left[0][1] - 1] == '"'
        tail = _tail(scan, unit, cue)
        if right and quoted and (cue.follows in ("that", "clause", "quote", "colon") and left[0][1] - left[0][0] < 8 and tail == []):
            quoted = False
        if quoted or not right:
            if not quoted and ("say" not in classes and "think" not in classes):
                return None
            if not quoted and "weak" in cue.classes and scan.tags[cue.end : cue.end + 1] not in (".", ","):
                return None
            return Found(subject, span, left + tail, "postposed", cue.says or quoted)
    if right:
        return Found(subject, span, right, "preposed", cue.says)
    return None


def _inverted(scan: Scan, unit: Unit, cue: Cue) -> Found | None:
    """ "...," said SOURCE"""
    before = cue.group - 1
    if before <= unit.first or scan.tags[before] not in ',"':
        return None
    left = _left_content(scan, unit, cue.group)
    subject = source.right(scan, cue.end, unit.last)
    if not left or subject is None or scan.tags[cue.end] == "O":
        return None
    quoted = scan.tags[left[0][1] - 1] == '"'
    if not quoted and (
        (subject[1] < unit.last and scan.tags[subject[1]] not in ',.:"I') or "weak" in cue.classes or "say" not in cue.classes
    ):
        return None
    rest = Cue(cue.at, subject[1], cue.group, cue.form, cue.classes)
    return Found(subject, (cue.group, cue.end), left + _tail(scan, unit, rest), "inverted", True)


def _shared(scan: Scan, unit: Unit, cue: Cue) -> Found | None:
    """A cue with the subject of an earlier verb: "and added", ", saying", "by noting"."""
    if not _accepts(scan, cue):
        return None
    right = _right_content(scan, unit, cue)
    if not right:
        return None
    before = scan.tags[cue.group - 1] if cue.group > unit.first else ""
    if before in ("N", "S", "P") and cue.form == "participle":
        named = source.left(scan, cue.group, unit.first)
        if named is not None and (("say" in cue.classes and _document(scan, named)) or cue.follows == "object"):
            return Found(named, (cue.group, cue.end), right, "participle", "weak" not in cue.classes)
    if before not in ("K", ",", "I", "C", "Q", "", "N", "S", "P", ")") and not (before == '"' and cue.form == "participle"):
        return None
    subject = None
    for earlier in reversed(unit.found):
        if earlier.cue and earlier.cue[0] < cue.group and earlier.source and not earlier.outer:
            subject = earlier.source
            break
    if subject is None:
        subject = _clause_subject(scan, unit, cue)
    if subject is None:
        return None
    return Found(subject, (cue.group, cue.end), right, "shared", "say" in cue.classes)


def _clause_subject(scan: Scan, unit: Unit, cue: Cue) -> Range | None:
    """The subject of the first finite verb on the left of a cue, in the same unit."""
    tags = scan.tags
    for index in range(unit.first, cue.group):
        if tags[index] in "BYAMZd" or (tags[index] == "V" and index > unit.first and tags[index - 1] in "SO"):
            subject = source.left(scan, index, unit.first)
            if subject is not None and tags[subject[0]] != "E":
                return subject
    return None


def _document(scan: Scan, subject: Range) -> bool:
    """Whether a source is a poll, a report, a record ...: by the head of its first noun phrase."""
    end = min(scan.starting.get(subject[0], subject[1]), subject[1])
    return scan.codes[end - 1] in members("document")


def _accepts(scan: Scan, cue: Cue, subject: Range | None = None) -> bool:
    """Whether what stands behind a cue is something that its class takes."""
    if subject is not None and cue.follows and "say" in cue.classes and _document(scan, subject):
        return cue.follows != "to"
    classes, follows = cue.classes, cue.follows
    weak = "weak" in classes
    if follows in ("quote", "colon"):
        return bool(classes & {"say", "utter"}) or (follows == "quote" and bool(classes & {"think", "judge"}))
    if follows in ("that", "clause"):
        if "say" in classes or "think" in classes:
            return True
        return "judge" in classes
    if follows == "wh":
        return "say" in classes or "think" in classes or "judge" in classes
    if follows == "to":
        return "intend" in classes
    if follows == "object":
        return "judge" in classes or ("say" in classes and not weak)
    return False


def _right_content(scan: Scan, unit: Unit, cue: Cue) -> list[Range]:
    """The content behind a cue: a clause to the end of the unit, a phrase to the end of its clause."""
    last = unit.last
    if cue.follows in ("object",) or (cue.follows == "to" and "say" not in cue.classes):
        last = _phrase_end(scan, cue.start, unit.last)
    return _trim(scan, cue.start, last)


def _phrase_end(scan: Scan, start: int, high: int) -> int:
    """Where the object of a verb ends: before a comma, a dash, a subordinate clause."""
    tags = scan.tags
    for index in range(start + 1, high):
        if tags[index] in ":C" or (tags[index] == "," and tags[index + 1 : index + 2] not in ("#", "J", "P", "N")):
            return index
    return high


def _tail(scan: Scan, unit: Unit, cue: Cue) -> list[Range]:
    """The second half of a content that has its cue in the middle: '..., he said, ...'."""
    tags = scan.tags
    for quotation in unit.quotes:
        if quotation.first >= cue.end and not quotation.short:
            between = tags[cue.end : quotation.first]
            if len(between) < 40 and ("." not in between):
                return _trim(scan, quotation.first, unit.last)
            break
    if cue.end < unit.last and tags[cue.end] == "," and not unit.quotes:
        return _trim(scan, cue.end + 1, unit.last) if cue.says else []
    return []


def _left_content(scan: Scan, unit: Unit, edge: int) -> list[Range]:
    """The content on the left of a source or cue that starts at EDGE, if a comma or a closing mark ends it there."""
    tags = scan.tags
    last = edge
    if last - 1 <= unit.first or tags[last - 1] not in ',":':
        return []
    if tags[last - 1] == '"':
        for quotation in unit.quotes:
            if quotation.last == last:
                break
        else:
            return []
    start = unit.first
    for found in unit.found:
        for span in (*found.content, *([found.cue] if found.cue else []), *([found.source] if found.source else [])):
            if span[1] <= last - 1 and span[1] > start:
                start = span[1]
    while start < last and tags[start] in ",K:":
        start += 1
    if last - start < 3:
        return []
    if tags[last - 1] == ",":
        if not any(letter in "BYAMZdVX" for letter in tags[start : last - 1]):
            return []
        last -= 1
    if tags[start] in "CQ" and tags[last - 1] != '"' and "," not in tags[start:last]:
        return []  # "When asked, he said"
    return [(start, last)]


def _trim(scan: Scan, first: int, last: int) -> list[Range]:
    """A content without the comma before it and the stop behind it; what a quotation has in it stays."""
    tags = scan.tags
    while first < last and tags[first] in ",\n":
        first += 1
    while last > first and tags[last - 1] in ",.:\n":
        last -= 1
    return [(first, last)] if last > first else []
