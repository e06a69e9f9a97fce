"""The review page: what is in it, and in a real browser what it does and what a hostile text cannot do."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.model import Document
from claimx.render.html.segments import Mark, cut
from tests.check.build import claim, document

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

page_of = pytest.importorskip("claimx.review.page", reason="the page needs jinja2").page

TEXT = """Fire in Lund

November 21, 2016

At least 40 people died in Lund on Sunday, Anna Berg said. The fire was seen from Malmo.

Some 120 homes burned down, the fire brigade said.
"""
OTHER = """More dead in Lund

November 22, 2016

At least 43 people died in Lund on Sunday, Anna Berg said. It cost $5 million.
"""
HOSTILE = """<script>window.owned = 1</script> <img src=x onerror="window.owned = 2">

“</div><svg onload=window.owned=3>At least 40 people<!-- died in Lund, <b onmouseover='window.owned=4'>Anna</b> said.

javascript:window.owned=5 {{ 7 * 7 }} {% raw %} &lt;b&gt; \x00\x1b[31m\u202eevil\u2066 ]]> </script><script>window.owned = 6</script>
"""


def first() -> tuple[str, str, Document]:
    dead = claim(TEXT, "At least 40", "people", speaker="Anna Berg", date="2016-11-20", date_text="Sunday")
    homes = claim(TEXT, "120", "homes", speaker="fire brigade", source="the fire brigade", date="2016-11-21")
    return "news/a.txt", TEXT, document(TEXT, dead, homes, title="Fire in Lund")


def second() -> tuple[str, str, Document]:
    dead = claim(OTHER, "At least 43", "people", speaker="Anna Berg", date="2016-11-20", date_text="Sunday")
    cost = claim(OTHER, "$5 million", "It", unit=("currency", "USD", "US dollar"), date="2016-11-22")
    return "news/b.txt", OTHER, document(OTHER, dead, cost, published="2016-11-22", title="More dead in Lund")


def hostile() -> tuple[str, str, Document]:
    name = "<img src=x onerror=window.owned=7>"
    made = claim(HOSTILE, "At least 40", "people<!--", speaker=name, date="2016-11-21")
    return "<script>window.owned=8</script>.txt", HOSTILE, document(HOSTILE, made, title="<script>window.owned = 1</script>")


def test_the_page_needs_nothing_from_elsewhere() -> None:
    html = page_of([first(), second()])
    markup = re.sub(r"<(style|script)>.*?</\1>", "", html, flags=re.S)
    assert {value[0] for value in re.findall(r'\bhref="([^"]*)"', markup)} == {"#"}
    assert " src=" not in markup
    assert not re.search(r"https?:|url\(|@import|<link|<iframe|\sstyle=|\son\w+=", html)
    assert "default-src &#39;none&#39;" in html or "default-src 'none'" in html


def test_the_article_is_whole_and_every_claim_is_linked_both_ways() -> None:
    html = page_of([first(), second()])
    for anchor in ("f1-c1", "f1-c2", "f2-c1", "f2-c2"):
        assert len(re.findall(rf'\sid="{anchor}"', html)) == 1
        assert len(re.findall(rf'\sid="k-{anchor}"', html)) == 1
        assert f'href="#k-{anchor}"' in html
    body = re.search(r'<div class="text" dir="auto">(.*?)</div>', html, re.S)
    assert body is not None
    assert re.sub(r"<[^>]+>", "", body[1]) == TEXT


def test_the_statuses_of_the_sidecar_are_shown(tmp_path: Path) -> None:
    from claimx.check import sidecar

    _, text, made = first()
    target = tmp_path / "a.txt"
    sidecar.write(sidecar.path_of(target), sidecar.dumps([sidecar.entry(made.claims[0], "accepted")]))
    html = page_of([(str(target), text, made)])
    assert re.findall(r'class="tag (\w+)"', html) == ["accepted", "pending"]


@pytest.mark.parametrize("texts", [[], [("a.txt", "", document("", published=None))]])
def test_pages_without_claims(texts: list[tuple[str, str, Document]]) -> None:
    assert "No claims were found" in page_of(texts)


@given(
    st.text(max_size=30),
    st.lists(st.tuples(st.integers(-3, 33), st.integers(-3, 33), st.sampled_from(["number", "subject", "sentence", "cue"]))),
)
def test_segments_put_the_text_together_again(text: str, spans: list[tuple[int, int, str]]) -> None:
    marks = [Mark(start, end, kind, f"f1-c{n}") for n, (start, end, kind) in enumerate(spans)]
    segments = cut(text, marks)
    assert "".join(one.text for one in segments) == text
    named = [one.id for one in segments if one.id]
    assert len(named) == len(set(named))


# in a browser


def _chromium() -> str | None:
    names = ("chromium", "chromium-browser", "google-chrome", "chrome")
    return os.environ.get("CLAIMX_CHROMIUM") or next((found for name in names if (found := shutil.which(name))), None)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install playwright")
    executable = _chromium()
    if executable is None:
        pytest.skip("no browser found: install chromium, or name one in CLAIMX_CHROMIUM")
    with sync_api.sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture
def shown(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    file = tmp_path / "page.html"
    file.write_text(page_of([first(), second()]), encoding="utf-8")
    page = browser.new_page(viewport={"width": 1280, "height": 700}, reduced_motion="reduce")
    page.goto(file.as_uri())
    yield page
    page.close()


def in_view(page: Page, selector: str) -> bool:
    return bool(
        page.evaluate(
            "s => { const r = document.querySelector(s).getBoundingClientRect(); return r.bottom > 0 && r.top < innerHeight }", selector
        )
    )


def test_a_click_on_a_claim_shows_its_sentence(shown: Page) -> None:
    shown.click("#k-f2-c2 .go")
    assert in_view(shown, "#f2-c2")
    assert shown.locator(".seg.on").all_inner_texts() == ["It", " cost ", "$5 million", "."]
    assert shown.locator(".card.here").get_attribute("id") == "k-f2-c2"
    assert shown.evaluate("location.hash") == "#f2-c2"


def test_a_click_on_a_figure_shows_its_claim(shown: Page) -> None:
    shown.click("#f1-c2")
    assert shown.locator(".card.here").get_attribute("id") == "k-f1-c2"
    assert in_view(shown, "#k-f1-c2")


def test_filters_by_speaker_kind_and_file(shown: Page) -> None:
    def visible() -> list[str]:
        return [card.get_attribute("id") or "" for card in shown.locator(".card:visible").all()]

    shown.select_option("#by-speaker", label="Anna Berg")
    assert visible() == ["k-f1-c1", "k-f2-c1"]
    assert shown.inner_text("#count") == "2 of 4 shown"
    shown.select_option("#by-file", label="news/b.txt")
    assert visible() == ["k-f2-c1"]
    assert shown.locator("article:visible").count() == 1
    shown.keyboard.press("Escape")
    shown.select_option("#by-speaker", "")
    shown.select_option("#by-file", "")
    shown.select_option("#by-kind", label="currency")
    assert visible() == ["k-f2-c2"]
    shown.select_option("#by-kind", "")
    shown.select_option("#by-speaker", label="the reporter")
    assert visible() == ["k-f2-c2"]


def test_the_keyboard_walks_and_the_timeline_leads_there(shown: Page) -> None:
    for key, anchor in (("j", "f1-c1"), ("j", "f1-c2"), ("k", "f1-c1"), ("k", "f1-c1")):
        shown.keyboard.press(key)
        assert shown.locator(".card.here").get_attribute("id") == f"k-{anchor}"
    shown.keyboard.press("/")
    assert shown.evaluate("document.activeElement.id") == "by-speaker"
    shown.locator(".dot[href='#f2-c1']").click()
    assert shown.locator(".card.here").get_attribute("id") == "k-f2-c1"


def test_a_filtered_claim_is_still_reached_from_the_article(shown: Page) -> None:
    shown.select_option("#by-kind", label="currency")
    shown.click("#f2-c1")
    assert shown.locator(".card.here").get_attribute("id") == "k-f2-c1"
    assert shown.inner_text("#count") == "4 of 4 shown"


def test_nothing_in_a_hostile_text_runs(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(page_of([hostile(), first()]), encoding="utf-8")
    page = browser.new_page()
    requests: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(file.as_uri())
    page.click("#k-f1-c1 .go")
    page.wait_for_timeout(200)
    assert page.evaluate("window.owned") is None
    assert page.locator("article script, article img, article svg, aside img").count() == 0
    assert "<script>window.owned = 1</script>" in page.locator("#f1 .text").inner_text()
    assert "{{ 7 * 7 }}" in page.locator("#f1 .text").inner_text()
    assert requests == [file.as_uri()]
    assert errors == []
    page.close()


@pytest.mark.parametrize("width", [400, 800, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_and_reads_in_light_and_dark(browser: Browser, tmp_path: Path, width: int, scheme: str) -> None:
    file = tmp_path / "page.html"
    long = ("x" * 300 + " ") * 3
    texts = [first(), second(), hostile(), ("c.txt", long, document(long))]
    file.write_text(page_of(texts), encoding="utf-8")
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme="dark" if scheme == "dark" else "light")
    page.goto(file.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for selector in ("body", ".number", ".subject", ".source", ".cue", ".sum", ".detail, .reporter"):
        assert contrast(page, selector) >= 4.5, selector
    page.close()


def contrast(page: Page, selector: str) -> float:
    """The WCAG contrast of an element's text on the nearest background that is not transparent."""
    return float(
        page.evaluate(
            """selector => {
              const parse = c => c.match(/[\\d.]+/g).map(Number);
              const linear = v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4;
              const light = c => { const [r, g, b] = parse(c).map(v => linear(v / 255));
                                   return .2126 * r + .7152 * g + .0722 * b; };
              let node = document.querySelector(selector); const ink = getComputedStyle(node).color;
              let paper = "rgba(0, 0, 0, 0)";
              while (node && parse(paper)[3] === 0) { paper = getComputedStyle(node).backgroundColor; node = node.parentElement; }
              const [a, b] = [light(ink), light(paper)].sort((x, y) => y - x);
              return (a + .05) / (b + .05); }""",
            selector,
        )
    )


def test_it_prints_without_filters(shown: Page) -> None:
    shown.emulate_media(media="print")
    assert not shown.locator(".filters").is_visible()
    assert shown.locator("#f1 .text").is_visible()


def test_landmarks_and_names_for_screen_readers(shown: Page) -> None:
    assert shown.get_by_role("main").count() == 1
    assert shown.get_by_role("complementary", name="Claims").count() == 1
    assert shown.get_by_role("search").get_by_label("Speaker").count() == 1
    assert shown.get_by_role("status").inner_text() == "4 of 4 shown"
    assert shown.get_by_role("link", name=re.compile("40.*people")).count() == 1
    assert shown.get_by_role("region", name="Figures over time").get_by_role("link").count() == 4
