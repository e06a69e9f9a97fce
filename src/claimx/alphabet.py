"""One character for each set of word classes: what the class string is written in.

A word belongs to the classes that the lexicon gives it and to those of its shape; the set of them is one character of
the alphabet. A pattern names a class and means every character whose set holds it, so an ambiguous word ("may": month,
modal) is read either way by whichever pattern looks at it.

Shapes of words:   low, cap (a capital first), caps (two and more letters, all capitals), initial ("J."), x (not in the
                   lexicon), of which x_ed, x_ing, x_ly, x_s by ending, abbr (ends in a dot that belongs to it), word
Shapes of figures: num, of which int, dec, grouped (1,234), version (1.2.3), d1 .. d9 by length, day (1-31),
                   monthno (1-12), hour (0-24), minute (00-59), year (1500-2099); and ordinalno (21st), decadeno (1990s)
Signs:             sign, and the sign itself as a class: ``<,>``
All tokens:        tight (no blank follows) or loose; nl is a line break that separates blocks
"""

from __future__ import annotations

from functools import cache
from itertools import chain, compress, count
from typing import TYPE_CHECKING

from claimx import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIRST, _LAST = 0x3400, 0x9FFF
"""The characters used: letters without a meaning to the pattern engine, all in the basic plane, which the engine
tests by table."""

SIGNS = tuple(
    (
        "\n , . ; : ! ? ' \" “ ” ‘ ’ ( ) [ ] { } - – — -- ... … / \\ % ‰ $ £ € ¥ ₹ ₽ ₩ ₺ ₴ ₪ ฿ ₫ ₦ ₱ ₿ ¢ & @ # * + = ~ < > | ° ^ _ ` "
        "• · § © ® ™ ± × ≈ ≥ ≤ − ′ ″ ½ ¼ ¾ ⅓ ⅔ ⅛ ⅜ ⅝ ⅞ ⅕ ⅖ ⅗ ⅘ ⅙ ⅚ 's"
    ).split(" ")
)
_ENDINGS = ("ed", "ing", "ly", "s")
_UNKNOWN = {ending: frozenset(("x", f"x_{ending}")) for ending in _ENDINGS}
_OTHER = frozenset(("x",))

_LOW, _CAP, _CAPS = frozenset(("word", "low")), frozenset(("word", "cap")), frozenset(("word", "cap", "caps"))
_ABBREVIATED = {shape: shape | {"abbr"} for shape in (_LOW, _CAP, _CAPS)}
_INITIAL = frozenset(("word", "cap", "initial", "abbr"))


def word_shape(bare: str) -> frozenset[str]:
    """The shape of a word by its letters."""
    shape = _CAP
    if bare.islower() and bare[0].islower():
        shape = _LOW
    elif bare.isupper() and len(bare) > 1:
        shape = _CAPS
    if bare.endswith("."):
        return _INITIAL if len(bare) == 2 else _ABBREVIATED[shape]
    return shape


def unknown_shape(bare: str) -> frozenset[str]:
    """The classes of a word that the lexicon does not have, by its ending."""
    word = bare.lower()
    if len(bare) > 3 and word.endswith(_ENDINGS) and not word.endswith(("ss", "us")):
        return _UNKNOWN[next(ending for ending in _ENDINGS if word.endswith(ending))]
    return _OTHER


def number_shape(bare: str) -> frozenset[str]:
    """The shape of a figure: what it could be a part of."""
    if bare[-1].isalpha():
        return frozenset(("decadeno",) if bare[-1] in "sS" and not bare.endswith(("1s", "st", "ST")) else ("ordinalno", *_day(bare[:-2])))
    if "," in bare:
        return frozenset(("num", "grouped"))
    if "." in bare:
        return frozenset(("num", "dec" if bare.count(".") == 1 else "version"))
    length = len(bare)
    shape = {"num", "int", f"d{min(length, 9)}"} | set(_day(bare))
    number = int(bare) if length < 5 else -1
    if 0 <= number <= 24 and length <= 2:
        shape.add("hour")
    if length == 2 and number <= 59:
        shape.add("minute")
    if length <= 2 and 1 <= number <= 12:
        shape.add("monthno")
    if length == 4 and 1500 <= number <= 2099:
        shape.add("year")
    return frozenset(shape)


def _day(digits: str) -> tuple[str, ...]:
    return ("day",) if digits.isdecimal() and len(digits) <= 2 and 1 <= int(digits) <= 31 else ()


