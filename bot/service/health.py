"""Whether the bot is alive and ready, in a form for programs and for people."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.service.pulse import Pulse
from knowledge.errors import KnowledgeError
from knowledge.store import Store

# So many waiting updates are a minute of Telegram's own limit for sending.
MOST_WAITING = 1800


@dataclass(frozen=True, slots=True)
class Readiness:
    """What was looked at, each with what is wrong with it, or nothing."""

    problems: Mapping[str, str | None]
    telegram_age: float | None
    waiting: int

    @property
    def good(self) -> bool:
        """Whether nothing is wrong."""
        return not any(self.problems.values())

    def as_json(self) -> dict[str, object]:
        """The form of /health/ready: ages in seconds, problems in English for staff."""
        return {
            "ready": self.good,
            "problems": {name: text for name, text in self.problems.items() if text},
            "telegram_age_seconds": None if self.telegram_age is None else round(self.telegram_age),
            "inbox_updates": self.waiting,
        }


def readiness(pulse: Pulse, database: Path) -> Readiness:
    """Look at the database, at Telegram, at the memory that is shared and at the inbox."""
    age, waiting = pulse.age(), pulse.waiting()
    problems = {
        "database": _database(database),
        "telegram": None if pulse.connected else _silence(age),
        "memory": pulse.memory() or None,
        "inbox": f"{waiting} updates wait" if waiting > MOST_WAITING else None,
    }
    return Readiness(problems, age, waiting)


def _database(path: Path) -> str | None:
    # Opened anew: a file that was moved away still answers whoever holds it open.
    try:
        with Store(path) as store, store.reading():
            return None if store.covered else "the database holds no municipality"
    except KnowledgeError as error:
        return str(error)


def _silence(age: float | None) -> str:
    return "not heard from yet" if age is None else f"not heard from for {age:.0f} s"
