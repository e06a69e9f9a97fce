"""Whole pages: what of them is the article. In a .page file ``+`` marks its lines, ``T`` its title, ``-`` furniture, ``~`` either."""

from pathlib import Path

import pytest

from claimx import layout

PAGES = sorted((Path(__file__).parent / "pages").glob("*.page"))
LEAST = 0.75
"""Of a line of the article all is read but bullets, Markdown signs and addresses."""


def load(path: Path) -> list[tuple[str, str]]:
    return [(line[:1], line[2:]) for line in path.read_text(encoding="utf-8").split("\n")[:-1]]


@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_article_is_read_and_nothing_else(path: Path, ending: str) -> None:
    marked = load(path)
    text = ending.join(line for _, line in marked)
    page = layout.read(text)
    at = 0
    for mark, line in marked:
        read = sum(max(0, min(block.end, at + len(line)) - max(block.start, at)) for block in page.blocks)
        if mark in "+T" and line.strip():
            assert read >= LEAST * len(line.strip()), f"lost: {line}"
        elif mark == "-":
            assert read == 0, f"kept: {line}"
        at += len(line) + len(ending)
    titles = [line.lstrip("# ") for mark, line in marked if mark == "T"]
    assert page.title is not None
    assert text[slice(*page.title)] == titles[0]


@pytest.mark.parametrize(
    "text",
    [
        "it's 40 degrees",
        "Revenue: $5m",
        "About 3,400 people joined.",
        "He paid $5. She paid $6!",
        "Share prices fell 5%",
        "• 25% of voters",
        "(Reporting by 5 people)",
        "Subscribe numbers rose to 5 million in the year, the company said.",
        "Two killed\n\nThree hurt",
        "5 km",
        "More than 40",
        "Photo: 5 men",
    ],
)
def test_a_snippet_is_read_whole(text: str) -> None:
    page = layout.read(text)
    read = "".join(page.shadow[block.start : block.end] for block in page.blocks)
    assert "".join(character for character in text if character.isalnum()) == "".join(
        character for character in read if character.isalnum()
    )


def test_a_line_printed_twice_is_read_once() -> None:
    story = "The dam holds back 44 million cubic metres of water, and 1,900 people live below it, the minister told the paper."
    page = layout.read(f"Dam drained\n\n{story}\n\n{story}\n\nNobody was hurt on Monday, the minister said.")
    assert sum(page.shadow[block.start : block.end] == story for block in page.blocks) == 1


def test_kinds_of_blocks() -> None:
    page = layout.read(
        "Dam drained after cracks found\n\nBy Lena Moreau\n\nThe minister says 1,900 people had to leave.\n\n21 November 2016\n\n"
        "The dam holds back 44 million cubic metres of water, and 1,900 people live below it, the minister told the paper."
    )
    assert [block.kind for block in page.blocks] == ["title", "standfirst", "paragraph"]


def test_the_date_in_front_of_a_line_is_no_text() -> None:
    story = "Three trains collided near the southern tunnel and 14 people were hurt, the railway said. Two are children."
    page = layout.read(
        f"Three trains collide\n\n07.10.2017(updated 1500 07.10.2017) Get short URL 11990 {story} Tags Trains Tunnels Comment via Facebook"
    )
    assert [page.text[block.start : block.end] for block in page.blocks] == ["Three trains collide", story]
    assert page.published == "2017-10-07"


@pytest.mark.parametrize(
    "header",
    [
        "Mon Oct 2 2017 645am EDT",
        "Posted 2 Oct 2017 627pm Updated 2 Oct 2017 700pm",
        "1505 02.10.2017(updated 1500 02.10.2017) Get short URL 51251",
        "Published time 2 Oct 2017 1505 Edited time 2 Oct 2017 1540 Get short URL",
        "AFP Monday 02 Oct 2017",
    ],
)
def test_a_header_that_runs_into_the_text_is_left_out(header: str) -> None:
    story = "Three trains collided near the southern tunnel and 14 people were hurt, the railway said. Two are children."
    page = layout.read(f"Three trains collide\n\n{header} {story}")
    assert page.text[slice(page.blocks[-1].start, page.blocks[-1].end)] == story


@pytest.mark.parametrize("opening", ["On October 2 2017 ", "02.10.2017 was the day when "])
def test_a_date_of_the_sentence_stays(opening: str) -> None:
    story = opening + "Three trains collided near the southern tunnel and 14 people were hurt, the railway said. Two are children."
    page = layout.read(f"Three trains collide\n\n{story}")
    assert page.text[slice(page.blocks[-1].start, page.blocks[-1].end)] == story


BARS = [
    "Share\n\nTweet\n\nEmail",
    "Facebook Twitter WhatsApp",
    "Advertisement",
    "By Anna Brandt",
    "Photo: Jonas Weil/Port Courier",
    "READ MORE: 5 things to know",
    "Sign up for our newsletter and get 5 stories a day",
]
FOOTERS = [
    "Related articles\n\nFive dead in crash on coast road\n\n12 May 2014\n\nStocks fall 3% after minutes",
    "Most read\n\n1\n\nMan, 43, rescued after 9 hours\n\n2\n\nCouncil votes 7-4",
    "© 2016 Port Courier. All rights reserved.",
    "Leave a Reply\n\nYour email address will not be published. Required fields are marked *",
    "We use cookies to improve your visit. By continuing you agree to our use of cookies.",
    "About us\n\nContact us\n\nPrivacy policy\n\nTerms of use",
]


@pytest.mark.parametrize("footer", FOOTERS, ids=lambda footer: footer.split("\n")[0])
@pytest.mark.parametrize("path", [path for path in PAGES if path.stem != "hard_wrapped"], ids=lambda path: path.stem)
def test_a_story_stays_whole_wherever_furniture_breaks_in(path: Path, footer: str) -> None:
    story = [line for mark, line in load(path) if mark == "+" and line.strip()]
    title = next(line for mark, line in load(path) if mark == "T").lstrip("# ")
    for number, bar in enumerate(BARS):
        at = 1 + number % len(story)
        text = "\n\n".join([title, *story[:at], bar, *story[at:], footer])
        page = layout.read(text)
        for line in story:
            start = text.index(line)
            read = sum(max(0, min(block.end, start + len(line)) - max(block.start, start)) for block in page.blocks)
            assert read >= LEAST * len(line), f"lost: {line} (behind {bar})"
        for furniture in (bar, footer):
            start = text.index(furniture)
            assert not any(block.start < start + len(furniture) and start < block.end for block in page.blocks), f"kept: {furniture}"
