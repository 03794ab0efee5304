"""HTTP for python-telegram-bot, over aiohttp.

A call costs a fraction of the processor's time that it costs over httpx, which comes with the
library (`make load`); see docs/decisions.
"""

import io
import json
import urllib.request
from gettext import gettext as _
from urllib.parse import urlsplit

import aiohttp
import httpx

# The types in the signature of `do_request`, which the library keeps to itself; its next great
# version may move them, hence the upper bound in pyproject.toml.
from telegram._utils.defaultvalue import DefaultValue
from telegram._utils.types import ODVInput
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.channels.telegram.attempt import answered, followed
from bot.service.settings import SettingsError

# What python-telegram-bot gives httpx, but for the wait for a free connection.
_CONNECT, _POOL, _READ, _WRITE, _WRITE_FILES = 5.0, 30.0, 5.0, 5.0, 20.0
# Servers that close a connection after five seconds without a call are common: on one that is
# being closed, a message may get lost, or not.
_KEPT_OPEN = 4.0
_JSON = {"Content-Type": "application/json"}
_NONE = BaseRequest.DEFAULT_NONE


class Request(BaseRequest):
    """Calls to one server, over at most so many connections, which stay open for a while.

    A call is made once: what fails is for the caller to try again. The way there may lead over a
    proxy that the environment names (`HTTPS_PROXY`, `ALL_PROXY`; not for hosts in `NO_PROXY`).
    """

    def __init__(self, base_url: str, connections: int) -> None:
        self._connections = connections
        # Looked up once: aiohttp would read the environment and files anew for each call.
        self._proxy = _proxy(base_url)
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds that an answer may take, where a call says nothing else."""
        return _READ

    async def initialize(self) -> None:
        """Be ready to call."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(
                    limit=self._connections,
                    keepalive_timeout=_KEPT_OPEN,
                    ssl=httpx.create_ssl_context(),
                ),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
                trace_configs=[followed()],
            )

    async def shutdown(self) -> None:
        """Close what is open."""
        if self._session is not None:
            session, self._session = self._session, None
            await session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = _NONE,
        write_timeout: ODVInput[float] = _NONE,
        connect_timeout: ODVInput[float] = _NONE,
        pool_timeout: ODVInput[float] = _NONE,
    ) -> tuple[int, bytes]:
        """Make a call; gives back the status and what came. Raises TimedOut and NetworkError."""
        if self._session is None:
            raise RuntimeError("not initialised")
        files = bool(request_data and request_data.contains_files)
        write = _or(write_timeout, _WRITE_FILES if files else _WRITE)
        connect, pool = _or(connect_timeout, _CONNECT), _or(pool_timeout, _POOL)
        try:
            async with self._session.request(
                method,
                url,
                data=_body(request_data) if request_data else None,
                headers=None if files or not request_data else _JSON,
                timeout=_timeout(connect, pool, write, _or(read_timeout, _READ)),
                allow_redirects=False,
                proxy=self._proxy,
            ) as response:
                content = await response.read()
        except TimeoutError as error:
            raise TimedOut(type(error).__name__) from None
        except (aiohttp.ClientError, OSError) as error:
            # The kind alone: a message may hold the address, and with it the token.
            raise NetworkError(type(error).__name__) from None
        answered()
        return response.status, content


def _timeout(
    connect: float | None, pool: float | None, write: float | None, read: float | None
) -> aiohttp.ClientTimeout:
    """Seconds for each step, of which None may take as long as it takes."""
    connected = None if connect is None or pool is None else connect + pool
    total = None if connected is None or write is None or read is None else connected + write + read
    return aiohttp.ClientTimeout(
        total=total, connect=connected, sock_connect=connect, sock_read=read
    )


def _or(given: ODVInput[float], usual: float) -> float | None:
    return usual if isinstance(given, DefaultValue) else given


def _body(data: RequestData) -> bytes | aiohttp.FormData:
    if not data.contains_files:
        return json.dumps(data.parameters).encode()
    form = aiohttp.FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, kind) in data.multipart_data.items():
        # As a file, it goes out piece by piece.
        file = io.BytesIO(content) if isinstance(content, bytes) else content
        form.add_field(name, file, filename=filename, content_type=kind)
    return form


def _proxy(url: str) -> str | None:
    """The proxy on the way to a server, if any. Raises SettingsError where it is no HTTP proxy."""
    parts = urlsplit(url)
    if urllib.request.proxy_bypass(parts.hostname or ""):
        return None
    proxies = urllib.request.getproxies()
    named = proxies.get(parts.scheme) or proxies.get("all")
    if not named:
        return None
    proxy = named if "://" in named else f"http://{named}"
    if urlsplit(proxy).scheme not in ("http", "https"):
        # Not in full: a password may stand in it.
        raise SettingsError(_("The environment names a proxy that is not one for HTTP."))
    return proxy
