"""Puts the claims of many documents together that are about the same thing.

Documents are taken in the order of their dates. What a document says several times over (headline, standfirst, body)
is folded first; each of these sets then joins the group that fits it best, or opens one. Groups to look at are found by
an index of what sets have in common, the rarest first and a few of each, so the cost grows with the claims and not with
their square. The result depends on nothing but the documents and their paths.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from claimx.compare import vocabulary as words
from claimx.compare.collection import common_words, read
from claimx.compare.features import Features, context
from claimx.compare.similar import Verdict, compare
from claimx.compare.status import ORDER, Status, as_of, exclude, interval, relation
from claimx.model import Claim, Document, Number

_SURE = 3.0
"""The score from which a second figure of one article joins a group: "the toll rose to 227 from 153"."""

_ANCHORS, _POSTINGS, _CANDIDATES, _WITNESSES, _LOOK_BACK = 10, 10, 10, 2, 32


_ROUNDED_FROM = 50
"""From here on a title may round a figure of the text, by two per cent at most."""


@dataclass(frozen=True, slots=True)
class Member:
    """A claim with its document's path, title and date, and how it stands to the figure before it (None: it is the first).

    ``reasons`` say why it joined the group; they are empty for the first and for what a document only says again.
    """

    claim: Claim
    path: str
    title: str | None
    published: str | None
    status: Status | None
    reasons: tuple[str, ...]
    features: Features

    @property
    def bounds(self) -> tuple[Number | None, Number | None]:
        """The figure's bounds."""
        return self.features.bounds


@dataclass(frozen=True, slots=True)
class Group:
    """Claims about the same thing in the order of the dates they hold for. ``status`` is the gravest of its members."""

    subject: str
    unit: str
    status: Status
    explanation: str
    members: tuple[Member, ...]


@dataclass(slots=True)
class _Set:
    """What one document says once or several times: indices of its claims, first the one that stands for the rest."""

    document: int
    claims: list[int]
    features: list[Features]
    verdict: Verdict | None = None


@dataclass(slots=True)
class _Cluster:
    sets: list[_Set] = field(default_factory=list)

    def witnesses(self) -> Iterator[Features]:
        for one in dict.fromkeys(range(len(self.sets))[-_WITNESSES:]):
            yield from self.sets[one].features[:_WITNESSES]
        if len(self.sets) > _WITNESSES:
            yield self.sets[0].features[0]


def group(documents: Sequence[Document], paths: Sequence[str] | None = None, *, every: bool = False) -> tuple[Group, ...]:
    """Group the claims of documents by what they are about, most documents first.

    ``paths`` name the documents (default: their own path, or "document N"). Only things that at least two documents
    speak of are returned, with ``every`` all of them.
    """
    names = [given or document.path or f"document {number}" for number, (document, given) in enumerate(_named(documents, paths), 1)]
    abouts = [context(document) for document in documents]
    common = common_words(abouts)
    order = sorted(range(len(documents)), key=lambda i: (abouts[i].day, names[i], i))
    index: dict[tuple[object, ...], list[int]] = defaultdict(list)
    clusters: list[_Cluster] = []
    for i in order:
        sets = _fold(i, documents[i].claims, read(documents[i].claims, abouts[i], common), documents[i].title or "")
        _assign(sets, clusters, index)
    wanted = [cluster for cluster in clusters if every or len({one.document for one in cluster.sets}) > 1]
    groups = [_group(cluster, documents, names) for cluster in wanted]
    return tuple(
        sorted(
            groups,
            key=lambda one: (
                -len({member.path for member in one.members}),
                one.subject.lower(),
                one.members[0].path,
                one.members[0].claim.start,
            ),
        )
    )


def _named(documents: Sequence[Document], paths: Sequence[str] | None) -> Iterator[tuple[Document, str | None]]:
    yield from zip(documents, paths if paths is not None else [None] * len(documents), strict=True)


def _fold(document: int, claims: Sequence[Claim], found: list[Features], title: str) -> list[_Set]:
    """Claims of one document with the same number for the same subject are one set ("half a million", "more than 500,000")."""
    sets: list[_Set] = []
    by_figure: dict[tuple[object, ...], list[_Set]] = defaultdict(list)
    by_id: dict[str, _Set] = {}
    for i, (claim, one) in enumerate(zip(claims, found, strict=True)):
        first = by_id.get(claim.same_as or "")
        numbers = sorted({*one.bounds} - {None}, key=repr)
        alike = [known for number in numbers for known in by_figure[(one.key, number)][-_LOOK_BACK:]]
        near = first or next((known for known in alike if _again(known, one, claims, claim)), None)
        if near is None:
            near = _Set(document, [], [])
            sets.append(near)
            for number in numbers:
                by_figure[(one.key, number)].append(near)
        near.claims.append(i)
        near.features.append(one)
        by_id[claim.id] = near
    sets = _with_vague(sets, claims, title)
    for one_set in sets:
        _lead(one_set, claims)
    return sets


