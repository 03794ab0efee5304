"""Updates delivered by Telegram: taken in before the delivery is acknowledged."""

import hmac
import json
import logging
from gettext import gettext as _
from urllib.parse import urlsplit

from telegram.error import BadRequest
from tornado.httpserver import HTTPServer
from tornado.web import Application, RequestHandler

from bot.channels.telegram.client import Client
from bot.channels.telegram.handlers import KINDS
from bot.channels.telegram.intake import Intake
from bot.memory.file import MemoryUnusable
from bot.service.settings import WEBHOOK_LISTEN, WEBHOOK_URL, SettingsError, Webhook

_HEADER = "X-Telegram-Bot-Api-Secret-Token"
# An update is a few kilobytes; nothing near this is one.
_LARGEST = 1024 * 1024
_log = logging.getLogger(__name__)


class _Delivery(RequestHandler):
    def initialize(self, intake: Intake, secret: bytes) -> None:
        self._intake = intake
        self._secret = secret

    async def post(self) -> None:
        given = self.request.headers.get(_HEADER, "").encode("utf-8", "replace")
        if not hmac.compare_digest(given, self._secret):
            _log.warning("a delivery without the right secret was refused")
            self.set_status(403)
            return
        try:
            update = json.loads(self.request.body)
        except (ValueError, RecursionError):
            self.set_status(400)
            return
        if not isinstance(update, dict):
            self.set_status(400)
            return
        try:
            await self._intake.take([update])
        except MemoryUnusable as error:
            # Telegram delivers it again.
            _log.error("%s", error)
            self.set_status(503)


async def announce(client: Client, webhook: Webhook) -> None:
    """Tell Telegram where to deliver, and the secret to come with.

    Raises SettingsError where Telegram does not take the address.
    """
    secret = webhook.secret.get_secret_value()
    try:
        await client.set_webhook(webhook.url, secret_token=secret, allowed_updates=KINDS)
    except BadRequest as error:
        problem = _("Telegram does not take the address in {name}: {reason}")
        raise SettingsError(problem.format(name=WEBHOOK_URL, reason=error.message)) from None


def listen(intake: Intake, webhook: Webhook) -> HTTPServer:
    """Serve deliveries; the server is the caller's to stop.

    Raises SettingsError where the port is taken, or the host is none of this machine's.
    """
    secret = webhook.secret.get_secret_value().encode()
    path = urlsplit(webhook.url).path or "/"
    application = Application(
        [(path, _Delivery, {"intake": intake, "secret": secret})], log_function=_quiet
    )
    server = HTTPServer(application, max_body_size=_LARGEST, max_buffer_size=2 * _LARGEST)
    try:
        server.listen(webhook.port, webhook.host)
    except OSError as error:
        problem = _("The bot can't listen where {name} says: {reason}")
        why = error.strerror or str(error)
        raise SettingsError(problem.format(name=WEBHOOK_LISTEN, reason=why)) from None
    return server


def _quiet(handler: RequestHandler) -> None:
    """Deliveries are not logged one by one."""
