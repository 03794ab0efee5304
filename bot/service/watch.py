"""All that operation asks of a channel, and a channel of operation, in one thing to pass along."""

import logging
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from gettext import gettext as _
from pathlib import Path

from bot.service.metrics import Metrics
from bot.service.notice import Notices
from bot.service.operation import HEALTH, Operation, WrongOperation
from bot.service.pulse import POLLING_SILENCE_SECONDS, Pulse
from bot.service.server import HealthServer

_log = logging.getLogger(__name__)


class Watch:
    """The pulse and the metrics that the channel feeds, and the notices that it asks for."""

    def __init__(self, operation: Operation, database: Path, *, webhook: bool = False) -> None:
        self.pulse = Pulse(None if webhook else POLLING_SILENCE_SECONDS)
        self.metrics = Metrics(self.pulse, database)
        self.notices = Notices(operation.notice)
        self._operation = operation
        self._database = database

    @asynccontextmanager
    async def serving(self) -> AsyncIterator[None]:
        """Health and metrics are served while this is open.

        Raises WrongOperation where the port that was set can't be listened on; without a setting
        the bot answers questions all the same.
        """
        server = self._listen()
        try:
            yield
        finally:
            if server:
                await server.stop()

    def _listen(self) -> HealthServer | None:
        address = self._operation.health
        if address is None:
            return None
        try:
            server = HealthServer(
                address.host,
                address.port,
                pulse=self.pulse,
                metrics=self.metrics,
                database=self._database,
            )
        except OSError as error:
            if self._operation.health_set:
                text = _("{name}: {host}:{port} can't be listened on ({reason}).")
                raise WrongOperation(
                    text.format(
                        name=HEALTH, host=address.host, port=address.port, reason=_reason(error)
                    )
                ) from None
            _log.warning("no health and metrics: port %d is taken", address.port)
            return None
        _log.info("health and metrics at %s:%d", address.host, server.port)
        return server


def _reason(error: OSError) -> str:
    # A name that leads nowhere has numbers of its own.
    number = error.errno or 0
    return os.strerror(number) if number > 0 else str(error.strerror)