def _with_vague(sets: list[_Set], claims: Sequence[Claim], title: str) -> list[_Set]:
    """A vague figure ("dozens feared dead"), and a round one of the title, go to the first exact one that they allow."""
    kept: list[_Set] = []
    exact: dict[tuple[object, ...], list[_Set]] = defaultdict(list)
    loose = [_vague(claims[one.claims[0]]) or claims[one.claims[0]].sentence in title for one in sets]
    for one, is_loose in zip(sets, loose, strict=True):
        if not is_loose:
            exact[one.features[0].key].append(one)
    for one, is_loose in zip(sets, loose, strict=True):
        first = claims[one.claims[0]]
        near = exact[one.features[0].key][:_LOOK_BACK] if is_loose else []
        home = next((known for known in near if _allows(first, one, known) and _again(known, one.features[0], claims, first)), None)
        if home is None:
            kept.append(one)
        else:
            home.claims += one.claims
            home.features += one.features
    return kept


def _allows(claim: Claim, loose: _Set, exact: _Set) -> bool:
    low, known = (next((end for end in one.features[0].bounds if end is not None), 0) for one in (loose, exact))
    if _vague(claim):
        return known >= low
    return min(low, known) >= _ROUNDED_FROM and abs(low - known) * 50 <= known


def _vague(claim: Claim) -> bool:
    quantity = claim.quantity
    return quantity.value is None and quantity.high is None and not any(character.isdigit() for character in quantity.text)


def _again(known: _Set, one: Features, claims: Sequence[Claim], claim: Claim) -> bool:
    other = known.features[0]
    if (other.nation and one.nation and other.nation != one.nation) or other.restrictive != one.restrictive or other.negated != one.negated:
        return False
    if other.modifiers and one.modifiers and not (other.modifiers <= one.modifiers or one.modifiers <= other.modifiers):
        return False
    if other.event and one.event and other.event != one.event:
        lasting = other.event in words.lasting() and one.event in words.lasting()
        if not lasting or claims[known.claims[0]].sentence == claim.sentence:
            return False
    return bool(one.head or one.event) and (other.period == one.period or "none" in (other.period.kind, one.period.kind))


def _lead(one: _Set, claims: Sequence[Claim]) -> None:
    """The claim that stands for the set comes first: one with a speaker, a direct quotation before reported speech."""

    def rank(k: int) -> tuple[bool, bool, bool, int]:
        claim = claims[one.claims[k]]
        return (claim.speaker is None, not one.features[k].event, claim.attribution is None or claim.attribution.kind == "indirect", k)

    order = sorted(range(len(one.claims)), key=rank)
    one.claims, one.features = [one.claims[k] for k in order], _shared([one.features[k] for k in order])


def _shared(found: list[Features]) -> list[Features]:
    """What one place of a set says, the others mean: the headline's dead are those of Sunday, as the body has it."""
    if len(found) == 1:
        return found
    dated = next((one.period for one in found if one.period.kind != "none"), None)
    event = next((one.event for one in found if one.event), "")
    happening = any(one.happening for one in found if one.event == event)
    return [
        replace(
            one,
            period=dated if dated is not None and one.period.kind == "none" else one.period,
            event=one.event or event,
            happening=one.happening or (not one.event and happening),
        )
        for one in found
    ]


def _assign(sets: list[_Set], clusters: list[_Cluster], index: dict[tuple[object, ...], list[int]]) -> None:
    """Give each set of a document its best group, the surest first and as a rule one set a group; the others open groups."""
    offers: list[tuple[float, int, int, Verdict]] = []
    for number, one in enumerate(sets):
        for candidate in _candidates(one, index):
            verdict = _best(one, clusters[candidate])
            if verdict is not None:
                offers.append((-verdict.score, candidate, number, verdict))
    given: dict[int, int] = {}
    for lead, candidate, number, verdict in sorted(offers, key=lambda offer: offer[:3]):
        if number not in given and (candidate not in given.values() or -lead >= _SURE):
            given[number] = candidate
            sets[number].verdict = verdict
    for number, one in enumerate(sets):
        target = given.get(number)
        if target is None:
            target = len(clusters)
            clusters.append(_Cluster())
        clusters[target].sets.append(one)
        for key in _anchors(one):
            posting = index[key]
            if not posting or posting[-1] != target:
                posting.append(target)


