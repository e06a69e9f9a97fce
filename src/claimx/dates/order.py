"""Which of two figures of a date is the day."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from claimx import lazy, lexicon

if TYPE_CHECKING:
    from claimx.page import Page

_FIGURES = lazy.compile(r"(?<![\d/.$£€-])(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-])")
_SPELLED = lazy.compile(
    r"(?<![\d/.,-])(\d{1,2})(?:st|nd|rd|th)?\s(?:of\s)?(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?,?\s\d{4}"
    r"|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}"
)
_DAY_FIRST_HOST = lazy.compile(r"https?://[^\s/]{1,99}\.(?:uk|au|in|ie|nz|za|de|fr|it|es|eu|pk|ng|ke|sg|my)(?=[/\s:]|$)")


def day_first(page: Page, published: str | None) -> bool | None:
    """Whether the page writes the day before the month; None if nothing on it tells.

    Evidence, the strongest first: other figures with a day above 12; figures that are the publication date one way
    only; dates with the month spelled out, if all are of one order; the habit of the outlet; the country of the hosts in the page's links.
    """
    text = page.text
    numeric = [(int(a), int(b), year) for a, _, b, year in _FIGURES.findall(text)]
    if not numeric:
        return None
    votes = {a > 12 for a, b, _ in numeric if (a > 12) != (b > 12) and max(a, b) <= 31}
    if len(votes) == 1:
        return votes.pop()
    if published:
        votes = set()
        for a, b, year in numeric:
            if a != b and published[:4].endswith(year):
                votes |= {by_day for by_day, form in ((True, f"-{b:02d}-{a:02d}"), (False, f"-{a:02d}-{b:02d}")) if published[4:10] == form}
        if len(votes) == 1:
            return votes.pop()
    votes = {bool(found.group(1)) for found in _SPELLED.finditer(text)}
    if len(votes) == 1:
        return votes.pop()
    habit = _habits().get(page.publisher.casefold()) if page.publisher else None
    return habit if habit is not None else True if _DAY_FIRST_HOST.search(text) else None


@cache
def _habits() -> dict[str, bool]:
    """Whether an outlet, by its names in lower case, writes the day first. Agencies are printed by others and have no habit."""
    return {
        name.casefold(): row["order"] == "dmy"
        for row in lexicon.rows("layout/publishers")
        if row["order"] in ("dmy", "mdy") and row["form"] not in ("Agence France-Presse", "Reuters")
        for name in (row["form"], *filter(None, row["aliases"].split("|")))
    }
