"""Who speaks: the subject on the left of a cue, or the noun phrase on its right.

A source is a noun phrase with its prepositional phrases ("a spokesman for the ministry of health"), its apposition
between commas, its relative clause and its bracket ("Smith (R-Tex.)"); a pronoun stands as it is.
"""

from __future__ import annotations

from claimx.attributions.classes import members
from claimx.attributions.phrases import chain, is_time, links
from claimx.attributions.scan import FINITE, MASKED, Range, Scan

_BORDERS = frozenset(',.:"')
_OF_MAIN_CLAUSE, _UNPARTICIPLE, _OPENS_CLAUSE, _JOINS = frozenset("BYAMZ"), frozenset("BMZ"), frozenset("CWO"), frozenset("KC")
_MOST_PIECES = 8
_REACH = 70
_RELATIVE = 18
"""How many tokens a relative clause without commas has, with what it belongs to."""
_DAYS = frozenset(("today", "yesterday", "tonight"))
"""Adverbs that read as nouns between a subject and its verb."""
_SHARE = 9
"""How many tokens of a source are looked at for a share."""


def left(scan: Scan, group: int, low: int) -> Range | None:
    """The subject that ends right before the verb group that starts at GROUP, no further left than LOW."""
    tags, ending = scan.tags, scan.ending
    end = group
    for _ in range(3):  # "the company | on Friday | said"
        while end > low + 1 and (tags[end - 1] == "R" or scan.words.texts[end - 1] in _DAYS):
            end -= 1
        first = ending.get(end)
        if first is None or first <= low + 1 or tags[first - 1] != "I" or tags[first - 2] in "nd" or not is_time(scan, first, end):
            break
        end = first - 1
    letter = tags[end - 1]
    if end <= low or letter == "K":  # "a drive that began in May and | ended"
        return None
    if letter == "," or (letter in ":-U" and scan.dash(end - 1)):
        return _over_parenthesis(scan, end - 1, low, end == group or scan.words.texts[end] in _DAYS)
    related = _relative_subject(scan, end, low) if tags.rfind("W", low, end) >= end - _RELATIVE else None
    return related or chain(scan, end, low)


def _relative_subject(scan: Scan, end: int, low: int) -> Range | None:
    """ "Voters who backed him said": the verb's subject has a relative clause without commas."""
    tags = scan.tags
    start = max(low, end - _RELATIVE)
    if not _BORDERS.isdisjoint(tags[max(start, tags.rfind("W", start, end)) : end]):
        return None
    for sign in ',.:"':
        if (border := tags.rfind(sign, start, end)) >= 0:
            start = border + 1
    who = tags.find("W", start, end)
    if who <= start or tags.find(MASKED, start, end) >= 0:
        return None
    after = who + 1
    if after < end and (phrase := _phrase_at(scan, after)) is not None and phrase < end - 1:  # whose firm was hired, whom he met
        after = phrase
    while after < end and tags[after] in "RMYABbI":
        if tags[after] == "I" and (phrase := scan.starting.get(after + 1)) is not None and phrase < end:  # who earlier in the year
            after = phrase
        elif tags[after] == "I":
            break
        else:
            after += 1
    if after < end and tags[after] in "DHOPSN" and tags[after - 1] == "R" and after - 1 > who:  # those who back her
        after -= 1
    if after < end and tags[after] not in "dZVnGR" and tags[after - 1] in FINITE:  # who is at the door
        after -= 1
    if after >= end or tags[after] not in "BYAMZdVnGR" or (_reports(scan, after) and scan.starting.get(after + 1) == end):
        return None
    behind = tags[after + 1 : end]
    if scan.codes[after] in members("think") and not _OF_MAIN_CLAUSE.isdisjoint(behind):
        return None
    if tags[after] not in FINITE and not _UNPARTICIPLE.isdisjoint(behind):
        return None
    for index in range(after + 2, end):
        if tags[index] in "YBM" and tags[index - 1] in "NSP" and _OPENS_CLAUSE.isdisjoint(tags[after + 1 : index]):
            return None  # "guests who worked for Lund | have left town"
    subject = chain(scan, who, low)
    return (subject[0], end) if subject else None


def _phrase_at(scan: Scan, index: int) -> int | None:
    """The end of the phrase that starts at a token, or that "whose" opens before it."""
    return scan.starting.get(index) or (scan.starting.get(index - 1) if scan.is_a(index - 1, "whose") else None)


