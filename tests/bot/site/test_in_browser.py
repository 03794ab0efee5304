"""The web site walked through in a real browser, on a phone and on a desk."""

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.chromium import a_browser
from tests.browser.expecting import expect

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

pytestmark = pytest.mark.browser
PHONE = {"width": 360, "height": 740}
ONE_OF_EACH = [
    "index.html",
    "kommun/varnamo.html",
    "amne/environment.html",
    "s/varnamo-vision-2035.html",
    "sok.html?q=milj%C3%B6",
    "jamfor.html?a=0683&b=0781",
    "om.html",
    "en/municipality/overtornea.html",
    "en/s/ljungby-vision.html",
]


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *_: object) -> None:
        """Nothing."""


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """The site on a plain file server."""
    handler = functools.partial(Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    """Chromium."""
    with a_browser() as opened:
        yield opened


@pytest.fixture
def page(browser: "Browser", address: str) -> "Iterator[Page]":
    """A page on a phone; an error in a script fails the test."""
    context = browser.new_context(viewport=PHONE, base_url=address, locale="sv-SE")
    opened = context.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.on("request", lambda request: _within(request.url, address, errors))
    yield opened
    context.close()
    assert not errors


def _within(url: str, address: str, errors: list[str]) -> None:
    if not url.startswith(address):
        errors.append(f"asked for {url}")


def results(page: "Page") -> list[str]:
    """The quotes found, when the search has answered."""
    expect(page.locator("#count")).not_to_be_empty()
    return page.locator("#results > li blockquote").all_inner_texts()


@contextmanager
def late(page: "Page", script: str) -> Iterator[None]:
    """A slow network: the script comes when the block has ended."""
    held: list[Route] = []
    page.route(f"**/{script}", lambda route: held.append(route))
    yield
    while not held:
        page.wait_for_timeout(10)
    held[0].continue_()


def test_from_the_first_page_to_the_source(page: "Page") -> None:
    """A citizen finds Värnamo, a goal, and the page it stands on."""
    page.goto("index.html")
    page.get_by_role("link", name="Värnamo", exact=True).click()
    assert page.get_by_role("heading", level=1).inner_text() == "Värnamo: vision och mål"

    page.get_by_role("link", name="”En stark kommun - en stark ekonomi säkrar välfärden”").click()
    source = page.get_by_role("link", name="Reviderad vision och nya mål")

    assert "#:~:text=En%20stark%20kommun" in (source.get_attribute("href") or "")
    page.get_by_text("Så stod det på den sparade sidan").click()
    assert page.locator("mark").inner_text().startswith("En stark kommun")


def test_the_other_language_is_one_click_away(page: "Page") -> None:
    """On the same statement."""
    page.goto("s/ljungby-vision.html")
    page.get_by_role("link", name="English").click()

    assert page.url.endswith("/en/s/ljungby-vision.html")
    assert "35,000" in page.locator("blockquote.large").inner_text()
    assert "35 000" in page.locator("blockquote[lang=sv]").first.inner_text()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("en god miljö", "En grön kommun - en god miljö är grunden för vår välfärd"),
        ("GRON KOMMUN", "En grön kommun - en god miljö är grunden för vår välfärd"),
        ("ljungby livslångt", "Livslångt lärande för alla"),
        ("jokkmokk vision", "Jokkmokk"),
        ("företagsetablering", "Att söka företagsetableringar utifrån"),
    ],
)
def test_a_search_needs_no_server(page: "Page", query: str, found: str) -> None:
    """Words as people write them, with and without å ä ö."""
    page.goto("index.html")
    page.get_by_label("Sök bland alla citat").fill(query)
    page.keyboard.press("Enter")

    assert any(found in text for text in results(page)[:5])
    assert "sok.html?q=" in page.url


@pytest.mark.parametrize(
    ("query", "answer"),
    [
        ("Kalix", "Kalix finns inte med än."),
        ("Kalix mål", "Kalix finns inte med än."),
        ("Haparandas vision", "Haparanda finns inte med än."),
        ("xyzzy", "Inget hittades."),
        ("<img src=x onerror=alert(1)>", "Inget hittades."),
    ],
)
def test_a_search_that_finds_nothing_says_why(page: "Page", query: str, answer: str) -> None:
    """A neighbour's goals are never given for those of a municipality that is not covered."""
    page.goto("sok.html")
    page.get_by_label("Sök bland alla citat").fill(query)

    assert results(page) == []
    assert page.locator("#count").inner_text().startswith(answer)


def test_a_search_works_from_a_folder_too(browser: "Browser", site: Path) -> None:
    """Opened as a file, without any server."""
    page = browser.new_page()
    page.goto(f"{(site / 'sok.html').as_uri()}?q=trygg")

    assert any("En trygg kommun" in text for text in results(page))
    page.close()


def test_two_municipalities_stand_side_by_side(page: "Page") -> None:
    """Chosen by hand, on a topic, and kept in the address."""
    page.goto("kommun/ljungby.html")
    page.get_by_role("link", name="Jämför med en annan kommun").click()
    page.get_by_label("Andra kommunen").select_option(label="Värnamo")
    page.get_by_label("Ämne").select_option("environment")

    expect(page.locator("#results h2")).to_have_text(["Ljungby", "Värnamo"])
    expect(page.locator("#results section").nth(1)).to_contain_text("En grön kommun")
    assert "topic=environment" in page.url


def test_nothing_can_be_chosen_before_it_would_be_heeded(page: "Page") -> None:
    """The form waits for its script, and what stands in the address is kept."""
    with late(page, "compare.js"):
        page.goto("jamfor.html?a=0781&b=0683", wait_until="commit")
        expect(page.get_by_label("Ämne")).to_be_disabled()

    page.get_by_label("Ämne").select_option("environment")
    expect(page.locator("#results h2")).to_have_text(["Ljungby", "Värnamo"])


def test_words_written_before_the_script_has_come_are_searched_for(page: "Page") -> None:
    """They stay in the field, and win over those of the address."""
    with late(page, "search.js"):
        page.goto("sok.html?q=vatten", wait_until="commit")
        page.get_by_label("Sök bland alla citat").fill("trygg")
        expect(page.locator("#count")).to_be_empty()

    assert any("En trygg kommun" in text for text in results(page))


@pytest.mark.parametrize("path", ONE_OF_EACH)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_meet_wcag_aa(page: "Page", path: str, scheme: str) -> None:
    """axe finds nothing, in light and in dark."""
    from axe_playwright_python.sync_playwright import Axe

    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(path)
    page.wait_for_timeout(150)
    found = Axe().run(
        page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
    )

    assert found.response["passes"], "axe did not run"
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("path", ONE_OF_EACH)
def test_nothing_is_wider_than_a_phone(page: "Page", path: str) -> None:
    """No page scrolls sideways, at 360 pixels and at 320."""
    for width in (360, 320):
        page.set_viewport_size({"width": width, "height": 740})
        page.goto(path)
        page.wait_for_timeout(100)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_all_is_reached_by_keyboard(page: "Page") -> None:
    """The first Tab offers to skip the menu."""
    page.goto("kommun/varnamo.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_a_page_prints_without_menus(page: "Page") -> None:
    """On paper there is nothing to press, and the source's address is written out."""
    page.goto("kommun/varnamo.html")
    page.emulate_media(media="print")

    assert not page.locator("nav").is_visible()
    assert page.locator("h1").is_visible()
    written = page.evaluate(
        "getComputedStyle(document.querySelector('section a[href^=http]'), '::after').content"
    )
    assert "kommun.varnamo.se" in written or "attr(href)" in written
    assert page.pdf()[:5] == b"%PDF-"
