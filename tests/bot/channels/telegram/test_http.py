"""HTTP over aiohttp does what the library's own did: errors, time, proxies, nothing told."""

import asyncio
import gzip
import logging
import traceback
from collections.abc import Awaitable, Callable

import pytest
from pydantic import SecretStr
from telegram.error import NetworkError, TelegramError, TimedOut

from bot.channels.telegram.client import Client
from bot.demo import faults
from bot.demo.telegram import TOKEN, Telegram
from bot.service.settings import SettingsError
from tests.bot.channels.telegram.line import ME, SENT, answer, listening
from tests.bot.channels.telegram.running import free_port

_HELLO = {"chat_id": 1, "text": "Ljungby"}
_Do = Callable[[Client], Awaitable[object]]


@pytest.fixture(autouse=True)
def nothing_refused() -> None:
    """Here things are refused on purpose."""


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever leads out of the machine that tests run on."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def _do(address: str, do: _Do) -> None:
    async def run() -> None:
        client = Client(SecretStr(TOKEN), address, 0)
        try:
            await client.initialize()
            await do(client)
        finally:
            await client.shutdown()

    asyncio.run(run())


async def _nothing(client: Client) -> None:
    assert client.username


async def _hello(client: Client) -> None:
    assert await client.write(_HELLO)


def test_one_connection_for_calls_one_after_the_other() -> None:
    """It stays open; the message goes out as JSON."""

    async def twice(client: Client) -> None:
        assert [await client.write(_HELLO) for _ in range(2)] == [7, 7]

    with listening(ME, SENT, SENT) as line:
        _do(line.address, twice)

    assert line.received.count(b"Content-Type: application/json") == 3
    assert line.received.endswith(b'{"chat_id": 1, "text": "Ljungby"}')
    assert line.connections == 1


def test_a_message_is_never_sent_again_unasked() -> None:
    """The server closes a connection that stood open, instead of answering."""

    async def once(client: Client) -> None:
        with pytest.raises(NetworkError, match="ServerDisconnectedError"):
            await client.write(_HELLO)

    with listening(ME, None, SENT) as line:
        _do(line.address, once)

    assert line.received.count(b"/sendMessage ") == 1


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\r\n\r\n",
        b"no HTTP at all\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\n{",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\n{{{{",
        b"HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 4\r\n\r\n<h1>",
        b"HTTP/1.1 429 Slow\r\nContent-Length: 7\r\n\r\nnothing",
    ],
)
def test_an_answer_that_is_none(content: bytes) -> None:
    """An error of the network, whatever comes; it tells no token."""

    async def fails(client: Client) -> None:
        with pytest.raises(NetworkError) as caught:
            await client.write(_HELLO)
        assert TOKEN not in "".join(traceback.format_exception(caught.value))

    with listening(ME, content) as line:
        _do(line.address, fails)

    assert line.requests == 2


def test_an_answer_in_another_form() -> None:
    """No JSON is told from no answer; what is compressed is read."""

    async def no_json(client: Client) -> None:
        with pytest.raises(TelegramError) as caught:
            await client.write(_HELLO)
        assert type(caught.value) is TelegramError
        assert await client.write(_HELLO) == 8

    small = gzip.compress(b'{"ok": true, "result": {"message_id": 8}}')
    packed = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n%s"
    with listening(ME, answer(b"<h1>"), packed % (len(small), small)) as line:
        _do(line.address, no_json)


def test_an_answer_that_is_late() -> None:
    """It is waited for five seconds, or as long as a call says."""

    async def late(client: Client) -> None:
        with pytest.raises(TimedOut):
            await client.get_me(read_timeout=0.1)

    with Telegram() as telegram:
        telegram.faults.add(faults.slow("getMe", seconds=0.0))
        telegram.faults.add(faults.slow("getMe", seconds=0.5))
        _do(telegram.address, late)


def test_nobody_listens() -> None:
    """An error of the network, which names neither the address nor the token."""
    with pytest.raises(NetworkError) as caught:
        _do(f"http://127.0.0.1:{free_port()}", _nothing)

    assert str(caught.value) == "ClientConnectorError"
    assert TOKEN not in "".join(traceback.format_exception(caught.value))


def test_all_connections_are_in_use() -> None:
    """Who finds none free waits for one, so long and no longer."""

    async def many(client: Client) -> None:
        calls = (client.get_me(pool_timeout=1.0, connect_timeout=1.0) for _ in range(40))
        told = await asyncio.gather(*calls, return_exceptions=True)
        assert sum(isinstance(one, TimedOut) for one in told) == 8

    with Telegram() as telegram:
        telegram.faults.add(faults.slow("getMe", seconds=0.0))
        telegram.faults.add(faults.slow("getMe", seconds=4.0, times=None))
        _do(telegram.address, many)


def test_over_a_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Named in the environment, with a password, too; not for hosts that it leaves out."""
    with listening(ME, ME) as line:
        _, _, place = line.address.partition("://")
        monkeypatch.setenv("http_proxy", place)
        monkeypatch.setenv("no_proxy", "elsewhere.invalid")
        _do("http://telegram.invalid", _nothing)
        monkeypatch.setenv("http_proxy", f"http://user:word@{place}")
        _do("http://telegram.invalid", _nothing)
        with pytest.raises(NetworkError):
            _do("http://elsewhere.invalid", _nothing)

    assert line.received.startswith(b"POST http://telegram.invalid/bot")
    assert b"Proxy-Authorization: Basic dXNlcjp3b3Jk" in line.received


def test_a_proxy_that_is_none_for_http(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is refused at once, without its password."""
    monkeypatch.setenv("all_proxy", "socks5://user:word@127.0.0.1:9")

    with pytest.raises(SettingsError, match="not one for HTTP") as caught:
        _do("http://telegram.invalid", _nothing)
    assert "word" not in str(caught.value)


def test_the_token_stands_in_no_line_of_the_log(caplog: pytest.LogCaptureFixture) -> None:
    """What goes over HTTP does not tell it even before our form strikes secrets out."""
    caplog.set_level(logging.DEBUG)

    async def much(client: Client) -> None:
        asyncio.get_running_loop().set_debug(True)
        for _ in range(3):
            with pytest.raises(TelegramError):
                await client.get_me(read_timeout=0.1)
        await client.get_me()
        assert TOKEN not in f"{client!r} {client.request!r}"

    with Telegram() as telegram:
        telegram.faults.add(faults.slow("getMe", seconds=0.0))
        telegram.faults.add(faults.dropped("getMe"))
        telegram.faults.add(faults.slow("getMe", seconds=0.3))
        telegram.faults.add(faults.cut("getMe"))
        _do(telegram.address, much)

    told = [one.getMessage() for one in caplog.records if one.name.startswith(("aio", "async"))]
    assert told
    assert TOKEN.partition(":")[2] not in "".join(told)