def _reports(scan: Scan, at: int) -> bool:
    """Whether a verb says something, so that what follows it is what it says rather than the end of its clause."""
    code = scan.codes[at]
    return code in members("say") and code not in members("weak", "tell") and scan.tags[at + 1] not in "IT"


def _over_parenthesis(scan: Scan, comma: int, low: int, close: bool = True) -> Range | None:
    """The subject before a parenthesis that ends with the comma or dash at COMMA: "Smith, who is 40, of Ohio," """
    tags = scan.tags
    dash = tags[comma] != ","
    if not close and not dash:  # "he left, then said"
        return None
    best: int | None = None
    end = comma
    for _ in range(_MOST_PIECES):
        if end <= low:
            break
        floor = max(low, comma - _REACH)
        start = _piece(scan, end, floor, low, dash)
        if start >= end:
            break
        if dash and end == comma and start - 1 > low and scan.dash(start - 1):  # between dashes stands what it may
            end = start - 1
            whole = chain(scan, end, low)
            best = whole[0] if whole is not None else None
            break
        first_letter = tags[start]
        parenthetical = first_letter in "WIGnRJ#DTQ" or first_letter in "NSPHO"
        whole = _relative_subject(scan, end, start) or chain(scan, end, start)
        ahead = start
        while ahead < end and tags[ahead] in "KCR":
            ahead += 1
        joined = not _JOINS.isdisjoint(tags[start:ahead])
        full = whole is not None and (whole[0] <= ahead or all(scan.is_a(at, "cap") for at in range(ahead, min(whole[0], ahead + 3))))
        if full:
            best = ahead if first_letter != "W" else best
            if joined and best is not None:
                break
        elif whole is not None and first_letter not in "WIGTQn" and end != comma and (best is None or _appositive(scan, end)):
            if best is None or tags[whole[0] - 1 : whole[0]] in ("C", "W", "K", ":") or whole[0] <= start:
                best = whole[0]
            break
        elif first_letter in "WIGTQ" or (first_letter in "nRJ#D" and FINITE.isdisjoint(tags[start:end])):
            if best is not None and first_letter in "IT" and whole is None:
                break
        else:
            break
        if start <= floor or tags[start - 1] not in ",:-U":
            break
        if not parenthetical:
            break
        end = start - 1
    if best is None:
        return None
    best = _past_opening(scan, best, comma)
    relative = tags.find(",W", best, comma)  # a relative clause describes the source and does not name it
    return best, relative if relative > best else comma


def _past_opening(scan: Scan, first: int, comma: int) -> int:
    """The start of a source without what opens its sentence: "On June 4, 2008, | Ann Lee, the mayor," "In Ulm, | the mayor,"."""
    tags = scan.tags
    while tags[first] == "I":
        pause = tags.find(",", first, comma)
        if pause < 0:
            break
        if tags[pause + 1 : pause + 3] == "#,":  # the year
            pause += 2
        if pause + 1 >= comma or tags[pause + 1] not in "DHJNSPO":
            break
        first = pause + 1
    return first


def _piece(scan: Scan, end: int, floor: int, low: int, dash: bool) -> int:
    """The start of the piece between two commas, or two dashes, that ends before END."""
    tags = scan.tags
    inside = max(floor, low + 1)
    start = max(floor, tags.rfind(".", inside, end) + 1, tags.rfind('"', inside, end) + 1)
    if not dash:
        return max(start, tags.rfind(",", start, end) + 1, tags.rfind(":", start, end) + 1)
    while end > start and not scan.dash(end - 1):
        end -= 1
    return end


def _appositive(scan: Scan, comma: int) -> bool:
    """Whether what follows a comma reads as an apposition to what stands before it."""
    return scan.tags[comma + 1 : comma + 2] in ("D", "H", "W", "N", "J", "#", "P")


