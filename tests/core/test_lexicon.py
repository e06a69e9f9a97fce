"""Every row of every word file is found in its own example, and the files are in order."""

import pytest

from claimx import lexicon
from claimx.alphabet import alphabet
from claimx.words import Words

ROWS = [(name, row) for name in lexicon.names() for row in lexicon.rows(name)]


def _classes(words: Words, index: int) -> set[str]:
    return set(alphabet().describe(words.codes[index]).split())


@pytest.mark.parametrize("name", lexicon.names())
def test_rows_have_classes_and_are_unique(name: str) -> None:
    forms = [row.get("base") or row["form"] for row in lexicon.rows(name)]
    assert all(row["classes"] for row in lexicon.rows(name))
    assert len(set(forms)) == len(forms), {form for form in forms if forms.count(form) > 1}


@pytest.mark.parametrize(("name", "row"), ROWS, ids=lambda value: value if isinstance(value, str) else None)
def test_the_example_is_read(name: str, row: lexicon.Row) -> None:
    words = Words(row["example"])
    wanted = set(row["classes"].split())
    forms = {form for form, _ in lexicon.forms(row)}
    found = any(
        wanted <= _classes(words, index) or any((hit := words.longest(one, index)) and hit[0] == row for one in wanted)
        for index in range(len(words))
    )
    assert found, f"{name}: {sorted(forms)} is not read as {sorted(wanted)} in {row['example']!r}"


def test_inflection() -> None:
    forms = {
        form: given
        for row in ({"base": base, "classes": "k"} for base in ("carry", "go by", "argue", "die"))
        for form, given in lexicon.forms(row)
    }
    assert {"carries", "carried", "carrying", "goes by", "argued", "arguing", "dying", "died"} <= set(forms)
    assert forms["argued"] == {"k", "vbd", "vbn"}


def test_an_unknown_class_is_an_error() -> None:
    with pytest.raises(LookupError):
        alphabet().members("no_such_class")
