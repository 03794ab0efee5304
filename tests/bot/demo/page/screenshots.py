"""The README's pictures of the demo: python -m tests.bot.demo.page.screenshots FOLDER."""

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from knowledge.build import build
from knowledge.library import Library
from tests.bot.demo.page.conftest import address_of, command
from tests.browser.chromium import a_browser

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


def _open(browser: "Browser", address: str, width: int, height: int, language: str) -> "Page":
    small = width < 500
    context = browser.new_context(
        viewport={"width": width, "height": height}, locale=language,
        device_scale_factor=2 if small else 1, has_touch=small, is_mobile=small,
    )  # fmt: skip
    page = context.new_page()
    page.goto(address)
    page.locator("h1", has_text="Kommunmål").wait_for()
    return page


def _ask(page: "Page", words: str, reply: str) -> None:
    if page.locator("#start").is_visible():
        page.locator("#start").click()
        page.locator("#words").wait_for()
    page.locator("#words").fill(words)
    page.locator("#send").click()
    page.locator(".theirs", has_text=reply).last.wait_for()
    page.locator("#words").blur()
    page.mouse.move(1, 1)
    page.wait_for_timeout(500)


def light(browser: "Browser", address: str) -> "Page":
    """A list of goals in Swedish, and its buttons."""
    page = _open(browser, address, 1120, 1000, "sv-SE")
    _ask(page, "Vad är Värnamos vision?", "tillväxtkommunen")
    return page


def dark(browser: "Browser", address: str) -> "Page":
    """An inline query in a group, in English."""
    page = _open(browser, address, 1120, 1000, "en-GB")
    page.locator("#appearance").select_option("dark")
    page.get_by_role("button", name="Familjen").click()
    page.locator("h1", has_text="Familjen").wait_for()
    _ask(page, "@kommunmal_bot what is Ljungby's vision?", "35,000")
    page.locator("#words").fill("@kommunmal_bot Värnamo safety")
    page.locator("#suggestions li").nth(1).wait_for()
    page.mouse.move(1, 1)
    return page


def phone(browser: "Browser", address: str) -> "Page":
    """A phone's width."""
    page = _open(browser, address, 390, 844, "en-GB")
    _ask(page, "What is Jokkmokk's vision?", "Jokkmokk")
    return page


def picture(browser: "Browser", address: str) -> "Page":
    """A picture on a phone, and the same in words below it."""
    page = _open(browser, address, 390, 844, "en-GB")
    _ask(page, "Show Värnamo's goals", "Drawn by Kommunmål")
    page.locator(".photo img").evaluate("image => image.decode()")
    return page


def main(folder: Path) -> None:
    """Make them all."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        database = Path(place) / "knowledge.sqlite"
        build(Library(), database)
        demo = command(database, "--no-browser", "--on", "2026-11-22")
        try:
            address = address_of(demo)
            with a_browser() as browser:
                for scene in (light, dark, phone, picture):
                    page = scene(browser, address)
                    page.screenshot(path=folder / f"demo-{scene.__name__}.png")
                    page.context.close()
        finally:
            demo.terminate()
            demo.wait(20)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
