"""The names in a sentence: places with what they depend on, and all that is capitalised."""

from __future__ import annotations

import re

from claimx.compare import vocabulary as words

TOKEN = re.compile(r"[^\W\d_]+(?:[-’'.][^\W\d_]+)*|\d(?:[\d.,]*\d)?|[^\w\s]")
_LOCATIVE = frozenset("in at near outside inside across around from to into for towards toward of over".split())
_FEATURES_OF_LAND = frozenset(
    "Mount Lake River Cape Port Fort Camp North South East West Northern Southern Eastern Western Central Upper Lower".split()
)
_STRICT = frozenset("in near outside inside across around".split())
CALENDAR = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October "
    "November December "
    "Mon Tue Wed Thu Fri Sat Sun Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec "
    "Mr Mrs Ms Dr The A An I It He She They We In On At".split()
)


def places(tokens: list[str], everywhere: bool = False) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Nations and cities that stand after a preposition of place (or anywhere), and all words used in them, lower case."""
    nations: set[str] = set()
    cities: set[str] = set()
    used: set[str] = set()
    table, towns, most = words.nations(), words.cities(), words.longest_place()
    i = 0
    while i < len(tokens):
        if not tokens[i][0].isupper() or tokens[i] in CALENDAR:
            i += 1
            continue
        for length in range(min(most, len(tokens) - i), 0, -1):
            name = " ".join(tokens[i : i + length])
            if name in table or name in towns or (length == 1 and tokens[i] in table):
                break
        else:
            name, length = "", 1
        lead = _lead(tokens, i)
        adjective = name in table and table[name] != name
        if name and (everywhere or (lead in _LOCATIVE and not adjective)):
            (nations if name in table else cities).add(table.get(name, name))
            used.update(word.lower() for word in tokens[i : i + length])
        elif (
            not name
            and i
            and tokens[i - 1].lower() in _STRICT
            and len(tokens[i]) > 2
            and tokens[i] not in _FEATURES_OF_LAND
            and not tokens[i].isupper()
            and not everywhere
        ):
            cities.add(tokens[i])
            used.add(tokens[i].lower())
        i += length
    return frozenset(nations), frozenset(cities), frozenset(used)


def _lead(tokens: list[str], i: int) -> str:
    """The preposition that a name at ``i`` depends on, over "the", other names and commas ("in Syria, Iraq and Libya")."""
    for j in range(i - 1, max(-1, i - 8), -1):
        word = tokens[j]
        if word.lower() in _LOCATIVE:
            return word.lower()
        if not (word[0].isupper() or word in (",", "and", "the", "crisis-torn", "northern", "southern", "eastern", "western", "central")):
            return ""
    return ""


def proper(tokens: list[str]) -> frozenset[str]:
    """The capitalised words that are no calendar words, lower case; the first word only if it is no common one."""
    found = set()
    for i, token in enumerate(tokens):
        if token[0].isupper() and token not in CALENDAR and len(token) > 1 and not (i == 0 and token.lower() in words.STOP):
            nation = words.nations().get(token)
            found.add((nation or token).lower())
    return frozenset(found)
