"""A group as the steps of its figure: what one article says once or several times is one step."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from claimx.compare.grouping import Group, Member
from claimx.compare.status import Status, interval


@dataclass(frozen=True, slots=True)
class Step:
    """A figure of one article: the claim that stands for it, how often it is made there, and what it does to the one before."""

    member: Member
    times: int
    status: Status | None
    date: str

    @property
    def size(self) -> float | None:
        """The figure as one number to draw: its value, else the middle of its bounds or the one there is; None if it has none."""
        low, high = self.member.bounds
        value = self.member.claim.quantity.value
        ends = [float(end) for end in ([value] if value is not None else [low, high]) if end is not None and abs(end) < 1e15]
        return sum(ends) / len(ends) if ends else None

    @property
    def reach(self) -> tuple[float, float]:
        """The bounds of the figure, infinite for an open end."""
        bounds = interval(self.member.features)
        return bounds.low, bounds.high


def steps(group: Group) -> list[Step]:
    """The steps in order of their dates; the first claim of an article with a speaker stands for its step."""
    folded: dict[tuple[str, object], list[Member]] = {}
    for member in group.members:
        folded.setdefault((member.path, member.bounds), []).append(member)
    return [_step(members) for members in folded.values()]


def _step(members: list[Member]) -> Step:
    chosen = next((member for member in members if member.claim.speaker), members[0])
    return Step(chosen, len(members), members[0].status, _date(members))


def _date(members: Iterable[Member]) -> str:
    """The date that the figure holds for, to the day; "" if none is known."""
    for member in members:
        claim = member.claim
        if claim.date is not None and member.features.period.kind in ("day", "span"):
            return claim.date.value[:10]
        if member.published:
            return member.published[:10]
    return ""
