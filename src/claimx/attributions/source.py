"""Who speaks: the subject on the left of a cue, or the noun phrase on its right.

A source is a noun phrase with its prepositional phrases ("a spokesman for the ministry of health"), its apposition
between commas, its relative clause and its bracket ("Smith (R-Tex.)"); a pronoun stands as it is.
"""

from __future__ import annotations

from functools import cache

from claimx.attributions.scan import FINITE, MASKED, Range, Scan, members

_MOST_PIECES = 8
_REACH = 70


@cache
def _links() -> frozenset[str]:
    return members("srclink")


def left(scan: Scan, group: int, low: int) -> Range | None:
    """The subject that ends right before the verb group that starts at GROUP, no further left than LOW."""
    tags = scan.tags
    end = group
    for _ in range(3):  # "the company | on Friday | said"
        while end > low and tags[end - 1] == "R":
            end -= 1
        first = scan.ending.get(end)
        if first is None or first <= low + 1 or tags[first - 1] != "I" or tags[first - 2] in "nd" or not is_time(scan, first, end):
            break
        end = first - 1
    if end <= low:
        return None
    if tags[end - 1] == "," or scan.dash(end - 1):
        return _over_parenthesis(scan, end - 1, low, end == group)
    return _relative_subject(scan, end, low) or _chain(scan, end, low)


def _chain(scan: Scan, end: int, low: int) -> Range | None:
    """The noun phrase that ends before END, with what hangs on it."""
    tags = scan.tags
    stop = end
    if tags[end - 1] == ")":
        opening = tags.rfind("(", max(low, end - 14), end)
        if opening <= low:
            return None
        stop = opening
    first = _phrase_ending(scan, stop, low)
    if first is None:
        return None
    for _ in range(6):
        before = _hung_on(scan, first, low)
        if before is None:
            break
        first = before
    first = _listed(scan, first, low)
    if (
        tags[first] in "DWO"
        and first + 1 < end
        and (tags[first + 1] in "PDHO#" or tags[end - 1] in "SP")
        and scan.words.lower(first) == "that"
    ):
        first += 1  # "a deadline that several officials said"
    return first, end


def _phrase_ending(scan: Scan, end: int, low: int) -> int | None:
    """The start of the base noun phrase that ends before END; of a lone "who", "some", "many", too."""
    if end <= low or scan.tags[end - 1] == MASKED:
        return None
    first = scan.ending.get(end)
    if first is None:
        return _odd_phrase(scan, end, low)
    first = max(first, low)
    while first < end - 1 and scan.tags[first] == "-":
        first += 1
    if first - 1 > low and scan.tags[first - 1] in "\"'":
        before = (_quoted_name if scan.tags[first - 1] == '"' else _plural_owner)(scan, first, low)
        first = first if before is None else before
    return _more_than(scan, first, low)


def _odd_phrase(scan: Scan, end: int, low: int) -> int | None:
    """The start of what stands for a noun phrase before END and is none by its tags: "who", "some", "Rich", "a third | say"."""
    letter, before = scan.tags[end - 1], scan.tags[end - 2] if end - 2 >= low else ","
    if letter == "'" and end - 1 > low:  # friends of Lee's
        return scan.ending.get(end - 1)
    if letter == "J" and scan.tags[end : end + 1] not in "NSPJ" and before in "JNP'DH":  # the mayor's chief | of staff
        first = end - 1
        while first > max(low, end - 9) and scan.tags[first - 1] in "DHJNSPn#'-":
            first -= 1
        return first
    if letter == "W":
        return end - 1
    if letter == "R" and scan.is_a(end - 1, "quantifier"):
        return _more_than(scan, end - 1, low)
    if letter in "NSP#" and end < len(scan.tags) and scan.tags[end] in "NSnd":  # the cue was read as the head: "a third say"
        around = scan.reading.phrases.around(end)
        return _more_than(scan, around[0], low) if around is not None and low <= around[0] < end else None
    if letter in "nd" and scan.tags[end : end + 1] in ("d", "Z", "V", "N"):  # those | surveyed | said
        first = _plain_phrase(scan, end - 1, low)
        return first if first is not None or before not in "DJ" else _phrase_ending(scan, end - 1, low)
    if letter in "DJ" and before in ',.:"KCIOQR' and not scan.is_a(end - 1, "article"):
        return _more_than(scan, end - 1, low)
    if letter in "JVGdnRUZI" and scan.is_a(end - 1, "cap") and before in ',"P':
        return end - 1  # a name that is a word too: Rich, Hale, Long
    return _quoted_name(scan, end, low) if letter == '"' and end - 2 >= low else None


