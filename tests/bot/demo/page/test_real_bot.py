"""The real bot in the page, as a new user meets it."""

from typing import TYPE_CHECKING

import pytest

from tests.bot.demo.page.test_parts import last, write
from tests.browser.expecting import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
# Messages slide and fade in; a colour half faded has no contrast.
_AT_REST = "Promise.all(document.getAnimations().map(one => one.finished))"


@pytest.fixture
def chat(page: "Page", real: str) -> "Page":
    """Anna's chat with the bot, as at the first time."""
    page.goto(real)
    page.locator("h1", has_text="Kommunmål").wait_for()
    if page.locator("#line").is_visible():
        page.get_by_role("button", name="Töm chatten").click()
    page.get_by_role("button", name="Starta").click()
    last(page, "Hej!")
    return page


def test_ask_and_press(chat: "Page") -> None:
    """Värnamo's goals; one is opened in place, and closed again."""
    write(chat, "Vilka mål har Värnamo?")
    reply = last(chat, "En stark kommun - en stark ekonomi säkrar välfärden")
    reply.get_by_role("button", name="1", exact=True).click()
    opened = last(chat, "Värnamo kommunkoncern har en välskött ekonomi")
    opened.get_by_role("button", name="Tillbaka").click()
    last(chat, "En grön kommun")


def test_compare(chat: "Page") -> None:
    """Two municipalities, each with its source."""
    write(chat, "Jämför Ljungby och Värnamo.")
    reply = last(chat, "Livslångt lärande för alla")
    assert "kommun.varnamo.se" in reply.inner_text()


def test_see_a_picture(chat: "Page") -> None:
    """Asked for in words, then by a button; sharp, with the same in words, and enlarged."""
    write(chat, "Visa Värnamos mål som bild")
    reply = last(chat, "Ritad av Kommunmål")
    picture = reply.get_by_role("img")
    expect(picture).to_have_js_property("naturalWidth", 1080)
    assert "En grön kommun" in (picture.get_attribute("alt") or "")
    expect(reply.get_by_role("link", name="kommun.varnamo.se")).to_be_visible()
    reply.locator(".photo").click()
    expect(chat.get_by_role("dialog").get_by_role("img")).to_be_visible()
    chat.keyboard.press("Escape")
    reply.get_by_role("button", name="Läs som text").click()
    last(chat, "Tryck på en siffra").get_by_role("button", name="Visa som bild").click()
    expect(chat.locator(".message .photo")).to_have_count(2)


def test_ask_inline(chat: "Page") -> None:
    """In the group, as one types; the result has its source."""
    chat.get_by_role("button", name="Familjen").click()
    chat.locator("h1", has_text="Familjen").wait_for()
    chat.locator("#words").fill("@kommunmal_bot ljungby vision")
    chat.get_by_role("option", name="Ljungby: vision").first.click()
    assert "ljungby.se" in last(chat, "formar vi framtiden").inner_text()


def test_switch_language_and_person(chat: "Page") -> None:
    """The interface, the commands and the bot's greeting follow; Ben's app is in English."""
    chat.get_by_label("Språk").select_option("en")
    chat.get_by_role("note").filter(has_text="A demo, not Telegram.").wait_for()
    chat.get_by_role("button", name="Commands").click()
    chat.get_by_role("option", name="/goals").wait_for()
    chat.get_by_label("Language").select_option("sv")
    chat.get_by_role("note").filter(has_text="En demo, inte Telegram.").wait_for()
    chat.get_by_role("radio", name="Ben").check(force=True)
    chat.get_by_role("button", name="Start").click()
    last(chat, "I answer questions about")


@pytest.mark.parametrize("appearance", ["light", "dark"])
@pytest.mark.parametrize("width", [1100, 390])
def test_nothing_keeps_anyone_out(chat: "Page", appearance: str, width: int) -> None:
    """axe finds nothing wrong: contrasts, names, roles; nothing is wider than a phone."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    write(chat, "Vad är Ljungbys vision?")
    last(chat, "formar vi framtiden")
    chat.get_by_label("Utseende").select_option(appearance)
    chat.set_viewport_size({"width": width, "height": 844})
    assert chat.evaluate("document.documentElement.scrollWidth") <= width
    chat.evaluate(_AT_REST)
    report = axe.Axe().run(chat)
    assert report.violations_count == 0, report.generate_report()
