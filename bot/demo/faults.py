"""Faults to order: what can go wrong between the bot and Telegram, as a list of rules."""

import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["refused", "gateway", "slow", "cut", "garbage", "dropped", "lost"]


@dataclass
class Fault:
    """A rule: what goes wrong, in which methods, how often. Make one by a function below.

    `times` None is for ever; `skip` lets that many through first; `share` is how probable it is
    for each request. `hits` counts what it did.
    """

    kind: Kind
    methods: frozenset[str] = frozenset()
    times: int | None = 1
    skip: int = 0
    share: float = 1.0
    code: int = 500
    description: str = "Internal Server Error"
    seconds: float = 0.0
    retry_after: int | None = None
    chat_id: int | None = None
    hits: int = 0

    @property
    def done(self) -> bool:
        """Whether the request is carried out all the same."""
        return self.kind in ("slow", "cut", "lost")


@dataclass
class Faults:
    """The rules in force; the first that fits decides. `seed` makes shares repeatable."""

    rules: list[Fault] = field(default_factory=list)
    seed: int = 1

    def __post_init__(self) -> None:
        self._chance = random.Random(self.seed)  # noqa: S311  no secret is made of it

    def add(self, fault: Fault) -> Fault:
        """Put a rule in force; returned, so that its hits can be looked at."""
        self.rules.append(fault)
        return fault

    def clear(self) -> None:
        """All is well again."""
        self.rules.clear()

    def meet(self, method: str, chat_id: object) -> Fault | None:
        """The fault that a request meets, if any."""
        for fault in self.rules:
            if (fault.methods and method not in fault.methods) or fault.times == 0:
                continue
            if fault.chat_id is not None and fault.chat_id != chat_id:
                continue
            if fault.share < 1 and self._chance.random() >= fault.share:
                continue
            if fault.skip:
                fault.skip -= 1
                continue
            if fault.times is not None:
                fault.times -= 1
            fault.hits += 1
            return fault
        return None


def _of(methods: Iterable[str]) -> frozenset[str]:
    return frozenset(methods)


def flood(*methods: str, retry_after: int = 1, times: int | None = 1) -> Fault:
    """429: too many requests, try again after so many seconds."""
    text = f"Too Many Requests: retry after {retry_after}"
    return Fault(
        "refused", _of(methods), times, code=429, description=text, retry_after=retry_after
    )


def server_error(*methods: str, times: int | None = 1) -> Fault:
    """500 with Telegram's own body."""
    return Fault("refused", _of(methods), times)


def bad_gateway(*methods: str, times: int | None = 1) -> Fault:
    """502 with a page of HTML, from the machine in front of Telegram."""
    return Fault("gateway", _of(methods), times, code=502)


def slow(*methods: str, seconds: float, times: int | None = 1) -> Fault:
    """Done at once, but answered so many seconds later."""
    return Fault("slow", _of(methods), times, seconds=seconds)


def cut(*methods: str, times: int | None = 1) -> Fault:
    """Done, but the connection ends in the middle of the answer."""
    return Fault("cut", _of(methods), times)


def lost(*methods: str, times: int | None = 1) -> Fault:
    """Done, but the connection ends before the answer: to the bot it looks like `dropped`."""
    return Fault("lost", _of(methods), times)


def dropped(*methods: str, times: int | None = 1) -> Fault:
    """Not done: the connection ends without an answer."""
    return Fault("dropped", _of(methods), times)


def garbage(*methods: str, times: int | None = 1) -> Fault:
    """Not done: 200 with a body that is no JSON."""
    return Fault("garbage", _of(methods), times, code=200)


def blocked(*methods: str, chat_id: int | None = None, times: int | None = 1) -> Fault:
    """403: the user has blocked the bot."""
    text = "Forbidden: bot was blocked by the user"
    chosen = methods or ("sendMessage",)
    return Fault("refused", _of(chosen), times, code=403, description=text, chat_id=chat_id)


def unauthorised(*methods: str, times: int | None = None) -> Fault:
    """401: the token works no more."""
    return Fault("refused", _of(methods), times, code=401, description="Unauthorized")


def conflict(*methods: str, times: int | None = 1) -> Fault:
    """409: another program polls with the same token."""
    text = (
        "Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running"
    )
    return Fault("refused", _of(methods or ("getUpdates",)), times, code=409, description=text)
