"""A core for the server and the load, another for the bot, so that neither takes from the other."""

import os
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cores:
    """Which core is whose; None where there is but one, or the system can't pin."""

    server: int | None
    bot: int | None

    @classmethod
    def of_this_machine(cls) -> "Cores":
        """The first two that this process may use."""
        if not hasattr(os, "sched_getaffinity"):
            return cls(None, None)
        ours = sorted(os.sched_getaffinity(0))
        return cls(ours[0], ours[1]) if len(ours) > 1 else cls(None, None)

    def pin_server(self) -> None:
        """Keep this process to its core; to be called before it starts a thread."""
        if self.server is not None:
            os.sched_setaffinity(0, {self.server})

    def pin_bot(self, process: int) -> None:
        """Keep a process to the bot's core; to be called as soon as it runs."""
        if self.bot is not None:
            os.sched_setaffinity(process, {self.bot})

    def __str__(self) -> str:
        if self.bot is None:
            return "server and bot share a core, or can't be pinned: the ratio tells less"
        return "server and bot pinned to a core each"
