"""The log on standard error: what happened; never what was written, by whom, or a secret.

A line of another library, and any exception's message, may quote a person's words, an id or the
token. So of exceptions only the kind and the place are logged, and of other libraries only what
stands in their code.
"""

import json
import logging
import re
import sys
import threading
import traceback
from collections.abc import Iterable
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, Literal

from pydantic import SecretStr

Form = Literal["json", "plain"]
_OURS = ("bot", "knowledge", "kommunmal")
# A bot's token as @BotFather gives it, in an address too, whether it is known here or not.
_TOKEN = re.compile(r"\d{5,}(?::|%3A)[\w-]{30,}", re.IGNORECASE)
_STRUCK_OUT = "[secret]"
_USUAL = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}
_log = logging.getLogger("kommunmal")


class Discreet(logging.Formatter):
    """Formats records of any library as lines without texts, ids and secrets."""

    def __init__(self, form: Form, secrets: Iterable[SecretStr] = ()) -> None:
        super().__init__()
        self._form = form
        values = (one.get_secret_value() for one in secrets)
        # The longest first, where one secret is part of another.
        self._secrets = sorted((value for value in values if value), key=len, reverse=True)

    def format(self, record: logging.LogRecord) -> str:
        """The line: JSON, or for people."""
        parts = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": _message(record),
            **_extra(record),
            **({"error": _error(record.exc_info)} if record.exc_info else {}),
        }
        line = _plain(parts) if self._form == "plain" else json.dumps(parts, ensure_ascii=False)
        return self._struck(line)

    def _struck(self, line: str) -> str:
        for value in self._secrets:
            line = line.replace(value, _STRUCK_OUT)
        return _TOKEN.sub(_STRUCK_OUT, line)


def _message(record: logging.LogRecord) -> str:
    if _is_ours(record):
        try:
            return " ".join(record.getMessage().split())
        except (TypeError, ValueError):
            return str(record.msg)
    # Without arguments the message was put together before, of who knows what.
    return record.msg if record.args and isinstance(record.msg, str) else f"at {_at(record)}"


def _at(record: logging.LogRecord) -> str:
    return f"{record.filename}:{record.lineno}"


def _extra(record: logging.LogRecord) -> dict[str, Any]:
    """What our own code passed as `extra`: numbers and short names, never texts."""
    if not _is_ours(record):
        return {}
    return {
        name: value if isinstance(value, int | float | bool) else str(value)
        for name, value in vars(record).items()
        if name not in _USUAL
    }


def _error(
    found: tuple[type[BaseException], BaseException, TracebackType | None]
    | tuple[None, None, None],
) -> str:
    """An exception with what caused it: kinds and places, no messages."""
    told: list[str] = []
    error = found[1]
    while error is not None and len(told) < 5:
        frames = traceback.extract_tb(error.__traceback__)[-8:]
        places = " < ".join(f"{_short(one.filename)}:{one.lineno}" for one in reversed(frames))
        told.append(f"{type(error).__name__} at {places or 'no place'}")
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return "; from ".join(told)


def _short(path: str) -> str:
    return "/".join(path.replace("\\", "/").split("/")[-2:])


def _plain(parts: dict[str, Any]) -> str:
    more = [f"{name}={value}" for name, value in parts.items() if name not in _FIRST]
    return " ".join([*(str(parts[name]) for name in _FIRST), *more])


_FIRST = ("time", "level", "logger", "message")


def start_log(
    secrets: Iterable[SecretStr] = (),
    level: int = logging.INFO,
    form: Form | None = None,
) -> None:
    """Log to standard error from here on, uncaught exceptions and warnings too.

    Without a form, a terminal gets plain lines, everything else JSON.
    """
    handler = logging.StreamHandler()
    handler.setFormatter(Discreet(form or ("plain" if sys.stderr.isatty() else "json"), secrets))
    if level > logging.DEBUG:
        handler.addFilter(_telling)
    # What a handler says of its own failures shows the record as it is.
    logging.raiseExceptions = False
    logging.basicConfig(handlers=[handler], level=level, force=True)
    logging.captureWarnings(True)
    sys.excepthook = _ended
    threading.excepthook = lambda told: _ended(
        told.exc_type, told.exc_value or told.exc_type(), told.exc_traceback
    )


def _telling(record: logging.LogRecord) -> bool:
    """Without their values, other libraries' lines tell an operator something only in trouble."""
    return _is_ours(record) or record.levelno >= logging.WARNING


def _is_ours(record: logging.LogRecord) -> bool:
    return record.name.split(".")[0] in _OURS


def _ended(kind: type[BaseException], error: BaseException, place: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    _log.critical("ended by an error", exc_info=(kind, error, place))
