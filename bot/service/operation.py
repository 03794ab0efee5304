"""What the operator sets about watching and talking to a running bot."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bot.service.logging import Form

HEALTH = "KOMMUNMAL_HEALTH"
NOTICE = "KOMMUNMAL_NOTICE"
LOG = "KOMMUNMAL_LOG"
LOG_LEVEL = "KOMMUNMAL_LOG_LEVEL"
DEFAULT_HEALTH = "127.0.0.1:8090"
OFF = "off"
_FORMS: Mapping[str, "Form | None"] = {"": None, "auto": None, "json": "json", "plain": "plain"}
_LEVELS = ("debug", "info", "warning", "error")


class WrongOperation(Exception):
    """A setting can't be what it is; the message says what it may be."""


class Address(NamedTuple):
    """Where to listen."""

    host: str
    port: int


@dataclass(frozen=True, slots=True)
class Operation:
    """`health` is None where it is switched off; `form` None leaves it to the terminal.

    `health_set`: the operator chose the port, and wants to know where it can't be had.
    """

    health: Address | None
    health_set: bool
    notice: Path | None
    form: "Form | None"
    level: int


def read_operation(environ: Mapping[str, str]) -> Operation:
    """These settings in the environment. Raises WrongOperation for the first that is wrong."""
    form = environ.get(LOG, "").strip().lower()
    level = environ.get(LOG_LEVEL, "").strip().lower() or "info"
    if form not in _FORMS:
        raise WrongOperation(_one_of(LOG, ("json", "plain", "auto")))
    if level not in _LEVELS:
        raise WrongOperation(_one_of(LOG_LEVEL, _LEVELS))
    notice = environ.get(NOTICE, "").strip()
    return Operation(
        health=read_health(environ),
        health_set=bool(environ.get(HEALTH, "").strip()),
        notice=Path(notice) if notice else None,
        form=_FORMS[form],
        level=logging.getLevelNamesMapping()[level.upper()],
    )


def read_health(environ: Mapping[str, str]) -> Address | None:
    """Where health and metrics are served; None where switched off. Raises WrongOperation."""
    value = environ.get(HEALTH, "").strip() or DEFAULT_HEALTH
    if value.lower() == OFF:
        return None
    host, _colon, port = value.rpartition(":")
    if not host or not (port.isascii() and port.isdecimal()) or int(port) > 65535:
        problem = _("{name} must be host:port, as in {example}, or {off}.")
        raise WrongOperation(problem.format(name=HEALTH, example=DEFAULT_HEALTH, off=OFF))
    return Address(host.strip("[]"), int(port))


def _one_of(name: str, allowed: tuple[str, ...]) -> str:
    return _("{name} must be one of: {allowed}.").format(name=name, allowed=", ".join(allowed))
