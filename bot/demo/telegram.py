"""Telegram as a test sees it: a server for the bot, and people who write to it.

    with Telegram() as telegram:
        start_the_bot(token=telegram.token, base_url=telegram.base_url)
        anna = telegram.user("Anna", language="sv")
        reply = anna.ask("Vad är Värnamos vision?")       # the bot's next message in that chat
        assert "tillväxtkommunen" in reply.text
        print(reply.snapshot())                           # text with its marks, buttons below
        pressed = anna.press(reply, "Visa målen")         # by the button's words
        assert pressed.answered                           # the bot answered the press …
        print(anna.chat.wait_edit(reply).snapshot())      # … and edited the message
        telegram.settle()                                 # … and is quiet now

        family = telegram.group("Familjen", anna, telegram.user("Bo"))
        question = anna.send(f"@{telegram.username} mål i Ljungby?", chat=family)
        reply = family.wait(after=question)
        anna.edit(question, f"@{telegram.username} mål i Gislaved?")
        reply = family.wait_edit(reply)

        found = anna.type_inline("trygghet")              # the results as shown while typing
        sent = anna.choose(found, found.results[0].id, chat=family)

        assert telegram.refused() == []                   # nothing the bot sent was refused

`base_url` and `base_file_url` are those of python-telegram-bot (`…/bot`; the token follows).
Waiting raises `NoAnswer` after `timeout` seconds (5 unless told), with what the bot last asked
for. All of it may be called from any thread; from a coroutine use `asyncio.to_thread`.
`telegram.asked` holds the bot's latest requests with the code of each answer.

What goes wrong is ordered by rules (see `faults.py`), or by taking the server away:

    telegram.faults.add(faults.flood("sendMessage", retry_after=1))
    telegram.faults.add(faults.lost("sendMessage", times=2))
    with telegram.unreachable():                          # nobody listens on the port
        ...
    telegram.repeat_updates()                             # the latest update comes once more

`Telegram(flood_limits=True)` refuses with 429 what is written faster than Telegram allows. For
load there is `watch`, which tells of each thing the bot does without a thread that waits.

Nothing outside loopback is ever asked: a picture has to be uploaded, a webhook has to listen on
this machine.
"""

import contextlib
import time
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from starlette.routing import BaseRoute

from bot.demo.errors import Json
from bot.demo.faults import Faults
from bot.demo.flood import Flood
from bot.demo.people import User
from bot.demo.queries import Queries
from bot.demo.rooms import Channel, Group
from bot.demo.server import Asked, Server
from bot.demo.serving import Serving
from bot.demo.shown import NoAnswer
from bot.demo.world import Chat, Event, World

_T = TypeVar("_T")
TOKEN = "700000001:AAEmulatorOfOurOwnOnLoopback0000000"  # noqa: S105  opens nothing


