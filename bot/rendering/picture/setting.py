"""What composing a picture needs throughout."""

from dataclasses import dataclass
from datetime import date

from bot.rendering.phrases import Phrases
from bot.rendering.picture.content import Room
from knowledge.store import Store


@dataclass(frozen=True, slots=True)
class Setting:
    """The knowledge, the day that statuses are worked out for, the language, the room."""

    store: Store
    day: date
    phrases: Phrases
    room: Room
