"""Whoever can be a source, while the page is being read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from claimx.names import lists
from claimx.names.memory import remembered

if TYPE_CHECKING:
    from claimx.model import SpeakerKind


class Entity(msgspec.Struct, eq=False, gc=False):
    """Somebody or something that can be a source. ``words`` are those of the fullest name (none: nameless), ``heads`` the
    nouns (in lower case) by which a text may call it, ``places`` the indices of its names on the page.

    No field holds an entity, so there are no cycles for the garbage collector to look for."""

    kind: SpeakerKind
    name: str
    words: tuple[str, ...] = ()
    gender: str = ""
    plural: bool = False
    role: str | None = None
    organization: str | None = None
    heads: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    """The nouns of a person's roles themselves; ``heads`` has what such a person can be called as well."""
    places: list[int] = msgspec.field(default_factory=list)
    first: int = 0
    described: bool = False
    """Whether the role and organisation have been looked for."""
    told: bool = False
    """Whether a title or pronoun, not the first name alone, tells the gender."""
    unsure: bool = False
    """Whether it may be an organisation as well: a single word of which nothing is known."""
    typed: bool = False
    """Whether a word shows what kind of organisation this is."""


def organization(kind: SpeakerKind, words: tuple[str, ...], first: int) -> Entity:
    """A named organisation or document, with the nouns by which a text may refer to it."""
    heads, typed = _heads(words)
    return Entity(kind, " ".join(words), words, heads=heads, first=first, typed=typed)


@remembered(20_000)
def _heads(words: tuple[str, ...]) -> tuple[frozenset[str], bool]:
    """The nouns that may refer to an organisation of this name, and whether a word tells what kind of one it is."""
    heads = {word.lower() for word in words if word[0].isupper()}
    row = lists.rows("known").get(" ".join(words).lower()) or _head_row(words)
    if row is not None:
        heads.update(row["is"].split())
    return frozenset(heads), row is not None


def _head_row(words: tuple[str, ...]) -> dict[str, str] | None:
    """The row of the word that heads an organisation's name: the one before "of" or "for", else the last."""
    table = lists.rows("organizations")
    glue = next((at for at, word in enumerate(words) if at and word.islower()), len(words))
    return table.get(words[glue - 1].lower()) or table.get(words[-1].lower())


def learn(entity: Entity, role: str | None) -> None:
    """Add to a person the nouns of a role, and those by which a text may call its bearer."""
    if role:
        nouns, heads = _called(role)
        entity.nouns |= nouns
        entity.heads |= heads


@remembered(20_000)
def _called(role: str) -> tuple[frozenset[str], frozenset[str]]:
    """The nouns of a role ("Deputy Foreign Minister": minister, foreign minister), and all that its bearer can be called."""
    nouns: set[str] = set()
    heads: set[str] = set()
    parts = role.lower().split()
    for size in (1, 2, 3):
        for at in range(len(parts) - size + 1):
            text = " ".join(parts[at : at + size])
            title, row = lists.rows("titles").get(text), lists.role(text)
            if title is not None:
                called = title["is"].split()
                nouns.update(called[:1])
                heads.update(called)
            if row is not None:
                nouns.add(row["form"].lower())
                heads.update((row["form"].lower(), *row["is"].lower().split()))
    return frozenset(nouns), frozenset(heads)
