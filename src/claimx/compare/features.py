"""What a claim is about, as far as words show it: the features by which two claims are held against each other."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple

from claimx.compare import vocabulary as words
from claimx.compare.names import CALENDAR, TOKEN, places, proper
from claimx.compare.period import NONE, Period, days, period
from claimx.model import Claim, Document, Number

_OF = re.compile(r"\s+(?:of|in|from|for|at|on|who|that|which|with|by|to)\s+")
_PART = re.compile(
    r"""\b(?:including | among[ ]them | of[ ](?:them|whom|which|these|those) | among[ ](?:them|whom|those)
        | of[ ]the[ ](?:dead|victims|total|injured))\b[^.;]{0,25}$""",
    re.IGNORECASE | re.VERBOSE,
)
_PART_AFTER = re.compile(r"^\s*(?:more\b|others?\b|additional\b|of (?:them|whom|these|those)\b|(?:\w+\s+){0,4}among them\b)", re.I)
_PART_BEFORE = re.compile(r"\b(?:another|a further|an additional|a different)\s+(?:\w+\s+){0,2}$", re.I)
_COUNTED_ON = re.compile(
    r"""\b(?:toll|number[ ]of)\b[^.;]{0,120}
        \b(?:rose|risen|rises|rising|climbed|climbs|jumped|grown|reached|reaches|stood|stands|passes|passed|tops|topped|revised)
        \b[^.;]{0,20}$""",
    re.IGNORECASE | re.VERBOSE,
)
"""Before a figure that was counted on: the day beside it is that of the count, not of what happened."""
_DATELINE = re.compile(r"[A-Z][A-Z][A-Z .,'’/-]*[A-Z,.][^a-z]?(?:[^.!?\n]|\.(?=\S)){0,60}? (?:--?|[–—]) ")
"""A wire's dateline at the head of a sentence: where and when it was written is not what the figure is about."""
_IN_YEAR = re.compile(r"^[^.;]{0,60}?\b(?:in|for|during) ((?:19|20)\d\d)\b")
_OF_WHAT = re.compile(r"\s*[a-z]+ of ([a-z]{3,})\b")
_FUTURE = re.compile(
    r"\b(?:will|would|forecasts?|expect(?:s|ed)? to|projected|predict(?:s|ed)?|plans? to|aims? to)\b[^.;]{0,60}$", re.IGNORECASE
)
_AUXILIARY = frozenset(
    "is are was were be been being has have had will would can could may might do does did also now still not the a an to".split()
)
_COUNTED = frozenset("close open attack score test".split())
_REACH, _SENTENCES, _NEAR = 14, 40, 60


class Context(NamedTuple):
    """What the whole document says of the place: its title's words and the places and names of title and claims."""

    title: frozenset[str]
    nations: frozenset[str]
    cities: frozenset[str]
    names: frozenset[str]
    words: frozenset[str]
    day: int


@dataclass(frozen=True, slots=True)
class Features:
    """See the module.

    ``key`` is what two claims must have in common to be compared at all: unit, head of the subject, role of the figure,
    whether it is a part of another.
    """

    key: tuple[object, ...]
    measured: bool
    head: str
    role: str
    happening: bool
    negated: bool
    nation: str
    modifiers: frozenset[str]
    restrictive: frozenset[str]
    event: str
    content: frozenset[str]
    nations: frozenset[str]
    cities: frozenset[str]
    names: frozenset[str]
    owner: str
    bounds: tuple[Number | None, Number | None]
    comparator: str
    hedged: bool
    speaker: str
    period: Period
    context: Context


class _Sentence(NamedTuple):
    tokens: list[str]
    first: int
    last: int
    before: str
    after: str
    dateline: str


