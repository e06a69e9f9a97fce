"""What the words of a time expression are worth: look-ups in the word files, in any case."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache

from claimx import lazy, lexicon

_FIGURE = lazy.compile(r"\d{1,15}(?:,\d{3}){0,5}(?:\.\d{1,9})?")
_VAGUE = lazy.compile(r"(?:several|few|couple|many|various|numerous|dozens|scores|hundreds|thousands|millions|tens)\b")


@cache
def column(file: str, name: str) -> dict[str, str]:
    """A column of a word file by form in lower case."""
    return {row["form"].removeprefix("=").lower(): row[name] for row in lexicon.rows(file)}


def month_number(word: str) -> int | None:
    """The number of a month by name or short form; None for another word."""
    found = column("months", "number").get(word.lower())
    return int(found) if found else None


def weekday_number(word: str) -> int | None:
    """The ISO number of a day of the week, singular or plural; None for another word."""
    found = column("weekdays", "number").get(word.lower())
    return int(found) if found else None


def unit(word: str) -> str:
    """The unit of time of a word, as the file timeunits writes it; empty for another word."""
    return column("timeunits", "unit").get(word.lower(), "")


def ordinal(text: str) -> int | None:
    """The number of "21st", "21", "twenty-first"; None for another word."""
    figure = re.match(r"\d{1,4}", text)
    if figure:
        return int(figure.group())
    found = column("ordinals", "value").get(re.sub(r"\s*-\s*", "-", text.strip().lower()))
    return int(found) if found else None


def count(text: str) -> Fraction | None:
    """The number that a count says ("2½", "twenty-five", "two and a half", "a dozen"); None for a vague one ("a few")."""
    text = text.strip().lower()
    if not text or _VAGUE.search(text):
        return None
    half, text = Fraction(0), re.sub(r"\s?-\s?and\s?-\s?a\s?-\s?half$", " and a half", text)
    if text.endswith("and a half"):
        half, text = Fraction(1, 2), text.removesuffix("and a half").strip()
    total, seen = Fraction(0), False
    for word in re.findall(r"\d[\d,.]*|[^\W\d_]+|[¼½¾⅓⅔]", text):
        value = _word(word)
        if value is None:
            continue
        total = total * value if (value >= 100 or word == "dozen") and total else total + value
        seen = True
    if not seen:
        total = Fraction(1)
    elif total == 0:
        return Fraction(0) + half
    return total + half


def _word(word: str) -> Fraction | None:
    if _FIGURE.fullmatch(word):
        return Fraction(word.replace(",", ""))
    if word in ("a", "an"):
        return None
    value = column("numerals", "value").get(word, "")
    return Fraction(value) if value else None


def written(number: Fraction) -> str:
    """A number as TIMEX3 durations write it: 3, 2.5."""
    return str(int(number)) if number.denominator == 1 else f"{float(number):.6g}"