class Telegram:
    """A Bot API server on a free loopback port, with its users and chats."""

    def __init__(
        self,
        *,
        username: str = "kommunmal_bot",
        name: str = "Kommunmål",
        token: str = TOKEN,
        port: int = 0,
        clock: Callable[[], float] = time.time,
        keep: int = 5000,
        timeout: float = 5.0,
        flood_limits: bool = False,
        routes: Sequence[BaseRoute] = (),
    ) -> None:
        """Make a server, to be started by `with` or `start`.

        `keep` messages, and as many events, are remembered; `timeout` in seconds;
        `flood_limits` refuses what is written faster than Telegram allows; `routes` are pages to
        serve on the same port.
        """
        self.token = token
        self.username = username
        self.timeout = timeout
        bot = {"id": int(token.partition(":")[0]), "is_bot": True}
        self.world = World(
            {**bot, "first_name": name, "username": username}, clock=clock, keep=keep
        )
        self.queries = Queries()
        self.server = Server(self.world, token, self.queries, Flood() if flood_limits else None)
        self._serving = Serving(self.server, self.server.app(routes), port)

    def start(self) -> None:
        """Listen."""
        self._serving.start()

    def stop(self) -> None:
        """Listen no more."""
        self._serving.stop()

    def __enter__(self) -> "Telegram":
        self.start()
        return self

    def __exit__(self, *error: object) -> None:
        self.stop()

    @contextlib.contextmanager
    def unreachable(self) -> Iterator[None]:
        """Nobody listens on the port for a while; afterwards all is as it was."""
        self.stop()
        try:
            yield
        finally:
            self.start()

    @property
    def faults(self) -> Faults:
        """The rules of what goes wrong."""
        return self.server.faults

    @property
    def unconfirmed(self) -> int:
        """How many updates the bot has not confirmed yet."""
        with self.world.changed:
            return len(self.world.updates.waiting)

    @property
    def address(self) -> str:
        """http://127.0.0.1:PORT"""
        return f"http://127.0.0.1:{self._serving.port}"

    @property
    def base_url(self) -> str:
        """What python-telegram-bot's `base_url` is set to."""
        return f"{self.address}/bot"

    @property
    def base_file_url(self) -> str:
        """What python-telegram-bot's `base_file_url` is set to."""
        return f"{self.address}/file/bot"

    @property
    def asked(self) -> list[Asked]:
        """The bot's latest 500 requests, oldest first."""
        with self.world.changed:
            return list(self.server.asked)

    def refused(self) -> list[Asked]:
        """The bot's latest requests that were refused, for another reason than an ordered fault."""
        with self.world.changed:
            return list(self.server.refused)

    def user(self, name: str, *, language: str | None = "sv", username: str | None = None) -> User:
        """A new person; `language` is that of their Telegram app, None where it tells none."""
        with self.world.changed:
            person: Json = {
                "id": 10_000 + self.world.fresh_id(), "is_bot": False, "first_name": name,
            }  # fmt: skip
            if username:
                person["username"] = username
            if language:
                person["language_code"] = language
            self.world.users[person["id"]] = person
        return User(self, person)

    def group(self, title: str, *members: User, privacy: bool = True) -> Group:
        """A new group with the bot in it, which sees what privacy mode lets it see, or all."""
        with self.world.changed:
            chat_id = -1_001_000_000_000 - self.world.fresh_id()
            chat = Chat(chat_id, "supergroup", {"title": title}, privacy=privacy)
            chat.members = {member.id for member in members}
            self.world.chats[chat.id] = chat
        group = Group(self, chat)
        if members:
            group.add_bot(members[0])
        return group

    def channel(self, title: str, username: str) -> Channel:
        """A new channel in which the bot may write."""
        with self.world.changed:
            chat_id = -1_002_000_000_000 - self.world.fresh_id()
            chat = Chat(chat_id, "channel", {"title": title, "username": username})
            self.world.chats[chat.id] = chat
        return Channel(self, chat)

    def repeat_updates(self, count: int = 1) -> None:
        """Deliver the latest updates (100 are kept) once more, though they were confirmed."""
        with self.world.changed:
            self.world.updates.repeat(count)

    def watch(self, watcher: Callable[[Event], None]) -> None:
        """Call `watcher` with each thing the bot does: for load, where waiting costs too much.

        It is called in the server's thread and must be quick; it may send messages.
        """
        with self.world.changed:
            self.world.watchers.append(watcher)

    def settle(self, quiet: float = 0.3, timeout: float | None = None) -> None:
        """Wait until the bot has taken all updates and asked for nothing else for `quiet` s."""
        limit = time.monotonic() + (self.timeout if timeout is None else timeout)
        seen, since = -1, time.monotonic()
        while time.monotonic() < limit:
            with self.world.changed:
                now = self.server.work
                pending = len(self.world.updates.waiting)
            if pending or now != seen:
                seen, since = now, time.monotonic()
            elif time.monotonic() - since >= quiet:
                return
            time.sleep(0.02)
        raise NoAnswer(f"the bot did not come to rest; it last asked for {self._latest()}")

    def until(self, found: Callable[[], _T | None], timeout: float | None = None) -> _T:
        """Wait until `found` gives something; `NoAnswer` where it doesn't in time."""
        limit = time.monotonic() + (self.timeout if timeout is None else timeout)
        with self.world.changed:
            while (result := found()) is None:
                left = limit - time.monotonic()
                if left <= 0 or not self.world.changed.wait(left):
                    raise NoAnswer(f"the bot did not answer; it last asked for {self._latest()}")
            return result

    def _latest(self) -> str:
        latest = list(self.server.asked)[-3:]
        return "; ".join(f"{a.method}: {a.code} {a.description}" for a in latest) or "nothing"