class Alphabet:
    """The characters of all sets that a token of any text can have; read-only once built.

    The character of a word stands for its classes, its shape and the blank behind it, counted in this order; those of
    figures and signs follow. A class is a number with one bit a character (:meth:`mask`), so that expressions of
    classes are arithmetic.
    """

    def __init__(self) -> None:
        kinds = sorted({*lexicon.classes().values(), *_met_together(), *_UNKNOWN.values(), _OTHER}, key=sorted)
        shapes = sorted({_LOW, _CAP, _CAPS, *_ABBREVIATED.values(), _INITIAL}, key=sorted)
        signs = {frozenset(("sign", sign)) for sign in SIGNS} | {frozenset(("sign",)), frozenset(("nl",)), frozenset(("url",))}
        sign_words = {lexicon.classes()[sign] | {"sign", sign} for sign in SIGNS if sign in lexicon.classes()}
        others = sorted({*signs, *sign_words, *map(number_shape, _figures())}, key=sorted)
        width = 2 * len(shapes)
        self._shapes = {shape: 2 * index for index, shape in enumerate(shapes)}
        self._firsts = {kind: _FIRST + width * index for index, kind in enumerate(kinds)}
        self._others = {other: _FIRST + width * len(kinds) + 2 * index for index, other in enumerate(others)}
        self._size = width * len(kinds) + 2 * len(others)
        if _FIRST + self._size > _LAST:
            raise ValueError("the lexicon has more sets of classes than the alphabet has characters")
        self._masks = self._all_masks(width)
        self._members: dict[str, frozenset[str]] = {}

    def _all_masks(self, width: int) -> dict[str, int]:
        masks: dict[str, int] = {}
        for given, block in ((self._firsts, (1 << width) - 1), (self._others, 0b11)):
            for kind, first in given.items():
                for name in kind:
                    masks[name] = masks.get(name, 0) | block << first - _FIRST
        every_word = sum(1 << first - _FIRST for first in self._firsts.values())
        for shape, at in self._shapes.items():
            for name in shape:
                masks[name] = masks.get(name, 0) | (every_word << at) | (every_word << at + 1)
        masks["tight"] = sum(1 << index for index in range(0, self._size, 2))
        masks["loose"] = masks["tight"] << 1
        return masks

    def code(self, given: frozenset[str], tight: bool, shape: frozenset[str] | None = None) -> str:
        """The character of a token's classes, a word's shape among them. KeyError for a set that no token can have."""
        first = self._others[given] if shape is None else self._firsts[given] + self._shapes[shape]
        return chr(first if tight else first + 1)

    def mask(self, name: str) -> int:
        """The class NAME, bit N for the Nth character. LookupError if no such class exists."""
        try:
            return self._masks[name]
        except KeyError:
            raise LookupError(f"no word file and no shape has the class {name!r}") from None

    def everything(self) -> int:
        """All characters as a mask."""
        return (1 << self._size) - 1

    def members(self, name: str) -> frozenset[str]:
        """The characters whose sets hold the class NAME. LookupError if no such class exists."""
        found = self._members.get(name)
        if found is None:
            found = self._members[name] = frozenset(_characters(self.mask(name)))
        return found

    def describe(self, code: str) -> str:
        """The classes of a character, for people who debug a pattern."""
        return " ".join(sorted(name for name, mask in self._masks.items() if mask >> ord(code) - _FIRST & 1))


def charset(mask: int) -> str:
    """The characters of a mask as a set in brackets, neighbours written as ranges to keep the compiler fast."""
    return "[" + "".join(chr(first) if last == first + 1 else f"{chr(first)}-{chr(last - 1)}" for first, last in _runs(mask)) + "]"


_MANY = 1000
_TRUTH = bytes(code == ord("1") for code in range(256))


def _characters(mask: int) -> Iterator[str]:
    """The characters of a mask: run by run if they are few, else bit by bit, as the many seldom stand together."""
    if mask.bit_count() < _MANY:
        return chain.from_iterable([map(chr, range(first, last)) for first, last in _runs(mask)])
    return compress(map(chr, count(_FIRST)), bin(mask)[:1:-1].encode().translate(_TRUTH))


def _runs(mask: int) -> Iterator[tuple[int, int]]:
    """The ranges of the character codes of a mask, their ends exclusive."""
    bits = bin(mask)[:1:-1] + "0"
    start = bits.find("1")  # the string's own search skips what is empty far faster than a pattern
    while start >= 0:
        end = bits.find("0", start)
        yield _FIRST + start, _FIRST + end
        start = bits.find("1", end)


def _met_together() -> set[frozenset[str]]:
    """The sets of words that stand in one file with a capital and in another without: "May", "may"."""
    words = lexicon.classes()
    found = set()
    for form, given in words.items():
        if form != form.lower():
            both = given | words.get(form.lower(), frozenset())
            found |= {both, both | words.get(form.capitalize(), frozenset())}
    return found


def _figures() -> list[str]:
    """Samples of every shape of figure."""
    bare = [str(n) for n in range(100)] + [f"{n:02d}" for n in range(100)] + ["100", "0999", "1492", "1999", "2999", "9" * 5]
    return [*bare, *("9" * n for n in range(6, 10)), "1,000", "1.5", "1.2.3", "1st", "40th", "1990s"]


@cache
def alphabet() -> Alphabet:
    """The alphabet of the word files, built once."""
    return Alphabet()
