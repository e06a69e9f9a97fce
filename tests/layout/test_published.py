"""Publication dates: several hundred header conventions as data, and what must not be taken for one."""

import datetime
from pathlib import Path

import pytest

from claimx import layout
from claimx.layout import zones

ROWS = [line.split("\t") for line in (Path(__file__).parent / "headers.tsv").read_text(encoding="utf-8").split("\n")[1:-1]]
TITLE = "Harbour to close a third of its berths"
STORY = (
    "The harbour board said on Monday that 412 of the 1,150 berths would be closed for repairs, a third more than it had planned. "
    "Work that began in March 2012 was halted in June 2013.\n\n"
    '"Nobody had looked under the quay," Lena Moreau, the board\'s engineer, told reporters. The next inspection is due on 14 August 2026.'
)


def page_of(place: str, text: str) -> str:
    text = text.replace("\\n", "\n")
    if place == "head":
        return f"{TITLE}\n{text}\n\n{STORY}\n"
    if place == "top":
        return f"{text}\n{TITLE}\n\n{STORY}\n"
    if place == "foot":
        return f"{TITLE}\n\n{STORY}\n\n{text}\n"
    if place == "lead":
        return f"{TITLE}\n\n{text}{STORY}\n"
    if place == "title":
        return f"{text}\n\n{STORY}\n"
    first, second = text.split("|")
    if place == "top+lead":
        return f"{first}\n{TITLE}\n\n{second}{STORY}\n"
    return f"{TITLE}\n\n{first}{STORY}\n\n{second}\n"


@pytest.mark.parametrize(("published", "updated", "place", "text"), ROWS)
def test_header_conventions(published: str, updated: str, place: str, text: str) -> None:
    page = layout.read(page_of(place, text))
    assert (page.published or "-")[:10] == published
    if updated != "-":
        assert (page.updated or "")[:10] == updated


@pytest.mark.parametrize(
    ("header", "published"),
    [
        ("Mon Nov 21, 2016 17:48:36", "2016-11-21T17:48:36"),
        ("21 November 2016 5:48pm", "2016-11-21T17:48:00"),
        ("21 November 2016 12:05 a.m.", "2016-11-21T00:05:00"),
        ("21 Nov 2016 17.48 GMT", "2016-11-21T17:48:00+00:00"),
        ("Nov. 21, 2016 5:48 p.m. ET", "2016-11-21T17:48:00-05:00"),
        ("July 21, 2016 5:48 p.m. ET", "2016-07-21T17:48:00-04:00"),
        ("The Times of India\nNov 21, 2016, 17:48 IST", "2016-11-21T17:48:00+05:30"),
        ("The Irish Times\nJul 21, 2016, 17:48 IST", "2016-07-21T17:48:00+01:00"),
        ("Haaretz\nJan 21, 2016, 17:48 IST", "2016-01-21T17:48:00+02:00"),
        ("Xinhua\n2016-11-21 17:48:36 CST", "2016-11-21T17:48:36+08:00"),
        ("Published 21 Nov 2016 17:48 GMT+7", "2016-11-21T17:48:00+07:00"),
        ("2016-11-21T17:48:36Z", "2016-11-21T17:48:36+00:00"),
        ("2016-11-21T17:48:36+05:45", "2016-11-21T17:48:36+05:45"),
        ("AP-NY-02-06-98 1000EST", "1998-02-06T10:00:00-05:00"),
        ("AFP 211530 GMT NOV 16", "2016-11-21T15:30:00+00:00"),
    ],
)
def test_clock_and_zone(header: str, published: str) -> None:
    assert layout.read(page_of("head", header)).published == published


@pytest.mark.parametrize("date", ["03/05/2016", "3-5-2016", "Published: 03/05/2016"])
def test_an_open_order_gives_no_date_but_a_warning(date: str) -> None:
    page = layout.read(page_of("head", date))
    assert page.published is None
    warning = next(warning for warning in page.warnings if warning.code == "CX106")
    assert page.text[warning.start : warning.end] in date


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\n\nOn 21 November 2016, the board said on its page, {STORY}",
        f"{TITLE}\n\nThe report, first published on 21 November 2016, counts 412 closed berths, the board said on Monday.\n\n{STORY}",
        f"Harbour closed after storm of 21 November 2016\n\n{STORY}",
        f"{TITLE}\n\nThe quay on 12 March 2014. (File photo: Harbour Post)\n\n{STORY}",
        f"{TITLE}\n\n{STORY}\n\nMost read\n\nFerry strike ends\n\n21 November 2016",
        f"{TITLE}\n\n{STORY}\n\n[Our 2014 report](https://www.harbourpost.com/2014/03/12/report)\n\nContact us",
        f"{TITLE}\n\nAccessed 21 November 2016\n\n{STORY}",
        f"{TITLE}\n\n{STORY}\n\nCopyright 2016 Harbour Post",
        f"PORT CITY, Nov. 22 (Harbour News) -- {STORY}",
    ],
)
def test_other_dates_are_none_of_publication(text: str) -> None:
    assert layout.read(text).published is None


def test_published_wins_over_updated() -> None:
    page = layout.read(page_of("head", "Updated: 22 November 2016\nPublished: 21 November 2016"))
    assert (page.published, page.updated) == ("2016-11-21", "2016-11-22")


@pytest.mark.parametrize(
    ("day", "offset"),
    [
        ("2016-03-12", "-05:00"),
        ("2016-03-13", "-04:00"),
        ("2016-11-05", "-04:00"),
        ("2016-11-06", "-05:00"),
        ("1998-04-05", "-04:00"),
        ("1998-10-25", "-05:00"),
    ],
)
def test_daylight_saving_time_of_the_united_states(day: str, offset: str) -> None:
    assert zones.offset("ET", None, datetime.date.fromisoformat(day)) == offset


def test_an_unknown_zone_has_no_offset() -> None:
    assert zones.offset("XYZ", None, datetime.date(2016, 11, 21)) == ""
