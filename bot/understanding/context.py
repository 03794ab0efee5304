"""What is kept of a conversation: what was asked and shown, never the words of a message."""

import json
from dataclasses import asdict, dataclass
from typing import Any

from knowledge.models import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The last question and answer of a conversation.

    `codes` are the municipalities it was about, `earlier` those of the answer before where they
    were others, `alike` those that were asked the same before them, `uncovered` those asked for
    that are not covered; `shown` and `rest` are ids of statements. `newer` says that the answer
    told of a newer page.
    """

    language: Language | None = None
    intent: str = ""
    codes: tuple[str, ...] = ()
    counties: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()
    uncovered: tuple[str, ...] = ()
    newer: bool = False

    def to_json(self) -> str:
        """For keeping."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> "Context":
        """Back from `to_json`."""
        data: dict[str, Any] = json.loads(text)
        values: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value for name, value in data.items()
        }
        return cls(**values)
