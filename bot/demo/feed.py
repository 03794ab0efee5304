"""What happens, as Server-Sent Events, to every page that is open."""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Callable

from bot.demo.errors import Json

# A line now and then, so that a page that is gone is noticed.
_QUIET_SECONDS = 15.0
_MOST_WAITING = 1000


class Feed:
    """Tells pages of things as they happen; a page that falls far behind starts over."""

    def __init__(self) -> None:
        self._pages: set[asyncio.Queue[Json | None]] = set()
        self._loop: asyncio.AbstractEventLoop | None = None

    def tell(self, kind: str, **content: object) -> None:
        """Tell every page; may be called from any thread."""
        if self._loop is not None:
            with contextlib.suppress(RuntimeError):  # where the loop has ended before
                self._loop.call_soon_threadsafe(self._put, {"kind": kind, **content})

    def close(self) -> None:
        """End every page's events, so that the server can stop."""
        if self._loop is not None:
            with contextlib.suppress(RuntimeError):
                self._loop.call_soon_threadsafe(self._put, None)

    async def events(self, state: Callable[[], Json]) -> AsyncIterator[str]:
        """All that is, then all that happens, as the text of an event stream."""
        self._loop = asyncio.get_running_loop()
        mine: asyncio.Queue[Json | None] = asyncio.Queue(_MOST_WAITING)
        self._pages.add(mine)
        try:
            yield _line({"kind": "state", **state()})
            while True:
                try:
                    event = await asyncio.wait_for(mine.get(), _QUIET_SECONDS)
                except TimeoutError:
                    yield ": still here\n\n"
                    continue
                if event is None:
                    return
                yield _line(event)
        finally:
            self._pages.discard(mine)

    def _put(self, event: Json | None) -> None:
        for page in list(self._pages):
            if page.full():
                self._pages.discard(page)
                page.get_nowait()
                page.put_nowait(None)
            else:
                page.put_nowait(event)


def _line(event: Json) -> str:
    return f"data: {json.dumps(event, ensure_ascii=False)}\n\n"
