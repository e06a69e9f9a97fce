"""The headline, and who published it."""

import pytest

from claimx import layout

STORY = "About 640 dock workers stayed away from the northern quays on Monday, the fifteenth day of a strike that has held up 31 ships."
TITLES = [
    ("Strike enters third week | Reuters", "Strike enters third week", "Reuters"),
    ("Strike enters third week - BBC News", "Strike enters third week", "BBC News"),
    (
        "Strike enters third week – The Port Courier — portcourier.com\n\nStrike enters third week",
        "Strike enters third week",
        "The Port Courier",
    ),
    ("Dockers - and their families - face third week of strike", "Dockers - and their families - face third week of strike", None),
    ("Strike: a third week | Opinion | The Guardian", "Strike: a third week", "The Guardian"),
    ("Home\n\nNews\n\nSport\n\nStrike enters third week\n\nStrike enters third week\n\nBy Anna Brandt", "Strike enters third week", None),
    (
        "Skip to Content\n\nMay 12, 2018 » Today News » /\n\nStrike enters third week\n\nStrike enters third week",
        "Strike enters third week",
        None,
    ),
    ("POLITICS\nOCTOBER 9, 2017 / 11:58 AM\nStrike enters third week\nBy Anna Brandt\n3 MIN READ", "Strike enters third week", None),
    ("The Moscow Times\nStrike enters third week\nSep 18 2013", "Strike enters third week", "The Moscow Times"),
    ("Strike enters third week\nSource: RT", "Strike enters third week", "RT"),
    ("FOR IMMEDIATE RELEASE\nStrike enters third week", "Strike enters third week", None),
    ("Home » News » Harbours\nStrike enters third week", "Strike enters third week", None),
    ("- The port is shut for now\n\nStrike enters third week", "Strike enters third week", None),
]


@pytest.mark.parametrize(("header", "title", "outlet"), TITLES)
def test_titles_and_outlets(header: str, title: str, outlet: str | None) -> None:
    page = layout.read(f"{header}\n\n{STORY}\n\nThe port authority said the dispute had cost it $4.2 million so far.")
    assert page.title is not None
    assert page.text[slice(*page.title)] == title
    assert page.publisher == outlet


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        (f"Strike goes on\n\nPORT CITY (Reuters) - {STORY}", "Reuters"),
        (f"Strike goes on\n\nPORT CITY, June 6, 2016 /PRNewswire/ -- {STORY}", "PRNewswire"),
        (f"Strike goes on\n\n{STORY}\n\nSource: RT", "RT"),
        (f"Strike goes on\n\n{STORY}\n\n[Market Index](https://www.example.com/strike)", "Market Index"),
        (f"Strike goes on\nhttps://www.bbc.com/news/world-5\n\n{STORY}", "BBC News"),
        (f"Strike goes on\n\n{STORY}", None),
    ],
)
def test_outlets_elsewhere(text: str, outlet: str | None) -> None:
    assert layout.read(text).publisher == outlet


def test_no_title_in_a_single_paragraph() -> None:
    assert layout.read(STORY).title is None