def right(scan: Scan, start: int, high: int) -> Range | None:
    """The noun phrase that starts at START, with what hangs on it up to HIGH: "said | Ann Lee, a nurse at the clinic"."""
    tags = scan.tags
    end = scan.starting.get(start)
    if end is None and start > 0 and tags[start - 1] == "-":
        end = scan.starting.get(start - 1)
    if end is None and start < high and tags[start] in "ndGRVDH":  # said retired general Ann Lee; a just-released poll
        at = start + 1
        while at < min(high, start + 6) and at not in scan.starting and tags[at] in "R-nJGd":
            at += 1
        end = scan.starting.get(at)
    if end is None:
        if start < high and tags[start] == "W":
            return start, start + 1
        return None
    if end == start + 1 and tags[start] == "#":  # one well-connected Democrat
        nouns = (at for at in range(end, min(high, start + 6)) if at in scan.starting and _adjectives(tags[end:at]))
        end = scan.starting.get(next(nouns, -1), end)
    if end > high:
        end = high
    end = _tail(scan, end, high)
    if end < high and tags[end] == "K" and scan.starting.get(end + 1, high + 1) <= high and tags[end + 1] != "O":
        end = _tail(scan, scan.starting[end + 1], high)
    for _ in range(3):
        if end >= high - 1 or tags[end] != "," or (further := _apposition(scan, end, high)) == end:
            break
        end = further
    return start, end


def _adjectives(letters: str) -> bool:
    return not letters.strip("R-nJGd")


def _tail(scan: Scan, end: int, high: int) -> int:
    """The end of the prepositional phrases and brackets that follow a noun phrase."""
    tags = scan.tags
    for _ in range(5):
        if end >= high:
            break
        if tags[end] == "(":
            closing = tags.find(")", end, min(high, end + 12))
            if closing < 0:
                break
            end = closing + 1
        elif tags[end] in "IT" and scan.codes[end] in links() and end + 1 < high:
            following = scan.starting.get(end + 1)
            if following is None or following > high or is_time(scan, end + 1, following):
                break
            end = following
        elif tags[end] in "JnGd" and end + 2 < high and tags[end + 1] in "IT" and (following := scan.starting.get(end + 2)):
            end = min(following, high)
        elif tags[end] in "ZVd" and scan.codes[end] in members("document"):  # "the exit polls"
            end += 1
        elif tags[end] == "'" and (following := scan.starting.get(end + 1)):  # the tenants' union
            end = min(following, high)
        else:
            break
    return end


def _apposition(scan: Scan, comma: int, high: int) -> int:
    """The end of the apposition or relative clause behind the comma at COMMA; COMMA if there is none."""
    tags = scan.tags
    at = comma + 1
    if at >= high:
        return comma
    phrase = scan.starting.get(at)
    if phrase is None or tags[at] == "O" or (tags[at] == "#" and phrase > at + 1) or is_time(scan, at, phrase):
        return comma
    end = _tail(scan, phrase, high)
    if end >= high or tags[end] in ',.:")':
        return end
    if tags[end] == "W":
        while end < high and tags[end] not in ',.":':
            end += 1
        return end
    return comma


def document(scan: Scan, subject: Range) -> bool:
    """Whether a source is a poll, a report, a record ...: by the head of its first noun phrase."""
    codes, (first, last) = scan.codes, subject
    end = min(scan.starting.get(first, last), last)
    if end + 1 < last and scan.words.lowers[end] == "of":
        further = scan.starting.get(end + 1, 0)
        if 0 < further <= last and codes[further - 1] in members("poll"):
            return True  # an average of polls
    if scan.tags[end - 1] == "P" and codes[end - 1] not in members("poll"):
        return False  # Governor Bill, Ms. Page
    documents = members("document")
    return codes[end - 1] in documents or (not documents.isdisjoint(codes[first:end]) and is_time(scan, end - 1, end))


def share(scan: Scan, subject: Range) -> bool:
    """Whether a source is a share of those asked ("45 percent of voters", "four in 10", "half of them"): nobody who speaks."""
    tags, first = scan.tags, subject[0]
    if tags[first] == "W":
        before = chain(scan, first - (tags[first - 1] == ","), max(0, first - _SHARE)) if first else None
        return before is not None and tags[before[0]] != "W" and share(scan, before)
    codes, shares = scan.codes, members("share")
    if tags[first] in "OPNS" and codes[first] not in shares:
        return False
    end = min(subject[1], first + _SHARE)
    while first < end and tags[first] in "RIDJCn" and codes[first] not in shares:
        first += 1
    number = first
    while first < end and tags[first] in "#-":
        first += 1
    if first >= end:
        return False
    lowers = scan.words.lowers
    if first > number and lowers[first] in ("%", "per", "in", "out"):
        return tags[first] != "I" or "#" in tags[first:end] or lowers[first] == "per"
    if tags[subject[0]] == "H" or codes[first] not in shares:
        return False
    return first > number or (first + 1 < end and lowers[first + 1] == "of") or scan.is_a(first, "quantifier")
