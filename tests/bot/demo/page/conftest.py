"""The demo's page over a tiny bot, and over the real one."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.demo.site import Site
from bot.demo.telegram import Telegram
from tests.bot.demo.page.echo import echoing
from tests.browser.chromium import a_browser
from tests.browser.expecting import SECONDS

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@dataclass(frozen=True, slots=True)
class Served:
    """The page as it is served, and what stands behind it."""

    telegram: Telegram
    site: Site

    @property
    def address(self) -> str:
        """Where it is."""
        return self.telegram.address


@pytest.fixture
def served() -> Iterator[Served]:
    """The page with no bot at all."""
    site = Site()
    with Telegram(routes=site.routes) as telegram:
        site.open(telegram)
        yield Served(telegram, site)
        site.feed.close()


@pytest.fixture
def echo(served: Served) -> Iterator[str]:
    """The address of the page with the tiny bot."""
    with echoing(served.telegram):
        served.site.bot_is("ready")
        yield served.address


def command(database: Path, *arguments: str) -> "subprocess.Popen[str]":
    """`kommunmal demo`, as a person starts it."""
    return subprocess.Popen(
        [sys.executable, "-c", "from bot.cli import main; main()", "demo", *arguments],
        env={
            **os.environ, "KOMMUNMAL_DATABASE": str(database), "PYTHONUNBUFFERED": "1",
            # Tests ask faster than people; all of them are Anna.
            "TELEGRAM_QUESTIONS_A_MINUTE": "0",
        },
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def address_of(demo: "subprocess.Popen[str]") -> str:
    """Where the demo says that it is."""
    assert demo.stdout
    line = demo.stdout.readline()
    return next((word for word in line.split() if word.startswith("http://")), line)


@pytest.fixture(scope="module")
def real(database: Path) -> Iterator[str]:
    """The address of the demo with the real bot, asked on a fixed day."""
    demo = command(database, "--no-browser", "--on", "2026-11-22")
    try:
        yield address_of(demo)
    finally:
        demo.terminate()
        _, errors = demo.communicate(timeout=20)
    assert (demo.returncode, errors) == (0, "")


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    """Chromium."""
    with a_browser() as opened:
        yield opened


@pytest.fixture
def page(browser: "Browser") -> "Iterator[Page]":
    """A page of a Swedish reader; an error in a script, or a request elsewhere, fails the test."""
    context = browser.new_context(viewport={"width": 1100, "height": 900}, locale="sv-SE")
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened = context.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.on("console", lambda line: errors.append(line.text) if line.type == "error" else None)
    opened.on("request", lambda request: errors.append(request.url)
              if not request.url.startswith("http://127.0.0.1:") else None)  # fmt: skip
    opened.set_default_timeout(SECONDS * 1000)
    yield opened
    context.close()
    assert not errors
