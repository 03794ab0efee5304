"""The real bot, in a process of its own, told to talk to the server here."""

import os
import subprocess
import sys
from pathlib import Path

_SECONDS = 10.0
# What would send the demo's bot elsewhere, or give it a real bot's token or memory.
_OURS = ("TELEGRAM_", "KOMMUNMAL_MEMORY", "KOMMUNMAL_REDIS_URL")
_KEPT = "TELEGRAM_QUESTIONS_A_MINUTE"


class BotProcess:
    """`kommunmal telegram`, unchanged; what it remembers and logs lies in a folder."""

    def __init__(self, token: str, address: str, folder: Path, arguments: tuple[str, ...]) -> None:
        environ = {k: v for k, v in os.environ.items() if k == _KEPT or not k.startswith(_OURS)}
        environ |= {
            "TELEGRAM_TOKEN": token,
            "TELEGRAM_BASE_URL": address,
            # The demo's server has no limits to keep to.
            "TELEGRAM_MESSAGES_A_SECOND": "0",
            "KOMMUNMAL_MEMORY": str(folder / "memory.sqlite"),
        }
        self._log = folder / "log.txt"
        command = [sys.executable, "-c", "from bot.cli import main; main()", "telegram"]
        with self._log.open("wb") as log:
            # A session of its own: Ctrl-C comes to us alone, and we stop it in good order.
            self._process = subprocess.Popen(  # noqa: S603
                [*command, *arguments], env=environ, stdin=subprocess.DEVNULL,
                stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip

    @property
    def runs(self) -> bool:
        """Whether it has not ended."""
        return self._process.poll() is None

    def log(self) -> str:
        """The last lines that it wrote."""
        return "\n".join(self._log.read_text("utf-8", "replace").splitlines()[-20:])

    def stop(self) -> None:
        """Stop it, and wait until it has stopped."""
        self._process.terminate()
        try:
            self._process.wait(_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