def _plural_owner(scan: Scan, first: int, low: int) -> int | None:
    """The start of a phrase whose possessor ends in s': "the workers' union"."""
    owner = scan.ending.get(first - 1)
    return owner if owner is not None and owner >= low else None


def _more_than(scan: Scan, first: int, low: int) -> int:
    """A quantity with the words before it: "more than half of", "nearly a third"."""
    tags = scan.tags
    if first - 2 >= low and tags[first - 1] in "IC" and scan.is_a(first - 2, "quantifier"):
        return first - 2
    while first - 1 >= low and tags[first - 1] in "RI" and scan.is_a(first - 1, "roughly"):
        first -= 1
    return first


def _quoted_name(scan: Scan, end: int, low: int) -> int | None:
    """The start of a phrase with a nickname in marks before END ('John "Jack" ...')."""
    opening = scan.tags.rfind('"', max(low, end - 5), end - 1)
    if opening <= low or scan.tags[opening:end].count(MASKED) > 2:
        return None
    first = scan.ending.get(opening)
    return first if first is not None and first >= low and scan.is_a(opening - 1, "cap") else None


def _hung_on(scan: Scan, first: int, low: int) -> int | None:
    """The start of the phrase on which the one that starts at FIRST hangs: "people | familiar with | the matter"."""
    tags = scan.tags
    at = first - 1
    if at <= low:
        return None
    if tags[at] in "IT" and scan.codes[at] in _links():
        before = _phrase_ending(scan, at, low)
        if before is not None and tags[at - 1] != "W":
            return before
        if tags[at - 1] == ")":
            chained = _chain(scan, at, low)
            return chained[0] if chained else None
        if (tags[at - 1] in "JnGd" or tags[at - 1 : at + 1] == "VT") and at - 1 > low:  # familiar with, briefed on, close to
            return _plain_phrase(scan, at - 1, low)
        if tags[at - 1] == "R" and tags[at - 2] in "JnGd" and at - 2 > low:
            return _plain_phrase(scan, at - 2, low)
        return None
    if tags[at] == "R" and at > low + 1 and is_time(scan, first, scan.starting.get(first, first + 1)):  # issued | earlier | this year
        at -= 1
    if tags[at] in "Gnd" and at > low and scan.codes[at] not in members("say") and (tags[at] != "d" or is_time(scan, first, first + 1)):
        before = _plain_phrase(scan, at, low)  # a group | backing | Clinton
        if before is not None:
            return before
    return None


def _plain_phrase(scan: Scan, end: int, low: int) -> int | None:
    first = scan.ending.get(end)
    return first if first is not None and first >= low and scan.tags[end - 1] in "NSPO" else None


def _listed(scan: Scan, first: int, low: int) -> int:
    """The start of a list of sources: "Smith, Jones and Brown", "the FBI and the police"."""
    tags = scan.tags
    at = first - 1
    if at <= low or tags[at] != "K":
        return first
    join = at - 1 if tags[at - 1] == "," else at
    before = _phrase_ending(scan, join, low)
    if before is None or tags[join - 1] not in "NSP":
        return first
    for _ in range(4):
        hung = _hung_on(scan, before, low)
        if hung is None:
            break
        before = hung
    for _ in range(4):  # further items before commas
        if before - 1 > low and tags[before - 1] == ",":
            item = scan.ending.get(before - 1)
            if item is None or item < low or tags[before - 2] not in "NSP":
                break
            before = item
        else:
            break
    edge = before == low or tags[before - 1] in ',:C".K' or (before - 1 == low)
    return before if edge else first


def _relative_subject(scan: Scan, end: int, low: int) -> Range | None:
    """ "Voters who backed him said": the verb's subject has a relative clause without commas."""
    tags = scan.tags
    start = max(low, end - 18)
    segment = tags[start:end]
    for sign in ',.:"':
        cut = segment.rfind(sign)
        if cut >= 0:
            start += cut + 1
            segment = segment[cut + 1 :]
    who = segment.find("W")
    if who <= 0 or MASKED in segment:
        return None
    who += start
    after = who + 1
    if after < end and (phrase := scan.starting.get(after)) is not None and phrase < end - 1:  # whose firm was hired, whom he met
        after = phrase
    while after < end and tags[after] in "RMYABb":
        after += 1
    if after < end and tags[after] in "DHOPSN" and tags[after - 1] == "R" and after - 1 > who:  # those who back her
        after -= 1
    if after < end and tags[after] not in "dZVnGR" and tags[after - 1] in FINITE:  # who is at the door
        after -= 1
    if after >= end or tags[after] not in FINITE + "VnGR" or _reports(scan, after):
        return None
    if scan.codes[after] in members("think") and any(letter in "BYAMZ" for letter in tags[after + 1 : end]):
        return None
    if any(letter in "BMZ" for letter in tags[after + 1 : end]) and tags[after] not in FINITE:
        return None
    subject = _chain(scan, who, low)
    return (subject[0], end) if subject else None