def context(document: Document) -> Context:
    """The context of a document's claims, from its title and their sentences."""
    sentences = list(dict.fromkeys(claim.sentence for claim in document.claims))
    nations: set[str] = set()
    cities: set[str] = set()
    names: set[str] = set()
    said: set[str] = set()
    for sentence in sentences[:_SENTENCES]:
        dateline = _DATELINE.match(sentence)
        tokens = TOKEN.findall(sentence, dateline.end() if dateline else 0)
        said.update(_content_words(tokens))
        found_nations, found_cities, _ = places(tokens, everywhere=True)
        nations |= found_nations
        cities |= found_cities
        names |= proper(tokens)
    title = TOKEN.findall(document.title or "")
    title_nations, title_cities, _ = places(title, everywhere=True)
    stems = frozenset(words.stem(word) for word in title if word[0].isalpha() and len(word) > 2 and word.lower() not in words.STOP)
    day = days(document.published or "")
    names |= {word.lower() for word in title if word[:1].isupper()} & {name.lower() for name in names}
    return Context(
        stems, frozenset(nations) | title_nations, frozenset(cities) | title_cities, frozenset(names), frozenset(said), day[0] if day else 0
    )


def features(claim: Claim, about: Context) -> Features:
    """The features of one claim in its document."""
    quantity = claim.quantity
    sentence = _place(claim)
    head, nation, modifiers, implied = subject(claim)
    unit = quantity.unit
    kind = unit.kind if unit else "count"
    event = implied or _phrase(sentence) or _event(sentence, claim)
    if kind != "count" and event in _COUNTED:
        event = ""  # shares close at a price: nothing was shut
    if kind == "count" and (counted := _counted_on(sentence)) is not None:
        head, nation, modifiers = counted
    elif kind == "count" and _is_place(claim):
        head, nation, modifiers = "", "", frozenset()
    if kind == "count" and (of := _OF_WHAT.match(sentence.after)) and of[1] not in words.STOP:
        modifiers |= {of[1]}
    if event in words.PERSONAL and (head in ("", "death", "thing") or _elided(claim, sentence)):
        head, modifiers = "person", frozenset()
    locative_nations, locative_cities, used = places(sentence.tokens)
    own_nations, own_cities, _ = places(_own(sentence))
    if own_nations or own_cities:
        locative_nations, locative_cities = own_nations, own_cities
    measure = ("count",) if kind == "count" else (kind, (unit.code or unit.name) if unit else "")
    part = bool(_PART.search(sentence.before) or _PART_AFTER.match(sentence.after) or _PART_BEFORE.search(sentence.before))
    role = _role(claim, sentence)
    names = proper(sentence.tokens) - used
    speaker = claim.speaker.name.casefold() if claim.speaker else ""
    spoken = frozenset(speaker.split()) | frozenset(
        claim.attribution.source.text.lower().split() if claim.attribution and claim.attribution.source else ()
    )
    return Features(
        key=(measure, head, role, part),
        measured=kind in ("percent", "currency"),
        head=head,
        role=role,
        happening=bool(event) and event not in words.lasting() and kind not in ("percent", "currency"),
        negated=claim.negated,
        nation=nation,
        modifiers=modifiers,
        restrictive=modifiers & words.restrictive(),
        event=event,
        content=_content(claim),
        nations=locative_nations,
        cities=locative_cities,
        names=names,
        owner=_owner(sentence, spoken, used),
        bounds=(quantity.low, quantity.high),
        comparator=quantity.comparator,
        hedged=claim.hedged or _FUTURE.search(sentence.before) is not None,
        speaker=speaker,
        period=_period(claim, sentence),
        context=about,
    )


def _counted_on(sentence: _Sentence) -> tuple[str, str, frozenset[str]] | None:
    """Head, nation and modifiers of what "the number of ... rose to" or "the toll climbs to" before the figure counts."""
    found = _COUNTED_ON.search(sentence.before)
    if found is None:
        return None
    if "toll" in found.group().lower().split():
        return "person", "", frozenset()
    taken: list[str] = []
    for token in TOKEN.findall(found.group())[2:]:
        stem = words.stem(token)
        if token.lower() in words.STOP or (taken and stem in words.events() and stem not in words.things()):
            break
        taken.append(token)
    return _head(taken)[:3] if taken else None


