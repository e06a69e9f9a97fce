"""The genders that titles and roles before names tell ("Mrs. Velton", "Congresswoman Harlan")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.names import lists
from claimx.speakers import spelling

if TYPE_CHECKING:
    from claimx.names import Name
    from claimx.reading import Reading


def of_titles(reading: Reading, names: tuple[Name, ...]) -> tuple[dict[int, str], dict[str, set[str]]]:
    """The genders that titles tell: by the index of a person's name, and all those of a surname, as it is compared."""
    genders: dict[int, str] = {}
    titled: dict[str, set[str]] = {}
    for index, name in enumerate(names):
        if name.role is not None and name.kind == "person":
            gender = _of_title(reading, name.role)
            if gender:
                genders[index] = gender
                titled.setdefault(spelling.key(spelling.surname(name.words)), set()).add(gender)
    return genders, titled


def _of_title(reading: Reading, role: tuple[int, int]) -> str:
    """The gender that the tokens of a title or role tell; "" if none of them does."""
    titles, roles = lists.rows("titles"), lists.rows("roles")
    for word in reading.words.lowers[role[0] : role[1]]:
        row = titles.get(word) or roles.get(word)
        if row is not None and row["gender"]:
            return row["gender"]
    return ""
