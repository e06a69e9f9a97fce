"""A quantity in the making: a numeral with what stands tight around it (currency, unit, rate, counted noun)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from claimx.model import Number, Unit
from claimx.quantities import ages, comparators, counts, money, units, vetoes
from claimx.quantities.figures import with_half
from claimx.quantities.numeral import number

if TYPE_CHECKING:
    from claimx.model import Change, Comparator
    from claimx.quantities.numeral import Numeral
    from claimx.quantities.scan import Scan


class Draft(msgspec.Struct, gc=False):
    """Token indices: the quantity covers START up to END; its unit, if written with it, UNIT[0] up to UNIT[1]."""

    numeral: Numeral
    start: int
    end: int
    low: Number | None
    high: Number | None
    value: Number | None
    unit: Unit | None = None
    unit_at: tuple[int, int] | None = None
    counted: counts.Counted | None = None
    prefix: bool = False
    comparator: Comparator = "="
    comparator_at: tuple[int, int] | None = None
    change: Change | None = None
    change_at: tuple[int, int] | None = None
    subject: tuple[int, int] | None = None
    subject_rule: str = ""
    rule: str = "number"
    range_: bool = False


def make(scan: Scan, purse: money.Purse, numeral: Numeral, *, paired: bool = False) -> Draft | str:
    """The draft of a numeral, or the reason why it is no quantity."""
    draft = Draft(numeral, numeral.first, numeral.last, None, None, numeral.value)
    behind = comparators.behind(scan, numeral.last)
    at = behind.last if behind else numeral.last
    if numeral.form == "fold":
        draft.unit = units.forms().folded["times",]
    else:
        _money(scan, purse, draft, at)
        if draft.unit is None:
            _measure(scan, draft, at)
    if scan.lowers[draft.end] == "below":
        _below_zero(scan, draft)
    counted = None
    if draft.unit is None:
        counted = _counted(scan, draft, at)
    company = vetoes.Company(
        measured=draft.unit is not None or (behind is not None and scan.tight(numeral.last - 1)),
        prefix=draft.prefix,
        plural=counted is not None and _lower_noun(scan, counted),
        noun=counted is not None or (scan.tags[at] == "J" and scan.tags[at + 1] in ".,)"),  # "two females and one male"
    )
    reason = vetoes.reason(scan, numeral, company)
    if reason and not (paired and reason == "pronoun"):
        return reason
    if draft.unit is None and not draft.prefix:
        aged = ages.read(scan, numeral)
        if aged is not None:
            draft.unit, draft.rule = ages.YEARS, aged
    if draft.unit is None and scan.lowers[numeral.first - 1] == "magnitude":
        draft.unit, draft.rule = Unit("other", None, "magnitude"), "magnitude"
    if draft.unit is None and counted is None and scan.lowers[at] == "who" and numeral.form in ("figure", "word"):
        draft.unit, draft.rule = Unit("count", None, "person"), "count-who"
    if draft.unit is None and counted is not None:
        _count(scan, draft, counted)
    if behind:
        draft.comparator, draft.comparator_at = behind.sign, (behind.first, behind.last)
        draft.end = max(draft.end, behind.last)
    rate(scan, draft)
    return draft


def _lower_noun(scan: Scan, counted: counts.Counted) -> bool:
    return scan.tags[counted.head] in "SZ" or counts.collective(scan.lowers[counted.head])


# ---- money ---------------------------------------------------------------------------------------------------------


def _money(scan: Scan, purse: money.Purse, draft: Draft, at: int) -> None:
    sign = money.before(scan, draft.numeral.first, purse)
    if sign is not None:
        code, start, shared = sign
        draft.start, draft.prefix, draft.rule = start, True, "money-sign"
        draft.unit_at = (start, draft.numeral.first)
        following = money.behind(scan, at)
        if following is not None and (shared or following[0] == code) and following[1] == 1:
            given, _, end, bare = following
            if not bare or given == code or code == "JPY":  # "¥100 RMB"
                code, shared, draft.end = given, shared and bare, end
        elif shared and code == "USD" and scan.tags[at + 1] not in "NSPJ" and money.dollar(scan.texts[at]):
            code, shared, draft.end = money.dollar(scan.texts[at]) or code, False, at + 1  # "$75 U.S. per barrel", "$5 Canadian"
        draft.unit = money.unit(purse.owner(code) if shared else code)
        if _owed(scan, draft):
            draft.start -= 1
            draft.value = -draft.value if draft.value is not None else None
        return
    of = scan.lowers[at] == "of" and draft.numeral.form in ("vague", "fraction")
    name = money.behind(scan, at + of + (of and scan.lowers[at + 1] in ("a", "an")))
    if name is not None and scan.texts[name[2] - 1] == "p" and draft.value in _SCREENS:
        return  # "1080p video"
    if name is not None and name[3] and scan.lowers[name[2] - 1] in ("crown", "crowns"):
        name = _crowns(purse, draft, name)
        if name is None:
            return
    if name is not None and _ordinary(scan, purse, draft, name):
        return
    if name is None:
        before = money.named(scan, draft.numeral.first)
        year = draft.numeral.plain and isinstance(draft.value, int) and 1900 <= draft.value <= 2099  # "Euro 2016"
        if before is not None and not year and scan.tags[draft.numeral.last] in ".,;\n)" and scan.tags[before[1] - 1] != "#":
            draft.unit = money.unit(purse.owner(before[0]))
            draft.start, draft.unit_at, draft.rule = before[1], (before[1], draft.numeral.first), "money-named"
        return
    if _mass(scan, purse, draft, name):
        return
    code, part, end, bare = name
    draft.unit = money.unit(purse.owner(code) if bare else code)
    draft.unit_at, draft.end, draft.rule = (at, end), end, "money-name"
    if part > 1:
        draft.rule = "money-minor"
        if draft.value is not None:
            draft.value = _divided(draft.value, part)


def _crowns(purse: money.Purse, draft: Draft, name: tuple[str, int, int, bool]) -> tuple[str, int, int, bool] | None:
    """Whose crowns are meant, of the countries that pay in them; None where the page is of none, or they are worn ("two crowns")."""
    home = purse.home(("SEK", "NOK", "DKK", "CZK", "ISK", "SKK")) if draft.numeral.scale > 1 or (draft.value or 0) >= _SUM else None
    return None if home is None else (home, name[1], name[2], False)


def _owed(scan: Scan, draft: Draft) -> bool:
    """Does a minus stand before the sign of a currency: "-$50", "minus €20"?"""
    at = draft.start - 1
    if scan.lowers[at] in ("minus", "negative"):
        return scan.lowers[at - 1] not in ("or", "and")
    return scan.lowers[at] in ("-", "−", "–") and scan.tight(at) and not scan.tight(at - 1) and scan.tags[at - 1] not in "#$"


_SUM = 20
"""What is no sum below it: "two crowns"."""
_SCREENS = frozenset((240, 360, 480, 720, 1080, 1440, 2160))
_ORDINARY = frozenset(
    "real won sum mark marks sol ban pen att som crown crowns colon para pul bob rand dong kip lat lats leu bani stone".split()
)
"""Names of currencies that are ordinary words too."""


def _ordinary(scan: Scan, purse: money.Purse, draft: Draft, name: tuple[str, int, int, bool]) -> bool:
    """Is the name of a currency an ordinary word here: a small number of it, and a page that is not of its country?"""
    code, _, end, bare = name
    if not bare or scan.lowers[end - 1] not in _ORDINARY or scan.lowers[end - 2] == "-":
        return False
    if scan.lowers[end] == "per":
        return False
    if scan.tags[end] in "NSJDHG" or (scan.lowers[end - 1] == "mark" and draft.value != 1):
        return True  # "the 600 mark"
    value = draft.value
    return draft.numeral.scale < 1000 and (value is None or value < 100) and not purse.evidence(code)


def _divided(value: Number, part: int) -> Number:
    whole, rest = divmod(value, part)
    return int(whole) if rest == 0 and isinstance(value, int) else round(value / part, 12)


_WEIGHING = frozenset(
    "weigh weighs weighed weighing weight lost lose losing loses gained gain gaining heavier lighter lift lifted heavy body".split()
)
_PAYING = frozenset(
    (
        "cost costs price priced pay paid pays spend spent worth fee fees bill bills fine fined sell sold buy bought "
        "charge charged salary wage wages"
    ).split()
)


_FUNDS = frozenset(
    (
        "debt debts investment investments funding funds aid savings revenue revenues sales taxpayer taxpayers public government cuts "
        "spending support damage damages cash money assets losses profit profits loans tax taxes compensation capital budget income credit"
    ).split()
)
"""What pounds in millions are money of; else they are a weight ("40 million pounds of beef")."""


def _mass(scan: Scan, purse: money.Purse, draft: Draft, name: tuple[str, int, int, bool]) -> bool:
    """Are pounds a weight here? As money: millions of them, a page with £, words of paying; as a weight: all else."""
    code, _, end, bare = name
    if code != "GBP" or not bare or not scan.lowers[end - 1].startswith("pound"):
        return False
    if scan.lowers[end] in ("of", "per", "-") and scan.lowers[end + 1] not in ("hour", "week", "month", "year"):
        if scan.lowers[end] != "of" or draft.numeral.scale < 10**6:
            return scan.lowers[end] != "of" or scan.tags[end + 1] in "NSJn"
        matter = scan.tags[end + 1] in "NS" and not {scan.lowers[end + 1], scan.lowers[end + 2]} & _FUNDS
        return matter and "£" not in scan.shadow and not purse.evidence(code)
    if scan.codes[end] in scan.sets.integer and len(scan.lowers[end]) == 2 and scan.tags[end + 1] not in "NSJ":
        return False  # "8 pounds 50"
    if scan.codes[end] in scan.sets.word and money.amount(scan, end + 1):
        return False  # "convert 50 pounds to euros"
    near = {scan.lowers[index] for index in range(max(0, draft.start - 12), min(scan.length, end + 6))}
    if near & _WEIGHING:
        return True
    if near & _PAYING or draft.numeral.scale >= 10**6:
        return False
    return "£" not in scan.shadow and "sterling" not in scan.shadow


# ---- measures ------------------------------------------------------------------------------------------------------


def _measure(scan: Scan, draft: Draft, at: int) -> None:
    table = units.forms()
    found = units.after(scan, at, table)
    if found is None and scan.lowers[at] == "of" and (draft.numeral.form in ("vague", "fraction") or draft.numeral.scale > 1):
        step = at + 1 + (scan.lowers[at + 1] in ("a", "an", "one", "1"))
        found = units.after(scan, step, table)
        if found and draft.numeral.form == "fraction" and step == at + 1:
            found = None
    elif found is None and scan.lowers[at] in ("a", "an") and draft.numeral.form == "fraction":
        found = units.after(scan, at + 1, table)
    if found is None:
        return
    unit, end = found
    if draft.numeral.form == "word" and not draft.prefix and _no_symbol(scan, draft, at, end):
        return
    if unit.kind == "ratio" and draft.value == 1 and scan.lowers[at] == "-":
        return  # "a one-time payment"
    if unit.kind == "duration" and (scan.lowers[end] == "old" or (scan.lowers[end] == "-" and scan.lowers[end + 1] in ("old", "olds"))):
        end += 1 if scan.lowers[end] == "old" else 2
        unit = Unit("age", unit.code, unit.name)
    if unit.kind == "temperature" and scan.lowers[draft.start - 1] == "-" and scan.tags[draft.start - 2] not in "NSP#":
        draft.start -= 1  # a minus set apart: "convert - 20 degrees"
        draft.value = -draft.value if draft.value is not None else None
    draft.unit, draft.unit_at, draft.end = unit, (at, end), end
    if isinstance(draft.value, int) and scan.lowers[end] == "and" and scan.codes[end + 2] in scan.sets.fraction:
        draft.end, value = with_half(scan, end, draft.value)  # "two miles and a half"
        draft.value = number(value)
    draft.rule = unit.kind if unit.kind in ("percent", "percentage_point", "age", "duration", "ratio") else "measure"


def _below_zero(scan: Scan, draft: Draft) -> None:
    """ "40 degrees below zero", "10 below zero": a temperature under the zero of its scale."""
    if scan.lowers[draft.end + 1] != "zero" or draft.value is None or draft.value < 0:
        return
    if draft.unit is None:
        draft.unit = units.forms().folded["degrees",]
    if draft.unit.kind == "temperature" or draft.unit.name == "degree":
        draft.value, draft.end, draft.rule = -draft.value, draft.end + 2, "below-zero"


def _no_symbol(scan: Scan, draft: Draft, at: int, end: int) -> bool:
    """What follows a spelled-out number is seldom a symbol ("one MP") and may be an ordinal ("two second-half goals")."""
    word = scan.texts[end - 1]
    if end - at == 1 and len(word) < 4 and (word.isupper() or len(word) == 1) and word.isalpha():
        return True
    adjectival = scan.lowers[at] == "-" or scan.lowers[draft.start - 1] in ("a", "an")  # "a forty foot pole"
    singular = word in ("second", "stone", "degree", "foot") and draft.value != 1 and not adjectival
    return singular and (scan.tags[end] in "NS-" or word == "degree")


def rate(scan: Scan, draft: Draft) -> None:
    """Take up a denominator behind the unit or the counted noun: "$3 a barrel", "40 tests per day"."""
    if draft.unit is None or draft.unit.kind in ("age", "ratio"):
        return
    behind = draft.counted.last if draft.counted else draft.end
    found = units.rate(scan, behind)
    if found is None:
        return
    name, code, end = found
    draft.unit = units.per(draft.unit, name, code)
    if not draft.counted:
        draft.end = end
        draft.unit_at = (draft.unit_at[0], end) if draft.unit_at and not draft.prefix else draft.unit_at


# ---- counts -----------------------------------------------------------------------------------------------


def _counted(scan: Scan, draft: Draft, at: int) -> counts.Counted | None:
    singular = draft.numeral.value == 1
    if draft.numeral.form == "fraction" and scan.tags[at] in "DH":
        at += 1  # "half the voters"
    if scan.lowers[at] in ("last", "next") and scan.tags[at + 1] == "N":
        return None  # "she turned 40 last week"
    return counts.after(scan, at, one=singular)


def _count(scan: Scan, draft: Draft, counted: counts.Counted) -> None:
    if counted.head - counted.first == 1 and scan.tags[counted.first] in "JGnRN":
        found = units.after(scan, counted.head, units.forms())
        if (
            found
            and not counted.of
            and found[0].kind in ("length", "mass", "volume", "duration", "area", "energy")
            and found[1] == counted.last
        ):
            draft.unit, draft.unit_at, draft.rule = found[0], (counted.head, counted.last), "measure-modified"
            draft.end = counted.last
            return
        name = money.behind(scan, counted.head)
        if name is not None and name[1] == 1 and name[2] == counted.last and not scan.lowers[counted.head].startswith("pound"):
            draft.unit, draft.unit_at, draft.rule = money.unit(name[0]), (counted.head, counted.last), "money-modified"
            draft.end = counted.last
            return
    draft.counted, draft.unit, draft.rule = counted, counts.unit(scan, counted), "count"
    if draft.numeral.form == "fraction":
        draft.unit = Unit("ratio", "1", draft.unit.name)
        draft.rule = "fraction"
