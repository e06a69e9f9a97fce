"""Who speaks: the subject on the left of a cue, or the noun phrase on its right.

A source is a noun phrase with its prepositional phrases ("a spokesman for the ministry of health"), its apposition
between commas, its relative clause and its bracket ("Smith (R-Tex.)"); a pronoun stands as it is.
"""

from __future__ import annotations

from functools import cache

from claimx.attributions.scan import FINITE, MASKED, Range, Scan, members

_MOST_PIECES = 8
_REACH = 70
            if closing < 0:
                break
            end = closing + 1
        elif tags[end] in "IT" and scan.codes[end] in _links() and end + 1 < high:
            following = scan.starting.get(end + 1)
            if following is None or following > high or is_time(scan, end + 1, following):
                break
            end = following
        elif tags[end] in "JnG" and end + 2 < high and tags[end + 1] in "IT" and (following := scan.starting.get(end + 2)):
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
    if tags[at] == "W":
        end = at
        while end < high and tags[end] not in '.":' and not (tags[end] == "," and end - at > 3) and end - at < 30:
            end += 1
        return end
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
    return members("srctime") | members("month")


def is_time(scan: Scan, first: int, last: int) -> bool:
    """Whether a noun phrase says when ("Monday", "last week", "Nov. 3")."""
    return any(code in _times() for code in scan.codes[first:last])
