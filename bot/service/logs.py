"""The log on standard error: what happened, never who wrote what, never a secret."""

import logging
from collections.abc import Iterable

from pydantic import SecretStr

# These write addresses, which hold the token, and messages as they came; our own lines say
# what is of use to an operator.
_TALKATIVE = ("httpx", "httpcore", "telegram", "tornado.access")


class _Discreet(logging.Formatter):
    """Formats a line, tracebacks included, with every secret struck out."""

    def __init__(self, secrets: Iterable[SecretStr]) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self._secrets = [value for one in secrets if (value := one.get_secret_value())]

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        line = super().format(record)
        for value in self._secrets:
            line = line.replace(value, "[secret]")
        return line


def start_log(secrets: Iterable[SecretStr], level: int = logging.INFO) -> None:
    """Log to standard error from here on."""
    handler = logging.StreamHandler()
    handler.setFormatter(_Discreet(secrets))
    logging.basicConfig(handlers=[handler], level=level, force=True)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.CRITICAL)