def _reports(scan: Scan, at: int) -> bool:
    """Whether a verb says something, so that what follows it is what it says rather than the end of its clause."""
    code = scan.codes[at]
    return code in members("say") and code not in members("weak") | members("tell") and scan.tags[at + 1] not in "IT"


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
        start = end
        floor = max(low, comma - _REACH)
        while start > floor and not (tags[start - 1] in (":-U" if dash else ",:") and (not dash or scan.dash(start - 1))):
            if tags[start - 1] in '."' and start - 1 > low:
                break
            start -= 1
        if start >= end:
            break
        first_letter = tags[start]
        parenthetical = first_letter in "WIGnRJ#DTQ" or first_letter in "NSPHO"
        whole = _relative_subject(scan, end, start) or _chain(scan, end, start)
        ahead = start
        while ahead < end and tags[ahead] in "KCR":
            ahead += 1
        joined = any(letter in "KC" for letter in tags[start:ahead])
        full = whole is not None and whole[0] <= ahead
        if full:
            best = ahead if first_letter != "W" else best
            if joined and best is not None:
                break
        elif whole is not None and first_letter not in "WIGTQ" and end != comma and (best is None or _appositive(scan, end)):
            best = whole[0]
            break
        elif first_letter in "WIGTQ" or (first_letter in "nRJ#D" and not any(x in FINITE for x in tags[start:end])):
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
    relative = tags.find(",W", best, comma)  # a relative clause describes the source and does not name it
    return best, relative if relative > best else comma


def _appositive(scan: Scan, comma: int) -> bool:
    """Whether what follows a comma reads as an apposition to what stands before it."""
    return scan.tags[comma + 1 : comma + 2] in ("D", "H", "W", "N", "J", "#", "P")


def right(scan: Scan, start: int, high: int) -> Range | None:
    """The noun phrase that starts at START, with what hangs on it up to HIGH: "said | Ann Lee, a nurse at the clinic"."""
    tags = scan.tags
    end = scan.starting.get(start)
    if end is None and start > 0 and tags[start - 1] == "-":
        end = scan.starting.get(start - 1)
    if end is None and start + 1 < high and tags[start] in "ndGRV":  # said retired general Ann Lee
        end = scan.starting.get(start + 1)
    if end is None:
        if start < high and tags[start] == "W":
            return start, start + 1
        return None
    if end == start + 1 and tags[start] == "#":  # one well-connected Democrat
        following = end
        while following < min(high, start + 6) and tags[following] in "R-nJGd":
            following += 1
        end = scan.starting.get(following, end) if following > end else end
    if end > high:
        end = high
    end = _tail(scan, end, high)
    if end < high and tags[end] == "K" and scan.starting.get(end + 1, high + 1) <= high and tags[end + 1] != "O":
        end = _tail(scan, scan.starting[end + 1], high)
    if end < high - 1 and tags[end] == ",":
        end = _apposition(scan, end, high)
    return start, end


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
        elif tags[end] in "IT" and scan.codes[end] in _links() and end + 1 < high:
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
    if phrase is None or tags[at] == "O" or is_time(scan, at, phrase):
        return comma
    end = _tail(scan, phrase, high)
    if end >= high or tags[end] in ',.:")':
        return end
    if tags[end] == "W":
        while end < high and tags[end] not in ',.":':
            end += 1
        return end
    return comma


@cache
def _times() -> frozenset[str]:
    return members("srctime") | members("month") | members("year")


def is_time(scan: Scan, first: int, last: int) -> bool:
    """Whether a noun phrase says when ("Monday", "last week", "Nov. 3")."""
    return any(code in _times() for code in scan.codes[first:last])


def document(scan: Scan, subject: Range) -> bool:
    """Whether a source is a poll, a report, a record ...: by the head of its first noun phrase."""
    end = min(scan.starting.get(subject[0], subject[1]), subject[1])
    documents = members("document")
    return scan.codes[end - 1] in documents or (is_time(scan, end - 1, end) and any(c in documents for c in scan.codes[subject[0] : end]))
