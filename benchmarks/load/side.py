"""One of the two bots, as a process of its own with a Bot API server to itself."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import process_time
from typing import NamedTuple

import psutil

from benchmarks.load.cores import Cores
from benchmarks.load.crowd import Crowd, Round
from bot.demo.telegram import Telegram

KOMMUNMAL = ("-c", "from bot.cli import main; main()", "telegram", "--on", "2026-11-22")
ECHO = ("-m", "benchmarks.load.echo")
_STOP_SECONDS = 20.0
# Settings of whoever runs this must not change what is measured.
_NOT_OURS = ("TELEGRAM_", "KOMMUNMAL_")


class Measured(NamedTuple):
    """A round, the processor's seconds that bot and server needed for it, and the bot's memory."""

    round: Round
    bot_cpu: float
    server_cpu: float
    memory_mb: float


class Side:
    """A running bot and the people who ask it."""

    def __init__(self, telegram: Telegram, process: psutil.Popen, open_at_once: int) -> None:
        self._process = process
        self._crowd = Crowd(telegram, open_at_once)

    def measure(self, questions: int) -> Measured:
        """Ask so many questions."""
        bot, server = self._cpu(), process_time()
        found = self._crowd.ask(questions)
        memory = self._process.memory_info().rss / 1_000_000
        return Measured(found, self._cpu() - bot, process_time() - server, memory)

    def _cpu(self) -> float:
        times = self._process.cpu_times()
        return float(times.user + times.system)


@contextmanager
def running(
    command: Sequence[str], folder: Path, database: Path, cores: Cores, open_at_once: int
) -> Iterator[Side]:
    """Server and bot, until this is left; what the bot writes lies in a folder."""
    folder.mkdir()
    with Telegram() as telegram, (folder / "log.txt").open("wb") as log:
        process = psutil.Popen(
            [sys.executable, *command],
            env=_environ(telegram, folder, database),
            stdout=log,
            stderr=log,
        )
        try:
            cores.pin_bot(process.pid)
            yield Side(telegram, process, open_at_once)
        finally:
            process.terminate()
            try:
                process.wait(_STOP_SECONDS)
            except (psutil.TimeoutExpired, subprocess.TimeoutExpired):
                process.kill()
                process.wait()


def _environ(telegram: Telegram, folder: Path, database: Path) -> dict[str, str]:
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith(_NOT_OURS)},
        "TELEGRAM_TOKEN": telegram.token,
        "TELEGRAM_BASE_URL": telegram.address,
        # What Telegram bears is not what is measured: both bots write as fast as they can.
        "TELEGRAM_MESSAGES_A_SECOND": "0",
        "TELEGRAM_QUESTIONS_A_MINUTE": "0",
        "KOMMUNMAL_DATABASE": str(database),
        "KOMMUNMAL_MEMORY": str(folder / "memory.sqlite"),
        "KOMMUNMAL_HEALTH": "127.0.0.1:0",
    }
