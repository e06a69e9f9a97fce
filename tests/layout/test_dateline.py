"""Datelines are blocks of their own, so that the first sentence begins with its first word."""

import pytest

from claimx import layout
from claimx.layout import dateline

STORY = "A fire killed 38 people and drove 400 from their homes on Monday night, the fire brigade said. Its cause is not known."
DATELINES = [
    "PORT CITY (Reuters) - ",
    "PORT-AU-PRINCE, Oct 25, 2010 (Newsline) -- ",
    "(Reuters) - ",
    "(CNN) -- ",
    "(CNN)",
    "PORT CITY -- ",
    "SAN JOSE, Costa Rica - ",
    "Brussels - ",
    "Nagpur (India) (AFP) – ",
    "TUESDAY, Dec. 6 (HealthDay News)-- ",
    "MOSCOW, November 21. /TASS/. ",
    "WASHINGTON—",
    "Nov 3 (Harbour News) - ",
    "SAN DIEGO, Calif., May 8, 2016 /PRNewswire/ -- ",
    "PORT CITY, Ruritania (AP) _ ",
    "SEOUL, April 1 (Yonhap) -- ",
    "ISLAMABAD: ",
    "KUALA LUMPUR: ",
    "Karachi: ",
    "LAHORE, March 4: ",
]


@pytest.mark.parametrize("opening", DATELINES)
def test_datelines(opening: str) -> None:
    assert (opening + STORY)[dateline.end(opening + STORY) :] == STORY
    page = layout.read(f"Fire kills 38\n\n{opening}{STORY}")
    assert [block.kind for block in page.blocks] == ["title", "dateline", "paragraph"]
    assert page.text[page.blocks[-1].start : page.blocks[-1].end] == STORY


@pytest.mark.parametrize(
    "text",
    [
        "The strike - the third - killed 38.",
        "Trump — whose party lost — said 5 had left.",
        "Apple's iPhone 5 - The phone was late.",
        "In 2016 – A year later",
        "LEE: We will stay.",
        "MINISTER: Two men left.",
        "Two men - One of them was 5 - died.",
        "A sum of $5–$6 was paid.",
        "",
    ],
)
def test_other_dashes(text: str) -> None:
    assert dateline.end(text) == 0