def subject(claim: Claim) -> tuple[str, str, frozenset[str], str]:
    """Head, nation, modifiers of the counted noun phrase, and the event that the head itself names ("deaths": die)."""
    text = claim.subject.text if claim.subject else ""
    unit = claim.quantity.unit
    if not text and unit is not None and unit.kind == "count":
        text = unit.name
    front, _, rest = (_OF.sub("\0", text, count=1)).partition("\0")
    tokens = [token for token in TOKEN.findall(front) if token[0].isalpha()]
    if tokens and words.stem(tokens[-1]) in words.empty():
        inner = [token for token in TOKEN.findall(_OF.split(rest, maxsplit=1)[0]) if token[0].isalpha()]
        tokens = inner if inner and len(tokens) <= 2 and rest else tokens[:-1] or inner or tokens
    if not tokens:
        return "", "", frozenset(), ""
    return _head(tokens)


def _head(tokens: list[str]) -> tuple[str, str, frozenset[str], str]:
    head, nation, modifiers = words.stem(tokens[-1]), "", []
    if tokens[-1] in words.nations():
        head, nation = "citizen", words.nations()[tokens[-1]]
    for token in tokens[:-1]:
        if token in words.nations():
            nation = words.nations()[token]
        elif token.lower() not in words.generic() and token.lower() not in words.STOP:
            modifiers.append(token.lower())
    implied = words.events().get(head, "") if head not in words.things() else ""
    implied = implied if implied in words.PERSONAL else ""
    kept = frozenset(one for one in modifiers if words.events().get(words.stem(one)) is None or one in words.restrictive())
    return "person" if implied else words.things().get(head, head), nation, kept, implied


def _place(claim: Claim) -> _Sentence:
    """The sentence's tokens, and where among them the figure stands."""
    quantity, text = claim.quantity, claim.sentence
    clause = text.find(claim.text)
    start = clause + quantity.start - claim.start if clause >= 0 else -1
    if start < 0 or text[start : start + len(quantity.text)] != quantity.text:
        start = max(text.find(quantity.text), 0)
    end = start + len(quantity.text)
    dateline = _DATELINE.match(text)
    begin = dateline.end() if dateline is not None and dateline.end() <= start else 0
    tokens: list[str] = []
    first, last = -1, 0
    for found in TOKEN.finditer(text, begin):
        if first < 0 and found.start() >= start:
            first = len(tokens)
        if found.start() < end:
            last = len(tokens)
        tokens.append(found.group())
    return _Sentence(tokens, max(first, 0), last, text[begin:start], text[end:], text[:begin])


def _event(sentence: _Sentence, claim: Claim) -> str:
    """The concept nearest to the figure, behind it at equal distance; other numbers and commas are in the way."""
    best, found = float(_REACH), ""
    own = {words.stem(token) for token in TOKEN.findall(claim.subject.text)} if claim.subject else set()
    for step, start in ((1, sentence.last + 1), (-1, sentence.first - 1)):
        cost = 0.0 if step == 1 else 0.1
        i = start
        while 0 <= i < len(sentence.tokens) and cost < best:
            token = sentence.tokens[i]
            word = token.lower()
            known = words.events().get(words.stem(word)) or words.events().get(word)
            if token in CALENDAR:
                known = None  # the month, not the march
            if known == "leave" and not _goes(sentence.tokens, i, step):
                known = None
            if known and not token[0].isdigit() and (words.stem(word) not in own or known in words.PERSONAL):
                best, found = cost, known
                break
            cost += 3.0 if token[0].isdigit() else 2.0 if token in ",;:()" else 1.0 if word == "and" else 0.4 if word in _AUXILIARY else 1.0
            i += step
    return found


def _own(sentence: _Sentence) -> list[str]:
    """The words from the figure to the next one: "319 people in Guinea, 224 in Sierra Leone" has a place for each."""
    following = range(sentence.last + 1, len(sentence.tokens))
    stop = next((i for i in following if sentence.tokens[i][0].isdigit()), len(sentence.tokens))
    return sentence.tokens[sentence.last + 1 : stop]


