"""A webhook gets updates with its secret, in order within a chat, again until it takes them."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from bot.demo.telegram import Telegram
from tests.bot.demo.conftest import Ask

_SECRET = "hemligt_1"  # noqa: S105  opens nothing


class _Hook(ThreadingHTTPServer):
    """Keeps what came; answers with the next of `codes`, then with 200."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.came: list[tuple[str, str | None]] = []
        self.codes: list[int] = []
        self.came_one = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/hook"


class _Handler(BaseHTTPRequestHandler):
    server: _Hook

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        update = json.loads(self.rfile.read(length))
        secret = self.headers.get("X-Telegram-Bot-Api-Secret-Token")
        self.server.came.append((update["message"]["text"], secret))
        self.send_response(self.server.codes.pop(0) if self.server.codes else 200)
        self.send_header("Content-Length", "0")
        self.end_headers()
        self.server.came_one.set()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  the library's name
        """Nothing to the terminal."""


@pytest.fixture
def hook() -> Iterator[_Hook]:
    """An address that takes updates."""
    with _Hook() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def _delivered(telegram: Telegram) -> None:
    telegram.until(lambda: None if telegram.unconfirmed else True)


def test_delivery(telegram: Telegram, ask: Ask, hook: _Hook) -> None:
    """What waits and what comes is delivered with the secret."""
    anna = telegram.user("Anna")
    anna.send("före")
    answer = ask("setWebhook", url=hook.url, secret_token=_SECRET)
    assert answer == {"ok": True, "result": True, "description": "Webhook was set"}
    anna.send("efter")
    _delivered(telegram)
    assert hook.came == [("före", _SECRET), ("efter", _SECRET)]


def test_repeated_until_taken(telegram: Telegram, ask: Ask, hook: _Hook) -> None:
    """A refused update comes again, before the next of its chat; what was wrong is told."""
    hook.codes = [500, 503]
    telegram.server.webhook.patience = 0.05
    ask("setWebhook", url=hook.url)
    anna = telegram.user("Anna")
    anna.send("ett")
    anna.send("två")
    _delivered(telegram)
    assert [text for text, _ in hook.came] == ["ett", "ett", "ett", "två"]
    info = ask("getWebhookInfo")["result"]
    assert info["pending_update_count"] == 0
    assert info["last_error_message"] == "Wrong response from the webhook: 503 Service Unavailable"


def test_one_chat_does_not_hold_up_another(telegram: Telegram, ask: Ask, hook: _Hook) -> None:
    """While one chat's update is refused, another's goes through."""
    hook.codes = [500]
    telegram.server.webhook.patience = 0.5
    ask("setWebhook", url=hook.url)
    anna, bo = telegram.user("Anna"), telegram.user("Bo")
    anna.send("anna")
    hook.came_one.wait(5)
    bo.send("bo")
    _delivered(telegram)
    assert [text for text, _ in hook.came] == ["anna", "bo", "anna"]


def test_nobody_at_the_address(telegram: Telegram, ask: Ask, hook: _Hook) -> None:
    """Updates wait until somebody listens, over a stop of the server too."""
    ask("setWebhook", url="http://127.0.0.1:9/hook")
    telegram.user("Anna").send("hej")
    telegram.until(lambda: telegram.server.webhook.info().get("last_error_message"), 30)
    assert ask("getWebhookInfo")["result"]["last_error_message"] == "Connection refused"
    with telegram.unreachable():
        pass
    assert ask("getWebhookInfo")["result"]["url"] == "http://127.0.0.1:9/hook"
    ask("setWebhook", url=hook.url)
    _delivered(telegram)
    assert [text for text, _ in hook.came] == ["hej"]


def test_no_polling_beside_a_webhook(telegram: Telegram, ask: Ask, hook: _Hook) -> None:
    """getUpdates is refused while a webhook is set; deleting it may drop what waits."""
    ask("setWebhook", url=hook.url)
    answer = ask("getUpdates")
    assert answer["error_code"] == 409
    assert answer["description"] == (
        "Conflict: can't use getUpdates method while webhook is active; "
        "use deleteWebhook to delete the webhook first"
    )
    assert ask("deleteWebhook")["description"] == "Webhook was deleted"
    assert ask("deleteWebhook")["description"] == "Webhook is already deleted"
    telegram.user("Anna").send("hej")
    ask("deleteWebhook", drop_pending_updates=True)
    assert ask("getUpdates")["result"] == []


@pytest.mark.parametrize(
    ("url", "secret", "reason"),
    [
        ("telnet://127.0.0.1", "", "bad webhook: An HTTPS URL must be provided for webhook"),
        ("https://example.org/", "",
         "bad webhook: this server of ours delivers on loopback alone"),
        ("http://127.0.0.1/", "å", "secret token contains unallowed characters"),
        ("http://127.0.0.1/", "x" * 257, "secret token is too long"),
    ],
)  # fmt: skip
def test_refused_webhooks(ask: Ask, url: str, secret: str, reason: str) -> None:
    """Addresses and secrets that can't be."""
    given = {"url": url, **({"secret_token": secret} if secret else {})}
    assert ask("setWebhook", **given)["description"] == f"Bad Request: {reason}"
