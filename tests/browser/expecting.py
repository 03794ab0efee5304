"""Playwright's expectations: each waits until it holds, and needs no script in the page."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Locator

# What is waited for comes within a second; a machine that is busy may take its time.
SECONDS = 30


def expect(what: "Locator") -> Any:
    """What is expected of an element. Only tests of a browser have playwright to import."""
    from playwright.sync_api import expect as expecting

    expecting.set_options(timeout=SECONDS * 1000)
    return expecting(what)
