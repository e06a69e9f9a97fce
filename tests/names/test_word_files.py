"""Every row of the word files of names is read as it says, in its example."""

from __future__ import annotations

import pytest

from claimx import lexicon, names
from claimx.names import lists
from tests.names.test_names import reading

_FILES = ("documents", "groups", "known", "nations", "organizations", "particles", "roles", "suffixes", "surnames", "titles")


@pytest.mark.parametrize("file", _FILES)
def test_rows_are_sorted_unique_and_show_their_form(file: str) -> None:
    rows = lexicon.rows(f"names/{file}")
    forms = [row["form"] for row in rows]
    assert forms == sorted(set(forms))
    for row in rows:
        assert row["classes"]
        assert row["form"].lower() in row["example"].lower()


@pytest.mark.parametrize("row", lexicon.rows("names/titles"), ids=lambda row: row["form"])
def test_a_title_is_no_part_of_the_name(row: lexicon.Row) -> None:
    found = names.find(reading(f"They met {row['example']} so."))
    assert [" ".join(one.words) for one in found] == ["Velton"]
    assert found[0].kind == "person"


@pytest.mark.parametrize("row", lexicon.rows("names/nations"), ids=lambda row: row["form"])
def test_a_nation_is_a_place_or_an_adjective(row: lexicon.Row) -> None:
    found = names.find(reading(f"It was {row['form']} then."))
    parties = lists.role(row["form"])  # "Republican" is what a person is, too
    assert [one.kind for one in found] == ["role" if parties else "demonym" if "demonym" in row["classes"] else "place"]


@pytest.mark.parametrize("row", lexicon.rows("names/known"), ids=lambda row: row["form"])
def test_a_known_organisation_is_one(row: lexicon.Row) -> None:
    found = names.find(reading(f"It was at {row['form']} that they met."))
    assert [one.kind for one in found] == ["organization"]


@pytest.mark.parametrize("row", lexicon.rows("names/particles"), ids=lambda row: row["form"])
def test_a_particle_is_inside_a_name(row: lexicon.Row) -> None:
    found = names.find(reading(f"They met {row['example']} so."))
    assert [" ".join(one.words) for one in found] == [f"Anselm {row['form']} Velton"]


@pytest.mark.parametrize("row", lexicon.rows("names/suffixes"), ids=lambda row: row["form"])
def test_a_suffix_is_behind_a_name(row: lexicon.Row) -> None:
    found = names.find(reading(f"They met {row['example']} so."))
    assert [one.words[:2] for one in found] == [("Anselm", "Velton")]
    assert found[0].kind == "person"


@pytest.mark.parametrize("row", lexicon.rows("names/organizations"), ids=lambda row: row["form"])
def test_an_organisation_word_makes_a_name_an_organisation(row: lexicon.Row) -> None:
    if "orgword" not in row["classes"] or not row["form"].isalpha():
        return
    found = names.find(reading(f"It was at the Velton {row['form'].title()} that they met."))
    assert [one.kind for one in found] == ["organization"]


@pytest.mark.parametrize("row", lexicon.rows("names/roles"), ids=lambda row: row["form"])
def test_a_role_is_found_before_a_name(row: lexicon.Row) -> None:
    if {"kin", "generic"} & set(row["classes"].split()) or "-" in row["form"]:
        return
    found = [one for one in names.find(reading(f"They met {row['form'].title()} Anselm Velton there.")) if one.kind == "person"]
    assert [one.words[-1] for one in found] == ["Velton"]


def test_gender_of_first_names() -> None:
    assert [lists.gender(name) for name in ("Oleg", "Maria", "Kim", "Jean-Marc", "PAULA", "José", "Qwxz")] == [
        "m",
        "f",
        "",
        "m",
        "f",
        "m",
        "",
    ]
