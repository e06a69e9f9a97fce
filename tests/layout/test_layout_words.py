"""The word files of layout: every row's example is read as the row says."""

import datetime

import pytest

from claimx import lexicon
from claimx.layout import language, looks, publisher, zones


@pytest.mark.parametrize("row", lexicon.rows("layout/furniture"), ids=lambda row: f"{row['place']}-{row['form']}")
def test_furniture(row: lexicon.Row) -> None:
    assert looks.kind(row["example"]) in ("junk", "stop", "caption", "related", "clock", "stamp")
    assert row["kind"] in ("junk", "stop")
    assert row["form"] == row["form"].lower()


@pytest.mark.parametrize("row", lexicon.rows("layout/buttons"), ids=lambda row: row["form"])
def test_buttons(row: lexicon.Row) -> None:
    assert looks.kind(f"{row['example']} Facebook Twitter") == "junk"


@pytest.mark.parametrize("sign", ["»", '"', "›", "'", ">", "→"])
def test_trails_of_sections(sign: str) -> None:
    assert looks.kind(f"Home {sign} News {sign} Kebbi State") == "junk"
    assert looks.kind(f"World {sign} Africa {sign} Floods") == "junk"
    assert looks.kind(f"He said {sign} I am {sign} and left") == ""


def test_outlets() -> None:
    for row in lexicon.rows("layout/publishers"):
        assert publisher.known(row["form"]) is not None
        for domain in filter(None, row["domains"].split("|")):
            assert publisher.of_address(f"https://www.{domain}/news/1") is not None
        assert row["order"] in ("", "dmy", "mdy")


@pytest.mark.parametrize("row", lexicon.rows("layout/zones"), ids=lambda row: f"{row['form']}{row['offset']}")
def test_zones(row: lexicon.Row) -> None:
    country = None if "default" in row["countries"].split() else row["countries"].split()[0]
    assert zones.offset(row["form"], country, datetime.date(2016, 11, 21)) == row["offset"]
    assert zones.AFTER.match(f" {row['form']}")


@pytest.mark.parametrize("row", lexicon.rows("layout/languages"), ids=lambda row: row["form"])
def test_languages(row: lexicon.Row) -> None:
    assert language.foreign(row["example"]) == (None if row["form"] == "English" else row["form"])


def test_places() -> None:
    for row in lexicon.rows("layout/places"):
        assert row["order"] in ("dmy", "mdy")
        assert len(row["country"]) == 2


@pytest.mark.parametrize("name", ["furniture", "buttons", "publishers", "zones", "languages", "places"])
def test_files_are_sorted_and_without_doubles(name: str) -> None:
    keys = [(row["form"], row.get("place", ""), row.get("offset", "")) for row in lexicon.rows(f"layout/{name}")]
    assert len(set(keys)) == len(keys)
    assert [key[0] for key in keys] == sorted(key[0] for key in keys)
