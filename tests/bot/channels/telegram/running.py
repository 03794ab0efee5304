"""The bot as its own process, beside a Bot API server of our own."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.demo.telegram import Telegram

# A message that no test looks at: once it is answered, the bot runs.
_FIRST = "/start"
# Whatever is waited for comes within a second; a machine that is busy may take its time.
PATIENCE = 60.0


class Bot:
    """A running bot: its process, its files and its log."""

    def __init__(self, telegram: Telegram, database: Path, folder: Path) -> None:
        self.telegram = telegram
        self.database = database
        self.memory = folder / "memory.sqlite"
        self.log = folder / "log.txt"
        self._environ = {
            **{
                k: v for k, v in os.environ.items() if not k.startswith(("TELEGRAM_", "KOMMUNMAL_"))
            },
            "TELEGRAM_TOKEN": telegram.token,
            "TELEGRAM_BASE_URL": telegram.address,
            # Tests write faster than people; what limits do has tests of its own.
            "TELEGRAM_QUESTIONS_A_MINUTE": "0",
            "TELEGRAM_MESSAGES_A_SECOND": "0",
            "KOMMUNMAL_DATABASE": str(database),
            "KOMMUNMAL_MEMORY": str(self.memory),
            "KOMMUNMAL_HEALTH": "off",
        }
        self.process: subprocess.Popen[bytes] | None = None

    def start_soon(self, **environ: str) -> None:
        """Start it, and don't wait."""
        self.process = command({**self._environ, **environ}, self.log)

    def start(self, **environ: str) -> None:
        """Start it, and wait until it answers."""
        self.start_soon(**environ)
        self.telegram.user("Starter").ask(_FIRST, timeout=PATIENCE)

    def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        """Stop it; gives back its exit status."""
        if self.process is None:
            return 0
        process, self.process = self.process, None
        process.send_signal(how)
        try:
            return process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            raise


def free_port() -> int:
    """A port of loopback that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


def command(environ: dict[str, str], log: Path) -> "subprocess.Popen[bytes]":
    """`kommunmal telegram`, asked on a fixed day."""
    arguments = [sys.executable, "-c", "from bot.cli import main; main()"]
    with log.open("ab") as out:
        return subprocess.Popen(
            [*arguments, "telegram", "--on", "2026-11-22"], env=environ, stderr=out, stdout=out
        )


@contextmanager
def running(database: Path, folder: Path, **environ: str) -> Iterator[Bot]:
    """A server and a bot that answers, until this is left."""
    with Telegram(timeout=PATIENCE) as telegram:
        bot = Bot(telegram, database, folder)
        try:
            bot.start(**environ)
            yield bot
        finally:
            bot.stop()
