"""Webhook delivery: updates go to the bot's address, again and again until it takes them."""

import asyncio
import re
from urllib.parse import urlsplit

import httpx

from bot.demo.errors import Json, bad
from bot.demo.world import World

_SECRET = re.compile(r"[A-Za-z0-9_-]*")
_LOOPBACK = {"127.0.0.1", "localhost", "::1"}
_ANSWER_WITHIN = 20.0


class Webhook:
    """Delivers in order within a chat, and side by side for different ones.

    `patience` in seconds is how long it waits before the second try; each further wait is twice
    as long, up to a minute.
    """

    patience = 0.2

    def __init__(self, world: World) -> None:
        self.world = world
        self._given: Json = {}
        self._error: Json = {}
        self._busy: set[object] = set()
        self._waits: dict[object, float] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._delivering: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Belong to the loop that runs; deliver, where an address was set before."""
        self._woken = asyncio.Event()
        if self.active:
            self._delivering = asyncio.create_task(self._deliver())

    async def stop(self) -> None:
        """Deliver no more on this loop; the address is kept."""
        if self._delivering:
            self._delivering.cancel()
            await asyncio.gather(self._delivering, return_exceptions=True)
            self._delivering = None

    @property
    def active(self) -> bool:
        """Whether updates go to an address, so that getUpdates may not be used."""
        return bool(self._given)

    def wake(self) -> None:
        """There may be something to deliver."""
        self._woken.set()

    def set(self, given: Json) -> str:
        """Deliver from now on as asked; what Telegram says to that."""
        url = given.get("url", "").strip()
        if not url:
            return self.delete(given)
        _check(url, given.get("secret_token", ""))
        with self.world.changed:
            self.world.updates.allow(given.get("allowed_updates"))
            if given.get("drop_pending_updates"):
                self.world.updates.waiting.clear()
        self._given, self._error = {**given, "url": url}, {}
        self._waits.clear()
        if self._delivering is None or self._delivering.done():
            self._delivering = asyncio.create_task(self._deliver())
        self.wake()
        return "Webhook was set"

    def delete(self, given: Json) -> str:
        """Deliver no more."""
        was, self._given = self._given, {}
        if self._delivering:
            self._delivering.cancel()
            self._delivering = None
        with self.world.changed:
            if given.get("drop_pending_updates"):
                self.world.updates.waiting.clear()
        return "Webhook was deleted" if was else "Webhook is already deleted"

    def info(self) -> Json:
        """The answer to getWebhookInfo."""
        with self.world.changed:
            found: Json = {
                "url": self._given.get("url", ""),
                "has_custom_certificate": "certificate" in self._given,
                "pending_update_count": len(self.world.updates.waiting),
            }
            if self.world.updates.allowed:
                found["allowed_updates"] = sorted(self.world.updates.allowed)
        if self.active:
            found["max_connections"] = self._given.get("max_connections", 40)
        return found | self._error

    async def _deliver(self) -> None:
        async with httpx.AsyncClient(verify=False, timeout=_ANSWER_WITHIN) as client:  # noqa: S501
            try:
                while True:
                    self._woken.clear()
                    for key, update in self._ready():
                        self._busy.add(key)
                        task = asyncio.create_task(self._post(client, key, update))
                        self._tasks.add(task)
                        task.add_done_callback(self._tasks.discard)
                    await self._woken.wait()
            finally:
                for task in self._tasks:
                    task.cancel()
                await asyncio.gather(*self._tasks, return_exceptions=True)
                self._busy.clear()

    def _ready(self) -> list[tuple[object, Json]]:
        found: list[tuple[object, Json]] = []
        taken = set(self._busy)
        most = self._given.get("max_connections", 40) - len(self._busy)
        with self.world.changed:
            for update in self.world.updates.waiting:
                if len(found) >= most:
                    break
                key = _queue_of(update)
                if key not in taken:
                    taken.add(key)
                    found.append((key, update))
        return found

    async def _post(self, client: httpx.AsyncClient, key: object, update: Json) -> None:
        try:
            problem = await self._try(client, update)
            if problem is None:
                self._waits.pop(key, None)
                with self.world.changed:
                    self.world.updates.remove(update["update_id"])
                    self.world.changed.notify_all()
            else:
                self._failed(problem)
                wait = self._waits.get(key, self.patience)
                self._waits[key] = min(wait * 2, 60)
                await asyncio.sleep(wait)
        finally:
            self._busy.discard(key)
            self.wake()

    def _failed(self, problem: str) -> None:
        with self.world.changed:
            self._error = {"last_error_date": self.world.now(), "last_error_message": problem}
            self.world.changed.notify_all()

    async def _try(self, client: httpx.AsyncClient, update: Json) -> str | None:
        """Deliver once; what went wrong, if anything."""
        headers = {}
        if "secret_token" in self._given:
            headers["X-Telegram-Bot-Api-Secret-Token"] = self._given["secret_token"]
        try:
            answer = await client.post(self._given["url"], json=update, headers=headers)
        except httpx.TimeoutException:
            return "Read timeout expired"
        except httpx.ConnectError:
            return "Connection refused"
        except httpx.TransportError:
            return "Connection reset by peer"
        if answer.is_success:
            return None
        return f"Wrong response from the webhook: {answer.status_code} {answer.reason_phrase}"


def _check(url: str, secret: str) -> None:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https"):
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    if parts.hostname not in _LOOPBACK:
        raise bad("bad webhook: this server of ours delivers on loopback alone")
    if not _SECRET.fullmatch(secret):
        raise bad("secret token contains unallowed characters")


def _queue_of(update: Json) -> object:
    content = next(value for key, value in update.items() if key != "update_id")
    whose = content.get("chat") or content.get("from") or {}
    return whose.get("id")