def _period(claim: Claim, sentence: _Sentence) -> Period:
    """The period of the claim, but for days that are those of the counting or of the dateline."""
    if _COUNTED_ON.search(sentence.before):
        return NONE
    if sentence.dateline and claim.date and claim.date.text and claim.date.text in sentence.dateline:
        year = _IN_YEAR.search(sentence.after)
        found = days(year[1]) if year else None
        return Period("span", *found) if found else NONE
    return period(claim, sentence.after)


def _is_place(claim: Claim) -> bool:
    """Whether the subject is the name of a place, which nobody counts: it was taken from a clause that says where."""
    name = claim.subject.text if claim.subject else ""
    return name[:1].isupper() and (name in words.nations() or name in words.cities()) and words.nations().get(name, name) == name


def _phrase(sentence: _Sentence) -> str:
    """The concept of a phrase between the figure and the next one, where no single word before it says anything."""
    own = _own(sentence)
    text = " ".join(own).lower()
    for phrase, concept in words.phrases().items():
        at = text.find(phrase)
        if 0 <= at < _NEAR and not any(words.stem(word) in words.events() for word in text[:at].split()):
            return concept
    return ""


def _goes(tokens: list[str], i: int, step: int) -> bool:
    """Whether somebody goes: nobody does who "left 40,000 homes without power" or "went on strike"."""
    if step == -1:
        return False
    following = tokens[i + 1].lower() if i + 1 < len(tokens) else ""
    return tokens[i].lower() not in ("go", "goes", "going", "gone", "went") or following in ("to", "abroad", "into", "there", "home")


def _elided(claim: Claim, sentence: _Sentence) -> bool:
    """Whether the people are left out behind a verb that makes them clear ("Blast kills 12"): the subject is the blast."""
    if claim.subject is None or claim.subject.end > claim.quantity.start or not sentence.first:
        return False
    return words.events().get(words.stem(sentence.tokens[sentence.first - 1])) in words.PERSONAL


def _content(claim: Claim) -> frozenset[str]:
    own = {token.lower() for token in TOKEN.findall(claim.subject.text)} if claim.subject else set()
    tokens = TOKEN.findall(claim.text if len(claim.text) > len(claim.quantity.text) + 12 else claim.sentence)
    return frozenset(_content_words(tokens, own))


def _content_words(tokens: list[str], own: Collection[str] = ()) -> set[str]:
    """The stems, or the concepts they stand for, of the words in lower case that say something."""
    found = set()
    for token in tokens:
        if token[0].islower() and len(token) > 2 and token not in words.STOP and token not in own:
            one = words.stem(token)
            found.add(words.events().get(one) or words.things().get(one, one))
    return found


def _owner(sentence: _Sentence, spoken: frozenset[str], used: frozenset[str]) -> str:
    """The last name before the figure that is neither the source nor a place ("Apple sold 40 million phones")."""
    for i in range(sentence.first - 1, -1, -1):
        token = sentence.tokens[i]
        if token in ".;":
            return ""
        name = token.lower().removesuffix("’s").removesuffix("'s")
        if token[0].isupper() and token not in CALENDAR and len(token) > 1 and name not in spoken | used and name not in words.STOP:
            return words.nations().get(token.removesuffix("’s").removesuffix("'s"), name).lower()
    return ""


def _role(claim: Claim, sentence: _Sentence) -> str:
    """ "by" for a difference ("rose 5%"), "from" for what it was before, "" for what it is."""
    lead = sentence.tokens[sentence.first - 1].lower() if sentence.first else ""
    if lead in ("from", "versus", "vs") and (
        claim.quantity.change or re.search(r"\b(?:up|down|rose|fell|compared|increased|cut|dropped)\b", sentence.before)
    ):
        return "from"
    if claim.quantity.change is None or lead in ("to", "at", "of"):
        return ""
    return "by " + claim.quantity.change if not sentence.before.rstrip().lower().endswith((" to", " at")) else ""
