"""The two places that a memory may be kept in: a file, and beside it a Redis that is shared."""

from collections.abc import Iterator

import pytest

from tests.bot.memory.redis_server import MISSING, PROGRAM, RedisServer, serving


@pytest.fixture(scope="session")
def redis_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RedisServer]:
    """A server for all tests that empty it first."""
    if not PROGRAM:
        pytest.skip(MISSING)
    with serving(tmp_path_factory.mktemp("redis")) as server:
        yield server


@pytest.fixture
def redis(redis_server: RedisServer) -> RedisServer:
    """An empty server."""
    with redis_server.client() as client:
        client.flushall()
    return redis_server


@pytest.fixture(params=["file", "redis"])
def redis_or_none(request: pytest.FixtureRequest) -> RedisServer | None:
    """None, then a server: what follows is tested with both."""
    if request.param == "file":
        return None
    server: RedisServer = request.getfixturevalue("redis")
    return server