def _anchors(one: _Set) -> list[tuple[object, ...]]:
    """What a set can be found by: its key with each place, name, word and word of the title."""
    keys: dict[tuple[object, ...], None] = {}
    for found in one.features[:_WITNESSES]:
        about = found.context
        for word in sorted(found.content | found.names | found.nations | found.cities | about.title | about.nations | about.names):
            keys[(found.key, word)] = None
        if found.event:
            keys[(found.key, "event", found.event)] = None
    return list(keys)


def _candidates(one: _Set, index: dict[tuple[object, ...], list[int]]) -> list[int]:
    """The groups that share most with the set, looked up by its rarest anchors, the latest groups of each."""
    postings = sorted((posting for key in _anchors(one) if (posting := index.get(key))), key=len)[:_ANCHORS]
    counts = Counter(cluster for posting in postings for cluster in dict.fromkeys(posting[-_POSTINGS:]))
    return [cluster for cluster, _ in sorted(counts.items(), key=lambda item: (-item[1], -item[0]))[:_CANDIDATES]]


def _best(one: _Set, cluster: _Cluster) -> Verdict | None:
    best: tuple[Verdict, Features, Features] | None = None
    for known in cluster.witnesses():
        for mine in one.features[:_WITNESSES]:
            verdict = compare(known, mine)
            if verdict.same and (best is None or verdict.score > best[0].score):
                best = (verdict, known, mine)
    return None if best is None else best[0]._replace(reasons=compare(best[1], best[2], why=True).reasons)


def _group(cluster: _Cluster, documents: Sequence[Document], names: Sequence[str]) -> Group:
    entries = []
    for one in cluster.sets:
        for k, (i, found) in enumerate(zip(one.claims, one.features, strict=True)):
            reasons = one.verdict.reasons if one.verdict is not None and k == 0 else ()
            entries.append(
                (as_of(found), found.context.day, names[one.document], k, documents[one.document].claims[i], found, reasons, one.document)
            )
    entries.sort(key=lambda entry: (entry[0], entry[1], entry[2], entry[3]))
    members: list[Member] = []
    for _, _, path, _, claim, found, reasons, number in entries:
        step = relation(_before(members, path, found).features, found) if members else None
        document = documents[number]
        members.append(Member(claim, path, document.title, document.published, step, reasons, found))
    statuses: list[Status] = [member.status for member in members if member.status is not None]
    status: Status = max(statuses, key=ORDER.index, default="repeats")
    return Group(_subject(members), _unit(members), status, _explain(members), tuple(members))


def _before(members: list[Member], path: str, found: Features) -> Member:
    """The figure that the next one is held against: the one before it; where one article gives two ("up to 227, from 153"),
    another article's that it may be quoting, or the last of another article's unless two speakers disagree here."""
    last = members[-1]
    if last.path != path:
        return next((member for member in reversed(members) if member.path == last.path and not _vague(member.claim)), last)
    if last.bounds == found.bounds:
        return last
    others = [member for member in reversed(members) if member.path != path]
    same = (member for member in others if {*member.bounds} & {*found.bounds} - {None})
    quoted = next(same, None) or next((member for member in others if not exclude(interval(member.features), interval(found))), None)
    if quoted is not None:
        return quoted
    disagree = last.features.speaker and found.speaker and last.features.speaker != found.speaker
    return last if disagree or not others else others[0]


def _subject(members: list[Member]) -> str:
    """The subject in the words used most, the fuller ones first."""
    texts = Counter(" ".join(member.claim.subject.text.split()) for member in members if member.claim.subject)
    if texts:
        return max(texts, key=lambda text: (texts[text], len(text), text))
    unit = members[0].claim.quantity.unit
    return unit.name if unit else members[0].features.event


def _unit(members: list[Member]) -> str:
    unit = members[0].claim.quantity.unit
    if unit is None or unit.kind == "count":
        return "count"
    return unit.code or unit.name


def _explain(members: list[Member]) -> str:
    """What the claims have in common, in one line."""
    first = members[0].features
    parts = [f"subject {first.head or 'not named'}" + (f" of {first.nation}" if first.nation else "")]
    events = Counter(member.features.event for member in members if member.features.event)
    if events:
        parts.append("said of it: " + ", ".join(event for event, _ in sorted(events.items(), key=lambda item: (-item[1], item[0]))[:2]))
    where = Counter(place for member in members for place in sorted(member.features.cities | member.features.nations))
    if where:
        parts.append("in " + ", ".join(place for place, _ in sorted(where.items(), key=lambda item: (-item[1], item[0]))[:3]))
    if first.role:
        parts.append({"from": "as it was before"}.get(first.role, f"by how much it went {first.role[3:]}"))
    return "; ".join(parts)
