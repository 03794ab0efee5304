"""Asks a running bot how it is, for `kommunmal health`: a container's health check, and people."""

import json
import urllib.error
import urllib.request
from gettext import gettext as _
from typing import Any

from bot.service.operation import Address

_SECONDS = 5.0
_EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - where to ask, not to listen


def how_it_is(address: Address) -> tuple[bool, str]:
    """Whether the bot is ready, and a line on it for people. Raises nothing."""
    host = _EVERYWHERE.get(address.host, address.host)
    host = f"[{host}]" if ":" in host else host
    url = f"http://{host}:{address.port}/health/ready"
    # A proxy set for the way to Telegram is not the way to one's own machine.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(url, timeout=_SECONDS) as response:
            return True, _told(json.load(response))
    except urllib.error.HTTPError as error:
        with error:
            try:
                return False, _told(json.load(error))
            except ValueError:
                pass
    except (OSError, ValueError):
        pass
    text = _("No bot answers at {address}.")
    return False, text.format(address=f"{address.host}:{address.port}")


def _told(found: dict[str, Any]) -> str:
    if found["ready"]:
        text = _("Ready. Telegram was heard from {age} s ago; {number} updates wait.")
        age = found["telegram_age_seconds"]
        return text.format(age="–" if age is None else age, number=found["inbox_updates"])
    problems = "; ".join(f"{name}: {text}" for name, text in found["problems"].items())
    return _("Not ready. {problems}").format(problems=problems)
